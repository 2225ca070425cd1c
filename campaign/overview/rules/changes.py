"""History in words: which field went from what to what. Pure; the types of columns and the names of units are handed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from textwrap import shorten
from typing import Any

from campaign.glossary import Annex, Labelled, term
from campaign.overview import phrases
from campaign.vietnamese import moment, short_date, spoken_time, weekday_name

LENGTH = 160  # letters of a value that are shown
UNITS = frozenset({"unit_id", "lead_unit_id", "coordinating"})
_A_MONDAY = date(2024, 1, 1)
_TERMS = {"section": "outline section"}


@dataclass(frozen=True)
class Change:
    """One field's change as people read it."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Reading:
    """What turns stored values into words: the Python type of each (table, column), and units' names by id."""

    types: Mapping[tuple[str, str], type]
    units: Mapping[int, str]

    def changes(self, noun: str, stored: Mapping[str, Any]) -> list[Change]:
        """Changes of the columns people know, {column: [before, after]} as history stores them."""
        return [
            Change(label, self._spell(noun, column, before), self._spell(noun, column, after))
            for column, (before, after) in stored.items()
            if (label := phrases.COLUMNS.get(f"{noun}.{column}") or phrases.COLUMNS.get(column))
        ]

    def _spell(self, noun: str, column: str, value: Any) -> str:
        if value is None or value in ("", []):
            return phrases.NOTHING
        if column in UNITS:
            unit_ids = value if isinstance(value, list) else [value]
            return "; ".join(self.units.get(unit_id, phrases.FORMER_UNIT) for unit_id in unit_ids)
        if column == "weekday":
            return weekday_name(_A_MONDAY + timedelta(days=value))
        return shorten(_spell(self.types.get((noun, column), str), value), LENGTH, placeholder="…")


def noun_of(table: str) -> str:
    """What a record of that table is called: "nhiệm vụ"; the table's own name when the glossary has none."""
    try:
        return term(_TERMS.get(table, table.replace("_", " ")))
    except KeyError:
        return table


def _spell(kind: type, value: Any) -> str:
    if isinstance(value, bool):
        return phrases.YES if value else phrases.NO
    if isinstance(value, list):
        return ", ".join(_spell(Annex, item) for item in value)
    try:
        return _parsed(kind, str(value))
    except ValueError:  # stored before a type or an enumeration changed
        return str(value)


def _parsed(kind: type, text: str) -> str:
    if issubclass(kind, Labelled):
        return kind(text).label
    if issubclass(kind, datetime):
        return moment(datetime.fromisoformat(text))
    if issubclass(kind, date):
        return short_date(date.fromisoformat(text))
    return spoken_time(time.fromisoformat(text)) if issubclass(kind, time) else text
