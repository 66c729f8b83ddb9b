"""What has come from a client of nobody's: to whom it was offered, and who has taken it (R9)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    ForeignKey,
    Index,
    Integer,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    or_,
    select,
    text,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import Role
from bot.models.base import Base, Id, UtcDateTime, Word
from bot.models.user import User

_DUE = text("next_at IS NOT NULL")


class ClaimState(StrEnum):
    """How far it has come."""

    OFFERED = "offered"
    """Somebody has been asked, or somebody's working time is awaited."""
    HEAD = "head"
    """The head has been told; it may be offered once more when somebody comes back."""
    TAKEN = "taken"
    OVER = "over"
    """Somebody has seen to it in another way."""


class OfferAnswer(StrEnum):
    """What somebody has made of an offer; silence is none."""

    TAKEN = "taken"
    REFUSED = "refused"
    UNREACHED = "unreached"
    """Telegram does not take messages to the person."""


class Claim(Base):
    """The first event `record_id` of an inbound that is nobody's.

    A client who is new is `holder_id`'s with the inbound `task_id` until somebody takes them; one
    of the pool has neither. `rounds` have ended without a taker, the running one ends at
    `round_ends_at`; `next_at` (UTC) is when it has to be looked at again.
    """

    __tablename__ = "claims"
    __table_args__ = (Index("ix_claims_due", "next_at", sqlite_where=_DUE, postgresql_where=_DUE),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("intake_events.id"))
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    task_id: Mapped[int | None] = mapped_column(
        ForeignKey("tasks.id", ondelete="SET NULL"), index=True
    )
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    state: Mapped[ClaimState] = mapped_column(Word(ClaimState), default=ClaimState.OFFERED)
    rounds: Mapped[int] = mapped_column(default=0)
    round_ends_at: Mapped[datetime | None]
    opened_at: Mapped[datetime]
    next_at: Mapped[datetime | None]
    taker_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    ended_at: Mapped[datetime | None]

    def end(self, at: datetime) -> None:
        """It is about nobody any more, from then on (UTC)."""
        self.state, self.ended_at, self.next_at = ClaimState.OVER, at, None

    @property
    def is_open(self) -> bool:
        """Whether nobody has taken it yet, as far as the claim itself knows."""
        return self.state in (ClaimState.OFFERED, ClaimState.HEAD)


class ClaimOffer(Base):
    """One person asked in one round; `in_turn`: alone, as whose turn it is."""

    __tablename__ = "claim_offers"
    __table_args__ = (
        UniqueConstraint("claim_id", "user_id", "round"),
        Index("ix_claim_offers_user_id", "user_id", "offered_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    round: Mapped[int]
    in_turn: Mapped[bool]
    offered_at: Mapped[datetime]
    answer: Mapped[OfferAnswer | None] = mapped_column(Word(OfferAnswer))


class Duty(Base):
    """The manager on duty, where the company has named one."""

    __tablename__ = "duty"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    since: Mapped[datetime]


_OPEN = Claim.state.in_((ClaimState.OFFERED, ClaimState.HEAD))
DUE_CLAIMS = (
    select(Claim.id)
    .where(Claim.next_at.is_not(None), Claim.next_at <= bindparam("now", type_=UtcDateTime()))
    .order_by(Claim.opened_at, Claim.id)
    .limit(bindparam("limit", type_=Integer))
)


async def has_offers(session: AsyncSession, record_id: int) -> bool:
    """Whether somebody has been asked about what the event has brought."""
    offer = select(ClaimOffer.id).join(Claim, Claim.id == ClaimOffer.claim_id)
    return await session.scalar(offer.where(Claim.record_id == record_id).limit(1)) is not None


async def claims_to_look_at(session: AsyncSession, now: datetime, limit: int) -> Sequence[int]:
    """Claims whose next step is due, the oldest first."""
    return (await session.scalars(DUE_CLAIMS, {"now": now, "limit": limit})).all()


async def claim_locked(session: AsyncSession, claim_id: int) -> Claim | None:
    """The claim as it is now; who takes it and who moves it on wait for each other."""
    return await session.get(Claim, claim_id, with_for_update=True, populate_existing=True)


async def open_claim_of(session: AsyncSession, client_id: int) -> Claim | None:
    """The client's claim that nobody has taken, the latest."""
    query = select(Claim).where(Claim.client_id == client_id, _OPEN)
    return (await session.scalars(query.order_by(Claim.id.desc()).limit(1))).first()


async def is_left_to_head(session: AsyncSession, task_id: int) -> bool:
    """Whether the head has been told of this inbound, because nobody has taken it."""
    query = select(Claim.id).where(Claim.task_id == task_id, Claim.state == ClaimState.HEAD)
    return (await session.scalars(query.limit(1))).first() is not None


async def offers_of(session: AsyncSession, claim_id: int) -> Sequence[ClaimOffer]:
    """Everybody who was asked, in the order of asking."""
    query = select(ClaimOffer).where(ClaimOffer.claim_id == claim_id)
    return (await session.scalars(query.order_by(ClaimOffer.id))).all()


async def offered_to(session: AsyncSession, claim_id: int, user_id: int) -> ClaimOffer | None:
    """What the person was asked last of this claim."""
    query = select(ClaimOffer).where(ClaimOffer.claim_id == claim_id, ClaimOffer.user_id == user_id)
    return (await session.scalars(query.order_by(ClaimOffer.id.desc()).limit(1))).first()


async def last_turns(session: AsyncSession, since: datetime) -> Mapping[int, datetime]:
    """When each person had a turn of his own or took something, since then."""
    had = or_(ClaimOffer.in_turn.is_(True), ClaimOffer.answer == OfferAnswer.TAKEN)
    query = select(ClaimOffer.user_id, func.max(ClaimOffer.offered_at))
    query = query.where(had, ClaimOffer.offered_at >= since).group_by(ClaimOffer.user_id)
    return dict([row._tuple() for row in (await session.execute(query)).all()])


async def on_duty(session: AsyncSession) -> User | None:
    """The manager on duty, at work here still and in that role."""
    query = select(User).join(Duty, Duty.user_id == User.id)
    query = query.where(User.active.is_(True), User.role == Role.MANAGER)
    return (await session.scalars(query.order_by(Duty.since.desc()).limit(1))).first()


async def off_duty(session: AsyncSession, person_id: int) -> bool:
    """The person leaves, and comes back to no duty; whether there was one."""
    gone = delete(Duty).where(Duty.user_id == person_id).returning(Duty.user_id)
    return (await session.scalars(gone)).first() is not None


async def put_on_duty(session: AsyncSession, person_id: int | None, now: datetime) -> None:
    """This person, or nobody, is on duty from now on."""
    await session.execute(delete(Duty))
    if person_id is not None:
        session.add(Duty(user_id=person_id, since=now))
        await session.flush()
