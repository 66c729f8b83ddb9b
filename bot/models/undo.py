"""What somebody has just done, so that it can be taken back for a minute."""

from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, ForeignKey, String, Table, and_, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import DealStatus, Outcome
from bot.models.base import Base, Id, JsonDict
from bot.models.deal import Deal
from bot.models.dossier import Dossier
from bot.models.prepared import PreparedStatement
from bot.models.pruning import prune_behind
from bot.models.task import Task


class UndoStep(Base):
    """One act of one person: `changes` are the rows as they were before and after it.

    `subject` holds the place that the screen goes back to, the work mode that the act began in, the
    tap and the update that it was, of an act in parts the step that it follows and how many clients
    that one and those before it were about, and what the use case has kept beside.
    """

    __tablename__ = "undo_steps"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    code: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]
    subject: Mapped[JsonDict]
    changes: Mapped[JsonDict]


_ADD = PreparedStatement(insert(cast(Table, UndoStep.__table__)).returning(UndoStep.__table__.c.id))


async def add_step(
    session: AsyncSession,
    user_id: int,
    code: str,
    made_at: datetime,
    *,
    subject: JsonDict,
    changes: JsonDict,
) -> int:
    """Write the step down, by a statement of its own; its number."""
    values = {"user_id": user_id, "code": code, "made_at": made_at}
    facts = {"subject": subject, "changes": changes}
    ((number,),) = await _ADD.rows(session, values | facts)
    return int(number)


async def own_step(session: AsyncSession, step_id: int, user_id: int) -> UndoStep | None:
    """The person's step, locked: two taps at once make one of them late."""
    query = select(UndoStep).where(UndoStep.id == step_id, UndoStep.user_id == user_id)
    return (await session.scalars(query.with_for_update())).first()


async def last_part(session: AsyncSession, user_id: int) -> UndoStep | None:
    """The person's latest step, however long ago."""
    query = select(UndoStep).where(UndoStep.user_id == user_id)
    return (await session.scalars(query.order_by(UndoStep.id.desc()).limit(1))).first()


async def clients_by(session: AsyncSession, step_id: int) -> int:
    """How many clients an act in parts was about by this step."""
    return total_of(await session.get_one(UndoStep, step_id))


def total_of(step: UndoStep) -> int:
    """The same for a step that is there."""
    before: int = step.subject.get("clients_before", 0)
    return before + len(step.changes["clients"])


async def step_before(session: AsyncSession, step: UndoStep, since: datetime) -> UndoStep | None:
    """The person's latest unused step before this one, made after `since`."""
    return await _latest(session, step.user_id, since, UndoStep.id < step.id)


async def last_step(session: AsyncSession, user_id: int, since: datetime) -> UndoStep | None:
    """The person's latest unused step made after `since`."""
    return await _latest(session, user_id, since)


async def _latest(
    session: AsyncSession, user_id: int, since: datetime, *which: ColumnElement[bool]
) -> UndoStep | None:
    query = select(UndoStep).where(
        UndoStep.user_id == user_id, UndoStep.made_at > since, UndoStep.used_at.is_(None), *which
    )
    return (await session.scalars(query.order_by(UndoStep.id.desc()).limit(1))).first()


async def prune_undo(session: AsyncSession, before: datetime, behind: int) -> int | None:
    """Drop the steps from before then, a portion (`Prune`); never the last one, lest its number be
    given again."""
    last = select(func.max(UndoStep.id)).scalar_subquery()
    number, made_at = UndoStep.id, UndoStep.made_at
    old = and_(made_at < before, number < last)
    return await prune_behind(session, number, made_at, old, before, behind)


def outcome_of(step: UndoStep) -> Outcome | None:
    """With which outcome the act has ended a task, where it has."""
    pairs = step.changes["rows"].get(Task.__tablename__, {}).values()
    ended = (after["outcome"] for _, after in pairs if after and "outcome" in after)
    return next((Outcome(word) for word in ended if word), None)


def opens_deal(step: UndoStep) -> bool:
    """Whether taking the act back opens a deal that it has closed."""
    pairs = step.changes["rows"].get(Deal.__tablename__, {}).values()
    return any(before and before.get("status") == DealStatus.OPEN for before, _ in pairs)


def counted_back(step: UndoStep, dossier: Dossier, name: str) -> int:
    """How many moves or attempts of the client's tasks are none any more."""
    rows = step.changes["rows"].get(Task.__tablename__, {})
    pairs = [rows[str(task.id)] for task in dossier.tasks if str(task.id) in rows]
    counted = [(before, after) for before, after in pairs if before and after and name in after]
    return sum(after[name] - before[name] for before, after in counted)
