"""The worker between the outbox and a real mail server, on both databases."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event

import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from campaign import worker
from campaign.config import Config
from campaign.db import session_factory
from campaign.errors import Unavailable
from campaign.glossary import MessageState
from campaign.mailing.actions import enqueue
from campaign.mailing.model import Message
from campaign.mailing.rules import OFFICE_ZONE, MessageDraft, digest_day
from campaign.people.model import Agency, Unit
from campaign.worker import Worker
from tests.conftest import Cast
from tests.mailing.conftest import MORNING
from tests.mailing.post_office import PostOffice

S = MessageState
Write = Callable[..., None]
States = Callable[[], dict[str, MessageState]]


class Clock:
    """A clock the test turns."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def one(settings: Config, clock: Clock) -> Iterator[Worker]:
    made = Worker(settings, clock=clock)
    yield made
    end(made)


def end(*workers: Worker) -> None:
    """Let them give their connections back."""
    for each in workers:
        each.stop()
        each.run()


def errors(engine: Engine) -> list[str | None]:
    with session_factory(engine, writing=False)() as session:
        return list(session.scalars(select(Message.error).order_by(Message.id)))


# ---------------------------------------------------------------- sending


def test_what_is_due_is_sent_in_the_name_of_the_office(
    one: Worker, write: Write, states: States, post_office: PostOffice, cast: Cast
) -> None:
    write("nay")
    write("mai", send_after=MORNING + timedelta(days=1))
    assert one.deliver() == {S.SENT: 1}
    assert states() == {"nay": S.SENT, "mai": S.WAITING}
    (letter,) = post_office.read
    assert letter["From"].addresses[0].display_name == cast.agency.name
    assert letter["From"].addresses[0].addr_spec == "guithu@binh-an.example"
    assert letter["Reply-To"].addresses[0].addr_spec == "vanphong@binh-an.example"
    assert letter["To"].addresses[0].addr_spec == "nay@binh-an.example"
    assert letter["Subject"] == "Nhắc việc nay"
    assert letter["Date"].datetime == MORNING


def test_a_letter_ends_with_the_address_of_the_settings(
    settings: Config, write: Write, post_office: PostOffice, clock: Clock
) -> None:
    write("nay", body="Còn 3 ngày.\n")
    named = Worker(replace(settings, public_url="https://kehoach.xa.example"), clock=clock)
    named.deliver()
    end(named)
    (letter,) = post_office.read
    assert letter.get_content().strip().splitlines() == [
        "Còn 3 ngày.",
        "",
        "Mở phần mềm: https://kehoach.xa.example",
    ]


def test_many_messages_share_one_conversation(one: Worker, write: Write, post_office: PostOffice) -> None:
    write(*(f"m{number}" for number in range(30)))
    one.deliver()
    assert (len(post_office.letters), post_office.lines) == (30, 1)


def test_a_message_that_was_put_off_goes_at_the_next_try_with_the_same_identity(
    one: Worker, write: Write, states: States, post_office: PostOffice, clock: Clock
) -> None:
    post_office.scripted["DATA"] = ["451 4.3.0 Try later"]
    write("nay")
    assert one.deliver() == {S.WAITING: 1}
    assert one.deliver() == {}
    clock.now += timedelta(minutes=1)
    assert one.deliver() == {S.SENT: 1}
    assert len(post_office.letters) == 1


def test_a_refused_recipient_is_told_and_the_others_get_theirs(
    one: Worker, write: Write, states: States, post_office: PostOffice, engine: Engine
) -> None:
    post_office.refused["hai@binh-an.example"] = "550 5.1.1 No such user"
    write("mot", "hai", "ba")
    one.deliver()
    assert states() == {"mot": S.SENT, "hai": S.FAILED, "ba": S.SENT}
    assert "550 5.1.1 No such user" in str(errors(engine)[1])


