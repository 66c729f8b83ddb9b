"""The journal: who decided what, when, and what was before; entries are only ever added."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    String,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from bot.method.core.journal import JournalKind, JournalOrigin, person_word
from bot.models.base import Base, Id, Word
from bot.models.user import PeopleScope, User


class JournalEntry(Base):
    """One decision. Triggers of the database refuse every UPDATE and DELETE of an entry.

    Nothing here is the name of a person or of a client, or what somebody wrote of one: ids, code
    words and short values, so that nothing of a client who was erased stays readable. For the same
    reason `client_id` is no foreign key: the client may be gone, and the entry stays.

    `person_id` is whom it is about, `subject` what (a rule, a day, a vendor, a reason), `undoes`
    the entry that this one takes back. `nth` counts those of one act that say the same of several
    clients, from 0: the screen shows them as one line.
    """

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_at", "at", "id"),
        Index("ix_journal_actor", "actor_id", "id"),
        Index("ix_journal_person", "person_id", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[JournalKind] = mapped_column(Word(JournalKind))
    origin: Mapped[JournalOrigin] = mapped_column(Word(JournalOrigin))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    client_id: Mapped[int | None] = mapped_column(Id)
    subject: Mapped[str | None] = mapped_column(String(64))
    before: Mapped[str | None] = mapped_column(String(64))
    after: Mapped[str | None] = mapped_column(String(64))
    nth: Mapped[int] = mapped_column(default=0)
    undoes: Mapped[int | None] = mapped_column(Id)

    @property
    def same(self) -> tuple[object, ...]:
        """What the entries share that are shown as one line."""
        return (
            self.at,
            self.kind,
            self.actor_id,
            self.person_id,
            self.subject,
            self.before,
            self.after,
            self.undoes is None,
        )


@dataclass(frozen=True)
class JournalQuery:
    """Which entries: of these kinds, by or about one of these people, from `since` to before
    `until` (UTC); None: all of them."""

    kinds: Collection[JournalKind] | None = None
    people: Sequence[int] | None = None
    since: datetime | None = None
    until: datetime | None = None


async def count_lines(session: AsyncSession, wanted: JournalQuery) -> int:
    """How many lines that are."""
    query = select(func.count(JournalEntry.id)).where(JournalEntry.nth == 0, *_clauses(wanted))
    return await session.scalar(query) or 0


async def journal_page(
    session: AsyncSession, wanted: JournalQuery, offset: int, limit: int
) -> Sequence[JournalEntry]:
    """The first entry of each line, the newest line first."""
    query = select(JournalEntry).where(JournalEntry.nth == 0, *_clauses(wanted))
    query = query.order_by(JournalEntry.id.desc()).offset(offset).limit(limit)
    return (await session.scalars(query)).all()


async def entries_in_order(
    session: AsyncSession, wanted: JournalQuery, before: int | None, limit: int
) -> Sequence[JournalEntry]:
    """So many single entries older than the entry `before`, the newest first."""
    query = select(JournalEntry).where(*_clauses(wanted))
    if before is not None:
        query = query.where(JournalEntry.id < before)
    return (await session.scalars(query.order_by(JournalEntry.id.desc()).limit(limit))).all()


async def lines_of_many(session: AsyncSession, heads: Sequence[JournalEntry]) -> Mapping[int, int]:
    """How many more clients each of these first entries stands for; none where it is the only."""
    if not heads:
        return {}
    entry = JournalEntry
    same = (
        entry.at,
        entry.kind,
        entry.actor_id,
        entry.person_id,
        entry.subject,
        entry.before,
        entry.after,
        entry.undoes.is_(None),
    )
    among = entry.at.in_({head.at for head in heads})
    query = select(*same, func.count(entry.id)).where(entry.nth > 0, among).group_by(*same)
    more = {tuple(row[:-1]): row[-1] for row in (await session.execute(query)).all()}
    counts = {head.id: more.get(head.same, 0) for head in heads}
    return {number: count for number, count in counts.items() if count}


async def entries_by_id(session: AsyncSession, ids: Sequence[int]) -> Sequence[JournalEntry]:
    """These, in their order."""
    query = select(JournalEntry).where(JournalEntry.id.in_(ids)).order_by(JournalEntry.id)
    return (await session.scalars(query)).all()


async def ids_in_scope(session: AsyncSession, scope: PeopleScope) -> Sequence[int]:
    """Whom somebody answers for, with or without access by now."""
    return (await session.scalars(select(User.id).where(scope.clause()))).all()


async def names_called(
    session: AsyncSession, column: InstrumentedAttribute[str], ids: Sequence[int]
) -> Mapping[int, str]:
    """What those of a table that are still there are called, by their numbers."""
    number = column.class_.id
    query = select(number, column).where(number.in_(ids))
    return dict(row._tuple() for row in (await session.execute(query)).all())


def _clauses(wanted: JournalQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.kinds is not None:
        found.append(JournalEntry.kind.in_(sorted(wanted.kinds)))
    if wanted.people is not None:
        words = [person_word(number) for number in wanted.people]
        ways = [
            column.in_(wanted.people) for column in (JournalEntry.actor_id, JournalEntry.person_id)
        ]
        ways += [column.in_(words) for column in (JournalEntry.before, JournalEntry.after)]
        found.append(or_(*ways))
    if wanted.since is not None:
        found.append(JournalEntry.at >= wanted.since)
    if wanted.until is not None:
        found.append(JournalEntry.at < wanted.until)
    return found
