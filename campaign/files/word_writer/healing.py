"""Finds placeholders in a part's tree and makes each one whole, whatever runs, marks and fields Word cut it into.

Every placeholder leaves the tree as a mark (`tags.mark`) in the text node where it begins, so its first run's format holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from campaign.files import phrases
from campaign.files.word_writer import tags
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.names import MC, XML_SPACE, A, M, W, local_name, named

_PARAGRAPHS = (f"{W}p", f"{A}p")
_TEXTS = (*named(W, "t", "delText"), f"{A}t", f"{M}t")
_BREAKS = named(W, "br", "cr") + named(A, "br")
_SPELLED = (
    dict.fromkeys(named(W, "tab", "ptab"), "\t") | dict.fromkeys(_BREAKS, "\n") | {f"{W}noBreakHyphen": "-"}
)
_SILENT = named(W, "softHyphen", "proofErr", "lastRenderedPageBreak")
_THINGS = named(W, "drawing", "pict", "object", "sym", "fldChar", "instrText") + named(MC, "AlternateContent")
_NOTES = named(W, "footnoteReference", "endnoteReference", "commentReference", "footnoteRef", "annotationRef")
_PROPERTIES = named(W, "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr") + named(A, "pPr", "rPr", "endParaRPr")
_LEFT_OUT = (*_PROPERTIES, *_SILENT, *_PARAGRAPHS)
_REMOVED = named(W, "del", "moveFrom")
_TRACKED = _REMOVED + named(W, "ins", "moveTo")
_HUSKS = named(W, "r", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml") + named(A, "r")


@dataclass
class Atom:
    """A text node, or a thing that counts as text, at a place of its paragraph's text."""

    element: etree._Element
    text: str
    start: int
    touched: bool = False

    @property
    def end(self) -> int:
        """Where its text ends."""
        return self.start + len(self.text)


@dataclass
class Placed:
    """A tag and the text node that now holds its mark."""

    tag: tags.Tag
    element: etree._Element


class Healer:
    """Collects the placeholders of one part; `placed[i]` belongs to mark i."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.placed: list[Placed] = []

    def heal(self) -> list[Placed]:
        """Replace every placeholder by its mark. Raises TemplateFault for one that cannot be joined safely."""
        if tags.holds_marks(etree.tostring(self.root, encoding="unicode")):
            raise TemplateFault(phrases.BAD_XML)
        for paragraph in list(self.root.iter(*_PARAGRAPHS)):
            self._heal_paragraph(paragraph)
        for element in list(self.root.iter(etree.Element)):
            self._heal_rest(element)
        return self.placed

    def _heal_paragraph(self, paragraph: etree._Element) -> None:
        atoms, length = [], 0
        for element, text in _atoms(paragraph):
            atoms.append(Atom(element, text, length))
            length += len(text)
        text = "".join(atom.text for atom in atoms)
        if "{" not in text:
            return
        found = list(tags.find(text))
        marks = [self._place(item.tag, _holder(atoms, item.start)) for item in found]
        for item, mark in zip(reversed(found), reversed(marks), strict=True):
            _join(atoms, item, mark)
        for atom in atoms:
            _write_back(atom)

    def _place(self, tag: tags.Tag, element: etree._Element) -> str:
        """The mark for a tag; a comment that stands for no element simply goes."""
        if tag.kind == "note" and not tag.level:
            return ""
        self.placed.append(Placed(tag, element))
        return tags.mark(len(self.placed) - 1)

    def _heal_rest(self, element: etree._Element) -> None:
        """Placeholders in attributes and in text nodes that no paragraph owns."""
        if tags.holds_tag(element.text):
            if element.tag in (f"{W}instrText", f"{W}delInstrText"):
                raise TemplateFault(phrases.TAG_IN_FIELD, (element.text or "")[:80])
            element.text = self._marked(
                element, element.text or "", "text" if element.tag in _TEXTS else "attr"
            )
        for name, value in element.attrib.items():
            if tags.holds_tag(str(value)):
                if local_name(str(name)) == "instr":
                    raise TemplateFault(phrases.TAG_IN_FIELD, str(value)[:80])
                element.set(name, self._marked(element, str(value), "attr"))

    def _marked(self, element: etree._Element, text: str, mode: str) -> str:
        pieces, done = [], 0
        for item in tags.find(text):
            if item.tag.level:
                raise TemplateFault(phrases.TAG_WITHOUT_PLACE, item.tag.words)
            item.tag.mode = mode
            pieces += [text[done : item.start], self._place(item.tag, element)]
            done = item.end
        return "".join((*pieces, text[done:]))


def _atoms(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The paragraph's own text in order; paragraphs inside it (text boxes) and properties are left out."""
    for child in element:
        if child.tag in _TEXTS:
            yield child, child.text or ""
        elif child.tag in _SPELLED:
            yield child, _SPELLED[child.tag]
        elif child.tag in _THINGS + _NOTES:
            yield child, tags.NO_TEXT
        elif child.tag not in _LEFT_OUT:
            yield from _atoms(child)


