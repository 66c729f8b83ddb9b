"""The stages of a deal, as the company has named them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, Id
from bot.models.job_run import run_again

_CHANGED = "stages"


class Stage(Base):
    """One stage; deals keep its name, so that one taken off the list stays readable."""

    __tablename__ = "stages"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(64))


async def all_stages(session: AsyncSession) -> Sequence[Stage]:
    """Every stage in the company's order."""
    return (await session.scalars(select(Stage).order_by(Stage.position, Stage.id))).all()


async def stages_to_change(session: AsyncSession, now: datetime) -> Sequence[Stage]:
    """The same for one who changes them: until the transaction ends, others wait here."""
    # Before the first change there is no row of a stage to be locked.
    await run_again(session, _CHANGED, now)
    return await all_stages(session)
