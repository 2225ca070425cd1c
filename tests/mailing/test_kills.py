"""Workers killed at any moment: every message arrives at most once, and none is lost."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from campaign.ceremonies.model import Ceremony
from campaign.config import Config
from campaign.db import session_factory, utc_now
from campaign.glossary import DayUnit, MessageState
from campaign.mailing import actions
from campaign.mailing.model import Message
from campaign.mailing.rules import LOST_AFTER, OFFICE_ZONE
from campaign.people.model import Unit
from campaign.rescheduling.actions import move_ceremony
from campaign.rescheduling.rules import MoveDraft
from campaign.tasks.actions import create_task
from campaign.tasks.rules import TaskDraft
from campaign.vietnamese import short_date
from campaign.worker import Worker
from tests.cli.conftest import PATIENCE, ROOT
from tests.conftest import Cast
from tests.mailing.post_office import PostOffice

MESSAGES, KILLS = 200, 25
S = MessageState

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are born by fork")


def test_killed_workers_repeat_nothing_and_lose_nothing(
    engine: Engine, settings: Config, write: Callable[..., None], post_office: PostOffice, cast: Cast
) -> None:
    write(*(f"m{number}" for number in range(MESSAGES)))
    post_office.slowness = 0.02  # so that there is something left to send for the last of them
    assert killed(settings, post_office) == KILLS
    post_office.slowness = 0

    with session_factory(engine, writing=True)() as session:
        actions.sweep(session, utc_now() + LOST_AFTER)
        session.commit()
    arrived = post_office.deliveries()
    stood = states(engine)
    assert set(arrived.values()) <= {1}
    assert set(stood.values()) == {S.SENT, S.UNSURE, S.WAITING}
    assert len(stood) == MESSAGES
    assert {uid for uid, state in stood.items() if state is S.SENT} <= arrived.keys()
    assert not {uid for uid, state in stood.items() if state is S.WAITING} & arrived.keys()
    assert list(stood.values()).count(S.UNSURE) <= KILLS

    decide(engine, cast, arrived)
    last = Worker(settings)
    last.deliver()
    last.stop()
    last.run()
    assert set(states(engine).values()) == {S.SENT}
    assert post_office.deliveries() == dict.fromkeys(stood, 1)


WEEKS, KILLS_A_WEEK, UNITS = 3, 4, 8
FIRST_TUESDAY = datetime(2090, 5, 16, 8, 0, tzinfo=OFFICE_ZONE)  # past any clock: what is planned then is due


def test_a_ceremony_moved_under_dying_workers_is_told_of_once_and_with_its_new_day(
    engine: Engine, settings: Config, session: Session, post_office: PostOffice, cast: Cast
) -> None:
    post_office.slowness = 0.02
    give_each_unit_a_task_on_the_day(session, cast)
    told = 0
    for week in range(WEEKS):
        tuesday = FIRST_TUESDAY + timedelta(weeks=week)
        friday = tuesday.date() + timedelta(days=3)
        move_to(engine, cast, friday)
        killed(settings, post_office, KILLS_A_WEEK, tuesday)
        last = Worker(settings, clock=lambda at=tuesday: at)  # type: ignore[misc]
        last.plan()
        last.deliver()
        last.stop()
        last.run()
        bodies = [str(letter.get_content()) for letter in post_office.read[told:]]
        assert all(short_date(friday) in body for body in bodies)
        assert UNITS - KILLS_A_WEEK <= len(bodies) <= UNITS
        told = len(post_office.read)
    assert set(post_office.deliveries().values()) == {1}
    with session_factory(engine, writing=False)() as looking:
        keys = looking.scalars(select(Message.key)).all()
    days = [(FIRST_TUESDAY + timedelta(weeks=week)).date() for week in range(WEEKS)]
    assert Counter(key.partition(":")[0] for key in keys) == {"digest": WEEKS * UNITS}
    assert Counter(key.split(":")[2] for key in keys) == dict.fromkeys(map(str, days), UNITS)


def give_each_unit_a_task_on_the_day(session: Session, cast: Cast) -> None:
    """Units with a mailbox each, and a task of each that is due on the ceremony's day."""
    cast.ceremony.starts_at = datetime(2090, 12, 15, 7, 30)  # noqa: DTZ001 - office time
    for number in range(UNITS):
        unit = Unit(
            agency_id=cast.agency.id, name=f"Đơn vị {number}", short_name=f"Đơn vị {number}", rank=10 + number,
            email=f"don-vi-{number}@binh-an.example",
        )  # fmt: skip
        session.add(unit)
        session.flush()
        draft = TaskDraft(
            "Trực lễ", unit.id, ceremony_id=cast.ceremony.id, offset_count=0, offset_unit=DayUnit.CALENDAR
        )
        create_task(session, cast.campaign, draft, cast.drafter)
    session.commit()


def move_to(engine: Engine, cast: Cast, day: date) -> None:
    """The drafter moves the ceremony to that day."""
    with session_factory(engine, writing=True)() as session:
        ceremony = session.get_one(Ceremony, cast.ceremony.id)
        draft = MoveDraft(datetime.combine(day, time(7, 30)), draft_notice=False)
        move_ceremony(session, ceremony, draft, ceremony.version, FIRST_TUESDAY.date(), cast.drafter)
        session.commit()


def killed(
    settings: Config, post_office: PostOffice, kills: int = KILLS, moment: datetime | None = None
) -> int:
    """How many workers were killed at work."""
    done = subprocess.run(
        [
            sys.executable, "-m", "tests.mailing.short_lives", settings.database_url, str(post_office.port), str(kills), "7",
            moment.isoformat() if moment else "",
        ],
        cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE * 5, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def states(engine: Engine) -> dict[str, MessageState]:
    """The state of each message by its Message-ID."""
    with session_factory(engine, writing=False)() as session:
        rows = session.execute(select(Message.uid, Message.state))
        return {f"<{uid}@binh-an.example>": state for uid, state in rows}


def decide(engine: Engine, cast: Cast, arrived: dict[str, int]) -> None:
    """Somebody asks the person of each message in doubt, and settles it or sends it again."""
    with session_factory(engine, writing=True)() as session:
        for message in session.scalars(select(Message).where(Message.state == S.UNSURE)):
            if f"<{message.uid}@binh-an.example>" in arrived:
                actions.settle(session, message, message.version, cast.drafter)
            else:
                actions.resend(session, message, message.to_address, message.version, cast.drafter)
                message.urgent = True
        session.commit()
