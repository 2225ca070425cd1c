"""Lines under text: a new one as a paragraph's border, one that is there made longer or shorter."""

from __future__ import annotations

import re

from lxml import etree

from campaign.checking.rules.changes import Line
from campaign.files.word_mender.properties import attribute, child, first_child, twips
from campaign.files.word_writer.names import WP, A, W

_V = "{urn:schemas-microsoft-com:vml}"
_EMU_OF_MM = 36000
_POINTS_OF_MM = 72 / 25.4
_HEIGHT = "80"  # twentieths of a point: no higher than the line needs
_THICK = "6"  # eighths of a point
_LENGTH = re.compile(r"(-?[0-9.]+)(pt|mm|cm|in)?")
_POINTS = {"pt": 1.0, "mm": _POINTS_OF_MM, "cm": 10 * _POINTS_OF_MM, "in": 72.0}
_WIDTH = re.compile(r"(?<![-\w])width\s*:\s*[^;]+")


def draw(element: etree._Element, change: Line) -> None:
    """Draw the line under a paragraph, or make the one it carries as long as asked."""
    if change.new:
        element.addnext(_bordered(change))
    elif _is_bordered(element):
        _indent(first_child(element, "pPr"), change)
    else:
        for anchor in element.iter(f"{WP}anchor", f"{WP}inline"):
            _resize(anchor, change.length)
        for shape in element.iter(f"{_V}line", f"{_V}shape", f"{_V}rect"):
            _resize_vml(shape, change.length)


def _bordered(change: Line) -> etree._Element:
    """An empty paragraph, low, with a border on top."""
    paragraph = etree.Element(f"{W}p")
    properties = first_child(paragraph, "pPr")
    border = etree.SubElement(child(properties, "pBdr"), f"{W}top")
    for name, value in (("val", "single"), ("sz", _THICK), ("space", "0"), ("color", "000000")):
        border.set(attribute(name), value)
    spacing = child(properties, "spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", _HEIGHT), ("lineRule", "exact")):
        spacing.set(attribute(name), value)
    _indent(properties, change)
    return paragraph


def _indent(properties: etree._Element, change: Line) -> None:
    indents = child(properties, "ind")
    indents.attrib.clear()
    for name, size in (("left", change.left), ("right", change.right)):
        indents.set(attribute(name), twips(size))
    indents.set(attribute("firstLine"), "0")


def _is_bordered(element: etree._Element) -> bool:
    """Has the paragraph no shape, so that its line must be its own border or its style's?"""
    shapes = element.iter(f"{WP}anchor", f"{WP}inline", f"{_V}line", f"{_V}shape", f"{_V}rect")
    return next(iter(shapes), None) is None


def _resize(anchor: etree._Element, length: float) -> None:
    """A drawing that long, its middle where it was."""
    extent = anchor.find(f"{WP}extent")
    if extent is None or not extent.get("cx", "").isdigit():
        return
    old, new = int(extent.get("cx", "0")), round(length * _EMU_OF_MM)
    for sized in (extent, *anchor.iter(f"{A}ext")):
        if sized.get("cx") is not None:
            sized.set("cx", str(new))
    offset = anchor.find(f"{WP}positionH/{WP}posOffset")
    if offset is not None and re.fullmatch(r"-?\d{1,9}", offset.text or ""):
        offset.text = str(int(offset.text or "0") + (old - new) // 2)


def _resize_vml(shape: etree._Element, length: float) -> None:
    points = length * _POINTS_OF_MM
    if shape.tag != f"{_V}line":
        shape.set("style", _WIDTH.sub(f"width:{points:.1f}pt", shape.get("style", "")))
        return
    start, end = ((shape.get(name) or "").split(",") for name in ("from", "to"))
    ends = [_points(each[0]) for each in (start, end)]
    if None in ends or len(start) != 2 or len(end) != 2:
        return
    middle = sum(each or 0 for each in ends) / 2
    shape.set("from", f"{middle - points / 2:.1f}pt,{start[1]}")
    shape.set("to", f"{middle + points / 2:.1f}pt,{end[1]}")


def _points(text: str) -> float | None:
    found = _LENGTH.fullmatch(text.strip())
    return float(found[1]) * _POINTS[found[2] or "pt"] if found else None
