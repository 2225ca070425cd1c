"""Compression: isal where it is installed, zlib everywhere. Both write plain deflate that any reader takes."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass

try:
    from isal import igzip_lib, isal_zlib
except ImportError:  # pragma: no cover - depends on the machine
    igzip_lib = isal_zlib = None


@dataclass(frozen=True)
class Engine:
    """One way to compress: `pack` returns raw deflate, `crc32` the checksum a zip entry carries."""

    name: str
    pack: Callable[[bytes], bytes]
    crc32: Callable[[bytes], int]


def _zlib_pack(data: bytes) -> bytes:
    return zlib.compress(data, 6, -15)


def _isal_pack(data: bytes) -> bytes:
    packed: bytes = igzip_lib.compress(data, 1, igzip_lib.COMP_DEFLATE)
    return packed


ENGINES = {"zlib": Engine("zlib", _zlib_pack, zlib.crc32)}
if isal_zlib is not None:
    ENGINES["isal"] = Engine("isal", _isal_pack, isal_zlib.crc32)

_chosen = ENGINES.get("isal", ENGINES["zlib"])


def engine() -> Engine:
    """The engine in use."""
    return _chosen


def choose(name: str | None = None) -> Engine:
    """Use the engine of that name from now on, the fastest one for None. Raises KeyError if not installed."""
    global _chosen
    _chosen = ENGINES[name] if name else ENGINES.get("isal", ENGINES["zlib"])
    return _chosen
