"""What a list of tasks says, read without a database."""

from collections.abc import Sequence
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.glossary import DayUnit
from campaign.tasks import phrases
from campaign.tasks.forms import TaskForm
from campaign.tasks.rules import Sibling, TaskDraft
from campaign.tasks.rules.importing import LIMITS, Review, Table, UnitName, guess, name_of, review, tabled

UNITS = [
    UnitName(1, "Văn phòng HĐND&UBND", "Văn phòng"),
    UnitName(2, "Phòng Văn hóa - Xã hội", "Phòng VH-XH"),
    UnitName(3, "Đoàn TNCS Hồ Chí Minh xã", "Đoàn xã"),
    UnitName(4, "Trạm Y tế, Dân số", "Trạm"),
    UnitName(5, "Trạm Khuyến nông", "Trạm"),
]
HEADINGS = (
    "TT",
    "Nội dung",
    "Đơn vị chủ trì",
    "Phối hợp",
    "Thời hạn",
    "Người phụ trách",
    "Kết quả",
    "Căn cứ",
    "Ghi chú",
)


def table(*rows: Sequence[str]) -> Table:
    filled = [tuple(row) + ("",) * (len(HEADINGS) - len(row)) for row in rows]
    return Table(HEADINGS, 1, tuple(enumerate(filled, start=2)))


def reviewed(*rows: Sequence[str], siblings: Sequence[Sibling] = ()) -> Review:
    return review(table(*rows), guess(HEADINGS), UNITS, siblings)


def draft(*cells: str) -> TaskDraft:
    found = reviewed(cells)
    assert found.faults == ()
    return found.drafts[0][1]


def fault(*cells: str) -> tuple[str, str, str]:
    (found,) = reviewed(cells).faults
    return found.column, found.sentence, found.accepted


# ---------------------------------------------------------------- headings


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (HEADINGS, {"text": 1, "lead": 2, "coordinating": 3, "due": 4, "person": 5, "expected_result": 6, "basis": 7, "note": 8}),
        (("STT", "NOI DUNG CONG VIEC", "CO QUAN CHU TRI", "Don vi phoi hop", "Thoi gian hoan thanh"), {"text": 1, "lead": 2, "coordinating": 3, "due": 4}),
        (("Nhiệm vụ", "Đơn vị thực hiện", "Hạn", "Sản phẩm"), {"text": 0, "lead": 1, "due": 2, "expected_result": 3}),
        (("Đơn vị", "Đơn vị phối hợp", "Việc cần làm"), {"lead": 0, "coordinating": 1, "text": 2}),
        (("Tên", "Cột 2"), {}),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_headings(headings: Sequence[str], columns: dict[str, int]) -> None:
    assert guess(headings) == columns


_WORDS = [word for words in phrases.COLUMN_WORDS.values() for word in words]


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=12)), max_size=12))
def test_no_column_is_taken_twice_and_none_that_is_not_there(headings: list[str]) -> None:
    found = guess(headings)
    assert len(set(found.values())) == len(found)
    assert all(0 <= place < len(headings) for place in found.values())


@settings(deadline=None)
@given(st.permutations(HEADINGS))
def test_the_order_of_columns_does_not_matter(headings: list[str]) -> None:
    found = guess(headings)
    assert {name: headings[place] for name, place in found.items()} == {
        name: HEADINGS[place] for name, place in guess(HEADINGS).items()
    }


def test_a_letterhead_above_and_a_row_of_numbers_below_the_headings_are_no_tasks() -> None:
    wide = ("",) * 4
    rows = [
        (1, ("ỦY BAN NHÂN DÂN XÃ BÌNH AN", *wide)),
        (3, ("BẢNG PHÂN CÔNG NHIỆM VỤ", *wide)),
        (5, ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn")),
        (6, ("(1)", "(2)", "(3)", "(4)", "(5)")),
        (7, ("1", "Treo cờ", "Văn phòng", "", "")),
    ]
    found = tabled(rows)
    assert (found.heading_row, [number for number, _ in found.rows]) == (5, [7])


def test_the_same_headings_in_other_letters_are_the_same_list() -> None:
    shouted = Table(tuple(heading.upper() for heading in HEADINGS), 4, ())
    assert shouted.signature == table().signature
    assert Table(HEADINGS[::-1], 1, ()).signature != table().signature


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A · x"), (25, "Z · x"), (26, "AA · x"), (51, "AZ · x"), (99, "CV · x")]
)
def test_a_column_is_named_as_excel_does(place: int, name: str) -> None:
    assert name_of(Table(("x",) * 100, 1, ()), place) == name


# ---------------------------------------------------------------- cells


