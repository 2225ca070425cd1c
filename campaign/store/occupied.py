"""One server per database: a lock the operating system lets go of when the program ends, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from campaign.errors import Unavailable
from campaign.store import phrases
from campaign.store.faults import told

# The locked byte lies beyond the text, so that Windows lets others read the address.
_LOCKED_BYTE = 1 << 20


@contextmanager
def occupied(database: Path, by: str, refusal: str = phrases.SERVING) -> Iterator[None]:
    """Hold the database for the address `by`; Unavailable with `refusal` naming the address that holds it already."""
    file = database.with_name(database.name + ".lock")
    with told(file):
        held = file.open("a+", encoding="utf-8")
    with held:
        if not _lock(held):
            held.seek(0)
            raise Unavailable(refusal.format(address=held.read().strip()))
        held.truncate(0)
        held.write(by)
        held.flush()
        yield
        held.truncate(0)


if sys.platform == "win32":
    import msvcrt

    def _lock(held: IO[str]) -> bool:
        os.lseek(held.fileno(), _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(held.fileno(), 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(held: IO[str]) -> bool:
        try:
            fcntl.lockf(held.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _LOCKED_BYTE)
        except OSError:
            return False
        return True
