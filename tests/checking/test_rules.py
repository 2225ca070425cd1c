"""The rules by themselves, over paragraphs made by hand: numbering, annexes, what a paper is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.checking.phrases import Form, Part
from campaign.checking.rules import check
from campaign.checking.rules.docx import Docx, Indent, Look, Margins, Paragraph, Run, Section, Spacing
from campaign.checking.rules.locating import locate
from campaign.checking.rules.mending.typing import place_named
from campaign.checking.rules.pieces import whole
from campaign.vietnamese import letter, roman

PLAIN = Look("Times New Roman", 14)


def line(words: str, number: int, **shape: object) -> Paragraph:
    """A paragraph of running text as it must be."""
    right = {"align": "both", "indent": Indent(0, 0, 12.7), "spacing": Spacing(6, 0, 1.1)}
    look = shape.pop("look", PLAIN)
    return Paragraph(number, (Run(words, look),), **(right | shape))  # type: ignore[arg-type]


def paper(*body: str) -> Docx:
    """A công điện, of which nothing but its body is asked for, with these lines."""
    bold = Look("Times New Roman", 14, bold=True)
    lines = ["CÔNG ĐIỆN", "Về việc phòng, chống bão", *body]
    made = [
        line(words, place, **({"align": "center", "look": bold} if place < 3 else {}))
        for place, words in enumerate(lines, start=1)
    ]
    return Docx(tuple(made), (Section(210, 297),))


def told(docx: Docx, part: Part = Part.LEVELS) -> list[str]:
    """What is found of a component."""
    return [
        f"{finding.rule}: {finding.found} -> {finding.asked}"
        for finding in check(docx).findings
        if finding.part is part
    ]


@given(st.lists(st.integers(1, 24), min_size=1, max_size=6))
def test_right_numbers_are_never_found(shape: list[int]) -> None:
    body = []
    for section, points in enumerate(shape, start=1):
        body += [f"{section}. Việc thứ {section}.", *(f"{letter(n)}) Ý." for n in range(1, points + 1))]
    assert told(paper(*body)) == []


@given(st.integers(2, 22), st.integers(1, 5))
def test_a_left_out_letter_is_found_where_it_is_missing(count: int, gap: int) -> None:
    missing = min(gap, count - 1)
    body = [f"{letter(n)}) Ý." for n in range(1, count + 2) if n != missing]
    (found,) = told(paper("1. Việc.", *body))
    assert found.endswith(f"“{letter(missing)}”")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (("a) Ý.", "b) Ý.", "c) Ý.", "d) Ý.", "e) Ý."), "“đ”"),
        (("a) Ý.", "b) Ý.", "c) Ý.", "d) Ý.", "đ) Ý.", "e) Ý.", "f) Ý."), "“g”"),
        (("1. Việc.", "3. Việc."), "“2”"),
        (("1. Việc.", "1.1. Việc.", "1.3. Việc."), "“1.2”"),
        (("Điều 1. Việc.", "Điều 3. Việc."), "“2”"),
        (("2. Việc.",), "“1”"),
    ],
)  # fmt: skip
def test_a_number_that_does_not_follow_is_found(body: tuple[str, ...], wanted: str) -> None:
    orders = [found for found in told(paper(*body)) if "order" in found or "points" in found]
    assert len(orders) == 1
    assert wanted in orders[0]


def test_clauses_may_count_through_the_sections_of_a_paper() -> None:
    assert told(paper("I. MỘT", "1. Việc.", "2. Việc.", "II. HAI", "3. Việc.", "4. Việc.")) == [
        "levels.roman: tiêu đề không đậm -> số La Mã và tiêu đề mục in hoa, đậm"
    ]


def test_a_chapter_stands_in_the_middle_with_its_title_under_it() -> None:
    found = told(paper("Chương 1", "Quy định chung", "Điều 1. Việc."))
    assert {each.partition(":")[0] for each in found} == {
        "levels.chapter",
        "levels.chapter_number",
        "levels.article",
    }


@given(st.integers(1, 60))
def test_roman_numbers_are_read_in_order(count: int) -> None:
    docx = paper(*(f"{roman(n)}. PHẦN VIỆC" for n in range(1, count + 1)))
    assert [found for found in told(docx) if "order" in found] == []


# ---------------------------------------------------------------- annexes and kinds


def annexed(*labels: str, section: int = 1, start: int | None = 1, mention: str = "theo Phụ lục.") -> Docx:
    """A công điện with its annexes behind it in one section."""
    docx = paper(mention)
    ending = (
        line("Nơi nhận:", 9, look=Look("Times New Roman", 12, bold=True, italic=True)),
        line("- Lưu: VT.", 10),
    )
    bold = Look("Times New Roman", 14, bold=True)
    annexes = tuple(
        each
        for place, label in enumerate(labels)
        for each in (
            line(label, 20 + 3 * place, section=section, align="center", look=bold),
            line("DANH SÁCH", 21 + 3 * place, section=section, align="center", look=bold),
            line(
                "(Kèm theo Công điện số 1/CĐ-UBND ngày 01/02/2026 của UBND xã)",
                22 + 3 * place,
                section=section,
                align="center",
                look=Look("Times New Roman", 14, italic=True),
            ),
        )
    )
    return Docx((*docx.paragraphs, *ending, *annexes), (docx.sections[0], Section(210, 297, start=start)))


def test_annexes_are_numbered_mentioned_and_count_their_own_pages() -> None:
    assert told(annexed("Phụ lục"), Part.ANNEX) == []
    assert [each.partition(":")[0] for each in told(annexed("Phụ lục I", "Phụ lục III"), Part.ANNEX)] == [
        "annex.order"
    ]
    assert [
        each.partition(":")[0] for each in told(annexed("Phụ lục", mention="theo kế hoạch."), Part.ANNEX)
    ] == ["annex.mention"]
    pages = [each for each in told(annexed("Phụ lục", start=None), Part.PAGE_NUMBER) if "annex" in each]
    assert len(pages) == 1
    assert [each for each in told(annexed("Phụ lục"), Part.PAGE_NUMBER) if "annex" in each] == []


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        (("Phụ lục II", "BẢNG TÍNH"), Form.ANNEX),
        (("ĐẢNG CỘNG SẢN VIỆT NAM", "KẾ HOẠCH", "về công tác"), Form.LAW),
        (("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "NGHỊ ĐỊNH", "Về công tác văn thư"), Form.LAW),
        (("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "PHIẾU GIAO NHIỆM VỤ"), Form.OTHER),
        (("Thư mời bạn đến dự sinh nhật",), Form.OTHER),
        (("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỜ TRÌNH", "Về việc phê duyệt"), Form.NAMED),
        (("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi: Sở Nội vụ"), Form.LETTER),
        ((), Form.OTHER),
    ],
)
def test_what_a_file_is(lines: tuple[str, ...], form: Form) -> None:
    docx = Docx(tuple(line(words, place) for place, words in enumerate(lines, start=1)), (Section(210, 297),))
    assert locate(docx).form is form


def test_a_sheet_of_the_offices_own_is_looked_at_for_paper_and_letters_only() -> None:
    odd = line("Thư mời", 1, look=Look("Arial", 20, bold=True, color="FF0000"), align="right")
    found = check(Docx((odd,), (Section(210, 297),))).findings
    assert {finding.part for finding in found} == {Part.LETTERS}


@pytest.mark.parametrize(
    ("lines", "parent", "agency"),
    [
        (("ỦY BAN NHÂN DÂN", "XÃ ĐỨC AN"), 0, 2),
        (("UBND TỈNH LÂM ĐỒNG", "SỞ NỘI VỤ"), 1, 1),
        (("BỘ NỘI VỤ", "CỤC VĂN THƯ VÀ", "LƯU TRỮ NHÀ NƯỚC"), 1, 2),
        (("UBND XÃ ĐỨC AN", "VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN VÀ", "ỦY BAN NHÂN DÂN"), 1, 3),
        (("SỞ Y TẾ",), 0, 1),
    ],
)
def test_the_parent_is_told_from_the_agency_by_their_words(
    lines: tuple[str, ...], parent: int, agency: int
) -> None:
    named = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", *lines, "Số: 01/KH-X", "KẾ HOẠCH", "Về việc")
    anatomy = locate(
        Docx(tuple(line(words, place) for place, words in enumerate(named, start=1)), (Section(210, 297),))
    )
    assert (len(anatomy.of(Part.PARENT)), len(anatomy.of(Part.AGENCY))) == (parent, agency)


def test_widths_are_those_of_times_new_roman() -> None:
    nation = whole(line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1, look=Look("Times New Roman", 13, bold=True)))
    motto = whole(line("Độc lập - Tự do - Hạnh phúc", 1, look=Look("Times New Roman", 14, bold=True)))
    assert nation.width == pytest.approx(95.0, abs=1.0)
    assert motto.width == pytest.approx(60.4, abs=1.0)


@pytest.mark.parametrize(
    ("margins", "wrong"),
    [
        (
            Margins(top=30, bottom=15, left=20, right=20),
            set(),
        ),  # bound at the edge that is the upright page's left
        (Margins(top=20, bottom=20, left=30, right=15), set()),  # as an upright page, edge by edge
        (Margins(top=20, bottom=20, left=10, right=20), {"page.bottom", "page.left"}),
    ],
)
def test_a_page_on_its_side_may_be_bound_at_either_edge(margins: Margins, wrong: set[str]) -> None:
    docx = Docx(paper("1. Việc.").paragraphs, (Section(297, 210, margins),))
    found = {finding.rule for finding in check(docx).findings if finding.part is Part.PAGE}
    assert found - {"page.landscape"} == wrong


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Thành phố Hồ Chí Minh, ngày 05", "Thành phố Hồ Chí Minh, ngày 05"),
        ("thành phố Hồ Chí Minh, ngày 05", "Thành phố Hồ Chí Minh, ngày 05"),
        ("buôn Ma Thuột, ngày 05", "Buôn Ma Thuột, ngày 05"),
        ("Thị trấn đức An, ngày 05", "Thị trấn Đức An, ngày 05"),
        ("phường 3, ngày 05", "Phường 3, ngày 05"),
    ],
)
def test_a_place_has_its_capitals_and_no_others(written: str, right: str) -> None:
    assert place_named(written) == right
