"""Changes of ceremonies and programmes on both databases."""

from datetime import date, datetime, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.ceremonies import actions
from campaign.ceremonies.model import ProgrammeItem, of_campaign, programme_of
from campaign.ceremonies.rules import CeremonyDraft, ItemDraft
from campaign.errors import Conflict, Refused
from campaign.history.model import Entry
from tests.conftest import Cast


def draft(**more: object) -> CeremonyDraft:
    plain = {"title": "Lễ ra quân", "day": date(2026, 12, 14), "starts": time(8), "venue": "Nhà văn hóa"}
    return CeremonyDraft(**(plain | more))  # type: ignore[arg-type]


def add(session: Session, cast: Cast, title: str, minutes: int, *, early: bool = False) -> ProgrammeItem:
    step = ItemDraft(title, minutes, before_start=early)
    return actions.create_item(session, cast.campaign, cast.ceremony, step, cast.drafter)


def titles(session: Session, cast: Cast) -> list[str]:
    return [item.title for item in programme_of(session, cast.ceremony.id)]


def test_a_new_ceremony_has_an_identity_of_its_own(session: Session, cast: Cast) -> None:
    one = actions.create_ceremony(session, cast.campaign, draft(ends=time(9, 30)), cast.drafter)
    other = actions.create_ceremony(session, cast.campaign, draft(), cast.drafter)
    assert one.starts_at == datetime(2026, 12, 14, 8)  # noqa: DTZ001
    assert one.ends_at == datetime(2026, 12, 14, 9, 30)  # noqa: DTZ001
    assert one.uid != other.uid
    assert len(of_campaign(session, cast.campaign.id)) == 3


