"""Home, a campaign's overview and history, and the frame around them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.access import allowed
from campaign.campaigns.model import Campaign
from campaign.ceremonies.model import Ceremony
from campaign.documents.model import Document
from campaign.glossary import CampaignStatus, DocumentKind, DocumentStatus, Role, TaskStatus
from campaign.history.model import Entry
from campaign.history.phrases import Verb
from campaign.overview.views.frame import TABS
from campaign.people.model import User
from campaign.tasks import actions as tasks
from campaign.tasks.model import Task
from campaign.tasks.rules import TaskDraft
from tests.conftest import TODAY, Cast
from tests.saying import bring_to

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
HERE = "/campaigns/ngay-khong-hen"
NOW = date.fromisoformat(TODAY)


@pytest.fixture
def give(office: Cast, look: Look) -> Callable[..., Task]:
    """Gives a unit (by its place in the cast) a task due in so many days."""

    def give(
        text: str,
        unit: int,
        days: int | None,
        helpers: tuple[int, ...] = (),
        status: TaskStatus = TaskStatus.OPEN,
    ) -> Task:
        session = look()
        draft = TaskDraft(
            text,
            office.units[unit].id,
            [office.units[helper].id for helper in helpers],
            due_on=None if days is None else NOW + timedelta(days=days),
        )
        task = tasks.create_task(session, office.campaign, draft, office.drafter)
        bring_to(session, task, status, NOW, office.drafter)
        session.commit()
        return task

    return give


def paper(office: Cast, look: Look, status: DocumentStatus) -> None:
    session = look()
    session.add(
        Document(
            campaign_id=office.campaign.id,
            agency_id=office.agency.id,
            kind=DocumentKind.PLAN,
            title="Tổ chức lễ ra mắt",
            symbol="KH-UBND",
            draft_year=2026,
            status=status,
            annexes=[],
        )
    )
    session.commit()


# ---------------------------------------------------------------- home


def test_home_tells_a_leader_what_is_late_what_comes_and_what_to_sign(
    office: Cast, sign_in: SignIn, look: Look, give: Callable[..., Task]
) -> None:
    give("Trình dự toán", 0, -2)
    give("Chốt địa điểm", 1, 1)
    give("Việc xa", 1, 30)
    paper(office, look, DocumentStatus.DRAFT)
    page = sign_in(office.leader).get("/").text
    for words in (
        "<b>1</b> văn bản chờ duyệt",
        "<b>1</b> việc quá hạn",
        "<b>1</b> việc đến hạn trong 7 ngày",
    ):
        assert words in page
    needs = page[page.index('id="needs"') :]
    assert needs.index("Tổ chức lễ ra mắt") < needs.index("Trình dự toán") < needs.index("Chốt địa điểm")
    assert "quá hạn 2 ngày" in page
    assert "Việc xa" not in page


def test_a_clerk_is_asked_for_numbers_and_a_drafter_for_neither(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    paper(office, look, DocumentStatus.APPROVED)
    assert "Tổ chức lễ ra mắt" in sign_in(office.clerk).get("/").text
    assert "Tổ chức lễ ra mắt" not in sign_in(office.leader).get("/").text
    assert "Tổ chức lễ ra mắt" not in sign_in(office.drafter).get("/").text


def test_a_ceremony_comes_into_view_fourteen_days_before(office: Cast, sign_in: SignIn, look: Look) -> None:
    assert office.ceremony.title not in sign_in(office.drafter).get("/").text
    session = look()
    ceremony = session.get_one(Ceremony, office.ceremony.id)
    ceremony.starts_at = datetime.combine(NOW + timedelta(days=14), ceremony.starts_at.time())
    session.commit()
    assert office.ceremony.title in sign_in(office.drafter).get("/").text


def test_a_closed_campaign_asks_for_nothing(
    office: Cast, sign_in: SignIn, look: Look, give: Callable[..., Task]
) -> None:
    give("Trình dự toán", 0, -2)
    session = look()
    session.get_one(Campaign, office.campaign.id).status = CampaignStatus.DONE
    session.commit()
    assert "Trình dự toán" not in sign_in(office.drafter).get("/").text


def test_a_new_office_is_taught_the_first_step(office: Cast, sign_in: SignIn) -> None:
    assert "Tạo chiến dịch đầu tiên" in sign_in(office.stranger).get("/").text


def test_another_office_sees_nothing_of_ours(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Trình dự toán", 0, -2)
    page = sign_in(office.stranger).get("/").text
    assert "Trình dự toán" not in page
    assert office.campaign.title not in page


def test_a_visitor_is_sent_to_sign_in(office: Cast, app: object) -> None:
    answer = app.test_client().get("/")  # type: ignore[attr-defined]
    assert answer.status_code == 302


# ---------------------------------------------------------------- a unit's member


def test_a_member_sees_own_tasks_with_the_next_report(
    office: Cast, sign_in: SignIn, look: Look, give: Callable[..., Task]
) -> None:
    task = give("Treo băng rôn", 1, 0, helpers=(2,))
    give("Của văn phòng", 0, -2)
    give("Cùng làm", 0, 5, helpers=(1,))
    client = sign_in(office.member)
    page = client.get("/").text
    assert "1 việc cần anh chị" in page
    assert "Của văn phòng" not in page
    assert "phối hợp: Đoàn xã" in page
    assert page.index("Treo băng rôn") < page.index("Phối hợp với đơn vị khác") < page.index("Cùng làm")
    assert page.count(f"/tasks/{task.id}/say/") == 2
    client.post(f"{HERE}/tasks/{task.id}/say/report", data={"key": "one"})
    assert look().get_one(Task, task.id).status is TaskStatus.REPORTED
    assert "Không có việc nào đang chờ" in client.get("/").text


def test_a_member_whose_unit_only_helps_gets_no_report_button(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    task = give("Cùng làm", 0, 5, helpers=(1,))
    assert f"/tasks/{task.id}/report" not in sign_in(office.member).get("/").text


def test_a_member_without_a_unit_is_told_whom_to_ask(office: Cast, sign_in: SignIn, look: Look) -> None:
    session = look()
    session.get_one(User, office.member.id).unit_id = None
    session.commit()
    assert "Nhờ quản trị" in sign_in(office.member).get("/").text


# ---------------------------------------------------------------- a campaign


def test_the_overview_answers_what_is_late_and_how_far_we_are(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Trình dự toán", 0, -2)
    give("Treo băng rôn", 1, 2, status=TaskStatus.DONE)
    page = sign_in(office.leader).get(HERE).text
    assert "Trình dự toán" in page[page.index('id="needs"') : page.index('id="timeline-title"')]
    assert "/ 2 xong" in page
    assert '<svg class="timeline"' in page
    assert "Lễ 14/12" in page
    assert "Treo băng rôn" in page[page.index('id="week"') :]


def test_the_overview_says_whether_we_are_on_time_and_who_is_stuck(
    office: Cast, sign_in: SignIn, look: Look, give: Callable[..., Task]
) -> None:
    silent = give("Trình dự toán", 0, -2)
    give("Treo băng rôn", 1, -1, status=TaskStatus.DOING)
    session = look()
    session.get_one(Task, silent.id).created_at -= timedelta(days=30)
    session.commit()
    page = sign_in(office.leader).get(HERE).text
    assert "Chậm tiến độ: 2 trong 2 việc đang thực hiện đã quá hạn, lâu nhất 2 ngày (Văn phòng)." in page
    stuck = page[page.index("verdict-stuck") : page.index("</section>", page.index("verdict-stuck"))]
    assert "Văn phòng" in stuck
    assert "chưa báo gì từ khi được giao" in stuck
    assert "Phòng VH-XH" not in stuck


def changed(office: Cast, task: Task, verb: Verb, at: datetime, changes: dict[str, list[str]]) -> Entry:
    """A line of history of that moment."""
    return Entry(
        at=at, by="Lan", campaign_id=office.campaign.id, noun="task", record_id=task.id, title=task.text,
        verb=verb, changes=changes,
    )  # fmt: skip


def test_the_overview_tells_what_is_new_since_the_last_working_day(
    office: Cast, sign_in: SignIn, look: Look, give: Callable[..., Task]
) -> None:
    task = give("Trình dự toán", 0, 5)
    give("Treo băng rôn", 1, 3, status=TaskStatus.DOING)
    friday = datetime(2026, 11, 20, 1, tzinfo=UTC)  # today is a Monday
    session = look()
    session.add_all(
        [
            changed(office, task, Verb.UPDATE, friday, {"due_on": ["2026-11-25", "2026-11-28"]}),
            changed(
                office,
                task,
                Verb.UPDATE,
                friday - timedelta(days=1),
                {"due_on": ["2026-11-24", "2026-11-25"]},
            ),
            changed(office, task, Verb.DELETE, friday + timedelta(days=400), {}),
        ]
    )
    session.commit()
    page = sign_in(office.leader).get(HERE).text
    news = page[page.index('id="news"') : page.index("</section>", page.index('id="news"'))]
    assert "Thay đổi từ thứ Sáu, 20/11/2026" in news
    assert "Báo cáo tiến độ: Nội dung" in news
    assert "25/11/2026 → 28/11/2026" in news
    assert "24/11/2026" not in news
    assert "Đã xóa" in news
    mine = sign_in(office.member).get(HERE).text
    mine = mine[mine.index('id="news"') :]
    assert "Treo băng rôn" in mine
    assert "Trình dự toán" not in mine


def test_the_picture_for_the_wall_names_the_tasks_and_stands_alone(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Trình dự toán", 0, 5)
    give("Treo băng rôn", 1, None)
    page = sign_in(office.leader).get(f"{HERE}/tasks/timeline").text
    assert ">1. Trình dự toán</text>" in page
    assert "1 việc không ghi ngày" in page
    assert "<nav" not in page
    assert "Trình dự toán" not in sign_in(office.member).get(f"{HERE}/tasks/timeline").text
    assert sign_in(office.reception).get(f"{HERE}/tasks/timeline").status_code == 403
    assert sign_in(office.stranger).get(f"{HERE}/tasks/timeline").status_code == 404
    assert f"{HERE}/tasks/timeline" in sign_in(office.leader).get(f"{HERE}/tasks").text


def test_a_fresh_campaign_lists_its_first_steps(office: Cast, sign_in: SignIn, look: Look) -> None:
    page = sign_in(office.drafter).get(HERE).text
    assert f"{HERE}/tasks/new" in page
    assert f"{HERE}/ceremonies/new" not in page  # it has one
    assert f"{HERE}/tasks/new" not in sign_in(office.leader).get(HERE).text


@pytest.mark.parametrize("role", list(Role))
def test_everyone_sees_the_tabs_they_may_open(office: Cast, sign_in: SignIn, role: Role) -> None:
    page = sign_in(getattr(office, role.value)).get(HERE).text
    tabs = page[page.index('class="tabs') : page.index("</nav>", page.index('class="tabs'))]
    assert [label for label, _, _ in TABS if f">{label}" in tabs] == [
        label for label, _, permission in TABS if allowed(role, permission)
    ]


def test_reception_sees_neither_tasks_nor_papers(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Trình dự toán", 0, -2)
    page = sign_in(office.reception).get(HERE).text
    assert "Trình dự toán" not in page
    assert "Thay đổi từ" not in page
    assert "tiến độ:" not in page


def test_reception_is_led_to_the_door(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.reception)
    for address in ("/", HERE):
        page = client.get(address).text
        assert f'href="{HERE}/delegates/attendance"' in page
        assert "Không có gì đang chờ" not in page
    assert "attendance" not in sign_in(office.leader).get("/").text


def test_pages_beside_the_lists_mark_their_tab(office: Cast, sign_in: SignIn) -> None:
    client = sign_in(office.drafter)
    for address, tab in (("edit", "Tổng quan"), ("tasks/from-blueprint", "Nhiệm vụ"), ("ceremonies/1/move", "Buổi lễ")):  # fmt: skip
        page = client.get(f"{HERE}/{address}").text
        assert f'aria-current="page">{tab}' in page[page.index('class="tabs') :]


def test_a_member_sees_the_own_units_part_of_a_campaign(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Trình dự toán", 0, -2)
    give("Cùng làm", 0, 3, helpers=(1,))
    give("Treo băng rôn", 1, 4)
    page = sign_in(office.member).get(HERE).text
    assert "Trình dự toán" not in page
    assert "Cùng làm" in page
    assert "Treo băng rôn" in page


def test_a_stranger_does_not_find_the_campaign(office: Cast, sign_in: SignIn) -> None:
    assert sign_in(office.stranger).get(HERE).status_code == 404
    assert sign_in(office.stranger).get(f"{HERE}/history").status_code == 404


def test_administration_is_shown_to_administrators_only(office: Cast, sign_in: SignIn) -> None:
    assert ">Người dùng<" in sign_in(office.admin).get("/").text
    assert ">Người dùng<" not in sign_in(office.drafter).get("/").text


# ---------------------------------------------------------------- history


def test_history_tells_who_changed_what_from_what_to_what(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Trình dự toán", 0, 2, status=TaskStatus.DOING)
    page = sign_in(office.leader).get(f"{HERE}/history").text
    assert f"{office.drafter.full_name} sửa nhiệm vụ <b>Trình dự toán</b>" in page
    assert "<del>Chưa tiếp nhận</del> → <ins>Đang thực hiện</ins>" in page
    assert f"{office.drafter.full_name} thêm nhiệm vụ" in page


def test_history_is_read_page_by_page(office: Cast, sign_in: SignIn, give: Callable[..., Task]) -> None:
    for number in range(31):
        give(f"Việc số {number:02}", 0, 2)
    client = sign_in(office.leader)
    assert "Việc số 30" in client.get(f"{HERE}/history").text
    second = client.get(f"{HERE}/history?trang=2").text
    assert "Việc số 00" in second
    assert "Việc số 30" not in second
    for odd in ("99", "-1", "x"):
        assert client.get(f"{HERE}/history?trang={odd}").status_code == 200


def test_a_member_may_not_read_history(office: Cast, sign_in: SignIn) -> None:
    assert sign_in(office.member).get(f"{HERE}/history").status_code == 403


def test_an_empty_history_says_what_will_stand_there(office: Cast, sign_in: SignIn) -> None:
    assert "Chưa có thay đổi nào" in sign_in(office.leader).get(f"{HERE}/history").text


# ---------------------------------------------------------------- cost

ADDRESSES = [
    # BEGIN, user; campaigns, tasks, ceremonies, documents; the office
    ("/", "leader", 7),
    # BEGIN, user; campaigns, tasks, helpers, the unit, units; the office
    ("/", "member", 8),
    # BEGIN, user, campaign; tasks, ceremonies, documents, days off, delegates, programme; changes, what was said, who was
    # heard; what was read in; the office, the header
    (HERE, "leader", 15),
    # BEGIN, user, campaign; tasks, ceremonies, days off; the office
    (f"{HERE}/tasks/timeline", "leader", 7),
    # BEGIN, user, campaign; count, entries, units; the office, the header
    (f"{HERE}/history", "leader", 8),
]


@pytest.mark.parametrize(("address", "who", "cost"), ADDRESSES)
@pytest.mark.parametrize("count", [1, 3])
def test_pages_cost_the_same_queries_for_one_row_and_for_three(
    office: Cast,
    sign_in: SignIn,
    look: Look,
    give: Callable[..., Task],
    queries: list[str],
    address: str,
    who: str,
    cost: int,
    count: int,
) -> None:
    for number in range(count):
        give(f"Việc {number}", 1, number, helpers=(0,))
        paper(office, look, DocumentStatus.DRAFT)
    client = sign_in(getattr(office, who))
    queries.clear()
    assert client.get(address).status_code == 200
    assert len(queries) == cost
