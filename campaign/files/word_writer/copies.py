"""Prepares a template for one merged print file: the body apart from its frame, and a slot wherever copies must differ."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from campaign.files import phrases
from campaign.files.word_writer import footnotes, tables
from campaign.files.word_writer.archive import Layout
from campaign.files.word_writer.compiling import (
    compile_part,
    filling_order,
    layout_of,
    opened,
    part_of,
    replace_part,
)
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.footnotes import NotesRoom
from campaign.files.word_writer.healing import Placed, drop_with_husks
from campaign.files.word_writer.lists import Lists, own_lists
from campaign.files.word_writer.marking import number_drawings, slot_mark
from campaign.files.word_writer.names import WORD_TYPES, W, named
from campaign.files.word_writer.parts import Part
from campaign.files.word_writer.pieces import DECLARATION, split
from campaign.files.word_writer.placing import bare_xml, marked
from campaign.files.word_writer.reading import Package, whole_number
from campaign.files.word_writer.tags import Tag

_COMMENTS = named(W, "commentRangeStart", "commentRangeEnd", "commentReference")
_BOOKMARKS = named(W, "bookmarkStart", "bookmarkEnd")
_MARGINS = {f"{WORD_TYPES}.{kind}+xml" for kind in ("header", "footer")}
_CUT = "cut"
_REFERRING = re.compile(r"^(\s*(?:REF|PAGEREF|NOTEREF)\s+|\s*HYPERLINK\s+\\l\s+\"?)([^\s\"]+)")
_BEFORE_TYPE = named(W, "headerReference", "footerReference", "footnotePr", "endnotePr")
_BEFORE_PAGES = _BEFORE_TYPE + named(W, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType")


@dataclass(frozen=True)
class Copies:
    """A template cut for merging: `body` is rendered once per record between `before` and `after`.

    `others` are headers and properties that hold placeholders; `own_notes` the template's footnotes by id.
    """

    before: bytes
    body: Part
    after: bytes
    main: str
    others: dict[str, Part]
    own_notes: dict[int, Part]
    room: NotesRoom | None
    lists: Lists
    layout: Layout

    def frame_of_notes(self) -> tuple[bytes, bytes]:
        """The footnotes part before and after the footnotes of the copies."""
        if self.room is None:
            return b"", b""
        self.room.tree.text = self.room.tree.text or ""  # spelled with an end tag even when empty
        xml = footnotes.serialised(self.room.tree)
        end = xml.rindex(b"</")
        return xml[:end], xml[end:]


def compile_copies(data: bytes) -> Copies:
    """Prepare the template for merging. Raises TemplateFault where copies cannot be kept apart."""
    package = opened(data)
    root = package.tree(package.main)
    if next(root.iter(f"{W}endnoteReference"), None) is not None:
        raise TemplateFault(phrases.HAS_ENDNOTES)
    for element in list(root.iter(*_COMMENTS)):
        drop_with_husks(element)
    placed = marked(root)
    _count_pages_by_copy(package, root)
    room, own_notes = _footnotes(package, root, placed)
    lists = own_lists(package, root, placed)
    number_drawings(placed, root)
    _name_bookmarks(placed, root)
    before, body, after = _frame(root, placed)
    others = _others(package, room.part if room else "")
    changing = [package.main, *others, *filter(None, [lists.part, room.part if room else ""])]
    layout = layout_of(package, changing, room.changed if room else {})
    return Copies(before, body, after, package.main, others, own_notes, room, lists, layout)


def _others(package: Package, notes_part: str) -> dict[str, Part]:
    made = {}
    for name in filling_order(package)[1:]:
        part = None if name == notes_part else compile_part(package, name)[0]
        if part is not None:
            made[name] = part
    return made


def _footnotes(
    package: Package, root: etree._Element, placed: list[Placed]
) -> tuple[NotesRoom | None, dict[int, Part]]:
    """Room for the footnotes of every copy, and each footnote of the template as a part to be drawn again."""
    references = list(root.iter(f"{W}footnoteReference"))
    if not references and not any(item.tag.mode == "rich" and item.tag.extra[-1] for item in placed):
        return None, {}
    room = footnotes.make_room(package)
    own: dict[int, Part] = {}
    for note in room.tree.findall(f"{W}footnote"):
        if note.get(f"{W}type", "normal") == "normal":
            own[whole_number(note, "id")] = _note_part(note)
            room.tree.remove(note)
    for reference in references:
        number = whole_number(reference, "id")
        reference.set(f"{W}id", slot_mark(placed, reference, "own note", number))
    return room, own


def _note_part(note: etree._Element) -> Part:
    """One footnote as a part; its id is the one given last."""
    alone = deepcopy(note)
    alone.tail = None
    placed = marked(alone)
    alone.set(f"{W}id", slot_mark(placed, alone, "note id"))
    return part_of(split(bare_xml(alone), [item.tag for item in placed]))


def _count_pages_by_copy(package: Package, root: etree._Element) -> None:
    """In "page 1 of 2" the 2 is the copy's, not the file's: NUMPAGES becomes SECTIONPAGES where a copy is one section."""
    if len(list(root.iter(f"{W}sectPr"))) > 1:
        return
    for name in [package.main, *(name for name in package.data if package.type_of(name) in _MARGINS)]:
        tree, changed = package.tree(name), False
        for each in tree.iter(f"{W}instrText"):
            if (each.text or "").split()[:1] == ["NUMPAGES"]:
                each.text, changed = (each.text or "").replace("NUMPAGES", "SECTIONPAGES"), True
        for each in tree.iter(f"{W}fldSimple"):
            code = each.get(f"{W}instr", "")
            if code.split()[:1] == ["NUMPAGES"]:
                each.set(f"{W}instr", code.replace("NUMPAGES", "SECTIONPAGES"))
                changed = True
        if changed:
            replace_part(package, name)


def _name_bookmarks(placed: list[Placed], root: etree._Element) -> None:
    """Bookmarks and what points to them: numbers and names of their own in every copy."""
    starts = list(root.iter(f"{W}bookmarkStart"))
    numbers = list(dict.fromkeys(each.get(f"{W}id", "") for each in root.iter(*_BOOKMARKS)))
    names = {each.get(f"{W}name", "") for each in starts}
    for each in root.iter(*_BOOKMARKS):
        place_of = numbers.index(each.get(f"{W}id", ""))
        each.set(f"{W}id", slot_mark(placed, each, "mark id", place_of, len(numbers)))
    for each in starts:
        each.set(f"{W}name", slot_mark(placed, each, "mark name", each.get(f"{W}name", "")))
    for each in root.iter(f"{W}hyperlink"):
        if each.get(f"{W}anchor") in names:
            each.set(f"{W}anchor", slot_mark(placed, each, "mark name", each.get(f"{W}anchor")))
    for each in root.iter(f"{W}instrText"):
        found = _REFERRING.match(each.text or "")
        if found and found[2] in names:
            made = slot_mark(placed, each, "mark name", found[2])
            each.text = f"{found[1]}{made}{(each.text or '')[found.end() :]}"


def _frame(root: etree._Element, placed: list[Placed]) -> tuple[bytes, Part, bytes]:
    """The XML before the body, the body as a part, and its last section with the XML after."""
    body = root.find(f"{W}body")
    if body is None:
        raise TemplateFault(phrases.NOT_A_DOCX)
    last = body[-1] if len(body) and body[-1].tag == f"{W}sectPr" else etree.SubElement(body, f"{W}sectPr")
    sections = list(body.iter(f"{W}sectPr"))
    _restart(sections[0], is_only=len(sections) == 1)
    _end_section(body, last, placed)
    body.text = slot_mark(placed, body, _CUT) + (body.text or "")
    before_last = last.getprevious()
    cut = slot_mark(placed, body, _CUT)
    if before_last is None:
        body.text += cut
    else:
        before_last.tail = (before_last.tail or "") + cut
    careful = tables.needs_care(root, placed)
    cut_up = split(DECLARATION + etree.tostring(root, encoding="unicode"), [item.tag for item in placed])
    cuts = [number for number, each in enumerate(cut_up) if isinstance(each, Tag) and each.mode == _CUT]
    head, tail = cut_up[: cuts[0]], cut_up[cuts[1] + 1 :]
    if any(isinstance(each, Tag) for each in head + tail):
        raise TemplateFault(phrases.NOT_NESTED)
    before, after = "".join(map(str, head)), "".join(map(str, tail))
    inner = part_of(cut_up[cuts[0] + 1 : cuts[1]])
    part = tables.TablePart(inner, before.removeprefix(DECLARATION), after) if careful else inner
    return before.encode(), part, after.encode()


def _restart(section: etree._Element, is_only: bool) -> None:
    """The first section of a copy starts on a new page, numbered 1; so do its footnotes."""
    kind = section.find(f"{W}type")
    if kind is not None and kind.get(f"{W}val") == "continuous":
        section.remove(kind)
    pages = section.find(f"{W}pgNumType")
    if pages is None:
        pages = etree.Element(f"{W}pgNumType")
        section.insert(sum(each.tag in _BEFORE_PAGES for each in section), pages)
    if pages.get(f"{W}start") is None:
        pages.set(f"{W}start", "1")
    if is_only and section.find(f"{W}footnotePr") is None:
        notes = etree.Element(f"{W}footnotePr")
        etree.SubElement(notes, f"{W}numRestart", {f"{W}val": "eachSect"})
        section.insert(sum(each.tag in _BEFORE_TYPE for each in section), notes)


def _end_section(body: etree._Element, last: etree._Element, placed: list[Placed]) -> None:
    """Where a copy's section ends: in its last paragraph if that is always there, else in a line of no height."""
    final = last.getprevious()
    certain = [child for child, depth in tables.children(body, placed) if depth == 0]
    ending = bare_xml(last)
    if final is not None and final.tag == f"{W}p" and final in certain and not (final.tail or "").strip():
        properties = final.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            final.insert(0, properties)
        if properties.find(f"{W}sectPr") is None:
            _before_change(properties, slot_mark(placed, final, "section", ending))
            return
    thin = (
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    )
    made = slot_mark(placed, body, "section", f"<w:p><w:pPr>{thin}{ending}</w:pPr></w:p>")
    if final is None:
        body.text = (body.text or "") + made
    else:
        final.tail = (final.tail or "") + made


def _before_change(properties: etree._Element, mark: str) -> None:
    """Put a mark at the end of a w:pPr, before the record of its tracked change, if any."""
    inside = [each for each in properties if each.tag != f"{W}pPrChange"]
    if inside:
        inside[-1].tail = (inside[-1].tail or "") + mark
    else:
        properties.text = (properties.text or "") + mark
