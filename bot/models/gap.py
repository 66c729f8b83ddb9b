"""Gaps: coverage is missing, since when, and how far it has been pushed (R5)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.terms import GapClose, GapReason, GapStep
from bot.models.base import Base, Id, Word

_OPEN_CLIENT = text("closed_at IS NULL AND deal_id IS NULL")
_OPEN_DEAL = text("closed_at IS NULL AND deal_id IS NOT NULL")
_OPEN = text("closed_at IS NULL")


class Gap(Base):
    """At most one open gap for a deal, and for a client without an open deal.

    All times are UTC. `held_until` is the end of what holds the ladder back (an open inbound:
    its deadline, or when it was done). `day_given_until` is a delay granted by the head.
    `next_step_at` is when the ladder moves next, already in the owner's working time.
    """

    __tablename__ = "gaps"
    __table_args__ = (
        Index(
            "uq_gaps_open_client",
            "client_id",
            unique=True,
            sqlite_where=_OPEN_CLIENT,
            postgresql_where=_OPEN_CLIENT,
        ),
        Index(
            "uq_gaps_open_deal",
            "deal_id",
            unique=True,
            sqlite_where=_OPEN_DEAL,
            postgresql_where=_OPEN_DEAL,
        ),
        Index("ix_gaps_next_step", "next_step_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_gaps_owner", "owner_id", sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("clients.id"), index=True)
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deals.id"))
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    reason: Mapped[GapReason] = mapped_column(Word(GapReason))
    step: Mapped[GapStep] = mapped_column(Word(GapStep), default=GapStep.OPENED)
    opened_at: Mapped[datetime]
    held_until: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    nudged_at: Mapped[datetime | None]
    escalated_at: Mapped[datetime | None]
    day_given_until: Mapped[datetime | None]
    next_step_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    close_reason: Mapped[GapClose | None] = mapped_column(Word(GapClose))
