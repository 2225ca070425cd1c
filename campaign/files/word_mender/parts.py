"""The parts of a package while it is mended: which were changed, new ones, and the zip written in the end."""

from __future__ import annotations

import io
import posixpath

from lxml import etree

from campaign.files.word_reader.opening import Word
from campaign.files.word_writer.archive import Entry, ZipStream
from campaign.files.word_writer.names import (
    CONTENT,
    CONTENT_TYPES_PART,
    RELATION,
    RELATION_TYPES,
    WORD_TYPES,
    R,
    W,
)

_NAMESPACES = {"w": W[1:-1], "r": R[1:-1]}
_NO_RELATIONS = f'<Relationships xmlns="{RELATION[1:-1]}"/>'.encode()


class Parts:
    """A docx opened, with what was changed in it. Parts nobody touched are written as they are stored."""

    def __init__(self, word: Word) -> None:
        self.word = word
        self._touched = {word.package.main}

    def header(self, identity: str) -> etree._Element | None:
        """The head or foot of that relation, to be changed; None when it is not there."""
        name = self.word.targets.get(identity)
        if name:
            self._touched.add(name)
        return self.word.related(identity)

    def new_header(self) -> tuple[str, etree._Element]:
        """An empty head and the relation the document now has to it."""
        package = self.word.package
        folder = posixpath.dirname(package.main)
        name = self._free(posixpath.join(folder, "header{}.xml"))
        root = etree.Element(f"{W}hdr", nsmap=_NAMESPACES)
        package.trees[name], package.data[name] = root, b""
        self._declare(name, f"{WORD_TYPES}.header+xml")
        identity = self._relate(name)
        self.word.targets[identity] = name
        self._touched.add(name)
        return identity, root

    def packed(self) -> bytes:
        """The whole file: entries in their order, new ones behind."""
        package = self.word.package
        out = io.BytesIO()
        stream = ZipStream(out)
        for name in dict.fromkeys([*package.entries, *sorted(self._touched)]):
            if name in self._touched:
                xml = etree.tostring(
                    package.tree(name), xml_declaration=True, encoding="UTF-8", standalone=True
                )
                stream.add(Entry.deflated(name, xml))
            else:
                stream.add(package.entries[name])
        stream.close()
        return out.getvalue()

    def _free(self, pattern: str) -> str:
        known = {name.lower() for name in self.word.package.data}
        count = 1
        while pattern.format(count).lower() in known:
            count += 1
        return pattern.format(count)

    def _declare(self, name: str, kind: str) -> None:
        types = self.word.package.tree(CONTENT_TYPES_PART)
        etree.SubElement(types, f"{CONTENT}Override", PartName=f"/{name}", ContentType=kind)
        self._touched.add(CONTENT_TYPES_PART)

    def _relate(self, name: str) -> str:
        package = self.word.package
        folder, main = posixpath.split(package.main)
        relations = posixpath.join(folder, "_rels", f"{main}.rels")
        if relations not in package.data:
            package.data[relations] = _NO_RELATIONS
        root = package.tree(relations)
        known = {each.get("Id", "") for each in root}
        identity = next(f"rId{count}" for count in range(1, len(known) + 2) if f"rId{count}" not in known)
        etree.SubElement(
            root,
            f"{RELATION}Relationship",
            Id=identity,
            Type=f"{RELATION_TYPES}/header",
            Target=posixpath.relpath(name, folder or "."),
        )
        self._touched.add(relations)
        return identity
