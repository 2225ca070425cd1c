"""Updates of tasks on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from campaign.errors import Missing, Refused
from campaign.glossary import TaskStatus, UpdateKind
from campaign.history.model import Entry
from campaign.tasks.actions import Speaker, add_update, create_task
from campaign.tasks.model import Evidence, Task, TaskUpdate, evidence_of, updates_of
from campaign.tasks.rules import TaskDraft
from campaign.tasks.rules.evidence import EvidenceDraft
from campaign.tasks.rules.reporting import Side, UpdateDraft
from tests.conftest import Cast

K, S = UpdateKind, TaskStatus
MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
LATE_EVENING = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)  # past midnight at the office


class Talk:
    """A task that Phòng Văn hóa leads, and everybody who may speak of it."""

    def __init__(self, session: Session, cast: Cast) -> None:
        draft = TaskDraft("Tham mưu giấy mời", cast.units[1].id, due_on=date(2026, 12, 1))
        self.session = session
        self.task = create_task(session, cast.campaign, draft, cast.drafter)
        self.lead = Speaker(cast.member, Side.LEAD, cast.units[1].id)
        self.office = Speaker(cast.drafter, Side.OFFICE)
        self.leader = Speaker(cast.leader, Side.LEADER)
        self.count = 0

    def say(
        self, kind: UpdateKind, who: Speaker | None = None, at: datetime = MORNING, **more: object
    ) -> TaskUpdate:
        self.count += 1
        draft = UpdateDraft(kind, f"key-{self.count}", "Nội dung")
        return add_update(self.session, self.task, replace(draft, **more), who or self.lead, at)  # type: ignore[arg-type]


@pytest.fixture
def talk(session: Session, cast: Cast) -> Talk:
    return Talk(session, cast)


def test_from_receiving_to_confirmed(talk: Talk) -> None:
    talk.say(K.ACCEPT)
    talk.say(K.PROGRESS, percent=40)
    assert (talk.task.status, talk.task.percent) == (S.DOING, 40)
    talk.say(K.REPORT, at=LATE_EVENING)
    assert (talk.task.status, talk.task.done_on, talk.task.percent) == (S.REPORTED, date(2026, 11, 24), 100)
    talk.say(K.CONFIRM, talk.leader)
    assert (talk.task.status, talk.task.done_on) == (S.DONE, date(2026, 11, 24))
    said = updates_of(talk.session, talk.task.id)
    assert [row.kind for row in said] == [K.ACCEPT, K.PROGRESS, K.REPORT, K.CONFIRM]
    assert [row.status for row in said] == [S.ACCEPTED, S.DOING, S.REPORTED, S.DONE]


def test_returned_work_is_no_longer_done(talk: Talk) -> None:
    talk.say(K.REPORT)
    talk.say(K.RETURN, talk.office)
    assert (talk.task.status, talk.task.done_on) == (S.DOING, None)


def test_a_granted_extension_moves_the_deadline_and_the_calendar(talk: Talk) -> None:
    sequence = talk.task.sequence
    talk.say(K.ASK, until=date(2026, 12, 8))
    assert talk.task.deadline == date(2026, 12, 1)
    granted = talk.say(K.GRANT, talk.leader)
    assert granted.until == date(2026, 12, 8)
    assert (talk.task.due_on, talk.task.deadline, talk.task.asked_until) == (
        date(2026, 12, 8),
        date(2026, 12, 8),
        None,
    )
    assert talk.task.sequence == sequence + 1


def test_another_day_may_be_granted_than_asked(talk: Talk) -> None:
    talk.say(K.ASK, until=date(2026, 12, 8))
    talk.say(K.GRANT, talk.office, until=date(2026, 12, 4))
    assert talk.task.due_on == date(2026, 12, 4)


def test_a_refused_extension_leaves_the_deadline(talk: Talk) -> None:
    talk.say(K.ASK, until=date(2026, 12, 8))
    talk.say(K.REFUSE, talk.office)
    assert (talk.task.due_on, talk.task.asked_until) == (date(2026, 12, 1), None)


def test_the_office_speaks_for_a_unit_and_it_shows(talk: Talk, cast: Cast) -> None:
    said = talk.say(K.PROGRESS, talk.office)
    assert (said.by, said.unit_id, said.on_behalf) == (cast.drafter.full_name, cast.units[1].id, True)
    own = talk.say(K.COMMENT, talk.office)
    assert (own.unit_id, own.on_behalf) == (None, False)


def test_the_same_form_sent_twice_says_it_once(talk: Talk) -> None:
    draft = UpdateDraft(K.COMMENT, "one-form", "Đã nhận đủ tài liệu")
    first = add_update(talk.session, talk.task, draft, talk.lead, MORNING)
    assert add_update(talk.session, talk.task, draft, talk.lead, MORNING) is first
    assert len(updates_of(talk.session, talk.task.id)) == 1


def test_a_form_of_another_task_is_refused(talk: Talk, cast: Cast) -> None:
    draft = UpdateDraft(K.COMMENT, "one-form", "Đã nhận đủ tài liệu")
    add_update(talk.session, talk.task, draft, talk.lead, MORNING)
    other = create_task(
        talk.session, cast.campaign, TaskDraft("Treo băng rôn", cast.units[1].id), cast.drafter
    )
    with pytest.raises(Missing):
        add_update(talk.session, other, draft, talk.lead, MORNING)


def test_files_are_kept_byte_for_byte_and_listed_without_their_bytes(talk: Talk) -> None:
    data = b"%PDF-1.7\x00\xff"
    said = talk.say(K.REPORT, files=[EvidenceDraft("../../Biên bản nghiệm thu.pdf", data)])
    talk.session.expire_all()
    (file,) = evidence_of(talk.session, talk.task.id)[said.id]
    assert "/" not in file.name
    assert file.name.endswith("Biên bản nghiệm thu.pdf")
    assert (file.size, talk.session.scalar(select(Evidence.data))) == (len(data), data)


def test_a_refused_update_leaves_nothing(talk: Talk) -> None:
    entries = len(talk.session.scalars(select(Entry)).all())
    with pytest.raises(Refused, match="chưa tiếp nhận"):
        talk.say(K.CONFIRM, talk.leader)
    assert (talk.task.status, updates_of(talk.session, talk.task.id)) == (S.OPEN, [])
    assert len(talk.session.scalars(select(Entry)).all()) == entries


@pytest.mark.parametrize("table", [TaskUpdate, Evidence])
@pytest.mark.parametrize("statement", [delete, update])
def test_nothing_said_can_be_unsaid(talk: Talk, table: type, statement: type) -> None:
    talk.say(K.PROGRESS, files=[EvidenceDraft("Ảnh.png", b"\x89PNG\r\n\x1a\n")])
    talk.session.commit()
    change = statement(table)
    if statement is update:
        change = change.values(id=table.id + 1)  # type: ignore[attr-defined]
    with pytest.raises(DBAPIError, match="append-only"):
        talk.session.execute(change)
    talk.session.rollback()


def test_a_paused_task_keeps_no_open_question(talk: Talk) -> None:
    talk.say(K.ASK, until=date(2026, 12, 8))
    talk.say(K.PAUSE, talk.leader)
    assert (talk.task.status, talk.task.asked_until) == (S.PAUSED, None)
    talk.say(K.RESUME, talk.office)
    assert talk.session.get_one(Task, talk.task.id).status is S.DOING
