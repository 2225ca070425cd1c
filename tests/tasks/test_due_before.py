"""How due days stood at a moment gone by, told from what changed them since, on both databases."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from campaign.db import utc_now
from campaign.glossary import DayUnit, UpdateKind
from campaign.rescheduling.actions import move_ceremony, undo_move
from campaign.rescheduling.rules import MoveDraft
from campaign.tasks.actions import Speaker, add_update, create_task, update_task
from campaign.tasks.actions.planning import draft_of
from campaign.tasks.model import Task, due_before
from campaign.tasks.rules import TaskDraft
from campaign.tasks.rules.reporting import Side, UpdateDraft
from tests.conftest import Cast

TODAY = date(2026, 11, 23)
FIRST, LATER = date(2026, 12, 3), date(2026, 12, 9)
Change = Callable[[Session, Cast, Task], None]


@pytest.fixture
def task(session: Session, cast: Cast) -> Task:
    """Due seven working days before the ceremony, which is FIRST."""
    draft = TaskDraft(
        "Gửi giấy mời", cast.units[0].id, ceremony_id=cast.ceremony.id, offset_count=-7, offset_unit=DayUnit.WORKING
    )  # fmt: skip
    made = create_task(session, cast.campaign, draft, cast.drafter)
    assert made.deadline == FIRST
    return made


def edit(session: Session, cast: Cast, task: Task) -> None:
    draft = replace(
        draft_of(task, ()), due_on=LATER, ceremony_id=None, offset_count=None, offset_unit=None, due_words=None
    )  # fmt: skip
    update_task(session, cast.campaign, task, draft, task.version, cast.drafter)


def extend(session: Session, cast: Cast, task: Task) -> None:
    office = Speaker(cast.drafter, Side.OFFICE)
    for kind in (UpdateKind.ASK, UpdateKind.GRANT):
        add_update(session, task, UpdateDraft(kind, uuid.uuid4().hex, "Mưa", until=LATER), office, utc_now())


def move(session: Session, cast: Cast, task: Task) -> None:
    start = cast.ceremony.starts_at + timedelta(days=7)
    move_ceremony(session, cast.ceremony, MoveDraft(start), cast.ceremony.version, TODAY, cast.drafter)


def put_in_words(session: Session, cast: Cast, task: Task) -> None:
    draft = TaskDraft(task.text, task.lead_unit_id, due_words="quý I/2027")
    update_task(session, cast.campaign, task, draft, task.version, cast.drafter)


@pytest.mark.parametrize("change", [edit, extend, move, put_in_words])
def test_what_changed_since_is_told_as_it_was(
    session: Session, cast: Cast, task: Task, change: Change
) -> None:
    change(session, cast, task)
    session.flush()
    assert task.deadline != FIRST
    (was,) = due_before(session, cast.campaign.id, utc_now() - timedelta(hours=1)).values()
    assert (was["due_on"], was["deadline"]) == (FIRST, FIRST)
    assert due_before(session, cast.campaign.id, utc_now() + timedelta(hours=1)) == {}


def test_of_several_changes_the_first_tells_how_it_was(session: Session, cast: Cast, task: Task) -> None:
    edit(session, cast, task)
    put_in_words(session, cast, task)
    assert due_before(session, cast.campaign.id, datetime(2020, 1, 1, tzinfo=UTC))[task.id] == {
        "due_on": FIRST, "deadline": FIRST, "due_words": None
    }  # fmt: skip


def test_a_move_taken_back_changed_nothing(session: Session, cast: Cast, task: Task) -> None:
    start = cast.ceremony.starts_at + timedelta(days=7)
    row = move_ceremony(session, cast.ceremony, MoveDraft(start), cast.ceremony.version, TODAY, cast.drafter)
    undo_move(session, row, cast.drafter)
    assert due_before(session, cast.campaign.id, utc_now() - timedelta(hours=1))[task.id]["deadline"] == FIRST
