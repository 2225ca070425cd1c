"""A whole file: its paragraphs counted, its sections, what is left of tracked changes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from campaign.checking.rules.docx import Docx, Paragraph
from campaign.files.word_inspector import phrases
from campaign.files.word_inspector.lists import ListIndents
from campaign.files.word_inspector.pages import sections, text_width
from campaign.files.word_inspector.story import Printed, Story, Surroundings
from campaign.files.word_inspector.styles import PrintedStyles
from campaign.files.word_reader import phrases as reader_phrases
from campaign.files.word_reader.faults import refused
from campaign.files.word_reader.kinds import kind_of
from campaign.files.word_reader.numbering import Numbering
from campaign.files.word_reader.opening import Word
from campaign.files.word_reader.plain import MAX_LETTERS
from campaign.files.word_reader.story import MOST_BLOCKS
from campaign.files.word_writer.names import W, named

_CHANGES = named(W, "ins", "del", "moveFrom", "moveTo")
_PAGE_FIELDS = {"PAGE"}


@dataclass(frozen=True)
class Inspection:
    """A file as it will be printed, with the elements behind its paragraphs and its sections, in the same order."""

    docx: Docx
    printed: tuple[Printed, ...]
    sections: tuple[etree._Element, ...]


def inspect(data: bytes, name: str = "") -> Docx:
    """The file as it will be printed. Raises Refused with one sentence for anything but a sound .docx.

    `name` is the file's; it only helps to say what is wrong.
    """
    return looked_into(opened(data, name)).docx


def opened(data: bytes, name: str = "") -> Word:
    """The file, opened. Raises Refused with one sentence for anything but a sound .docx."""
    if kind_of(data, name) != "word":
        raise refused(phrases.ONLY_WORD)
    return Word(data)


def looked_into(word: Word) -> Inspection:
    """An opened file as it will be printed, and where in it that stands. Raises Refused when it is too long or too deep."""
    try:
        return _looked_into(word)
    except RecursionError as fault:
        raise refused(reader_phrases.WORD_TOO_DEEP) from fault


def _looked_into(word: Word) -> Inspection:
    styles, lists = PrintedStyles(word.part("styles"), word.part("theme")), word.part("numbering")
    story = Story(styles, Numbering(lists), ListIndents(lists))
    properties = _sections(word.body)
    printed = tuple(_counted(_within_limits(_body(word.body, story, properties))))
    apart = (
        each.paragraph.number for each in printed if each.paragraph.number and is_decomposed(each.element)
    )

    def read_story(root: etree._Element, width: float) -> list[tuple[Paragraph, bool]]:
        found = story.paragraphs(root, Surroundings(width))
        return [
            (each.paragraph, bool(each.paragraph.runs) and is_page_number(each.element)) for each in found
        ]

    docx = Docx(
        tuple(each.paragraph for each in printed),
        tuple(sections(properties, word.related, read_story)),
        sum(1 for _ in word.body.iter(*_CHANGES)),
        frozenset(apart),
    )
    return Inspection(docx, printed, tuple(properties))


def _within_limits(read: Iterator[Printed]) -> Iterator[Printed]:
    """The paragraphs, as many as a reader of documents takes."""
    letters = 0
    for count, each in enumerate(read):
        letters += len(each.paragraph.text)
        if count >= MOST_BLOCKS or letters > MAX_LETTERS:
            raise refused(reader_phrases.TOO_LONG)
        yield each


def _sections(body: etree._Element) -> list[etree._Element]:
    """Properties of the sections in order; a file without any is one section of defaults."""
    homes = named(W, "pPr", "body")
    found = [
        each
        for each in body.iter(f"{W}sectPr")
        if (home := each.getparent()) is not None and home.tag in homes
    ]
    return found or [etree.SubElement(body, f"{W}sectPr")]


def _body(body: etree._Element, story: Story, properties: list[etree._Element]) -> Iterator[Printed]:
    """Paragraphs of the body, each in the section it ends in."""
    place = 0
    around = Surroundings(text_width(properties[0]))
    for child in body:
        yield from story.paragraphs([child], around)
        ends = sum(1 for _ in child.iter(f"{W}sectPr")) if child.tag != f"{W}sectPr" else 0
        if ends and place + ends < len(properties):
            place += ends
            around = Surroundings(text_width(properties[place]), place)


def _counted(read: Iterator[Printed]) -> Iterator[Printed]:
    number = 0
    for place, each in enumerate(read):
        worded = bool(each.paragraph.text.strip())
        number += worded
        yield replace(each, paragraph=replace(each.paragraph, number=number if worded else 0, place=place))


def is_decomposed(element: etree._Element) -> bool:
    """Do letters of the paragraph stand apart from their marks?"""
    return any(
        text.text and not unicodedata.is_normalized("NFC", text.text) for text in element.iter(f"{W}t")
    )


def is_page_number(element: etree._Element) -> bool:
    """Does the paragraph print a PAGE field?"""
    simple = (each.get(f"{W}instr", "") for each in element.iter(f"{W}fldSimple"))
    written = "".join(each.text or "" for each in element.iter(f"{W}instrText"))
    codes = [*simple, written]
    return any(set(code.upper().split()) & _PAGE_FIELDS for code in codes)
