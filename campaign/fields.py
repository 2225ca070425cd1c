"""Form fields of this trade: clean text, dates as offices write them, choices with Vietnamese labels."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, cast

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation
from wtforms.widgets import CheckboxInput, ListWidget

from campaign import phrases
from campaign.errors import Problem
from campaign.glossary import Labelled
from campaign.people.rules import is_email
from campaign.vietnamese import clean, clean_lines, grouped, parse_date, parse_time, short_date, spoken_time

YEARS = range(
    1900, 2200
)  # any day of a plan; days are added to and taken from what was typed, past neither end of time
# Dots stand between thousands only: 1.5 is no 15.
_NUMBER = re.compile(r"[+-]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)")
_MOST_DIGITS = 10  # of an INTEGER column


class LineField(StringField):
    """One line of clean NFC text, `limit` letters at most; empty becomes None unless `required`."""

    def __init__(self, label: str, *, required: bool = False, limit: int = 300, **options: Any) -> None:
        super().__init__(label, **options)
        self.limit = limit
        self.flags.required = required

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.data = self.tidy(valuelist[0]) if valuelist else ""

    def tidy(self, text: str) -> str:
        return clean(text)

    def pre_validate(self, form: Any) -> None:
        if self.flags.required and not self.data:
            raise StopValidation(phrases.REQUIRED)
        if self.data and len(self.data) > self.limit:
            raise StopValidation(
                phrases.TOO_LONG.format(limit=grouped(self.limit), length=grouped(len(self.data)))
            )


class LinesField(LineField, TextAreaField):
    """Several lines of clean NFC text."""

    def __init__(self, label: str, *, required: bool = False, limit: int = 5000, **options: Any) -> None:
        super().__init__(label, required=required, limit=limit, **options)

    def tidy(self, text: str) -> str:
        return clean_lines(text)


class EmailField(LineField):
    """An e-mail address, kept in lower case."""

    def tidy(self, text: str) -> str:
        return clean(text).lower()

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if self.data and not is_email(self.data):
            raise StopValidation(phrases.BAD_EMAIL.format(text=self.data))


class ParsedField(StringField):
    """A text field whose data is a parsed value; what was typed stays on the page when it cannot be read."""

    complaint = ""

    def __init__(self, label: str, *, required: bool = False, **options: Any) -> None:
        super().__init__(label, **options)
        self.flags.required = required
        self.typed = ""
        self.unreadable = False

    def parse(self, text: str) -> object:
        raise NotImplementedError

    def spell(self, value: Any) -> str:
        return str(value)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        self.typed = clean(valuelist[0]) if valuelist else ""
        self.data, self.unreadable = None, False
        if self.typed:
            try:
                self.data = self.parse(self.typed)
            except ValueError:
                self.unreadable = True

    def _value(self) -> str:
        return self.typed if self.raw_data else ("" if self.data is None else self.spell(self.data))

    def pre_validate(self, form: Any) -> None:
        if self.unreadable:
            raise StopValidation(self.complain())
        if self.flags.required and self.data is None:
            raise StopValidation(phrases.REQUIRED)

    def complain(self) -> str:
        return self.complaint.format(text=self.typed)


class DateField(ParsedField):
    """A day written d/m/yyyy, of a year in YEARS."""

    complaint = phrases.BAD_DATE

    def parse(self, text: str) -> date:
        day = parse_date(text)
        if day.year not in YEARS:
            raise ValueError(text)
        return day

    def spell(self, value: Any) -> str:
        return short_date(value)


class TimeField(ParsedField):
    """An hour written 7 giờ 30, 7h30 or 07:30."""

    complaint = phrases.BAD_TIME

    def parse(self, text: str) -> time:
        return parse_time(text)

    def spell(self, value: Any) -> str:
        return cast(str, value.strftime("%H:%M"))


class NumberField(ParsedField):
    """A whole number between `low` and `high`."""

    def __init__(self, label: str, *, low: int = 0, high: int = 100_000, **options: Any) -> None:
        super().__init__(label, **options)
        self.low, self.high = low, high

    def parse(self, text: str) -> int:
        if not _NUMBER.fullmatch(text):
            raise ValueError(text)
        number = int(text.replace(".", ""))
        if not self.low <= number <= self.high:
            raise ValueError(text)
        return number

    def complain(self) -> str:
        return phrases.BAD_NUMBER.format(low=grouped(self.low), high=grouped(self.high))


class ChoiceField(SelectField):
    """A choice among the members of a Labelled enumeration; data is the member, or None when optional."""

    def __init__(self, label: str, kind: type[Labelled], *, optional: bool = False, **options: Any) -> None:
        members = [SelectChoice(member.value, member.label) for member in kind]
        choices = [SelectChoice("", phrases.NO_CHOICE), *members] if optional else members
        known = {member.value: member for member in kind}
        super().__init__(label, choices=choices, coerce=known.get, **options)
        self.flags.required = not optional

    def pre_validate(self, form: Any) -> None:
        _check_choice(self)
        if self.flags.required and self.data is None:
            raise StopValidation(phrases.REQUIRED)


class PickField(SelectField):
    """A choice among records: choices are (id, label) pairs given by the view; data is the id or None."""

    def __init__(self, label: str, *, required: bool = False, **options: Any) -> None:
        super().__init__(label, coerce=read_id, validate_choice=True, **options)
        self.flags.required = required

    def offer(self, rows: Sequence[tuple[int, str]]) -> None:
        """Set the records one can choose from."""
        offered = [SelectChoice(str(key), label) for key, label in rows]
        self.choices = [SelectChoice("", phrases.NO_CHOICE), *offered]

    def pre_validate(self, form: Any) -> None:
        if self.flags.required and self.data is None:
            raise StopValidation(phrases.REQUIRED)
        _check_choice(self)


class PickManyField(SelectMultipleField):
    """Several choices among records as check boxes; data is a list of ids."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, coerce=read_id, choices=[], **options)

    def process_data(self, value: Any) -> None:
        self.data = list(value or ())

    def offer(self, rows: Sequence[tuple[int, str]]) -> None:
        """Set the records one can choose from."""
        self.choices = [SelectChoice(str(key), label) for key, label in rows]

    def pre_validate(self, form: Any) -> None:
        offered = {choice.value for choice in self.choices}
        if any(str(key) not in offered for key in self.data or []):
            raise StopValidation(phrases.BAD_CHOICE)


