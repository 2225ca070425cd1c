"""Opens any .docx within the same strict limits as an uploaded template, and says in one sentence why it will not."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from campaign.files import phrases as package_phrases
from campaign.files.word_inspector import phrases
from campaign.files.word_reader import phrases as reader_phrases
from campaign.files.word_reader.faults import refused
from campaign.files.word_reader.kinds import kind_of
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.names import RELATION, W
from campaign.files.word_writer.reading import read_package

_SENTENCES = {
    package_phrases.TOO_BIG: reader_phrases.TOO_BIG,
    package_phrases.ENCRYPTED: reader_phrases.WORD_ENCRYPTED,
    package_phrases.HAS_DOCTYPE: reader_phrases.WORD_SUSPECT,
}


class Word:
    """A docx opened: its body, and its other parts by kind or by relation. Raises Refused with one sentence.

    `package` is all of it; `targets` are the names of the parts the document is related to, by relation.
    """

    def __init__(self, data: bytes, name: str = "") -> None:
        if kind_of(data, name) != "word":
            raise refused(phrases.ONLY_WORD)
        try:
            self.package = read_package(data)
            self.targets = dict(self._relations(self.package.main))
            body = self.package.tree(self.package.main).find(f"{W}body")
        except TemplateFault as fault:
            raise refused(_SENTENCES.get(fault.reason, reader_phrases.WORD_BROKEN)) from fault
        if body is None:
            raise refused(reader_phrases.WORD_BROKEN)
        self.body = body

    def part(self, kind: str) -> etree._Element | None:
        """The document's part of that kind ("styles", "numbering", "settings", "theme"), if it has one."""
        for name in self.targets.values():
            if self.package.type_of(name).endswith(f".{kind}+xml"):
                return self._tree(name)
        return None

    def related(self, identity: str) -> etree._Element | None:
        """The part a relation of the document leads to, if it is there."""
        name = self.targets.get(identity)
        return self._tree(name) if name else None

    def _tree(self, name: str) -> etree._Element:
        try:
            return self.package.tree(name)
        except TemplateFault as fault:
            raise refused(reader_phrases.WORD_BROKEN) from fault

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        folder, _, name = part.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.package.data:
            return
        for relation in self.package.tree(relations).iter(f"{RELATION}Relationship"):
            target = relation.get("Target", "")
            path = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
            if path in self.package.data:
                yield relation.get("Id", ""), path