def test_while_the_server_is_gone_messages_wait_say_why_and_lose_no_try(
    settings: Config, write: Write, states: States, post_office: PostOffice, engine: Engine, clock: Clock
) -> None:
    write("nay")
    gone = Worker(replace(settings, smtp_port=1), clock=clock)
    with pytest.raises(Unavailable, match=r"127\.0\.0\.1:1"):
        gone.deliver()
    assert states() == {"nay": S.WAITING}
    assert "127.0.0.1:1" in str(errors(engine)[0])
    back = Worker(settings, clock=clock)
    clock.now += worker.HOLD
    assert back.deliver() == {S.SENT: 1}
    end(gone, back)
    assert errors(engine) == [None]


def test_a_refused_sender_lets_everything_wait(
    one: Worker, write: Write, states: States, post_office: PostOffice, engine: Engine
) -> None:
    post_office.scripted["MAIL"] = ["553 5.7.1 Sender address rejected"]
    write("mot", "hai", "ba")
    with pytest.raises(Unavailable, match="Sender address rejected"):
        one.deliver()
    assert set(states().values()) == {S.WAITING}
    assert all("Sender address rejected" in str(error) for error in errors(engine))
    assert post_office.letters == []


def test_a_letter_without_answer_is_in_doubt_and_the_next_one_goes(
    one: Worker, write: Write, states: States, post_office: PostOffice
) -> None:
    post_office.mute = 1
    write("mot", "hai")
    one.deliver()
    assert states() == {"mot": S.UNSURE, "hai": S.SENT}
    one.deliver()
    assert len(post_office.letters) == 2


def test_at_night_only_urgent_messages_go(one: Worker, write: Write, states: States, clock: Clock) -> None:
    write("thuong", urgent=False)
    write("gap")
    clock.now = MORNING.replace(hour=22)
    one.deliver()
    assert states() == {"thuong": S.WAITING, "gap": S.SENT}
    clock.now += timedelta(hours=8)
    one.deliver()
    assert states()["thuong"] is S.SENT


def test_without_a_mail_server_messages_wait(
    settings: Config, write: Write, states: States, clock: Clock
) -> None:
    write("nay")
    nobody = Worker(replace(settings, smtp_host=""), clock=clock)
    assert nobody.deliver() == {}
    end(nobody)
    assert states() == {"nay": S.WAITING}


@pytest.mark.parametrize("sender", ["", "không phải thư", "vanphong@xã.example"])
def test_a_server_without_an_address_to_send_from_is_refused(settings: Config, sender: str) -> None:
    with pytest.raises(Unavailable, match="CAMPAIGN_MAIL_FROM"):
        Worker(replace(settings, mail_from=sender, smtp_user=""))


def test_an_account_that_is_an_address_is_the_sender(settings: Config) -> None:
    assert worker.server_of(replace(settings, mail_from="", smtp_user="a@b.example")) is not None


def test_commits_of_the_worker_outlive_a_power_cut(settings: Config) -> None:
    one = Worker(settings)
    if one._engine.dialect.name == "sqlite":
        with one._engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
    end(one)


# ---------------------------------------------------------------- planning


def digest(session: Session, now: datetime) -> None:
    """A planner as reminders will be: one message a unit and day, from the unit's hour on."""
    for unit in session.scalars(select(Unit).order_by(Unit.id)):
        day = digest_day(now, unit.digest_hour)
        if day:
            enqueue(
                session,
                MessageDraft(
                    agency_id=unit.agency_id, key=f"digest:{unit.id}:{day}", to_name=unit.name,
                    to_address=f"u{unit.id}@binh-an.example", subject="Việc hôm nay", body="…", send_after=now,
                ),
            )  # fmt: skip


def broken(_session: Session, _now: datetime) -> None:
    raise RuntimeError("no plan")


