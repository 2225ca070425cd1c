"""What the runs of a paragraph print: text with its look, and the text boxes anchored among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from campaign.files.word_reader.looks import Letters, Look, Looks
from campaign.files.word_reader.numbering import SYMBOLS
from campaign.files.word_writer.names import MC, M, W, named
from campaign.vietnamese import legacy

# Wrappers whose content is printed in place, and marks whose content is not: deleted, moved away, or about the text.
_OPEN = {
    *named(W, "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "sdtContent")
}
_DROPPED = {
    *named(W, "del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "rubyPr", "rt")
}
_BREAKS = {*named(W, "br", "cr")}
_TABS = {*named(W, "tab", "ptab")}
_BOX = f"{W}txbxContent"
_OLD_SYMBOL_FONTS = range(0xF020, 0xF100)


@dataclass
class Printed:
    """What a paragraph prints: pieces of text with the look of each, and the content of text boxes."""

    pieces: list[tuple[str, Letters]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


def inside(element: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """The children that are printed, wrappers opened; of alternatives (mc:AlternateContent) the first."""
    for child in element:
        if child.tag in _OPEN or child.tag == f"{W}sdt":
            yield from inside(child)
        elif child.tag == f"{MC}AlternateContent":
            yield from inside(next(iter(child), child))
        elif child.tag not in _DROPPED:
            yield child


def printed(paragraph: etree._Element, look: Look, looks: Looks) -> Printed:
    """The paragraph's own text, run by run; the codes of fields are not printed, their results are."""
    result = Printed()
    codes: list[bool] = []  # for each open field, whether its code is still being read
    for child in inside(paragraph):
        if child.tag == f"{W}r":
            _read_run(child, looks.of_run(look, child.find(f"{W}rPr")), result, codes)
        elif child.tag.startswith(M):
            result.pieces.append(("".join(map(str, child.itertext(f"{M}t"))), looks.of_run(look, None)))
    return result


def _read_run(run: etree._Element, letters: Letters, result: Printed, codes: list[bool]) -> None:
    for child in inside(run):
        if child.tag == f"{W}fldChar":
            _follow_field(child.get(f"{W}fldCharType", ""), codes)
            continue
        text = _text(child)
        if text and not any(codes) and not letters.hidden:
            result.pieces.append((text, letters))
        elif not text:
            result.boxes += _boxes(child)


def _follow_field(kind: str, codes: list[bool]) -> None:
    if kind == "begin":
        codes.append(True)
    elif codes and kind == "separate":
        codes[-1] = False
    elif codes and kind == "end":
        codes.pop()


def _text(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in _TABS:
        return "\t"
    if element.tag in _BREAKS:
        return "\n"
    if element.tag == f"{W}noBreakHyphen":
        return "-"
    if element.tag == f"{W}softHyphen":
        return "\u00ad"
    if element.tag == f"{W}sym":
        return _symbol(element.get(f"{W}char", ""))
    return ""


def _symbol(code: str) -> str:
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return SYMBOLS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes of a drawing or picture; those inside them are found when they are read."""
    for child in inside(element):
        if child.tag == _BOX:
            yield child
        else:
            yield from _boxes(child)


def in_unicode(pieces: Iterable[tuple[str, Letters]]) -> str:
    """The text of pieces set in the old fonts, put together and decoded; a letter and its mark may stand in two runs."""
    done: list[str] = []
    old: list[str] = []
    font = ""
    for text, letters in (*pieces, ("", Letters())):
        if letters.font != font and old:
            done.append(_decoded("".join(old), font))
            old = []
        font = letters.font
        if legacy.of_font(font):
            old.append(text)
        else:
            done.append(text)
    return "".join(done)


def _decoded(text: str, font: str) -> str:
    encoding = legacy.of_font(font)
    if encoding is None or legacy.is_unicode(text):
        return text
    low = "".join(chr(ord(sign) - 0xF000) if ord(sign) in _OLD_SYMBOL_FONTS else sign for sign in text)
    text = legacy.decoded(low, encoding)
    return text.upper() if legacy.shows_capitals(font) else text
