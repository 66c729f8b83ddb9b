"""Each message of an inbound keeps its own words, and its file where only Telegram has it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

_AT_ONCE = 1000
_ARRIVALS = sa.table(
    "arrivals",
    sa.column("id", sa.BigInteger),
    sa.column("said", sa.Text),
    sa.column("text", sa.Text),
    sa.column("sender", sa.JSON),
    sa.column("lead_id", sa.BigInteger),
    sa.column("task_id", sa.BigInteger),
)
_TASKS = sa.table("tasks", sa.column("id", sa.BigInteger), sa.column("text", sa.Text))


class _Part(NamedTuple):
    id: int
    group: int
    said: str | None
    whole: str


def upgrade() -> None:
    """One step forward: what is known of each message goes to it, the rest to the first one."""
    op.add_column("arrivals", sa.Column("said", sa.Text(), nullable=False, server_default=""))
    op.add_column("arrivals", sa.Column("file_id", sa.Text()))
    op.create_index("ix_arrivals_task", "arrivals", ["task_id"])
    _share(_of_tasks())
    _share(_of_questions())


def downgrade() -> None:
    """One step back: tasks have all the words."""
    op.drop_index("ix_arrivals_task", "arrivals")
    op.drop_column("arrivals", "file_id")
    op.drop_column("arrivals", "said")


def _of_tasks() -> sa.Select[Any]:
    arrival = _ARRIVALS.c
    whole = sa.func.coalesce(_TASKS.c.text, "")
    return (
        sa.select(arrival.id, arrival.task_id, arrival.sender, whole)
        .join_from(_ARRIVALS, _TASKS, _TASKS.c.id == arrival.task_id)
        .order_by(arrival.task_id, arrival.id)
    )


def _of_questions() -> sa.Select[Any]:
    arrival, lead = _ARRIVALS.c, _ARRIVALS.alias("lead")
    first = sa.func.coalesce(arrival.lead_id, arrival.id)
    return (
        sa.select(arrival.id, first, arrival.sender, lead.c.text)
        .join_from(_ARRIVALS, lead, lead.c.id == first)
        .where(arrival.task_id.is_(None), lead.c.task_id.is_(None))
        .order_by(first, arrival.id)
    )


def _share(query: sa.Select[Any]) -> None:
    connection = op.get_bind()
    rows = connection.execute(query).all()
    parts = [_Part(row[0], row[1], (row[2] or {}).get("said"), row[3]) for row in rows]
    values = [
        {"number": number, "words": words}
        for _, group in groupby(parts, key=lambda part: part.group)
        for number, words in _shared(list(group))
        if words
    ]
    put = sa.update(_ARRIVALS).where(_ARRIVALS.c.id == sa.bindparam("number"))
    put = put.values(said=sa.bindparam("words"))
    for start in range(0, len(values), _AT_ONCE):
        connection.execute(put, values[start : start + _AT_ONCE])


def _shared(group: Sequence[_Part]) -> Iterator[tuple[int, str]]:
    """The words of each, so that all of them together are what they were."""
    rest = group[0].whole
    for part in group:
        head, found, tail = f"\n{rest}\n".rpartition(f"\n{part.said}\n") if part.said else ("",) * 3
        if found:
            rest = "\n".join(lines for lines in (head.strip("\n"), tail.strip("\n")) if lines)
    first = next((part.id for part in group if part.said is None), group[0].id)
    for part in group:
        own = part.said or ""
        if part.id == first:
            own = "\n".join(lines for lines in (rest, own) if lines)
        yield part.id, own