class RecordForm(FlaskForm):
    """A form over one record: it carries the version it was read at and makes a plain draft.

    Subclasses set `draft_type`, a dataclass whose field names are the form's.
    """

    draft_type: type[Any]
    version = HiddenField(default="0")
    conflict: list[tuple[str, str, str]] | None = None

    def draft(self) -> Any:
        """The typed values as the slice's draft; empty optional lines become None where the draft says so."""
        values = {name: self[name].data for name in self.draft_type.__dataclass_fields__ if name in self}
        optional = {
            name for name, field in self.draft_type.__dataclass_fields__.items() if "None" in str(field.type)
        }
        return self.draft_type(
            **{
                name: (value or None) if name in optional and value == "" else value
                for name, value in values.items()
            }
        )

    def read_version(self) -> int:
        """The version posted; 0 when there is none or an odd one, so that a save conflicts rather than overwrites."""
        return (read_id(self.version.raw_data[0]) if self.version.raw_data else None) or 0

    def differences(self, record: object) -> list[tuple[str, str, str]]:
        """(label, saved value, typed value) of every field in which the record differs from the form."""
        rows = [
            (field.label.text, _shown(field, getattr(record, name)), _shown(field, field.data))
            for name in self.draft_type.__dataclass_fields__
            if hasattr(record, name) and name in self
            for field in (getattr(self, name),)
        ]
        return [row for row in rows if row[1] != row[2]]

    def typed(self) -> list[tuple[str, str]]:
        """(label, text) of every field somebody filled, as they would read it."""
        texts = [
            (field.label.text, _shown(field, field.data))
            for field in self
            if not isinstance(field, HiddenField)
        ]
        return [row for row in texts if row[1]]

    def blame(self, problems: Sequence[Problem]) -> None:
        """Put each sentence on its field, or on the form as a whole."""
        for problem in problems:
            field = getattr(self, problem.field, None) if problem.field else None
            if isinstance(field, Field):
                field.errors = [*field.errors, problem.sentence]
            else:
                self.form_errors.append(problem.sentence)


def read_id(text: object) -> int | None:
    """The id or version a text spells; None for anything else, and for more digits than a database counts to."""
    digits = str(text)
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def spell(value: object) -> str:
    """A stored value as people read it, for comparing two versions."""
    if isinstance(value, bool):
        return phrases.YES if value else phrases.NO
    if isinstance(value, date) and not isinstance(value, datetime):
        return short_date(value)
    if isinstance(value, time):
        return spoken_time(value)
    if isinstance(value, Labelled):
        return value.label
    return "" if value is None else str(value)


def _shown(field: Field, value: object) -> str:
    """A value as the field's reader knows it: records by their names, not their ids."""
    if not isinstance(field, PickField | PickManyField):
        return spell(value)
    names = {choice.value: choice.label for choice in field.choices}
    chosen = value if isinstance(value, list) else [value]
    return "; ".join(str(names.get(str(each)) or spell(each)) for each in chosen)


def _check_choice(field: SelectField) -> None:
    offered = {str(key) for key, *_ in field.iter_choices()}
    if str(field.data if field.data is not None else "") not in offered and field.data is not None:
        raise StopValidation(phrases.BAD_CHOICE)
    if field.raw_data and field.raw_data[0] and field.data is None:
        raise StopValidation(phrases.BAD_CHOICE)
