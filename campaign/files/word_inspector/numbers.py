"""Numbers written in XML attributes: whole or broken, with or without a unit; what cannot be read is nothing."""

from __future__ import annotations

import re

from lxml import etree

from campaign.files.word_writer.names import W

_NUMBER = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,6})?)(pt|mm|cm|in|pc|pi)?")
_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
_OFF = {"0", "false", "off"}
MM_OF_TWIP = 25.4 / 1440
MM_OF_EMU = 25.4 / 914400
MM_OF_POINT = 25.4 / 72


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


def is_on(element: etree._Element) -> bool:
    """The value of an on/off element such as w:b (ECMA-376 17.17.4)."""
    return element.get(f"{W}val", "1").lower() not in _OFF


def value(parent: etree._Element | None, name: str) -> str | None:
    """The w:val of a child element; None without it."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val") if child is not None else None
