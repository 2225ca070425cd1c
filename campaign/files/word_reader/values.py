"""Attributes of Word's XML read as Word reads them: odd values are passed over, never an error."""

from __future__ import annotations

import re

from lxml import etree

from campaign.files.word_writer.names import W

_NUMBER = re.compile(r"-?[0-9]{1,6}(?![0-9])")
_OFF = {"0", "false", "off", "none"}


def whole(value: str | None, default: int = 0) -> int:
    """The whole number an attribute starts with, of at most six digits, else the default."""
    found = _NUMBER.match(value or "")
    return int(found[0]) if found else default


def switch(parent: etree._Element, name: str) -> bool | None:
    """An on/off property (ECMA-376 §17.17.4): on when it stands there without a value, None when it does not stand there."""
    element = parent.find(f"{W}{name}")
    return None if element is None else element.get(f"{W}val", "1") not in _OFF


def value(parent: etree._Element, name: str) -> str:
    """The w:val of a child, "" without one."""
    element = parent.find(f"{W}{name}")
    return "" if element is None else element.get(f"{W}val", "")
