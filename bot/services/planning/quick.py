"""Quick add: one line is the client, the date and what is to be done (R1)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from bot.lookup.phones import phones_in, without_phones
from bot.lookup.phrases import vocabulary
from bot.method.clients.cards import ClientLine, Closed, ColleaguesClient, Created, KnownClient
from bot.method.core.cards import Contacts, DealFacts
from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.places import TaskAt, task_if_any
from bot.method.core.refusals import Invalid, NotFound, Stale
from bot.method.core.terms import ClientKind, ClientStatus
from bot.method.core.texts import clean
from bot.method.inbound.matching import fold_name
from bot.method.planning.quick import (
    Lacking,
    Quick,
    line_of,
    may_be_date,
    name_of,
    title_of,
)
from bot.method.tasks.date_question import OnDayOff, PlanDate, Taken, Verdict, judge
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.phrases.pieces import Today
from bot.method.tasks.phrases.reading import Cut, cut
from bot.models.arrival import Arrival
from bot.models.client import clients_by_id
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.models.typed_line import TypedLine, typed_line
from bot.services.clients import clients, search
from bot.services.core.rights import require_client
from bot.services.core.work import Act
from bot.services.tasks.comments import LONGEST
from bot.services.tasks.questions import bounds_of, existing, judged, when_of
from bot.services.tasks.tasks import owner_of, plan_task
from bot.services.tasks.wording import LONGEST_TEXT

_LONGEST = 500
_ACTIVE = frozenset({ClientStatus.ACTIVE})
_IMPOSSIBLE = frozenset({"date-impossible", "time-impossible"})
_MOST_WORDS = 4
"""Of a client's name at the beginning of a line."""
_BEHIND_NAME = " ,:;"
_MOST = 50
"""Clients to choose from."""


async def begin(act: Act, text: str, typed_at: datetime | None = None) -> Quick | None:
    """Read the line, typed at that instant (UTC, now where it is not said); None where it holds no
    date, or no client. Invalid as `phrases.reading.cut`."""
    line = clean(text, _LONGEST)
    found = await _cut_with_name(act, line)
    if found is None:
        return None
    read = line_of(found.before, found.after, vocabulary())
    if not read.before:
        return None
    known, taken, sure = await _whose(act, read.before)
    # A namesake of a client who is said to be new is asked about; of a contact there is one only.
    sure = sure and not (read.new and taken)
    words, after = read.before.split(), read.after.split()
    taken = taken or name_of(words, after)
    told = ""
    if not known:
        # The phone of a new client may as well be said last.
        told = " ".join(phone.number for phone in phones_in(read.after, act.company.country))
        after = without_phones(read.after, act.company.country).split() if told else after
    title = title_of([read.lead, *words[taken:], *after], found.span)
    row = TypedLine(
        user_id=act.actor.id,
        text=clean(text, LONGEST, lines=True),
        name=" ".join([*words[:taken], told]).strip(),
        title=clean(title, LONGEST_TEXT) or None,
        kind=read.kind,
        moments=[_stored(moment) for moment in found.moments],
        sure=False,
        candidates=[] if sure else [line.client_id for line in known],
        client_id=known[0].client_id if sure else None,
        created_at=min(typed_at or act.now, act.now),
    )
    act.session.add(row)
    await act.session.flush([row])
    return await _shown(act, row)


def lacking(act: Act, text: str) -> Lacking:
    """What the line, of which nothing could be made, would have to say.

    Invalid where it says a date or a time that can not be: 31.02, 25:00.
    """
    try:
        found = _cut(act, clean(text, _LONGEST))
    except Invalid as refusal:
        if refusal.code in _IMPOSSIBLE:
            raise
        return Lacking.DATE
    return Lacking.DATE if found is None else Lacking.CLIENT


async def begin_new(act: Act, text: str) -> Quick | None:
    """The same where a new client is asked for: a line with a date and nobody in it is no name.

    Invalid("line-without-client") there."""
    read = await begin(act, text)
    if read is None and lacking(act, text) is Lacking.CLIENT:
        raise Invalid("line-without-client")
    return read


async def turn(act: Act, line_id: int, page: int) -> Quick:
    """Another page of those whose line it may be."""
    return await _shown(act, await _open(act, line_id), page)


async def choose_client(act: Act, line_id: int, client_id: int | None) -> Quick:
    """It is this client; None: a new one."""
    row = await _open(act, line_id)
    row.client_id, row.deal_id, row.candidates = client_id, None, []
    return await _shown(act, row)


async def choose_deal(act: Act, line_id: int, deal_id: int) -> Quick:
    """Of the client's several deals it is this one (R2)."""
    row = await _open(act, line_id)
    row.deal_id = deal_id
    return await _shown(act, row)


async def choose_date(act: Act, line_id: int, moment: Moment, *, sure: bool) -> Quick:
    """It is this date; `sure` where it is a day off and that is meant."""
    row = await _open(act, line_id)
    row.moments, row.sure = [_stored(moment)], sure
    return await _shown(act, row)


