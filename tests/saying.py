"""Bringing a task to where a test wants it, through the same updates as people send."""

import uuid
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from campaign.gate import OFFICE_ZONE
from campaign.glossary import TaskStatus, UpdateKind
from campaign.people.model import User
from campaign.tasks.actions import Speaker, add_update
from campaign.tasks.model import Task
from campaign.tasks.rules.reporting import Side, UpdateDraft

K, S = UpdateKind, TaskStatus
STEPS = {
    S.OPEN: [],
    S.ACCEPTED: [K.ACCEPT],
    S.DOING: [K.PROGRESS],
    S.REPORTED: [K.REPORT],
    S.DONE: [K.REPORT, K.CONFIRM],
    S.PAUSED: [K.PAUSE],
    S.DROPPED: [K.DROP],
}


def bring_to(session: Session, task: Task, status: TaskStatus, day: date, by: User) -> None:
    """The office says on that day what brings an untouched task to `status`."""
    for kind in STEPS[status]:
        draft = UpdateDraft(kind, uuid.uuid4().hex, "Nội dung")
        add_update(
            session, task, draft, Speaker(by, Side.OFFICE), datetime.combine(day, time(9), OFFICE_ZONE)
        )
