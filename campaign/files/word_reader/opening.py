"""Opens any .docx within the same strict limits as an uploaded template, and says in one sentence why it will not."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from campaign.files import phrases as package_phrases
from campaign.files.word_reader import phrases
from campaign.files.word_reader.faults import refused
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.names import RELATION, W
from campaign.files.word_writer.reading import read_package

_SENTENCES = {
    package_phrases.TOO_BIG: phrases.TOO_BIG,
    package_phrases.ENCRYPTED: phrases.WORD_ENCRYPTED,
    package_phrases.HAS_DOCTYPE: phrases.WORD_SUSPECT,
}
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument"


class Word:
    """A docx opened: its body, and its other parts by kind or by relation. Raises Refused with one sentence.

    `package` is all of it; `targets` are the names of the parts the document is related to, by relation.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self.package = read_package(data)
            self.targets = dict(self._relations(self.package.main))
            body = self.package.tree(self.package.main).find(f"{W}body")
        except TemplateFault as fault:
            raise refused(_sentence(fault, data)) from fault
        if body is None:
            raise refused(phrases.WORD_BROKEN)
        self.body = body

    def part(self, kind: str) -> etree._Element | None:
        """The document's first part of that kind ("styles", "numbering", "settings", "theme"), if it has one."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[etree._Element]:
        """The document's parts of that kind ("header", "footer", "footnotes", "endnotes"), by their content types."""
        for name in dict.fromkeys(self.targets.values()):
            if self.package.type_of(name).endswith(f".{kind}+xml"):
                yield self._tree(name)

    def related(self, identity: str) -> etree._Element | None:
        """The part a relation of the document leads to, if it is there."""
        name = self.targets.get(identity)
        return self._tree(name) if name else None

    def _tree(self, name: str) -> etree._Element:
        try:
            return self.package.tree(name)
        except TemplateFault as fault:
            raise refused(_sentence(fault)) from fault

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        folder, _, name = part.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.package.data:
            return
        for relation in self.package.tree(relations).iter(f"{RELATION}Relationship"):
            target = relation.get("Target", "")
            path = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
            if relation.get("TargetMode") != "External" and path in self.package.data:
                yield relation.get("Id", ""), path


def _sentence(fault: TemplateFault, data: bytes = b"") -> str:
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
