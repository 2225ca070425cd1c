"""Forms of reading a document in: handing it over, and what is taken of it, row by row."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from wtforms import (
    BooleanField,
    Field,
    FieldList,
    FileField,
    Form,
    FormField,
    SelectField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation
from wtforms.widgets import TextArea

from campaign import phrases as shared
from campaign.errors import Problem
from campaign.fields import (
    ChoiceField,
    DateField,
    LineField,
    LinesField,
    NumberField,
    PickField,
    RecordForm,
    TimeField,
)
from campaign.glossary import DocumentKind, Relation
from campaign.reading.rules.taking import phrases
from campaign.reading.rules.taking.proposal import LONGEST_STEP, TITLE_LIMIT, Proposal
from campaign.vietnamese import clean

TASK_LIMIT, BASIS_LIMIT = 2000, 1000


# ---------------------------------------------------------------- handing it over


class GivenField(FileField):
    """One file or none; data is its name and bytes, or None."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        sent = next((file for file in valuelist if getattr(file, "filename", "")), None)
        self.data = (clean(sent.filename), sent.read()) if sent else None


class PastedField(TextAreaField):
    """Text as it was pasted: tabs, line ends and blanks tell where columns stood."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = valuelist[0] if valuelist and isinstance(valuelist[0], str) else ""


class HandInForm(RecordForm):
    """A file or pasted text; `agency_id` stays only where an administrator of every office reads."""

    agency_id = PickField(phrases.AGENCY, required=True)
    file = GivenField(phrases.FILE, description=phrases.FILE_HINT)
    text = PastedField(phrases.TEXT, description=phrases.TEXT_HINT)

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Besides the fields' own rules: a file or a text, not both."""
        good = bool(super().validate(extra_validators))
        given = [self.file.data is not None, bool((self.text.data or "").strip())]
        if sum(given) != 1:
            sentence = phrases.BOTH_GIVEN if all(given) else phrases.NOTHING_GIVEN
            self.blame([Problem("text" if all(given) else "file", sentence)])
            return False
        return good

    def given(self, day: str) -> tuple[str, bytes]:
        """Name and bytes of what was handed in, after validate(); a pasted text is named by the day."""
        if self.file.data is not None:
            return cast(tuple[str, bytes], self.file.data)
        return phrases.PASTED.format(day=day), str(self.text.data).encode()

    @property
    def given_field(self) -> str:
        """The field that holds it."""
        return "file" if self.file.data is not None else "text"


# ---------------------------------------------------------------- taking it


