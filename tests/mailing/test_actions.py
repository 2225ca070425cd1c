"""The outbox on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from campaign.db import session_factory, utc_now
from campaign.errors import Conflict, Refused
from campaign.files.mail import Answer, Outcome
from campaign.glossary import MessageState
from campaign.history.model import Entry
from campaign.mailing import actions
from campaign.mailing.model import Message
from campaign.mailing.rules import LOST_AFTER, OFFICE_ZONE, WAITS, MessageDraft
from tests.conftest import Cast

S = MessageState
MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=OFFICE_ZONE)
NIGHT = MORNING.replace(hour=23)
SENT, LATER, REFUSED, UNSURE, HELD = (
    Answer(outcome, "" if outcome is Outcome.SENT else "máy chủ nói vậy")
    for outcome in (Outcome.SENT, Outcome.LATER, Outcome.REFUSED, Outcome.UNSURE, Outcome.HELD)
)


def draft(cast: Cast, key: str = "việc 1", **more: object) -> MessageDraft:
    values = {
        "agency_id": cast.agency.id, "key": key, "to_name": "Phòng VH-XH", "to_address": "vhxh@binh-an.example",
        "subject": "Nhắc việc", "body": "Còn 3 ngày.", "campaign_id": cast.campaign.id, "send_after": MORNING,
    }  # fmt: skip
    return MessageDraft(**{**values, **more})  # type: ignore[arg-type]


def add(session: Session, cast: Cast, key: str = "việc 1", **more: object) -> Message:
    message = actions.enqueue(session, draft(cast, key, **more))
    assert message is not None
    return message


def claimed(session: Session, now: datetime = MORNING) -> Message:
    message = actions.claim(session, now)
    assert message is not None
    return message


def all_of(session: Session) -> list[Message]:
    return list(
        session.scalars(select(Message).order_by(Message.id).execution_options(populate_existing=True))
    )


# ---------------------------------------------------------------- writing


def test_a_second_click_adds_nothing(session: Session, cast: Cast) -> None:
    first = add(session, cast)
    assert actions.enqueue(session, draft(cast, subject="Lần hai")) is None
    assert [(message.id, message.subject) for message in all_of(session)] == [(first.id, "Nhắc việc")]


def test_two_clicks_in_one_moment_add_one(engine: Engine, session: Session, cast: Cast) -> None:
    session.commit()
    wanted = draft(cast)
    both = Barrier(2)

    def click(_: int) -> bool:
        with session_factory(engine, writing=True)() as own:
            both.wait(10)
            added = actions.enqueue(own, wanted)
            own.commit()
            return added is not None

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(click, range(2))) == [False, True]


def test_what_is_not_committed_is_not_there_to_send(engine: Engine, session: Session, cast: Cast) -> None:
    session.commit()
    add(session, cast)
    session.rollback()
    assert actions.claim(session, MORNING) is None


def test_an_address_nothing_can_go_to_is_told_and_stops_nobody(session: Session, cast: Cast) -> None:
    message = add(session, cast, to_address="phòng vhxh")
    assert message.state is S.FAILED
    assert "phòng vhxh" in (message.error or "")
    assert actions.claim(session, MORNING) is None


def test_names_and_subjects_are_one_clean_line(session: Session, cast: Cast) -> None:
    message = add(
        session, cast, subject="Nhắc\nviệc\u200b", to_name=" A \r\n B ", to_address=" vhxh@binh-an.example "
    )
    assert (message.subject, message.to_name, message.to_address) == (
        "Nhắc việc",
        "A B",
        "vhxh@binh-an.example",
    )


# ---------------------------------------------------------------- claiming


def test_messages_are_claimed_one_by_one_the_longest_due_first(session: Session, cast: Cast) -> None:
    add(session, cast, "sau", send_after=MORNING - timedelta(hours=1))
    add(session, cast, "trước", send_after=MORNING - timedelta(hours=2))
    add(session, cast, "mai", send_after=MORNING + timedelta(days=1))
    assert [claimed(session).key, claimed(session).key] == ["trước", "sau"]
    assert actions.claim(session, MORNING) is None
    assert [message.state for message in all_of(session)] == [S.SENDING, S.SENDING, S.WAITING]


def test_only_urgent_messages_go_at_night(session: Session, cast: Cast) -> None:
    add(session, cast, "thường")
    add(session, cast, "gấp", urgent=True)
    assert claimed(session, NIGHT).key == "gấp"
    assert actions.claim(session, NIGHT) is None
    assert claimed(session, NIGHT + timedelta(hours=8)).key == "thường"


def test_messages_of_a_campaign_that_was_put_away_stay(session: Session, cast: Cast) -> None:
    add(session, cast)
    add(session, cast, "không của chiến dịch nào", campaign_id=None)
    cast.campaign.deleted_at = utc_now()
    assert claimed(session).key == "không của chiến dịch nào"
    assert actions.claim(session, MORNING) is None
    cast.campaign.deleted_at = None
    assert claimed(session).key == "việc 1"


def test_what_was_not_sent_in_time_is_called_off(session: Session, cast: Cast) -> None:
    add(session, cast, send_before=MORNING + timedelta(hours=1))
    actions.sweep(session, MORNING + timedelta(minutes=59))
    assert all_of(session)[0].state is S.WAITING
    actions.sweep(session, MORNING + timedelta(hours=1))
    assert all_of(session)[0].state is S.CANCELLED
    assert all_of(session)[0].error


def test_two_workers_never_claim_the_same(engine: Engine, session: Session, cast: Cast) -> None:
    for key in ("một", "hai"):
        add(session, cast, key)
    session.commit()
    open_session = session_factory(engine, writing=True)
    with open_session() as first:
        one = claimed(first)
        first.commit()
    with open_session() as second:
        other = claimed(second)
        second.commit()
    assert one.id != other.id
    assert one.claim != other.claim


# ---------------------------------------------------------------- recording


def test_a_sent_message_keeps_when(session: Session, cast: Cast) -> None:
    add(session, cast)
    assert actions.record(session, claimed(session), SENT, MORNING) is S.SENT
    (message,) = all_of(session)
    assert (message.sent_at, message.error, message.claim, message.attempts) == (MORNING, None, None, 1)


def test_what_is_put_off_is_tried_again_ever_later_and_at_last_fails(session: Session, cast: Cast) -> None:
    add(session, cast, urgent=True)
    now = MORNING
    for wait in WAITS:
        assert actions.record(session, claimed(session, now), LATER, now) is S.WAITING
        assert actions.claim(session, now + wait - timedelta(seconds=1)) is None
        now += wait
    assert actions.record(session, claimed(session, now), LATER, now) is S.FAILED
    (message,) = all_of(session)
    assert (message.attempts, message.error) == (len(WAITS) + 1, "máy chủ nói vậy")


def test_a_refused_message_fails_at_once(session: Session, cast: Cast) -> None:
    add(session, cast)
    assert actions.record(session, claimed(session), REFUSED, MORNING) is S.FAILED
    assert actions.claim(session, MORNING + timedelta(days=9)) is None


def test_a_held_message_has_not_used_up_a_try(session: Session, cast: Cast) -> None:
    add(session, cast)
    actions.record(session, claimed(session), HELD, MORNING)
    (message,) = all_of(session)
    assert (message.state, message.attempts, message.error) == (S.WAITING, 0, "máy chủ nói vậy")


def test_without_a_server_everything_due_waits_and_says_why(session: Session, cast: Cast) -> None:
    add(session, cast, "nay")
    add(session, cast, "mai", send_after=MORNING + timedelta(days=1))
    until = MORNING + timedelta(minutes=1)
    actions.postpone(session, MORNING, until, "Không kết nối được")
    now, tomorrow = all_of(session)
    assert (now.state, now.attempts, now.send_after, now.error) == (S.WAITING, 0, until, "Không kết nối được")
    assert tomorrow.error is None
    assert actions.claim(session, until) is not None


def test_what_a_dead_worker_had_is_in_doubt_and_not_sent_again(session: Session, cast: Cast) -> None:
    add(session, cast)
    claimed(session)
    actions.sweep(session, MORNING + LOST_AFTER - timedelta(seconds=1))
    assert all_of(session)[0].state is S.SENDING
    actions.sweep(session, MORNING + LOST_AFTER)
    assert all_of(session)[0].state is S.UNSURE
    assert actions.claim(session, MORNING + timedelta(days=1)) is None


def test_a_worker_that_was_only_slow_may_still_tell(session: Session, cast: Cast) -> None:
    add(session, cast)
    message = claimed(session)
    actions.sweep(session, MORNING + LOST_AFTER)
    assert actions.record(session, message, SENT, MORNING + LOST_AFTER) is S.SENT


def test_a_slow_worker_is_not_heard_after_somebody_decided(session: Session, cast: Cast) -> None:
    add(session, cast)
    slow = claimed(session)
    token = slow.claim
    actions.sweep(session, MORNING + LOST_AFTER)
    (message,) = all_of(session)
    actions.resend(session, message, message.to_address, message.version, cast.drafter)
    slow.claim = token
    session.expunge(slow)
    assert actions.record(session, slow, SENT, MORNING + LOST_AFTER) is None
    assert session.scalar(select(Message.state)) is S.WAITING


# ---------------------------------------------------------------- people


def doubtful(session: Session, cast: Cast) -> Message:
    add(session, cast, urgent=True)
    actions.record(session, claimed(session), UNSURE, MORNING)
    return all_of(session)[0]


def test_somebody_sends_again_to_another_address(session: Session, cast: Cast) -> None:
    message = doubtful(session, cast)
    uid = message.uid
    actions.resend(session, message, "moi@binh-an.example", message.version, cast.drafter)
    again = claimed(session, utc_now())
    assert (again.to_address, again.attempts, again.uid) == ("moi@binh-an.example", 1, uid)
    entry = session.scalars(select(Entry).where(Entry.noun == "message")).one()
    assert entry.changes["state"] == ["unsure", "waiting"]
    assert entry.changes["to_address"][1] == "moi@binh-an.example"


def test_somebody_says_it_has_arrived(session: Session, cast: Cast) -> None:
    message = doubtful(session, cast)
    actions.settle(session, message, message.version, cast.drafter)
    assert (message.state, message.sent_at, message.error) == (S.SENT, MORNING, None)


def test_what_was_not_sent_in_time_may_still_be_sent_by_hand(session: Session, cast: Cast) -> None:
    add(session, cast, send_before=MORNING, urgent=True)
    actions.sweep(session, MORNING)
    (message,) = all_of(session)
    actions.resend(session, message, message.to_address, message.version, cast.drafter)
    actions.sweep(session, utc_now())
    assert actions.claim(session, utc_now()) is message


@pytest.mark.parametrize("address", ["hoà@xa.example", "không", ""])
def test_sending_again_needs_an_address(session: Session, cast: Cast, address: str) -> None:
    message = doubtful(session, cast)
    with pytest.raises(Refused) as refusal:
        actions.resend(session, message, address, message.version, cast.drafter)
    assert refusal.value.problems[0].field == "to_address"


def test_only_what_waits_is_called_off_and_only_what_is_in_doubt_settled(
    session: Session, cast: Cast
) -> None:
    message = add(session, cast)
    with pytest.raises(Refused):
        actions.settle(session, message, message.version, cast.drafter)
    with pytest.raises(Refused):
        actions.resend(session, message, message.to_address, message.version, cast.drafter)
    actions.call_off(session, message, message.version, cast.drafter)
    with pytest.raises(Refused):
        actions.call_off(session, message, message.version, cast.drafter)


def test_a_button_of_an_old_page_meets_what_is_true_now(session: Session, cast: Cast) -> None:
    message = add(session, cast)
    seen = message.version
    claimed(session)
    session.refresh(message)
    with pytest.raises(Conflict):
        actions.call_off(session, message, seen, cast.drafter)


def test_the_key_is_shared_by_all_offices(session: Session, cast: Cast) -> None:
    add(session, cast)
    other = replace(draft(cast), agency_id=cast.other_agency.id)
    assert actions.enqueue(session, other) is None
