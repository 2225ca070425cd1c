"""An outbox with a worker and a mail server."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from campaign.config import Config
from campaign.db import session_factory
from campaign.glossary import MessageState
from campaign.mailing import actions
from campaign.mailing.model import Message
from campaign.mailing.rules import OFFICE_ZONE, MessageDraft
from tests.conftest import Cast
from tests.mailing.post_office import PostOffice, open_post_office

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=OFFICE_ZONE)

LONG_AGO = MORNING.replace(year=2024)  # due by any clock


@pytest.fixture
def post_office() -> Iterator[PostOffice]:
    with open_post_office() as office:
        yield office


@pytest.fixture
def settings(engine: Engine, tmp_path: Path, post_office: PostOffice) -> Config:
    """Settings that name the database of the test and the mail server."""
    return Config(
        home=tmp_path, database_url=engine.url.render_as_string(hide_password=False), secret_key="test",
        host="127.0.0.1", port=8000, https=False, today="", smtp_host="127.0.0.1", smtp_port=post_office.port,
        smtp_security="none", mail_from="guithu@binh-an.example",
    )  # fmt: skip


@pytest.fixture
def write(session: Session, cast: Cast) -> Callable[..., None]:
    """Put messages with these keys into the outbox, committed; they go at any hour."""

    def written(*keys: str, **more: object) -> None:
        for key in keys:
            values = {
                "agency_id": cast.agency.id, "key": key, "to_name": "Phòng VH-XH", "to_address": f"{key}@binh-an.example",
                "subject": f"Nhắc việc {key}", "body": "Còn 3 ngày.", "urgent": True, "send_after": LONG_AGO,
            }  # fmt: skip
            assert actions.enqueue(session, MessageDraft(**{**values, **more}))  # type: ignore[arg-type]
        session.commit()

    return written


@pytest.fixture
def states(engine: Engine, cast: Cast) -> Callable[[], dict[str, MessageState]]:
    """The state of each message by its key, as committed."""

    def read() -> dict[str, MessageState]:
        with session_factory(engine, writing=False)() as session:
            return dict(session.execute(select(Message.key, Message.state)).all())

    return read
