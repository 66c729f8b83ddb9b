"""Deals: the list, the card, why one was lost."""

from bot.method.cards import DealCard, DealPage
from bot.method.terms import DealStatus, LossReason
from bot.views.nav import AskNext, OpenClient, OpenDay, OpenDealHistory, OpenTask, pager
from bot.views.screen import Button, Row, Screen
from bot.views.task_taps import (
    AskClose,
    AskDealName,
    AskDealSum,
    CloseDeal,
    OpenDeal,
    OpenDeals,
)
from bot.views.words import Markup, Words

_REASONS = tuple(reason for reason in LossReason if reason is not LossReason.POOL)


def deals_screen(words: Words, page: DealPage) -> Screen:
    """My open deals, those without a task first."""
    rows: tuple[Row, ...] = tuple((_row(words, line),) for line in page.lines)
    rows += pager(words, page.page, page.pages, OpenDeals)
    text = words("deals-title", count=page.total)
    if not page.lines:
        text = Markup(f"{text}\n{words('deals-empty')}")
    return Screen(text, (*rows, (Button(words.plain("menu-today"), OpenDay()),)))


def deal_screen(words: Words, card: DealCard) -> Screen:
    """One deal."""
    deal = card.deal
    parts = [
        words("deal-card", title=deal.title or card.client_name),
        words("deal-client", client=card.client_name),
    ]
    if deal.amount and deal.currency:
        parts.append(words("deal-sum", sum=words.money(deal.amount, deal.currency)))
    if deal.status is DealStatus.WON:
        parts.append(words("deal-status-won"))
    elif deal.status is DealStatus.LOST:
        parts.append(words("deal-status-lost", reason=""))
    elif deal.uncovered:
        parts.append(words("deal-no-task"))
    elif deal.next_due:
        parts.append(words("deal-next", date=words.day(deal.next_due, card.today)))
    rows = _open_rows(words, card) if deal.status is DealStatus.OPEN else ()
    return Screen(Markup("\n".join(parts)), (*rows, _foot(words, card)))


def reasons_screen(words: Words, card: DealCard, task_id: int | None = None) -> Screen:
    """Why the deal was lost; `task_id` is the task it was said at."""
    buttons = [
        Button(
            words.plain(f"loss-{reason}"),
            CloseDeal(card.deal.deal_id, DealStatus.LOST, reason, task_id),
        )
        for reason in _REASONS
    ]
    pairs = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    origin = OpenDeal(card.deal.deal_id) if task_id is None else OpenTask(task_id)
    back = (Button(words.plain("back"), origin),)
    title = card.deal.title or card.client_name
    return Screen(words("deal-why-lost", title=title), (*pairs, back))


def form_screen(words: Words, key: str, deal_id: int) -> Screen:
    """Asks for the name or the sum."""
    return Screen(words(key), ((Button(words.plain("back"), OpenDeal(deal_id)),),))


def _row(words: Words, line: DealCard) -> Button:
    deal = line.deal
    mark = "\N{MEDIUM WHITE CIRCLE}" if deal.uncovered else "\N{BRIEFCASE}"
    sum_ = words.money(deal.amount, deal.currency) if deal.amount and deal.currency else ""
    label = f"{mark} {deal.title or line.client_name}" + (f" · {sum_}" if sum_ else "")
    return Button(label[:60], OpenDeal(deal.deal_id))


def _open_rows(words: Words, card: DealCard) -> tuple[Row, ...]:
    deal_id = card.deal.deal_id
    return (
        (Button(words.plain("do-plan"), AskNext(card.client_id, deal_id), style="primary"),),
        (
            Button(words.plain("do-won"), CloseDeal(deal_id, DealStatus.WON)),
            Button(words.plain("do-refused"), AskClose(deal_id)),
        ),
        (
            Button(words.plain("deal-name"), AskDealName(deal_id)),
            Button(words.plain("deal-set-sum"), AskDealSum(deal_id)),
        ),
    )


def _foot(words: Words, card: DealCard) -> Row:
    return (
        Button(words.plain("to-client"), OpenClient(card.client_id)),
        Button(words.plain("to-history"), OpenDealHistory(card.deal.deal_id)),
        Button(words.plain("more-deals"), OpenDeals()),
    )
