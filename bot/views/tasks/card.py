"""The card of a task."""

from datetime import date, datetime

from bot.method.core.cards import AttemptFacts, Contacts, DealFacts, GapNotice, Touch
from bot.method.core.places import TaskAt
from bot.method.core.terms import DealStatus, Direction, Outcome, TaskStatus
from bot.method.tasks.cards import TaskCard
from bot.views.clients.history import touch_text
from bot.views.day.day import mark_of
from bot.views.parts.clocks import clock_lines
from bot.views.parts.kinds import outcome_row
from bot.views.parts.rows import back_button
from bot.views.parts.said import said_text
from bot.views.parts.verdict import verdict_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.nav import (
    AskNext,
    AskRelease,
    OpenClient,
    OpenDay,
    OpenHistory,
    ShowContent,
    StartRound,
    WantsToBuy,
)
from bot.views.taps.tasks import (
    AnotherClient,
    AskAnswer,
    AskClose,
    AskComment,
    AskMove,
    CloseDeal,
    Finish,
    SkipTask,
    StopRound,
)
from bot.views.tasks.card_more import more_rows
from bot.views.words import Markup, Words


def task_screen(words: Words, card: TaskCard) -> Screen:
    """Everything about the task, and what may be done with it."""
    parts = [
        words("task-title", client=card.line.client_name, mark=_mark(card)),
        _why(words, card),
    ]
    if card.company and card.company != card.line.client_name:
        parts.append(words("task-company", company=card.company))
    if card.text:
        parts.append(said_text(words, card.text, 600))
    if card.attempt is not None:
        parts.append(attempt_line(words, card.attempt, card.today))
    parts += contact_lines(words, card.contacts)
    if card.deal is not None:
        parts.append(deal_line(words, card.deal, card.line.client_name))
    if card.owner_name:
        parts.append(words("task-owner", name=card.owner_name))
        parts += clock_lines(words, [card.clock])
    if card.gap is not None:
        parts.append(_gap_line(words, card.gap, card))
    parts += touch_lines(words, card.touches, card.today)
    rows = _open_rows(words, card) if card.status is TaskStatus.OPEN else _done_rows(words, card)
    return Screen(Markup("\n".join(parts)), rows)


def contact_lines(words: Words, contacts: Contacts) -> list[Markup]:
    """Phones to be tapped, e-mails, Telegram."""
    lines = []
    for phone in contacts.phones[:5]:
        number = words.phone(phone.number) if phone.dialled else phone.number
        number += f" ({phone.extension})" if phone.extension else ""
        number += f" · {phone.whose}" if phone.whose else ""
        # Telegram makes a call of every number in a text, but not of one in a code.
        line = "contact-phone" if phone.dialled else "contact-no-phone"
        lines.append(words(line, number=number[:80]))
    lines += [words("contact-email", email=email) for email in contacts.emails[:3]]
    if contacts.handle:
        lines.append(words("contact-handle", handle=contacts.handle))
    elif contacts.telegram_id is not None:
        # Telegram follows it only to people who have written to the bot; to others it is a text.
        lines.append(words("contact-telegram", id=str(contacts.telegram_id)))
    return lines


def _copy_row(words: Words, contacts: Contacts) -> tuple[Row, ...]:
    """One tap puts a number into the clipboard: the first two phones."""
    buttons = tuple(
        Button(words.plain("copy-phone", number=words.phone(phone.number)), copy=phone.number)
        for phone in [contact for contact in contacts.phones if contact.dialled][:2]
    )
    return (buttons,) if buttons else ()


def touch_lines(words: Words, touches: tuple[Touch, ...], today: date) -> list[Markup]:
    """The last touches under their title."""
    if not touches:
        return []
    return [words("task-last"), *(touch_text(words, touch, today) for touch in touches)]


def attempt_line(words: Words, attempt: AttemptFacts, today: date) -> Markup:
    """That the client is being brought back, and by when."""
    until = words.short_date(attempt.verdict_on, today)
    return words("task-attempt", n=attempt.n, total=attempt.total, until=until)


def deal_line(words: Words, deal: DealFacts, client_name: str) -> Markup:
    """The deal with its stage and sum."""
    sum_ = words.money(deal.amount, deal.currency) if deal.amount and deal.currency else None
    more = "".join(f" · {fact}" for fact in (words.stage(deal.stage or ""), sum_) if fact)
    return words("deal-line", title=deal.title or client_name, more=more)


def _gap_line(words: Words, gap: GapNotice, card: TaskCard) -> Markup:
    """That the client is without a task, and what comes next."""
    text = words("gap-now", reason=words.plain(f"reason-{gap.reason}"))
    if gap.next_step and gap.next_step_at:
        moment = words.moment(gap.next_step_at, card.today)
        text = Markup(f"{text} {words(f'gap-next-{gap.next_step}', moment=moment)}")
    return text


def _mark(card: TaskCard) -> str:
    if card.status is not TaskStatus.OPEN:
        return "\N{WHITE HEAVY CHECK MARK}"
    return mark_of(card.line, card.today)


