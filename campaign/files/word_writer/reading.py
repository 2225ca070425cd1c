"""Opens an uploaded package: strict zip, strict XML, limits first. Refuses what it does not understand, repairs nothing."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from campaign.files import phrases
from campaign.files.word_writer.archive import Entry
from campaign.files.word_writer.faults import TemplateFault
from campaign.files.word_writer.names import CONTENT, CONTENT_TYPES_PART, RELATION, RELATION_TYPES, W

MAX_PACKAGE = 20 * 1024 * 1024
MAX_UNPACKED = 100 * 1024 * 1024
MAX_XML = 24 * 1024 * 1024
MAX_ENTRIES = 2000
MAX_RATIO = 250
_MAIN = f"{RELATION_TYPES}/officeDocument"
_ENCRYPTED = 0x1
_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]+)?")


@dataclass
class Package:
    """A docx taken apart: entries as stored, bytes and trees of the XML ones, the name of the main document."""

    entries: dict[str, Entry]
    data: dict[str, bytes]
    types: dict[str, str] = field(default_factory=dict)
    trees: dict[str, etree._Element] = field(default_factory=dict)
    main: str = ""

    def type_of(self, name: str) -> str:
        """The content type of a part, by its own name or by its extension."""
        extension = name.rpartition(".")[2].lower()
        return self.types.get(f"/{name}".lower(), self.types.get(extension, ""))

    def tree(self, name: str) -> etree._Element:
        """The part's XML, parsed once."""
        if name not in self.trees:
            self.trees[name] = parsed(self.data[name])
        return self.trees[name]


def read_package(data: bytes) -> Package:
    """Take a docx apart. Raises TemplateFault for anything but a sound, unencrypted, reasonably sized package."""
    if len(data) > MAX_PACKAGE:
        raise TemplateFault(phrases.TOO_BIG)
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # an OLE file: what Word makes of a docx with a password
        raise TemplateFault(phrases.ENCRYPTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            package = _taken_apart(file, data)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        ValueError,
        IndexError,
        OSError,
    ) as fault:
        raise TemplateFault(phrases.NOT_A_DOCX) from fault
    if CONTENT_TYPES_PART not in package.data or "_rels/.rels" not in package.data:
        raise TemplateFault(phrases.NOT_A_DOCX)
    package.types = _content_types(package.tree(CONTENT_TYPES_PART))
    package.main = _main_part(package)
    return package


def _taken_apart(file: zipfile.ZipFile, data: bytes) -> Package:
    infos = [info for info in file.infolist() if not info.is_dir()]
    if len(infos) > MAX_ENTRIES or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise TemplateFault(phrases.TOO_BIG)
    seen: set[str] = set()
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise TemplateFault(phrases.ENCRYPTED)
        if not _sound_name(info.filename) or info.filename.lower() in seen:
            raise TemplateFault(phrases.BAD_PART_NAME, info.filename)
        seen.add(info.filename.lower())
        if info.file_size > 1_000_000 and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise TemplateFault(phrases.TOO_BIG, info.filename)
    package = Package({}, {})
    _refuse_overlap(infos)
    for info in infos:
        entry, content = _entry(file, info, data)
        package.entries[info.filename] = entry
        package.data[info.filename] = content
    return package


def _sound_name(name: str) -> bool:
    """OPC part names (ECMA-376 part 2 §6.2.2): relative, no empty or dot segments, no back slash, drive or control letter."""
    segments = name.split("/")
    return all(segments) and not any(
        segment.endswith(".") or any(letter in '\\:*?"<>|' or letter < " " for letter in segment)
        for segment in segments
    )


def _refuse_overlap(infos: list[zipfile.ZipInfo]) -> None:
    end = 0
    for info in sorted(infos, key=lambda each: each.header_offset):
        if info.header_offset < end:
            raise TemplateFault(phrases.NOT_A_DOCX, info.filename)
        end = info.header_offset + 30 + info.compress_size


def _entry(file: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> tuple[Entry, bytes]:
    """The entry with its packed bytes as they stand in the file; a method other than 0 and 8 is packed anew."""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        content = file.read(info)
        return Entry.deflated(info.filename, content), content
    at = info.header_offset
    if data[at : at + 4] != b"PK\x03\x04":
        raise TemplateFault(phrases.NOT_A_DOCX, info.filename)
    start = (
        at
        + 30
        + int.from_bytes(data[at + 26 : at + 28], "little")
        + int.from_bytes(data[at + 28 : at + 30], "little")
    )
    packed = data[start : start + info.compress_size]
    content = packed if info.compress_type == zipfile.ZIP_STORED else _inflated(packed, info.file_size)
    if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise TemplateFault(phrases.NOT_A_DOCX, info.filename)
    return Entry(info.filename, info.compress_type, info.CRC, info.file_size, packed), content


def _inflated(packed: bytes, size: int) -> bytes:
    """The unpacked bytes, never more than one past what the directory claims."""
    stream = zlib.decompressobj(-15)
    content = stream.decompress(packed, size + 1)
    if not stream.eof:
        content += stream.decompress(stream.unconsumed_tail, 1)
    if not stream.eof or stream.unused_data:
        raise TemplateFault(phrases.NOT_A_DOCX)
    return content


def parsed(data: bytes) -> etree._Element:
    """Strict XML without DOCTYPE, comments and processing instructions dropped. Raises TemplateFault."""
    if len(data) > MAX_XML:
        raise TemplateFault(phrases.TOO_BIG)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise TemplateFault(phrases.BAD_XML) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise TemplateFault(phrases.HAS_DOCTYPE)
    return root


def whole_number(element: etree._Element, name: str, default: int = 0) -> int:
    """A w: attribute that must be a whole number of modest size. Raises TemplateFault."""
    value = element.get(f"{W}{name}", str(default))
    if not _NUMBER.fullmatch(value):
        raise TemplateFault(phrases.BAD_XML, f"{name}={value[:40]}")
    return int(float(value))


def _content_types(root: etree._Element) -> dict[str, str]:
    types: dict[str, str] = {}
    for element in root:
        kind = element.get("ContentType", "")
        if element.tag == f"{CONTENT}Default":
            types[element.get("Extension", "").lower()] = kind
        elif element.tag == f"{CONTENT}Override":
            types[element.get("PartName", "").lower()] = kind
    return types


def _main_part(package: Package) -> str:
    for relation in package.tree("_rels/.rels").iter(f"{RELATION}Relationship"):
        if relation.get("Type") == _MAIN:
            name = relation.get("Target", "").lstrip("/")
            if name in package.data:
                return name
    raise TemplateFault(phrases.NOT_A_DOCX)
