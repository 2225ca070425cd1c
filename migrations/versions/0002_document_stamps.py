"""Give documents stamps of urgency and circulation, and the drafter's code; keep what is handed out with issued ones"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Columns are added and dropped in place: copying the table, as a batch does by itself, would drop it under its children.
_IN_PLACE = {"table_name": "document", "recreate": "never"}


def upgrade() -> None:
    with op.batch_alter_table(**_IN_PLACE) as batch_op:
        batch_op.add_column(sa.Column("urgency", sa.String(30), nullable=False, server_default="normal"))
        batch_op.add_column(sa.Column("circulation", sa.String(30), nullable=False, server_default="free"))
        batch_op.add_column(sa.Column("drafter_code", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("copies", sa.Integer(), nullable=True))
    _keep_handouts()


def downgrade() -> None:
    op.drop_table("issued_handouts")
    with op.batch_alter_table(**_IN_PLACE) as batch_op:
        for name in ("copies", "drafter_code", "circulation", "urgency"):
            batch_op.drop_column(name)


def _keep_handouts() -> None:
    """What is handed out with an issued document: append-only in the database itself, as 0001 has it for issued_paper."""
    op.create_table(
        "issued_handouts",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("template", sa.LargeBinary(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_issued_handouts_document_id")
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_issued_handouts")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER issued_handouts_guard BEFORE UPDATE OR DELETE ON issued_handouts "
            "FOR EACH ROW EXECUTE FUNCTION is_append_only()"
        )
        return
    for verb in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER issued_handouts_no_{verb} BEFORE {verb} ON issued_handouts "
            "BEGIN SELECT RAISE(ABORT, 'issued_handouts is append-only'); END"
        )
