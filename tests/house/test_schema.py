"""Migrations make exactly the tables the models describe, on both databases."""

from collections.abc import Sequence
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Engine, ForeignKeyConstraint, Integer, MetaData, select
from sqlalchemy.orm import Session

from campaign import schema
from campaign.tasks.model import Task
from tests.conftest import Cast


def differences(engine: Engine, metadata: MetaData) -> list[object]:
    """What a migration would still have to change."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = list(compare_metadata(context, metadata))
    return found if engine.dialect.name == "postgresql" else _without_lookalikes(found)


def _without_lookalikes(found: Sequence[Any]) -> list[object]:
    """Without keys that are taken out and put back alike.

    SQLAlchemy does not see ON DELETE of a key written beside its column, as SQLite's ADD COLUMN wants it; PostgreSQL tells.
    """
    ways: dict[tuple[object, ...], set[str]] = {}
    for kind, *rest in found:
        if kind in {"remove_fk", "add_fk"}:
            ways.setdefault(_columns(rest[0]), set()).add(kind)
    alike = {columns for columns, kinds in ways.items() if len(kinds) == 2}
    return [each for each in found if not (each[0] in {"remove_fk", "add_fk"} and _columns(each[1]) in alike)]


def _columns(key: ForeignKeyConstraint) -> tuple[object, ...]:
    return key.table.name, tuple(key.column_keys), tuple(element.target_fullname for element in key.elements)


def test_migrations_match_the_models(engine: Engine) -> None:
    assert differences(engine, schema.METADATA) == []
    assert schema.is_current(engine)


def test_a_column_without_migration_is_named(engine: Engine) -> None:
    richer = MetaData(naming_convention=schema.METADATA.naming_convention)
    for table in schema.METADATA.sorted_tables:
        table.to_metadata(richer)
    richer.tables["task"].append_column(Column("weight", Integer))
    (difference,) = differences(engine, richer)
    assert isinstance(difference, tuple)
    assert (difference[0], difference[3].name) == ("add_column", "weight")


def test_deleting_a_ceremony_lets_its_tasks_live(session: Session, cast: Cast) -> None:
    session.add(
        Task(
            campaign_id=cast.campaign.id,
            position=1,
            text="x",
            lead_unit_id=cast.units[0].id,
            uid="u",
            ceremony_id=cast.ceremony.id,
        )
    )
    session.flush()
    session.delete(cast.ceremony)
    session.flush()
    session.expire_all()
    assert session.scalars(select(Task.ceremony_id)).all() == [None]
