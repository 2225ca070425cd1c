"""Keeps tables valid whatever loops leave of them: no cell without paragraph, no row without cell, a grid as wide as its rows.

Only templates whose loops and conditions can empty or widen a table pay for it; `needs_care` finds them when compiling.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from campaign.files.word_writer import reading, tags
from campaign.files.word_writer.healing import Placed
from campaign.files.word_writer.names import W, named
from campaign.files.word_writer.parts import Part
from campaign.files.word_writer.state import State

_HOLDERS = ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment")
_MUST_END_IN_PARAGRAPH = named(W, *_HOLDERS)
_NEEDS = {f"{W}tbl": f"{W}tr", f"{W}tr": f"{W}tc"}
_NO_BLOCKS = named(W, "tcPr", "bookmarkStart", "bookmarkEnd")
_MAX_COLUMNS = 63  # Word opens no table with more
_OPENING = ("if", "for")


def needs_care(root: etree._Element, placed: list[Placed]) -> bool:
    """Could some data leave a table without rows, a row without cells, a cell without paragraph, or change its columns?"""
    if not any(item.tag.level in {"p", "tr", "tc"} and item.tag.kind == "block" for item in placed):
        return False
    if any(item.tag.level == "tc" for item in placed):
        return True
    if any(not _ends_in_paragraph(holder, placed) for holder in root.iter(*_MUST_END_IN_PARAGRAPH)):
        return True
    return any(not _has_certain(holder, placed) for holder in root.iter(*_NEEDS))


def _ends_in_paragraph(holder: etree._Element, placed: list[Placed]) -> bool:
    """Whatever the data: the last block is a certain paragraph, or all are paragraphs and one is certain."""
    blocks = [
        (child.tag, depth == 0) for child, depth in children(holder, placed) if child.tag not in _NO_BLOCKS
    ]
    certain = (f"{W}p", True)
    return certain in blocks and (blocks[-1] == certain or all(tag == f"{W}p" for tag, _ in blocks))


def _has_certain(holder: etree._Element, placed: list[Placed]) -> bool:
    """Is there always a row in this table, a cell in this row?"""
    return any(child.tag == _NEEDS[holder.tag] and depth == 0 for child, depth in children(holder, placed))


def children(holder: etree._Element, placed: list[Placed]) -> Iterator[tuple[etree._Element, int]]:
    """The children of an element, each with how many conditions or loops it hangs on within the element."""
    depth = _change(holder.text, placed)
    for child in holder:
        yield child, depth
        depth += _change(child.tail, placed)


def _change(text: str | None, placed: list[Placed]) -> int:
    change = 0
    for number in tags.MARKS.findall(text or ""):
        word = placed[int(number)].tag.word
        change += (word in _OPENING) - word.startswith("end")
    return change


class TablePart:
    """A part whose tables are put right after rendering; `before` and `after` make a fragment a document meanwhile."""

    def __init__(self, part: Part, before: str = "", after: str = "") -> None:
        self._part = part
        self._before, self._after = before.encode(), after.encode()
        self.fields = part.fields

    def render(self, context: Mapping[str, object], state: State) -> bytes:
        """See parts.Part."""
        root = reading.parsed(self._before + self._part.render(context, state) + self._after)
        put_right(root)
        made = etree.tostring(root, encoding="UTF-8", xml_declaration=not self._before, standalone=True)
        return (
            made[made.index(self._before) + len(self._before) : made.rindex(self._after)]
            if self._before
            else made
        )

    def missing(self, context: Mapping[str, object]) -> list[str]:
        """See parts.Part."""
        return self._part.missing(context)


def put_right(root: etree._Element) -> None:
    """Drop empty rows and tables, end every cell in a paragraph, fit every grid to its rows."""
    for name in (f"{W}tr", f"{W}tbl"):
        for element in list(root.iter(name)):
            parent = element.getparent()
            if parent is not None and next(element.iter(_NEEDS[name]), None) is None:
                parent.remove(element)
    for holder in root.iter(*_MUST_END_IN_PARAGRAPH):
        if len(holder) == 0 or holder[-1].tag != f"{W}p":
            etree.SubElement(holder, f"{W}p")
    for table in root.iter(f"{W}tbl"):
        _fit_grid(table)


def _fit_grid(table: etree._Element) -> None:
    """As many w:gridCol as the widest row has columns, the table as wide as before."""
    grid = table.find(f"{W}tblGrid")
    if grid is None or len(grid) == 0:
        return
    wanted = max((_columns(row) for row in table.findall(f"{W}tr")), default=len(grid))
    if wanted in (0, len(grid)) or wanted > _MAX_COLUMNS:
        return
    width = sum(reading.whole_number(column, "w") for column in grid)
    kept = len(grid)
    for _ in range(kept, wanted):
        grid.append(deepcopy(grid[-1]))
    for column in list(grid)[wanted:]:
        grid.remove(column)
    for column in grid:
        own = reading.whole_number(column, "w")
        column.set(f"{W}w", str(_scaled(own, width, kept, wanted)))


def _scaled(own: int, width: int, kept: int, wanted: int) -> int:
    """A column's new width: shrunk in proportion when columns came, its share of the freed width when some went."""
    if wanted > kept:
        return width // wanted if own == 0 else own * kept // wanted
    return own + (width - own * wanted) // wanted if own else width // wanted


def _columns(row: etree._Element) -> int:
    count = 0
    for name in ("gridBefore", "gridAfter"):
        found = row.find(f"{W}trPr/{W}{name}")
        count += reading.whole_number(found, "val") if found is not None else 0
    for cell in row.findall(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        count += reading.whole_number(span, "val", 1) if span is not None else 1
    return count
