"""Let units report their tasks"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# What is said of a task is append-only in the database itself, whoever connects (as in 0001).
APPEND_ONLY = ("task_update", "evidence")
SQLITE_GUARDS = [
    f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    for table in APPEND_ONLY
    for verb in ("update", "delete")
]
POSTGRES_GUARDS = [
    f"CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION is_append_only()"
    for table in APPEND_ONLY
]

REFERENCES = {"ceremony_id": "ceremony", "after_task_id": "task"}


# Added one by one: rebuilding the table, as batch mode does on SQLite, would cascade into the tables beneath it.
def columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("due_time", sa.Time(), nullable=True),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("offset_count", sa.Integer(), nullable=True),
        sa.Column("offset_unit", sa.String(30), nullable=True),
        sa.Column("pinned", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("urgency", sa.String(30), nullable=False, server_default="normal"),
        sa.Column("basis_section", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("asked_until", sa.Date(), nullable=True),
    ]


def upgrade() -> None:
    for column in columns():
        op.add_column("task", column)
    for name, table in REFERENCES.items():
        key = f"CONSTRAINT fk_task_{name} REFERENCES {table} (id) ON DELETE SET NULL"
        op.execute(f"ALTER TABLE task ADD COLUMN {name} INTEGER {key}")
    op.create_index("ix_task_ceremony_id", "task", ["ceremony_id"])
    op.execute("UPDATE task SET deadline = due_on")

    op.create_table(
        "task_update",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("on_behalf", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_task_update_task_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_task_update_unit_id")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_task_update_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_update")),
        sa.UniqueConstraint("key", name=op.f("uq_task_update_key")),
    )
    op.create_index("ix_task_update_task_id", "task_update", ["task_id"])
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("update_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_evidence_task_id")),
        sa.ForeignKeyConstraint(["update_id"], ["task_update.id"], name=op.f("fk_evidence_update_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index("ix_evidence_task_id", "evidence", ["task_id"])
    op.create_index("ix_evidence_update_id", "evidence", ["update_id"])
    for statement in POSTGRES_GUARDS if op.get_bind().dialect.name == "postgresql" else SQLITE_GUARDS:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("evidence")
    op.drop_table("task_update")
    op.drop_index("ix_task_ceremony_id", "task")
    for name in [*(column.name for column in columns()), *REFERENCES]:
        op.drop_column("task", name)
