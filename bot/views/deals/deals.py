"""Deals: the list, the card, the stage, why one was lost."""

from collections.abc import Sequence

from bot.method.core.places import DealList, TaskAt, deal_at
from bot.method.core.terms import DealStatus, LossReason
from bot.method.deals.cards import DealCard, DealEnded, DealPage, StageLine
from bot.method.deals.filters import DealFilter
from bot.method.tasks.cards import TaskCard
from bot.views.parts.rows import WITHOUT_TASK, back_button, back_to, pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.deals import (
    AskDealName,
    AskDealSum,
    AskStage,
    ChooseStage,
    NewDeal,
    PutTask,
    SetStage,
)
from bot.views.taps.nav import AskNext, OpenClient, OpenDay, OpenDealHistory
from bot.views.taps.places import listed, tap_to
from bot.views.taps.tasks import (
    AskClose,
    CloseDeal,
    OpenDeals,
)
from bot.views.words import Markup, Words

_REASONS = tuple(reason for reason in LossReason if reason is not LossReason.POOL)
_MARKS = {DealStatus.WON: "\N{TROPHY}", DealStatus.LOST: "\N{CROSS MARK}"}


def deals_screen(words: Words, page: DealPage) -> Screen:
    """One list of deals with its total, and the ways to the other lists."""
    text = words("deals-title", count=page.total)
    if page.stage is not None:
        text = Markup(f"{text}\n{words('deals-at-stage', stage=words.stage(page.stage.name))}")
    elif page.only is not DealFilter.OPEN:
        text = Markup(f"{text}\n{words(f'deals-{page.only.name.lower()}', days=page.stale_days)}")
    for currency, minor in sorted((page.sums or {}).items()):
        text = Markup(f"{text}\n{words('deal-sum', sum=words.money(minor, currency))}")
    if not page.lines:
        plain = page.only is DealFilter.OPEN and page.stage is None
        text = Markup(f"{text}\n{words('deals-empty' if plain else 'deals-none-here')}")
    key = page.stage.key if page.stage else None
    rows: tuple[Row, ...] = tuple((_row(words, line, page),) for line in page.lines)
    rows += pager(words, page.page, page.pages, lambda turn: OpenDeals(turn, page.only, key))
    return Screen(text, (*rows, *_filters(words, page), *_list_foot(words, page)))


def stages_of_deals_screen(words: Words, stages: Sequence[StageLine]) -> Screen:
    """Deals of which stage to show."""
    rows = tuple(
        (
            Button(
                f"{words.stage(stage.name)[:50]} · {stage.deals}",
                OpenDeals(0, DealFilter.OPEN, stage.key),
            ),
        )
        for stage in stages
    )
    text = words("deals-which-stage" if stages else "deals-no-stages")
    return Screen(text, (*rows, (Button(words.plain("deals-all"), OpenDeals()),)))


def ended_text(words: Words, ended: DealEnded) -> Markup:
    """That the deal is won, or lost and why: which one, with its sum."""
    deal, client = ended.deal, ended.ask.client_name
    if deal.status is DealStatus.WON:
        parts = [words("deal-closed-won", client=client)]
    else:
        reason = words.plain(f"loss-{deal.loss_reason}")
        parts = [words("deal-closed-lost", client=client, reason=reason)]
    if deal.title and deal.title != client:
        parts.append(words("next-deal", title=deal.title))
    if deal.amount and deal.currency:
        parts.append(words("deal-sum", sum=words.money(deal.amount, deal.currency)))
    return Markup("\n".join(parts))


def deal_screen(words: Words, card: DealCard, back: DealList | None = None) -> Screen:
    """One deal; `back` is the page of the list that it was opened from."""
    deal = card.deal
    parts = [words("deal-card", title=deal.title or card.client_name)]
    if deal.title and deal.title != card.client_name:
        parts.append(words("deal-client", client=card.client_name))
    if card.owner_name:
        parts.append(words("task-owner", name=card.owner_name))
    if deal.stage:
        parts.append(words("deal-stage", stage=words.stage(deal.stage)))
    if deal.amount and deal.currency:
        parts.append(words("deal-sum", sum=words.money(deal.amount, deal.currency)))
    if deal.status is DealStatus.WON:
        parts.append(words("deal-status-won"))
    elif deal.status is DealStatus.LOST:
        reason = words.plain(f"loss-{deal.loss_reason or LossReason.OTHER}")
        parts.append(words("deal-status-lost", reason=reason))
    elif deal.uncovered:
        parts.append(words("deal-no-task"))
    elif deal.next_due:
        parts.append(words("deal-next", date=words.day(deal.next_due, card.today)))
    rows = _open_rows(words, card, back) if deal.status is DealStatus.OPEN else ()
    return Screen(Markup("\n".join(parts)), (*rows, _foot(words, card, back)))


