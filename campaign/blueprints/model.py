"""Tables of blueprints and their tasks, and which unit an office gave each role last."""

from collections.abc import Sequence
from datetime import time

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from campaign.db import Base, Erasable, Record
from campaign.glossary import DayUnit


class Blueprint(Erasable):
    """A checklist of an office. Campaigns are started from it; it knows nothing of them."""

    __tablename__ = "blueprint"

    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    name: Mapped[str]
    note: Mapped[str | None]


class BlueprintTask(Record):
    """A task of a blueprint: roles for units, an offset from the ceremony (T) or words for a day."""

    __tablename__ = "blueprint_task"

    blueprint_id: Mapped[int] = mapped_column(ForeignKey("blueprint.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[str]
    lead_role: Mapped[str]  # "đơn vị tham mưu giấy mời"
    helper_roles: Mapped[list[str]]
    offset_count: Mapped[int | None]
    offset_unit: Mapped[DayUnit | None]
    due_time: Mapped[time | None]
    due_words: Mapped[str | None]
    expected_result: Mapped[str | None]


class RoleBinding(Base):
    """The unit an office gave a role when it last used a blueprint: offered again next time."""

    __tablename__ = "role_binding"
    __table_args__ = (UniqueConstraint("agency_id", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    role: Mapped[str]  # folded
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"))


def of_agency(session: Session, agency_id: int, *, deleted: bool = False) -> Sequence[Blueprint]:
    """Blueprints of an office by name."""
    query = select(Blueprint).where(Blueprint.agency_id == agency_id)
    query = query.where(Blueprint.deleted_at.is_not(None) if deleted else Blueprint.deleted_at.is_(None))
    return session.scalars(query.order_by(Blueprint.name, Blueprint.id)).all()


def tasks_of(session: Session, blueprint_ids: Sequence[int]) -> dict[int, list[BlueprintTask]]:
    """Tasks of blueprints by their ids, each in order; one query."""
    found: dict[int, list[BlueprintTask]] = {blueprint_id: [] for blueprint_id in blueprint_ids}
    query = select(BlueprintTask).where(BlueprintTask.blueprint_id.in_(blueprint_ids))
    for row in session.scalars(query.order_by(BlueprintTask.position, BlueprintTask.id)):
        found[row.blueprint_id].append(row)
    return found


def bindings_of(session: Session, agency_id: int) -> dict[str, int]:
    """The unit an office gave each (folded) role last."""
    query = select(RoleBinding).where(RoleBinding.agency_id == agency_id)
    return {row.role: row.unit_id for row in session.scalars(query)}
