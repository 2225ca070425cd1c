"""Moving a ceremony and taking it back, on both databases."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign.ceremonies.actions import start_programme
from campaign.ceremonies.model import programme_of
from campaign.documents.model import Document, addressees_of, sections_of
from campaign.errors import Conflict, Refused
from campaign.glossary import Channel, DayUnit, DocumentKind, DocumentStatus, TaskStatus
from campaign.history.model import Entry
from campaign.publicity.actions import create_activity
from campaign.publicity.rules import ActivityDraft
from campaign.rescheduling import actions
from campaign.rescheduling.rules import MoveDraft
from campaign.tasks.actions import create_task, update_task
from campaign.tasks.model import Task
from campaign.tasks.rules import TaskDraft
from tests.conftest import Cast
from tests.saying import bring_to

TODAY = date(2026, 11, 23)
NEW = datetime(2026, 12, 21, 8, 0)  # noqa: DTZ001 - office time
MOVE = MoveDraft(NEW, "do thời tiết không thuận lợi")


class Plan:
    """A ceremony on Monday 14/12/2026 with a counted, a plain, a pinned and a finished task, and a banner."""

    def __init__(self, session: Session, cast: Cast) -> None:
        self.session, self.cast = session, cast
        start_programme(session, cast.ceremony, cast.drafter)
        counted = {"ceremony_id": cast.ceremony.id, "offset_count": -7, "offset_unit": DayUnit.WORKING}
        self.counted = self.give("Gửi giấy mời", **counted)
        self.plain = self.give("Tổng duyệt", due_on=date(2026, 12, 11))
        self.pinned = self.give("Ký hợp đồng", due_on=date(2026, 12, 10), pinned=True)
        self.done = self.give("Dự thảo kế hoạch", due_on=date(2026, 12, 1))
        bring_to(session, self.done, TaskStatus.DONE, TODAY, cast.drafter)
        self.words = self.give("Tuyên truyền", due_words="thường xuyên")
        self.banner = create_activity(
            session, cast.campaign,
            ActivityDraft(Channel.BANNER, "Băng rôn", starts_on=date(2026, 12, 7), ends_on=date(2026, 12, 14)), cast.drafter,
        )  # fmt: skip
        session.commit()

    def give(self, text: str, **more: object) -> Task:
        draft = replace(TaskDraft(text, self.cast.units[0].id), **more)  # type: ignore[arg-type]
        return create_task(self.session, self.cast.campaign, draft, self.cast.drafter)

    def move(self, draft: MoveDraft = MOVE) -> actions.moving.CeremonyMove:
        ceremony = self.cast.ceremony
        return actions.move_ceremony(
            self.session, ceremony, draft, ceremony.version, TODAY, self.cast.drafter
        )

    def days(self) -> list[date | None]:
        return [task.due_on for task in (self.counted, self.plain, self.pinned, self.done, self.words)]


@pytest.fixture
def plan(session: Session, cast: Cast) -> Plan:
    return Plan(session, cast)


BEFORE = [date(2026, 12, 3), date(2026, 12, 11), date(2026, 12, 10), date(2026, 12, 1), None]
AFTER = [date(2026, 12, 10), date(2026, 12, 18), date(2026, 12, 10), date(2026, 12, 1), None]


def test_everything_counted_from_the_day_moves_and_the_rest_stays(plan: Plan) -> None:
    assert plan.days() == BEFORE
    plan.move()
    assert plan.cast.ceremony.starts_at == NEW
    assert plan.days() == AFTER
    assert (plan.banner.starts_on, plan.banner.ends_on) == (date(2026, 12, 14), date(2026, 12, 21))
    assert plan.counted.deadline == plan.counted.due_on


def test_a_preview_writes_nothing_and_tells_what_the_move_does(plan: Plan) -> None:
    found = actions.preview(plan.session, plan.cast.campaign, plan.cast.ceremony, NEW, TODAY)
    assert not plan.session.dirty
    assert {move.dated.title for move in found.moves} == {"Gửi giấy mời", "Tổng duyệt", "Băng rôn"}
    assert {dated.title for dated, _ in found.stays} == {"Ký hợp đồng", "Dự thảo kế hoạch"}
    plan.move()
    assert [plan.counted.due_on, plan.plain.due_on] == [
        move.day
        for title in ("Gửi giấy mời", "Tổng duyệt")
        for move in found.moves
        if move.dated.title == title
    ]


def test_a_new_hour_tells_the_hours_of_every_step(plan: Plan) -> None:
    ceremony = plan.cast.ceremony
    hours = actions.programme_hours(plan.session, ceremony, NEW)
    assert [item.id for item, _, _ in hours] == [item.id for item in programme_of(plan.session, ceremony.id)]
    shift = NEW - ceremony.starts_at
    assert hours
    assert {(new.starts_at - old.starts_at, new.ends_at - old.ends_at) for _, old, new in hours} == {
        (shift, shift)
    }
    same_hour = ceremony.starts_at.replace(day=21)
    assert actions.programme_hours(plan.session, ceremony, same_hour) == []


def test_it_is_one_entry_in_the_history(plan: Plan) -> None:
    count = plan.session.scalar(select(func.count(Entry.id)))
    plan.move(replace(MOVE, draft_notice=False))
    entries = plan.session.scalars(select(Entry).order_by(Entry.id)).all()[count:]
    assert [(entry.verb, entry.noun) for entry in entries] == [("reschedule", "ceremony")]


def test_calendars_learn_of_it(plan: Plan) -> None:
    items = programme_of(plan.session, plan.cast.ceremony.id)
    before = [plan.cast.ceremony.sequence, plan.counted.sequence, *(item.sequence for item in items)]
    plan.move()
    after = [plan.cast.ceremony.sequence, plan.counted.sequence, *(item.sequence for item in items)]
    assert after == [number + 1 for number in before]


def test_what_was_chosen_to_stay_stays(plan: Plan) -> None:
    plan.move(replace(MOVE, keep_tasks=[plan.plain.id], keep_publicity=[plan.banner.id]))
    assert plan.plain.due_on == date(2026, 12, 11)
    assert plan.banner.starts_on == date(2026, 12, 7)
    assert plan.counted.due_on == date(2026, 12, 10)


def test_taken_back_everything_is_as_before(plan: Plan) -> None:
    row = plan.move()
    assert actions.undo_move(plan.session, row, plan.cast.drafter) == actions.Undone(3, 0)
    assert plan.cast.ceremony.starts_at == datetime(2026, 12, 14, 7, 30)  # noqa: DTZ001
    assert plan.days() == BEFORE
    assert plan.banner.starts_on == date(2026, 12, 7)
    with pytest.raises(Refused, match="trả lại rồi"):
        actions.undo_move(plan.session, row, plan.cast.drafter)


def test_what_was_changed_meanwhile_is_not_taken_back(plan: Plan) -> None:
    row = plan.move()
    draft = TaskDraft("Tổng duyệt", plan.cast.units[0].id, due_on=date(2026, 12, 17))
    update_task(plan.session, plan.cast.campaign, plan.plain, draft, plan.plain.version, plan.cast.drafter)
    assert actions.undo_move(plan.session, row, plan.cast.drafter) == actions.Undone(2, 1)
    assert plan.plain.due_on == date(2026, 12, 17)


def test_only_the_newest_move_is_taken_back(plan: Plan) -> None:
    first = plan.move()
    plan.move(MoveDraft(datetime(2026, 12, 28, 8, 0)))  # noqa: DTZ001
    with pytest.raises(Refused, match="mới nhất"):
        actions.undo_move(plan.session, first, plan.cast.drafter)


def test_a_stale_page_moves_nothing(plan: Plan) -> None:
    ceremony = plan.cast.ceremony
    with pytest.raises(Conflict):
        actions.move_ceremony(plan.session, ceremony, MOVE, ceremony.version + 1, TODAY, plan.cast.drafter)
    assert plan.days() == BEFORE


@pytest.mark.parametrize("starts_at", [datetime(2026, 12, 14, 7, 30), datetime(2026, 11, 20, 8, 0)])  # noqa: DTZ001
def test_the_same_and_a_past_day_are_refused(plan: Plan, starts_at: datetime) -> None:
    with pytest.raises(Refused):
        plan.move(MoveDraft(starts_at))
    assert plan.days() == BEFORE


def test_the_notice_is_ready_with_both_days_and_goes_where_the_plan_went(plan: Plan) -> None:
    row = plan.move()
    notice = plan.session.get_one(Document, row.notice_id)
    assert (notice.kind, notice.status) == (DocumentKind.LETTER, DocumentStatus.DRAFT)
    text = " ".join(section.text for section in sections_of(plan.session, notice.id))
    assert "từ 7 giờ 30 phút, thứ Hai, ngày 14/12/2026 sang 8 giờ, thứ Hai, ngày 21/12/2026" in text
    assert "do thời tiết không thuận lợi, " in text
    assert addressees_of(plan.session, notice.id) == []


def test_the_notice_cites_the_issued_plan(plan: Plan) -> None:
    plan.session.add(
        Document(
            campaign_id=plan.cast.campaign.id, agency_id=plan.cast.agency.id, kind=DocumentKind.PLAN, title="Tổ chức lễ",
            symbol="KH-UBND", status=DocumentStatus.ISSUED, draft_year=2026, number=7, number_year=2026,
            issued_on=date(2026, 11, 16),
        )
    )  # fmt: skip
    row = plan.move()
    first = sections_of(plan.session, row.notice_id or 0)[0].text
    assert "Kế hoạch số 07/KH-UBND ngày 16/11/2026" in first
