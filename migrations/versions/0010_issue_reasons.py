"""Keep why a document was issued against the format check"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("issue_reason", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("document", "issue_reason")
