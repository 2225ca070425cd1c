"""The mail door: sends what is due in the outbox and runs what is planned by the clock, beside the pages or alone."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread
from time import monotonic
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from campaign import phrases
from campaign.cli.desk import today
from campaign.config import Config
from campaign.db import open_engine, session_factory, utc_now
from campaign.errors import Unavailable
from campaign.files import mail
from campaign.files.mail import Answer, Letter, Line, Mailbox, Outcome, Server
from campaign.glossary import MessageState
from campaign.mailing import actions
from campaign.mailing.model import Message, is_anything_due
from campaign.mailing.rules import OFFICE_ZONE, text_of
from campaign.people.model import Agency
from campaign.reminders.actions import remind

# Writes what the clock asks for (a day's digest); called every minute with a writing session and the office's moment,
# committed after it. It must add nothing twice: `enqueue` with a key that names the day sees to that.
Planner = Callable[[Session, datetime], None]
PLANNERS: tuple[Planner, ...] = (remind,)

WAKE_EVERY = 3.0  # seconds between looks at the outbox
PLAN_EVERY = 60.0
HOLD = timedelta(minutes=1)  # how long messages wait when no server is there
GRACE = 0.5  # seconds for the answer to the letter just handed over, when told to stop

_logger = logging.getLogger(__name__)


class Worker:
    """Sends and plans until told to stop. Two of them at once, in one program or two, send nothing twice."""

    def __init__(
        self,
        settings: Config,
        planners: Sequence[Planner] = PLANNERS,
        *,
        server: Server | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """`server` stands in for the one of the settings; Unavailable when the settings do not fit."""
        self._server = server or server_of(settings)
        self._sender = settings.mail_from or settings.smtp_user
        self._public_url = settings.public_url
        self._fixed_day = today(settings) if settings.today else None
        self._planners = planners
        self._clock = clock
        self._engine = _durable(open_engine(settings.database_url))
        self._reading = session_factory(self._engine, writing=False)
        self._writing = session_factory(self._engine, writing=True)
        self._stop = Event()
        self._line: Line | None = None
        self._told = ""

    def run(self) -> None:
        """Work until `stop`; what goes wrong is logged, and tried again."""
        plan_at = monotonic()
        while not self._stop.is_set():
            try:
                if monotonic() >= plan_at:
                    plan_at = monotonic() + PLAN_EVERY
                    self.plan()
                self.deliver()
            except Unavailable as fault:
                self._tell(str(fault))
            except Exception as error:  # nobody would see that a thread has died
                self._tell(f"{type(error).__name__}: {error}", error)
            self._stop.wait(WAKE_EVERY)
        self._engine.dispose()

    def plan(self) -> None:
        """Run every planner in a transaction of its own; one that fails does not stop the others."""
        now = self._clock().astimezone(OFFICE_ZONE)
        if self._fixed_day:
            now = datetime.combine(self._fixed_day, now.timetz())
        for planner in self._planners:
            try:
                with self._writing() as session:
                    planner(session, now)
                    session.commit()
            except Exception as error:
                self._tell(f"{getattr(planner, '__name__', planner)}: {error}", error)

    def deliver(self) -> Counter[MessageState]:
        """Send everything due; how many messages ended in each state. Without a server of the settings nothing is sent.

        Unavailable when the server is not to be had: what is due then waits and says so.
        """
        done: Counter[MessageState] = Counter()
        with self._writing() as session:
            actions.sweep(session, self._clock())
            session.commit()
        while self._server and not self._stop.is_set() and self._is_anything_due():
            try:
                with mail.connected(self._server) as self._line:
                    self._send_all(self._line, done)
            except Unavailable as fault:
                self._postpone(str(fault))
                raise
            finally:
                self._line = None
        return done

    def stop(self) -> None:
        """Let `run` end after the message under way."""
        self._stop.set()

    def cut(self) -> None:
        """Do not wait for the server any longer; the message under way is recorded as what it then is."""
        line = self._line
        if line is not None:
            line.cut()

    def _send_all(self, line: Line, done: Counter[MessageState]) -> None:
        self._told = ""
        while line.is_open and not self._stop.is_set():
            claimed = self._claim()
            if claimed is None:
                return
            message, letter = claimed
            answer = line.send(letter)
            state = self._record(message, answer)
            if state is not None:
                done[state] += 1
            if answer.outcome is Outcome.HELD:
                raise Unavailable(answer.said)

    def _is_anything_due(self) -> bool:
        with self._reading() as session:
            return is_anything_due(session, self._clock())

    def _claim(self) -> tuple[Message, Letter] | None:
        with self._writing() as session:
            message = actions.claim(session, self._clock())
            if message is None:
                return None
            agency = session.get_one(Agency, message.agency_id)
            session.commit()
        return message, self._letter(message, agency)

    def _letter(self, message: Message, agency: Agency) -> Letter:
        answers_to = agency.organizer_email
        return Letter(
            uid=message.uid,
            written_at=self._clock().astimezone(OFFICE_ZONE),
            sender=Mailbox(agency.name, self._sender),
            to=Mailbox(message.to_name, message.to_address),
            subject=message.subject,
            body=text_of(message.body, self._public_url),
            reply_to=Mailbox(agency.name, answers_to) if answers_to and mail.is_mailbox(answers_to) else None,
        )

    def _record(self, message: Message, answer: Answer) -> MessageState | None:
        """Write the answer down, however long the database is busy: what was sent must not look unsent."""
        while True:
            try:
                with self._writing() as session:
                    state = actions.record(session, message, answer, self._clock())
                    session.commit()
                    return state
            except OperationalError as error:
                self._tell(str(error), error)
                if self._stop.wait(1):
                    raise

    def _postpone(self, sentence: str) -> None:
        with self._writing() as session:
            now = self._clock()
            actions.postpone(session, now, now + HOLD, sentence)
            session.commit()

    def _tell(self, sentence: str, error: Exception | None = None) -> None:
        """Log a sentence once, not at every try."""
        if sentence != self._told:
            _logger.warning(sentence, exc_info=error)
        self._told = sentence


@contextmanager
def beside(settings: Config) -> Iterator[None]:
    """A worker in a thread while something else runs; it has stopped within a second of the end."""
    worker = Worker(settings)
    # A daemon, because connecting cannot be interrupted; no message is claimed before there is a connection.
    thread = Thread(target=worker.run, name="campaign-worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        worker.stop()
        thread.join(GRACE)
        worker.cut()
        thread.join(GRACE)


def server_of(settings: Config) -> Server | None:
    """The mail server of the settings, None when there is none; Unavailable when there is no address to send from."""
    if not settings.smtp_host:
        return None
    sender = settings.mail_from or settings.smtp_user
    if not mail.is_mailbox(sender):
        raise Unavailable(phrases.BAD_MAIL_FROM.format(text=sender))
    return Server(
        host=settings.smtp_host, port=settings.smtp_port, security=settings.smtp_security,
        user=settings.smtp_user, password=settings.smtp_password,
    )  # fmt: skip


def _durable(engine: Engine) -> Engine:
    """Every commit outlives a power cut: on SQLite the pages' own setting may lose the last ones, and a claim with them."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _write_through)
    return engine


def _write_through(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous = FULL")
