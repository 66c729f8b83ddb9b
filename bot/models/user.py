"""People who use the bot, their teams and the invites that let them in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    func,
    or_,
    select,
    text,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.method.core.terms import Role
from bot.models.base import Base, Id, JsonDict, Word

NOT_TOLD = text("away_until IS NOT NULL AND (away_told IS NULL OR away_told <> 'ended')")
"""A vacation of whose end they have not been told; the very words of its index."""
_LEADERS = text("role IN ('admin', 'head')")


class Team(Base):
    """A sales team; its head gets its escalations."""

    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    head_id: Mapped[int | None] = mapped_column(
        ForeignKey("users.id", use_alter=True, name="fk_teams_head_id"), index=True
    )


class User(Base):
    """A person let in by an invite, or an admin by the settings.

    `digest_due_at` and `evening_due_at` are the UTC instants of the next morning digest and
    evening check, or of the midnight after a check that found something, `report_due_at` that of
    the next report to a head or an admin; `nudged_at` and
    `escalated_at` are when such a message to the person was last decided or delivered.
    `morning_missed_on` is the local date of a morning that did not reach the person, until it has
    been seen some other way. `form` is the one text that the
    person has been asked to type, `round` where he is in his work mode; both survive a restart.
    `remind_minutes` and `remind_at_time` go before the policy, None leaves it to it;
    `quiet_from` and `quiet_until` are local. `tables`: the person wants the numbers of digest and
    report as tables; None is no.

    From `away_from` to `away_until` (local dates, both included) the person is on vacation and
    `substitute_id` stands in; `away_told` is how far both have been told of it. `seen_on` is the
    local date on which the person last touched the bot, `silent_since` the same once the heads
    were told that nothing has come for days. Since
    `spared_since` nothing is handed out to the person, to the local `spared_until` where it is set.
    """

    __tablename__ = "users"
    __table_args__ = (
        Index("ix_users_away", "away_until", sqlite_where=NOT_TOLD, postgresql_where=NOT_TOLD),
        Index(
            "ix_users_report_due",
            "report_due_at",
            sqlite_where=_LEADERS,
            postgresql_where=_LEADERS,
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    name: Mapped[str] = mapped_column(String(128))
    username: Mapped[str | None] = mapped_column(String(64))
    role: Mapped[Role] = mapped_column(Word(Role))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id"), index=True)
    active: Mapped[bool] = mapped_column(default=True)
    zone: Mapped[str] = mapped_column(String(64))
    locale: Mapped[str] = mapped_column(String(8))
    digest_at: Mapped[time]
    evening_at: Mapped[time]
    digest_due_at: Mapped[datetime | None] = mapped_column(index=True)
    evening_due_at: Mapped[datetime | None] = mapped_column(index=True)
    report_due_at: Mapped[datetime | None]
    remind_minutes: Mapped[int | None]
    remind_at_time: Mapped[bool | None]
    tables: Mapped[bool | None]
    quiet_from: Mapped[time | None]
    quiet_until: Mapped[time | None]
    away_from: Mapped[date | None]
    away_until: Mapped[date | None]
    away_told: Mapped[str | None] = mapped_column(String(32))
    substitute_id: Mapped[int | None] = mapped_column(
        ForeignKey("users.id", name="fk_users_substitute_id"), index=True
    )
    seen_on: Mapped[date | None]
    silent_since: Mapped[date | None]
    spared_since: Mapped[datetime | None]
    spared_until: Mapped[date | None]
    nudged_at: Mapped[datetime | None]
    escalated_at: Mapped[datetime | None]
    morning_missed_on: Mapped[date | None]
    blocked_at: Mapped[datetime | None]
    form: Mapped[JsonDict | None]
    round: Mapped[JsonDict | None]
    created_at: Mapped[datetime]
    deactivated_at: Mapped[datetime | None]

    @property
    def reachable(self) -> bool:
        """Whether messages reach the person, as far as is known."""
        return self.active and self.blocked_at is None

    @property
    def days_away(self) -> tuple[date, ...]:
        """The local dates of the vacation, weekends and all; none where there is no vacation."""
        if self.away_from is None or self.away_until is None:
            return ()
        count = (self.away_until - self.away_from).days + 1
        return tuple(self.away_from + timedelta(days=number) for number in range(count))

    def away_on(self, day: date) -> bool:
        """Whether the person is on vacation on this local date."""
        if self.away_from is None or self.away_until is None:
            return False
        return self.away_from <= day <= self.away_until


class Invite(Base):
    """A single-use right to join; only the hash of its code is kept.

    `people` are the managers who come to the team of the head who follows it, each by the id with
    the team at the time of the choice. A list that is still being chosen opens nothing.
    """

    __tablename__ = "invites"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[Role] = mapped_column(Word(Role))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("teams.id"), index=True)
    people: Mapped[JsonDict | None]
    created_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    used_at: Mapped[datetime | None]


class Stranger(Base):
    """Somebody without an invite; counted so that codes can not be guessed."""

    __tablename__ = "strangers"

    telegram_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    attempts: Mapped[int] = mapped_column(default=0)
    since: Mapped[datetime]


@dataclass(frozen=True)
class PeopleScope:
    """Whom somebody answers for: himself, the people of the team, all managers, all heads and
    admins, everybody."""

    person_id: int
    team_id: int | None = None
    managers: bool = False
    leaders: bool = False
    everybody: bool = False

    def holds(self, person: User) -> bool:
        """Whether the person is one of them."""
        if self.everybody or person.id == self.person_id:
            return True
        if self.team_id is not None and person.team_id == self.team_id:
            return True
        if self.leaders and person.role in Role.leaders():
            return True
        return self.managers and person.role is Role.MANAGER

    def clause(self) -> ColumnElement[bool]:
        """The same as a condition on users."""
        if self.everybody:
            return true()
        ways = [User.id == self.person_id]
        if self.team_id is not None:
            ways.append(User.team_id == self.team_id)
        if self.managers:
            ways.append(User.role == Role.MANAGER)
        if self.leaders:
            ways.append(User.role.in_(Role.leaders()))
        return or_(*ways)


async def active_leaders(session: AsyncSession) -> Sequence[User]:
    """Active heads and admins, oldest first."""
    query = select(User).where(User.active.is_(True), User.role.in_(Role.leaders()))
    return (await session.scalars(query.order_by(User.id))).all()


async def active_managers(session: AsyncSession) -> Sequence[User]:
    """Active people of the role manager, oldest first."""
    query = select(User).where(User.active.is_(True), User.role == Role.MANAGER)
    return (await session.scalars(query.order_by(User.id))).all()


async def active_people(session: AsyncSession) -> Sequence[User]:
    """Everybody with access, oldest first."""
    query = select(User).where(User.active.is_(True)).order_by(User.id)
    return (await session.scalars(query)).all()


async def user_by_telegram_id(session: AsyncSession, telegram_id: int) -> User | None:
    """Whoever writes from this Telegram account."""
    return (await session.scalars(select(User).where(User.telegram_id == telegram_id))).first()


async def people_away_with(session: AsyncSession, substitute_ids: Sequence[int]) -> Sequence[User]:
    """Everybody whose last or next vacation names one of these substitutes, by name."""
    query = select(User).where(User.substitute_id.in_(substitute_ids))
    return (await session.scalars(query.order_by(User.name, User.id))).all()


async def look_again(session: AsyncSession, now: datetime) -> None:
    """What lies ahead of `now` was worked out by a clock that has gone back: all of it is due."""
    due = (User.digest_due_at, User.evening_due_at, User.report_due_at)
    for column in (*due, User.nudged_at, User.escalated_at):
        await session.execute(update(User).where(column > now).values({column: now}))


async def person_locked(session: AsyncSession, person_id: int) -> User | None:
    """The person, locked: two at once decide one after the other."""
    return await session.get(User, person_id, with_for_update=True)


async def invite_by_hash(session: AsyncSession, code_hash: str) -> Invite | None:
    """The invite of this code, locked: two people at once make one of them late."""
    query = select(Invite).where(Invite.code_hash == code_hash).with_for_update()
    return (await session.scalars(query)).first()


async def all_teams(session: AsyncSession) -> Sequence[Team]:
    """Every team by name."""
    return (await session.scalars(select(Team).order_by(Team.name, Team.id))).all()


async def count_people(session: AsyncSession, scope: PeopleScope) -> int:
    """How many people these are."""
    query = select(func.count()).select_from(User).where(scope.clause())
    return await session.scalar(query) or 0


async def people_page(
    session: AsyncSession, scope: PeopleScope, offset: int, limit: int
) -> Sequence[tuple[User, Team | None]]:
    """People with their teams: the active first, then by name."""
    query = select(User, Team).outerjoin(Team, Team.id == User.team_id).where(scope.clause())
    query = query.order_by(User.active.desc(), User.name, User.id).offset(offset).limit(limit)
    return [row._tuple() for row in (await session.execute(query)).all()]


async def receivers(
    session: AsyncSession, scope: PeopleScope, besides: int | None, offset: int, limit: int
) -> Sequence[User]:
    """The active people of the scope except one, by name."""
    query = select(User).where(_may_receive(scope, besides)).order_by(User.name, User.id)
    return (await session.scalars(query.offset(offset).limit(limit))).all()


async def count_receivers(session: AsyncSession, scope: PeopleScope, besides: int | None) -> int:
    """How many those are."""
    query = select(func.count()).select_from(User).where(_may_receive(scope, besides))
    return await session.scalar(query) or 0


def _may_receive(scope: PeopleScope, besides: int | None) -> ColumnElement[bool]:
    active = User.active.is_(True) & scope.clause()
    return active if besides is None else active & (User.id != besides)


async def users_by_id(session: AsyncSession, ids: Sequence[int]) -> Sequence[User]:
    """These people."""
    return (await session.scalars(select(User).where(User.id.in_(ids)))).all()


async def names_of_people(session: AsyncSession, ids: Iterable[int]) -> Mapping[int, str]:
    """Who these are, whether they still work here or not."""
    query = select(User.id, User.name).where(User.id.in_(list(ids)))
    return dict(row._tuple() for row in (await session.execute(query)).all())
