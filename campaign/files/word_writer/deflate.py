"""Compression: isal where it is installed, zlib everywhere. Both write plain deflate that any reader takes."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True)
class Engine:
    """One way to compress: `pack` returns raw deflate, `crc32(data, start)` the checksum a zip entry carries."""

    name: str
    pack: Callable[[bytes], bytes]
    crc32: Callable[..., int]


def _zlib_pack(data: bytes) -> bytes:
    return zlib.compress(data, 6, -15)


ENGINES = {"zlib": Engine("zlib", _zlib_pack, zlib.crc32)}
with suppress(ImportError):
    from isal import igzip_lib, isal_zlib

    ENGINES["isal"] = Engine(
        "isal", lambda data: igzip_lib.compress(data, 1, igzip_lib.COMP_DEFLATE), isal_zlib.crc32
    )

_chosen = ENGINES.get("isal", ENGINES["zlib"])


def engine() -> Engine:
    """The engine in use."""
    return _chosen


def choose(name: str | None = None) -> Engine:
    """Use the engine of that name from now on, the fastest one for None. Raises KeyError if not installed."""
    global _chosen
    _chosen = ENGINES[name] if name else ENGINES.get("isal", ENGINES["zlib"])
    return _chosen
