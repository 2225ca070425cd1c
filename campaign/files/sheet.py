"""Writes a list as a spreadsheet (.xlsx, ECMA-376): one sheet under a heading row, ready to filter and to print.

Nothing in a cell is ever a formula, whatever a visitor typed: text is written as text, in cells formatted as text.
The same rows give the same bytes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Literal, TypeAlias
from zipfile import ZipFile

from campaign.files.word_writer.archive import Entry, ZipStream
from campaign.vietnamese.text import without_invisible

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Kind: TypeAlias = Literal["text", "number", "date"]
Value: TypeAlias = str | float | date | None

LONGEST = 32_767  # UTF-16 units Excel keeps in a cell; a longer text ends in "…"
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)  # the day zip files count from
_A4 = "9"  # ECMA-376 18.3.1.63
_FORMATS: dict[Kind, str] = {"text": "@", "number": "General", "date": "dd/mm/yyyy"}
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # ECMA-376 22.9.2.19 reads _x0041_ as A


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in letters, and how what stands in it is shown."""

    heading: str
    width: float
    kind: Kind = "text"


def write(title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """The .xlsx of rows with one value per column: text, a number, a day or None; words may stand among days.

    `title` names the sheet and heads each printed page: at most 31 letters, none of \\ / ? * [ ] : &. Control signs are
    dropped and text past LONGEST is cut. ValueError when a row is longer or shorter than the columns.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - slow import, not paid at start-up

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    _lay_out(sheet, title, columns)
    heading = [_cell(sheet, "text", bold=True) for _ in columns]
    sheet.append(_filled(heading, [column.heading for column in columns]))
    cells = [_cell(sheet, column.kind) for column in columns]
    listed = list(rows)
    for row in listed:
        sheet.append(_filled(cells, row))
    sheet.auto_filter.ref = f"A1:{_letter(len(columns))}{len(listed) + 1}"
    return _package(book)


def _lay_out(sheet: "Worksheet", title: str, columns: Sequence[Column]) -> None:
    """Widths, the heading row held still, and paper: A4 lying, as wide as the page, the heading row on each."""
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[_letter(place)].width = column.width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.HeaderFooter.oddHeader.center.text = title  # type: ignore[union-attr]
    sheet.HeaderFooter.oddFooter.center.text = "&P/&N"  # type: ignore[union-attr]


def _cell(sheet: "Worksheet", kind: Kind, *, bold: bool = False) -> "Cell":
    """The one cell all rows of a column are written through: dressing a cell costs more than writing it."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - slow import, not paid at start-up
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - slow import, not paid at start-up

    cell = WriteOnlyCell(sheet)
    cell.number_format = _FORMATS[kind]
    cell.alignment = Alignment(vertical="center" if bold else "top", wrap_text=True)
    cell.font = Font(name="Times New Roman", size=12, bold=bold)
    return cell


def _filled(cells: "Sequence[Cell]", row: Sequence[Value]) -> "Iterator[Cell]":
    for cell, value in zip(cells, row, strict=True):
        cell.value = _text(value) if isinstance(value, str) else value
        if isinstance(value, str):
            cell.data_type = "s"  # else "=1+1" is a formula and "#N/A" an error
        yield cell


def _text(text: str) -> str:
    lines = "\n".join(without_invisible(text).splitlines())
    units = lines.encode("utf-16-le")
    if len(units) > 2 * LONGEST:
        lines = units[: 2 * (LONGEST - 1)].decode("utf-16-le", errors="ignore") + "…"
    return _ESCAPE_LIKE.sub("_x005F_", lines)


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - slow import, not paid at start-up

    return get_column_letter(place)


def _package(book: "Workbook") -> bytes:
    """The workbook as a zip that tells no time and no author: it depends on nothing but its cells."""
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415 - slow import, not paid at start-up

    book.properties.creator = None
    book.properties.created = book.properties.modified = _NO_TIME
    dated, made = BytesIO(), BytesIO()
    ExcelWriter(book, ZipFile(dated, "w")).save()
    stream = ZipStream(made)
    with ZipFile(dated) as parts:
        for name in parts.namelist():
            stream.add(Entry.deflated(name, parts.read(name)))
    stream.close()
    return made.getvalue()
