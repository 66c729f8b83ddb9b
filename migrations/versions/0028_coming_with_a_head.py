"""An invite of a head names single managers who come to the head's team."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step forward."""
    with op.batch_alter_table("invites") as batch:
        batch.add_column(sa.Column("people", sa.JSON(), nullable=True))


def downgrade() -> None:
    """One step back."""
    with op.batch_alter_table("invites") as batch:
        batch.drop_column("people")
