"""Lists read out of spreadsheets of every kind an office saves, and refused when they are none."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from campaign.config import share
from campaign.errors import Refused
from campaign.files import phrases
from campaign.files.sheet import Column, write
from campaign.files.sheet_reader import MOST_BYTES, Row, read

CSV = 'Nội dung;Đơn vị chủ trì;Hạn\r\n"Treo băng rôn, cờ";Văn phòng;24/3/2026\r\n'
READ = [
    Row(1, ("Nội dung", "Đơn vị chủ trì", "Hạn")),
    Row(2, ("Treo băng rôn, cờ", "Văn phòng", "24/3/2026")),
]


def book(*rows: Sequence[object], state: str = "visible") -> bytes:
    made, out = Workbook(), BytesIO()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if state != "visible":
        sheet.sheet_state = state
        made.create_sheet("Sau").append(["thấy được"])
    made.save(out)
    return out.getvalue()


def changed(data: bytes, **parts: bytes) -> bytes:
    """The workbook with parts replaced: named by the last word of their path without ending."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            stem = name.rpartition("/")[2].partition(".")[0]
            new.writestr(name, parts.get(stem, old.read(name)))
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        CSV.encode(),
        b"\xef\xbb\xbf" + CSV.encode(),
        CSV.encode("utf-16"),
        CSV.encode("utf-16-le"),
        CSV.replace(";", "\t").encode("utf-16"),
        CSV.replace(";", "\t").encode(),
        CSV.replace("\r\n", "\n").encode(),
        CSV.replace(";", ",").encode(),
    ],
)
def test_a_csv_reads_the_same_in_every_encoding_and_separator(data: bytes) -> None:
    assert read(data, 100) == READ


def test_windows_1258_is_read_too() -> None:
    # cp1258 writes tones as marks of their own: ô + dấu nặng
    data = "Nô\u0323i dung;Đơn vi\u0323;Ha\u0323n\r\nHo\u0323p dân;Văn pho\u0300ng;24/3/2026\r\n".encode(
        "cp1258"
    )
    assert [row.cells for row in read(data, 9)] == [
        ("Nội dung", "Đơn vị", "Hạn"),
        ("Họp dân", "Văn phòng", "24/3/2026"),
    ]


def test_the_line_excel_names_the_separator_in_is_no_row() -> None:
    assert read(b"sep=;\r\na,b,c;d\r\n", 9) == [Row(2, ("a,b,c", "d"))]


def test_commas_in_sentences_do_not_cut_a_list_of_semicolons() -> None:
    text = "Việc;Đơn vị\nTreo cờ, băng rôn, áp phích;Văn phòng\nQuét, dọn, tưới cây;Đoàn xã\n"
    assert [len(row.cells) for row in read(text.encode(), 9)] == [2, 2, 2]


def test_cells_of_a_workbook_come_as_an_office_types_them() -> None:
    data = book(
        ["Hạn", datetime(2026, 3, 24), datetime(2026, 3, 24, 7, 30), date(2026, 12, 1), time(8, 5)],  # noqa: DTZ001 - a cell's day
        ["Số", 12, 12.0, 1.5, None],
        [],
        ["Chữ", "  hai   chữ ", "dòng một\ndòng hai", "", "Ủy ban"],
    )
    assert read(data, 9) == [
        Row(1, ("Hạn", "24/3/2026", "07:30 24/3/2026", "01/12/2026", "08:05")),
        Row(2, ("Số", "12", "12", "1.5", "")),
        Row(4, ("Chữ", "hai chữ", "dòng một\ndòng hai", "", "Ủy ban")),
    ]


def test_a_hidden_sheet_is_passed_over() -> None:
    assert read(book(["ẩn"], state="hidden"), 9) == [Row(1, ("thấy được",))]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), min_size=1, max_size=5))
def test_what_we_write_we_read(rows: list[tuple[str, str]]) -> None:
    columns = [Column("Một", 10), Column("Hai", 10)]
    again = read(write("Bảng", columns, rows), 20)
    once_more = read(write("Bảng", columns, [row.cells for row in again[1:] if len(row.cells) == 2]), 20)
    assert [row.cells for row in once_more] == [row.cells for row in again]


def test_a_list_of_ten_thousand_rows_is_refused_in_a_sentence() -> None:
    text = "Việc;Đơn vị\n" + "Treo cờ;Văn phòng\n" * 10_000
    with pytest.raises(Refused, match=r"hơn 2\.000 dòng"):
        read(text.encode(), 2000)
    assert len(read(text.encode(), 10_001)) == 10_001


def test_blank_rows_do_not_count_against_the_limit() -> None:
    assert [row.number for row in read(b"a;b\n" + b";\n" * 50 + b"c;d\n", 2)] == [1, 52]


PICTURE, OLD = b"\x89PNG\r\n\x1a\n123", b"\xd0\xcf\x11\xe0" + b"Workbook"
LOCKED = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", phrases.SHEET_EMPTY),
        (b"\n ;;\n\n", phrases.SHEET_EMPTY),
        (book(), phrases.SHEET_EMPTY),
        (b"x;y\n" * (MOST_BYTES // 4 + 1), phrases.SHEET_TOO_BIG),
        (PICTURE, phrases.SHEET_OF_OTHER_KIND),
        (b"%PDF-1.7 abc", phrases.SHEET_OF_OTHER_KIND),
        (b"ab\0\x01\0cd;\0" * 20, phrases.SHEET_OF_OTHER_KIND),
        (OLD, phrases.SHEET_OLD),
        (LOCKED, phrases.SHEET_ENCRYPTED),
        (book(["a"])[:-300], phrases.SHEET_BROKEN),
        (b"PK\x03\x04" + b"rubbish" * 30, phrases.SHEET_BROKEN),
        (changed(book(["a"]), sheet1=b"<worksheet><sheetData><row r='x'>"), phrases.SHEET_BROKEN),
        (changed(book(["a"]), styles=DOCTYPE), phrases.SHEET_BROKEN),
        (changed(book(["a"]), sheet1=b"<a>" + b" " * 30_000_000 + b"</a>"), phrases.SHEET_BROKEN),
        (b"a;" * 200 + b"b\n", phrases.SHEET_TOO_WIDE.format(most=100)),
        (book(["x"] * 200), phrases.SHEET_TOO_WIDE.format(most=100)),
        (b'a;"' + b"x" * 200_000 + b'"\n', phrases.SHEET_OF_OTHER_KIND),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(data, 2000)
    assert [problem.sentence for problem in refusal.value.problems] == [sentence]


def test_a_word_file_is_no_list() -> None:
    data = (share("docx_templates") / "ke-hoach.docx").read_bytes()
    with pytest.raises(Refused, match=r"\.xlsx hoặc \.csv"):
        read(data, 9)


def test_a_sheet_that_claims_a_million_rows_costs_nothing() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
        b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        b'<row r="200000"><c r="A200000" t="inlineStr"><is><t>b</t></is></c></row></sheetData></worksheet>'
    )
    assert read(changed(book(["x"]), sheet1=sheet), 9) == [Row(1, ("a",)), Row(200_000, ("b",))]
