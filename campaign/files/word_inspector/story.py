"""Walks a story of the file, body, head or foot, and gives each paragraph as it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from campaign.checking.rules.docx import BOXES, Cell, Look, Paragraph, Run, Stroke, Way
from campaign.files.word_inspector.lines import box_width, strokes
from campaign.files.word_inspector.lists import ListIndents
from campaign.files.word_inspector.styles import PrintedStyles, indent_of, spacing_of
from campaign.files.word_inspector.tables import Room, Table
from campaign.files.word_reader.numbering import Numbering
from campaign.files.word_reader.properties import paragraph_properties, run_properties
from campaign.files.word_reader.runs import inside
from campaign.files.word_writer.names import MC, W, named
from campaign.vietnamese import nfc

_SIGNS = {
    f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t",
}  # fmt: skip
_ALIGNS = {"start": "left", "end": "right", "distribute": "both", "lowKashida": "both", None: "left"}
_FRAME = named(W, "txbxContent")
_BOX = {"border:top", "border:bottom", "border:left", "border:right"}


@dataclass(frozen=True)
class Printed:
    """A paragraph with the element it was read from, and the runs its words stand in with their words, in order."""

    paragraph: Paragraph
    element: etree._Element
    runs: tuple[tuple[etree._Element, str], ...] = ()


@dataclass(frozen=True)
class Surroundings:
    """Where a paragraph stands: the width it has, its section, its table cell, what the table lends it."""

    width: float
    section: int = 0
    cell: Cell | None = None
    room: Room | None = None
    floating: bool = False


class Story:
    """Reads stories of one file: lists go on counting and tables are numbered over all of them."""

    def __init__(self, styles: PrintedStyles, numbering: Numbering, indents: ListIndents) -> None:
        self._styles = styles
        self._numbering = numbering
        self._indents = indents
        self._tables = self._boxes = 0
        self._looks: dict[tuple[Any, ...], Look | None] = {}

    def paragraphs(self, parent: Iterable[etree._Element], around: Surroundings) -> Iterator[Printed]:
        """Paragraphs in reading order, cells and text boxes included, each with its element; not yet counted."""
        for child in inside(parent):
            if child.tag == f"{W}p":
                yield from self._paragraph(child, around)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, around)

    def _table(self, element: etree._Element, around: Surroundings) -> Iterator[Printed]:
        table = Table(element, self._styles)
        place, self._tables = self._tables, self._tables + 1
        for cell, room in table.cells():
            here = Cell(place, room.row, room.column, table.ruled)
            found = list(self.paragraphs(cell, replace(around, cell=here, room=room, width=room.width)))
            if room.underlined and not table.ruled and found:
                last = found.pop()
                drawn = (*last.paragraph.strokes, Stroke(room.width, Way.CELL))
                found.append(replace(last, paragraph=replace(last.paragraph, strokes=drawn)))
            yield from found

    def _paragraph(self, element: etree._Element, around: Surroundings) -> Iterator[Printed]:
        direct = paragraph_properties(element.find(f"{W}pPr"))
        style = self._styles.used(direct.pop("style", None), "paragraph")
        said = self._resolved(direct, style, around.room)
        layers = (around.room.runs if around.room else {}, self._styles.runs(style))
        drawn = [stroke for run in _runs(element) for stroke in strokes(run)]
        boxed = all(said.get(side) for side in _BOX)
        indent = indent_of(said)
        if not boxed:
            edges = sum(bool(said.get(f"border:{side}")) for side in ("top", "bottom"))
            drawn += [Stroke(around.width - indent.left - indent.right, Way.BORDER)] * edges
        align, shown = said.get("align"), list(self._shown(element, layers))
        paragraph = Paragraph(
            0, tuple(_joined(shown)), _ALIGNS.get(align, align or "left"), indent, spacing_of(said),
            self._label(said), around.cell, around.section, around.width, tuple(drawn), boxed, around.floating,
            style=style, centred=said.get("tabs") == {"center"},
        )  # fmt: skip
        yield Printed(paragraph, element, tuple((run, words) for run, words, _ in shown))
        for frame in _frames(element):
            self._boxes += 1
            here = Cell(BOXES, 0, self._boxes)
            width = box_width(frame) or around.width
            yield from self.paragraphs(
                frame, replace(around, width=width, cell=here, room=None, floating=True)
            )

    def _resolved(self, direct: dict[str, Any], style: str, room: Room | None) -> dict[str, Any]:
        """Properties of a paragraph; a list's own indents go over the style's where the list is set directly."""
        styled = self._styles.paragraphs(style)
        said = {**self._styles.paragraph_defaults, **(room.paragraphs if room else {}), **styled}
        listed = direct.get("list", styled.get("list"))
        if listed not in (None, "0"):
            rank = direct.get("level", styled.get("level"))
            rank = self._numbering.level_of_style(listed, style) if rank is None else rank
            lent = self._indents.of(listed, rank)
            said = {**said, **lent} if "list" in direct else {**lent, **said}
            said |= {"list": listed, "rank": rank}
        return {**said, **{name: what for name, what in direct.items() if name not in ("list", "level")}} | (
            {"list": "0"} if listed == "0" else {}
        )

    def _label(self, said: dict[str, Any]) -> str:
        listed = said.get("list", "0")
        return self._numbering.number(listed, said.get("rank", 0)) if listed != "0" else ""

    def _shown(
        self, element: etree._Element, layers: tuple[Any, Any]
    ) -> Iterator[tuple[etree._Element, str, Look]]:
        """Runs of the paragraph with words and look; hidden ones and field codes left out."""
        for run in _runs(element):
            said = run_properties(run.find(f"{W}rPr"))
            words = nfc(text_of(run))
            look = self._look(layers, said, words) if words else None
            if look is not None:
                yield run, words, look

    def _look(self, layers: tuple[Any, Any], said: dict[str, Any], words: str) -> Look | None:
        key = (
            id(layers[1]),
            tuple(sorted(layers[0].items())),
            tuple(sorted(said.items())),
            words.isascii(),
            any(letter.isascii() and not letter.isspace() for letter in words),
        )
        if key not in self._looks:
            self._looks[key] = self._styles.look(layers, said, words)
        return self._looks[key]


def _runs(parent: etree._Element) -> Iterator[etree._Element]:
    """Runs of a paragraph in order; those deleted or moved away under tracked changes left out."""
    return (child for child in inside(parent) if child.tag == f"{W}r")


def _joined(shown: Iterable[tuple[etree._Element, str, Look]]) -> Iterator[Run]:
    """Neighbours of the same look as one."""
    text, look = "", None
    for _, words, own in shown:
        if look is not None and own != look:
            yield Run(text, look)
            text = ""
        text, look = text + words, own
    if look is not None:
        yield Run(text, look)


def text_of(run: etree._Element) -> str:
    """The words of a run as they stand in the file, its tabs and breaks as signs."""
    return "".join(
        (child.text or "") if child.tag == f"{W}t" else _SIGNS.get(str(child.tag), "") for child in run
    )


def _frames(element: etree._Element) -> Iterator[etree._Element]:
    """Text boxes anchored in a paragraph; the older picture of the same box left out."""
    for frame in element.iter(*_FRAME):
        above = [parent.tag for parent in frame.iterancestors(f"{MC}Fallback", *_FRAME, f"{W}p")]
        if f"{MC}Fallback" not in above and not set(_FRAME) & set(above):
            yield frame
