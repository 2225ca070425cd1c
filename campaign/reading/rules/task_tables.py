"""Tables: which column is what, told by its head; rows as duties or as steps of a programme."""

import re
from dataclasses import dataclass

from campaign.reading import phrases
from campaign.reading.rules.dates import clock_at_start, due_in_words, due_of
from campaign.reading.rules.lines import cells_of
from campaign.reading.rules.plan import Duty, Step
from campaign.reading.rules.source import Table
from campaign.reading.rules.text import plain, squeeze
from campaign.reading.rules.units import partners_in, shared, split_units, starts_with_unit
from campaign.vietnamese import capitalise_first

_COLUMNS = {name: re.compile(pattern) for name, pattern in phrases.COLUMNS.items()}
_ORDER = ("number", "coordinating", "lead", "due", "content", "result")
_HEAD_ROWS = 3
_BULLET = re.compile(r"^[-–+•*]\s*|^\d+[.)]\s*")


@dataclass(frozen=True)
class Columns:
    """The place of each known column, and the first row below the head."""

    places: dict[str, int]
    first: int


def columns_of(rows: list[list[str]]) -> Columns | None:
    """The columns named by one of the first rows; None when no head is found."""
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        places: dict[str, int] = {}
        for place, cell in enumerate(row):
            small = plain(squeeze(cell)).strip(" .:")
            kind = next((name for name in _ORDER if len(small) <= 60 and _COLUMNS[name].search(small)), "")
            if kind and kind not in places:
                places[kind] = place
        if "content" in places and len(places) > 1:
            return Columns(places, at + 1)
    return None


def duties(table: Table, year: int | None) -> list[Duty]:
    """The duties of a table of assignments: one whose head names what is to be done and who leads."""
    rows = cells_of(table)
    columns = columns_of(rows)
    if not columns or "lead" not in columns.places or _is_programme(rows, columns):
        return []
    found: list[Duty] = []
    unit = ""
    for row in rows[columns.first :]:
        content = squeeze(_cell(row, columns, "content"))
        lead = _cell(row, columns, "lead")
        if not content or (not lead and len(row) > 2 and not unit) or _is_section(row):
            unit = "" if _is_section(row) else unit
            continue
        unit = lead or unit
        found.append(_duty(row, columns, unit, year))
    return found


def _is_programme(rows: list[list[str]], columns: Columns) -> bool:
    """Whether most rows say at what o'clock: who speaks when is no duty."""
    times = [time for row in rows[columns.first :] if (time := squeeze(_cell(row, columns, "due")))]
    return sum(bool(clock_at_start(time)[0]) for time in times) * 2 > len(times)


def _duty(row: list[str], columns: Columns, lead: str, year: int | None) -> Duty:
    text = squeeze(_cell(row, columns, "content").replace("\n", " ")).strip(" ;.")
    leads, helpers = _shared(lead)
    cell = _cell(row, columns, "coordinating")
    helpers += [name for line in _whole_names(cell) for name in split_units(line) if name]
    time = squeeze(_cell(row, columns, "due"))
    due = due_in_words(time, year) if time else due_of(text, year)
    coordinating = tuple(dict.fromkeys(helpers)) or tuple(partners_in(text))
    return Duty(
        "; ".join(leads), capitalise_first(text), True, coordinating, due, " | ".join(map(squeeze, row))
    )


def _shared(cell: str) -> tuple[list[str], list[str]]:
    """Leading and helping units of one cell: "Chủ trì: Phòng Nội vụ; phối hợp: Văn phòng"."""
    first, rest = shared(cell)
    return _names(re.sub(phrases.LABEL_OF_CELL, "", first)), _names(rest)


def _names(cell: str) -> list[str]:
    names = [name.strip(" ;,.") for line in _whole_names(cell) for name in line.split(";")]
    return [squeeze(name) for name in names if name]


def _whole_names(cell: str) -> list[str]:
    """The lines of a cell of names without bullets, a name broken to fit its column put together."""
    whole: list[str] = []
    for line in cell.split("\n"):
        bare = _BULLET.sub("", line)
        broken = (
            whole and bare == line and not whole[-1].endswith((";", ",", ".")) and not starts_with_unit(bare)
        )
        if broken:
            whole[-1] = f"{whole[-1]} {bare}"
        else:
            whole.append(bare)
    return whole


def _cell(row: list[str], columns: Columns, name: str) -> str:
    place = columns.places.get(name, -1)
    return row[place] if 0 <= place < len(row) else ""


def _is_section(row: list[str]) -> bool:
    """Whether a row is a heading inside the table: one filled cell beside its number."""
    filled = [cell for cell in row if cell.strip()]
    return len(filled) <= 2 and (
        len(filled) < 2 or bool(re.fullmatch(r"[IVXA-H\d]+[.)]?", filled[0].strip()))
    )


def steps(table: Table) -> list[Step]:
    """The steps of a programme table: a column of times and one of what happens."""
    rows = cells_of(table)
    columns = columns_of(rows)
    if not columns or "due" not in columns.places:
        return []
    found = []
    for row in rows[columns.first :]:
        text = squeeze(_cell(row, columns, "content"))
        if text:
            time, _ = clock_at_start(squeeze(_cell(row, columns, "due")))
            found.append(Step(text.strip(" ;."), time))
    return found
