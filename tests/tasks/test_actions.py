"""Changes of tasks on both databases."""

from datetime import date, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.errors import Conflict, Refused
from campaign.glossary import DayUnit
from campaign.history.model import Entry
from campaign.tasks import actions
from campaign.tasks.model import coordinating, of_campaign
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast


def draft(cast: Cast, text: str = "Tham mưu giấy mời", **more: object) -> TaskDraft:
    return TaskDraft(text=text, lead_unit_id=cast.units[0].id, **more)  # type: ignore[arg-type]


def test_a_new_task_stands_last_and_in_the_history(session: Session, cast: Cast) -> None:
    actions.create_task(session, cast.campaign, draft(cast), cast.drafter)
    task = actions.create_task(session, cast.campaign, draft(cast, "Treo băng rôn"), cast.drafter)
    assert task.position == 2
    entry = session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert entry is not None
    assert (entry.by, entry.verb, entry.title) == (cast.drafter.full_name, "create", "Treo băng rôn")


def test_coordinating_units_keep_their_order(session: Session, cast: Cast) -> None:
    order = [cast.units[2].id, cast.units[1].id]
    task = actions.create_task(session, cast.campaign, draft(cast, coordinating=order), cast.drafter)
    assert coordinating(session, [task.id]) == {task.id: order}


def test_a_stale_save_is_refused_and_changes_nothing(session: Session, cast: Cast) -> None:
    task = actions.create_task(session, cast.campaign, draft(cast), cast.drafter)
    seen = task.version
    actions.update_task(session, cast.campaign, task, draft(cast, "Bản thứ hai"), seen, cast.drafter)
    with pytest.raises(Conflict):
        actions.update_task(session, cast.campaign, task, draft(cast, "Bản cũ"), seen, cast.clerk)
    assert task.text == "Bản thứ hai"


def test_changing_only_the_helpers_grows_the_version_and_stands_in_the_history(
    session: Session, cast: Cast
) -> None:
    task = actions.create_task(session, cast.campaign, draft(cast), cast.drafter)
    seen = task.version
    actions.update_task(
        session, cast.campaign, task, draft(cast, coordinating=[cast.units[1].id]), seen, cast.drafter
    )
    assert task.version > seen
    entry = session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert entry is not None
    assert (entry.verb, entry.changes) == ("update", {"coordinating": [[], [cast.units[1].id]]})


def test_a_moved_due_date_grows_the_calendar_sequence(session: Session, cast: Cast) -> None:
    task = actions.create_task(session, cast.campaign, draft(cast, due_on=date(2026, 12, 1)), cast.drafter)
    actions.update_task(
        session, cast.campaign, task, draft(cast, due_on=date(2026, 12, 2)), task.version, cast.drafter
    )
    assert task.sequence == 1


def test_a_broken_rule_writes_nothing(session: Session, cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.create_task(
            session, cast.campaign, draft(cast, coordinating=[cast.units[0].id]), cast.drafter
        )
    assert of_campaign(session, cast.campaign.id) == []


def test_deleting_is_undone_at_the_same_place(session: Session, cast: Cast) -> None:
    first = actions.create_task(session, cast.campaign, draft(cast), cast.drafter)
    actions.create_task(session, cast.campaign, draft(cast, "Treo băng rôn"), cast.drafter)
    actions.delete_task(session, first, first.version, cast.drafter)
    assert [task.text for task in of_campaign(session, cast.campaign.id)] == ["Treo băng rôn"]
    actions.restore_task(session, first, cast.drafter)
    assert of_campaign(session, cast.campaign.id)[0] is first


def test_moving_stops_at_the_ends(session: Session, cast: Cast) -> None:
    for text in ("một", "hai", "ba"):
        last = actions.create_task(session, cast.campaign, draft(cast, text), cast.drafter)
    actions.move_task(session, last, 1, cast.drafter)
    actions.move_task(session, last, -1, cast.drafter)
    assert [task.text for task in of_campaign(session, cast.campaign.id)] == ["một", "ba", "hai"]


def test_a_due_day_counted_from_the_ceremony_is_computed_on_working_days(
    session: Session, cast: Cast
) -> None:
    counted = draft(
        cast, ceremony_id=cast.ceremony.id, offset_count=-7, offset_unit=DayUnit.WORKING, due_time=time(14)
    )
    task = actions.create_task(session, cast.campaign, counted, cast.drafter)
    assert (task.due_on, task.deadline) == (date(2026, 12, 3), date(2026, 12, 3))  # the 14th is a Monday


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("quý IV/2026", date(2026, 12, 31)),
        ("thường xuyên", None),
        ("trước ngày 20/12/2026", date(2026, 12, 19)),
    ],
)
def test_words_that_name_a_day_make_a_deadline(
    session: Session, cast: Cast, words: str, last: date | None
) -> None:
    task = actions.create_task(session, cast.campaign, draft(cast, due_words=words), cast.drafter)
    assert (task.due_on, task.due_words, task.deadline) == (None, words, last)


def test_the_sentence_a_task_was_read_from_outlives_its_edits(session: Session, cast: Cast) -> None:
    task = actions.create_task(session, cast.campaign, draft(cast, source="Giao Văn phòng …"), cast.drafter)
    actions.update_task(session, cast.campaign, task, draft(cast, "Khác"), task.version, cast.drafter)
    assert task.source == "Giao Văn phòng …"


def test_after_deletions_a_new_task_still_stands_last(session: Session, cast: Cast) -> None:
    made = [
        actions.create_task(session, cast.campaign, draft(cast, text), cast.drafter)
        for text in ("một", "hai", "ba")
    ]
    for gone in made[:2]:
        actions.delete_task(session, gone, gone.version, cast.drafter)
    actions.create_task(session, cast.campaign, draft(cast, "bốn"), cast.drafter)
    assert [task.text for task in of_campaign(session, cast.campaign.id)] == ["ba", "bốn"]


def test_a_double_names_the_number_people_see(session: Session, cast: Cast) -> None:
    gone = actions.create_task(session, cast.campaign, draft(cast, "một"), cast.drafter)
    actions.create_task(session, cast.campaign, draft(cast, "hai"), cast.drafter)
    actions.delete_task(session, gone, gone.version, cast.drafter)
    with pytest.raises(Refused, match="số 1"):
        actions.create_task(session, cast.campaign, draft(cast, "HAI"), cast.drafter)


def test_what_was_given_again_is_not_restored_twice(session: Session, cast: Cast) -> None:
    gone = actions.create_task(session, cast.campaign, draft(cast), cast.drafter)
    actions.delete_task(session, gone, gone.version, cast.drafter)
    actions.create_task(session, cast.campaign, draft(cast), cast.drafter)
    with pytest.raises(Refused):
        actions.restore_task(session, gone, cast.drafter)
