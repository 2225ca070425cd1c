"""Reading a list of tasks out of a spreadsheet: which column says what, and what stands against each row. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2s
from typing import Any

from campaign.tasks import phrases
from campaign.tasks.rules import Known, Sibling, TaskDraft, check
from campaign.vietnamese import fold, latest_day, parse_date, parse_time
from campaign.workdays import read_offset

Columns = Mapping[str, int]  # a field of phrases.COLUMNS -> the place of its column, from 0

MOST_ROWS = 2000
LIMITS = {
    "text": 2000,
    "lead": 300,
    "coordinating": 2000,
    "due": 100,
    "person": 120,
    "expected_result": 300,
    "basis": 300,
    "note": 2000,
}
_LINES = {"text", "note", "lead", "coordinating"}  # keep their line ends
_REQUIRED = ("text", "lead")
_YEARS = range(1900, 2200)  # as every date field
_ABOVE = 30  # rows a letterhead and a title may take
_MOST_COMMAS = 5  # within one name
_NEAREST = 5  # units named beside one that is not known
_COUNTING = re.compile(r"\(?[0-9]{1,2}\)?")
_PART = re.compile(
    r"(?:[IVX]{1,5}|[A-Z])[.)]?(?: \S.*)?", re.DOTALL
)  # "II. …", or that number in a cell of its own
_DIGITS_ONLY = re.compile(r"(?:ngay )?[0-9\s/.,:-]+")
_TIMED = (
    re.compile(rf"(?P<time>{phrases.HOUR})[,;]? (?P<day>\S.+)", re.IGNORECASE),
    re.compile(rf"(?P<day>\S.*[0-9]{{4}})[,;]? (?P<time>{phrases.HOUR})", re.IGNORECASE),
)


@dataclass(frozen=True)
class Table:
    """A list as read: its headings, the number of their row, and the rows below with theirs."""

    headings: tuple[str, ...]
    heading_row: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def signature(self) -> str:
        """The same for every file with these headings, whatever their case and marks."""
        return blake2s("\n".join(map(fold, self.headings)).encode(), digest_size=16).hexdigest()


@dataclass(frozen=True)
class UnitName:
    """A unit by the names a list may call it."""

    id: int
    name: str
    short_name: str


@dataclass(frozen=True)
class Fault:
    """What stands against a row: its number and the column's heading in the file, why, and what would be taken."""

    row: int
    column: str
    sentence: str
    accepted: str = ""


@dataclass(frozen=True)
class Review:
    """What would become of a table: a draft for each row, with its number; what has to be corrected; rows left out."""

    drafts: tuple[tuple[int, TaskDraft], ...]
    faults: tuple[Fault, ...]
    skipped: tuple[int, ...] = ()

    @property
    def digest(self) -> str:
        """A short sign of the drafts, to tell whether those confirmed are still those seen."""
        return blake2s(repr(self.drafts).encode(), digest_size=8).hexdigest()


# ---------------------------------------------------------------- columns


def tabled(rows: Iterable[tuple[int, tuple[str, ...]]]) -> Table:
    """The table in numbered rows: headings are the row, among the first, in which most columns are known by name.

    A row below them that only counts the columns ("(1)", "(2)" …) is none of the list.
    """
    listed = list(rows)
    headings = [_headings(listed, place) for place in range(min(len(listed), _ABOVE))]
    known = [len(guess(cells)) for cells, _ in headings]
    place = known.index(max(known)) if any(known) else 0
    cells, height = headings[place]
    body = listed[place + height :]
    if body and all(_COUNTING.fullmatch(cell) for cell in body[0][1] if cell):
        del body[0]
    return Table(cells, listed[place][0], tuple(body))


def _headings(listed: Sequence[tuple[int, tuple[str, ...]]], place: int) -> tuple[tuple[str, ...], int]:
    """The headings a row makes, and of how many rows: with the next when that parts a merged one ("Đơn vị thực hiện")."""
    top = listed[place][1]
    below = listed[place + 1][1] if place + 1 < len(listed) else ()
    text = guess(top).get("text")
    parts = text is not None and below and not below[text].strip()
    if not (parts and any(not top[column].strip() for column in guess(below).values())):
        return top, 1
    return tuple(f"{one} {other}".strip() for one, other in zip(top, below, strict=True)), 2


def guess(headings: Sequence[str]) -> dict[str, int]:
    """The column of each field that a heading names: the plainest heading first, no column for two fields."""
    offers = sorted(
        (_strength(heading, word), -place, field_)
        for field_, words in phrases.COLUMN_WORDS.items()
        for word in map(fold, words)
        for place, heading in enumerate(headings)
        if re.search(rf"\b{re.escape(word)}\b", fold(heading))
    )
    found: dict[str, int] = {}
    for _, place, field_ in reversed(offers):
        if field_ not in found and -place not in found.values():
            found[field_] = -place
    return found


