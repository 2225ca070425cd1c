"""The weekly progress report as a paper and through the door."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document as read_docx
from flask import Flask
from flask.testing import FlaskClient

from campaign.config import share
from campaign.documents import papers, phrases
from campaign.documents.rules.plan import Agency, DocumentDraft, Plan, Task, Unit
from campaign.documents.rules.progress import draw_progress, unit_symbol
from campaign.documents.rules.weeks import week_told
from campaign.glossary import DocumentKind, Relation, TaskStatus, UpdateKind
from campaign.people.model import User
from campaign.tasks.actions import create_task
from campaign.tasks.model import Task as Row
from campaign.tasks.rules import TaskDraft
from campaign.tasks.rules.outcome import Said
from tests.conftest import TODAY, Cast
from tests.saying import bring_to

SUNDAY = date(2026, 11, 22)
OFFICE, CULTURE = (
    Unit(1, "Văn phòng HĐND và UBND", "Văn phòng"),
    Unit(2, "Phòng Văn hóa - Xã hội", "Phòng VH-XH"),
)
YOUTH, ALL = Unit(3, "Đoàn TNCS xã", "Đoàn xã", Relation.REQUEST), Unit(4, "Các thôn", "Các thôn")
AGENCY = Agency("Ủy ban nhân dân xã Bình An", "UBND xã", ("ỦY BAN NHÂN DÂN", "XÃ BÌNH AN"), "Bình An")
BLANK = DocumentDraft(
    AGENCY, DocumentKind.REPORT, "", "BC-UBND", 2026, authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH",
    signer_name="Lê Văn Phúc",
)  # fmt: skip
S = TaskStatus
LATE = Task("treo băng rôn", CULTURE, deadline=SUNDAY - timedelta(days=12), status=S.DOING, percent=40, id=1)
DONE = Task("Viết bài", OFFICE, deadline=SUNDAY, status=S.REPORTED, done_on=SUNDAY, id=2)
SAID = [
    Said(1, SUNDAY, UpdateKind.PROGRESS, S.DOING, "Đã treo 4.\nCòn 6", 40),
    Said(1, SUNDAY, UpdateKind.ASK, S.DOING, "Chưa có vải", until=SUNDAY + timedelta(days=9)),
    Said(2, SUNDAY, UpdateKind.REPORT, S.REPORTED, "Đã đăng."),
]
PLAN = Plan(
    AGENCY, "x", "Lễ ra mắt “Ngày không hẹn”", units=(OFFICE, CULTURE, YOUTH, ALL), tasks=(LATE, DONE)
)


def drawn(
    unit: Unit | None = None, plan: Plan = PLAN, main: DocumentDraft | None = None
) -> tuple[str, list[list[str]]]:
    """Text of the report with its letterhead, and the rows of its tables with a grid."""
    paper = draw_progress(week_told(plan, SAID, SUNDAY, SUNDAY, unit), plan, BLANK, main, unit)
    document = read_docx(BytesIO(papers.write(paper, share("docx_templates"))))
    tables = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    words = [paragraph.text for paragraph in document.paragraphs]
    return "\n".join([*(" ".join(cells) for cells in tables if len(cells) == 2), *words]), tables


def test_the_office_reports_on_all_units_in_the_four_classes() -> None:
    text, tables = drawn()
    assert "Số:        /BC-UBND" in text
    assert re.search(r"Bình An, ngày\s+tháng 11 năm 2026", text)
    assert "(tuần từ ngày 16/11/2026 đến ngày 22/11/2026)" in text
    assert "tổng số nhiệm vụ được giao là 02" in text
    assert "- Hoàn thành đúng hạn: 01;" in text
    assert "- Hoàn thành quá hạn: 0;" in text
    assert ["2", "Phòng Văn hóa - Xã hội", "1", "0", "0", "0", "1"] in tables
    assert ["1", "Viết bài", "Văn phòng", "", "Hoàn thành ngày 22/11/2026: Đã đăng"] in tables
    assert [
        "1",
        "Treo băng rôn",
        "Phòng VH-XH",
        "",
        "Quá hạn 12 ngày. Đã làm 40%: Đã treo 4. Còn 6",
    ] in tables
    asked = "- Phòng Văn hóa - Xã hội: Treo băng rôn, xin gia hạn đến ngày 01/12/2026 (Chưa có vải), chưa trả lời."
    assert asked in text
    assert "CHỦ TỊCH" in text


def test_what_has_no_data_is_left_out() -> None:
    text, _ = drawn(plan=replace(PLAN, tasks=(replace(DONE, status=S.OPEN, done_on=None),)))
    for heading in (
        phrases.PROGRESS_DONE,
        phrases.PROGRESS_LATE,
        phrases.PROGRESS_EXTENSIONS,
        phrases.PROGRESS_ASIDE,
    ):
        assert heading not in text
    assert "{" not in text


def test_a_unit_reports_under_its_own_letterhead_to_the_office() -> None:
    text, tables = drawn(CULTURE)
    assert "XÃ BÌNH AN\nPHÒNG VĂN HÓA - XÃ HỘI" in text.replace("\u00a0", " ")
    assert "Số:        /BC-VHXH" in text
    assert "Kính gửi: Ủy ban nhân dân xã Bình An" in text
    assert "TRƯỞNG PHÒNG" in text
    assert "Lê Văn Phúc" not in text
    assert "Viết bài" not in str(tables)
    assert ["1", "Treo băng rôn", "", "Quá hạn 12 ngày. Đã làm 40%: Đã treo 4. Còn 6"] in tables


def test_a_body_that_is_not_the_office_s_has_no_parent_and_several_under_one_name_no_letterhead() -> None:
    text, _ = drawn(YOUTH, replace(PLAN, tasks=(replace(LATE, lead=YOUTH),)))
    assert "ỦY BAN NHÂN DÂN" not in text.partition("BÁO CÁO")[0]
    text, _ = drawn(ALL, replace(PLAN, tasks=(replace(LATE, lead=ALL),)))
    assert "BC-UBND" in text


def test_the_plan_that_is_followed_is_cited_once_it_has_a_number() -> None:
    plan = replace(BLANK, kind=DocumentKind.PLAN, symbol="KH-UBND", number=5, issued_on=date(2026, 11, 16))
    assert (
        "Thực hiện Kế hoạch số 05/KH-UBND ngày 16 tháng 11 năm 2026 của Ủy ban nhân dân xã Bình An, "
        in drawn(main=plan)[0]
    )
    assert "Thực hiện" not in drawn(main=replace(plan, number=None, issued_on=None))[0].partition("TÌNH")[0]


@pytest.mark.parametrize(
    ("short_name", "symbol"),
    [
        ("Phòng VH-XH", "VHXH"),
        ("Văn phòng", "VP"),
        ("TT Dịch vụ công", "TTDVC"),
        ("Phòng", "P"),
        ("Trạm Y tế", "TYT"),
    ],
)
def test_a_unit_s_symbol_is_made_of_its_letters(short_name: str, symbol: str) -> None:
    assert unit_symbol(short_name) == symbol


# ---------------------------------------------------------------- through the door

SignIn = Callable[[User], FlaskClient]
HERE = "/campaigns/ngay-khong-hen/documents/progress"
NOW = date.fromisoformat(TODAY)


@pytest.fixture
def give(app: Flask, office: Cast) -> Callable[..., Row]:
    """Commit a task of the unit in that place, due in so many days, brought to `status`."""

    def given(text: str, lead: int, days: int, status: TaskStatus = S.OPEN) -> Row:
        with app.extensions["sessions"]["writing"]() as session:
            draft = TaskDraft(text, office.units[lead].id, due_on=NOW + timedelta(days=days))
            task = create_task(session, office.campaign, draft, office.drafter)
            bring_to(session, task, status, NOW, office.drafter)
            session.commit()
        return task

    return given


def text_of(client: FlaskClient, query: str = "") -> str:
    answer = client.get(f"{HERE}.docx{query}")
    assert answer.status_code == 200
    document = read_docx(BytesIO(answer.data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])


def test_the_week_and_the_unit_are_chosen_in_the_address(
    office: Cast, sign_in: SignIn, give: Callable[..., Row]
) -> None:
    give("Treo băng rôn", 0, 3)
    give("Viết bài", 1, -3, S.REPORTED)
    client = sign_in(office.drafter)
    assert "Viết bài" in text_of(client)
    assert "tuần từ ngày 23/11/2026 đến ngày 29/11/2026" in text_of(client)
    assert "Viết bài" not in text_of(client, f"?unit={office.units[0].id}")
    week = (NOW + timedelta(days=7)).isoformat()
    assert "tuần từ ngày 30/11/2026 đến ngày 06/12/2026" in text_of(client, f"?week={week}")
    page = client.get(f"{HERE}?week={week}&unit={office.units[0].id}").text
    assert re.search(rf'progress\.docx\?week=2026-11-30&amp;unit={office.units[0].id}"', page)


@pytest.mark.parametrize("query", ["?week=x", "?week=9999-12-31", "?week=0001-01-01", "?week=2026-02-30"])
def test_a_week_that_is_none_is_this_one(
    office: Cast, sign_in: SignIn, give: Callable[..., Row], query: str
) -> None:
    give("Treo băng rôn", 0, 3)
    assert "tuần từ ngày 23/11/2026" in text_of(sign_in(office.drafter), query)
    assert sign_in(office.drafter).get(HERE + query).status_code == 200


def test_a_member_reports_for_the_own_unit_whatever_the_address_says(
    office: Cast, sign_in: SignIn, give: Callable[..., Row]
) -> None:
    give("Treo băng rôn", 0, 9)
    give("Viết bài", 1, 9)
    client = sign_in(office.member)
    text = text_of(client, f"?unit={office.units[0].id}")
    assert "Viết bài" in text
    assert "Treo băng rôn" not in text
    assert "Treo băng rôn" not in client.get(f"{HERE}?unit={office.units[0].id}").text
    assert HERE in client.get("/").text


def test_others_are_refused(office: Cast, sign_in: SignIn) -> None:
    for address in (HERE, f"{HERE}.docx"):
        assert sign_in(office.reception).get(address).status_code == 403
        assert sign_in(office.stranger).get(address).status_code == 404
        assert sign_in(office.drafter).get(f"{address}?unit=999").status_code == 404


def test_a_week_before_any_task_says_so(office: Cast, sign_in: SignIn) -> None:
    assert "Tuần này chưa có nhiệm vụ" in sign_in(office.drafter).get(HERE).text


def test_many_tasks_cost_no_more_queries(
    office: Cast, sign_in: SignIn, give: Callable[..., Row], queries: list[str]
) -> None:
    client, counts = sign_in(office.drafter), []
    for number in range(3):
        give(f"Việc {number}", 1, number, S.DOING)
        queries.clear()
        assert client.get(f"{HERE}.docx").status_code == 200
        counts.append(len(queries))
    assert counts == [counts[0]] * 3
