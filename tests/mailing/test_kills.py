"""Workers killed at any moment: every message arrives at most once, and none is lost."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from sqlalchemy import Engine, select

from campaign.config import Config
from campaign.db import session_factory, utc_now
from campaign.glossary import MessageState
from campaign.mailing import actions
from campaign.mailing.model import Message
from campaign.mailing.rules import LOST_AFTER
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


def killed(settings: Config, post_office: PostOffice) -> int:
    """How many workers were killed at work."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.mailing.short_lives", settings.database_url, str(post_office.port), str(KILLS), "7"],
        cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE * 2, check=False,
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
