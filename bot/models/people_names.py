"""People by what other systems call them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.inbound.matching import fold_name
from bot.models.user import User


async def people_called(session: AsyncSession, names: Sequence[str]) -> dict[str, int]:
    """The active people whom another system calls so: their names in either order, or their
    Telegram ids. Who is not recognised is not in it, nor is a name that two people have."""
    people = (await session.scalars(select(User).where(User.active.is_(True)))).all()
    known: dict[str, list[int]] = {}
    for person in people:
        for called in (fold_name(person.name), str(person.telegram_id)):
            known.setdefault(called, []).append(person.id)
    found = {name: known.get(name.strip()) or known.get(fold_name(name), []) for name in names}
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


async def names_at_work(session: AsyncSession) -> Sequence[str]:
    """What the active people are called."""
    return (await session.scalars(select(User.name).where(User.active.is_(True)))).all()
