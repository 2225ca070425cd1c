"""Changing several tasks at once."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.errors import Conflict, Refused
from campaign.glossary import DayUnit, TaskStatus
from campaign.people.model import User
from campaign.tasks import actions
from campaign.tasks.model import Task, coordinating, of_campaign
from campaign.tasks.rules import BulkDraft, TaskDraft
from tests.conftest import Cast
from tests.saying import bring_to

DAY = date(2026, 12, 4)


@pytest.fixture
def three(session: Session, cast: Cast) -> list[Task]:
    """A counted, a worded and a plain task of Văn phòng that Phòng Văn hóa helps with."""
    dues: tuple[dict[str, object], ...] = (
        {"ceremony_id": cast.ceremony.id, "offset_count": -7, "offset_unit": DayUnit.WORKING},
        {"due_words": "thường xuyên"},
        {"due_on": date(2026, 12, 1)},
    )
    return [
        actions.create_task(
            session, cast.campaign, TaskDraft(f"Việc {n}", cast.units[0].id, [cast.units[1].id], **due), cast.drafter  # type: ignore[arg-type]
        )
        for n, due in enumerate(dues)
    ]  # fmt: skip


def change(session: Session, cast: Cast, tasks: list[Task], draft: BulkDraft) -> int:
    versions = {task.id: task.version for task in tasks}
    return actions.change_tasks(session, cast.campaign, versions, draft, cast.drafter)


def test_a_day_takes_the_place_of_words_and_offsets(session: Session, cast: Cast, three: list[Task]) -> None:
    assert change(session, cast, three, BulkDraft(due_on=DAY)) == 3
    assert {(task.due_on, task.deadline, task.due_words, task.offset_count) for task in three} == {
        (DAY, DAY, None, None)
    }


def test_a_unit_that_helped_leads_now_and_days_stay(session: Session, cast: Cast, three: list[Task]) -> None:
    days = [(task.due_on, task.due_words, task.offset_count) for task in three]
    change(session, cast, three, BulkDraft(lead_unit_id=cast.units[1].id))
    assert {task.lead_unit_id for task in three} == {cast.units[1].id}
    assert set(map(tuple, coordinating(session, [task.id for task in three]).values())) == {()}
    assert [(task.due_on, task.due_words, task.offset_count) for task in three] == days


def test_all_or_none(session: Session, cast: Cast, three: list[Task]) -> None:
    bring_to(session, three[2], TaskStatus.REPORTED, date(2026, 11, 23), cast.drafter)
    with pytest.raises(Refused, match="số 3"):
        change(session, cast, three, BulkDraft(due_on=DAY))
    assert three[0].due_on == date(2026, 12, 3)


@pytest.mark.parametrize("draft", [BulkDraft(), BulkDraft(lead_unit_id=9999)])
def test_nothing_or_an_unknown_unit_is_refused(
    session: Session, cast: Cast, three: list[Task], draft: BulkDraft
) -> None:
    with pytest.raises(Refused):
        change(session, cast, three, draft)


def test_a_stale_list_changes_nothing(session: Session, cast: Cast, three: list[Task]) -> None:
    versions = {three[0].id: three[0].version, three[1].id: three[1].version + 1}
    with pytest.raises(Conflict):
        actions.change_tasks(session, cast.campaign, versions, BulkDraft(due_on=DAY), cast.drafter)
    assert three[0].due_on == date(2026, 12, 3)


HOME = "/campaigns/ngay-khong-hen/tasks"


def test_marked_tasks_are_changed_from_the_list(
    app: Flask, office: Cast, sign_in: Callable[[User], FlaskClient], look: Callable[[], Session]
) -> None:
    with app.extensions["sessions"]["writing"]() as session:
        made = [
            actions.create_task(
                session, office.campaign, TaskDraft(f"Việc {n}", office.units[0].id), office.drafter
            )
            for n in range(3)
        ]
        session.commit()
    client = sign_in(office.drafter)
    page = client.get(f"{HOME}?group=unit").text
    assert "0/3 xong" in page
    marks = [f"{task.id}.{task.version}" for task in made[:2]]
    assert all(f'value="{mark}"' in page for mark in marks)
    for typed, days in (
        ({"due_on": "31/2/2026"}, [None, None, None]),
        ({"due_on": ""}, [None, None, None]),
        ({"due_on": "4/12/2026", "lead_unit_id": "9999"}, [None, None, None]),
        ({"due_on": "4/12/2026"}, [DAY, DAY, None]),
    ):
        answer = client.post(f"{HOME}/change?group=unit", data={"task": marks, **typed})
        assert (answer.status_code, answer.location) == (303, f"{HOME}?group=unit")
        assert [task.due_on for task in of_campaign(look(), office.campaign.id)] == days
    assert sign_in(office.leader).post(f"{HOME}/change", data={"task": marks}).status_code == 403
