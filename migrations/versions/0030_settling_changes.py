"""How far a change of the policy has been carried out."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_COLUMNS = ("clients_until", "tasks_until")


def upgrade() -> None:
    """One step forward."""
    for name in _COLUMNS:
        op.add_column("policy_changes", sa.Column(name, _ID))


def downgrade() -> None:
    """One step back."""
    for name in reversed(_COLUMNS):
        op.drop_column("policy_changes", name)
