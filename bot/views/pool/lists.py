"""What narrows the list of the pool, and the list of the lost (R6, R7)."""

from bot.method.core.texts import clean
from bot.method.pool.cards import LostLine, LostPage, PoolFilters
from bot.method.pool.filters import EVERYBODY, PoolChoice, PoolFilter
from bot.views.parts.rows import about_client, home_row, pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.nav import OpenPool
from bot.views.taps.picking.picks import SearchPool
from bot.views.taps.pool import (
    AskRestore,
    ChoosePooled,
    OpenLeaves,
    OpenLost,
    OpenLostClient,
    PreviewWeekly,
)
from bot.views.words import Markup, Words

_LONGEST = 60
_LONGEST_WHY = 200
_CHOSEN = "\N{WHITE HEAVY CHECK MARK} "


def filter_key(only: PoolFilter) -> str:
    """What the filter is called."""
    return f"pool-only-{only.name.lower()}"


def pool_foot(words: Words, choice: PoolChoice, asked: int) -> tuple[Row, ...]:
    """The ways on from the list: other filters, the lost, what waits for the reader's word."""
    rows: tuple[Row, ...] = ()
    if choice != EVERYBODY:
        rows = ((Button(words.plain("pool-whole"), OpenPool()),),)
    narrow = Button(words.plain("pool-filters"), ChoosePooled(choice.only, choice.giver))
    lost = Button(words.plain("lost-list"), OpenLost())
    rows += asked_row(words, asked)
    weekly = (
        Button(words.plain("pool-search"), SearchPool()),
        Button(words.plain("pool-weekly"), PreviewWeekly()),
    )
    return (*rows, (narrow, lost), weekly, home_row(words))


def asked_row(words: Words, asked: int) -> tuple[Row, ...]:
    """The way to what owners ask, where something waits."""
    if not asked:
        return ()
    return ((Button(words.plain("leaves", count=asked), OpenLeaves()),),)


def filters_screen(words: Words, facts: PoolFilters) -> Screen:
    """Each filter with how many it shows, and whose clients they were."""
    only, giver = facts.choice.only, facts.choice.giver
    filters = [
        _button(
            f"{words.plain(filter_key(each))} · {count}",
            OpenPool(0, each, giver),
            chosen=each is only,
        )
        for each, count in facts.counts.items()
        if count or each in (only, PoolFilter.ALL)
    ]
    givers = [
        _button(f"{clean(name, 28)} · {count}", OpenPool(0, only, user_id), chosen=user_id == giver)
        for user_id, name, count in facts.givers
    ]
    if giver is not None:
        givers.append(Button(words.plain("pool-anybodys"), OpenPool(0, only)))
    back = (Button(words.plain("more-pool"), OpenPool(0, only, giver)),)
    return Screen(words("pool-which"), (*_pairs(filters), *_pairs(givers), back))


def lost_list_screen(words: Words, page: LostPage) -> Screen:
    """One page of the lost: a name opens the card, the other button brings back."""
    to_pool = (Button(words.plain("more-pool"), OpenPool()),)
    if not page.total:
        return Screen(words("lost-none"), (to_pool, home_row(words)))
    parts = [
        words("lost-title", count=page.total),
        *(_lost(words, line, page) for line in page.lines),
    ]
    rows: tuple[Row, ...] = tuple(
        (
            Button(
                about_client("\N{BUST IN SILHOUETTE}", line.client_name),
                OpenLostClient(line.client_id, page.page),
            ),
            Button(words.plain("restore"), AskRestore(line.client_id)),
        )
        for line in page.lines
    )
    rows += pager(words, page.page, page.pages, OpenLost)
    return Screen(Markup("\n".join(parts)), (*rows, to_pool, home_row(words)))


def _lost(words: Words, line: LostLine, page: LostPage) -> Markup:
    parts = [words("lost-line", client=clean(line.client_name, _LONGEST))]
    if line.lost_on is not None:
        parts.append(Markup(words.short_date(line.lost_on, page.today)))
    if line.by is not None:
        parts.append(words("lost-by", name=clean(line.by, _LONGEST)))
    why = line.why or (words.plain(f"leave-why-{line.reason}") if line.reason else None)
    if why is not None:
        parts.append(words("lost-reason-said", why=clean(why, _LONGEST_WHY)))
    return Markup(" \N{MIDDLE DOT} ".join(parts))


def _button(label: str, tap: OpenPool, *, chosen: bool) -> Button:
    return Button(f"{_CHOSEN if chosen else ''}{label}"[:60], tap)


def _pairs(buttons: list[Button]) -> tuple[Row, ...]:
    return tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))


def to_pool_row(words: Words, choice: PoolChoice = EVERYBODY) -> Row:
    """The way back to what was shown of the pool."""
    return (Button(words.plain("more-pool"), OpenPool(0, choice.only, choice.giver)),)
