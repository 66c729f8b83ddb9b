"""Which messages belong together: to a first one, and to an inbound."""

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.models.arrival import Arrival, ArrivalState
from bot.models.business import BusinessChat

_MOST_CONTENTS = 200
_WAITING = (ArrivalState.WAITING, ArrivalState.HELD, ArrivalState.HEADS)

_ON_TASK = select(Arrival).where(Arrival.task_id == bindparam("task")).order_by(Arrival.id)
_SAME = (
    select(Arrival)
    .where(
        Arrival.dedupe_key == bindparam("key"),
        Arrival.task_id.is_not(None),
        Arrival.id != bindparam("number"),
    )
    .order_by(Arrival.id)
    .limit(1)
)
_LATER = (
    select(Arrival.id)
    .where(Arrival.task_id == bindparam("task"), Arrival.id > bindparam("number"))
    .limit(1)
)
_LAST_BROUGHT = (
    select(Arrival.id)
    .where(
        Arrival.task_id == bindparam("task"),
        Arrival.user_id == bindparam("person"),
        Arrival.lead_id.is_(None),
        Arrival.dedupe_key.is_not(None),
    )
    .order_by(Arrival.id.desc())
    .limit(1)
)
_ANSWERED = select(BusinessChat).where(
    BusinessChat.task_id == bindparam("task"), BusinessChat.answer.is_not(None)
)


async def parts_of(session: AsyncSession, lead: Arrival) -> Sequence[Arrival]:
    """The parts that wait together with the first of them."""
    query = select(Arrival).where(
        Arrival.user_id == lead.user_id, Arrival.lead_id == lead.id, Arrival.state.in_(_WAITING)
    )
    return (await session.scalars(query.order_by(Arrival.id))).all()


async def parts_on(session: AsyncSession, task_id: int) -> Sequence[Arrival]:
    """The messages that the inbound is made of, in the order in which they came."""
    return (await session.scalars(_ON_TASK, {"task": task_id})).all()


async def same_message(session: AsyncSession, arrival: Arrival) -> Arrival | None:
    """The very same message on an inbound, whoever has brought it."""
    values = {"key": arrival.dedupe_key, "number": arrival.id}
    return (await session.scalars(_SAME, values)).first()


async def has_later(session: AsyncSession, task_id: int, arrival: Arrival) -> bool:
    """Whether the inbound has a message that came after this one."""
    values = {"task": task_id, "number": arrival.id}
    return (await session.scalars(_LATER, values)).first() is not None


async def last_brought_on(session: AsyncSession, task_id: int, person_id: int) -> int | None:
    """The first part of what the person has brought last to the inbound."""
    values = {"task": task_id, "person": person_id}
    return (await session.scalars(_LAST_BROUGHT, values)).first()


async def answered_chats(session: AsyncSession, task_id: int) -> Sequence[BusinessChat]:
    """The chats about the inbound in which somebody has written back."""
    return (await session.scalars(_ANSWERED, {"task": task_id})).all()


async def bring_together(session: AsyncSession, task_id: int, others: Sequence[int]) -> None:
    """What was brought to these inbounds, and the chats about them, belong to that one."""
    for table in (Arrival, BusinessChat):
        held = update(table).where(table.task_id.in_(others)).values(task_id=task_id)
        await session.execute(held)


async def count_parts(session: AsyncSession, lead_id: int) -> int:
    """How many messages belong to this first one, whatever became of them."""
    query = select(func.count()).where(Arrival.lead_id == lead_id)
    return await session.scalar(query) or 0


async def parts_of_task(session: AsyncSession, task_id: int) -> int:
    """How many messages the inbound is made of."""
    return await session.scalar(select(func.count()).where(Arrival.task_id == task_id)) or 0


async def contents_of(
    session: AsyncSession, client_id: int, task_ids: Iterable[int]
) -> Sequence[Arrival]:
    """What was put on these inbounds of the client and words can not show, in its order."""
    query = select(Arrival).where(
        Arrival.client_id == client_id,
        Arrival.task_id.in_(list(task_ids)),
        Arrival.content.is_not(None),
        Arrival.message_id.is_not(None),
    )
    return (await session.scalars(query.order_by(Arrival.id).limit(_MOST_CONTENTS))).all()
