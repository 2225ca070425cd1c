"""The day's reminders in the outbox, on both databases."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.gate import OFFICE_ZONE
from campaign.glossary import CampaignStatus, MessageState, TaskStatus, UpdateKind
from campaign.mailing.model import Message
from campaign.reminders.actions import remind
from campaign.rescheduling.actions import move_ceremony
from campaign.rescheduling.rules import MoveDraft
from campaign.tasks.actions import Speaker, add_update, create_task
from campaign.tasks.model import Task
from campaign.tasks.rules import TaskDraft
from campaign.tasks.rules.reporting import Side, UpdateDraft
from tests.conftest import Cast
from tests.saying import bring_to

TUESDAY = date(2026, 12, 1)
Give = Callable[..., Task]


def at(hour: int, day: date = TUESDAY, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=OFFICE_ZONE)


@pytest.fixture
def give(session: Session, cast: Cast) -> Give:
    """A task of Phòng Văn hóa given long ago, due so many days after Tuesday."""

    def given(text: str, days: int | None = None, lead: int = 1) -> Task:
        due = None if days is None else TUESDAY + timedelta(days=days)
        return create_task(
            session, cast.campaign, TaskDraft(text, cast.units[lead].id, due_on=due), cast.drafter
        )

    cast.units[1].email = "vhxh@binh-an.example"
    session.flush()
    return given


def letters(session: Session) -> list[Message]:
    return list(session.scalars(select(Message).order_by(Message.id)))


def test_a_unit_gets_one_digest_a_day_at_its_hour(session: Session, cast: Cast, give: Give) -> None:
    give("Treo băng rôn", -1)
    give("Viết tin loa", 3)
    remind(session, at(6, minute=59))
    assert letters(session) == []
    for moment in (at(7), at(7, minute=1), at(15)):
        remind(session, moment)
    [message] = letters(session)
    assert (message.to_address, message.state) == ("vhxh@binh-an.example", MessageState.WAITING)
    assert "Treo băng rôn" in message.body
    assert "Viết tin loa" in message.body
    remind(session, at(7, date(2026, 12, 2)))
    assert len(letters(session)) == 1  # two days late, two days ahead: nothing to say


def test_another_hour_is_kept(session: Session, cast: Cast, give: Give) -> None:
    cast.units[1].digest_hour = 14
    give("Treo băng rôn", -1)
    remind(session, at(13))
    assert letters(session) == []
    remind(session, at(14))
    assert len(letters(session)) == 1


def test_nobody_is_reminded_on_a_day_off(session: Session, cast: Cast, give: Give) -> None:
    give("Treo băng rôn", 5)
    remind(session, at(9, date(2026, 12, 5)))
    assert letters(session) == []


def test_a_unit_without_mailbox_reaches_its_members(session: Session, cast: Cast, give: Give) -> None:
    cast.units[1].email = None
    give("Treo băng rôn", 0)
    remind(session, at(7))
    assert [message.to_address for message in letters(session)] == [cast.member.email]


def test_finished_work_and_closed_campaigns_are_left_in_peace(
    session: Session, cast: Cast, give: Give
) -> None:
    task = give("Treo băng rôn", -1)
    bring_to(session, task, TaskStatus.REPORTED, TUESDAY, cast.drafter)
    remind(session, at(7))
    give("Viết tin loa", -1)
    cast.campaign.status = CampaignStatus.DONE
    session.flush()
    remind(session, at(8))
    assert letters(session) == []


def test_a_moved_ceremony_moves_the_reminder(session: Session, cast: Cast, give: Give) -> None:
    give("Tổng duyệt", 3)  # Friday 4/12
    new = datetime(2026, 12, 21, 7, 30)  # noqa: DTZ001 - office time, a week later
    move_ceremony(session, cast.ceremony, MoveDraft(new), cast.ceremony.version, TUESDAY, cast.drafter)
    remind(session, at(7))
    assert letters(session) == []
    remind(session, at(7, date(2026, 12, 8)))
    [message] = letters(session)
    assert "thứ Sáu, 11/12/2026" in message.body


def test_the_leader_hears_after_three_reminders(session: Session, cast: Cast, give: Give) -> None:
    give("Treo băng rôn", -8)
    remind(session, at(7))
    [message] = letters(session)
    assert message.to_address == cast.leader.email
    assert "quá 8 ngày" in message.body
    remind(session, at(9))
    assert len(letters(session)) == 1


def test_a_coordinating_unit_is_told_what_the_lead_did(session: Session, cast: Cast) -> None:
    lead, helper = cast.units[0], cast.units[1]
    helper.email = "vhxh@binh-an.example"
    draft = TaskDraft("Treo băng rôn", lead.id, [helper.id], due_on=TUESDAY + timedelta(days=20))
    task = create_task(session, cast.campaign, draft, cast.drafter)
    bring_to(session, task, TaskStatus.REPORTED, date(2026, 11, 30), cast.drafter)
    remind(session, at(7))
    [message] = [each for each in letters(session) if each.to_address == helper.email]
    assert message.subject.endswith("1 việc phối hợp có tin mới")
    assert f"{lead.name}: báo cáo hoàn thành: “Nội dung”" in message.body
    remind(session, at(7, date(2026, 12, 2)))
    assert len([each for each in letters(session) if each.to_address == helper.email]) == 1


def test_what_a_late_digest_told_is_not_told_again_the_next_morning(
    session: Session, cast: Cast, give: Give
) -> None:
    task = give("Viết tin loa", 20)
    say = UpdateDraft(UpdateKind.PAUSE, "k", "Chờ kinh phí")
    add_update(session, task, say, Speaker(cast.drafter, Side.OFFICE), at(10))
    remind(session, at(11))
    [message] = letters(session)
    assert "1 việc có thay đổi" in message.subject
    message.created_at = at(11)
    session.flush()
    remind(session, at(7, date(2026, 12, 2)))
    assert len(letters(session)) == 1
