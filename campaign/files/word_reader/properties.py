"""What a w:rPr or w:pPr says, as plain dicts by our names; styles and direct formatting are read alike."""

from __future__ import annotations

from typing import Any

from lxml import etree

from campaign.files.word_reader.values import is_on, points, twips, value, whole
from campaign.files.word_writer.names import W

TOGGLES = ("b", "i", "caps", "vanish")
_SLOTS = ("ascii", "hAnsi")
_BLACK_THEME = {"text1", "dark1", "tx1", "dk1"}
_SIDES = ("top", "bottom", "left", "right")
_NO_BORDER = {"none", "nil"}


def run_properties(element: etree._Element | None) -> dict[str, Any]:
    """What a w:rPr says, by our names."""
    said: dict[str, Any] = {}
    for child in element if element is not None else ():
        name = str(child.tag).removeprefix(W)
        if name in TOGGLES:
            said[name] = is_on(child)
        elif name == "rFonts":
            said |= _fonts(child)
        elif name == "sz":
            size = points(child.get(f"{W}val"), 1 / 2)
            said |= {"size": size} if size else {}
        elif name == "u":
            said["underline"] = child.get(f"{W}val", "single") != "none"
        elif name == "color":
            said["color"] = _color(child)
        elif name == "vertAlign":
            said["raised"] = child.get(f"{W}val") != "baseline"
        elif name == "rStyle":
            said["style"] = child.get(f"{W}val")
    return said


def _fonts(element: etree._Element) -> dict[str, tuple[str, str]]:
    """Theme and name of the font for letters of ASCII and for others; a theme goes before a name."""
    found = {slot: (element.get(f"{W}{slot}Theme", ""), element.get(f"{W}{slot}", "")) for slot in _SLOTS}
    return {slot: pair for slot, pair in found.items() if any(pair)}


def _color(element: etree._Element) -> str:
    written = (element.get(f"{W}val") or "auto").upper()
    if written == "AUTO":
        theme = element.get(f"{W}themeColor")
        return theme if theme and theme not in _BLACK_THEME else ""
    return written


def paragraph_properties(element: etree._Element | None) -> dict[str, Any]:
    """What a w:pPr says, by our names."""
    said: dict[str, Any] = {}
    for child in element if element is not None else ():
        name = str(child.tag).removeprefix(W)
        if name == "jc":
            said["align"] = child.get(f"{W}val")
        elif name == "ind":
            said |= _indent(child)
        elif name == "spacing":
            said |= _spacing(child)
        elif name == "pBdr":
            said |= {
                f"border:{side}": _drawn(child.find(f"{W}{side}"))
                for side in _SIDES
                if child.find(f"{W}{side}") is not None
            }
        elif name == "contextualSpacing":
            said["collapses"] = is_on(child)
        elif name == "tabs":
            said["tabs"] = {tab.get(f"{W}val") for tab in child} - {"clear"}
        elif name == "numPr":
            said |= _place_in_list(child)
        elif name == "outlineLvl":
            said["outline"] = whole(child.get(f"{W}val"), 9)
        elif name == "pStyle":
            said["style"] = child.get(f"{W}val")
    return said


def _place_in_list(element: etree._Element) -> dict[str, Any]:
    """List and level; a list named without a level has the level its style is tied to, whatever was said before."""
    identity, level = value(element, "numId"), value(element, "ilvl")
    said: dict[str, Any] = {"list": identity, "level": None} if identity else {}
    return said | ({"level": whole(level)} if level else {})


def _drawn(border: etree._Element | None) -> bool:
    return border is not None and border.get(f"{W}val", "none") not in _NO_BORDER


def _indent(element: etree._Element) -> dict[str, float]:
    said: dict[str, float] = {}
    for name, attributes in (("left", ("left", "start")), ("right", ("right", "end"))):
        if (found := twips(element, *attributes)) is not None:
            said[name] = found
    hanging, first = twips(element, "hanging"), twips(element, "firstLine")
    if hanging is not None:
        said["first"] = -hanging
    elif first is not None:
        said["first"] = first
    return said


def _spacing(element: etree._Element) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for side in ("before", "after"):
        if element.get(f"{W}{side}Autospacing", "0") in {"1", "true", "on"}:
            said[side] = 14.0
        elif (found := points(element.get(f"{W}{side}"), 1 / 20)) is not None:
            said[side] = found
    rule = element.get(f"{W}lineRule", "auto")
    if (line := points(element.get(f"{W}line"), 1 / 20)) is not None:
        said |= {"line": line / 12 if rule == "auto" else line, "rule": rule}
    return said
