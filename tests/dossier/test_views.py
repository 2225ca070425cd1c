"""The export button: one zip for those who may, a sentence when there is nothing or a template is broken."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.delegates.actions import create_delegate, create_group
from campaign.delegates.rules import DelegateDraft, GroupDraft
from campaign.people.model import User
from campaign.tasks.actions import create_task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast

ADDRESS = "/campaigns/ngay-khong-hen/dossier"
SignIn = Callable[[User], FlaskClient]


@pytest.mark.parametrize("who", ["admin", "drafter", "leader", "clerk"])
def test_the_dossier_is_one_zip_with_vietnamese_names(office: Cast, sign_in: SignIn, who: str) -> None:
    answer = sign_in(getattr(office, who)).get(ADDRESS, buffered=True)
    assert answer.status_code == 200
    assert answer.mimetype == "application/zip"
    assert "H%E1%BB%93%20s%C6%A1%20ngay-khong-hen.zip" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(BytesIO(answer.data)) as package:
        assert package.testzip() is None
        assert package.namelist() == ["4 Lịch/01 Lịch buổi lễ ngay-khong-hen.ics"]


@pytest.mark.parametrize("who", ["member", "reception"])
def test_those_who_may_not_read_papers_are_refused(office: Cast, sign_in: SignIn, who: str) -> None:
    assert sign_in(getattr(office, who)).get(ADDRESS).status_code == 403


def test_a_stranger_learns_nothing(office: Cast, sign_in: SignIn) -> None:
    assert sign_in(office.stranger).get(ADDRESS).status_code == 404


def test_an_empty_campaign_says_so(office: Cast, sign_in: SignIn, look: Callable[[], Session]) -> None:
    session = look()
    session.delete(session.merge(office.ceremony))
    session.commit()
    client = sign_in(office.drafter)
    answer = client.get(ADDRESS)
    assert answer.status_code == 303
    assert answer.location == "/campaigns/ngay-khong-hen"
    assert "chưa có văn bản hay lịch nào" in client.get(answer.location).text


def test_queries_do_not_grow_with_tasks_and_delegates(
    office: Cast, sign_in: SignIn, queries: list[str], look: Callable[[], Session]
) -> None:
    client = sign_in(office.drafter)
    counts = []
    for number in (1, 2):
        with look() as session:
            campaign = session.get_one(Campaign, office.campaign.id)
            group = create_group(session, campaign, GroupDraft(f"Khối {number}"), office.drafter)
            for place in range(number):
                create_delegate(
                    session, campaign, DelegateDraft(group.id, f"Đại biểu {number}.{place}"), office.drafter
                )
                create_task(
                    session, campaign, TaskDraft(f"Việc {number}.{place}", office.units[0].id), office.drafter
                )
            session.commit()
        queries.clear()
        assert client.get(ADDRESS, buffered=True).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 40
