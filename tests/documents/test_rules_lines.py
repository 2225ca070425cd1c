"""The lines under agency, title and motto are as long as the decree asks, by the width of what stands over them."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.documents.papers import write
from campaign.documents.rules.annexes import draw_annexes
from campaign.documents.rules.letterhead import agency_head, balanced
from campaign.documents.rules.papers import Paper, draw
from campaign.documents.rules.sheets import draw_script, draw_task_sheet
from campaign.documents.rules.widths import broken, width
from campaign.glossary import SizeProfile
from tests.documents.conftest import TEMPLATES
from tests.documents.sample import AGENCY, DOCUMENT, OFFICE, PLAN

AGENCY_LINE, TITLE_LINE, MOTTO_LINE = "Đường kẻ cơ quan", "Đường kẻ trích yếu", "Đường kẻ tiêu ngữ"
CELL, CELL_RIGHT, TEXT, TITLE = 66, 99, 165, 149  # mm free in the templates
LONG = ("ỦY BAN NHÂN DÂN", "PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT")


def line(paper: Paper, style: str, room: float) -> float:
    """Millimetres of the line that a style of the written paper draws in a cell."""
    layout = docx.Document(BytesIO(write(paper, TEMPLATES))).styles[style].paragraph_format
    assert layout.left_indent == layout.right_indent
    assert layout.left_indent is not None
    return room - 2 * float(layout.left_indent.mm)


def longest(texts: list[str], points: float, room: float) -> float:
    return max(width(each, points) for text in texts for each in broken(text, points, room))


# ---------------------------------------------------------------- widths


@pytest.mark.parametrize(
    ("text", "points", "mm"),
    [  # measured on pages that LibreOffice printed in Tinos Bold, from the first letter's ink to the last's
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 95.6),
        ("Độc lập - Tự do - Hạnh phúc", 14, 60.4),
        ("ỦY BAN NHÂN DÂN", 13, 43.1),
        ("XÃ BÌNH AN", 12, 25.1),
    ],
)
def test_widths_are_those_of_the_printed_page(text: str, points: float, mm: float) -> None:
    assert width(text, points) == pytest.approx(mm, abs=0.3)


def test_tone_marks_widen_nothing_and_letters_are_not_alike() -> None:
    assert width("ẤỘĐ", 13) == width("AOD", 13)
    assert width("ươ", 13) > width("uo", 13)
    assert width("III", 13) < width("MMM", 13)
    assert width("A\u00a0B", 13) == width("A B", 13)


@given(st.text(max_size=80), st.integers(20, 150))
def test_text_is_broken_where_it_no_longer_fits_and_loses_nothing(text: str, room: int) -> None:
    lines = broken(text, 14, room)
    assert " ".join(lines).split() == text.split()
    assert all(width(each, 14) <= room for each in lines if " " in each.strip())


# ---------------------------------------------------------------- lines


@pytest.mark.parametrize("header", [("ỦY BAN NHÂN DÂN", "XÃ BÌNH AN"), LONG, ("SỞ Y TẾ",), ("BAN",)])
@pytest.mark.parametrize("profile", SizeProfile)
def test_the_line_under_the_agency_is_a_third_to_a_half_of_its_name(
    header: tuple[str, ...], profile: SizeProfile
) -> None:
    agency = replace(AGENCY, header_lines=header)
    paper = draw(replace(DOCUMENT, agency=agency, size_profile=profile), PLAN)
    name = longest(agency_head(agency)["agency_lines"], int(profile.value), CELL)
    assert 1 / 3 < line(paper, AGENCY_LINE, CELL) / name < 1 / 2


@pytest.mark.parametrize(
    "title",
    [
        "Dự Lễ phát động",
        "Triển khai nhân rộng sáng kiến “Ngày không viết” và “Ngày không hẹn” trên địa bàn tỉnh",
    ],
)
def test_the_line_under_the_title_is_a_third_to_a_half_of_it(title: str) -> None:
    paper = draw(replace(DOCUMENT, title=title), PLAN)
    over = longest(balanced(title).split("\n"), 14, TITLE)
    assert 1 / 3 < line(paper, TITLE_LINE, TEXT) / over < 1 / 2


@pytest.mark.parametrize("profile", SizeProfile)
def test_the_line_under_the_motto_is_as_long_as_the_motto(profile: SizeProfile) -> None:
    paper = draw(replace(DOCUMENT, size_profile=profile), PLAN)
    motto = width("Độc lập - Tự do - Hạnh phúc", int(profile.value) + 1)
    assert line(paper, MOTTO_LINE, CELL_RIGHT) == pytest.approx(motto, abs=0.1)


def test_sheets_and_annexes_have_lines_under_their_own_titles() -> None:
    sheet, script = draw_task_sheet(OFFICE, PLAN, DOCUMENT), draw_script(PLAN)
    (annex, *_) = draw_annexes(DOCUMENT, PLAN)
    for paper, title in ((sheet, "campaign"), (script, "ceremony"), (annex, "attached")):
        over = longest(paper.context[title].split("\n"), 14, TITLE)
        assert 1 / 3 < line(paper, TITLE_LINE, TEXT) / over < 1 / 2, title


def test_a_name_of_one_endless_word_still_has_a_line_in_its_cell() -> None:
    paper = draw(replace(DOCUMENT, agency=replace(AGENCY, header_lines=("W" * 120,))), PLAN)
    assert 0 < line(paper, AGENCY_LINE, CELL) < CELL
