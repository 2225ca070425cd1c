"""Importing tasks on both databases: the file kept, the columns remembered, all tasks or none."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from campaign.errors import Refused
from campaign.glossary import DayUnit
from campaign.history.model import Entry
from campaign.tasks.actions import create_task
from campaign.tasks.actions.importing import create_tasks, import_tasks, keep_upload, remember_columns
from campaign.tasks.model import Task, Upload, coordinating, mapping_of, of_campaign, upload_by_key
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def drafts(cast: Cast, count: int, **more: object) -> list[TaskDraft]:
    return [TaskDraft(f"Việc {n}", cast.units[0].id, **more) for n in range(1, count + 1)]  # type: ignore[arg-type]


def test_many_tasks_stand_last_in_order_each_in_the_history(session: Session, cast: Cast) -> None:
    create_task(session, cast.campaign, TaskDraft("Việc trước", cast.units[0].id), cast.drafter)
    helpers = [cast.units[2].id, cast.units[1].id]
    made = create_tasks(session, cast.campaign, drafts(cast, 3, coordinating=helpers), cast.drafter)
    assert [task.text for task in of_campaign(session, cast.campaign.id)] == [
        "Việc trước",
        "Việc 1",
        "Việc 2",
        "Việc 3",
    ]
    assert coordinating(session, [made[2].id]) == {made[2].id: helpers}
    titles = session.scalars(select(Entry.title).where(Entry.verb == "create").order_by(Entry.id)).all()
    assert titles == ["Việc trước", "Việc 1", "Việc 2", "Việc 3"]


def test_words_and_offsets_get_their_last_day(session: Session, cast: Cast) -> None:
    made = create_tasks(
        session, cast.campaign,
        [
            TaskDraft("A", cast.units[0].id, due_words="trước ngày 20/3/2027"),
            TaskDraft("B", cast.units[0].id, ceremony_id=cast.ceremony.id, offset_count=-3, offset_unit=DayUnit.CALENDAR),
        ],
        cast.drafter,
    )  # fmt: skip
    assert [task.deadline for task in made] == [date(2027, 3, 19), date(2026, 12, 11)]


def test_one_bad_draft_and_nothing_is_written(session: Session, cast: Cast) -> None:
    create_task(session, cast.campaign, TaskDraft("Việc 2", cast.units[0].id), cast.drafter)
    twice = [*drafts(cast, 2), TaskDraft("viec 1", cast.units[0].id)]
    with pytest.raises(Refused) as refusal:
        create_tasks(session, cast.campaign, twice, cast.drafter)
    assert [problem.sentence[-16:] for problem in refusal.value.problems] == [
        "(nhiệm vụ số 1).",
        "(nhiệm vụ số 2).",
    ]
    assert len(of_campaign(session, cast.campaign.id)) == 1


def test_the_plan_is_read_once_however_many_tasks_come(session: Session, cast: Cast) -> None:
    def reads(count: int, start: int) -> int:
        seen: list[str] = []
        note = lambda _c, _k, statement, *_r: seen.append(statement)  # noqa: E731
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        new = [TaskDraft(f"Việc {start + n}", cast.units[0].id) for n in range(count)]
        create_tasks(session, cast.campaign, new, cast.drafter)
        event.remove(engine, "before_cursor_execute", note)
        return sum(statement.startswith("SELECT") for statement in seen)

    assert reads(1, 0) == reads(20, 100)


def test_an_upload_is_its_owner_s_for_a_day(session: Session, cast: Cast) -> None:
    upload = keep_upload(session, cast.agency.id, cast.drafter, "viec.xlsx", b"abc", NOW)
    mine = (cast.agency.id, cast.drafter.id)
    assert upload_by_key(session, upload.key, mine, NOW + timedelta(hours=23)) is upload
    assert upload_by_key(session, upload.key, mine, NOW + timedelta(hours=25)) is None
    assert upload_by_key(session, upload.key, (cast.agency.id, cast.admin.id), NOW) is None
    assert upload_by_key(session, upload.key, (cast.other_agency.id, cast.drafter.id), NOW) is None
    assert len(upload.key) >= 32


def test_the_same_file_is_kept_once_and_old_ones_go(session: Session, cast: Cast) -> None:
    first = keep_upload(session, cast.agency.id, cast.drafter, "a.csv", b"abc", NOW)
    again = keep_upload(session, cast.agency.id, cast.drafter, "b.csv", b"abc", NOW)
    assert (first, again.name) == (again, "b.csv")
    assert keep_upload(session, cast.agency.id, cast.clerk, "a.csv", b"abc", NOW) is not first
    keep_upload(session, cast.agency.id, cast.drafter, "c.csv", b"xyz", NOW + timedelta(days=2))
    assert session.scalars(select(Upload.name)).all() == ["c.csv"]


def test_importing_lets_the_file_go(session: Session, cast: Cast) -> None:
    upload = keep_upload(session, cast.agency.id, cast.drafter, "a.csv", b"abc", NOW)
    import_tasks(session, cast.campaign, upload, drafts(cast, 2), cast.drafter)
    assert session.scalar(select(func.count()).select_from(Task)) == 2
    assert session.scalar(select(func.count()).select_from(Upload)) == 0


def test_columns_are_remembered_for_the_office_alone_and_the_last_word_counts(
    session: Session, cast: Cast
) -> None:
    remember_columns(session, cast.agency.id, "s", {"text": 1, "lead": 2})
    remember_columns(session, cast.agency.id, "s", {"text": 3, "lead": 2})
    settled = mapping_of(session, cast.agency.id, "s")
    assert settled is not None
    assert settled.columns == {"text": 3, "lead": 2}
    assert mapping_of(session, cast.other_agency.id, "s") is None
