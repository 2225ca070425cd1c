"""Zip files written by hand: entries copied as they are compressed, fixed dates, the same bytes every time.

Names of fields are those of the ZIP application note (APPNOTE.TXT 4.3): local header, central directory, end record.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from campaign.files.word_writer import deflate

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR64 = struct.Struct("<4sIQI")
_DATE_1980_01_01 = 33
_UTF8 = 0x800
_MAX16, _MAX32 = 0xFFFF, 0xFFFFFFFF


@dataclass(frozen=True)
class Entry:
    """One file of a zip as it is stored: `method` 0 or 8, `packed` its bytes, `size` and `crc` of what they hold."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes

    @classmethod
    def deflated(cls, name: str, data: bytes) -> Entry:
        """The data compressed by the engine in use."""
        use = deflate.engine()
        return cls(name, 8, use.crc32(data), len(data), use.pack(data))

    @classmethod
    def stored(cls, name: str, data: bytes) -> Entry:
        """The data as it is."""
        return cls(name, 0, deflate.engine().crc32(data), len(data), data)

    def local_header(self) -> bytes:
        """What precedes the packed bytes."""
        name, flags = _named(self.name)
        sizes = (self.crc, len(self.packed), self.size, len(name), 0)
        return _LOCAL.pack(b"PK\x03\x04", 20, flags, self.method, 0, _DATE_1980_01_01, *sizes) + name

    def central_header(self, offset: int) -> bytes:
        """Its line in the directory at the end of the zip; an offset past 4 GB goes to a zip64 extra field."""
        name, flags = _named(self.name)
        extra = struct.pack("<2HQ", 1, 8, offset) if offset >= _MAX32 else b""
        need = 45 if extra else 20
        sizes = (self.crc, len(self.packed), self.size, len(name), len(extra))
        head = (b"PK\x01\x02", need, need, flags, self.method, 0, _DATE_1980_01_01)
        return _CENTRAL.pack(*head, *sizes, 0, 0, 0, 0, min(offset, _MAX32)) + name + extra


def _named(name: str) -> tuple[bytes, int]:
    return name.encode(), 0 if name.isascii() else _UTF8


def end_record(count: int, size: int, offset: int) -> bytes:
    """The end of a zip of `count` entries whose directory has `size` bytes and starts at `offset`."""
    head = b""
    if count >= _MAX16 or offset >= _MAX32 or size >= _MAX32:
        head = _END64.pack(b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
        head += _LOCATOR64.pack(b"PK\x06\x07", 0, offset + size, 1)
    few, small, near = min(count, _MAX16), min(size, _MAX32), min(offset, _MAX32)
    return head + _END.pack(b"PK\x05\x06", 0, 0, few, few, small, near, 0)


class Layout:
    """A package whose first entries never change; the few that do are appended, so every other offset is constant."""

    def __init__(self, fixed: Sequence[Entry], changing: Sequence[str]) -> None:
        self.changing = tuple(changing)
        self._count = len(fixed) + len(self.changing)
        head, directory, offset = [], [], 0
        for entry in fixed:
            directory.append(entry.central_header(offset))
            head += [entry.local_header(), entry.packed]
            offset += len(head[-2]) + len(head[-1])
        self._head, self._directory = b"".join(head), b"".join(directory)

    def package(self, contents: Iterable[bytes]) -> bytes:
        """The whole zip, given the bytes of each changing entry in the order of `changing`."""
        return self.assembled(
            [Entry.deflated(name, data) for name, data in zip(self.changing, contents, strict=True)]
        )

    def assembled(self, entries: Iterable[Entry]) -> bytes:
        """The whole zip, given the changing entries already compressed."""
        chunks, directory, offset = [self._head], [self._directory], len(self._head)
        for entry in entries:
            directory.append(entry.central_header(offset))
            header = entry.local_header()
            chunks += (header, entry.packed)
            offset += len(header) + len(entry.packed)
        lines = b"".join(directory)
        return b"".join((*chunks, lines, end_record(self._count, len(lines), offset)))


class Deflater:
    """Compresses a long entry as it is written, so memory holds only its packed bytes.

    Always zlib at 6: copies of one document repeat each other within its window, and it finds that best.
    """

    def __init__(self) -> None:
        self._stream = zlib.compressobj(6, zlib.DEFLATED, -15)
        self._packed: list[bytes] = []
        self._crc = 0
        self._size = 0

    def feed(self, data: bytes) -> None:
        """Take the next bytes."""
        self._crc = deflate.engine().crc32(data, self._crc)
        self._size += len(data)
        if packed := self._stream.compress(data):
            self._packed.append(packed)

    def entry(self, name: str) -> Entry:
        """Everything fed so far as an entry; nothing can be fed after."""
        self._packed.append(self._stream.flush())
        return Entry(name, 8, self._crc, self._size, b"".join(self._packed))


class ZipStream:
    """A zip written front to back to a file that need not seek; memory holds only its directory."""

    def __init__(self, fileobj: BinaryIO) -> None:
        self._file = fileobj
        self._directory: list[bytes] = []
        self._offset = 0

    def add(self, entry: Entry) -> None:
        """Write one entry."""
        header = entry.local_header()
        self._directory.append(entry.central_header(self._offset))
        self._file.write(header)
        self._file.write(entry.packed)
        self._offset += len(header) + len(entry.packed)

    def close(self) -> None:
        """Write the directory; the file object stays open."""
        lines = b"".join(self._directory)
        self._file.write(lines + end_record(len(self._directory), len(lines), self._offset))
