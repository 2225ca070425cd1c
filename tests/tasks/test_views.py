"""Pages of tasks through the door."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.people.model import User
from campaign.tasks import actions
from campaign.tasks.model import Task, coordinating, of_campaign
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
HOME = "/campaigns/ngay-khong-hen/tasks"


@pytest.fixture
def give(app: Flask, office: Cast) -> Callable[..., Task]:
    """Commit a task of the first unit (or of `lead`), as the drafter."""

    def given(text: str, lead: int = 0, **more: object) -> Task:
        with app.extensions["sessions"]["writing"]() as session:
            draft = TaskDraft(text, office.units[lead].id, **more)  # type: ignore[arg-type]
            task = actions.create_task(session, office.campaign, draft, office.drafter)
            session.commit()
        return task

    return given


def typed(office: Cast, **more: object) -> dict[str, object]:
    first = {"text": "Tham mưu giấy mời", "lead_unit_id": office.units[0].id, "version": "0"}
    return {**first, "offset_unit": "working", "urgency": "normal", **more}


def tasks_of(look: Look, office: Cast) -> list[Task]:
    return list(of_campaign(look(), office.campaign.id))


# ---------------------------------------------------------------- adding and editing


def test_a_drafter_adds_a_task(office: Cast, sign_in: SignIn, look: Look) -> None:
    form = typed(office, coordinating=[office.units[1].id, office.units[2].id], due_on="14/12/2026")
    answer = sign_in(office.drafter).post(f"{HOME}/new", data=form)
    assert (answer.status_code, answer.location) == (303, HOME)
    [task] = tasks_of(look, office)
    assert (task.text, task.due_on) == ("Tham mưu giấy mời", date(2026, 12, 14))
    assert coordinating(look(), [task.id])[task.id] == form["coordinating"]


LATE_PLAN = "đã qua khi nhiệm vụ được ghi"


def test_a_plan_that_is_late_already_is_told_when_it_is_made(
    office: Cast, sign_in: SignIn, look: Look
) -> None:
    drafter = sign_in(office.drafter)
    late = {"offset_count": "-20", "ceremony_id": office.ceremony.id}  # in the week before today
    assert LATE_PLAN in drafter.post(f"{HOME}/new", data=typed(office, **late), follow_redirects=True).text
    [task] = tasks_of(look, office)
    same = typed(office, **late, note="x", version=task.version)
    drafter.post(f"{HOME}/{task.id}/edit", data=same)
    assert LATE_PLAN not in drafter.get(HOME).text  # an edit that leaves the day says nothing of it
    later = typed(office, text="Kịp", due_on="24/11/2026")
    assert LATE_PLAN not in drafter.post(f"{HOME}/new", data=later, follow_redirects=True).text


def test_a_tasks_page_tells_that_it_was_late_from_the_start(
    app: Flask, office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    task = give("Treo băng rôn", due_on=date(2026, 11, 20))
    for planned, told in (
        (datetime(2026, 11, 21, tzinfo=UTC), True),
        (datetime(2026, 11, 2, tzinfo=UTC), False),
    ):
        with app.extensions["sessions"]["writing"]() as session:
            session.get_one(Task, task.id).created_at = planned
            session.commit()
        assert (LATE_PLAN in sign_in(office.leader).get(f"{HOME}/{task.id}").text) is told


def test_a_refused_task_comes_back_with_everything_typed(office: Cast, sign_in: SignIn, look: Look) -> None:
    form = typed(office, coordinating=[office.units[0].id], due_on="31/2/2026", note="mời cả báo tỉnh")
    answer = sign_in(office.drafter).post(f"{HOME}/new", data=form)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    for words in ("Tham mưu giấy mời", "31/2/2026", "mời cả báo tỉnh"):
        assert words in page
    assert tasks_of(look, office) == []


def test_the_edit_form_opens_filled(office: Cast, sign_in: SignIn, give: Callable[..., Task]) -> None:
    task = give("Treo băng rôn", coordinating=[office.units[2].id], due_words="thường xuyên")
    page = sign_in(office.drafter).get(f"{HOME}/{task.id}/edit").get_data(as_text=True)
    assert "Treo băng rôn" in page
    assert "thường xuyên" in page
    assert f'value="{office.units[2].id}" checked' in page


def test_a_stale_save_shows_both_versions_and_can_be_repeated(
    office: Cast, sign_in: SignIn, look: Look, give: Callable[..., Task]
) -> None:
    task = give("Treo băng rôn")
    first, second = sign_in(office.drafter), sign_in(office.admin)
    first.post(f"{HOME}/{task.id}/edit", data=typed(office, text="Treo cờ", version=task.version))
    answer = second.post(
        f"{HOME}/{task.id}/edit", data=typed(office, text="Treo phướn", version=task.version)
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Treo cờ" in page
    assert "Treo phướn" in page
    assert tasks_of(look, office)[0].text == "Treo cờ"
    seen = re.search(r'name="version"[^>]*value="(\d+)"', page)
    assert seen
    again = second.post(f"{HOME}/{task.id}/edit", data=typed(office, text="Treo phướn", version=seen[1]))
    assert again.status_code == 303
    assert tasks_of(look, office)[0].text == "Treo phướn"


# ---------------------------------------------------------------- deleting, restoring, moving


def test_a_deletion_offers_its_undo(
    office: Cast, sign_in: SignIn, look: Look, give: Callable[..., Task]
) -> None:
    task = give("Treo băng rôn")
    client = sign_in(office.drafter)
    client.post(f"{HOME}/{task.id}/delete", data={"version": task.version})
    assert tasks_of(look, office) == []
    assert f"{HOME}/{task.id}/restore" in client.get(HOME).get_data(as_text=True)
    client.post(f"{HOME}/{task.id}/restore")
    assert [row.text for row in tasks_of(look, office)] == ["Treo băng rôn"]


def test_a_stale_deletion_deletes_nothing(
    office: Cast, sign_in: SignIn, look: Look, give: Callable[..., Task]
) -> None:
    task = give("Treo băng rôn")
    sign_in(office.drafter).post(f"{HOME}/{task.id}/delete", data={"version": task.version + 1})
    assert len(tasks_of(look, office)) == 1


def test_moving_goes_on_with_the_list_at_that_row(
    office: Cast, sign_in: SignIn, look: Look, give: Callable[..., Task]
) -> None:
    give("một")
    task = give("hai")
    answer = sign_in(office.drafter).post(f"{HOME}/{task.id}/move/up")
    assert answer.location == f"{HOME}#task-{task.id}"
    assert [row.text for row in tasks_of(look, office)] == ["hai", "một"]


# ---------------------------------------------------------------- the list


def test_the_list_is_narrowed_by_the_address(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Tham mưu giấy mời", due_on=date(2026, 11, 20))
    give("Treo băng rôn", lead=1)
    client = sign_in(office.drafter)
    for query, shown, hidden in (
        ("q=giay+moi", "Tham mưu giấy mời", "Treo băng rôn"),
        (f"unit={office.units[1].id}", "Treo băng rôn", "Tham mưu giấy mời"),
        ("status=late", "Tham mưu giấy mời", "Treo băng rôn"),
    ):
        page = client.get(f"{HOME}?{query}").get_data(as_text=True)
        assert shown in page
        assert hidden not in page
    assert "Không có nhiệm vụ nào khớp" in client.get(f"{HOME}?status=done").get_data(as_text=True)
    assert client.get(f"{HOME}?unit=x&status=x").get_data(as_text=True).count("task-") == 2


def test_being_late_is_said_in_words(office: Cast, sign_in: SignIn, give: Callable[..., Task]) -> None:
    give("Tham mưu giấy mời", due_on=date(2026, 11, 20))
    page = sign_in(office.leader).get(HOME).get_data(as_text=True)
    assert "quá hạn 3 ngày" in page
    assert "thứ Sáu, 20/11/2026" in page


def test_an_empty_list_teaches_the_first_step(office: Cast, sign_in: SignIn) -> None:
    assert f'href="{HOME}/new"' in sign_in(office.drafter).get(HOME).get_data(as_text=True)
    assert f'href="{HOME}/new"' not in sign_in(office.leader).get(HOME).get_data(as_text=True)


def test_many_tasks_cost_no_more_queries(
    office: Cast, sign_in: SignIn, give: Callable[..., Task], queries: list[str]
) -> None:
    client = sign_in(office.drafter)
    counts = []
    for number in range(3):
        give(f"Việc {number}", coordinating=[office.units[1].id])
        queries.clear()
        client.get(HOME)
        counts.append(len(queries))
    assert (
        counts == [9] * 3
    )  # begin, user, campaign; tasks, helpers, units, deleted; office and ceremony of the frame


# ---------------------------------------------------------------- a unit's member


def test_a_member_sees_what_the_unit_leads_or_helps_with(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    give("Việc chủ trì", lead=1)
    give("Việc phối hợp", coordinating=[office.units[1].id])
    give("Việc của đơn vị khác")
    page = sign_in(office.member).get(HOME).get_data(as_text=True)
    assert "Việc chủ trì" in page
    assert "Việc phối hợp" in page
    assert "Việc của đơn vị khác" not in page


# ---------------------------------------------------------------- who may not


def test_who_may_not_edit_is_told_so_and_a_stranger_finds_nothing(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    task = give("Treo băng rôn")
    writes = [f"/{task.id}/{verb}" for verb in ("delete", "restore", "move/up", "edit")]
    for user in (office.leader, office.clerk):
        assert sign_in(user).get(f"{HOME}/new").status_code == 403
        assert [sign_in(user).post(HOME + path).status_code for path in writes] == [403] * 4
    assert sign_in(office.reception).get(HOME).status_code == 403
    assert sign_in(office.stranger).get(HOME).status_code == 404
    assert [sign_in(office.stranger).post(HOME + path).status_code for path in writes] == [404] * 4


def test_a_task_is_not_found_under_another_campaign_or_when_deleted(
    office: Cast, sign_in: SignIn, give: Callable[..., Task]
) -> None:
    task = give("Treo băng rôn")
    client = sign_in(office.drafter)
    assert client.get(f"{HOME}/{task.id + 1}").status_code == 404
    client.post(f"{HOME}/{task.id}/delete", data={"version": task.version})
    assert client.get(f"{HOME}/{task.id}").status_code == 404
