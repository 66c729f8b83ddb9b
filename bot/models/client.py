"""Clients: who owns them, and how they are found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    Text,
    and_,
    false,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, validates

from bot.method.core.terms import ClientKind, ClientStatus, ContactKind
from bot.method.inbound.matching import fold_name
from bot.models.base import Base, Id, Word
from bot.models.client_word import beginning, exactly
from bot.models.contact_point import ContactPoint
from bot.models.user import PeopleScope, User

_Row = TypeVar("_Row", bound=tuple[Any, ...])

LONGEST_NAME = 200

_UNCOVERED = text("status = 'active' AND gap_since IS NOT NULL")


class Client(Base):
    """A person or a company, customer or supplier (R13).

    `next_due` is the local date of the earliest open outbound task that counts (R2: of the
    deals while one is open, else of the client itself). `gap_since` is the UTC instant of the
    oldest open gap of the client or its deals; `recheck_at` the UTC instant at which the
    verdict may change by time alone. All three are recomputed, never incremented.
    `paused_until` is the owner's local date up to which a head lets the client wait, `locked_until`
    the UTC instant up to which it stays out of the automatic pool; a row of reprieves says why.
    `source_key` is the profile and number that an imported client had in its file, `import_id`
    the import that made it.
    """

    __tablename__ = "clients"
    __table_args__ = (
        Index(
            "ix_clients_uncovered",
            "owner_id",
            "gap_since",
            sqlite_where=_UNCOVERED,
            postgresql_where=_UNCOVERED,
        ),
        Index(
            "ix_clients_pool",
            "pooled_at",
            sqlite_where=text("status = 'pool'"),
            postgresql_where=text("status = 'pool'"),
        ),
        Index("ix_clients_owner_name", "owner_id", "status", "name_folded"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[ClientKind] = mapped_column(Word(ClientKind), default=ClientKind.CUSTOMER)
    status: Mapped[ClientStatus] = mapped_column(Word(ClientStatus), default=ClientStatus.ACTIVE)
    name: Mapped[str] = mapped_column(String(200))
    name_folded: Mapped[str] = mapped_column(String(200), index=True)
    company: Mapped[str | None] = mapped_column(String(200))
    company_folded: Mapped[str | None] = mapped_column(String(200))
    client_class: Mapped[str | None] = mapped_column(String(1))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    next_due: Mapped[date | None]
    gap_since: Mapped[datetime | None]
    recheck_at: Mapped[datetime | None] = mapped_column(index=True)
    paused_until: Mapped[date | None]
    locked_until: Mapped[datetime | None]
    last_touch_at: Mapped[datetime | None]
    pooled_at: Mapped[datetime | None]
    cooldown_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    note: Mapped[str | None] = mapped_column(Text)
    source_key: Mapped[str | None] = mapped_column(String(120), index=True)
    import_id: Mapped[int | None] = mapped_column(ForeignKey("imports.id"), index=True)
    created_at: Mapped[datetime]

    @validates("name", "company")
    def _fold(self, field: str, value: str | None) -> str | None:
        """Searching and matching compare folded names: kept here, so that nobody forgets them."""
        folded = None if value is None else fold_name(value)[:LONGEST_NAME]
        setattr(self, f"{field}_folded", folded)
        return value


async def portfolios(session: AsyncSession) -> Mapping[int, int]:
    """How many active customers each person has; suppliers do not count."""
    return await _active_by_owner(session, Client.kind == ClientKind.CUSTOMER)


async def clients_by_owner(session: AsyncSession) -> Mapping[int, int]:
    """How many active clients each person has, suppliers as well."""
    return await _active_by_owner(session)


async def _active_by_owner(session: AsyncSession, *which: ColumnElement[bool]) -> Mapping[int, int]:
    query = select(Client.owner_id, func.count()).where(
        Client.status == ClientStatus.ACTIVE, *which
    )
    rows = (await session.execute(query.group_by(Client.owner_id))).all()
    return {owner_id: count for owner_id, count in rows if owner_id is not None}


@dataclass(frozen=True)
class ClientScope:
    """Whose clients: of one owner; of these people with those that nobody owns; of all, both
    None. With those of the `absent`, for whom somebody stands in. Of these `statuses` only, where
    any are said."""

    owner_id: int | None = None
    people: PeopleScope | None = None
    absent: frozenset[int] = frozenset()
    statuses: frozenset[ClientStatus] = frozenset()


@dataclass(frozen=True)
class ClientQuery:
    """What a client is looked for by; any one of it is enough.

    `beginnings` are groups: of each group one word of the client has to begin so; `anyhow` are
    groups of whole words, of each the client has to have one. Words and `name` are folded.
    """

    beginnings: tuple[tuple[str, ...], ...] = ()
    anyhow: tuple[tuple[str, ...], ...] = ()
    points: tuple[tuple[ContactKind, str], ...] = ()
    number: int | None = None
    name: str | None = None


ClientRow = tuple[Client, User | None]


async def client_rows(
    session: AsyncSession, scope: ClientScope, query: ClientQuery | None, offset: int, limit: int
) -> Sequence[ClientRow]:
    """Clients by name with their owners: all of the scope, or those that fit the query."""
    rows = select(Client, User).outerjoin(User, User.id == Client.owner_id)
    rows = _seen(rows, scope, query).order_by(Client.name_folded, Client.id)
    return [row._tuple() for row in (await session.execute(rows.offset(offset).limit(limit))).all()]


async def count_clients(
    session: AsyncSession, scope: ClientScope, query: ClientQuery | None = None
) -> int:
    """How many those are."""
    return await session.scalar(_seen(select(func.count(Client.id)), scope, query)) or 0


async def clients_by_id(session: AsyncSession, client_ids: Sequence[int]) -> Sequence[ClientRow]:
    """These clients with their owners, in the given order."""
    query = select(Client, User).outerjoin(User, User.id == Client.owner_id)
    rows = (await session.execute(query.where(Client.id.in_(client_ids)))).all()
    found = {row[0].id: row._tuple() for row in rows}
    return [found[client_id] for client_id in client_ids if client_id in found]


async def names_of_clients(
    session: AsyncSession, scope: ClientScope, limit: int
) -> Sequence[tuple[int, str]]:
    """Numbers and names of the scope's clients, the newest first."""
    query = _seen(select(Client.id, Client.name), scope, None).order_by(Client.id.desc())
    return [row._tuple() for row in (await session.execute(query.limit(limit))).all()]


