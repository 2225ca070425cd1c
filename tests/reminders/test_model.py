"""Who brought the news a unit hears of: others, never the unit itself, by whichever way it spoke."""

import uuid
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from campaign.db import utc_now
from campaign.glossary import TaskStatus, UpdateKind
from campaign.packets.rules import author_of
from campaign.reminders.model import news_of
from campaign.reminders.rules import News
from campaign.tasks.actions import Speaker, add_update, create_task, update_task
from campaign.tasks.model import Task
from campaign.tasks.rules import TaskDraft
from campaign.tasks.rules.reporting import Side, UpdateDraft
from tests.conftest import Cast
from tests.saying import bring_to


@pytest.fixture
def task(session: Session, cast: Cast) -> Task:
    return create_task(session, cast.campaign, TaskDraft("Treo băng rôn", cast.units[1].id), cast.drafter)


def heard(session: Session, unit_id: int) -> News:
    """What that unit hears of the last and the next minute."""
    minute = timedelta(minutes=1)
    by_unit = news_of(session, utc_now() - minute, utc_now() + minute)
    others = [news for author, news in by_unit.items() if author != unit_id]
    return News(
        {id_ for news in others for id_ in news.given}, {id_ for news in others for id_ in news.changed}
    )


def say(session: Session, task: Task, kind: UpdateKind, speaker: Speaker) -> None:
    add_update(session, task, UpdateDraft(kind, uuid.uuid4().hex, "Nội dung"), speaker, utc_now())


@pytest.mark.parametrize("way", ["account", "packet", "on its behalf"])
def test_a_unit_does_not_hear_of_its_own_report(session: Session, cast: Cast, task: Task, way: str) -> None:
    unit = cast.units[1]
    speakers = {
        "account": Speaker(cast.member, Side.LEAD, unit.id),
        "packet": Speaker(author_of(unit.name), Side.LEAD, unit.id),
        "on its behalf": Speaker(cast.drafter, Side.OFFICE),
    }
    say(session, task, UpdateKind.ACCEPT, speakers[way])
    say(session, task, UpdateKind.REPORT, speakers[way])
    assert not heard(session, unit.id).changed


@pytest.mark.parametrize("kind", [UpdateKind.RETURN, UpdateKind.CONFIRM])
def test_a_unit_hears_the_offices_answer(session: Session, cast: Cast, task: Task, kind: UpdateKind) -> None:
    bring_to(session, task, TaskStatus.REPORTED, utc_now().date(), cast.drafter)
    say(session, task, kind, Speaker(cast.drafter, Side.OFFICE))
    assert heard(session, cast.units[1].id).changed == {task.id}


def test_a_unit_hears_of_a_new_task_and_of_a_moved_day(session: Session, cast: Cast, task: Task) -> None:
    assert heard(session, cast.units[1].id) == News({task.id}, set())
    draft = TaskDraft(task.text, task.lead_unit_id, due_words="quý IV/2026")
    update_task(session, cast.campaign, task, draft, task.version, cast.drafter)
    assert heard(session, cast.units[1].id) == News({task.id}, {task.id})
