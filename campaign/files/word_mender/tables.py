"""Tables: kept within the margins, and cells moved into another row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from campaign.files.word_mender.properties import attribute
from campaign.files.word_reader.values import number, twips, value, whole
from campaign.files.word_writer.names import W

_SPARE = 1.0  # mm a table may stand out, as Word's own do with their cell margins


def fit(tables: Iterable[etree._Element], width: float) -> None:
    """Make tables wider than the text as wide as it, every column in proportion."""
    for table in tables:
        columns = table.findall(f"{W}tblGrid/{W}gridCol")
        wide = sum(twips(column, "w") or 0 for column in columns)
        if wide > width + 2 * _SPARE:
            _scale(table, width / wide)


def _scale(table: etree._Element, ratio: float) -> None:
    for name in ("gridCol", "tcW", "tblW"):
        for each in table.iter(f"{W}{name}"):
            found = number(each.get(attribute("w")))
            if found and each.get(attribute("type"), "dxa") == "dxa":
                each.set(attribute("w"), str(round(found * ratio)))


def move_beside(element: etree._Element, other: etree._Element) -> bool:
    """Move a paragraph's cell into the row of another, in its own column; False when they share no table.

    A row left without words goes.
    """
    cell, row, beside = _above(element, "tc"), _above(element, "tr"), _above(other, "tr")
    if (
        cell is None
        or row is None
        or beside is None
        or row is beside
        or row.getparent() is not beside.getparent()
    ):
        return False
    column = _column(row, cell)
    target = next((each for each in beside.iterfind(f"{W}tc") if _column(beside, each) == column), None)
    if target is None:
        return False
    last = target.findall(f"{W}p")[-1:]
    for paragraph in cell.findall(f"{W}p"):
        target.append(paragraph)
    if last and not _says(last[0]) and last[0].getnext() is not None:
        target.remove(last[0])
    if _says(row):
        cell.append(etree.Element(f"{W}p"))
    elif (parent := row.getparent()) is not None:
        parent.remove(row)
    return True


def _above(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterancestors(f"{W}{name}"), None)


def _column(row: etree._Element, cell: etree._Element) -> int:
    """Where in the grid a cell begins."""
    return whole(value(row.find(f"{W}trPr"), "gridBefore")) + sum(_spans(cell))


def _spans(cell: etree._Element) -> Iterator[int]:
    for before in cell.itersiblings(f"{W}tc", preceding=True):
        yield max(whole(value(before.find(f"{W}tcPr"), "gridSpan"), 1), 1)


def _says(element: etree._Element) -> bool:
    return any((text.text or "").strip() for text in element.iter(f"{W}t"))
