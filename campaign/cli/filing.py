"""Files put into a folder again and again: what was written is recorded there, so that the next time knows its own.

A file the record does not know, or that somebody changed since, is neither overwritten nor deleted.
"""

import errno
import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from campaign.cli import phrases
from campaign.errors import Unavailable
from campaign.store.faults import told
from campaign.store.phrases import NO_ACCESS, NO_FILE

RECORD = ".campaign-export.json"  # {what: {path in the folder: SHA-256 of what was written}}
_Record = dict[str, dict[str, str]]


def put(folder: Path, what: str, files: Sequence[tuple[str, bytes]]) -> tuple[int, list[Path]]:
    """Write the (path, content) of `what`, and delete those written for it before that are no longer among them.

    How many were deleted, and where the files stand that were not ours to touch: one in the place of a new file moves
    aside, under a name beside its own. Raises OSError.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    record = _read(folder)
    fresh = {path: _digest(data) for path, data in files}
    aside = []
    for path, data in files:
        file = folder / path
        if file.exists() and _digest(file.read_bytes()) not in {fresh[path], *_recorded(record, path)}:
            aside.append(file.rename(_free(file)))
        write(file, data)
    gone, changed = _take_away(folder, record.get(what, {}), {path.casefold() for path in fresh})
    write(folder / RECORD, json.dumps({**record, what: fresh}, ensure_ascii=False, indent=1).encode())
    return gone, [*aside, *changed]


def _read(folder: Path) -> _Record:
    """What was recorded; nothing where the record is missing or spoilt, and then no file is known."""
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        return {
            what: {str(path): str(digest) for path, digest in held.items()} for what, held in record.items()
        }
    except (FileNotFoundError, ValueError, AttributeError):
        return {}


def _recorded(record: _Record, path: str) -> set[str]:
    return {held[path] for held in record.values() if path in held}


def _take_away(folder: Path, before: dict[str, str], fresh: set[str]) -> tuple[int, list[Path]]:
    """Delete what has another name by now; where letters' case does not count, a new case is no new name."""
    gone, changed = 0, []
    for path, digest in before.items():
        file = folder / path
        is_inside = file.resolve().is_relative_to(folder.resolve())  # a record can be written by anybody
        if path.casefold() in fresh or not is_inside or not file.is_file():
            continue
        if _digest(file.read_bytes()) != digest:
            changed.append(file)
            continue
        file.unlink()
        gone += 1
        with suppress(OSError):  # of a folder that holds more
            file.parent.rmdir()
    return gone, changed


def _free(file: Path) -> Path:
    """A name beside the file's own that nothing has."""
    names = (phrases.SET_ASIDE.format(name=file.stem, number=number) for number in count(1))
    return next(free for name in names if not (free := file.with_name(name + file.suffix)).exists())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def content(file: Path) -> bytes:
    """The bytes of a file somebody named; Unavailable says why there are none."""
    if file.is_dir():
        raise Unavailable(phrases.IS_A_FOLDER.format(file=file))
    if not file.exists():
        raise Unavailable(NO_FILE.format(where=file))
    if not os.access(file, os.R_OK):
        raise Unavailable(NO_ACCESS.format(where=file))
    with told(file):
        return file.read_bytes()


def write(file: Path, data: bytes) -> None:
    """The whole file or nothing: written beside, then put in its place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{os.getpid()}.part")
    try:
        fresh.write_bytes(data)
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