def stage_screen(
    words: Words, card: DealCard, stages: Sequence[StageLine], back: DealList | None = None
) -> Screen:
    """Which stage the deal is at."""
    rows = tuple(
        (
            Button(
                words.stage(stage.name)[:60],
                SetStage(card.deal.deal_id, stage.key, *listed(back)),
                style="primary" if stage.name == card.deal.stage else None,
            ),
        )
        for stage in stages
    )
    text = words("deal-which-stage", title=card.deal.title or card.client_name)
    return Screen(text, (*rows, (back_button(words, deal_at(card.deal.deal_id, back)),)))


def reasons_screen(
    words: Words, card: DealCard, task_id: int | None = None, back: DealList | None = None
) -> Screen:
    """Why the deal was lost; `task_id` is the task it was said at."""
    buttons = [
        Button(
            words.plain(f"loss-{reason}"),
            CloseDeal(card.deal.deal_id, DealStatus.LOST, reason, task_id),
        )
        for reason in _REASONS
    ]
    pairs = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    origin = deal_at(card.deal.deal_id, back) if task_id is None else TaskAt(task_id)
    last = (back_button(words, origin),)
    title = card.deal.title or card.client_name
    return Screen(words("deal-why-lost", title=title), (*pairs, last))


def form_screen(words: Words, key: str, deal_id: int, back: DealList | None = None) -> Screen:
    """Asks for the name or the sum."""
    return Screen(words(key), ((back_button(words, deal_at(deal_id, back)),),))


def put_screen(words: Words, card: TaskCard) -> Screen:
    """On which of the client's deals to put the task."""
    line = card.line
    rows = tuple(
        (
            Button(
                f"\N{BRIEFCASE} {deal.title or line.client_name}"[:60],
                PutTask(line.task_id, deal.deal_id),
            ),
        )
        for deal in card.open_deals
    )
    back = (back_button(words, TaskAt(line.task_id)),)
    return Screen(words("put-which", client=line.client_name), (*rows, back))


def _row(words: Words, line: DealCard, page: DealPage) -> Button:
    deal = line.deal
    waits = WITHOUT_TASK if deal.uncovered else "\N{BRIEFCASE}"
    mark = _MARKS.get(deal.status, waits)
    sum_ = words.money(deal.amount, deal.currency) if deal.amount and deal.currency else ""
    facts = [part for part in (sum_, words.stage(deal.stage or "")[:16], line.owner_name) if part]
    tail = "".join(f" · {part}" for part in facts)[:40]
    named = deal.title and deal.title != line.client_name
    name = f"{mark} {line.client_name}: {deal.title}" if named else f"{mark} {line.client_name}"
    listing = DealList(page.page, page.only, page.stage.key if page.stage else None)
    return Button(f"{name[: 60 - len(tail)]}{tail}", tap_to(deal_at(deal.deal_id, listing)))


def _filters(words: Words, page: DealPage) -> tuple[Row, ...]:
    """The other lists; the one that is open leads back to all deals."""

    def button(only: DealFilter) -> Button:
        if page.only is only:
            return Button(words.plain("deals-all"), OpenDeals(), style="primary")
        return Button(words.plain(f"deals-to-{only.name.lower()}"), OpenDeals(0, only))

    closed = (button(DealFilter.WON), button(DealFilter.LOST))
    if _has_none(page):
        return (closed,)
    return ((button(DealFilter.UNCOVERED), button(DealFilter.STALE)), closed)


def _has_none(page: DealPage) -> bool:
    """Whether no deal is open: there is nothing to look through then."""
    return not page.total and page.only is DealFilter.OPEN and page.stage is None


def _list_foot(words: Words, page: DealPage) -> tuple[Row, ...]:
    new = Button(words.plain("deals-new"), NewDeal())
    by_stage = Button(words.plain("deals-by-stage"), ChooseStage())
    return (
        (new,) if _has_none(page) else (by_stage, new),
        (Button(words.plain("menu-today"), OpenDay()),),
    )


def _open_rows(words: Words, card: DealCard, back: DealList | None) -> tuple[Row, ...]:
    deal_id = card.deal.deal_id
    return (
        (Button(words.plain("do-plan"), AskNext(card.client_id, deal_id), style="primary"),),
        (
            Button(words.plain("do-won"), CloseDeal(deal_id, DealStatus.WON)),
            Button(words.plain("do-refused"), AskClose(deal_id, None, *listed(back))),
        ),
        (
            Button(words.plain("deal-name"), AskDealName(deal_id, *listed(back))),
            Button(words.plain("deal-set-sum"), AskDealSum(deal_id, *listed(back))),
            Button(words.plain("deal-set-stage"), AskStage(deal_id, *listed(back))),
        ),
    )


def _foot(words: Words, card: DealCard, back: DealList | None) -> Row:
    return (
        Button(words.plain("to-client"), OpenClient(card.client_id)),
        Button(words.plain("to-history"), OpenDealHistory(card.deal.deal_id)),
        Button(words.plain("more-deals"), OpenDeals()) if back is None else back_to(words, back),
    )
