"""Mail beside the pages: `campaign serve` sends by itself, `campaign worker` alone, and both say what is missing."""

import signal
import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from campaign import config
from campaign.db import open_engine, session_factory
from campaign.errors import Unavailable
from campaign.glossary import Level, MessageState
from campaign.mailing.actions import enqueue
from campaign.mailing.model import Message
from campaign.mailing.rules import MessageDraft
from campaign.people.model import Agency
from tests.cli.conftest import PATIENCE, Program, told
from tests.mailing.post_office import PostOffice, open_post_office


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    with open_post_office() as office:
        yield office


@pytest.fixture
def posting(program: Program, post_office: PostOffice) -> Program:
    """The program with a mail server and one message that is due."""
    program.settings |= {
        "CAMPAIGN_SMTP_HOST": "127.0.0.1", "CAMPAIGN_SMTP_PORT": str(post_office.port), "CAMPAIGN_SMTP_SECURITY": "none",
        "CAMPAIGN_MAIL_FROM": "guithu@binh-an.example",
    }  # fmt: skip
    assert program.run("init").returncode == 0
    engine = open_engine(f"sqlite:///{program.database}")
    with session_factory(engine, writing=True)() as session:
        agency = Agency(
            code="binh-an", name="Ủy ban nhân dân xã Bình An", short_name="UBND xã", level=Level.COMMUNE,
            header_lines="ỦY BAN NHÂN DÂN", symbol="UBND", place_name="Bình An",
        )  # fmt: skip
        session.add(agency)
        session.flush()
        draft = MessageDraft(
            agency.id, "một", "Phòng Văn hóa", "vh@binh-an.example", "Nhắc việc", "…", urgent=True
        )
        assert enqueue(session, draft)
        session.commit()
    engine.dispose()
    return program


def state(program: Program) -> MessageState | None:
    engine = open_engine(f"sqlite:///{program.database}")
    with session_factory(engine, writing=False)() as session:
        found = session.scalar(select(Message.state))
    engine.dispose()
    return found


def wait_for(post_office: PostOffice) -> None:
    for _ in range(PATIENCE * 100):
        if post_office.letters:
            return
        threading.Event().wait(0.01)
    raise AssertionError("no letter came")


def test_once_sends_what_is_due_and_ends(posting: Program, post_office: PostOffice) -> None:
    done = posting.run("worker", "--once")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Đã gửi 1 thư" in done.stdout
    assert "Đã gửi 0 thư" in posting.run("worker", "--once").stdout
    assert len(post_office.letters) == 1


def test_the_server_sends_by_itself(posting: Program, post_office: PostOffice) -> None:
    process = posting.start("serve")
    wait_for(post_office)
    assert posting.stop(process, signal.SIGTERM) == 0
    assert state(posting) is MessageState.SENT


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_beside_a_server_without_one_sends_and_ends_cleanly(
    posting: Program, post_office: PostOffice, how: int
) -> None:
    server = posting.start("serve", CAMPAIGN_WORKER="no")
    worker = posting.begin("worker", until="127.0.0.1")
    wait_for(post_office)
    assert posting.stop(worker, how) == 0
    assert posting.stop(server) == 0
    assert state(posting) is MessageState.SENT
    assert post_office.lines == 1


def test_without_a_mail_server_the_worker_says_that_messages_wait(posting: Program) -> None:
    done = posting.run("worker", "--once", CAMPAIGN_SMTP_HOST="")
    assert done.returncode == 0
    assert "CAMPAIGN_SMTP_HOST" in done.stdout
    assert state(posting) is MessageState.WAITING


def test_a_mail_server_that_is_gone_is_told(posting: Program) -> None:
    assert "127.0.0.1:1" in told(posting.run("worker", "--once", CAMPAIGN_SMTP_PORT="1"))
    assert state(posting) is MessageState.WAITING


def test_a_server_without_an_address_to_send_from_is_refused_before_it_opens(posting: Program) -> None:
    assert "CAMPAIGN_MAIL_FROM" in told(posting.run("serve", CAMPAIGN_MAIL_FROM="văn phòng"))


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("CAMPAIGN_SMTP_PORT", "smtp"),
        ("CAMPAIGN_SMTP_PORT", "70000"),
        ("CAMPAIGN_SMTP_SECURITY", "tls"),
        ("CAMPAIGN_WORKER", "perhaps"),
    ],
)
def test_an_odd_setting_is_named(setting: str, value: str) -> None:
    with pytest.raises(Unavailable, match=setting):
        config.read({setting: value})


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("ssl", 465), ("none", 25), ("SSL", 465)])
def test_each_kind_of_security_has_its_usual_port(security: str, port: int) -> None:
    read = config.read({"CAMPAIGN_SMTP_SECURITY": security})
    assert (read.smtp_port, read.smtp_security) == (port, security.lower())
    assert config.read({"CAMPAIGN_SMTP_SECURITY": security, "CAMPAIGN_SMTP_PORT": "2525"}).smtp_port == 2525
