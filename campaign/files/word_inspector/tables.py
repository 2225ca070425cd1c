"""What a table lends the paragraphs in it: its style, the room of a cell, whether its grid is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from campaign.files.word_reader.properties import paragraph_properties, run_properties
from campaign.files.word_reader.styles import Styles
from campaign.files.word_reader.values import twips, value, whole
from campaign.files.word_writer.names import W

_CELL_MARGIN = 1.9  # mm, left and right, of Word's own table style
_GRID = ("top", "bottom", "left", "right", "start", "end", "insideH", "insideV")
_HIDDEN = {"nil", "none"}


@dataclass(frozen=True)
class Room:
    """A cell: where it is, the width text has in it, the line along its foot, what its table style says of letters
    and paragraphs."""

    row: int
    column: int
    width: float
    underlined: bool
    runs: dict[str, Any]
    paragraphs: dict[str, Any]


class Table:
    """A w:tbl with what its style says."""

    def __init__(self, element: etree._Element, styles: Styles) -> None:
        self._element = element
        properties = element.find(f"{W}tblPr")
        self._ancestry = styles.ancestry(value(properties, "tblStyle") or styles.default("table"))
        self._properties = [
            each
            for each in (properties, *(style.find(f"{W}tblPr") for style in self._ancestry))
            if each is not None
        ]
        self._look = _flags(properties)
        self._grid = [twips(column, "w") or 0.0 for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
        self.ruled = self._is_ruled()

    def cells(self) -> Iterator[tuple[etree._Element, Room]]:
        """Every cell with its room, row by row; a cell merged into the one above is left out."""
        rows = list(_children(self._element, "tr"))
        for place, row in enumerate(rows):
            column = whole(value(row.find(f"{W}trPr"), "gridBefore"))
            for cell in _children(row, "tc"):
                properties = cell.find(f"{W}tcPr")
                span = max(whole(value(properties, "gridSpan"), 1), 1)
                conditions = self._conditions(place, len(rows), column, column + span >= len(self._grid))
                width = twips(properties.find(f"{W}tcW"), "w") if properties is not None else None
                yield cell, Room(
                    place, column, (width or sum(self._grid[column : column + span])) - self._margins(properties),
                    _has_foot(properties), self._styled("rPr", conditions), self._styled("pPr", conditions),
                )  # fmt: skip
                column += span

    def _conditions(self, row: int, rows: int, column: int, last: bool) -> list[str]:
        """Parts of the table the style may treat apart, the weakest first (ECMA-376 17.7.6)."""
        found = (
            ("lastCol", last and "lastColumn" in self._look),
            ("firstCol", column == 0 and "firstColumn" in self._look),
            ("lastRow", row == rows - 1 and "lastRow" in self._look),
            ("firstRow", row == 0 and "firstRow" in self._look),
        )
        return [name for name, here in found if here]

    def _styled(self, tag: str, conditions: list[str]) -> dict[str, Any]:
        read = run_properties if tag == "rPr" else paragraph_properties
        said: dict[str, Any] = {}
        for style in reversed(self._ancestry):
            said |= read(style.find(f"{W}{tag}"))
        for condition in conditions:
            for style in reversed(self._ancestry):
                for special in style.iterfind(f"{W}tblStylePr"):
                    if special.get(f"{W}type") == condition:
                        said |= read(special.find(f"{W}{tag}"))
        return said

    def _margins(self, cell: etree._Element | None) -> float:
        own = [cell.find(f"{W}tcMar")] if cell is not None else []
        layers = [*own, *(properties.find(f"{W}tblCellMar") for properties in self._properties)]

        def of(*names: str) -> float:
            found = (
                twips(layer.find(f"{W}{name}"), "w")
                for layer in layers
                if layer is not None
                for name in names
                if layer.find(f"{W}{name}") is not None
            )
            return next((width for width in found if width is not None), _CELL_MARGIN)

        return of("left", "start") + of("right", "end")

    def _is_ruled(self) -> bool:
        borders = next(
            (found for each in self._properties if (found := each.find(f"{W}tblBorders")) is not None), None
        )
        if borders is not None and any(_is_drawn(borders.find(f"{W}{side}")) for side in _GRID):
            return True
        sides = [set(_drawn_sides(cell)) for cell in self._element.iter(f"{W}tcBorders")]
        return any({"left", "right"} & each or {"start", "end"} & each for each in sides)


def _drawn_sides(borders: etree._Element) -> Iterator[str]:
    for side in borders:
        if _is_drawn(side):
            yield str(side.tag).removeprefix(W)


def _is_drawn(border: etree._Element | None) -> bool:
    return border is not None and border.get(f"{W}val", "none") not in _HIDDEN


def _has_foot(properties: etree._Element | None) -> bool:
    borders = properties.find(f"{W}tcBorders") if properties is not None else None
    return borders is not None and _is_drawn(borders.find(f"{W}bottom"))


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children of that name, also those wrapped in a content control or a tracked insertion."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _children(child, name)


def _flags(properties: etree._Element | None) -> set[str]:
    """Parts switched on by w:tblLook, as names or as the older bit field."""
    look = properties.find(f"{W}tblLook") if properties is not None else None
    if look is None:
        return set()
    bits = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
    try:
        old = int(look.get(f"{W}val", "0"), 16)
    except ValueError:
        old = 0
    return {
        name
        for name, bit in bits.items()
        if look.get(f"{W}{name}", "1" if old & bit else "0") in {"1", "true", "on"}
    }
