"""Forms of tasks."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import shorten
from typing import Any, cast

from wtforms import BooleanField, FileField, HiddenField, MultipleFileField
from wtforms.validators import StopValidation

from campaign import phrases as shared
from campaign.ceremonies.model import Ceremony
from campaign.fields import (
    ChoiceField,
    DateField,
    LineField,
    LinesField,
    NumberField,
    PickField,
    PickManyField,
    RecordForm,
    TimeField,
)
from campaign.glossary import DayUnit, UpdateKind, Urgency
from campaign.people.model import Unit
from campaign.tasks import phrases
from campaign.tasks.model import Task
from campaign.tasks.rules import FARTHEST, BulkDraft, TaskDraft
from campaign.tasks.rules.evidence import EvidenceDraft
from campaign.tasks.rules.reporting import UpdateDraft
from campaign.vietnamese import clean


class TaskForm(RecordForm):
    """Adds or edits a task."""

    draft_type = TaskDraft
    text = LinesField(phrases.TEXT, required=True, limit=2000, description=phrases.TEXT_HINT)
    lead_unit_id = PickField(phrases.LEAD, required=True)
    coordinating = PickManyField(phrases.COORDINATING)
    due_on = DateField(phrases.DUE_ON)
    due_time = TimeField(phrases.DUE_TIME)
    due_words = LineField(phrases.DUE_WORDS, limit=100, description=phrases.DUE_WORDS_HINT)
    ceremony_id = PickField(phrases.CEREMONY)
    offset_count = NumberField(phrases.OFFSET, low=-FARTHEST, high=FARTHEST, description=phrases.OFFSET_HINT)
    offset_unit = ChoiceField(phrases.OFFSET_UNIT, DayUnit, default=DayUnit.WORKING)
    pinned = BooleanField(phrases.PINNED)
    after_task_id = PickField(phrases.AFTER)
    urgency = ChoiceField(phrases.URGENCY, Urgency, default=Urgency.NORMAL)
    person = LineField(phrases.PERSON, limit=120)
    basis = LineField(phrases.BASIS, description=phrases.BASIS_HINT)
    basis_section = LineField(phrases.BASIS_SECTION, limit=100)
    expected_result = LineField(phrases.EXPECTED_RESULT)
    note = LinesField(phrases.NOTE, limit=2000)

    def offer(self, units: Sequence[Unit], ceremonies: Sequence[Ceremony], tasks: Sequence[Task]) -> None:
        """Set the agency's units, the campaign's ceremonies and its other tasks as choices."""
        rows = [(unit.id, unit.name) for unit in units]
        self.lead_unit_id.offer(rows)
        self.coordinating.offer(rows)
        self.only_ceremony = ceremonies[0].id if len(ceremonies) == 1 else None
        self.ceremony_id.offer([(ceremony.id, ceremony.title) for ceremony in ceremonies])
        self.after_task_id.offer([(task.id, shorten(task.text, 90, placeholder="…")) for task in tasks])

    def draft(self) -> TaskDraft:
        """The typed values; a unit of days says nothing without their number, and one ceremony alone needs no choosing."""
        draft: TaskDraft = super().draft()
        if draft.offset_count is None:
            return replace(draft, offset_unit=None, ceremony_id=None)
        return replace(draft, ceremony_id=draft.ceremony_id or self.only_ceremony)


class BulkForm(RecordForm):
    """What the marked tasks get."""

    draft_type = BulkDraft
    lead_unit_id = PickField(phrases.BULK_LEAD)
    due_on = DateField(phrases.BULK_DUE)


class FilesField(MultipleFileField):
    """Files sent along; data is a list of EvidenceDraft, without the empty ones browsers send."""

    def process_data(self, value: object) -> None:
        self.data: list[EvidenceDraft] = []

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        sent = [file for file in valuelist if getattr(file, "filename", "")]
        self.data = [EvidenceDraft(clean(file.filename), file.read()) for file in sent]


class UpdateForm(RecordForm):
    """One thing said of a task; `of` leaves only the fields that thing needs."""

    kind: UpdateKind
    key = HiddenField()
    text = LinesField(phrases.SAY, limit=5000)
    percent = NumberField(phrases.PERCENT, low=0, high=100)
    until = DateField(phrases.UNTIL)
    files = FilesField(phrases.FILES, description=phrases.FILES_HINT)

    @classmethod
    def of(cls, kind: UpdateKind) -> "UpdateForm":
        """The form of that kind, with what is asked named in its words."""
        form = cls()
        form.kind = kind
        form.text.label.text = phrases.SAY_WHAT.get(kind, phrases.SAY)
        for name, kinds in _ASKED_OF.items():
            if kind not in kinds:
                delattr(form, name)
        if not form.key.data:
            form.key.data = uuid.uuid4().hex
        return form

    def draft(self) -> UpdateDraft:
        """What was typed, without the fields left out."""
        asked = {name: getattr(self, name).data for name in _ASKED_OF if name in self}
        return UpdateDraft(self.kind, self.key.data[:64], self.text.data or "", **asked)


_K = UpdateKind
_ASKED_OF: dict[str, set[UpdateKind]] = {
    "percent": {_K.PROGRESS},
    "until": {_K.ASK, _K.GRANT},
    "files": {_K.PROGRESS, _K.REPORT, _K.ASK, _K.COMMENT, _K.RETURN},
}


class SheetField(FileField):
    """One file; data is its name and bytes, or None where none was chosen."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        sent = [file for file in valuelist if getattr(file, "filename", "")]
        self.data = (clean(sent[0].filename), sent[0].read()) if sent else None

    def pre_validate(self, form: Any) -> None:
        if self.data is None:
            raise StopValidation(shared.REQUIRED)


class ImportForm(RecordForm):
    """Takes a list of tasks."""

    file = SheetField(phrases.IMPORT_FILE, description=phrases.IMPORT_FILE_HINT)

    def chosen(self) -> tuple[str, bytes]:
        """The name and bytes of the file, once the form is valid."""
        return cast(tuple[str, bytes], self.file.data)


class ColumnsForm(RecordForm):
    """Says which column of a list is what; choices are numbered from 1."""

    text = PickField(phrases.TEXT, required=True)
    lead = PickField(phrases.LEAD, required=True)
    coordinating = PickField(phrases.COORDINATING)
    due = PickField(phrases.DUE)
    person = PickField(phrases.PERSON)
    expected_result = PickField(phrases.EXPECTED_RESULT)
    basis = PickField(phrases.BASIS)
    note = PickField(phrases.NOTE)

    def offer(self, headings: Sequence[str], columns: Mapping[str, int]) -> None:
        """Set the list's columns as choices, and those given as chosen."""
        for name in phrases.COLUMNS:
            self[name].offer(list(enumerate(headings, start=1)))
            if name in columns:
                self[name].data = columns[name] + 1

    def columns(self) -> dict[str, int]:
        """The chosen column of each field that has one, counted from 0."""
        return {name: self[name].data - 1 for name in phrases.COLUMNS if self[name].data}

    def validate(self, extra_validators: Any = None) -> bool:
        """Each column says one thing."""
        valid: bool = super().validate(extra_validators)
        chosen: dict[int, str] = {}
        for name, place in self.columns().items():
            if place in chosen:
                self[name].errors = [phrases.ONE_COLUMN_TWICE.format(column=phrases.COLUMNS[chosen[place]])]
                valid = False
            chosen.setdefault(place, name)
        return valid
