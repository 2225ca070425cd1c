"""Attributes of Word's XML read as Word reads them: odd values are passed over, never an error."""

from __future__ import annotations

import re

from lxml import etree

from campaign.files.word_writer.names import W

_WHOLE = re.compile(r"-?[0-9]{1,6}(?![0-9])")
_NUMBER = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,6})?)(pt|mm|cm|in|pc|pi)?")
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
_OFF = {"0", "false", "off", "none"}
MM_OF_EMU = 25.4 / 914400
MM_OF_POINT = 25.4 / 72


def value(parent: etree._Element | None, name: str) -> str:
    """The w:val of a child, "" without one."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return "" if child is None else child.get(f"{W}val", "")


def is_on(element: etree._Element) -> bool:
    """An on/off element such as w:b (ECMA-376 17.17.4): on when it says nothing."""
    return element.get(f"{W}val", "1").lower() not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """The whole number an attribute starts with, of at most six digits, else the default."""
    found = _WHOLE.match(text or "")
    return int(found[0]) if found else default


def number(text: str | None) -> float | None:
    """The plain number of an attribute; None without one."""
    found = _NUMBER.fullmatch(text.strip()) if text else None
    return float(found[1]) if found and not found[2] else None


def points(text: str | None, unit: float) -> float | None:
    """A measure in points: "12pt" as it says, a bare number times `unit`; None when it cannot be read."""
    found = _NUMBER.fullmatch(text.strip()) if text else None
    if not found:
        return None
    return float(found[1]) * (_POINTS[found[2]] if found[2] else unit)


def twips(element: etree._Element | None, *names: str) -> float | None:
    """Millimetres of the first of these w: attributes that is there."""
    if element is None:
        return None
    for name in names:
        if (found := points(element.get(f"{W}{name}"), 1 / 20)) is not None:
            return found * MM_OF_POINT
    return None