def _strength(heading: str, word: str) -> tuple[bool, int]:
    return fold(heading) == word, len(word)


def name_of(table: Table, place: int) -> str:
    """The heading of a column as a person finds it: "C · Đơn vị chủ trì"."""
    letters, rest = "", place + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters} · {' '.join(table.headings[place].split()) or phrases.NO_COLUMN_NAME}"


# ---------------------------------------------------------------- rows


def review(
    table: Table,
    columns: Columns,
    units: Sequence[UnitName],
    siblings: Sequence[Sibling],
    ceremony_id: int | None = None,
) -> Review:
    """Every row as it would become a task beside the campaign's own `siblings`, under the rules of the form.

    "T-7 ngày làm việc" counts from that ceremony; without one it stays words. Titles of parts of the list are skipped.
    """
    lacking = [phrases.COLUMNS[name] for name in _REQUIRED if name not in columns]
    if lacking:
        sentences = [phrases.NO_COLUMN.format(column=column) for column in lacking]
        return Review((), tuple(Fault(table.heading_row, "", sentence) for sentence in sentences))
    desk = _Desk(units, siblings, ceremony_id)
    drafts, faults, skipped = [], [], []
    for number, cells in table.rows:
        row = _Row(number, table, {name: cells[place] for name, place in columns.items()}, columns)
        if not any(map(str.strip, row.cells.values())) or _is_title(row, cells):
            skipped.append(number)
            continue
        draft = desk.read(row)
        faults += row.faults
        if draft is not None:
            drafts.append((number, draft))
    if not drafts and not faults:
        faults.append(Fault(table.heading_row, "", phrases.NO_ROWS))
    return Review(tuple(drafts), tuple(faults), tuple(skipped))


@dataclass
class _Row:
    """One row being read: its cells by field, and the faults found so far."""

    number: int
    table: Table
    cells: Mapping[str, str]
    columns: Columns
    faults: list[Fault] = field(default_factory=list)

    def blame(self, name: str, sentence: str, accepted: str = "") -> None:
        column = name_of(self.table, self.columns[name]) if name in self.columns else ""
        self.faults.append(Fault(self.number, column, sentence, accepted))

    def words(self, name: str) -> str | None:
        """The text of a cell, at most as long as it may be; None when it is empty."""
        text = self.cells.get(name, "")
        text = text.strip() if name in _LINES else " ".join(text.split())
        if len(text) > LIMITS[name]:
            self.blame(name, phrases.CELL_TOO_LONG.format(limit=LIMITS[name], length=len(text)))
            return text[: LIMITS[name]]
        return text or None


class _Desk:
    """Reads rows one after the other, each beside the campaign's tasks and the rows before it."""

    def __init__(
        self, units: Sequence[UnitName], siblings: Sequence[Sibling], ceremony_id: int | None
    ) -> None:
        self.units, self.ceremony_id = units, ceremony_id
        ceremony_ids = () if ceremony_id is None else (ceremony_id,)
        self.known = Known({unit.id: unit.name for unit in units}, ceremony_ids)
        self.ids: dict[str, set[int]] = {}
        for unit in units:
            for name in (unit.name, unit.short_name):
                self.ids.setdefault(_key(name), set()).add(unit.id)
        self.present = {twin(each.lead_unit_id, each.text): each for each in siblings}
        self.earlier: dict[tuple[int, str], int] = {}

    def read(self, row: _Row) -> TaskDraft | None:
        """The draft a row makes; None once something stands against it."""
        text = row.words("text")
        if text is None:
            row.blame("text", phrases.CELL_EMPTY)
        lead = self._lead(row)
        helpers = self._several(row)
        due = _due(row, self.ceremony_id)
        rest = {name: row.words(name) for name in ("person", "expected_result", "basis", "note")}
        if row.faults or text is None or lead is None:
            return None
        draft = TaskDraft(text, lead, helpers, **due, **rest)  # type: ignore[arg-type]
        self._beside(draft, row)
        return None if row.faults else draft

    def _beside(self, draft: TaskDraft, row: _Row) -> None:
        """The form's own rules, then doubles among the rows."""
        mine = twin(draft.lead_unit_id, draft.text)
        same = self.present.get(mine)
        for problem in check(draft, self.known, [same] if same else []):
            row.blame(_COLUMN_OF.get(problem.field, "due"), problem.sentence)
        if mine in self.earlier:
            row.blame("text", phrases.TWICE_IN_FILE.format(row=self.earlier[mine]))
        self.earlier.setdefault(mine, row.number)

    def _lead(self, row: _Row) -> int | None:
        named = row.words("lead")
        if named is None:
            row.blame("lead", phrases.CELL_EMPTY_LEAD)
            return None
        found = self._units(named)
        if len(found) > 1 and all(found.values()):
            row.blame("lead", phrases.CELL_SEVERAL_LEADS)
            return None
        return self._one(row, "lead", named, self.ids.get(_key(named), set()))

    def _several(self, row: _Row) -> list[int]:
        found = [
            self._one(row, "coordinating", name, ids)
            for name, ids in self._units(row.words("coordinating") or "").items()
        ]
        return list(dict.fromkeys(unit for unit in found if unit is not None))

    def _units(self, text: str) -> dict[str, set[int]]:
        """The names in a cell with the units each may mean; a comma parts names unless it stands within one."""
        found: dict[str, set[int]] = {}
        for piece in filter(None, map(_bare, re.split(r"[;\n]", text))):
            words = piece.split(",")
            while words:
                runs = [",".join(words[:count]) for count in range(min(len(words), 1 + _MOST_COMMAS), 0, -1)]
                name = next((run for run in runs if _key(run) in self.ids), words[0])
                del words[: name.count(",") + 1]
                if _bare(name):
                    found[_bare(name)] = self.ids.get(_key(name), set())
        return found

    def _one(self, row: _Row, field_: str, name: str, ids: set[int]) -> int | None:
        if len(ids) == 1:
            return next(iter(ids))
        sentence = phrases.CELL_UNIT_UNCLEAR if ids else phrases.CELL_UNIT
        accepted = [self.known.unit_names[each] for each in sorted(ids)] or self._nearest(name)
        row.blame(field_, sentence.format(name=" ".join(name.split())), "; ".join(accepted))
        return None

    def _nearest(self, name: str) -> list[str]:
        """Names of the units most like the one written, the likest first."""
        wanted = _pairs(name)

        def likeness(unit: UnitName) -> float:
            return max(
                len(wanted & pairs) / (len(wanted | pairs) or 1)
                for pairs in (_pairs(unit.name), _pairs(unit.short_name))
            )

        return [unit.name for unit in sorted(self.units, key=likeness, reverse=True)[:_NEAREST]]