def _holder(atoms: list[Atom], position: int) -> etree._Element:
    return next(atom.element for atom in atoms if atom.start <= position < atom.end)


def _join(atoms: list[Atom], item: tags.Found, mark: str) -> None:
    """Put the mark into the node where the placeholder begins and take its letters out of the others."""
    inside = [atom for atom in atoms if atom.start < item.end and item.start < atom.end and atom.text]
    if _half_tracked(inside):
        raise TemplateFault(phrases.IN_TRACKED_CHANGE, item.tag.words)
    for atom in inside:
        before = atom.text[: max(0, item.start - atom.start)]
        after = atom.text[max(0, item.end - atom.start) :]
        atom.text = before + (mark if atom is inside[0] else "") + after
        atom.touched = True
        if atom is not inside[0]:
            atom.start = item.end


def _half_tracked(atoms: list[Atom]) -> bool:
    changes = {_tracked_change(atom.element) for atom in atoms}
    return len(changes) > 1 or any(change is not None and change.tag in _REMOVED for change in changes)


def _tracked_change(element: etree._Element) -> etree._Element | None:
    return next((above for above in element.iterancestors() if above.tag in _TRACKED), None)


def _write_back(atom: Atom) -> None:
    if not atom.touched:
        return
    if atom.text:
        atom.element.text = atom.text
        if local_name(atom.element.tag) == "t":
            atom.element.set(XML_SPACE, "preserve")
        _unbind(atom.element)
    else:
        drop_with_husks(atom.element)


def _unbind(element: etree._Element) -> None:
    """Word refills a bound content control from elsewhere when it opens the file; a filled one must not be bound."""
    for control in element.iterancestors(f"{W}sdt"):
        for name in ("dataBinding", "showingPlcHdr"):
            for bound in control.findall(f"{W}sdtPr/{W}{name}"):
                control[0].remove(bound)


def drop_with_husks(element: etree._Element) -> None:
    """Remove an element, and the runs and links around it that it leaves empty."""
    parent = element.getparent()
    while parent is not None:
        _remove_keeping_tail(parent, element)
        if (
            parent.tag not in _HUSKS
            or any(child.tag not in _PROPERTIES for child in parent)
            or (parent.text or "")
        ):
            return
        element, parent = parent, parent.getparent()


def _remove_keeping_tail(parent: etree._Element, element: etree._Element) -> None:
    tail = element.tail or ""
    if tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def replace_by_text(element: etree._Element, text: str) -> None:
    """Put bare text (a mark) where the element stands."""
    parent = element.getparent()
    if parent is None:
        raise TemplateFault(phrases.TAG_WITHOUT_PLACE)
    element.tail = text + (element.tail or "")
    _remove_keeping_tail(parent, element)
