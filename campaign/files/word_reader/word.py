"""Reads a .docx: strict about the package, lenient about what Word's XML may say."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from campaign.files import phrases as package_phrases
from campaign.files.word_reader import phrases
from campaign.files.word_reader.faults import refused
from campaign.files.word_reader.numbering import Numbering
from campaign.files.word_reader.story import Story
from campaign.files.word_reader.styles import Styles
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.names import RELATION, RELATION_TYPES, W
from campaign.files.word_writer.reading import Package, read_package
from campaign.reading.rules.cleaning import hard_wrapped
from campaign.reading.rules.source import Paragraph, Source, Table
from campaign.vietnamese import legacy

_SENTENCES = {
    package_phrases.TOO_BIG: phrases.TOO_BIG,
    package_phrases.ENCRYPTED: phrases.WORD_ENCRYPTED,
    package_phrases.HAS_DOCTYPE: phrases.WORD_SUSPECT,
}
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument"
_NOTES = {f"{RELATION_TYPES}/footnotes": f"{W}footnote", f"{RELATION_TYPES}/endnotes": f"{W}endnote"}


def read_word(data: bytes) -> Source:
    """The text of a .docx. Raises Refused for a package that is not sound, too big or nested too deep, or without text."""
    try:
        source = _Document(read_package(data)).read()
    except TemplateFault as fault:
        raise refused(_sentence(fault, data)) from fault
    except RecursionError as fault:
        raise refused(phrases.WORD_TOO_DEEP) from fault
    if not any(isinstance(block, Table) or block.text.strip() for block in source.blocks):
        raise refused(phrases.NO_TEXT)
    return source


def _sentence(fault: TemplateFault, data: bytes) -> str:
    if fault.reason == package_phrases.NOT_A_DOCX and _is_strict(data):
        return phrases.STRICT_WORD
    if "depth" in str(fault.__cause__):  # libxml2 opens 256 elements in each other and no more
        return phrases.WORD_TOO_DEEP
    return _SENTENCES.get(fault.reason, phrases.WORD_BROKEN)


def _is_strict(data: bytes) -> bool:
    """Whether the package is sound but in the ISO 29500 strict dialect, whose names differ."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return _STRICT in file.open("_rels/.rels").read(100_000)
    except Exception:  # the package is refused already; this only chooses the sentence
        return False


class _Document:
    """The parts of one package, by the relations of its main part."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts = list(_relations(package))
        self._styles = Styles(self._part("styles"))
        self._body = package.tree(package.main).find(f"{W}body")

    def read(self) -> Source:
        if self._body is None:
            raise TemplateFault(package_phrases.BAD_XML, self._package.main)
        story = Story(self._styles, Numbering(self._part("numbering")))
        source = self._source(story)
        if _in_legacy(story.in_old_fonts):
            story = Story(self._styles, Numbering(self._part("numbering")), old_fonts=True)
            source = self._source(story)
        return source

    def _source(self, story: Story) -> Source:
        blocks = tuple(story.blocks(self._body)) if self._body is not None else ()
        typed = [block for block in blocks if isinstance(block, Paragraph) and not block.number]
        return Source(
            blocks=blocks,
            headers=self._texts(story, "header"),
            footers=self._texts(story, "footer"),
            footnotes=tuple(self._notes(story)),
            wrapped=hard_wrapped(typed),
        )

    def _part(self, kind: str) -> etree._Element | None:
        names = (name for relation, name in self._parts if relation == f"{RELATION_TYPES}/{kind}")
        name = next(names, "")
        return self._package.tree(name) if name else None

    def _texts(self, story: Story, kind: str) -> tuple[str, ...]:
        names = [name for relation, name in self._parts if relation == f"{RELATION_TYPES}/{kind}"]
        texts = (story.lines(self._package.tree(name)) for name in names)
        return tuple(dict.fromkeys(text for text in texts if text))

    def _notes(self, story: Story) -> Iterator[str]:
        for relation, name in self._parts:
            if tag := _NOTES.get(relation):
                for note in self._package.tree(name).iterchildren(tag):
                    text = story.lines(note)
                    if text and note.get(f"{W}type", "normal") == "normal":
                        yield text


def _relations(package: Package) -> Iterator[tuple[str, str]]:
    """Kind and name of each part the main part points to and the package has."""
    folder, file = posixpath.split(package.main)
    rels = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
    if rels not in package.data:
        return
    for relation in package.tree(rels).iter(f"{RELATION}Relationship"):
        target = relation.get("Target", "")
        name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if relation.get("TargetMode") != "External" and name in package.data:
            yield relation.get("Type", ""), name


def _in_legacy(texts: list[str]) -> bool:
    """Whether text set in old fonts is in their encoding; often only the font is old and the letters are Unicode."""
    words = " ".join(texts).split()
    marked = [word for word in words if not word.isascii()]
    return bool(marked) and sum(map(legacy.is_unicode, marked)) * 3 < len(marked)
