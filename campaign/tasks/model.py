"""Tables of tasks and the units that help with them."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Base, Erasable
from campaign.glossary import TaskStatus


class Task(Erasable):
    """What a lead unit does. The due date is a day, or words ("thường xuyên"), or not set."""

    __tablename__ = "task"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str]  # the duty as a plan says it, without the unit's name
    lead_unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    due_on: Mapped[date | None]
    due_words: Mapped[str | None]
    person: Mapped[str | None]  # in charge at the unit, when known
    basis: Mapped[str | None]  # document and section the task comes from
    expected_result: Mapped[str | None]
    status: Mapped[TaskStatus] = mapped_column(default=TaskStatus.OPEN)
    done_on: Mapped[date | None]
    note: Mapped[str | None]
    uid: Mapped[str] = mapped_column(unique=True)
    sequence: Mapped[int] = mapped_column(default=0)


class Coordination(Base):
    """A unit that coordinates in a task it does not lead."""

    __tablename__ = "coordination"

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), primary_key=True)
    position: Mapped[int]


def of_campaign(session: Session, campaign_id: int, *, deleted: bool = False) -> Sequence[Task]:
    """Tasks of a campaign in the plan's order."""
    query = select(Task).where(Task.campaign_id == campaign_id)
    query = query.where(Task.deleted_at.is_not(None) if deleted else Task.deleted_at.is_(None))
    return session.scalars(query.order_by(Task.position, Task.id)).all()


def of_campaigns(session: Session, campaign_ids: Sequence[int]) -> Sequence[Task]:
    """Tasks of several campaigns by due date, those without one last; one query."""
    query = select(Task).where(Task.campaign_id.in_(campaign_ids), Task.deleted_at.is_(None))
    return session.scalars(query.order_by(Task.due_on.is_(None), Task.due_on, Task.position)).all()


def coordinating(session: Session, task_ids: Sequence[int]) -> dict[int, list[int]]:
    """Unit ids that coordinate, in order, for each task id given; one query."""
    found: dict[int, list[int]] = {task_id: [] for task_id in task_ids}
    query = select(Coordination).where(Coordination.task_id.in_(task_ids)).order_by(Coordination.position)
    for row in session.scalars(query):
        found[row.task_id].append(row.unit_id)
    return found
