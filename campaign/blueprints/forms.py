"""Forms of blueprints."""

from campaign.blueprints import phrases
from campaign.blueprints.rules import BlueprintDraft, BlueprintTaskDraft
from campaign.fields import ChoiceField, LineField, LinesField, NumberField, RecordForm, TimeField
from campaign.glossary import DayUnit
from campaign.tasks.rules import FARTHEST


class BlueprintForm(RecordForm):
    """Names a blueprint."""

    draft_type = BlueprintDraft
    name = LineField(phrases.NAME, required=True, limit=150)
    note = LinesField(phrases.NOTE, limit=1000)


class RolesField(LinesField):
    """Roles, one on each line; data is the list of them."""

    def process_data(self, value: list[str] | None) -> None:
        self.data = "\n".join(value or ())


class BlueprintTaskForm(RecordForm):
    """Adds or edits a task of a blueprint."""

    draft_type = BlueprintTaskDraft
    text = LinesField(phrases.TEXT, required=True, limit=2000)
    lead_role = LineField(phrases.LEAD_ROLE, required=True, limit=150, description=phrases.LEAD_ROLE_HINT)
    helper_roles = RolesField(phrases.HELPER_ROLES, limit=1000, description=phrases.HELPER_ROLES_HINT)
    offset_count = NumberField(phrases.OFFSET, low=-FARTHEST, high=FARTHEST, description=phrases.OFFSET_HINT)
    offset_unit = ChoiceField(phrases.OFFSET_UNIT, DayUnit, default=DayUnit.WORKING)
    due_time = TimeField(phrases.DUE_TIME)
    due_words = LineField(phrases.DUE_WORDS, limit=100)
    expected_result = LineField(phrases.EXPECTED_RESULT)

    def draft(self) -> BlueprintTaskDraft:
        """The typed values, roles taken apart."""
        typed = self.helper_roles.data or ""
        draft: BlueprintTaskDraft = super().draft()
        roles = [role.strip() for role in typed.splitlines() if role.strip()]
        return BlueprintTaskDraft(**{**vars(draft), "helper_roles": roles})
