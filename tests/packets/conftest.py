"""A link of the cast's unit, somebody with a phone, and every address a link opens."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.gate import PACKET_PAGES
from campaign.glossary import UpdateKind
from campaign.people.model import User
from campaign.tasks import actions
from campaign.tasks.model import Evidence, Task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast
from tests.house.addresses import methods_of

SignIn = Callable[[User], FlaskClient]
Look = Callable[[], Session]
Give = Callable[..., Task]
HOME = "/campaigns/ngay-khong-hen/packets"
PDF = b"%PDF-1.7 \xff\x00 b\xc3\xa1o c\xc3\xa1o"


@pytest.fixture
def give(app: Flask, office: Cast) -> Give:
    """Commit a task of Phòng Văn hóa (or of `lead`) in the campaign (or in `campaign_id`), as the drafter."""

    def given(words: str, lead: int = 1, campaign_id: int | None = None, **more: object) -> Task:
        with app.extensions["sessions"]["writing"]() as session:
            campaign = session.get_one(Campaign, campaign_id or office.campaign.id)
            draft = TaskDraft(words, office.units[lead].id, **more)  # type: ignore[arg-type]
            task = actions.create_task(session, campaign, draft, office.drafter)
            session.commit()
        return task

    return given


@pytest.fixture
def drafter(office: Cast, sign_in: SignIn) -> FlaskClient:
    return sign_in(office.drafter)


@pytest.fixture
def phone(app: Flask) -> FlaskClient:
    """Somebody without an account."""
    return app.test_client()


def make(drafter: FlaskClient, unit_id: int, replaced: int | None = None) -> str:
    """The address of a new link, as the office's page shows it."""
    page = drafter.post(f"{HOME}/{unit_id}/make", data={"replaced": replaced or ""})
    assert page.status_code == 200
    found = re.search(r'value="http://localhost(/u/[\w-]{22})"', page.text)
    assert found is not None
    return found[1]


def say(client: FlaskClient, link: str, task: Task, kind: str, **typed: object) -> int:
    typed = {"key": f"{kind}-{task.id}", **typed}
    return client.post(f"{link}/tasks/{task.id}/say/{kind}", data=typed).status_code


@dataclass(frozen=True)
class Address:
    """Whose task and file an address of a packet names."""

    token: str
    task_id: int
    file_id: int


def answers(app: Flask, client: FlaskClient, at: Address, *, of_a_task: bool = False) -> dict[str, int]:
    """What every address of packets answers to each of its methods; only those that name a task when asked."""
    found = {}
    for endpoint in sorted(PACKET_PAGES):
        rule = next(app.url_map.iter_rules(endpoint))
        if of_a_task and "task_id" not in rule.arguments:
            continue
        values = {"token": at.token, "task_id": at.task_id, "file_id": at.file_id}
        for kind in UpdateKind if "kind" in rule.arguments else ["-"]:
            with app.test_request_context():
                known = {**values, "kind": str(kind)}
                address = url_for(endpoint, **{name: known[name] for name in rule.arguments})
            for method in [*methods_of(app, endpoint), "HEAD"]:
                typed = (
                    {"key": f"{method}-{kind}", "text": "x", "until": "1/1/2027"}
                    if method == "POST"
                    else None
                )
                found[f"{method} {address}"] = client.open(address, method=method, data=typed).status_code
    return found


def evidence_on(drafter: FlaskClient, task: Task, look: Look, code: str = "ngay-khong-hen") -> int:
    """The id of a file the office put on that task."""
    typed = {"key": f"file-{task.id}", "text": "x", "files": (BytesIO(PDF), "Mật.pdf")}
    assert drafter.post(f"/campaigns/{code}/tasks/{task.id}/say/comment", data=typed).status_code == 303
    return look().query(Evidence).order_by(Evidence.id.desc()).first().id  # type: ignore[union-attr]


@pytest.fixture
def scene(office: Cast, drafter: FlaskClient, look: Look, give: Give) -> Address:
    """A link, and a task and a file it opens."""
    task = give("Viết tin loa", due_words="trước ngày 20/12/2026")
    file_id = evidence_on(drafter, task, look)
    return Address(make(drafter, office.units[1].id).rpartition("/")[2], task.id, file_id)
