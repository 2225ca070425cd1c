"""Reads a list out of a spreadsheet: .xlsx, or .csv in any encoding and with any of the usual separators.

The bytes say what a file is. Every cell comes as clean text, days as "24/3/2026", so that one set of rules reads all.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO

from campaign.errors import Problem, Refused
from campaign.files import phrases
from campaign.files.word_reader.plain import decoded
from campaign.vietnamese import clean_lines, grouped, short_date

MOST_BYTES = 5 * 1024 * 1024
MOST_COLUMNS = 100
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0"
_NOT_TEXT = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"GIF8")
_SHEET_TYPES = ("spreadsheetml.sheet.main+xml", "sheet.macroEnabled.main+xml")
_SEPARATORS = ";,\t"
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")


@dataclass(frozen=True)
class Row:
    """A row that holds something: its number in the file, counted from 1 as Excel does, and its cells as text."""

    number: int
    cells: tuple[str, ...]


def read(data: bytes, most_rows: int) -> list[Row]:
    """The rows of the first sheet that shows any, blank ones left out, all cut to the same number of cells.

    Refused with one sentence for a file that is broken, encrypted, hostile, no list, or longer than `most_rows`.
    """
    if not data.strip(b"\0\t\n\r ;,"):
        raise _refused(phrases.SHEET_EMPTY)
    if len(data) > MOST_BYTES:
        raise _refused(phrases.SHEET_TOO_BIG)
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise _refused(phrases.SHEET_ENCRYPTED if locked else phrases.SHEET_OLD)
    if data.startswith(_NOT_TEXT):
        raise _refused(phrases.SHEET_OF_OTHER_KIND)
    rows = _of_excel(data, most_rows) if data.startswith(_ZIP) else _of_text(data, most_rows)
    if not rows:
        raise _refused(phrases.SHEET_EMPTY)
    width = max(len(row.cells) for row in rows)
    return [Row(row.number, row.cells + ("",) * (width - len(row.cells))) for row in rows]


def _kept(rows: Iterable[Sequence[str]], most_rows: int) -> list[Row]:
    """The rows that hold something, numbered from 1 with the blank ones counted; blank cells at their ends fall off."""
    kept: list[Row] = []
    for number, cells in enumerate(rows, start=1):
        filled = len(cells)
        while filled and not cells[filled - 1]:
            filled -= 1
        if not filled:
            continue
        if filled > MOST_COLUMNS:
            raise _refused(phrases.SHEET_TOO_WIDE.format(most=MOST_COLUMNS))
        if len(kept) == most_rows:
            raise _refused(phrases.SHEET_TOO_LONG.format(most=grouped(most_rows)))
        kept.append(Row(number, tuple(cells[:filled])))
    return kept


def _refused(sentence: str) -> Refused:
    return Refused(Problem("file", sentence))


# ---------------------------------------------------------------- .xlsx


def _of_excel(data: bytes, most_rows: int) -> list[Row]:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow import, not paid at start-up

    _inspect(data)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            sheet.reset_dimensions()  # what a sheet says of its size may be untrue
            values = sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)
            if rows := _kept(([_text(value) for value in row] for row in values), most_rows):
                return rows
    except Refused:
        raise
    except Exception as fault:
        raise _refused(phrases.SHEET_BROKEN) from fault
    return []


def _inspect(data: bytes) -> None:
    """The limits Word templates are held to, and no DOCTYPE in any part, before openpyxl sees a byte."""
    from campaign.files.word_writer import TemplateFault  # noqa: PLC0415 - slow import, not paid at start-up
    from campaign.files.word_writer.reading import (  # noqa: PLC0415 - slow import, not paid at start-up
        parsed,
        read_package,
    )

    try:
        package = read_package(data)
        if not package.type_of(package.main).endswith(_SHEET_TYPES):
            raise _refused(phrases.SHEET_OF_OTHER_KIND)
        for name, part in package.data.items():
            if name.endswith((".xml", ".rels")):
                parsed(part)
    except TemplateFault as fault:
        raise _refused(phrases.SHEET_BROKEN) from fault


def _text(value: object) -> str:
    """What a cell shows, as an office would type it."""
    from openpyxl.utils.escape import unescape  # noqa: PLC0415 - slow import, not paid at start-up

    if value is None:
        return ""
    if isinstance(value, datetime):
        day = short_date(value.date())
        return day if value.time() == time() else f"{value:%H:%M} {day}"
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        return f"{value:.15g}"
    return clean_lines(unescape(str(value)))


# ---------------------------------------------------------------- .csv


def _of_text(data: bytes, most_rows: int) -> list[Row]:
    text = decoded(data)
    if len(_CONTROLS.findall(text)) > len(text) // 200:
        raise _refused(phrases.SHEET_OF_OTHER_KIND)
    first, _, rest = text.partition("\n")
    named = first.strip().lower().removeprefix("sep=")
    if first.lower().startswith("sep=") and named in tuple(
        _SEPARATORS
    ):  # Excel's own way to name the separator
        return [Row(row.number + 1, row.cells) for row in _kept(_cells(rest, named), most_rows)]
    return _kept(_cells(text, _separator(text)), most_rows)


def _cells(text: str, separator: str) -> Iterator[list[str]]:
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
            yield [clean_lines(cell) for cell in row]
    except csv.Error as fault:
        raise _refused(phrases.SHEET_OF_OTHER_KIND) from fault


def _separator(text: str) -> str:
    """The separator that cuts the most rows alike: one that only stands in sentences cuts them in no one way."""
    sample = text[:100_000]

    def alike(separator: str) -> tuple[int, int]:
        lengths = Counter(len(row) for row in _cells(sample, separator) if len(row) > 1)
        return max(((count, length) for length, count in lengths.items()), default=(0, 0))

    return max(_SEPARATORS, key=alike)