def test_a_full_row_is_a_task() -> None:
    assert draft("1", "Treo băng rôn\ntrước cổng", "van phong", "Phòng VH-XH; Đoàn xã", "24/3/2026", "Bà Lan", "20 tấm", "KH 05", "gấp") == TaskDraft(
        "Treo băng rôn\ntrước cổng", 1, [2, 3], date(2026, 3, 24), person="Bà Lan", expected_result="20 tấm", basis="KH 05", note="gấp"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Phòng VH-XH, Đoàn xã", [2, 3]),
        ("- Phòng Văn hóa – Xã hội\n- Đoàn xã.", [2, 3]),
        ("Trạm Y tế, Dân số, Đoàn xã", [4, 3]),
        ("Đoàn xã; ĐOÀN XÃ", [3]),
        ("Phòng Văn hoá - Xã hội", [2]),
        (" ; ,", []),
    ],
)
def test_several_helpers_are_told_apart(cell: str, units: list[int]) -> None:
    assert draft("", "Treo cờ", "Văn phòng", cell).coordinating == units


def test_an_ampersand_is_an_and() -> None:
    assert draft("", "Treo cờ", "Văn phòng HĐND và UBND").lead_unit_id == 1


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("24/3/2026", (date(2026, 3, 24), None, None)),
        ("ngày 24 tháng 3 năm 2026", (date(2026, 3, 24), None, None)),
        ("07:30 24/3/2026", (date(2026, 3, 24), time(7, 30), None)),
        ("7h30 ngày 24/3/2026", (date(2026, 3, 24), time(7, 30), None)),
        ("24/3/2026 15:00", (date(2026, 3, 24), time(15), None)),
        ("24/3/2026, 7 giờ 30 phút", (date(2026, 3, 24), time(7, 30), None)),
        ("thường xuyên", (None, None, "thường xuyên")),
        ("quý IV/2026", (None, None, "quý IV/2026")),
        ("trước ngày 20/3/2026", (None, None, "trước ngày 20/3/2026")),
        ("12/2026", (None, None, "12/2026")),
        ("", (None, None, None)),
    ],
)
def test_a_due_cell_is_a_day_or_words(cell: str, due: tuple[date | None, time | None, str | None]) -> None:
    found = draft("", "Treo cờ", "Văn phòng", "", cell)
    assert (found.due_on, found.due_time, found.due_words) == due


@pytest.mark.parametrize(
    "cell", ["31/2/2026", "24/3", "24/3/26", "3/24/2026", "45000", "24/3/3026", "ngày 31/4/2026", "2026"]
)
def test_figures_that_make_no_day_are_never_taken_for_words(cell: str) -> None:
    column, sentence, accepted = fault("", "Treo cờ", "Văn phòng", "", cell)
    assert (column, sentence) == ("E · Thời hạn", phrases.CELL_DATE.format(text=cell))
    assert "24/3/2026" in accepted


def test_an_unknown_unit_is_named_with_the_nearest_ones() -> None:
    column, sentence, accepted = fault("", "Treo cờ", "Phòng Văn hoá Thông tin")
    assert (column, sentence) == (
        "C · Đơn vị chủ trì",
        "Không có đơn vị “Phòng Văn hoá Thông tin” trong Danh bạ.",
    )
    assert accepted.split("; ")[0] == "Phòng Văn hóa - Xã hội"


def test_a_name_two_units_share_is_asked_about() -> None:
    _, sentence, accepted = fault("", "Treo cờ", "Trạm")
    assert sentence == "“Trạm” là tên chung của nhiều đơn vị."
    assert accepted == "Trạm Y tế, Dân số; Trạm Khuyến nông"


def test_two_leads_are_one_too_many() -> None:
    assert fault("", "Treo cờ", "Văn phòng; Đoàn xã")[1] == phrases.CELL_SEVERAL_LEADS


def test_every_fault_of_a_row_is_told_at_once_at_its_column() -> None:
    found = reviewed(("1", "", "Sở X", "Phòng Y", "31/2/2026", "a" * 121))
    assert [(each.row, each.column[0]) for each in found.faults] == [
        (2, "B"),
        (2, "C"),
        (2, "D"),
        (2, "E"),
        (2, "F"),
    ]
    assert found.drafts == ()


def test_the_lead_does_not_coordinate_here_either() -> None:
    column, sentence, _ = fault("", "Treo cờ", "Văn phòng", "Văn phòng HĐND&UBND")
    assert (column[0], "không thể đồng thời" in sentence) == ("D", True)


def test_doubles_are_found_in_the_plan_and_among_the_rows() -> None:
    rows = (("1", "Treo cờ", "Văn phòng"), ("2", "treo co", "van phong"), ("3", "Mời báo", "Văn phòng"))
    found = reviewed(*rows, siblings=[Sibling(7, 1, "Mời báo")])
    assert [(each.row, each.sentence) for each in found.faults] == [
        (3, phrases.TWICE_IN_FILE.format(row=2)),
        (4, "Nhiệm vụ này đã giao cho Văn phòng HĐND&UBND rồi (nhiệm vụ số 7)."),
    ]