class RefField(SelectField):
    """A unit: one the document writes ("w3"), or one of the office ("u12"); "" for none."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, choices=[], validate_choice=False, **options)

    def offer(self, written: Sequence[tuple[str, str]], known: Sequence[tuple[str, str]]) -> None:
        """Set the units one can choose from, in two groups."""
        self.offered = {value for value, _ in (*written, *known)}
        groups = {phrases.IN_DOCUMENT: written, phrases.IN_DIRECTORY: known}
        self.choices = {
            "": [SelectChoice("", phrases.NO_LEAD_CHOICE)],
            **{
                name: [SelectChoice(value, label) for value, label in rows]
                for name, rows in groups.items()
                if rows
            },
        }

    def pre_validate(self, form: Any) -> None:
        if self.data and self.data not in self.offered:
            raise StopValidation(shared.BAD_CHOICE)


class WrappedField(LineField):
    """One line of text, shown on as many as it needs."""

    widget = TextArea()


class Row(Form):
    """A thing that can be taken or left; what is left may be filled as it likes."""

    take = BooleanField(phrases.TAKE)

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        return super().validate(extra_validators) if self.take.data else True


class CeremonyRow(Row):
    title = WrappedField(phrases.CEREMONY_TITLE, required=True, limit=300)
    day = DateField(phrases.DAY, required=True)
    starts = TimeField(phrases.STARTS, required=True)
    venue = WrappedField(phrases.VENUE, required=True)


class BasisRow(Row):
    text = WrappedField(phrases.BASIS, required=True, limit=BASIS_LIMIT)


class StepRow(Row):
    title = WrappedField(phrases.STEP, required=True)
    minutes = NumberField(phrases.MINUTES, low=1, high=LONGEST_STEP, required=True)
    before_start = BooleanField(phrases.BEFORE_START)


class GroupRow(Row):
    name = LineField(phrases.GROUP, required=True, limit=200)
    members = LinesField(phrases.MEMBERS, limit=20_000)


class UnitRow(Form):
    """A unit the document writes: one of the office, or a new one."""

    unit = PickField(phrases.UNIT)
    create = BooleanField(phrases.CREATE_UNIT)
    name = WrappedField(phrases.UNIT_NAME, limit=300)
    relation = ChoiceField(phrases.RELATION, Relation)


class TaskRow(Row):
    text = LinesField(phrases.TASK_TEXT, required=True, limit=TASK_LIMIT)
    lead = RefField(phrases.LEAD)
    helpers = LineField(phrases.HELPERS, limit=2000)
    due = LineField(phrases.DUE, limit=100)


class DayRow(Row):
    name = LineField(phrases.DAY_NAME, required=True, limit=200)
    words = LineField(phrases.DAY_WORDS, required=True, limit=200)
    starts_on = DateField(phrases.FROM_DAY, required=True)
    ends_on = DateField(phrases.TO_DAY)
    closes_at = TimeField(phrases.CLOSES_AT)


class ProcedureRow(Row):
    name = WrappedField(phrases.PROCEDURE, required=True, limit=500)
    code = LineField(phrases.CODE, limit=20)
    served_at = WrappedField(phrases.SERVED_AT, required=True, limit=200)


class LiveRow(Form):
    live = BooleanField(phrases.LIVE)


class RowsField(FieldList):
    """As many rows as the page was made with, whatever is posted: each is known by its place in the proposal."""

    def process(self, formdata: Any, data: Any = (), extra_filters: Any = None) -> None:
        self.entries: list[Any] = []
        self.last_index, self.object_data = -1, data
        for place, value in enumerate(data if isinstance(data, list) else ()):
            self._add_entry(formdata, value, index=place)


def _rows(kind: type[Form], label: str) -> RowsField:
    return RowsField(FormField(kind), label)


LISTS = ("bases", "programme", "groups", "units", "tasks", "days", "procedures", "live")


class TakeForm(RecordForm):
    """Everything that was understood, to be put right; rows stand in the order of the proposal they are about."""

    campaign_id = PickField(phrases.INTO)
    title = LineField(phrases.TITLE, limit=TITLE_LIMIT)
    starts_on = DateField(phrases.STARTS_ON)
    ends_on = DateField(phrases.ENDS_ON)
    make_document = BooleanField(phrases.MAKE_DOCUMENT)
    kind = ChoiceField(phrases.KIND, DocumentKind)
    document_title = WrappedField(phrases.DOCUMENT_TITLE, limit=500)
    symbol = LineField(phrases.SYMBOL, limit=60)
    authority = LinesField(phrases.AUTHORITY, limit=300)
    position = LineField(phrases.POSITION)
    signer_name = LineField(phrases.SIGNER_NAME)
    addressees = LinesField(phrases.ADDRESSEES, description=phrases.LINES_HINT, limit=20_000)
    recipients = LinesField(phrases.RECIPIENTS, description=phrases.LINES_HINT, limit=20_000)
    lead_all = RefField(phrases.LEAD_ALL)
    ceremony = FormField(CeremonyRow, phrases.CEREMONY)
    bases = _rows(BasisRow, phrases.PARTS["bases"])
    programme = _rows(StepRow, phrases.PARTS["programme"])
    groups = _rows(GroupRow, phrases.PARTS["groups"])
    units = _rows(UnitRow, phrases.PARTS["units"])
    tasks = _rows(TaskRow, phrases.PARTS["tasks"])
    days = _rows(DayRow, phrases.PARTS["days"])
    procedures = _rows(ProcedureRow, phrases.PARTS["procedures"])
    live = _rows(LiveRow, phrases.LIVE)

    def offer(self, proposal: Proposal, campaigns: Sequence[tuple[int, str]]) -> None:
        """Set the units and campaigns one can choose from."""
        units = proposal.office.units
        known = [(f"u{unit.id}", unit.name) for unit in units if unit.current]
        written = [(f"w{place}", unit.written) for place, unit in enumerate(proposal.units)]
        written = written if proposal.us is None else []
        for row in self.tasks:
            row.form.lead.offer(written, known)
        self.lead_all.offer([], known)
        for row in self.units:
            row.form.unit.offer([(unit.id, unit.name) for unit in units])
            row.form.unit.choices[0] = SelectChoice("", phrases.NO_UNIT)
        self.campaign_id.offer(campaigns)
        self.campaign_id.choices[0] = SelectChoice("", phrases.NEW_CAMPAIGN)

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Besides the fields' own rules: a new campaign has a title, and so has a document."""
        good = bool(super().validate(extra_validators))
        wanted = [
            (self.title, self.campaign_id.data is None),
            (self.document_title, bool(self.make_document.data)),
        ]
        for field, needed in wanted:
            if needed and not field.data:
                field.errors = [*field.errors, shared.REQUIRED]
                good = False
        return good

    def blame(self, problems: Sequence[Problem]) -> None:
        """As RecordForm, where the field may be one of a row: "tasks-3-lead"."""
        rest = []
        for problem in problems:
            field = self._at(problem.field)
            if field is None:
                rest.append(problem)
            else:
                field.errors = [*field.errors, problem.sentence]
        for name in LISTS:
            rows = getattr(self, name)
            rows.errors = [row.errors for row in rows] if any(row.errors for row in rows) else []
        super().blame(rest)

    def _at(self, path: str) -> Field | None:
        name, *rest = path.split("-")
        field = getattr(self, name, None) if rest else None
        if isinstance(field, FieldList) and len(rest) == 2 and rest[0].isdecimal():
            place = int(rest[0])
            return getattr(field[place].form, rest[1], None) if place < len(field) else None
        return getattr(field.form, rest[0], None) if isinstance(field, FormField) else None
