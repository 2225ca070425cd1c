"""A move and its undoing: dates of the ceremony, its tasks and its publicity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from campaign.campaigns.model import Campaign
from campaign.ceremonies.actions import restart_ceremony
from campaign.ceremonies.model import Ceremony, CeremonyMove, ProgrammeItem, moves_of, programme_of
from campaign.ceremonies.model import of_campaign as ceremonies_of
from campaign.ceremonies.rules import Span, run
from campaign.db import expect_version, utc_now
from campaign.errors import Problem, Refused, refuse_any
from campaign.glossary import TaskStatus
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.people.model import Agency, days_off_for, units_of
from campaign.publicity.model import Activity
from campaign.publicity.model import of_campaign as activities_of
from campaign.rescheduling import phrases, rules
from campaign.rescheduling.actions.notice import draft_notice
from campaign.rescheduling.rules import Dated, Frame, Kind, Move, MoveDraft, Outlook
from campaign.tasks.model import Task
from campaign.tasks.model import of_campaign as tasks_of
from campaign.tasks.rules import FARTHEST
from campaign.tasks.rules.standing import is_finished
from campaign.workdays import Offset, years_around

REACH = timedelta(days=2 * FARTHEST)  # how far from the ceremony a task may land: the calendar to load


@dataclass(frozen=True)
class Undone:
    """What taking a move back did: how many days went back, and how many had been changed meanwhile and stay."""

    back: int
    kept: int


def preview(
    session: Session, campaign: Campaign, ceremony: Ceremony, after: datetime, today: date
) -> Outlook:
    """What a move to `after` (office time) would do; a fixed number of queries, nothing is written."""
    return rules.outlook(
        _dated(session, campaign, ceremony, today), _frame(session, campaign, ceremony, after, today)
    )


def programme_hours(
    session: Session, ceremony: Ceremony, after: datetime
) -> list[tuple[ProgrammeItem, Span, Span]]:
    """Each step of the programme with its hours now and after the move; empty when only the day changes."""
    if ceremony.starts_at.time() == after.time():
        return []
    steps = programme_of(session, ceremony.id)
    return list(zip(steps, run(ceremony.starts_at, steps), run(after, steps), strict=True))


def move_ceremony(
    session: Session, ceremony: Ceremony, draft: MoveDraft, version: int, today: date, by: Author
) -> CeremonyMove:
    """Move a ceremony read at `version` with everything counted from its day; Refused for the same or a past start."""
    expect_version(ceremony, version)
    campaign = session.get_one(Campaign, ceremony.campaign_id)
    refuse_any(rules.check_start(ceremony.starts_at, draft.starts_at, today))
    frame = _frame(session, campaign, ceremony, draft.starts_at, today)
    found = rules.outlook(_dated(session, campaign, ceremony, today), frame)
    keeps = {Kind.TASK: set(draft.keep_tasks), Kind.PUBLICITY: set(draft.keep_publicity)}
    moves = [move for move in found.moves if move.dated.id not in keeps[move.dated.kind]]
    restart_ceremony(ceremony, programme_of(session, ceremony.id), draft.starts_at)
    row = CeremonyMove(
        campaign_id=campaign.id, ceremony_id=ceremony.id, before=frame.before, after=frame.after, reason=draft.reason,
        by=by.full_name, changes=_changes(moves),
    )  # fmt: skip
    log(session, by, Verb.RESCHEDULE, ceremony, campaign_id=campaign.id, title=ceremony.title)
    _apply(session, campaign, row.changes, place=1)
    session.add(row)
    session.flush()
    if draft.draft_notice:
        row.notice_id = draft_notice(session, campaign, ceremony, row, today, by).id
    session.flush()
    return row


def undo_move(session: Session, row: CeremonyMove, by: Author) -> Undone:
    """Take the newest move back; days changed since stay as they are. Refused when it is not the newest any more."""
    campaign = session.get_one(Campaign, row.campaign_id)
    ceremony = session.get_one(Ceremony, row.ceremony_id)
    if row.undone_at is not None:
        raise Refused(Problem("", phrases.ALREADY_UNDONE))
    if moves_of(session, ceremony.id)[0] is not row:
        raise Refused(Problem("", phrases.MOVED_AGAIN))
    if ceremony.starts_at != row.after:
        raise Refused(Problem("", phrases.CHANGED_SINCE))
    restart_ceremony(ceremony, programme_of(session, ceremony.id), row.before)
    log(session, by, Verb.RESCHEDULE, ceremony, campaign_id=campaign.id, title=ceremony.title)
    back = _apply(session, campaign, row.changes, place=0)
    row.undone_at = utc_now()
    session.flush()
    return Undone(back, sum(map(len, row.changes.values())) - back)


def _frame(session: Session, campaign: Campaign, ceremony: Ceremony, after: datetime, today: date) -> Frame:
    agency = session.get_one(Agency, campaign.agency_id)
    days = [ceremony.starts_at.date(), after.date()]
    years = years_around([min(days) - REACH, max(days) + REACH])
    return Frame(ceremony.starts_at, after, days_off_for(session, agency.id, years), agency.due_shift, today)


def _dated(session: Session, campaign: Campaign, ceremony: Ceremony, today: date) -> list[Dated]:
    """Every task and publicity activity with a day; plain days count from the campaign's first ceremony."""
    units = {unit.id: unit.short_name for unit in units_of(session, campaign.agency_id)}
    first = ceremonies_of(session, campaign.id)[0].id
    tasks = [
        Dated(
            Kind.TASK, task.id, task.text, units[task.lead_unit_id], task.due_on, offset=_offset(task),
            stays=_why_task_stays(task, ceremony, first),
        )
        for task in tasks_of(session, campaign.id)
        if task.due_on is not None
    ]  # fmt: skip
    activities = [
        Dated(
            Kind.PUBLICITY, row.id, row.content, units.get(row.unit_id or 0, ""), row.starts_on, row.ends_on,
            stays=phrases.OVER if (row.ends_on or row.starts_on) < today else _other(None, ceremony, first),
        )
        for row in activities_of(session, campaign.id)
        if row.starts_on is not None
    ]  # fmt: skip
    return [*tasks, *activities]


