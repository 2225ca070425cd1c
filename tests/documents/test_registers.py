"""The register of tasks as a paper: every task, names in full, the official class of the day."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from campaign.config import share
from campaign.documents import papers, phrases
from campaign.documents.rules.plan import Agency, Plan, Task, Unit
from campaign.documents.rules.registers import draw_register, register_row
from campaign.glossary import TaskStatus

TODAY = date(2026, 11, 23)
OFFICE, CULTURE = (
    Unit(1, "Văn phòng HĐND&UBND", "Văn phòng"),
    Unit(2, "Phòng Văn hóa - Xã hội", "Phòng VH-XH"),
)
AGENCY = Agency("Ủy ban nhân dân xã Bình An", "UBND xã", ("ỦY BAN NHÂN DÂN", "XÃ BÌNH AN"), "Bình An")
PLAN = Plan(
    agency=AGENCY,
    code="x",
    title="Ra mắt “Ngày không hẹn”",
    tasks=(
        Task(
            "treo băng rôn.",
            OFFICE,
            (CULTURE,),
            due_on=date(2026, 11, 20),
            deadline=date(2026, 11, 20),
            note="gấp",
            expected_result="10 băng rôn",
            percent=40,
            id=1,
        ),
        Task(
            "Viết bài",
            CULTURE,
            due_words="thường xuyên",
            status=TaskStatus.DONE,
            done_on=date(2026, 11, 22),
            id=2,
        ),
    ),
)
TOLD = {1: "Đã treo 4.", 2: "Đã đăng."}


def test_every_task_stands_there_with_its_units_in_full_and_its_class() -> None:
    document = Document(BytesIO(papers.write(draw_register(PLAN, TODAY, TOLD), share("docx_templates"))))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert phrases.REGISTER_TITLE in text
    assert "(Số liệu đến ngày 23 tháng 11 năm 2026)" in text
    heading, late, finished = [
        [cell.text.replace("\u00a0", " ") for cell in row.cells] for row in document.tables[-1].rows
    ]
    assert heading == [
        "TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Kết quả phải có", "Tiến độ",
        "Kết quả thực hiện", "Ghi chú",
    ]  # fmt: skip
    assert late == [
        "1", "Treo băng rôn", "Văn phòng HĐND&UBND", "Phòng Văn hóa - Xã hội", "Trước ngày 20/11/2026",
        "10 băng rôn", "Đang thực hiện, quá hạn", "Đã làm 40%: Đã treo 4", "gấp",
    ]  # fmt: skip
    assert finished[4:8] == ["Thường xuyên", "", "Hoàn thành đúng hạn", "Hoàn thành ngày 22/11/2026: Đã đăng"]
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE


@pytest.mark.parametrize("status", [TaskStatus.PAUSED, TaskStatus.DROPPED])
def test_a_task_set_aside_is_in_no_class_and_says_so(status: TaskStatus) -> None:
    assert register_row(replace(PLAN.tasks[0], status=status), TODAY)["progress"] == status.label


def test_words_that_name_a_day_can_be_late() -> None:
    task = Task("A", OFFICE, due_words="quý I/2026", deadline=date(2026, 3, 31))
    assert register_row(task, TODAY)["progress"] == "Đang thực hiện, quá hạn"


def test_a_plan_without_tasks_is_not_ready() -> None:
    (problem,) = draw_register(replace(PLAN, tasks=()), TODAY, {}).problems
    assert problem.sentence == phrases.NO_TASKS
