"""How far people are in each of the courses; all that stood there is of the managers' one."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

_KEY = "pk_course_progress"


def upgrade() -> None:
    """One step forward."""
    with op.batch_alter_table("course_progress") as table:
        course = sa.Column("course", sa.String(32), nullable=False, server_default="work")
        table.add_column(course)
        table.drop_constraint(_KEY, type_="primary")
        table.create_primary_key(_KEY, ["user_id", "course"])
    with op.batch_alter_table("course_progress") as table:
        table.alter_column("course", server_default=None)


def downgrade() -> None:
    """One step back: the other courses begin anew."""
    op.execute("DELETE FROM course_progress WHERE course <> 'work'")
    with op.batch_alter_table("course_progress") as table:
        table.drop_constraint(_KEY, type_="primary")
        table.create_primary_key(_KEY, ["user_id"])
        table.drop_column("course")
