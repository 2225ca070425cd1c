"""Migrations make exactly the tables the models describe, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Engine, Integer, MetaData

from campaign import schema


def differences(engine: Engine, metadata: MetaData) -> list[object]:
    """What a migration would still have to change."""
    with engine.connect() as connection:
        return list(
            compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
        )


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