async def owners_of_points(
    session: AsyncSession, points: Sequence[tuple[ContactKind, str]]
) -> Sequence[tuple[Client, ContactKind, str]]:
    """The clients that have one of these contacts, whoever owns them."""
    if not points:
        return []
    query = select(Client, ContactPoint.kind, ContactPoint.value).join(
        ContactPoint, ContactPoint.client_id == Client.id
    )
    query = query.where(_any_point(points)).order_by(Client.id).limit(50)
    return [row._tuple() for row in (await session.execute(query)).all()]


def in_scope(query: Select[_Row], scope: ClientScope) -> Select[_Row]:
    """Only clients of the scope."""
    if scope.owner_id is not None:
        query = query.where(Client.owner_id.in_((scope.owner_id, *scope.absent)))
    elif scope.people is not None:
        owners = select(User.id).where(or_(scope.people.clause(), User.id.in_(scope.absent)))
        query = query.where(or_(Client.owner_id.is_(None), Client.owner_id.in_(owners)))
    if scope.statuses:
        query = query.where(Client.status.in_(sorted(scope.statuses)))
    elif scope.owner_id is None:
        # Whoever is nobody's is seen by leaders, but for those of whom nothing is known.
        query = query.where(Client.status != ClientStatus.ERASED)
    return query


def _seen(query: Select[_Row], scope: ClientScope, wanted: ClientQuery | None) -> Select[_Row]:
    query = in_scope(query, scope)
    return query if wanted is None else query.where(_fits(wanted))


def _fits(wanted: ClientQuery) -> ColumnElement[bool]:
    ways: list[ColumnElement[bool]] = []
    if wanted.number is not None:
        ways.append(Client.id == wanted.number)
    if wanted.name is not None:
        ways.append(Client.name_folded == wanted.name)
    if wanted.beginnings:
        groups = (or_(*map(_begins, group)) for group in wanted.beginnings)
        ways.append(and_(*groups))
    if wanted.anyhow:
        ways.append(and_(*(Client.id.in_(exactly(group)) for group in wanted.anyhow)))
    if wanted.points:
        ways.append(Client.id.in_(select(ContactPoint.client_id).where(_any_point(wanted.points))))
    # Nothing else beside them: a constant among the alternatives would hide the indexes.
    return or_(*ways) if ways else false()


def _begins(word: str) -> ColumnElement[bool]:
    return Client.id.in_(beginning(word))


def _any_point(points: Sequence[tuple[ContactKind, str]]) -> ColumnElement[bool]:
    return or_(
        *(and_(ContactPoint.kind == kind, ContactPoint.value == value) for kind, value in points)
    )


async def recheck_all_of(session: AsyncSession, owner_id: int, now: datetime) -> None:
    """Have every active client of the person recomputed by the next recheck."""
    active = (Client.owner_id == owner_id) & (Client.status == ClientStatus.ACTIVE)
    await session.execute(update(Client).where(active).values(recheck_at=now))


async def active_of_owner(session: AsyncSession, owner_id: int) -> Sequence[int]:
    """Every active client of the person."""
    query = select(Client.id).where(
        Client.owner_id == owner_id, Client.status == ClientStatus.ACTIVE
    )
    return (await session.scalars(query.order_by(Client.id))).all()
