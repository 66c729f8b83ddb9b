"""Writing the journal: one call a decision, from every use case that takes one."""

from collections import Counter
from dataclasses import dataclass, field

from bot.method.core.journal import LONGEST, JournalKind, JournalOrigin
from bot.method.core.texts import clean
from bot.models.dossier import Dossier
from bot.models.journal import JournalEntry, entries_by_id
from bot.services.core.work import Work

_KEY = "journal"


@dataclass
class _Written:
    """What the transaction has written so far; lives in the session."""

    entries: list[JournalEntry] = field(default_factory=list)
    counts: Counter[tuple[object, ...]] = field(default_factory=Counter)


def record(
    work: Work,
    kind: JournalKind,
    before: str | None = None,
    after: str | None = None,
    *,
    person_id: int | None = None,
    client_id: int | None = None,
    subject: str | None = None,
    origin: JournalOrigin | None = None,
) -> None:
    """Remember the decision under the actor, in the transaction that takes it.

    `before` and `after` are words of `bot/method/core/journal.py` or short values, cut where they
    are not: never the name of a person, never what somebody wrote of one. `origin` is said where it
    is neither the actor nor the bot.
    """
    written = _written(work)
    by = JournalOrigin.BOT if work.actor_id is None else JournalOrigin.PERSON
    entry = JournalEntry(
        at=work.now,
        kind=kind,
        origin=origin or by,
        actor_id=work.actor_id,
        person_id=person_id,
        client_id=client_id,
        subject=_short(subject),
        before=_short(before),
        after=_short(after),
    )
    entry.nth = 0 if client_id is None else written.counts[entry.same]
    written.counts[entry.same] += 1
    written.entries.append(entry)
    work.session.add(entry)


def record_of_client(
    work: Work,
    kind: JournalKind,
    dossier: Dossier,
    before: str | None = None,
    after: str | None = None,
    *,
    subject: str | None = None,
) -> None:
    """The same about a client, and by that about its owner."""
    client = dossier.client
    record(
        work,
        kind,
        before,
        after,
        person_id=client.owner_id,
        client_id=client.id,
        subject=subject,
    )


def recorded(work: Work) -> list[int]:
    """The numbers of what this transaction has written so far, all of it flushed."""
    return [entry.id for entry in _written(work).entries]


async def record_undone(work: Work, ids: list[int]) -> None:
    """These are taken back: each leaves an entry of its own, the other way round."""
    counts: Counter[tuple[object, ...]] = Counter()
    for entry in await entries_by_id(work.session, ids):
        back = JournalEntry(
            at=work.now,
            kind=entry.kind,
            origin=entry.origin,
            actor_id=work.actor_id,
            person_id=entry.person_id,
            client_id=entry.client_id,
            subject=entry.subject,
            before=entry.after,
            after=entry.before,
            undoes=entry.id,
        )
        back.nth = 0 if back.client_id is None else counts[back.same]
        counts[back.same] += 1
        work.session.add(back)


def _short(value: str | None) -> str | None:
    return None if value is None else clean(value, LONGEST)


def _written(work: Work) -> _Written:
    written: _Written = work.session.info.setdefault(_KEY, _Written())
    return written