def test_a_row_with_nothing_in_the_columns_read_is_left_out_and_said_so() -> None:
    found = reviewed(("1", "Treo cờ", "Văn phòng"), ("Người lập biểu",))
    assert (len(found.drafts), found.skipped) == (1, (3,))


def test_a_list_without_tasks_or_without_a_lead_column_is_refused() -> None:
    assert [each.sentence for each in reviewed().faults] == [phrases.NO_ROWS]
    found = review(table(("1", "Treo cờ")), {"text": 1}, UNITS, ())
    assert [each.sentence for each in found.faults] == [phrases.NO_COLUMN.format(column=phrases.LEAD)]


def test_limits_are_those_of_the_form() -> None:
    for name in ("text", "person", "expected_result", "basis", "note"):
        assert getattr(TaskForm, name).kwargs.get("limit", 300) == LIMITS[name]
    assert TaskForm.due_words.kwargs["limit"] == LIMITS["due"]


@pytest.mark.parametrize(
    ("column", "text"), [("C", "a, " * 9000), ("D", "a, " * 9000), ("E", "9 " * 9000), ("B", "x" * 2001)]
)
def test_a_cell_of_a_book_s_length_is_refused_in_a_sentence(column: str, text: str) -> None:
    cells = {"B": "Treo cờ", "C": "Văn phòng", "D": "", "E": ""} | {column: text}
    (first, *_) = reviewed(("1", *cells.values())).faults
    assert (first.column[0], first.sentence[:6]) == (column, "Dài qu")


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=40), min_size=9, max_size=9), max_size=4))
def test_whatever_is_typed_each_row_is_a_task_a_fault_or_left_out(rows: list[list[str]]) -> None:
    found = reviewed(*rows)
    told = {number for number, _ in found.drafts} | {each.row for each in found.faults} | set(found.skipped)
    assert told - {1} == set(range(2, 2 + len(rows)))


def test_a_merged_heading_is_parted_by_the_row_below_it() -> None:
    rows: list[tuple[int, tuple[str, ...]]] = [
        (1, ("PHÂN CÔNG NHIỆM VỤ", "", "", "", "")),
        (3, ("TT", "Nội dung", "Đơn vị thực hiện", "", "Thời gian")),
        (4, ("", "", "Chủ trì", "Phối hợp", "hoàn thành")),
        (5, ("(1)", "(2)", "(3)", "(4)", "(5)")),
        (6, ("1", "Treo cờ", "Văn phòng", "Đoàn xã", "24/3/2026")),
    ]
    found = tabled(rows)
    assert found.headings == (
        "TT",
        "Nội dung",
        "Đơn vị thực hiện Chủ trì",
        "Phối hợp",
        "Thời gian hoàn thành",
    )
    assert (found.heading_row, [number for number, _ in found.rows]) == (3, [6])
    assert guess(found.headings) == {"text": 1, "lead": 2, "coordinating": 3, "due": 4}


def test_a_row_without_text_below_plain_headings_is_no_heading() -> None:
    found = tabled([(1, ("Nội dung", "Chủ trì", "Ghi chú")), (2, ("", "Văn phòng", "phối hợp Đoàn xã"))])
    assert (found.headings, len(found.rows)) == (("Nội dung", "Chủ trì", "Ghi chú"), 1)


@pytest.mark.parametrize(
    "title", [("I", "Công tác chuẩn bị"), ("", "II. Tổ chức lễ"), ("", "SAU BUỔI LỄ"), ("A.", "Trước lễ")]
)
def test_titles_of_parts_are_skipped_and_said(title: tuple[str, str]) -> None:
    found = reviewed(title, ("1", "Treo cờ", "Văn phòng"))
    assert (len(found.drafts), found.faults, found.skipped) == (1, (), (2,))


def test_a_task_without_its_unit_is_no_title() -> None:
    (found,) = reviewed(("1", "Treo cờ ở trụ sở")).faults
    assert found.column == "C · Đơn vị chủ trì"


def test_a_day_counted_from_the_ceremony_counts_when_there_is_one() -> None:
    row = ("1", "Gửi giấy mời", "Văn phòng", "", "T-7 ngày làm việc, 14 giờ")
    (_, counted), (_, worded) = (
        review(table(row), guess(HEADINGS), UNITS, (), ceremony).drafts[0] for ceremony in (9, None)
    )
    assert counted == TaskDraft(
        "Gửi giấy mời", 1, [], ceremony_id=9, offset_count=-7, offset_unit=DayUnit.WORKING, due_time=time(14)
    )
    assert worded.due_words == "T-7 ngày làm việc, 14 giờ"
