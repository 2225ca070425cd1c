"""Forms of delegate groups and delegates."""

from collections.abc import Sequence

from wtforms import BooleanField

from campaign.delegates import phrases
from campaign.delegates.model import DelegateGroup
from campaign.delegates.rules import MOST_HEADS, TITLE_LIMIT, CountDraft, DelegateDraft, GroupDraft
from campaign.fields import (
    EmailField,
    LineField,
    LinesField,
    NumberField,
    PickField,
    PickManyField,
    RecordForm,
)
from campaign.people.model import Unit
from campaign.vietnamese import clean_lines


class GroupForm(RecordForm):
    """Adds or renames a group."""

    draft_type = GroupDraft
    name = LineField(phrases.GROUP_NAME, required=True, limit=200, description=phrases.GROUP_NAME_HINT)


class UsualGroupsForm(RecordForm):
    """Chooses among the groups a launch ceremony usually has."""

    chosen = PickManyField(phrases.USUAL)


class DelegateForm(RecordForm):
    """Adds or edits a delegate."""

    draft_type = DelegateDraft
    group_id = PickField(phrases.GROUP, required=True)
    title = LineField(phrases.TITLE, required=True, limit=TITLE_LIMIT, description=phrases.TITLE_HINT)
    headcount = NumberField(phrases.HEADCOUNT, low=1, high=MOST_HEADS, description=phrases.HEADCOUNT_HINT)
    honorific = LineField(phrases.HONORIFIC, limit=30, description=phrases.HONORIFIC_HINT)
    person = LineField(phrases.PERSON, limit=120, description=phrases.PERSON_HINT)
    unit_name = LineField(phrases.UNIT_NAME, limit=200, description=phrases.UNIT_NAME_HINT)
    unit_id = PickField(phrases.UNIT)
    email = EmailField(phrases.EMAIL)
    phone = LineField(phrases.PHONE, limit=40)
    introduced = BooleanField(phrases.INTRODUCED)
    note = LinesField(phrases.NOTE, limit=2000)

    def offer(self, groups: Sequence[DelegateGroup], units: Sequence[Unit]) -> None:
        """Set the groups and units one can choose from."""
        self.group_id.offer([(group.id, group.name) for group in groups])
        self.unit_id.offer([(unit.id, unit.name) for unit in units])


class CellsField(LinesField):
    """Pasted lines; the cells of a spreadsheet's row stay apart, as "one - two"."""

    def tidy(self, text: str) -> str:
        lines = (" - ".join(filter(str.strip, line.split("\t"))) for line in text.splitlines())
        return clean_lines("\n".join(lines))


class PasteForm(RecordForm):
    """Takes a list of delegates, one per line, into one group."""

    group_id = PickField(phrases.GROUP, required=True)
    text = CellsField(phrases.PASTED, required=True, limit=50_000, description=phrases.PASTED_HINT)


class CountForm(RecordForm):
    """Heads counted at the door for one delegate; empty takes the count back."""

    draft_type = CountDraft
    attended = NumberField(phrases.ATTENDED, low=0, high=MOST_HEADS)
