"""Alembic's entry: migrates the connection handed in by campaign.upgrade, or the configured database."""

from alembic import context

from campaign import schema

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=schema.METADATA,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
