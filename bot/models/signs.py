"""What signs of work for show are seen from, and which of them were talked about (R12)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ForeignKey,
    UniqueConstraint,
    bindparam,
    delete,
    exists,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import ClientKind, ClientStatus, Event
from bot.method.report.signs import REACHED, SignKind
from bot.models.base import Base, Id, JsonDict, UtcDateTime, Word
from bot.models.client import Client
from bot.models.task import Task
from bot.models.timeline import TimelineEntry
from bot.models.user import User

_TALK = Event.TALKED, Event.INBOUND
_BOOKKEEPING = frozenset({Event.NUDGED, Event.ESCALATED, Event.IMPORTED})


class SignTalk(Base):
    """A head has talked about the sign with the person: it is not said again until then (UTC)."""

    __tablename__ = "sign_talks"
    __table_args__ = (UniqueConstraint("person_id", "kind", name="uq_sign_talks_person_kind"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    kind: Mapped[SignKind] = mapped_column(Word(SignKind))
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    at: Mapped[datetime]
    until: Mapped[datetime]


class TraceRow(NamedTuple):
    """What somebody did, as the timeline has it, with what the client's horizon depends on."""

    actor_id: int
    client_id: int
    deal_id: int | None
    event: Event
    at: datetime
    data: JsonDict
    title: str | None
    letter: str | None
    kind: ClientKind


_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
_TRACES = (
    select(
        TimelineEntry.actor_id,
        TimelineEntry.client_id,
        TimelineEntry.deal_id,
        TimelineEntry.event,
        TimelineEntry.at,
        TimelineEntry.data,
        Task.title,
        Client.client_class,
        Client.kind,
    )
    .join(Client, Client.id == TimelineEntry.client_id)
    .outerjoin(Task, Task.id == TimelineEntry.task_id)
    .where(
        TimelineEntry.actor_id.in_(_PEOPLE),
        TimelineEntry.at >= bindparam("since", type_=UtcDateTime()),
        TimelineEntry.event.not_in(_BOOKKEEPING),
    )
    .order_by(TimelineEntry.at, TimelineEntry.id)
)
_SPOKEN = exists().where(
    TimelineEntry.client_id == Client.id,
    TimelineEntry.at >= bindparam("since", type_=UtcDateTime()),
    or_(
        TimelineEntry.event.in_(_TALK),
        (TimelineEntry.event == Event.TASK_DONE)
        & TimelineEntry.data["outcome"].as_string().in_([outcome.value for outcome in REACHED]),
    ),
)
_UNREACHED = select(Client.owner_id, Client.id).where(
    Client.id.in_(bindparam("clients", expanding=True)),
    Client.owner_id.in_(_PEOPLE),
    Client.status == ClientStatus.ACTIVE,
    ~_SPOKEN,
)
_TALKS = (
    select(SignTalk, User.name)
    .join(User, User.id == SignTalk.by_id)
    .where(
        SignTalk.person_id.in_(_PEOPLE),
        SignTalk.until > bindparam("now", type_=UtcDateTime()),
    )
    .order_by(SignTalk.at, SignTalk.id)
)
_TALK_OF = select(SignTalk).where(
    SignTalk.person_id == bindparam("person_id"), SignTalk.kind == bindparam("kind")
)
_NAMES = select(Client.id, Client.name).where(Client.id.in_(bindparam("clients", expanding=True)))


async def traces_of(
    session: AsyncSession, people: Sequence[int], since: datetime
) -> Sequence[TraceRow]:
    """Everything that these people did with clients since then, in the order of time; what was
    taken back is not there."""
    found = await session.execute(_TRACES, {"people": people, "since": since})
    rows = [TraceRow(*row) for row in found.all()]
    undone = {
        (row.actor_id, datetime.fromisoformat(row.data["made_at"]))
        for row in rows
        if row.event is Event.UNDONE and "made_at" in row.data
    }
    return [
        row
        for row in rows
        if row.event is not Event.UNDONE and (row.actor_id, row.at) not in undone
    ]


async def unreached_of(
    session: AsyncSession, people: Sequence[int], clients: Sequence[int], since: datetime
) -> Mapping[int, frozenset[int]]:
    """Which of the clients are still one of these people's, by owner, and nobody has spoken to
    since then."""
    values = {"people": people, "clients": clients, "since": since}
    found: dict[int, set[int]] = {}
    for owner_id, client_id in (await session.execute(_UNREACHED, values)).all():
        found.setdefault(owner_id, set()).add(client_id)
    return {owner_id: frozenset(clients) for owner_id, clients in found.items()}


async def talks_about(
    session: AsyncSession, people: Sequence[int], now: datetime
) -> Sequence[tuple[SignTalk, str]]:
    """What of these people was talked about and is not said again yet, with the head's name."""
    rows = await session.execute(_TALKS, {"people": people, "now": now})
    return [row._tuple() for row in rows.all()]


async def talk_about(session: AsyncSession, person_id: int, kind: SignKind) -> SignTalk | None:
    """The last talk about this sign of the person."""
    return (await session.scalars(_TALK_OF, {"person_id": person_id, "kind": kind})).first()


async def forget_talk(session: AsyncSession, person_id: int, kind: SignKind) -> None:
    """It is as if the sign had never been talked about."""
    await session.execute(
        delete(SignTalk).where(SignTalk.person_id == person_id, SignTalk.kind == kind)
    )


async def names_of(session: AsyncSession, clients: Sequence[int]) -> Mapping[int, str]:
    """What these clients are called."""
    rows = (await session.execute(_NAMES, {"clients": clients})).all()
    return dict(row._tuple() for row in rows)