def _offset(task: Task) -> Offset | None:
    if task.offset_count is None or task.offset_unit is None:
        return None
    return Offset(task.offset_count, task.offset_unit)


def _why_task_stays(task: Task, ceremony: Ceremony, first: int) -> str | None:
    if is_finished(task.status):
        return phrases.DONE
    if task.status is TaskStatus.DROPPED:
        return phrases.DROPPED
    return phrases.PINNED if task.pinned else _other(task.ceremony_id, ceremony, first)


def _other(anchor: int | None, ceremony: Ceremony, first: int) -> str | None:
    return None if (anchor or first) == ceremony.id else phrases.OTHER_CEREMONY


def _changes(moves: Sequence[Move]) -> dict[str, Any]:
    """The moves as the table keeps them: ISO days before and after, by kind and id."""
    found: dict[str, Any] = {kind.value: {} for kind in Kind}
    for move in moves:
        dated = move.dated
        if dated.kind is Kind.TASK:
            days: list[Any] = [dated.day.isoformat(), move.day.isoformat()]
        else:
            days = [_span(dated.day, dated.ends_on), _span(move.day, move.ends_on)]
        found[dated.kind.value][str(dated.id)] = days
    return found


def _span(starts_on: date, ends_on: date | None) -> list[str | None]:
    return [starts_on.isoformat(), ends_on.isoformat() if ends_on else None]


def _apply(session: Session, campaign: Campaign, changes: Mapping[str, Any], place: int) -> int:
    """Give everything its day of that place (0 before, 1 after) if it still has the other one; how many got it."""
    done = 0
    tasks = {str(task.id): task for task in tasks_of(session, campaign.id)}
    for key, days in changes[Kind.TASK.value].items():
        task = tasks.get(key)
        if task is not None and task.due_on == date.fromisoformat(days[1 - place]):
            task.due_on = task.deadline = date.fromisoformat(days[place])
            task.sequence += 1
            done += 1
    activities = {str(row.id): row for row in activities_of(session, campaign.id)}
    for key, spans in changes[Kind.PUBLICITY.value].items():
        row = activities.get(key)
        if (
            row is not None
            and row.starts_on is not None
            and _span(row.starts_on, row.ends_on) == spans[1 - place]
        ):
            _place(row, spans[place])
            done += 1
    return done


def _place(row: Activity, span: Sequence[str | None]) -> None:
    row.starts_on, row.ends_on = (date.fromisoformat(day) if day else None for day in span)
