"""Changes of service days and procedures on both databases."""

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.errors import Conflict, Refused
from campaign.history.model import Entry
from campaign.service_days import actions
from campaign.service_days.model import of_campaign, procedures_of
from campaign.service_days.rules import ProcedureDraft, ServiceDayDraft
from tests.conftest import Cast

WEDNESDAYS = ServiceDayDraft(
    "Ngày không hẹn", date(2026, 12, 16), weekday=2, opens_at=time(7, 30), closes_at=time(15)
)


def test_a_new_service_day_stands_last_and_in_the_history(session: Session, cast: Cast) -> None:
    first = actions.create_service_day(session, cast.campaign, WEDNESDAYS, cast.drafter)
    second = actions.create_service_day(
        session, cast.campaign, replace(WEDNESDAYS, name="Ngày không viết"), cast.drafter
    )
    assert of_campaign(session, cast.campaign.id) == [first, second]
    assert first.uid != second.uid
    entry = session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert entry is not None
    assert (entry.noun, entry.verb, entry.title) == ("service_day", "create", "Ngày không viết")


@pytest.mark.parametrize(
    "change",
    [
        {"weekday": 3},
        {"starts_on": date(2026, 12, 23)},
        {"ends_on": date(2027, 6, 30)},
        {"opens_at": None},
        {"closes_at": time(16)},
        {"weekday": None, "words": "1-2 ngày thứ Bảy trong tháng"},
    ],
)
def test_other_days_or_hours_grow_the_calendar_sequence(
    session: Session, cast: Cast, change: dict[str, object]
) -> None:
    day = actions.create_service_day(session, cast.campaign, WEDNESDAYS, cast.drafter)
    actions.update_service_day(
        session,
        day,
        replace(WEDNESDAYS, **change),
        day.version,
        cast.drafter,  # type: ignore[arg-type]
    )
    assert day.sequence == 1


def test_another_name_or_note_leaves_the_calendar_sequence(session: Session, cast: Cast) -> None:
    day = actions.create_service_day(session, cast.campaign, WEDNESDAYS, cast.drafter)
    actions.update_service_day(
        session, day, replace(WEDNESDAYS, name="Ngày không viết", note="x"), day.version, cast.drafter
    )
    assert (day.name, day.sequence) == ("Ngày không viết", 0)


def test_a_stale_save_and_a_stale_deletion_are_refused(session: Session, cast: Cast) -> None:
    day = actions.create_service_day(session, cast.campaign, WEDNESDAYS, cast.drafter)
    seen = day.version
    actions.update_service_day(session, day, replace(WEDNESDAYS, note="x"), seen, cast.drafter)
    with pytest.raises(Conflict):
        actions.update_service_day(session, day, WEDNESDAYS, seen, cast.clerk)
    with pytest.raises(Conflict):
        actions.delete_service_day(session, day, seen, cast.clerk)


def test_a_deleted_service_day_is_gone_but_told(session: Session, cast: Cast) -> None:
    day = actions.create_service_day(session, cast.campaign, WEDNESDAYS, cast.drafter)
    actions.delete_service_day(session, day, day.version, cast.drafter)
    assert of_campaign(session, cast.campaign.id) == []
    assert [e.verb for e in session.scalars(select(Entry).order_by(Entry.id))] == ["create", "delete"]


def test_service_days_move_and_stop_at_the_ends(session: Session, cast: Cast) -> None:
    for name in ("một", "hai", "ba"):
        last = actions.create_service_day(
            session, cast.campaign, replace(WEDNESDAYS, name=name), cast.drafter
        )
    actions.move_service_day(session, last, 1, cast.drafter)
    actions.move_service_day(session, last, -1, cast.drafter)
    assert [day.name for day in of_campaign(session, cast.campaign.id)] == ["một", "ba", "hai"]


def test_a_broken_rule_writes_nothing(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.create_service_day(session, cast.campaign, replace(WEDNESDAYS, weekday=None), cast.drafter)
    with pytest.raises(Refused):
        actions.create_procedure(
            session, cast.campaign, ProcedureDraft("Xác nhận", "Cấp xã", "1.4"), cast.drafter
        )
    assert of_campaign(session, cast.campaign.id) == []
    assert procedures_of(session, cast.campaign.id) == []


# ---------------------------------------------------------------- procedures


def test_a_double_procedure_is_refused_and_the_same_one_may_be_saved(session: Session, cast: Cast) -> None:
    draft = ProcedureDraft("Xác nhận tình trạng hôn nhân", "Cấp xã", "1.004873")
    procedure = actions.create_procedure(session, cast.campaign, draft, cast.drafter)
    with pytest.raises(Refused, match="số 1"):
        actions.create_procedure(session, cast.campaign, replace(draft, name="Khác"), cast.drafter)
    actions.update_procedure(
        session, procedure, replace(draft, name="Cấp Giấy xác nhận"), procedure.version, cast.drafter
    )
    assert procedure.name == "Cấp Giấy xác nhận"


def test_a_procedure_moves_among_those_of_its_heading(session: Session, cast: Cast) -> None:
    rows = [("a1", "Cấp tỉnh"), ("b1", "Cấp xã"), ("a2", "cấp tỉnh"), ("b2", "Cấp xã")]
    made = [
        actions.create_procedure(session, cast.campaign, ProcedureDraft(*row), cast.drafter) for row in rows
    ]
    actions.move_procedure(session, made[2], -1, cast.drafter)
    assert [row.name for row in procedures_of(session, cast.campaign.id)] == ["a2", "b1", "a1", "b2"]
    actions.move_procedure(session, made[1], -1, cast.drafter)
    assert [row.name for row in procedures_of(session, cast.campaign.id)] == ["a2", "b1", "a1", "b2"]


def test_a_deleted_procedure_is_gone_but_told(session: Session, cast: Cast) -> None:
    procedure = actions.create_procedure(
        session, cast.campaign, ProcedureDraft("Đăng ký hộ kinh doanh", "Cấp xã"), cast.drafter
    )
    with pytest.raises(Conflict):
        actions.delete_procedure(session, procedure, procedure.version + 1, cast.drafter)
    actions.delete_procedure(session, procedure, procedure.version, cast.drafter)
    assert procedures_of(session, cast.campaign.id) == []
    assert [e.title for e in session.scalars(select(Entry))] == ["Đăng ký hộ kinh doanh"] * 2
