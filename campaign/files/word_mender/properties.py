"""Sets the properties of runs, paragraphs and sections where the schema wants them (ECMA-376 17.3.1.26, 17.3.2.28, 17.6.17)."""

from __future__ import annotations

from lxml import etree

from campaign.checking.rules.changes import Form, Letters
from campaign.files.word_writer.names import W

_RUN = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
    "rPrChange",
]
_PARAGRAPH = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
]
_SECTION = [
    "headerReference",
    "footerReference",
    "footnotePr",
    "endnotePr",
    "type",
    "pgSz",
    "pgMar",
    "paperSrc",
    "pgBorders",
    "lnNumType",
    "pgNumType",
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
    "printerSettings",
    "sectPrChange",
]
_ORDERS = {
    f"{W}{name}": {f"{W}{child}": place for place, child in enumerate(order)}
    for name, order in (("rPr", _RUN), ("pPr", _PARAGRAPH), ("sectPr", _SECTION))
}
_FONT_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
_FONT_THEMES = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")
_INDENTS = (
    "left", "start", "leftChars", "startChars", "firstLine", "firstLineChars", "hanging", "hangingChars",
)  # fmt: skip
TWIPS_OF_MM = 1440 / 25.4


def unset(element: etree._Element, *names: str) -> None:
    """Take w: attributes away that may not be there."""
    for name in names:
        if attribute(name) in element.attrib:
            del element.attrib[attribute(name)]


def attribute(name: str) -> str:
    """The name of a w: attribute."""
    return f"{W}{name}"


def child(parent: etree._Element, name: str) -> etree._Element:
    """The w: child of that name, put where the schema wants it when it is not there."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        insert(parent, found)
    return found


def insert(parent: etree._Element, fresh: etree._Element) -> None:
    """Put a child before the first that must follow it."""
    order = _ORDERS[str(parent.tag)]
    rank = order[str(fresh.tag)]
    place = next((at for at, each in enumerate(parent) if order.get(str(each.tag), -1) > rank), len(parent))
    parent.insert(place, fresh)


def first_child(parent: etree._Element, name: str) -> etree._Element:
    """The properties of a run or paragraph, which stand first in it."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        parent.insert(0, found)
    return found


def set_value(parent: etree._Element, name: str, value: str) -> None:
    """A w: child with that w:val."""
    child(parent, name).set(attribute("val"), value)


def set_letters(properties: etree._Element, change: Letters) -> None:
    """The look of letters in a w:rPr; complex scripts alike."""
    for name, value in (("b", change.bold), ("i", change.italic)):
        if value is not None:
            set_value(properties, name, str(int(value)))
            set_value(properties, f"{name}Cs", str(int(value)))
    if change.caps is not None:
        set_value(properties, "caps", str(int(change.caps)))
    if change.underline is not None:
        set_value(properties, "u", "single" if change.underline else "none")
    if change.size is not None:
        set_value(properties, "sz", f"{change.size * 2:g}")
        set_value(properties, "szCs", f"{change.size * 2:g}")
    if change.font:
        set_font(properties, change.font)
    if change.color:
        color = child(properties, "color")
        color.attrib.clear()
        color.set(attribute("val"), change.color)


def set_font(properties: etree._Element, font: str) -> None:
    """One font for letters of every script, no theme's."""
    fonts = child(properties, "rFonts")
    unset(fonts, *_FONT_THEMES)
    for slot in _FONT_SLOTS:
        fonts.set(attribute(slot), font)


def set_form(paragraph: etree._Element, change: Form) -> None:
    """The form of a w:p."""
    properties = first_child(paragraph, "pPr")
    if change.align:
        set_value(properties, "jc", change.align)
    if change.left is not None and change.first is not None:
        set_indents(properties, change.left, change.first)
    if change.before is not None or change.after is not None or change.line is not None:
        _space(child(properties, "spacing"), change)


def set_indents(properties: etree._Element, left: float, first: float) -> None:
    """Millimetres from the left, and of the first line beyond; negative: it hangs."""
    indents = child(properties, "ind")
    unset(indents, *_INDENTS)
    indents.set(attribute("left"), twips(left))
    indents.set(attribute("hanging" if first < 0 else "firstLine"), twips(abs(first)))


def _space(spacing: etree._Element, change: Form) -> None:
    for side, points in (("before", change.before), ("after", change.after)):
        if points is not None:
            unset(spacing, f"{side}Autospacing", f"{side}Lines")
            spacing.set(attribute(side), str(round(points * 20)))
            if spacing.getparent() is not None and side == "before" and points:
                _uncollapse(spacing.getparent())
    if change.line is not None:
        spacing.set(attribute("line"), str(round(change.line * 240)))
        spacing.set(attribute("lineRule"), "auto")


def _uncollapse(properties: etree._Element | None) -> None:
    """Word leaves out the space between paragraphs of one style that say so."""
    if properties is not None:
        set_value(properties, "contextualSpacing", "0")


def twips(millimetres: float) -> str:
    """A length as OOXML writes it."""
    return str(round(millimetres * TWIPS_OF_MM))
