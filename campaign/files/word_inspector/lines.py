"""Lines drawn with Word's shapes, however they were drawn: DrawingML, or VML of older files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from campaign.checking.rules.docx import Stroke, Way
from campaign.files.word_reader.values import MM_OF_EMU, MM_OF_POINT, number, points
from campaign.files.word_writer.names import MC, WP, A, W

_V = "{urn:schemas-microsoft-com:vml}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_STRAIGHT = {"line", "straightConnector1"}
_FLAT = 1.0  # mm: a shape no higher than this is a line
_SHORTEST = 3.0
_LINE_TYPE = re.compile(r"#_x0000_t32$")


def strokes(run: etree._Element) -> Iterator[Stroke]:
    """The lines among the shapes of a run."""
    for anchor in run.iter(f"{WP}anchor", f"{WP}inline"):
        if (found := _drawing(anchor)) is not None:
            yield found
    for shape in run.iter(f"{_V}line", f"{_V}shape", f"{_V}rect"):
        if not _is_fallback(shape) and (found := _vml(shape)) is not None:
            yield found


def box_width(frame: etree._Element) -> float | None:
    """How wide the text box is that a frame of text stands in, if the file says."""
    for parent in frame.iterancestors():
        if parent.tag in (f"{WP}anchor", f"{WP}inline"):
            extent = parent.find(f"{WP}extent")
            return MM_OF_EMU * (number(extent.get("cx")) or 0) if extent is not None else None
    return None


def _drawing(anchor: etree._Element) -> Stroke | None:
    extent = anchor.find(f"{WP}extent")
    if extent is None or anchor.find(f".//{_WPS}wsp") is None:
        return None
    width, height = (MM_OF_EMU * (number(extent.get(side)) or 0) for side in ("cx", "cy"))
    preset = anchor.find(f".//{A}prstGeom")
    straight = preset is not None and preset.get("prst") in _STRAIGHT
    flat = height <= _FLAT and width >= _SHORTEST
    return Stroke(width, Way.SHAPE) if flat and (straight or not _has_text(anchor)) else None


def _vml(shape: etree._Element) -> Stroke | None:
    if shape.tag == f"{_V}line":
        start, end = _point(shape.get("from")), _point(shape.get("to"))
        return Stroke(abs(end[0] - start[0]) if start and end else None, Way.SHAPE)
    style = dict(
        part.split(":", 1) for part in shape.get("style", "").replace(" ", "").split(";") if ":" in part
    )
    width, height = (_mm(style.get(side)) for side in ("width", "height"))
    if width is None or height is None or width < _SHORTEST or _has_text(shape):
        return None
    connector = _LINE_TYPE.search(shape.get("type", "")) or shape.get(
        "{urn:schemas-microsoft-com:office:office}connectortype"
    )
    return Stroke(width, Way.SHAPE) if height <= _FLAT and (connector or shape.tag == f"{_V}rect") else None


def _mm(text: str | None) -> float | None:
    found = points(text, 1.0)
    return None if found is None else abs(found) * MM_OF_POINT


def _point(text: str | None) -> tuple[float, float] | None:
    sides = [_mm(part) for part in (text or "").split(",")]
    return (sides[0], sides[1]) if len(sides) == 2 and sides[0] is not None and sides[1] is not None else None


def _has_text(shape: etree._Element) -> bool:
    return any((text.text or "").strip() for text in shape.iter(f"{W}t"))


def _is_fallback(shape: etree._Element) -> bool:
    """Does the shape only stand in for a drawing that programs of today read?"""
    return any(parent.tag == f"{MC}Fallback" for parent in shape.iterancestors())