_COLUMN_OF = {"text": "text", "lead_unit_id": "lead", "coordinating": "coordinating"}


def twin(lead: int, text: str) -> tuple[int, str]:
    """The same for two tasks that give one unit one duty, as `check` sees it."""
    return lead, fold(text)


def _bare(name: str) -> str:
    """A name without the dash or stop round it."""
    return " ".join(name.split()).strip(" -–+*.,;")


def _key(name: str) -> str:
    """A unit's name for comparing: no marks, and "&" for "và" too."""
    return re.sub(r" ?& ?| va ", "&", fold(_bare(name)))


@lru_cache(1024)
def _pairs(name: str) -> frozenset[str]:
    """The pairs of neighbouring letters in a name, for telling how like two names are."""
    plain = _key(name)
    return frozenset(plain[place : place + 2] for place in range(len(plain) - 1))


def _due(row: _Row, ceremony_id: int | None) -> dict[str, Any]:
    """The fields of the due cell: a day and its hour, a day counted from the ceremony, or words.

    Figures that make no day are a fault.
    """
    text = row.words("due")
    if text is None:
        return {}
    offset = read_offset(text) if ceremony_id is not None else None
    if offset is not None:
        return {
            "ceremony_id": ceremony_id, "offset_count": offset.count, "offset_unit": offset.unit, "due_time": offset.at
        }  # fmt: skip
    for part, hour in ((text, None), *_timed(text)):
        try:
            day = parse_date(part)
            at = parse_time(hour) if hour else None
        except ValueError:
            continue
        if day.year in _YEARS:
            return {"due_on": day, "due_time": at}
    if _DIGITS_ONLY.fullmatch(fold(text)) and not _names_a_month(text):
        row.blame("due", phrases.CELL_DATE.format(text=text), phrases.DATE_TAKES)
    return {"due_words": text}


def _is_title(row: _Row, cells: Sequence[str]) -> bool:
    """Is it the title of a part of the list, "I. CÔNG TÁC CHUẨN BỊ": numbered or in capitals, and nothing beside it?"""
    text = row.cells.get("text", "").strip()
    alone = not any(cell.strip() for name, cell in row.cells.items() if name != "text")
    numbered = any(
        map(_PART.fullmatch, (text, *(cell.strip() for cell in cells if cell != row.cells["text"])))
    )
    return alone and bool(text) and (numbered or text.isupper())


def _timed(text: str) -> list[tuple[str, str]]:
    return [(found["day"], found["time"].strip()) for form in _TIMED if (found := form.fullmatch(text))]


def _names_a_month(text: str) -> bool:
    """ "12/2026" says the month, and is left in words."""
    day = latest_day(text, None)
    return day is not None and day.year in _YEARS
