"""What is said of a task: the update, its files, and where the task stands afterwards, in one change."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from campaign.errors import Missing, Problem, Refused, refuse_any
from campaign.glossary import UpdateKind
from campaign.history.actions import Author, log
from campaign.history.phrases import Verb
from campaign.tasks import phrases
from campaign.tasks.model import Evidence, Task, TaskUpdate, update_by_key
from campaign.tasks.rules import reporting
from campaign.tasks.rules.reporting import Side, Standing, UpdateDraft
from campaign.tasks.rules.standing import is_finished, is_running
from campaign.vietnamese import safe_file_name

_OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True)
class Speaker:
    """Who says it, on which side, and for which unit (None: for the office)."""

    author: Author
    side: Side
    unit_id: int | None = None


def standing_of(task: Task) -> Standing:
    """The task as the rules of reporting see it."""
    return Standing(task.status, task.deadline, task.asked_until)


def add_update(
    session: Session, task: Task, draft: UpdateDraft, speaker: Speaker, at: datetime
) -> TaskUpdate:
    """Record what was said at `at` (aware); Refused when it is out of turn or lacks something.

    The same form sent again (same key) adds nothing and gives the update that stands. Of several who speak at once
    each speaks where the one before left the task.
    """
    session.refresh(task, with_for_update=True)
    if (sent := update_by_key(session, draft.key)) is not None:
        if sent.task_id != task.id:
            raise Missing(phrases.OTHER_TASK)
        return sent
    if task.deleted_at is not None:
        raise Refused(Problem("kind", phrases.DELETED_MEANWHILE))
    today = at.astimezone(_OFFICE_ZONE).date()
    refuse_any(reporting.check(draft, speaker.side, standing_of(task), today))
    behalf = reporting.on_behalf(draft.kind, speaker.side)
    update = TaskUpdate(
        task_id=task.id, at=at, key=draft.key, user_id=speaker.author.id, by=speaker.author.full_name,
        unit_id=task.lead_unit_id if behalf else speaker.unit_id, on_behalf=behalf, kind=draft.kind,
        status=reporting.status_after(draft.kind, task.status), text=draft.text, percent=draft.percent,
        until=reporting.until_of(draft, standing_of(task)),
    )  # fmt: skip
    _apply(task, update, at)
    log(session, speaker.author, Verb.UPDATE, task, campaign_id=task.campaign_id, title=task.text)
    session.add(update)
    session.flush()
    session.add_all(
        Evidence(update_id=update.id, task_id=task.id, name=safe_file_name(file.name), size=len(file.data), data=file.data)
        for file in draft.files
    )  # fmt: skip
    session.flush()
    return update


def _apply(task: Task, update: TaskUpdate, at: datetime) -> None:
    """Let the task stand as the update says."""
    task.status = update.status
    if not is_finished(task.status):
        task.done_on = None
    if update.kind is UpdateKind.REPORT:
        task.done_on, task.percent = at.astimezone(_OFFICE_ZONE).date(), 100
    elif update.percent is not None:
        task.percent = update.percent
    if update.kind is UpdateKind.ASK:
        task.asked_until = update.until
    elif update.kind in {UpdateKind.GRANT, UpdateKind.REFUSE} or not is_running(task.status):
        task.asked_until = None
    if update.kind is UpdateKind.GRANT:
        _extend(task, update)


def _extend(task: Task, update: TaskUpdate) -> None:
    """A granted day is a fixed day: it takes the place of words and of an offset from the ceremony."""
    task.due_on = task.deadline = update.until
    task.due_words = task.due_time = task.offset_count = task.offset_unit = None
    task.sequence += 1
