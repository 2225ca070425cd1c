"""`campaign serve` killed at any moment while people report: what it acknowledged stands, once, with its file whole.

CAMPAIGN_TESTS_KILLS is how often it is killed (on each database).
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from threading import Event

import pytest
from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from campaign import demo as demo_data
from campaign.ceremonies.model import Ceremony, CeremonyMove
from campaign.db import open_engine
from campaign.history.model import Entry
from campaign.history.phrases import Verb
from campaign.tasks.model import Evidence, Task, TaskUpdate
from tests.cli.conftest import ROOT, Program
from tests.cli.reporters import Browser, Mover, Reporter

KILLS = int(os.environ.get("CAMPAIGN_TESTS_KILLS", "6"))
LONGEST_LIFE = 1.5  # seconds after a server has answered the first of them
HOME = "/campaigns/duc-an-2026"
DRAFTER, MEMBER = "soanthao@duc-an.example", "donvi@duc-an.example"
DAYS = date(2026, 12, 21), date(2026, 12, 14)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="servers are born by fork")


@dataclass
class Servers:
    """One server at a time, each a process of its own."""

    program: Program
    mother: "subprocess.Popen[str]" = field(init=False)
    alive: int | None = None

    def __post_init__(self) -> None:
        self.mother = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.short_servers"], env=self.program.environment({}), cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self.program.started.append(self.mother)

    def bear(self) -> None:
        self.mother.stdin.write("one more\n")  # type: ignore[union-attr]
        self.mother.stdin.flush()  # type: ignore[union-attr]
        self.alive = int(self._heard())

    def kill(self, how: int = signal.SIGKILL) -> int:
        """End the one alive; how it ended."""
        assert self.alive
        os.kill(self.alive, how)
        self.alive = None
        return int(self._heard())

    def wait_for_pages(self) -> None:
        self.program.get("/health")

    def close(self) -> None:
        """End whatever goes on."""
        if self.alive:
            self.kill()
        with self.mother:  # closes the pipes; at the end of its input it ends
            pass

    def _heard(self) -> str:
        return self.mother.stdout.readline()  # type: ignore[union-attr]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def served(request: pytest.FixtureRequest, program: Program) -> Iterator[tuple[Servers, Engine]]:
    """The demo on each of the databases, and an engine to look at it with."""
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("demo_home"), program.home)
        program.settings["CAMPAIGN_DATABASE_URL"] = f"sqlite:///{program.database}"
    else:
        program.settings["CAMPAIGN_DATABASE_URL"] = _new_postgres(request.getfixturevalue("postgres_server"))
        assert program.run("demo", "--no-serve").returncode == 0
    servers = Servers(program)
    engine = open_engine(program.settings["CAMPAIGN_DATABASE_URL"])
    yield servers, engine
    engine.dispose()
    servers.close()


def _new_postgres(address: str) -> str:
    engine = open_engine(address).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE killed TEMPLATE migrated"))
    engine.dispose()
    return address.replace("/postgres?", "/killed?")


def test_a_killed_server_loses_nothing_it_acknowledged_and_doubles_nothing(
    served: tuple[Servers, Engine],
) -> None:
    servers, engine = served
    servers.bear()
    servers.wait_for_pages()
    before = _changes(engine)
    stop = Event()
    reporters, mover = _people(servers.program.address, engine, stop)
    for each in (*reporters, mover):
        each.start()
    _kill_often(servers, reporters)
    stop.set()
    for each in (*reporters, mover):
        each.join(60)
        assert not each.is_alive(), each.name
        assert each.odd == []
    _send_some_again(reporters)
    tries = sum(each.tries for each in reporters)
    print(
        f"{KILLS} kills, {_acknowledged(reporters)} updates in {tries} tries, {mover.moves} moves of the ceremony"
    )
    _assert_kept(engine, reporters)
    _assert_moved_whole(engine, mover, before)
    _assert_sound(engine)


def _people(site: str, engine: Engine, stop: Event) -> tuple[list[Reporter], Mover]:
    """A member, somebody with a link, two of the office reporting on one task; and a drafter who moves the ceremony."""
    drafter = Browser(site).sign_in(DRAFTER, demo_data.PASSWORD)
    member = Browser(site).sign_in(MEMBER, demo_data.PASSWORD)
    _, made = drafter.post(f"{HOME}/packets/6/make", drafter.get(f"{HOME}/packets"), replaced="")
    link = made.partition(f'value="{site}')[2].partition('"')[0]
    reporters = [
        Reporter(member, f"{HOME}/tasks/8/say/progress", "member", stop),
        Reporter(Browser(site), f"{link}/tasks/16/say/progress", "packet", stop),
        Reporter(drafter, f"{HOME}/tasks/5/say/comment", "office", stop),
        Reporter(drafter, f"{HOME}/tasks/5/say/comment", "office-too", stop),
    ]
    return reporters, Mover(drafter, f"{HOME}/ceremonies/1/move", DAYS, lambda: _stands(engine), stop)


def _stands(engine: Engine) -> tuple[date, int]:
    """The ceremony's day and version as they are saved."""
    with Session(engine) as session:
        ceremony = session.get_one(Ceremony, 1)
        return ceremony.starts_at.date(), ceremony.version


