"""Formatting resolved as Word does: defaults, table style, paragraph style, character style, then what stands directly.

Properties are plain dicts. An on/off property set by more than one kind of style is toggled (ECMA-376 17.7.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from campaign.checking.rules.docx import Indent, Look, Spacing
from campaign.files.word_inspector.numbers import is_on, points, twips, value
from campaign.files.word_writer.names import A, W

Properties = Mapping[str, Any]
_TOGGLES = ("b", "i", "caps", "vanish")
_SLOTS = ("ascii", "hAnsi")
_BLACK_THEME = {"text1", "dark1", "tx1", "dk1"}
_SIDES = ("top", "bottom", "left", "right")
_NO_BORDER = {"none", "nil"}


def run_properties(element: etree._Element | None) -> dict[str, Any]:
    """What a w:rPr says, by our names."""
    said: dict[str, Any] = {}
    for child in element if element is not None else ():
        name = str(child.tag).removeprefix(W)
        if name in _TOGGLES:
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
            said |= {
                key: value(child, tag)
                for key, tag in (("list", "numId"), ("level", "ilvl"))
                if value(child, tag)
            }
        elif name == "pStyle":
            said["style"] = child.get(f"{W}val")
    return said


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


class Styles:
    """The styles of a file, each with what it inherits already in it."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._by_id: dict[str, etree._Element] = {}
        self._default: dict[str, str] = {}
        self._resolved: dict[tuple[str, str], dict[str, Any]] = {}
        self.fonts = _theme_fonts(theme)
        for style in styles.iter(f"{W}style") if styles is not None else ():
            identity = style.get(f"{W}styleId", "")
            self._by_id[identity] = style
            if style.get(f"{W}default") in {"1", "true", "on"}:
                self._default.setdefault(style.get(f"{W}type", ""), identity)
        defaults = styles.find(f"{W}docDefaults") if styles is not None else None
        self.run_defaults = run_properties(_within(defaults, "rPrDefault", "rPr"))
        self.paragraph_defaults = paragraph_properties(_within(defaults, "pPrDefault", "pPr"))

    def default(self, kind: str) -> str:
        """The id of the style used where none is named; "" without one."""
        return self._default.get(kind, "")

    def runs(self, identity: str) -> dict[str, Any]:
        """The letters of a style."""
        return self._chain(identity, "rPr")

    def paragraphs(self, identity: str) -> dict[str, Any]:
        """The paragraph of a style."""
        return self._chain(identity, "pPr")

    def ancestry(self, identity: str) -> list[etree._Element]:
        """The style and those it is based on, the nearest first; a circle is cut."""
        found: list[etree._Element] = []
        while (style := self._by_id.get(identity)) is not None and style not in found:
            found.append(style)
            identity = value(style, "basedOn") or ""
        return found

    def _chain(self, identity: str, tag: str) -> dict[str, Any]:
        if (identity, tag) not in self._resolved:
            read = run_properties if tag == "rPr" else paragraph_properties
            said: dict[str, Any] = {}
            for style in reversed(self.ancestry(identity)):
                said |= read(style.find(f"{W}{tag}"))
            said.pop("style", None)
            self._resolved[identity, tag] = said
        return self._resolved[identity, tag]

    def look(self, layers: tuple[Properties, Properties], direct: Properties, text: str) -> Look | None:
        """Letters of a run under (table style, paragraph style) with its own properties; None when they are hidden."""
        character = self.runs(direct.get("style") or self.default("character"))
        styled = (*layers, character)
        said = {**self.run_defaults, **layers[0], **layers[1], **character, **direct}
        for name in _TOGGLES:
            toggled = sum(bool(layer.get(name)) for layer in styled) % 2 == 1
            said[name] = direct.get(name, bool(self.run_defaults.get(name)) or toggled)
        if said["vanish"]:
            return None
        return Look(
            self._font(said, text), said.get("size", 10.0), said["b"], said["i"], said["caps"],
            bool(said.get("underline")), said.get("color", ""), bool(said.get("raised")),
        )  # fmt: skip

    def _font(self, said: Properties, text: str) -> str:
        """Letters of ASCII and other letters may have a font each; the one in use, or both."""
        used = [
            slot
            for slot, there in (("ascii", any(map(_is_ascii, text))), ("hAnsi", not text.isascii()))
            if there
        ]
        names = {self._slot(said, slot) for slot in used or ["ascii"]}
        return " / ".join(sorted(names))

    def _slot(self, said: Properties, slot: str) -> str:
        theme, name = said.get(slot, ("", ""))
        return self.fonts.get(theme[:5], "") or name or "Times New Roman"


def _is_ascii(letter: str) -> bool:
    return letter.isascii() and not letter.isspace()


def indent_of(said: Properties) -> Indent:
    """The indents among resolved properties."""
    return Indent(said.get("left", 0.0), said.get("right", 0.0), said.get("first", 0.0))


def spacing_of(said: Properties) -> Spacing:
    """The spacing among resolved properties."""
    return Spacing(
        said.get("before", 0.0), said.get("after", 0.0), said.get("line", 1.0), said.get("rule", "auto"),
        said.get("collapses", False),
    )  # fmt: skip


def _within(parent: etree._Element | None, *names: str) -> etree._Element | None:
    for name in names:
        parent = parent.find(f"{W}{name}") if parent is not None else None
    return parent


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The Latin fonts of a theme under the first five letters of "majorHAnsi" and "minorHAnsi"."""
    if theme is None:
        return {}
    found = {name: theme.find(f".//{A}{name}Font/{A}latin") for name in ("major", "minor")}
    return {name: element.get("typeface", "") for name, element in found.items() if element is not None}
