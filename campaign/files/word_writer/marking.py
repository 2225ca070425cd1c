"""Slots: marks for places the engine fills by itself (see `slots`)."""

from __future__ import annotations

from lxml import etree

from campaign.files.word_writer.healing import Placed
from campaign.files.word_writer.names import WP
from campaign.files.word_writer.tags import Tag, mark


def slot_mark(placed: list[Placed], element: etree._Element, mode: str, *extra: object) -> str:
    """The mark of a new place the engine fills."""
    placed.append(Placed(Tag("slot", "", mode=mode, extra=extra), element))
    return mark(len(placed) - 1)


def add_slot(placed: list[Placed], element: etree._Element, mode: str) -> None:
    """A place the engine fills, after the last child of the element."""
    made = slot_mark(placed, element, mode)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + made
    else:
        element.text = (element.text or "") + made


def number_drawings(placed: list[Placed], root: etree._Element) -> None:
    """Where drawings may repeat, each takes its id (wp:docPr, unique in a document) when it is drawn."""
    for drawing in root.iter(f"{WP}docPr"):
        drawing.set("id", slot_mark(placed, drawing, "serial"))
