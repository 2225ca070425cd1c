"""What belongs together stays on one page: headings with their text, heads of tables with a row, steps of the script."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table

from campaign.documents.papers import write
from campaign.documents.rules.papers import Paper, draw
from campaign.documents.rules.plan import Plan, ProgrammeItem
from campaign.documents.rules.sheets import draw_script
from tests.documents.conftest import TEMPLATES
from tests.documents.sample import CEREMONY, DOCUMENT, PLAN

KEPT_WITH_NEXT = (
    "Tên loại văn bản", "Trích yếu", "Kính gửi nhiều nơi", "Mục I", "Khoản 1 có tiêu đề", "Tiêu đề nhóm",
    "Khoảng trước bảng", "Đầu bảng", "Ô bảng, đậm", "Phụ lục", "Tên phụ lục", "Kèm theo văn bản", "Đoạn cuối",
)  # fmt: skip


def programme(steps: int, words: int) -> Plan:
    """A plan whose ceremony has that many steps, each with cues and that many lines to be said."""
    script = "\n".join(f"Lời dẫn thứ {n} của người dẫn chương trình." for n in range(1, words + 1))
    items = tuple(
        ProgrammeItem(
            f"Nội dung {n}", CEREMONY.starts_at + timedelta(minutes=5 * n), 5, f"Đơn vị {n}", script=script, cue=f"Nhạc {n}"
        )
        for n in range(1, steps + 1)
    )  # fmt: skip
    return replace(PLAN, ceremony=replace(CEREMONY, programme=items))


@pytest.mark.parametrize("paper", [draw(DOCUMENT, PLAN), draw_script(PLAN)], ids=["plan", "script"])
def test_headings_keep_with_what_follows(paper: Paper) -> None:
    styles = docx.Document(BytesIO(write(paper, TEMPLATES))).styles
    assert {name for name in KEPT_WITH_NEXT if not styles[name].paragraph_format.keep_with_next} == set()


@pytest.mark.parametrize("words", [1, 3])
def test_a_step_of_the_script_begins_in_one_unbroken_row(words: int) -> None:
    body = docx.Document(BytesIO(write(draw_script(programme(4, words)), TEMPLATES)))
    _, *steps = body.tables
    for n, step in enumerate(steps, start=1):
        assert lines_of(step)[0].startswith(f"{n}. Nội dung {n} (")
        assert lines_of(step)[1:] == [
            f"Thực hiện: Đơn vị {n}",
            f"Âm thanh, đạo cụ: Nhạc {n}",
            "Lời dẫn thứ 1 của người dẫn chương trình.",
        ]
        assert step.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
        after = step._tbl.getnext()
        assert after is None or after.tag == qn("w:p")  # two tables without a paragraph between them are one
    assert len(steps) == 4
    said = [line.text for line in body.paragraphs if line.text.startswith("Lời dẫn")]
    assert said == [f"Lời dẫn thứ {n} của người dẫn chương trình." for n in range(2, words + 1)] * 4


def lines_of(table: Table) -> list[str]:
    (cell,) = table.rows[0].cells
    return [line.text for line in cell.paragraphs]


@pytest.mark.office
@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_no_page_of_the_script_ends_with_a_heading(words: int, pages: Callable[[bytes], list[str]]) -> None:
    printed = pages(write(draw_script(programme(24, words)), TEMPLATES))
    assert len(printed) > 2
    feet = [[line for line in page.splitlines() if line.strip()][-1] for page in printed]
    assert [foot for foot in feet if not foot.startswith("Lời dẫn")] == []
