"""Reading the journal: an admin all of it, a head what concerns the own people (R7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.method.company.entries import (
    JournalChoice,
    JournalClient,
    JournalDays,
    JournalLine,
    JournalPage,
    JournalTable,
    JournalValue,
)
from bot.method.core.journal import JournalKind, person_in, place_in
from bot.method.core.paging import PAGE, page_of
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.core.workdays import midnight
from bot.method.people.cards import PeoplePage, PersonLine
from bot.models.client import Client, clients_by_owner
from bot.models.client_import import ClientImport
from bot.models.journal import (
    JournalEntry,
    JournalQuery,
    count_lines,
    entries_in_order,
    ids_in_scope,
    journal_page,
    lines_of_many,
    names_called,
)
from bot.models.user import Team, User, count_people, people_page
from bot.services.company.messages import JournalMessage
from bot.services.core.journal.recording import record
from bot.services.core.outbox import enqueue
from bot.services.core.rights import leads, people_of, require_leader
from bot.services.core.work import Act

_DAYS = 14
"""Days that are offered at once."""
_FURTHEST = 26
"""Pages of them: a year."""
_MOST = 20_000
"""Entries that a workbook takes."""
_AT_ONCE = 500
_PLACES = (JournalKind.PLACE, JournalKind.INVITED, JournalKind.JOINED)


async def read_journal(act: Act, choice: JournalChoice, page: int = 0) -> JournalPage:
    """One page of it. NotFound("person") for somebody whom the actor does not lead."""
    person = await _chosen(act, choice)
    wanted = await _query(act, choice)
    total = await count_lines(act.session, wanted)
    page, pages = page_of(page, total, PAGE)
    heads = await journal_page(act.session, wanted, page * PAGE, PAGE)
    more = await lines_of_many(act.session, heads)
    return JournalPage(
        choice=choice,
        lines=await _lines(act, heads, more),
        total=total,
        page=page,
        pages=pages,
        today=act.today,
        team=act.actor.role is not Role.ADMIN,
        person=person.name if person else None,
    )


async def journal_people(act: Act, choice: JournalChoice, page: int = 0) -> PeoplePage:
    """Whose part of it may be looked at: those who have left as well."""
    await _chosen(act, choice)
    scope = await people_of(act)
    total = await count_people(act.session, scope)
    page, pages = page_of(page, total, PAGE)
    owned = await clients_by_owner(act.session)
    rows = await people_page(act.session, scope, page * PAGE, PAGE)
    lines = tuple(
        PersonLine(user.id, user.name, user.role, None, user.active, owned.get(user.id, 0))
        for user, _ in rows
    )
    return PeoplePage(lines, total, page, pages)


async def journal_days(act: Act, choice: JournalChoice, page: int = 0) -> JournalDays:
    """Days to look at, back from today; a year at the most."""
    await _chosen(act, choice)
    page = min(page, _FURTHEST)
    days = tuple(act.today - timedelta(days=page * _DAYS + n) for n in range(_DAYS))
    return JournalDays(choice, days, act.today, page, earlier=page < _FURTHEST)


async def order_journal(act: Act, choice: JournalChoice) -> None:
    """What is chosen comes as a workbook; that it was taken along is in the journal as well."""
    await _chosen(act, choice)
    record(act, JournalKind.EXPORT, subject="journal")
    await enqueue(act, act.actor, JournalMessage(choice.group, choice.person_id, choice.on))


async def journal_table(act: Act, choice: JournalChoice) -> JournalTable | None:
    """The single entries, as they can be read now; None for who leads nobody any more."""
    if act.actor.role not in Role.leaders():
        return None
    wanted, lines = await _query(act, choice), list[JournalLine]()
    last: int | None = None
    while len(lines) < _MOST:
        entries = await entries_in_order(act.session, wanted, last, _AT_ONCE)
        lines += await _lines(act, entries, {})
        if len(entries) < _AT_ONCE:
            return JournalTable(tuple(lines), act.today, cut=False)
        last = entries[-1].id
    return JournalTable(tuple(lines), act.today, cut=True)


async def _chosen(act: Act, choice: JournalChoice) -> User | None:
    require_leader(act)
    if choice.person_id is None:
        return None
    person = await act.session.get(User, choice.person_id)
    if person is None or not await leads(act, person):
        raise NotFound("person")
    return person


async def _query(act: Act, choice: JournalChoice) -> JournalQuery:
    scope = await people_of(act)
    people = None if scope.everybody else await ids_in_scope(act.session, scope)
    if choice.person_id is not None:
        people = [choice.person_id]
    return JournalQuery(
        kinds=None if choice.group is None else choice.group.kinds,
        people=people,
        since=None if choice.on is None else midnight(choice.on, act.zone),
        until=None if choice.on is None else midnight(choice.on + timedelta(days=1), act.zone),
    )


@dataclass(frozen=True)
class _Names:
    """What the numbers of some entries mean today."""

    people: Mapping[int, str]
    teams: Mapping[int, str]
    clients: Mapping[int, str]
    files: Mapping[int, str]


async def _lines(
    act: Act, entries: Sequence[JournalEntry], more: Mapping[int, int]
) -> tuple[JournalLine, ...]:
    names = await _names(act, entries)
    return tuple(
        JournalLine(
            entry_id=entry.id,
            at=entry.at.astimezone(act.zone),
            kind=entry.kind,
            origin=entry.origin,
            actor=names.people.get(entry.actor_id or 0),
            person=names.people.get(entry.person_id or 0),
            client=_client(names, entry),
            more=more.get(entry.id, 0),
            subject=_subject(names, entry),
            before=_value(names, entry.kind, entry.before),
            after=_value(names, entry.kind, entry.after),
            undoes=entry.undoes is not None,
        )
        for entry in entries
    )


async def _names(act: Act, entries: Sequence[JournalEntry]) -> _Names:
    words = [word for entry in entries for word in (entry.before, entry.after)]
    people = {person_in(word) for word in words}
    people |= {number for entry in entries for number in (entry.actor_id, entry.person_id)}
    clients = {entry.client_id for entry in entries}
    files = {int(entry.subject) for entry in entries if _is_file(entry) and entry.subject}
    teams = {team for entry in entries for team in _teams_in(entry)}
    session = act.session
    return _Names(
        people=await names_called(session, User.name, _known(people)),
        teams=await names_called(session, Team.name, _known(teams)),
        clients=await names_called(session, Client.name, _known(clients)),
        files=await names_called(session, ClientImport.file_name, sorted(files)),
    )


def _teams_in(entry: JournalEntry) -> tuple[int | None, ...]:
    if entry.kind is JournalKind.TEAM and entry.subject:
        return (int(entry.subject),)
    if entry.kind not in _PLACES:
        return ()
    return tuple(place_in(word)[1] for word in (entry.before, entry.after) if word)


def _known(numbers: Iterable[int | None]) -> list[int]:
    return sorted(number for number in numbers if number is not None)


def _is_file(entry: JournalEntry) -> bool:
    return entry.kind in (JournalKind.IMPORT, JournalKind.IMPORT_UNDONE)


def _client(names: _Names, entry: JournalEntry) -> JournalClient | None:
    number = entry.client_id
    return None if number is None else JournalClient(number, names.clients.get(number))


def _subject(names: _Names, entry: JournalEntry) -> JournalValue | None:
    word = entry.subject
    if word is None:
        return None
    if _is_file(entry):
        return JournalValue(word, names.files.get(int(word)))
    if entry.kind is JournalKind.TEAM:
        return JournalValue(word, names.teams.get(int(word)))
    return JournalValue(word)


def _value(names: _Names, kind: JournalKind, word: str | None) -> JournalValue | None:
    if word is None:
        return None
    person_id = person_in(word)
    if person_id is not None:
        return JournalValue(word, names.people.get(person_id))
    if kind in _PLACES:
        role, team_id = place_in(word)
        return JournalValue(role, names.teams.get(team_id or 0))
    return JournalValue(word)
