"""What units said of the demo's tasks: the updates that bring each to where it stands."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from campaign.demo.data import Duty
from campaign.demo.phrases import DONE_WELL, HALF_DONE
from campaign.glossary import TaskStatus, UpdateKind
from campaign.tasks.rules.reporting import UpdateDraft

_OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_STEPS = {
    TaskStatus.OPEN: (),
    TaskStatus.ACCEPTED: (UpdateKind.ACCEPT,),
    TaskStatus.DOING: (UpdateKind.ACCEPT, UpdateKind.PROGRESS),
    TaskStatus.REPORTED: (UpdateKind.ACCEPT, UpdateKind.REPORT),
    TaskStatus.DONE: (UpdateKind.ACCEPT, UpdateKind.REPORT, UpdateKind.CONFIRM),
}
_WORDS = {UpdateKind.PROGRESS: HALF_DONE, UpdateKind.REPORT: DONE_WELL}


@dataclass(frozen=True)
class Said:
    """One update and the moment it was made."""

    draft: UpdateDraft
    at: datetime


def said_of(duty: Duty, last: date) -> Iterator[Said]:
    """The updates of a duty in order: the unit took it on some days before `last`, and said the rest on it."""
    for hour, kind in enumerate(_STEPS[duty.status], start=14):
        day = last - timedelta(days=4) if kind is UpdateKind.ACCEPT else last
        percent = 50 if kind is UpdateKind.PROGRESS else None
        draft = UpdateDraft(kind, uuid.uuid4().hex, _WORDS.get(kind, ""), percent)
        yield Said(draft, datetime.combine(day, time(hour), _OFFICE_ZONE))
