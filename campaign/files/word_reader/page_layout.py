"""From pieces of text on a page to its lines and tables, in the order they were drawn.

Word and LibreOffice draw a table cell by cell: a line that stands beside the one before, or further up, opens a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from statistics import median

from campaign.reading.rules.source import Block, Paragraph, Table

_LETTER = 0.5  # of the type size: how wide a letter is on average
_CENTRED = 3  # lines of a first cell above those beside it, which are centred
_SAME = 1.5  # points between two texts that begin at one place
_GAP = 3.0  # type sizes from the start of one column to the start of the next, at least
_APART = 0.9  # type sizes of room between two cells on one line
_UNSURE = 0.12  # of the width of a piece: how far the estimate may be off
_SPACED = 1.35  # usual line pitches that make a gap between paragraphs


@dataclass
class Line:
    """A piece of text, later a line: where it starts (points from the lower left), its type size, its look."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    tail: tuple[float, int] = (0.0, 0)  # of a line put together: where its last piece starts, and its letters
    seams: tuple[tuple[float, int], ...] = ()  # where its further pieces start: on the page, and in the text

    @property
    def end(self) -> float:
        """About where it ends."""
        return self.x + len(self.text) * self.size * _LETTER


@dataclass
class Cell:
    """Lines that stand under each other."""

    lines: list[Line] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Where its leftmost line starts."""
        return min(line.x for line in self.lines)

    @property
    def bottom(self) -> float:
        """The height of its last line."""
        return self.lines[-1].y


def lines(pieces: Iterable[Line]) -> Iterator[Line]:
    """Pieces that run on at one height, put together; a piece far to the right stays a line of its own."""
    line: Line | None = None
    gap = ""  # blanks pypdf saw between two pieces; they have no place of their own
    for piece in pieces:
        if not piece.text.strip():
            gap = " "
            continue
        if line is not None and _runs_on(line, piece, bool(gap)):
            line.text += gap if not line.text.endswith(" ") else ""
            line.seams += ((piece.x, len(line.text)),) if gap else ()
            line.text += piece.text
            line.bold, line.italic = line.bold and piece.bold, line.italic and piece.italic
            line.tail = (piece.x, len(piece.text))
        else:
            if line is not None:
                yield line
            line = replace(piece, tail=(piece.x, len(piece.text)))
        gap = ""
    if line is not None:
        yield line


def _runs_on(line: Line, piece: Line, gap: bool) -> bool:
    if abs(line.y - piece.y) > 0.45 * line.size or piece.x < line.x:
        return False
    start, letters = line.tail
    width = letters * line.size * _LETTER
    return not gap or piece.x - start - width < max(_APART * line.size, _UNSURE * width)


def blocks(found: list[Line]) -> Iterator[Block]:
    """The lines of one page as paragraphs, empty ones where a gap parts them, and tables."""
    if not found:
        return
    pitch = _pitch(found)
    margin = min(line.x for line in found)
    above: float | None = None
    rows = _rows(found, pitch)
    for is_table, group in groupby(_marked(rows), key=lambda marked: marked[0]):
        if is_table:
            yield _table([row for _, row in group])
            above = None
            continue
        for _, row in group:
            for line in _flat(row):
                if above is not None and abs(above - line.y) > _SPACED * pitch:
                    yield Paragraph("")
                above = line.y
                indent = " " * min(60, round((line.x - margin) / (line.size * _LETTER)))
                yield Paragraph(indent + line.text, bold=line.bold, italic=line.italic)


def _table(rows: list[list[Cell]]) -> Table:
    """A table; a row that lacks cells has each under the column it stands in."""
    width = max(map(len, rows))
    lefts = [min(row[place].left for row in rows if len(row) == width) for place in range(width)]
    whole = [_parted(row, lefts) if len(row) < width else row for row in rows]
    return Table(tuple(tuple(_in_columns(row, lefts)) for row in whole))


def _parted(row: list[Cell], lefts: list[float]) -> list[Cell]:
    """A row's cells, those that ran into the next one cut where a column of the table begins."""
    parted: list[Cell] = []
    for cell in row:
        first, *others = cell.lines
        seams = [seam for seam in first.seams if any(abs(seam[0] - left) < _SAME for left in lefts)]
        starts = [(first.x, 0), *seams]
        for (x, start), (_, end) in pairwise([*starts, (0.0, len(first.text))]):
            parted.append(Cell([replace(first, text=first.text[start:end], x=x)]))
        parted[-1].lines += others
    return parted if len(parted) <= len(lefts) else row


