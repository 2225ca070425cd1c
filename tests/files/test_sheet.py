"""Lists as .xlsx: read back with openpyxl, as a spreadsheet program would."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from campaign.files.sheet import LONGEST, Column, Value, write

COLUMNS = [Column("TT", 5, "number"), Column("Nhiệm vụ", 40), Column("Thời hạn", 12, "date")]


def opened(*rows: Sequence[Value], columns: Sequence[Column] = COLUMNS) -> Worksheet:
    sheet = load_workbook(BytesIO(write("Nhiệm vụ", columns, rows)))["Nhiệm vụ"]
    assert isinstance(sheet, Worksheet)
    return sheet


def kept(text: str) -> object:
    """What stands in the cell after writing `text`, as Excel reads it."""
    value = opened([text], columns=[Column("Ghi chú", 20)])["A2"].value
    return unescape(value) if isinstance(value, str) else value


def test_rows_stand_under_their_headings() -> None:
    sheet = opened([1, "Treo băng rôn", date(2026, 12, 14)], [2, "Mời báo tỉnh", None])
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["TT", "Nhiệm vụ", "Thời hạn"],
        [1, "Treo băng rôn", datetime(2026, 12, 14)],  # noqa: DTZ001 - a cell's day
        [2, "Mời báo tỉnh", None],
    ]


def test_a_day_is_a_date_and_words_may_stand_in_its_place() -> None:
    sheet = opened([1, "", date(2026, 12, 14)], [2, "", "thường xuyên"])
    assert (sheet["C2"].is_date, sheet["C2"].number_format) == (True, "dd/mm/yyyy")
    assert (sheet["C3"].data_type, sheet["C3"].value) == ("s", "thường xuyên")


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://x.example";"x")', "+84 912", "-5", "@SUM(A1)", "#N/A", "0912345678", "TRUE"],
)
def test_no_text_is_a_formula_an_error_or_a_number(text: str) -> None:
    sheet = opened([1, text, text])
    for cell in (sheet["B2"], sheet["C2"]):
        assert (cell.data_type, cell.value) == ("s", text)
    assert sheet["B2"].number_format == "@"  # typing in the cell leaves it text too


def test_a_heading_is_text_too() -> None:
    assert opened(columns=[Column("=1+1", 20)])["A1"].data_type == "s"


# ---------------------------------------------------------------- any text

LETTERS = st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(LETTERS, min_size=1), min_size=1, max_size=8))
def test_text_comes_back_as_it_was(texts: list[str]) -> None:
    sheet = opened(*([text] for text in texts), columns=[Column("Ghi chú", 20)])
    assert [unescape(row[0].value) for row in sheet.iter_rows(min_row=2)] == texts


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters()))
def test_whatever_is_pasted_makes_a_file_that_opens(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f]", str(kept(text)))


def test_control_signs_go_and_line_ends_are_one_kind() -> None:
    assert kept("a\x00\x07b\r\nc\x0bd\u2028e\ud800") == "ab\nc\nd\ne"


def test_blanks_at_the_ends_stay() -> None:
    assert kept("  a ") == "  a "


def test_text_that_looks_like_an_escape_is_not_read_as_one() -> None:
    made = write("x", [Column("x", 9)], [["_x0041_"]])
    assert b"<t>_x005F_x0041_</t>" in ZipFile(BytesIO(made)).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(("letter", "units"), [("ữ", 1), ("😀", 2)])
def test_a_text_too_long_for_a_cell_is_cut_and_says_so(letter: str, units: int) -> None:
    most = LONGEST // units
    assert kept(letter * most) == letter * most
    assert kept(letter * (most + 1)) == letter * ((LONGEST - 1) // units) + "…"


# ---------------------------------------------------------------- the sheet


def test_the_heading_row_is_bold_stays_in_sight_and_filters() -> None:
    sheet = opened([1, "a", None], [2, "b", None])
    assert (sheet["A1"].font.bold, sheet["A2"].font.bold) == (True, False)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C3")
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [5, 40, 12]
    assert sheet["B2"].alignment.wrap_text


def test_it_prints_lying_on_a4_as_wide_as_the_page_under_its_headings() -> None:
    sheet = opened([1, "a", None])
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddHeader.center.text == "Nhiệm vụ"


def test_an_empty_list_has_its_headings() -> None:
    sheet = opened()
    assert ([cell.value for cell in sheet[1]], sheet.auto_filter.ref) == (
        ["TT", "Nhiệm vụ", "Thời hạn"],
        "A1:C1",
    )


def test_the_same_rows_give_the_same_bytes_without_times() -> None:
    made = write("Nhiệm vụ", COLUMNS, [[1, "a", date(2026, 12, 14)]])
    assert made == write("Nhiệm vụ", COLUMNS, [[1, "a", date(2026, 12, 14)]])
    assert {part.date_time[0] for part in ZipFile(BytesIO(made)).infolist()} == {1980}
    assert (
        re.findall(rb"\d{4}-\d\d-\d\dT", ZipFile(BytesIO(made)).read("docProps/core.xml"))
        == [b"1980-01-01T"] * 2
    )


@pytest.mark.parametrize("row", [[1, "a"], [1, "a", None, "b"]])
def test_a_row_that_does_not_fit_the_columns_is_refused(row: list[Value]) -> None:
    with pytest.raises(ValueError, match="zip"):
        write("Nhiệm vụ", COLUMNS, [row])
