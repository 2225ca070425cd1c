"""Sections: paper, margins, page numbers, the section of an annex."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

from lxml import etree

from campaign.checking.rules.changes import Count, Letters, Margin, NumberLook, Paper
from campaign.files.word_inspector.inspecting import is_page_number
from campaign.files.word_inspector.pages import text_width
from campaign.files.word_mender.parts import Parts
from campaign.files.word_mender.properties import (
    attribute,
    child,
    first_child,
    insert,
    set_letters,
    set_value,
    twips,
    unset,
)
from campaign.files.word_mender.tables import fit
from campaign.files.word_writer.names import R, W

_FONT, _SIZE = "Times New Roman", 14.0
_ADDRESSED = ("default", "even")


class Pages:
    """The sections of a file, in order."""

    def __init__(self, parts: Parts, sections: Sequence[etree._Element]) -> None:
        self._parts = parts
        self._sections = sections

    def paper(self, change: Paper) -> None:
        """Set the paper of a section; its tables stay within the margins."""
        section = self._sections[change.section]
        size = child(section, "pgSz")
        size.set(attribute("w"), twips(change.width))
        size.set(attribute("h"), twips(change.height))
        unset(size, "code")
        self._fit(section)

    def margin(self, change: Margin) -> None:
        """Set a margin of a section; its tables stay within."""
        section = self._sections[change.section]
        child(section, "pgMar").set(attribute(change.side), twips(change.size))
        self._fit(section)

    def count(self, change: Count) -> None:
        """Count the pages of a section as asked."""
        numbering = child(self._sections[change.section], "pgNumType")
        if change.anew:
            numbering.set(attribute("start"), "1")
        if change.decimal:
            unset(numbering, "fmt")

    def numbers_above(self) -> None:
        """Numbers out of the feet; into every head that has none."""
        for section in self._sections:
            for identity in _references(section, "footer", (*_ADDRESSED, "first")):
                _unnumber(self._parts.header(identity))
        headed = False
        for section in self._sections:
            identities = list(_references(section, "header", _ADDRESSED))
            if not identities and not headed:
                identities = [self._new_header(section)]
            headed = True
            for identity in identities:
                _number(self._parts.header(identity))

    def first_unnumbered(self) -> None:
        """A head of its own for the first page, without a number."""
        section = self._sections[0]
        child(section, "titlePg").attrib.clear()
        for side in ("header", "footer"):
            for identity in _references(section, side, ("first",)):
                _unnumber(self._parts.header(identity))

    def number_look(self, change: NumberLook) -> None:
        """Give every page number a look."""
        letters = Letters(0, 0, 0, font=change.font, size=change.size, italic=change.italic)
        for section in self._sections:
            for side in ("header", "footer"):
                for identity in _references(section, side, (*_ADDRESSED, "first")):
                    for paragraph in _numbered(self._parts.header(identity)):
                        _restyle(paragraph, letters, change.align)

    def apart(self, element: etree._Element, place: int) -> None:
        """Begin a section that counts from 1 with the paragraph, which stands in section `place`."""
        section = self._sections[place]
        block = _block_of(element)
        before = copy.deepcopy(section)
        home = block.getprevious()
        if home is None or home.tag != f"{W}p" or home.find(f"{W}pPr/{W}sectPr") is not None:
            home = etree.Element(f"{W}p")
            set_value(first_child(home, "pPr"), "jc", "left")
            block.addprevious(home)
        _without_breaks(home)
        _without_breaks(block)
        insert(first_child(home, "pPr"), before)
        set_value(section, "type", "nextPage")
        child(section, "pgNumType").set(attribute("start"), "1")

    def _new_header(self, section: etree._Element) -> str:
        identity, root = self._parts.new_header()
        reference = etree.Element(f"{W}headerReference")
        reference.set(attribute("type"), "default")
        reference.set(f"{R}id", identity)
        section.insert(0, reference)
        _number(root)
        return identity

    def _fit(self, section: etree._Element) -> None:
        fit(_tables_of(self._sections, section), text_width(section))


def _references(section: etree._Element, side: str, kinds: Sequence[str]) -> Iterator[str]:
    for each in section.iter(f"{W}{side}Reference"):
        if each.get(attribute("type"), "default") in kinds:
            yield each.get(f"{R}id", "")


def _numbered(root: etree._Element | None) -> list[etree._Element]:
    return [each for each in root.iter(f"{W}p") if is_page_number(each)] if root is not None else []


def _number(root: etree._Element | None) -> None:
    """A page number above what the head says, unless it has one."""
    if root is None or _numbered(root):
        return
    paragraph = etree.Element(f"{W}p")
    set_value(first_child(paragraph, "pPr"), "jc", "center")
    field = etree.SubElement(paragraph, f"{W}fldSimple")
    field.set(attribute("instr"), " PAGE ")
    run = etree.SubElement(field, f"{W}r")
    set_letters(first_child(run, "rPr"), Letters(0, 0, 0, font=_FONT, size=_SIZE, bold=False, italic=False))
    etree.SubElement(run, f"{W}t").text = "2"
    root.insert(0, paragraph)
    if len(root) > 1 and not root[1].findall(f"{W}r") and root[1].tag == f"{W}p":
        root.remove(root[1])  # the empty line a head without words consists of


def _unnumber(root: etree._Element | None) -> None:
    """The page number out of a head or foot, with its paragraph when it says nothing else."""
    for paragraph in _numbered(root):
        parent = paragraph.getparent()
        words = "".join(text.text or "" for text in paragraph.iter(f"{W}t")).strip()
        alone = parent is not None and len(parent.findall(f"{W}p")) == 1
        if words.strip("-–— .0123456789") or alone or parent is None:
            _without_field(paragraph)
        else:
            parent.remove(paragraph)


def _without_field(paragraph: etree._Element) -> None:
    """Take the PAGE field out of a paragraph: the simple one, or the runs from its begin to its end."""
    for simple in list(paragraph.iter(f"{W}fldSimple")):
        if "PAGE" in simple.get(attribute("instr"), "").upper().split():
            _parent_of(simple).remove(simple)
    inside: list[etree._Element] = []
    depth = 0
    for run in list(paragraph.iter(f"{W}r")):
        kinds = [each.get(attribute("fldCharType")) for each in run.iter(f"{W}fldChar")]
        depth += kinds.count("begin")
        if depth:
            inside.append(run)
        depth -= kinds.count("end")
        if inside and not depth:
            code = "".join(text.text or "" for each in inside for text in each.iter(f"{W}instrText"))
            if "PAGE" in code.upper().split():
                for each in inside:
                    _parent_of(each).remove(each)
            inside = []


def _parent_of(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("an element of a tree has a parent")
    return parent


def _restyle(paragraph: etree._Element, letters: Letters, align: str) -> None:
    if align:
        set_value(first_child(paragraph, "pPr"), "jc", align)
        for run in paragraph.iter(f"{W}r"):
            for tab in run.findall(f"{W}tab"):
                run.remove(tab)
    for run in paragraph.iter(f"{W}r"):
        set_letters(first_child(run, "rPr"), letters)


def _block_of(element: etree._Element) -> etree._Element:
    """The child of the body the paragraph stands in."""
    block = element
    while (parent := block.getparent()) is not None and parent.tag != f"{W}body":
        block = parent
    return block


def _without_breaks(block: etree._Element) -> None:
    """A new section begins a page by itself."""
    for each in [*block.iter(f"{W}br")]:
        if each.get(attribute("type")) == "page":
            _parent_of(each).remove(each)
    for each in [*block.iter(f"{W}pageBreakBefore")]:
        _parent_of(each).remove(each)


def _tables_of(sections: Sequence[etree._Element], section: etree._Element) -> Iterator[etree._Element]:
    """Tables of the body that stand in a section."""
    body = sections[-1].getparent()
    place = 0
    for block in body if body is not None else ():
        if block.tag == f"{W}tbl" and sections[place] is section:
            yield block
        place = min(place + sum(1 for _ in block.iter(f"{W}sectPr")), len(sections) - 1)
