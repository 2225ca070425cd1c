"""What a run or paragraph looks like once its styles are counted in (ECMA-376 part 1 §17.7): the nearest word wins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from campaign.files.word_reader.values import switch, value, whole
from campaign.files.word_writer.names import W

_BODY = 9  # w:outlineLvl of body text
_FONTS = ("hAnsi", "ascii")  # old fonts put their letters over Latin-1, which hAnsi draws


@dataclass(frozen=True)
class Look:
    """The properties we read; of a run the first five, of a paragraph all."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    font: str = ""
    centred: bool = False
    heading: int = 0
    num: str = ""
    level: int | None = None
    style: str = ""
    listing: bool = False  # a line of a table of contents


class Styles:
    """The styles of one document, each resolved once."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._looks: dict[str, Look] = {}
        self.plain = Look()
        self._usual = ""
        if root is None:
            return
        for defaults in (
            *root.iterfind(f"{W}docDefaults/*/{W}rPr"),
            *root.iterfind(f"{W}docDefaults/*/{W}pPr"),
        ):
            self.plain = with_own(self.plain, defaults)
        for style in root.iterfind(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                self._usual = name

    def of_paragraph(self, properties: etree._Element | None) -> Look:
        """The look of a paragraph, and of runs in it that say nothing themselves."""
        name = "" if properties is None else value(properties, "pStyle")
        look = self._resolved(name if name in self._styles else self._usual)
        return look if properties is None else with_own(look, properties)

    def of_run(self, paragraph: Look, properties: etree._Element | None) -> Look:
        """The look of a run within its paragraph."""
        if properties is None:
            return paragraph
        style = self._styles.get(value(properties, "rStyle"))
        if style is not None:
            for own in style.iterfind(f"{W}rPr"):
                paragraph = with_own(paragraph, own)
        return with_own(paragraph, properties)

    def _resolved(self, name: str) -> Look:
        """The style with all it is based on; a circle of styles ends where it closes."""
        chain: list[str] = []
        while name in self._styles and name not in chain and name not in self._looks:
            chain.append(name)
            name = value(self._styles[name], "basedOn")
        look = self._looks.get(name, self.plain)
        for each in reversed(chain):
            style = self._styles[each]
            for own in (*style.iterfind(f"{W}pPr"), *style.iterfind(f"{W}rPr")):
                look = with_own(look, own)
            listing = value(style, "name").lower().startswith(("toc ", "table of figures"))
            look = self._looks[each] = replace(look, style=each, listing=listing)
        return look


def with_own(look: Look, properties: etree._Element) -> Look:
    """The look changed by what a w:rPr or w:pPr says itself."""
    if not len(properties):
        return look
    changed: dict[str, object] = {}
    for name, sign in (("bold", "b"), ("italic", "i"), ("caps", "caps"), ("hidden", "vanish")):
        if (on := switch(properties, sign)) is not None:
            changed[name] = on
    fonts = properties.find(f"{W}rFonts")
    if fonts is not None:
        font = next((fonts.get(f"{W}{name}") for name in _FONTS if fonts.get(f"{W}{name}")), None)
        changed |= {"font": font} if font else {}
    if side := value(properties, "jc"):
        changed["centred"] = side == "center"
    if outline := value(properties, "outlineLvl"):
        changed["heading"] = (whole(outline, _BODY) + 1) % (_BODY + 1)
    numbered = properties.find(f"{W}numPr")
    if numbered is not None:
        if num := value(numbered, "numId"):
            changed |= {"num": num, "level": None}
        if level := value(numbered, "ilvl"):
            changed["level"] = whole(level)
    return replace(look, **changed) if changed else look  # type: ignore[arg-type]