async def save(act: Act, line_id: int) -> tuple[Dossier, Task] | ColleaguesClient | Closed:
    """Plan the task, for a new client as well; a colleague's client says only whose it is."""
    row = await _open(act, line_id)
    client_id = row.client_id
    if client_id is None:
        draft = clients.draft_of(act, row.name)
        made = await clients.create_client(act, draft, ClientKind.CUSTOMER)
        if not isinstance(made, Created | KnownClient):
            return made
        client_id = made.client_id
    dossier = await require_client(act, client_id)
    when = when_of(act, owner_of(dossier), _moment(row.moments[0]))
    dossier, task = await plan_task(
        act, client_id, row.deal_id, when, kind=row.kind, title=row.title, dossier=dossier
    )
    # A new client is not put into the row: taking it back removes the client.
    row.task_id = task.id
    return dossier, task


async def _cut_with_name(act: Act, line: str) -> Cut | None:
    """The line without its date. A client may be called by a month or a weekday: where the line
    begins with such a name and holds a date all the same, the name stays whole."""
    found = _cut(act, line)
    if found is None:
        return None
    words, signs = line.split(), vocabulary()
    for count in range(min(_MOST_WORDS, len(words) - 1), len(found.before.split()), -1):
        name = " ".join(words[:count])
        if not may_be_date(name, signs):
            continue
        known = (await search.exactly(act, name, size=_MOST, statuses=_ACTIVE)).page.lines
        rest = _cut(act, line[len(name) :].lstrip(_BEHIND_NAME))
        if rest is not None and any(fold_name(client.name) == fold_name(name) for client in known):
            return replace(rest, before=f"{name} {rest.before}".strip())
    return found


def _cut(act: Act, line: str) -> Cut | None:
    here = Today(act.local_now, act.planning_calendar_of(act.actor))
    return cut(line, vocabulary(), here)


async def _whose(act: Act, base: str) -> tuple[list[ClientLine], int, bool]:
    """The clients whom the line may begin with, how many words that takes, and whether it is
    surely this one; no words where they are only written similarly."""
    draft = clients.draft_of(act, base)
    contacts = [*(phone.number for phone in draft.phones), *draft.emails, *draft.handles]
    words = base.split()
    longest = min(_MOST_WORDS, len(words))
    by_name = [(" ".join(words[:count]), count) for count in range(longest, 0, -1)]
    # A contact that nobody has is a new client, however common the name.
    queries = [(contacts[0], 0)] if contacts else by_name
    for query, taken in queries:
        found = await search.exactly(act, query, size=_MOST, statuses=_ACTIVE)
        if found.page.total:
            return list(found.page.lines), taken, found.page.total == 1
    for query, _ in queries:
        found = await search.find(act, query)
        alike = [line for line in found.page.lines if line.status is ClientStatus.ACTIVE]
        if alike:
            return alike, 0, False
    return [], 0, False


async def _open(act: Act, line_id: int) -> TypedLine:
    row = await typed_line(act.session, line_id)
    if row is None or row.user_id != act.actor.id or not row.moments:
        raise NotFound("thing")
    if row.arrival_id is not None:
        arrival = await act.session.get(Arrival, row.arrival_id)
        task_id = arrival.task_id if arrival else None
        raise Stale("quick-with-forward", task_if_any(task_id))
    if row.task_id is not None:
        raise Stale("quick-saved", TaskAt(row.task_id))
    return row


async def _shown(act: Act, row: TypedLine, page: int = 0) -> Quick:
    page, pages = page_of(page, len(row.candidates), PAGE)
    shown = on_page(row.candidates, page)
    rows = await clients_by_id(act.session, shown)
    draft = clients.draft_of(act, row.name)
    name = draft.name or row.name
    deals: tuple[DealFacts, ...] = ()
    if row.client_id is not None:
        card = await clients.client_card(act, row.client_id)
        name, deals = card.name, card.deals
    chosen = next((deal for deal in deals if deal.deal_id == row.deal_id), None)
    return Quick(
        line_id=row.id,
        text=clean(row.text, _LONGEST),
        client_id=row.client_id,
        client_name=name,
        title=row.title,
        candidates=await search.client_lines(act, rows),
        verdict=await _verdict(act, row, deals),
        today=act.today,
        deals=deals if len(deals) > 1 and chosen is None else (),
        deal_title=chosen.title if chosen else None,
        kind=row.kind,
        page=page,
        pages=pages,
        contacts=Contacts() if row.client_id is not None else draft.contacts,
    )


async def _verdict(act: Act, row: TypedLine, deals: Sequence[DealFacts]) -> Verdict:
    """What becomes of the date: by the horizon of the client or deal, a new one has the ordinary.

    The horizon is the same for all deals, so any of several will do until one is chosen.
    """
    moments = [existing(_moment(moment), act.zone) for moment in row.moments]
    if row.client_id is None:
        days = act.policy.horizon_for(None, ClientKind.CUSTOMER)
        verdict = judge(moments, act.today, days, act.planning_calendar_of(act.actor))
    else:
        deal_id = row.deal_id or (deals[0].deal_id if len(deals) > 1 else None)
        dossier = await require_client(act, row.client_id)
        bounds = bounds_of(act, dossier, PlanDate(row.client_id, deal_id))
        verdict = judged(act, bounds, moments)
    if isinstance(verdict, OnDayOff) and row.sure:
        return Taken(verdict.moment)
    if isinstance(verdict, Taken):
        row.moments = [_stored(verdict.moment)]
    return verdict


def _stored(moment: Moment) -> list[str | None]:
    return [moment.on.isoformat(), moment.at.isoformat("minutes") if moment.at else None]


def _moment(stored: list[str | None]) -> Moment:
    on, at = stored
    return Moment(date.fromisoformat(str(on)), time.fromisoformat(at) if at else None)
