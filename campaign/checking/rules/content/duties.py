"""Tasks and the units that get them: who is missing in Nơi nhận, which task has no day. Only where it is clear."""

from collections.abc import Iterator

from campaign.checking.phrases import RESPONSIBILITY, Part, Severity
from campaign.checking.rules.anatomy import Anatomy
from campaign.checking.rules.content import phrases
from campaign.checking.rules.findings import Fault, Rule
from campaign.checking.rules.levels import Item, Level
from campaign.checking.rules.pieces import Piece
from campaign.vietnamese import fold

_FEW = 3  # dated tasks beside one without a day


def _assigned(anatomy: Anatomy) -> Iterator[tuple[str, Item, list[Item]]]:
    """Units of the sections that give out work, each with its heading and what stands under it."""
    giving, unit, under = False, None, []  # type: bool, tuple[str, Item] | None, list[Item]
    for item in anatomy.items:
        if item.level is Level.ROMAN or (
            item.level is Level.CLAUSE and phrases.ASSIGNED.search(item.piece.text) and item.is_heading
        ):
            giving = bool(phrases.ASSIGNED.search(item.piece.text))
        named = _unit(item) if giving and item.level is Level.CLAUSE else ""
        if unit and (named or item.level in (Level.ROMAN, Level.CLAUSE)):
            yield (*unit, under)
            unit, under = None, []
        if named:
            unit = (named, item)
        elif unit:
            under.append(item)
    if unit:
        yield (*unit, under)


def _unit(item: Item) -> str:
    text = item.piece.text.removeprefix(item.mark).lstrip(".) ")
    found = phrases.GIVEN.match(text.rstrip(":")) if item.is_heading else None
    if found:
        return found["unit"]
    text = text.removeprefix(phrases.ASKING).strip()
    found = (
        phrases.UNIT.match(text if ":" in text else f"{text}:")
        if item.is_heading
        else phrases.UNIT.match(text)
    )
    return found["unit"] if found else ""


def _unsent(anatomy: Anatomy) -> Iterator[Fault]:
    lines = [_short(piece.key) for part in (Part.COPIES, Part.ADDRESSEE) for piece in anatomy.of(part)]
    if not anatomy.of(Part.COPIES):
        return
    for unit, item, _ in _assigned(anatomy):
        key = _short(fold(unit))
        if not any(_covers(line, key) for line in lines):
            yield Fault(phrases.UNIT_MISSING.format(unit=unit), item.piece)


def _short(key: str) -> str:
    for long, short in phrases.SHORT_FORMS:
        key = key.replace(long, short)
    return " ".join(key.split())


def _covers(line: str, unit: str) -> bool:
    """Does a line of Nơi nhận name the unit, or a category the unit belongs to?"""
    line = line.lstrip("- ").rstrip(".;")
    name = line.partition(" (")[0]
    if name and (name in unit or unit in line):
        return True
    return any(says.search(line) and belongs.search(unit) for says, belongs in phrases.TAKES_IN)


def _undated(anatomy: Anatomy) -> Iterator[Fault]:
    """A task without a day, where most of the tasks beside it have one."""
    tasks = [task for _, heading, under in _assigned(anatomy) for task in _tasks(heading, under)]
    dated = [task for task in tasks if phrases.DATED.search(task.piece.text)]
    if len(dated) < _FEW or len(dated) <= 0.8 * len(tasks) - 1:
        return
    for task in tasks:
        if task not in dated:
            yield Fault(phrases.NO_DATE, task.piece)


def _tasks(heading: Item, under: list[Item]) -> list[Item]:
    """What a unit is given: beside its name, or under it; of plain sentences the first, for the others may be a closing."""
    if not heading.is_heading:
        return [heading]
    return [item for item in under if item.level in (Level.DASH, Level.POINT)] or under[:1]


def _empty_cells(anatomy: Anatomy) -> Iterator[Fault]:
    """Empty cells of lead and deadline in a table of tasks."""
    tables: dict[int, list[Piece]] = {}
    for piece in anatomy.cells:
        if piece.paragraph.cell:
            tables.setdefault(piece.paragraph.cell.table, []).append(piece)
    for pieces in tables.values():
        at = {(cell.row, cell.column): piece for piece in pieces if (cell := piece.paragraph.cell)}
        heads = {piece.key: column for (row, column), piece in at.items() if row == 0}
        task = heads.get(fold(phrases.TASK_COLUMN))
        for label in (phrases.LEAD_COLUMN, phrases.DUE_COLUMN):
            column = heads.get(fold(label))
            for row in sorted({row for row, _ in at} - {0}):
                if task is not None and column is not None and (row, task) in at and (row, column) not in at:
                    yield Fault(phrases.EMPTY_CELL.format(column=label), at[row, task])


RULES = (
    Rule("words.unsent", Part.WORDS, RESPONSIBILITY, phrases.UNIT_ASKED, _unsent, Severity.NOTE),
    Rule("words.undated", Part.WORDS, RESPONSIBILITY, phrases.NO_DATE_ASKED, _undated, Severity.NOTE),
    Rule(
        "words.empty_cell", Part.WORDS, RESPONSIBILITY, phrases.EMPTY_CELL_ASKED, _empty_cells, Severity.NOTE
    ),
)
