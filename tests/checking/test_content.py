"""What is said of the words themselves, and what is not: the check keeps quiet where it cannot be sure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.checking.phrases import Part
from campaign.checking.rules import check
from campaign.checking.rules.docx import Cell, Docx, Look, Paragraph, Run, Section
from campaign.vietnamese import legal_date, short_date, weekday_name
from campaign.workdays import DaysOff
from tests.checking.test_rules import line, paper

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def said(*body: str, days: DaysOff | None = None, docx: Docx | None = None) -> list[str]:
    """Rules that find something in the words of these lines."""
    report = check(docx or paper(*body), days)
    return [finding.rule.removeprefix("words.") for finding in report.findings if finding.part is Part.WORDS]


def dated(issued: str, *body: str) -> Docx:
    """The same paper with a day of issue in its head."""
    docx = paper(*body)
    head = Paragraph(0, (Run(issued, Look("Times New Roman", 14, italic=True)),), "center")
    return Docx((head, *docx.paragraphs), (Section(210, 297),))


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(WEEKDAYS), st.booleans())
def test_a_weekday_is_found_exactly_when_it_is_wrong(day: date, weekday: str, long: bool) -> None:
    written = legal_date(day) if long else f"ngày {short_date(day)}"
    found = said(f"Họp vào {weekday}, {written}.")
    assert found == ([] if weekday == weekday_name(day) else ["weekday"])


@pytest.mark.parametrize("text", ["thứ Sáu, 24/3/2023", "Thứ 6 (24/3/2023)", "sáng thứ Sáu ngày 24 tháng 3 năm 2023", "Chủ nhật (ngày 26/3/2023)"])  # fmt: skip
def test_a_right_weekday_in_any_spelling_is_let_be(text: str) -> None:
    assert said(f"Lễ tổ chức {text}.") == []


@pytest.mark.parametrize(
    "text", ["ngày 24/3/2023 (thứ Bảy)", "ngày 24 tháng 3 năm 2023 (Thứ 5)", "7 giờ thứ Tư, ngày 24/3."]
)
def test_a_weekday_behind_its_day_or_without_a_year_is_looked_at_too(text: str) -> None:
    assert said(docx=dated("Bình An, ngày 01 tháng 02 năm 2023", f"Lễ tổ chức {text}")) == ["weekday"]


def test_a_day_without_a_year_is_the_one_nearest_to_the_day_of_issue() -> None:
    said_of = [("12", "thứ Tư, ngày 04/01"), ("01", "thứ Sáu, ngày 23/12")]  # 2023 and 2022
    years = {"12": 2022, "01": 2023}
    for month, text in said_of:
        issued = f"Bình An, ngày 20 tháng {month} năm {years[month]}"
        assert said(docx=dated(issued, f"Họp {text}, tại hội trường.")) == []
    assert said("Họp thứ Tư, ngày 04/01.") == []  # issued nobody knows when


@pytest.mark.parametrize("text", ["31/4/2026", "ngày 30 tháng 02 năm 2026", "15/13/2026"])
def test_a_day_the_calendar_does_not_have_is_found(text: str) -> None:
    assert said(f"Hoàn thành ngày {text}.") == ["unreal_day"]


@pytest.mark.parametrize("text", ["Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ", "tỷ lệ 12/15/2000 hồ sơ là sai số", "1.004873"])  # fmt: skip
def test_numbers_that_are_no_dates_are_let_be(text: str) -> None:
    assert "weekday" not in said(f"Theo {text}.")


@pytest.mark.parametrize(
    "text",
    [
        "Trời xa xa, đời đời nhớ ơn, thường thường như vậy, từ từ làm, ngày ngày học.",
        "Các đại biểu biểu quyết thông qua.",
        "Các bệnh viện tham gia gia công thiết bị.",
        "Công chức chức danh chuyên trách.",
        "Trong 5 năm năm nào cũng làm.",
        "Họp ngày 10 10 phút sau.",
    ],
)
def test_words_said_twice_on_purpose_are_let_be(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text", ["Giao các các đơn vị.", "Phòng tham mưu tham mưu Ủy ban.", "Gửi giấy mời mời đại biểu."]
)
def test_words_doubled_by_mistake_are_found(text: str) -> None:
    assert set(said(text)) == {"doubled"}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (("Mở “Ngày không viết” và \"Ngày không hẹn\".",), []),
        (("Mở “Ngày không viết.",), ["quotes"]),
        (("Mở Ngày không viết”.",), ["quotes"]),
        (("Mở \"Ngày không viết.",), ["quotes"]),
        (("Ghi rõ: “Câu thứ nhất.", "Câu thứ hai.” và ký tên."), []),
        (("Màn hình 55\" đặt ở sảnh.",), []),
    ],
)  # fmt: skip
def test_quotes_are_counted_by_pairs(body: tuple[str, ...], found: list[str]) -> None:
    assert said(*body) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UBND xã và HĐND xã công bố TTHC, tổ chức CCHC.", []),
        ("Ban Quản lý dự án (BQLDA) họp. BQLDA báo cáo.", []),
        ("Mời BQLDA dự.", ["abbreviation"]),
        ("ỦY BAN NHÂN DÂN XÃ AN BÌNH công bố quý III và TỔNG KẾT NĂM.", []),
        ("Theo Kế hoạch số 41/KH-UBND ngày 01/02/2026 của UBND tỉnh.", []),
        ("Đoàn TNCS Hồ Chí Minh, Văn phòng HĐND&UBND xã.", []),
    ],
)
def test_only_unexplained_uncommon_abbreviations_are_found(text: str, found: list[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thực hiện Kế hoạch số 41/KH-UBND ngày 01/02/2026 của UBND tỉnh về mô hình.", []),
        ("Thực hiện Kế hoạch số 41/KH-UBND của UBND tỉnh về mô hình.", ["citation"]),
        ("Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 về cải cách.", ["citation"]),
        ("Thực hiện Luật Tổ chức chính quyền địa phương.", []),
        ("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 21/TTr-SNV ngày 15/4/2026.", []),
    ],
)
def test_a_first_citation_has_its_day_and_issuer(text: str, found: list[str]) -> None:
    assert said(text) == found


def test_a_second_citation_is_short() -> None:
    first = "Thực hiện Kế hoạch số 41/KH-UBND ngày 01/02/2026 của UBND tỉnh."
    assert said(first, "Theo Kế hoạch số 41/KH-UBND, các đơn vị báo cáo.") == []


HOLIDAYS = DaysOff({date(2026, 9, 2): "Quốc khánh"}, frozenset({date(2026, 8, 22)}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thời gian: 7 giờ 30 phút, ngày 02/9/2026.", ["day_off"]),
        ("- Thời gian: 8 giờ, Chủ nhật, ngày 06/9/2026.", ["day_off"]),
        ("Thời gian: 8 giờ, thứ Bảy, ngày 22/8/2026.", []),  # worked in exchange
        ("Báo cáo chậm nhất ngày 06/9/2026.", ["day_off"]),
        ("Báo cáo trước ngày 06/9/2026.", ["day_off"]),
        ("Báo cáo trước ngày 01/11/2026.", []),  # a Sunday, but it says: by the end of October
        ("Năm 2026 nghỉ lễ ngày 02/9/2026.", []),
    ],
)
def test_events_and_deadlines_on_days_off_are_told(text: str, found: list[str]) -> None:
    assert said(text, days=HOLIDAYS) == found


@pytest.mark.parametrize(
    ("issued", "text", "found"),
    [
        ("Bình An, ngày 10 tháng 3 năm 2026", "Thời gian: 8 giờ, ngày 09/3/2026.", ["before_issue"]),
        ("Bình An, ngày      tháng 3 năm 2026", "Thời gian: 8 giờ, ngày 27/02/2026.", ["before_issue"]),
        (
            "Bình An, ngày      tháng 3 năm 2026",
            "Thời gian: 8 giờ, ngày 02/3/2026.",
            [],
        ),  # may be issued on the first
        ("Bình An, ngày      tháng      năm 2026", "Thời gian: 8 giờ, ngày 02/3/2026.", []),
        ("Bình An, ngày 10 tháng 3 năm 2026", "Thí điểm từ ngày 01/3/2026.", ["before_issue"]),
        (
            "Bình An, ngày 10 tháng 3 năm 2026",
            "Mô hình đã thực hiện từ ngày 01/3/2025.",
            [],
        ),  # told of the past
        ("Bình An, ngày 10 tháng 3 năm 2026", "Gửi báo cáo trước ngày 09/3/2026.", ["before_issue"]),
        (
            "Bình An, ngày 10 tháng 3 năm 2026",
            "Dự thảo Kế hoạch xong trước ngày 09/3/2026.",
            [],
        ),  # the paper itself
    ],
)
def test_what_must_come_after_the_paper_does(issued: str, text: str, found: list[str]) -> None:
    assert said(docx=dated(issued, text)) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (("Gồm:", "- Một;", "- Hai;", "- Ba."), []),
        (("Gồm:", "- Một;", "- Hai", "- Ba."), ["list_ends"]),
        (("Gồm:", "- Một;", "- Hai;", "- Ba;"), ["list_ends"]),
        (("Gồm:", "- Câu một.", "- Câu hai."), []),
        (("Gồm:", "a) Một;", "b) Hai", "c) Ba."), ["list_ends"]),
        (("1. Ông Hai;", "2. Bà Ba;", "3. Ông Tư;"), ["list_ends"]),
        (("1. Thời gian: 7 giờ", "2. Địa điểm: Sân xã"), []),  # no list of one sentence
        (("a) Cấp tỉnh:", "- Một;", "- Hai;", "b) Cấp xã: Ba."), []),  # the list around it goes on
        (("Gồm:", "- Một;", "- Hai;", "- Ba./."), []),
    ],
)
def test_items_of_a_list_end_as_they_should(body: tuple[str, ...], found: list[str]) -> None:
    assert said(*body) == found


@pytest.mark.parametrize("text", ["Làm ngay , không chậm.", "Làm  ngay.", "Làm ngay ( khẩn).", "Báo cáo ;"])
def test_needless_blanks_are_found(text: str) -> None:
    assert said(text) == ["blanks"]


def test_a_table_of_tasks_has_no_empty_lead_or_deadline() -> None:
    heads, row = ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"), ("1", "Soạn bài", "", "Tháng 3")
    cells = [
        line(words, number=0, cell=Cell(0, place, column, ruled=True))
        for place, words_of_row in enumerate((heads, row))
        for column, words in enumerate(words_of_row)
    ]
    counted = tuple(
        Paragraph(**{**vars_of(each), "number": place}) if each.text else each
        for place, each in enumerate(cells, start=10)
    )
    docx = paper("Bảng phân công:")
    assert said(docx=Docx((*docx.paragraphs, *counted), docx.sections)) == ["empty_cell"]


def vars_of(paragraph: Paragraph) -> dict[str, object]:
    """A paragraph's own fields."""
    return {name: getattr(paragraph, name) for name in paragraph.__dataclass_fields__}


def test_a_range_of_days_named_by_weekday_is_turned_too() -> None:
    turned = "Tuyên truyền từ thứ Hai, ngày 12/10/2026 đến Chủ nhật, ngày 11/10/2026."
    assert said(turned) == ["range"]


def test_a_task_without_a_day_is_told_where_those_beside_it_have_one() -> None:
    units = ("1. Sở Nội vụ", "2. Sở Tài chính", "3. Sở Y tế", "4. Công an tỉnh")
    days = ("trước ngày 15/4/2026", "hằng tuần", "chậm nhất ngày 14/4/2026")
    body = [f"Chủ trì thực hiện {day}." for day in (*days, "nghiêm túc")]
    lines = [each for pair in zip(units, body, strict=True) for each in pair]
    closing = "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Nội vụ."
    assert said("I. PHÂN CÔNG", *lines, closing) == ["undated"]
