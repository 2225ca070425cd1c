"""Puts each mark where its tag acts: in the text, or in place of a whole run, paragraph, cell or row."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from campaign.files import phrases
from campaign.files.word_writer import tags, tidy
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.healing import Healer, Placed, drop_with_husks, replace_by_text
from campaign.files.word_writer.names import MC, XML_SPACE, A, W, named

_PLACES = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc", "r": f"{W}r"}
_THINGS = named(W, "drawing", "pict", "object", "sectPr", "sym", "fldChar") + named(MC, "AlternateContent")
_CONTENT = _THINGS + named(W, "footnoteReference", "endnoteReference", "commentReference")
_TOGGLES = ("b", "bCs", "i", "iCs")
_BEFORE_TOGGLES = {"rStyle", "rFonts"}
_NOT_IN_NOTES = (f"{W}txbxContent", f"{A}p")


def marked(root: etree._Element, keep_paragraph_ids: bool = False) -> list[Placed]:
    """Free a part of noise and let marks stand for its tags, each where it acts. Raises TemplateFault."""
    tidy.strip_noise(root, keep_paragraph_ids)
    placed = Healer(root).heal()
    _place(placed)
    tidy.drop_half_bookmarks(root)
    return placed


def _place(placed: list[Placed]) -> None:
    """Move the mark of every tag with a level. Raises TemplateFault where that would lose text."""
    for index, item in enumerate(placed):
        if item.tag.level == "r":
            _split_run(placed, index)
        elif item.tag.level:
            _replace_whole(item, tags.mark(index))


def _replace_whole(item: Placed, mark: str) -> None:
    name = _PLACES[item.tag.level]
    whole = next(item.element.iterancestors(name), None)
    if whole is None:
        raise TemplateFault(phrases.TAG_WITHOUT_PLACE, item.tag.words)
    text = "".join(node.text or "" for node in whole.iter(f"{W}t", f"{W}delText"))
    if text.replace(mark, "").strip() or next(whole.iter(*_CONTENT), None) is not None:
        raise TemplateFault(phrases.TAG_NOT_ALONE, item.tag.words)
    replace_by_text(whole, "" if item.tag.kind == "note" else mark)


def _split_run(placed: list[Placed], index: int) -> None:
    """Cut the run in two at the mark, both with the run's format, and let the mark stand between them."""
    item, mark = placed[index], tags.mark(index)
    text, run = item.element, item.element.getparent()
    if run is None or run.tag != _PLACES["r"] or text.tag != f"{W}t":
        raise TemplateFault(phrases.TAG_WITHOUT_PLACE, item.tag.words)
    before, _, after = (text.text or "").partition(mark)
    properties = run.find(f"{W}rPr")
    if item.tag.mode == "rich":
        item.tag.extra = (*rich_formats(properties), _may_hold_notes(text))
    rest, later = etree.Element(run.tag), list(text.itersiblings())
    if properties is not None:
        rest.append(deepcopy(properties))
    if after:
        second = etree.SubElement(rest, f"{W}t", {XML_SPACE: "preserve"})
        second.text = after
        _follow(placed, text, second)
    rest.extend(later)
    run.addnext(rest)  # takes the run's tail along
    run.tail = mark
    text.text = before
    if not before:
        drop_with_husks(text)
    if not after and not later:
        replace_by_text(rest, "")


def _follow(placed: list[Placed], old: etree._Element, new: etree._Element) -> None:
    """Marks that moved from one text node to another take their tags along."""
    moved = {int(number) for number in tags.MARKS.findall(new.text or "")}
    for number in moved:
        if placed[number].element is old:
            placed[number].element = new


def rich_formats(properties: etree._Element | None) -> tuple[str, str, str, str]:
    """The w:rPr of a rich placeholder as text: as it is, bold, italic, bold and italic."""
    return (
        _formatted(properties, ""),
        _formatted(properties, "b"),
        _formatted(properties, "i"),
        _formatted(properties, "bi"),
    )


def _formatted(properties: etree._Element | None, letters: str) -> str:
    made = deepcopy(properties) if properties is not None else etree.Element(f"{W}rPr", nsmap={"w": W[1:-1]})
    made.tail = None
    wanted = [name for name in _TOGGLES if name[0] in letters]
    for name in wanted:
        for old in made.findall(f"{W}{name}"):
            made.remove(old)
    at = sum(1 for child in made if etree.QName(child).localname in _BEFORE_TOGGLES)
    for name in reversed(wanted):
        made.insert(at, etree.Element(f"{W}{name}"))
    return bare_xml(made) if len(made) else ""


def bare_xml(element: etree._Element) -> str:
    """The element as text without the namespace declarations its part's root already makes."""
    holder = etree.Element("holder", nsmap={prefix: uri for prefix, uri in element.nsmap.items() if prefix})
    copy = deepcopy(element)
    copy.tail = None
    holder.append(copy)
    text = etree.tostring(holder, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("<")]


def _may_hold_notes(element: etree._Element) -> bool:
    root = element.getroottree().getroot()
    return root.tag == f"{W}document" and next(element.iterancestors(*_NOT_IN_NOTES), None) is None
