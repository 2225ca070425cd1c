"""What came of a task in words: where it stands, how far it is, and what was last reported of it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from campaign.glossary import TaskStatus, UpdateKind
from campaign.tasks import phrases
from campaign.tasks.rules.standing import ASIDE, is_finished
from campaign.vietnamese import short_date

_TELL = frozenset({UpdateKind.PROGRESS, UpdateKind.REPORT, UpdateKind.PAUSE, UpdateKind.DROP})
_TAKE_BACK = frozenset({UpdateKind.RETURN, UpdateKind.RESUME})  # what was told before no longer holds


@dataclass(frozen=True)
class Said:
    """What was said of a task on a day of the office, and where the task stood after it."""

    task_id: int
    day: date
    kind: UpdateKind
    status: TaskStatus
    text: str = ""
    percent: int | None = None
    until: date | None = None


def last_words(said: Iterable[Said]) -> dict[int, str]:
    """What was last reported of each task that anything holds of, by task id; `said` comes oldest first."""
    words: dict[int, str] = {}
    for each in said:
        if each.kind in _TAKE_BACK:
            words.pop(each.task_id, None)
        elif each.kind in _TELL and (each.text or each.kind is not UpdateKind.PROGRESS):
            words[each.task_id] = each.text
    return {task_id: text for task_id, text in words.items() if text}


def outcome(status: TaskStatus, done_on: date | None, percent: int | None, told: str = "") -> str:
    """ "Hoàn thành ngày 22/11/2026: đã treo 20 băng rôn", "Đã làm 60%: …", "Tạm dừng: …"; else what was told, or the status."""
    if is_finished(status):
        head = phrases.FINISHED_ON.format(day=short_date(done_on)) if done_on else status.label
    elif status in ASIDE:
        head = status.label
    elif percent:
        head = phrases.PERCENT_DONE.format(percent=percent)
    else:
        return told or status.label
    return phrases.AND_TOLD.format(head=head, told=told) if told else head
