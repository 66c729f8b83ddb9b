"""The stages of a deal, as the company has named them."""

from collections.abc import Sequence

from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, Id


class Stage(Base):
    """One stage; deals keep its name, so that one taken off the list stays readable."""

    __tablename__ = "stages"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(64))


async def all_stages(session: AsyncSession) -> Sequence[Stage]:
    """Every stage in the company's order."""
    return (await session.scalars(select(Stage).order_by(Stage.position, Stage.id))).all()