def test_a_ceremony_that_ends_before_it_starts_is_refused(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.create_ceremony(session, cast.campaign, draft(ends=time(7)), cast.drafter)


def test_moving_the_hour_makes_every_calendar_copy_old(session: Session, cast: Cast) -> None:
    items = [add(session, cast, "Đón tiếp", 30, early=True), add(session, cast, "Chào cờ", 5)]
    counts = [cast.ceremony.sequence, *(item.sequence for item in items)]
    actions.update_ceremony(session, cast.ceremony, draft(), cast.ceremony.version, cast.drafter)
    assert [cast.ceremony.sequence, *(item.sequence for item in items)] == [count + 1 for count in counts]


def test_editing_leaves_a_ceremony_on_its_day(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused, match="Dời ngày lễ"):
        actions.update_ceremony(
            session, cast.ceremony, draft(day=date(2026, 12, 21)), cast.ceremony.version, cast.drafter
        )
    assert cast.ceremony.starts_at == datetime(2026, 12, 14, 7, 30)  # noqa: DTZ001
    assert cast.ceremony.title != "Lễ ra quân"


def test_another_venue_makes_only_the_ceremony_old(session: Session, cast: Cast) -> None:
    item = add(session, cast, "Chào cờ", 5)
    count = cast.ceremony.sequence
    same = draft(starts=time(7, 30))
    actions.update_ceremony(session, cast.ceremony, same, cast.ceremony.version, cast.drafter)
    assert (cast.ceremony.sequence, item.sequence) == (count + 1, 0)


def test_a_new_title_makes_nothing_old(session: Session, cast: Cast) -> None:
    same = draft(starts=time(7, 30), venue=cast.ceremony.venue, title="Tên khác")
    actions.update_ceremony(session, cast.ceremony, same, cast.ceremony.version, cast.drafter)
    assert (cast.ceremony.title, cast.ceremony.sequence) == ("Tên khác", 0)


def test_a_longer_step_moves_those_after_it_and_the_open_end(session: Session, cast: Cast) -> None:
    first, second, third = (add(session, cast, title, 10) for title in ("một", "hai", "ba"))
    count = cast.ceremony.sequence
    actions.update_item(session, cast.ceremony, second, ItemDraft("hai", 15), second.version, cast.drafter)
    assert (first.sequence, second.sequence, third.sequence) == (0, 1, 1)
    assert cast.ceremony.sequence == count + 1


def test_an_announced_end_stays_whatever_the_programme_does(session: Session, cast: Cast) -> None:
    ceremony = actions.create_ceremony(session, cast.campaign, draft(ends=time(10)), cast.drafter)
    actions.create_item(session, cast.campaign, ceremony, ItemDraft("Chào cờ", 5), cast.drafter)
    assert ceremony.sequence == 0


def test_a_step_longer_than_the_ceremony_is_refused(session: Session, cast: Cast) -> None:
    ceremony = actions.create_ceremony(session, cast.campaign, draft(ends=time(9)), cast.drafter)
    with pytest.raises(Refused, match="60 phút"):
        actions.create_item(session, cast.campaign, ceremony, ItemDraft("Diễn văn", 61), cast.drafter)
    assert programme_of(session, ceremony.id) == []


def test_reception_stands_first_however_late_it_is_added(session: Session, cast: Cast) -> None:
    add(session, cast, "Chào cờ", 5)
    add(session, cast, "Đón tiếp", 30, early=True)
    assert titles(session, cast) == ["Đón tiếp", "Chào cờ"]


def test_a_step_moves_within_its_part_and_stops_at_the_ends(session: Session, cast: Cast) -> None:
    add(session, cast, "Đón tiếp", 30, early=True)
    first, last = add(session, cast, "một", 5), add(session, cast, "hai", 10)
    actions.move_item(session, cast.ceremony, first, -1, cast.drafter)
    assert titles(session, cast) == ["Đón tiếp", "một", "hai"]
    actions.move_item(session, cast.ceremony, last, -1, cast.drafter)
    actions.move_item(session, cast.ceremony, first, 5, cast.drafter)
    assert titles(session, cast) == ["Đón tiếp", "hai", "một"]
    assert (first.sequence, last.sequence) == (1, 1)


def test_deleting_a_step_brings_the_others_forward(session: Session, cast: Cast) -> None:
    first, second = add(session, cast, "một", 5), add(session, cast, "hai", 10)
    actions.delete_item(session, cast.ceremony, first, first.version, cast.drafter)
    assert titles(session, cast) == ["hai"]
    assert (second.position, second.sequence) == (1, 1)


def test_the_usual_programme_fills_an_empty_one_only(session: Session, cast: Cast) -> None:
    items = actions.start_programme(session, cast.ceremony, cast.drafter)
    assert [item.position for item in programme_of(session, cast.ceremony.id)] == list(
        range(1, len(items) + 1)
    )
    assert len({item.uid for item in items}) == len(items)
    with pytest.raises(Refused):
        actions.start_programme(session, cast.ceremony, cast.drafter)


def test_stale_saves_are_refused(session: Session, cast: Cast) -> None:
    item = add(session, cast, "một", 5)
    for change in (
        lambda: actions.update_ceremony(session, cast.ceremony, draft(), 99, cast.drafter),
        lambda: actions.delete_ceremony(session, cast.ceremony, 99, cast.drafter),
        lambda: actions.update_item(session, cast.ceremony, item, ItemDraft("x", 5), 99, cast.drafter),
        lambda: actions.delete_item(session, cast.ceremony, item, 99, cast.drafter),
    ):
        with pytest.raises(Conflict):
            change()
    assert titles(session, cast) == ["một"]


def test_a_deleted_ceremony_takes_its_programme_along(session: Session, cast: Cast) -> None:
    add(session, cast, "một", 5)
    actions.delete_ceremony(session, cast.ceremony, cast.ceremony.version, cast.drafter)
    session.expire_all()
    assert session.scalars(select(ProgrammeItem)).all() == []


def test_history_holds_the_old_and_the_new_hour(session: Session, cast: Cast) -> None:
    actions.update_ceremony(session, cast.ceremony, draft(), cast.ceremony.version, cast.drafter)
    entry = session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert entry is not None
    assert entry.changes["starts_at"] == ["2026-12-14T07:30:00", "2026-12-14T08:00:00"]
    assert entry.campaign_id == cast.campaign.id
