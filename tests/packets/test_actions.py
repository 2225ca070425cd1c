"""Making links and taking them back, on both databases."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from campaign.db import utc_now
from campaign.errors import Conflict, Refused
from campaign.history.model import of_campaign as history_of
from campaign.packets import actions, rules
from campaign.packets.model import Packet, by_hash, in_force, latest, task_of, tasks_of
from campaign.people.actions import delete_unit
from campaign.tasks.actions import create_task, delete_task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast

TODAY = date(2026, 11, 23)
Make = Callable[..., tuple[Packet, str]]


@pytest.fixture
def make(session: Session, cast: Cast) -> Make:
    """Make a link of Phòng Văn hóa, which has a task; in the place of `replaced`."""
    create_task(session, cast.campaign, TaskDraft("Viết tin loa", cast.units[1].id), cast.drafter)

    def made(replaced: Packet | None = None) -> tuple[Packet, str]:
        before = replaced.id if replaced else None
        return actions.make_packet(session, cast.campaign, cast.units[1], before, cast.drafter, TODAY)

    return made


def test_a_link_opens_its_unit_and_campaign(session: Session, cast: Cast, make: Make) -> None:
    row, token = make()
    opened = by_hash(session, rules.hash_of(token))
    assert opened is not None
    assert (opened.packet, opened.unit, opened.campaign) == (row, cast.units[1], cast.campaign)
    assert (opened.agency, row.expires_on, row.made_by) == (cast.agency, date(2027, 1, 13), cast.drafter.id)
    assert len(token) == 22
    assert by_hash(session, token) is None


def test_tokens_differ(make: Make, session: Session) -> None:
    row, first = make()
    assert first != make(row)[1]


def test_the_token_is_nowhere_in_the_database(session: Session, make: Make) -> None:
    row, token = make()
    session.flush()
    entries = [str(entry.changes) for entry in history_of(session, row.campaign_id, limit=50)]
    assert token not in str([row.token_hash, entries])
    assert row.token_hash not in str(entries)
    assert session.scalar(select(Packet.id).where(Packet.token_hash == token)) is None


def test_a_new_link_takes_the_place_of_the_old(session: Session, cast: Cast, make: Make) -> None:
    old, _ = make()
    new, _ = make(old)
    assert old.revoked_at is not None
    assert in_force(session, cast.campaign.id, cast.units[1].id) is new
    assert latest(session, cast.campaign.id) == {cast.units[1].id: new}


def test_two_who_make_a_link_at_once_do_not_undo_each_other(session: Session, make: Make) -> None:
    first, _ = make()
    with pytest.raises(Conflict):
        make()
    new, _ = make(first)
    with pytest.raises(Conflict):
        make(first)
    assert new.revoked_at is None


def test_the_database_itself_keeps_one_link_in_force(session: Session, cast: Cast, make: Make) -> None:
    row, _ = make()
    session.add(
        Packet(
            campaign_id=row.campaign_id, unit_id=row.unit_id, token_hash="x", made_by=cast.drafter.id, expires_on=TODAY
        )
    )  # fmt: skip
    with pytest.raises(IntegrityError):
        session.flush()


def test_a_unit_without_tasks_gets_no_link(session: Session, cast: Cast, make: Make) -> None:
    with pytest.raises(Refused, match="chưa có nhiệm vụ"):
        actions.make_packet(session, cast.campaign, cast.units[2], None, cast.drafter, TODAY)


def test_taking_back_asks_for_the_version_and_is_told(session: Session, cast: Cast, make: Make) -> None:
    row, _ = make()
    with pytest.raises(Conflict):
        actions.revoke_packet(session, row, row.version + 1, cast.drafter)
    actions.revoke_packet(session, row, row.version, cast.drafter)
    assert row.revoked_at is not None
    told = [(entry.verb, entry.title) for entry in history_of(session, cast.campaign.id, limit=2)]
    assert told == [("revoke", "Phòng Văn hóa - Xã hội"), ("create", "Phòng Văn hóa - Xã hội")]


def test_using_a_link_does_not_age_the_offices_buttons(session: Session, cast: Cast, make: Make) -> None:
    row, _ = make()
    version, at = row.version, datetime(2026, 11, 23, 8, tzinfo=timezone(timedelta(hours=7)))
    actions.note_use(session, row.id, at)
    session.refresh(row)
    assert (row.last_used_at, row.version) == (at, version)
    actions.revoke_packet(session, row, version, cast.drafter)


def test_a_campaign_put_away_opens_for_nobody(session: Session, cast: Cast, make: Make) -> None:
    _, token = make()
    cast.campaign.deleted_at = utc_now()
    session.flush()
    assert by_hash(session, rules.hash_of(token)) is None


def test_a_unit_sees_what_it_leads_and_what_it_helps_with_by_day(session: Session, cast: Cast) -> None:
    own, other = cast.units[1].id, cast.units[0].id

    def give(words: str, lead: int, **more: object) -> int:
        draft = TaskDraft(words, lead, **more)  # type: ignore[arg-type]
        return create_task(session, cast.campaign, draft, cast.drafter).id

    late = give("Sau", own, due_on=date(2026, 12, 9))
    undated = give("Không hạn", own)
    helped = give("Phối hợp", other, coordinating=[own], due_on=date(2026, 12, 1))
    foreign = give("Của nơi khác", other)
    gone = create_task(session, cast.campaign, TaskDraft("Đã xóa", own), cast.drafter)
    delete_task(session, gone, gone.version, cast.drafter)
    assert [task.id for task in tasks_of(session, cast.campaign.id, own)] == [helped, late, undated]
    found = [task_of(session, cast.campaign.id, own, id_) for id_ in (late, helped, foreign, gone.id, 0)]
    assert [task.id if task else None for task in found] == [late, helped, None, None, None]


def test_a_link_does_not_hold_a_unit_that_is_removed(session: Session, cast: Cast, make: Make) -> None:
    row, _ = make()
    cast.member.unit_id = None
    session.execute(text("DELETE FROM task"))
    delete_unit(session, cast.units[1], cast.units[1].version, cast.drafter)
    assert session.scalar(select(Packet.id).where(Packet.id == row.id)) is None
