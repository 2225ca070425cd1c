"""Calendar files to download."""

from collections.abc import Callable
from datetime import date
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from campaign.people.model import User
from campaign.tasks import actions as tasks
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast

SignIn = Callable[[User], FlaskClient]
HOME = "/campaigns/ngay-khong-hen/calendar"
NAMES = ("ceremony", "programme", "tasks", "service-days")


@pytest.mark.parametrize("name", NAMES)
def test_every_calendar_downloads_even_when_empty(office: Cast, sign_in: SignIn, name: str) -> None:
    answer = sign_in(office.drafter).get(f"{HOME}/{name}.ics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.data.endswith(b"END:VCALENDAR\r\n")


def test_the_file_has_a_vietnamese_name(office: Cast, sign_in: SignIn) -> None:
    answer = sign_in(office.drafter).get(f"{HOME}/ceremony.ics")
    named = answer.headers["Content-Disposition"]
    assert named.startswith("attachment")
    assert f"filename*=UTF-8''{quote('Lịch buổi lễ ngay-khong-hen.ics')}" in named


def test_a_member_gets_the_own_units_tasks(
    office: Cast, sign_in: SignIn, look: Callable[[], Session]
) -> None:
    session = look()
    for number, unit in enumerate(office.units):
        draft = TaskDraft(f"Việc {number}", unit.id, due_on=date(2026, 12, 1))
        tasks.create_task(session, office.campaign, draft, office.drafter)
    session.commit()
    own = sign_in(office.member).get(f"{HOME}/tasks.ics").text
    assert "Việc 1" in own
    assert "Việc 0" not in own
    assert sign_in(office.leader).get(f"{HOME}/tasks.ics").text.count("BEGIN:VEVENT") == 3


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_finds_no_calendar(office: Cast, sign_in: SignIn, name: str) -> None:
    assert sign_in(office.stranger).get(f"{HOME}/{name}.ics").status_code == 404


def test_reception_may_not_see_tasks(office: Cast, sign_in: SignIn) -> None:
    assert sign_in(office.reception).get(f"{HOME}/ceremony.ics").status_code == 200
    assert sign_in(office.reception).get(f"{HOME}/tasks.ics").status_code == 403


def test_the_card_names_what_there_is_to_download(office: Cast, sign_in: SignIn) -> None:
    page = sign_in(office.drafter).get("/campaigns/ngay-khong-hen/ceremonies").text
    assert f"{HOME}/ceremony.ics" in page
    assert f"{HOME}/programme.ics" not in page