def test_a_planner_writes_each_day_once_and_a_broken_one_does_not_stop_it(
    settings: Config, states: States, session: Session, cast: Cast, post_office: PostOffice, clock: Clock
) -> None:
    cast.units[0].digest_hour = 9
    session.commit()
    both = Worker(settings, (broken, digest), clock=clock)
    for _ in range(3):
        both.plan()
        both.deliver()
    assert len(post_office.letters) == 2
    clock.now += timedelta(hours=1)
    both.plan()
    both.deliver()
    assert len(post_office.letters) == 3
    clock.now += timedelta(days=1)
    both.plan()
    end(both)
    assert sorted(key.rpartition(":")[2] for key in states()) == ["2026-11-23"] * 3 + ["2026-11-24"] * 3


def test_on_a_fixed_day_planners_plan_for_that_day(
    settings: Config, clock: Clock, cast: Cast, session: Session
) -> None:
    session.commit()
    seen: list[datetime] = []
    training = Worker(replace(settings, today="2026-12-14"), (lambda _, now: seen.append(now),), clock=clock)
    training.plan()
    end(training)
    assert seen == [datetime(2026, 12, 14, 8, 0, tzinfo=OFFICE_ZONE)]


# ---------------------------------------------------------------- beside something else


def until(condition: Callable[[], bool]) -> None:
    """Wait for it, as long as a busy machine may need."""
    for _ in range(3000):
        if condition():
            return
        Event().wait(0.01)
    raise AssertionError("it never happened")


def test_beside_the_pages_what_is_written_goes_by_itself(
    settings: Config, write: Write, states: States, post_office: PostOffice
) -> None:
    with worker.beside(settings):
        write("nay")
        until(lambda: states()["nay"] is S.SENT)
    assert len(post_office.letters) == 1


def test_told_to_stop_it_does_not_wait_for_a_deaf_server_and_leaves_nothing_open(
    settings: Config, write: Write, states: States, post_office: PostOffice
) -> None:
    post_office.deaf = True
    write("mot", "hai")
    with worker.beside(settings):
        until(lambda: bool(post_office.letters))
    assert states() == {"mot": S.UNSURE, "hai": S.WAITING}


def test_a_fault_of_the_database_does_not_end_the_work(
    settings: Config, write: Write, states: States, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = iter([RuntimeError("once")])
    whole = Worker.deliver

    def deliver(self: Worker) -> object:
        for fault in faults:
            raise fault
        return whole(self)

    monkeypatch.setattr(Worker, "deliver", deliver)
    monkeypatch.setattr(worker, "WAKE_EVERY", 0.05)
    write("nay")
    with worker.beside(settings):
        until(lambda: states()["nay"] is S.SENT)


def test_an_answer_is_recorded_though_the_database_is_busy_for_a_moment(
    one: Worker, write: Write, states: States, post_office: PostOffice
) -> None:
    write("nay")
    failing = iter([True])

    def busy(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if (
            "sent_at" in statement.split("WHERE")[0]
            and statement.startswith("UPDATE")
            and next(failing, False)
        ):
            raise one._engine.dialect.dbapi.OperationalError("database is locked")  # type: ignore[union-attr]

    event.listen(one._engine, "before_cursor_execute", busy)
    one.deliver()
    assert states() == {"nay": S.SENT}
    assert len(post_office.letters) == 1


# ---------------------------------------------------------------- two at once


def test_two_workers_at_once_send_nothing_twice(
    settings: Config, write: Write, states: States, post_office: PostOffice, clock: Clock, cast: Cast
) -> None:
    write(*(f"m{number}" for number in range(80)))
    workers = [Worker(settings, clock=clock) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(Worker.deliver, workers))
    end(*workers)
    assert set(states().values()) == {S.SENT}
    assert len(post_office.deliveries()) == 80
    assert set(post_office.deliveries().values()) == {1}
    assert sum(each[S.SENT] for each in done) == 80


def test_offices_send_under_their_own_names(
    one: Worker, write: Write, post_office: PostOffice, session: Session, cast: Cast
) -> None:
    write("mot")
    write("hai", agency_id=cast.other_agency.id)
    one.deliver()
    names = [letter["From"].addresses[0].display_name for letter in post_office.read]
    assert names == [session.get_one(Agency, agency.id).name for agency in (cast.agency, cast.other_agency)]
