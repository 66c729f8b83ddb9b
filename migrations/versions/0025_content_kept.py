"""Where the message stands that words can not show, and the parts of a conversation found fast."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    op.add_column("arrivals", sa.Column("content", sa.String(32)))
    op.add_column("arrivals", sa.Column("chat_id", sa.BigInteger()))
    op.add_column("arrivals", sa.Column("message_id", sa.BigInteger()))
    op.create_index("ix_arrivals_lead", "arrivals", ["lead_id"])


def downgrade() -> None:
    """One step back: what words can not show is not shown again."""
    op.drop_index("ix_arrivals_lead", "arrivals")
    op.drop_column("arrivals", "message_id")
    op.drop_column("arrivals", "chat_id")
    op.drop_column("arrivals", "content")