def _in_columns(row: list[Cell], lefts: list[float]) -> list[str]:
    """The texts of a row's cells, "" in columns where none of them begins."""
    texts = [""] * len(lefts)
    first = 0
    for at, cell in enumerate(row):
        last = len(lefts) - (len(row) - at)  # the cells behind need room
        slack = 2 * cell.lines[0].size
        place = max(
            (each for each in range(first, last + 1) if lefts[each] <= cell.left + slack), default=first
        )
        texts[place] = _cell_text(cell)
        first = place + 1
    return texts


def _pitch(found: list[Line]) -> float:
    """The usual distance between two lines of a paragraph: the middle of the small ones."""
    steps = [above.y - below.y for above, below in pairwise(found) if 0 < above.y - below.y < 4 * above.size]
    return median(sorted(steps)[: max(1, len(steps) * 2 // 3)]) if steps else found[0].size * 1.2


def _rows(found: list[Line], pitch: float) -> list[list[Cell]]:
    """Cells by rows; lines close under each other stand together, since they may turn out to be the first cell of a row."""
    rows: list[list[Cell]] = []
    for line in found:
        row = rows[-1] if rows else []
        if row and _opens_cell(row, line):
            if len(row) == 1:
                rows[-1:] = [[cell] for cell in _without_above(row[0], line)]
            rows[-1].append(Cell([line]))
        elif len(row) > 1 and _stays_in_cell(row, line, pitch):
            row[-1].lines.append(line)
        elif len(row) == 1 and 0 < row[0].bottom - line.y <= _SPACED * pitch:
            row[0].lines.append(line)
        else:
            rows.append([Cell([line])])
    return rows


def _without_above(cell: Cell, line: Line) -> list[Cell]:
    """The paragraphs above a table, and the first cell of its row, which begins beside the line or a little above."""
    beside = next((at for at, each in enumerate(cell.lines) if each.y <= line.y + 0.45 * line.size), 0)
    if beside <= _CENTRED:
        return [cell]
    return [Cell(cell.lines[:beside]), Cell(cell.lines[beside:])]


def _opens_cell(row: list[Cell], line: Line) -> bool:
    """Right of the last cell, and beside one of its lines rather than under them."""
    last = row[-1]
    beside = line.y >= last.bottom - 0.45 * line.size
    top = row[0].lines[0].y + 2 * line.size
    return beside and line.y <= top and line.x > last.left + _GAP * line.size


def _stays_in_cell(row: list[Cell], line: Line, pitch: float) -> bool:
    """Under the last cell's lines and in their column; once past the other cells, close and in line with them too."""
    last = row[-1]
    below = last.bottom - line.y
    if below <= 0 or line.x <= row[-2].left + _GAP * line.size:
        return False
    if line.y >= min(cell.bottom for cell in row[:-1]) - 0.45 * line.size:
        return True
    before = last.lines[-1]
    same_start = abs(line.x - before.x) < 2 * line.size
    same_middle = abs(line.x + line.end - before.x - before.end) < 6 * line.size
    return below <= _SPACED * pitch and (same_start or same_middle)


def _marked(rows: list[list[Cell]]) -> Iterator[tuple[bool, list[Cell]]]:
    """Each row with whether it belongs to a table: cells side by side, of several lines or in several rows."""
    for place, row in enumerate(rows):
        if len(row) < 2:
            yield False, row
            continue
        around = rows[max(0, place - 1) : place] + rows[place + 1 : place + 2]
        tall = any(len(cell.lines) > 1 for cell in row)
        yield tall or any(len(other) > 1 for other in around), row


def _flat(row: list[Cell]) -> Iterator[Line]:
    """The lines of one cell, or the one line of several with tabs between."""
    if len(row) == 1:
        yield from row[0].lines
        return
    first = row[0].lines[0]
    text = "\t".join(cell.lines[0].text for cell in row)
    yield Line(text, first.x, first.y, first.size, all(cell.lines[0].bold for cell in row))


def _cell_text(cell: Cell) -> str:
    return "\n".join(line.text.strip() for line in cell.lines)