def _kill_often(servers: Servers, reporters: list[Reporter]) -> None:
    """Most die at work, every fourth while it starts."""
    chance = random.Random(11)  # noqa: S311 - no secret
    for number in range(KILLS):
        heard = _acknowledged(reporters)
        while number % 4 and _acknowledged(reporters) == heard and any(each.is_alive() for each in reporters):
            time.sleep(0.02)
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        assert servers.kill() == -signal.SIGKILL
        servers.bear()
    servers.wait_for_pages()


def _acknowledged(reporters: list[Reporter]) -> int:
    return sum(len(each.acknowledged) for each in reporters)


def _send_some_again(reporters: list[Reporter]) -> None:
    """A telephone that did not hear the answer sends again, however late."""
    for reporter in reporters:
        assert reporter.acknowledged
        for update in (reporter.acknowledged[0], reporter.acknowledged[-1]):
            assert reporter.send(update)


def _assert_kept(engine: Engine, reporters: list[Reporter]) -> None:
    sent = {update.key: update.kept for reporter in reporters for update in reporter.acknowledged}
    with Session(engine) as session:
        query = select(TaskUpdate.key, TaskUpdate.text, Evidence.data, Evidence.size).join(
            Evidence, Evidence.update_id == TaskUpdate.id
        )
        found = [
            (key, (said, sha256(data).hexdigest(), size)) for key, said, data, size in session.execute(query)
        ]
        updates = session.scalars(select(TaskUpdate.key).where(TaskUpdate.text.startswith("Lần "))).all()
    assert len(found) == len(dict(found))
    assert dict(found) == sent
    assert sorted(updates) == sorted(sent)


def _changes(engine: Engine) -> int:
    """How often the history tells of a ceremony that was moved."""
    with Session(engine) as session:
        query = select(func.count()).select_from(Entry).where(Entry.verb == Verb.RESCHEDULE)
        return session.scalar(query) or 0


def _assert_moved_whole(engine: Engine, mover: Mover, before: int) -> None:
    """Every move is there once, with its entry in the history; ceremony and tasks stand where the last one left them."""
    with Session(engine) as session:
        moves = session.scalars(select(CeremonyMove).order_by(CeremonyMove.id)).all()
        assert len(moves) == mover.moves == _changes(engine) - before
        assert [move.after.day for move in moves] == [21, 14] * (len(moves) // 2)
        assert session.get_one(Ceremony, 1).starts_at.date() == date(2026, 12, 14)
        for key, (was, now) in moves[-1].changes["task"].items():
            assert was != now
            assert session.get_one(Task, int(key)).due_on == date.fromisoformat(now)


def _assert_sound(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).all() == [("ok",)]
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
