"""Many documents from one template: files in a folder, or one zip streamed as it is made. All records are tried first."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from unicodedata import normalize

from campaign.files import phrases
from campaign.files.word_writer.archive import Entry, ZipStream
from campaign.files.word_writer.faults import MissingField, TemplateFault
from campaign.files.word_writer.template import Template

Record = Mapping[str, object]
_NAME_KEY = "_name"
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|\ud800-\udfff]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)
_MAX_NAME = 150  # bytes, leaving room for a number and the ending within the 255 of most file systems


def write_all(
    template: str | os.PathLike[str] | bytes | Template,
    records: Iterable[Record],
    out_dir: str | os.PathLike[str],
) -> list[Path]:
    """One .docx per record, named by its `_name` or its number (0001.docx); the paths in order.

    Files of those names are replaced, when all are made. Raises MissingField or TemplateFault naming the row, or
    OSError; then nothing in the folder has changed.
    """
    loaded, rows = Template.load(template), list(records)
    check_all(loaded, rows)
    folder = Path(out_dir)
    folder.mkdir(parents=True, exist_ok=True)
    names = file_names(rows)
    with TemporaryDirectory(prefix=".making-", dir=folder) as making:
        for row, (name, record) in enumerate(zip(names, rows, strict=True), 1):
            Path(making, name).write_bytes(_rendered(loaded, record, row))
        _refuse_folders(folder, names)
        return [Path(making, name).replace(folder / name) for name in names]


def _refuse_folders(folder: Path, names: Iterable[str]) -> None:
    """Raises IsADirectoryError for a name that is taken by a folder, which no file can replace."""
    for name in names:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / name))


def _rendered(template: Template, record: Record, row: int) -> bytes:
    try:
        return template.render(record)
    except TemplateFault as fault:
        raise TemplateFault(phrases.in_row(fault.reason, row), fault.where) from fault


def write_zip(
    template: str | os.PathLike[str] | bytes | Template,
    records: Iterable[Record],
    names: Iterable[str] | None,
    fileobj: BinaryIO,
) -> int:
    """One zip of the documents, written front to back to `fileobj`; how many there are.

    `names` are made safe for file systems and unique; None takes them from the records. Raises as write_all, before writing.
    """
    loaded, rows = Template.load(template), list(records)
    check_all(loaded, rows)
    wanted = list(names) if names is not None else None
    stream = ZipStream(fileobj)
    for row, (name, record) in enumerate(zip(file_names(rows, wanted), rows, strict=True), 1):
        stream.add(Entry.stored(name, _rendered(loaded, record, row)))
    stream.close()
    return len(rows)


def check_all(template: Template, records: Sequence[Record]) -> None:
    """Raises MissingField with every missing name of the first record that lacks one, and its row, from 1."""
    for row, record in enumerate(records, 1):
        missing = template.check(record)
        if missing:
            raise MissingField(missing, row)


def file_names(records: Sequence[Record], names: Sequence[str] | None = None) -> list[str]:
    """A safe .docx name for each record, no two alike even where case does not count."""
    width = max(4, len(str(len(records))))
    taken: set[str] = set()
    made = []
    for number, record in enumerate(records, 1):
        wanted = names[number - 1] if names is not None else str(record.get(_NAME_KEY) or "")
        stem = safe_stem(wanted) or f"{number:0{width}}"
        name, again = f"{stem}.docx", 2
        while name.lower() in taken:
            name, again = f"{stem} ({again}).docx", again + 1
        taken.add(name.lower())
        made.append(name)
    return made


def safe_stem(name: str) -> str:
    """A file name without its .docx, fit for Windows, macOS and Linux; may be empty."""
    stem = _UNSAFE.sub("-", normalize("NFC", name).strip()).strip(" .-")
    stem = stem[: -len(".docx")] if stem.lower().endswith(".docx") else stem
    stem = stem.encode()[:_MAX_NAME].decode("utf-8", "ignore").rstrip(" .")
    return f"{stem}-" if _RESERVED.match(stem) else stem
