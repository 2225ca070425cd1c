"""Forms of tasks."""

from collections.abc import Sequence

from campaign.fields import (
    ChoiceField,
    DateField,
    LineField,
    LinesField,
    PickField,
    PickManyField,
    RecordForm,
)
from campaign.glossary import TaskStatus
from campaign.people.model import Unit
from campaign.tasks import phrases
from campaign.tasks.rules import TaskDraft


class TaskForm(RecordForm):
    """Adds or edits a task."""

    draft_type = TaskDraft
    text = LinesField(phrases.TEXT, required=True, limit=2000, description=phrases.TEXT_HINT)
    lead_unit_id = PickField(phrases.LEAD, required=True)
    coordinating = PickManyField(phrases.COORDINATING)
    due_on = DateField(phrases.DUE_ON)
    due_words = LineField(phrases.DUE_WORDS, limit=100, description=phrases.DUE_WORDS_HINT)
    person = LineField(phrases.PERSON, limit=120)
    basis = LineField(phrases.BASIS, description=phrases.BASIS_HINT)
    expected_result = LineField(phrases.EXPECTED_RESULT)
    note = LinesField(phrases.NOTE, limit=2000)

    def offer_units(self, units: Sequence[Unit]) -> None:
        """Set the agency's units as choices."""
        rows = [(unit.id, unit.name) for unit in units]
        self.lead_unit_id.offer(rows)
        self.coordinating.offer(rows)


class ReportForm(RecordForm):
    """What a unit says of its task."""

    status = ChoiceField(phrases.STATUS, TaskStatus)
