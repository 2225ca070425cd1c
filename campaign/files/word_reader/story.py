"""A story of a Word file (body, header, note, text box) as paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from campaign.files.word_reader import phrases, runs
from campaign.files.word_reader.faults import refused
from campaign.files.word_reader.looks import Letters, Look, Looks
from campaign.files.word_reader.numbering import Numbering
from campaign.files.word_reader.values import value, whole
from campaign.files.word_writer.names import W
from campaign.reading.rules.source import Block, Paragraph, Table
from campaign.vietnamese import legacy

DEEPEST = 20  # tables in tables, boxes in boxes
MOST_BLOCKS = 100_000
MOST_CELLS = 200_000
_MOST_COLUMNS = 63  # Word's own limit


class Story:
    """Reads stories of one document; lists count on from one to the next.

    `old_fonts` says that text in TCVN3 and VNI fonts is in those encodings; until then `in_old_fonts` gathers it.
    """

    def __init__(self, looks: Looks, numbering: Numbering, *, old_fonts: bool = False) -> None:
        self.in_old_fonts: list[str] = []
        self._looks = looks
        self._numbering = numbering
        self._old_fonts = old_fonts
        self._count = 0
        self._cells = 0
        self._carried: list[
            tuple[str, Letters]
        ] = []  # of a paragraph whose mark is deleted: runs on into the next

    def blocks(self, container: etree._Element, depth: int = 0) -> Iterator[Block]:
        """The blocks of a body, cell, note or box. Raises Refused past DEEPEST, MOST_BLOCKS or MOST_CELLS."""
        if depth > DEEPEST:
            raise refused(phrases.WORD_TOO_DEEP)
        for element in runs.inside(container):
            self._count += 1
            if self._count > MOST_BLOCKS or self._cells > MOST_CELLS:
                raise refused(phrases.TOO_LONG)
            if element.tag == f"{W}p":
                yield from self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                yield self._table(element, depth)

    def lines(self, container: etree._Element) -> str:
        """The text of a header, footer or note: a line for each paragraph and row that has any."""
        return "\n".join(line for line in _lines(self.blocks(container)) if line.strip())

    def _paragraph(self, element: etree._Element, depth: int) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        look = self._looks.of_paragraph(properties)
        printed = runs.printed(element, look, self._looks)
        pieces = self._carried + printed.pieces
        self._carried = []
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried = pieces
        elif not look.listing:
            yield self._styled(pieces, look)
        for box in printed.boxes:
            yield from self.blocks(box, depth + 1)

    def _styled(self, pieces: list[tuple[str, Letters]], look: Look) -> Paragraph:
        if self._old_fonts:
            text = runs.in_unicode(pieces)
        else:
            text = "".join(piece for piece, _ in pieces)
            self.in_old_fonts += (piece for piece, its in pieces if its.font and legacy.of_font(its.font))
        looks = [its for piece, its in pieces if any(map(str.isalnum, piece))]
        level = look.level
        if level is None:
            level = self._numbering.level_of_style(look.num, look.style)
        return Paragraph(
            text=text,
            number=self._numbering.number(look.num, level) if look.num else "",
            depth=level if look.num not in {"", "0"} else 0,
            bold=bool(looks) and all(its.bold for its in looks),
            italic=bool(looks) and all(its.italic for its in looks),
            centred=look.centred,
            caps=bool(looks) and all(its.caps for its in looks),
            heading=look.heading,
        )

    def _table(self, element: etree._Element, depth: int) -> Table:
        rows = [
            self._row(row, depth)
            for row in runs.inside(element)
            if row.tag == f"{W}tr" and row.find(f"{W}trPr/{W}del") is None
        ]
        width = max(map(len, rows), default=0)
        self._cells += width * len(rows)
        if self._cells > MOST_CELLS:
            raise refused(phrases.TOO_LONG)
        return Table(tuple(tuple(row + [""] * (width - len(row))) for row in rows))

    def _row(self, row: etree._Element, depth: int) -> list[str]:
        properties = row.find(f"{W}trPr")
        cells = [""] * (
            0 if properties is None else min(whole(value(properties, "gridBefore")), _MOST_COLUMNS)
        )
        for cell in runs.inside(row):
            if cell.tag != f"{W}tc":
                continue
            own = cell.find(f"{W}tcPr")
            merged = None if own is None else own.find(f"{W}vMerge")
            goes_on = merged is not None and merged.get(f"{W}val", "continue") != "restart"
            text = "\n".join(_lines(self.blocks(cell, depth + 1))).strip("\n")
            cells.append("" if goes_on else text)
            span = 1 if own is None else whole(value(own, "gridSpan"), 1)
            cells += [""] * (min(span, _MOST_COLUMNS) - 1)
        return cells[:_MOST_COLUMNS]


def _lines(blocks: Iterator[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from ("\t".join(cell.replace("\n", " ") for cell in row) for row in block.rows)
        else:
            yield f"{block.number} {block.text}" if block.number else block.text
