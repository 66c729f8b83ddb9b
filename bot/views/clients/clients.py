"""Clients: the list, what a search found, the card."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.method.clients.cards import ClientCard, ClientFilter, ClientLine, ClientPage, Found
from bot.method.core.cards import TaskLine
from bot.method.core.places import ClientAt, Listing
from bot.method.core.terms import ClientKind, ClientStatus, Direction, Event
from bot.views.clients.asked import asked_lines, leaving_ways, reprieve_ways
from bot.views.clients.edit import person_text
from bot.views.day.day import own_line_text, what_of
from bot.views.parts.rows import WITHOUT_TASK, back_button, back_to, confirm, pager
from bot.views.parts.verdict import verdict_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.clients import (
    AskFind,
    AskNew,
    AskRemove,
    OpenClients,
    OpenEdit,
    OpenFound,
    OpenListed,
    RemoveClient,
    TurnFound,
)
from bot.views.taps.nav import (
    AskHandOver,
    AskLost,
    AskNext,
    OpenClient,
    OpenDay,
    OpenHistory,
    OpenTask,
    WantsToBuy,
)
from bot.views.taps.pool import AskAssign, AskRestore
from bot.views.taps.tasks import AskNote, OpenDeal
from bot.views.tasks.card import attempt_line, contact_lines, deal_line, touch_lines
from bot.views.words import Markup, Words

_FILTERS = (
    (ClientFilter.GAPS, ClientFilter.TODAY, ClientFilter.SUPPLIERS),
    (ClientFilter.CLASS_A, ClientFilter.CLASS_B, ClientFilter.CLASS_C),
)
_ROOM = 61
"""Letters on a button of Telegram beside the longest mark."""
_SHORTEST_NAME = 16
_ADDED = frozenset({Event.CLIENT_CREATED, Event.TASK_PLANNED, Event.TASK_MOVED})
"""With nothing else on it the client may have been added by mistake."""


def clients_screen(words: Words, page: ClientPage) -> Screen:
    """The list of clients, each with its next date, and the ways to look at some of them."""
    text = words("clients-title", count=page.total)
    if page.only is not None:
        text = Markup(f"{text} · {words(f'clients-only-{page.only.name.lower()}')}")
    if not page.total:
        text = Markup(f"{text}\n{words('clients-empty-part' if page.only else 'clients-empty')}")
    rows = client_rows(words, page, lambda line: OpenListed(line.client_id, page.page, page.only))
    rows += pager(words, page.page, page.pages, lambda number: OpenClients(number, page.only))
    if page.total or page.only is not None:
        rows += _filters(words, page.only)
    foot = (
        Button(words.plain("menu-new"), AskNew()),
        Button(words.plain("menu-find"), AskFind()),
    )
    return Screen(text, (*rows, foot))


def _filters(words: Words, only: ClientFilter | None) -> tuple[Row, ...]:
    """A button for each; the one that is on takes itself off."""

    def button(which: ClientFilter) -> Button:
        label = words.plain(f"clients-only-{which.name.lower()}")
        if which is only:
            return Button(f"\N{WHITE HEAVY CHECK MARK} {label}", OpenClients())
        return Button(label, OpenClients(0, which))

    return tuple(tuple(button(which) for which in row) for row in _FILTERS)


def found_screen(words: Words, found: Found) -> Screen:
    """What a search found; a page of it, where there is more."""
    page = found.page
    key = "found-alike" if found.alike else "found"
    key = key if page.total else "found-nothing"
    text = words(key, query=found.query, count=page.total)
    rows = client_rows(words, page, lambda line: _to_card(line, found))
    rows += _turning(words, found)
    again: Row = (Button(words.plain("menu-find"), AskFind()),)
    if not page.total:
        again = (Button(words.plain("menu-new"), AskNew()), *again)
    return Screen(text, (*rows, again))


def _to_card(line: ClientLine, found: Found) -> Tap:
    if found.line_id is None:
        return OpenClient(line.client_id)
    return OpenFound(line.client_id, found.line_id, found.page.page)


def choose_screen(words: Words, found: Found, pick: Callable[[int], Tap]) -> Screen:
    """Several clients fit what a command named."""
    rows = client_rows(words, found.page, lambda line: pick(line.client_id))
    rows += _turning(words, found)
    find: Row = (Button(words.plain("menu-find"), AskFind()),)
    return Screen(words("choose-client", count=found.page.total), (*rows, find))


def _turning(words: Words, found: Found) -> tuple[Row, ...]:
    line_id = found.line_id
    if line_id is None:
        return ()
    return pager(words, found.page.page, found.page.pages, lambda page: TurnFound(line_id, page))


def client_rows(
    words: Words, page: ClientPage, pick: Callable[[ClientLine], Tap]
) -> tuple[Row, ...]:
    """A row for each client, with its next date."""
    return tuple((Button(dated_label(words, line, page.today), pick(line)),) for line in page.lines)


def dated_label(words: Words, line: ClientLine, today: date) -> str:
    """The same as `client_label`, with the next date where there is one."""
    if line.next_due is None or line.status is not ClientStatus.ACTIVE:
        return client_label(words, line)
    on = f" · {words.short_date(line.next_due, today)}"
    return f"{_mark(line, today)}{_told(line, _ROOM - len(on))}{on}"


def client_label(words: Words, line: ClientLine) -> str:
    """The name on a button, with the company or the end of the phone that tells namesakes apart,
    whose it is and whether it is without a task."""
    return f"{_mark(line)}{_told(line, _ROOM)}"


def _mark(line: ClientLine, today: date | None = None) -> str:
    """In the pool, lost or without a task; and where it is `today`, due or late."""
    if line.status is ClientStatus.POOL:
        return "\N{INBOX TRAY} "
    if line.status is ClientStatus.LOST:
        return "\N{SKULL} "
    if line.uncovered:
        return f"{WITHOUT_TASK} "
    if today is None or line.next_due is None or line.next_due > today:
        return ""
    late = line.next_due < today
    return "\N{LARGE RED CIRCLE} " if late else "\N{LARGE YELLOW CIRCLE} "


def _told(line: ClientLine, room: int) -> str:
    """The name and what tells it apart, in so many letters."""
    company = line.company or ""
    told = "" if company.casefold() in line.name.casefold() else f" · {company}"[:22]
    told += f" · ··{line.phone[-4:-2]}-{line.phone[-2:]}" if line.phone else ""
    told += f" · {line.owner_name}"[:20] if line.owner_name else ""
    told = told[: room - _SHORTEST_NAME]
    return line.name[: min(40, room - len(told))] + told


def client_screen(words: Words, card: ClientCard, back: Tap | Listing | None = None) -> Screen:
    """The card of a client; `back` is the page of the list that it was opened from."""
    parts = [words("client-title", name=card.name)]
    if card.company and card.company != card.name:
        parts.append(words("task-company", company=card.company))
    parts.append(words(f"client-{card.status}", owner=card.owner_name or words.plain("client-you")))
    if card.kind is ClientKind.SUPPLIER:
        parts.append(words("client-supplier"))
    if card.client_class:
        parts.append(words("client-class", letter=card.client_class))
    own = tuple(phone for phone in card.contacts.phones if not phone.whose)
    parts += contact_lines(words, replace(card.contacts, phones=own))
    parts += [person_text(words, person) for person in card.persons[:8]]
    parts += [deal_line(words, deal, card.name) for deal in card.deals]
    if card.attempt is not None:
        parts.append(attempt_line(words, card.attempt, card.today))
    if card.note:
        parts.append(words("client-note", note=card.note[:500]))
    parts += asked_lines(words, card)
    if card.gap is not None:
        text = words("gap-now", reason=words.plain(f"reason-{card.gap.reason}"))
        if card.gap.next_step and card.gap.next_step_at:
            moment = words.moment(card.gap.next_step_at, card.today)
            text = Markup(f"{text} {words(f'gap-next-{card.gap.next_step}', moment=moment)}")
        parts.append(text)
    if card.tasks:
        parts += [Markup(""), *(own_line_text(words, line, card.today) for line in card.tasks[:8])]
    parts += touch_lines(words, card.touches, card.today)
    rows = _rows(words, card)
    if back is not None:
        way = back_button(words, back) if isinstance(back, Tap) else back_to(words, back)
        rows = (*rows, (way,))
    return Screen(Markup("\n".join(parts)), rows)


def remove_ask_screen(words: Words, name: str, client_id: int) -> Screen:
    """Asks once more before a client goes."""
    rows = confirm(words, "remove-client-yes", RemoveClient(client_id), OpenClient(client_id))
    return Screen(words("remove-client-ask", client=name), rows)


def note_form(words: Words, card: ClientCard) -> Screen:
    """Asks for a comment to the client."""
    back = ((back_button(words, ClientAt(card.client_id)),),)
    return Screen(words("comment-ask", client=card.name), back)


def noted_screen(words: Words, card: ClientCard) -> Screen:
    """The comment is kept: the card again."""
    return client_screen(words, card).below(words("comment-saved"))


def _task_button(words: Words, line: TaskLine, today: date) -> Button:
    inbound = line.direction is Direction.INBOUND
    dot = "\N{LARGE GREEN CIRCLE}" if inbound else "\N{CALENDAR}"
    parts = [f"{dot} {what_of(words, line)}"[:44]]
    if line.due_on is not None:
        at = f" {words.time_of_day(line.due_time)}" if line.due_time else ""
        parts.append(f"{words.short_date(line.due_on, today)}{at}")
    return Button(" · ".join(parts), OpenTask(line.task_id))


def _active_rows(words: Words, card: ClientCard) -> list[Row]:
    """What there is to do with a client who has an owner."""
    rows: list[Row] = [(_task_button(words, line, card.today),) for line in card.tasks[:4]]
    rows.append(
        (
            Button(words.plain("do-plan"), AskNext(card.client_id), style="primary"),
            Button(words.plain("do-buy"), WantsToBuy(card.client_id)),
        )
    )
    if card.attempt is not None:
        rows.append(verdict_row(words, card.client_id))
    for deal in card.deals[:3]:
        label = f"\N{BRIEFCASE} {deal.title or card.name}"[:60]
        rows.append((Button(label, OpenDeal(deal.deal_id)),))
    return [*rows, *reprieve_ways(words, card), *leaving_ways(words, card)]


def _rows(words: Words, card: ClientCard) -> tuple[Row, ...]:
    rows = _active_rows(words, card) if card.status is ClientStatus.ACTIVE else []
    if card.can_decide and card.status is ClientStatus.POOL:
        rows.append((Button(words.plain("assign"), AskAssign(card.client_id), style="primary"),))
    if card.can_decide and card.status is ClientStatus.LOST:
        rows.append((Button(words.plain("restore"), AskRestore(card.client_id)),))
    if card.can_hand_over:
        rows.append((Button(words.plain("hand-over"), AskHandOver(card.client_id)),))
    if card.can_decide and card.status is not ClientStatus.LOST:
        rows.append((Button(words.plain("call-lost"), AskLost(card.client_id)),))
    rows.append(
        (
            Button(words.plain("do-comment"), AskNote(card.client_id)),
            Button(words.plain("edit"), OpenEdit(card.client_id)),
        )
    )
    if card.can_remove and all(touch.event in _ADDED for touch in card.touches):
        rows.append((Button(words.plain("remove-client"), AskRemove(card.client_id)),))
    rows.append(
        (
            Button(words.plain("to-history"), OpenHistory(card.client_id)),
            Button(words.plain("menu-today"), OpenDay()),
        )
    )
    return tuple(rows)