def _why(words: Words, card: TaskCard) -> Markup:
    """Why this task now: what it is, where it stands, when it is due, how often it was moved."""
    line = card.line
    if card.status is TaskStatus.DONE:
        outcome = words.plain(f"outcome-{card.outcome}") if card.outcome else ""
        return words("task-done", outcome=outcome)
    if card.status is TaskStatus.CANCELLED:
        return words("task-cancelled")
    if line.direction is Direction.INBOUND:
        arrived = words.moment(line.arrived, card.today) if line.arrived else ""
        return words("task-inbound", kind=words.plain(f"inbound-{line.kind}"), moment=arrived)
    where = words.plain("why-on-deal" if line.on_deal else "why-on-client")
    what = line.title or words.plain(f"kind-{line.kind}")
    what = what[:1].upper() + what[1:]
    parts = [words("task-why", what=what, where=where, due=_due(words, card))]
    if line.due_on is not None and line.due_on < card.today:
        parts.append(words("task-overdue", days=(card.today - line.due_on).days))
    if card.moves:
        parts.append(words("task-moves", count=card.moves))
    if card.attempts:
        parts.append(words("task-tries", n=card.attempts, total=card.attempts_limit))
    return Markup(", ".join(parts))


def _due(words: Words, card: TaskCard) -> str:
    line = card.line
    if line.due_on is None:
        return words.plain("when-no-date")
    if line.due_time is None and line.due_on == card.today:
        return words.plain("date-today")
    if line.due_time is None:
        return words.day(line.due_on, card.today)
    return words.moment(datetime.combine(line.due_on, line.due_time), card.today)


def _open_rows(words: Words, card: TaskCard) -> tuple[Row, ...]:
    inbound = card.line.direction is Direction.INBOUND
    return (
        *(_inbound_rows(words, card) if inbound else _outbound_rows(words, card)),
        (Button(words.plain("do-comment"), AskComment(card.line.task_id)), *_walk(words, card)),
        *(() if inbound else more_rows(words, card)),
        *_copy_row(words, card.contacts),
        *_verdict(words, card),
        _foot(words, card),
    )


def _inbound_rows(words: Words, card: TaskCard) -> tuple[Row, ...]:
    line = card.line
    handled = Finish(line.task_id, Outcome.HANDLED)
    return (
        (
            Button(words.plain("do-handled"), handled, style="success"),
            Button(words.plain("do-buy"), WantsToBuy(line.client_id, line.task_id)),
        ),
        *_content(words, card),
        (Button(words.plain("do-plan"), AskAnswer(line.task_id)), *_another(words, card)),
    )


def _content(words: Words, card: TaskCard) -> tuple[Row, ...]:
    """What words can not show of what the client has sent."""
    if not card.has_content:
        return ()
    return ((Button(words.plain("show-content"), ShowContent(card.line.task_id)),),)


def _another(words: Words, card: TaskCard) -> Row:
    """For who brought it: it may have been put on the wrong client."""
    if card.arrival_id is None:
        return ()
    tap = AnotherClient(card.line.task_id, card.arrival_id)
    return (Button(words.plain("do-another-client"), tap),)


def _outbound_rows(words: Words, card: TaskCard) -> tuple[Row, ...]:
    return (
        outcome_row(words, card.line),
        (*_deal_buttons(words, card), Button(words.plain("do-move"), AskMove(card.line.task_id))),
    )


def _deal_buttons(words: Words, card: TaskCard) -> Row:
    task_id = card.line.task_id
    if card.deal is None or card.deal.status is not DealStatus.OPEN:
        return (Button(words.plain("do-buy"), WantsToBuy(card.line.client_id, task_id)),)
    won = CloseDeal(card.deal.deal_id, DealStatus.WON, task_id=task_id)
    lost = AskClose(card.deal.deal_id, task_id)
    return (
        Button(words.plain("do-won"), won, style="success"),
        Button(words.plain("do-refused"), lost, style="danger"),
    )


def _walk(words: Words, card: TaskCard) -> Row:
    """In work mode: another one first, or enough for now."""
    if not card.in_round:
        return ()
    return (
        Button(words.plain("do-skip"), SkipTask(card.line.task_id)),
        Button(words.plain("do-stop"), StopRound()),
    )


def _foot(words: Words, card: TaskCard) -> Row:
    return (
        Button(words.plain("to-client"), OpenClient(card.line.client_id)),
        Button(words.plain("to-history"), OpenHistory(card.line.client_id)),
        Button(words.plain("menu-today"), OpenDay()),
    )


def _done_rows(words: Words, card: TaskCard) -> tuple[Row, ...]:
    rows: tuple[Row, ...] = ()
    if card.gap is not None:
        ask = AskNext(card.line.client_id)
        rows = ((Button(words.plain("do-plan"), ask, style="primary"),),)
        rows += ((Button(words.plain("to-pool"), AskRelease(card.line.client_id)),),)
    if card.in_round:
        rows += ((Button(words.plain("round-on"), StartRound()),),)
    return (*rows, *_content(words, card), *_verdict(words, card), _foot(words, card))


def _verdict(words: Words, card: TaskCard) -> tuple[Row, ...]:
    return (verdict_row(words, card.line.client_id),) if card.attempt is not None else ()


def comment_form(words: Words, card: TaskCard) -> Screen:
    """Asks for a comment to the client."""
    back = ((back_button(words, TaskAt(card.line.task_id)),),)
    return Screen(words("comment-ask", client=card.line.client_name), back)


def commented_screen(words: Words, card: TaskCard) -> Screen:
    """The comment is kept: the card again, to go on with."""
    return task_screen(words, card).below(words("comment-saved"))
