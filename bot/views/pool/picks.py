"""Several clients of the pool chosen by ticks, and looking for one (R6, R7)."""

from bot.method.core.texts import clean
from bot.method.people.cards import PeoplePage
from bot.method.pool.cards import PoolLine, PoolPage
from bot.method.pool.filters import PoolFilter
from bot.method.pool.leave import LeaveKind, LeaveReason
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import home_row, pager
from bot.views.pool.pool import pool_lines
from bot.views.screen import Button, Row, Screen
from bot.views.taps.nav import OpenPool
from bot.views.taps.picking.picks import (
    AskPickedLost,
    AskPickedWhom,
    CallPickedLost,
    OpenPicking,
    TickPage,
    TickPooled,
    UntickAll,
)
from bot.views.taps.pool import PreviewHandOut
from bot.views.words import Markup, Words

_OFF, _ON = "\N{BALLOT BOX}", "\N{BALLOT BOX WITH CHECK}\ufe0f"


def picking_screen(words: Words, page: PoolPage) -> Screen:
    """One page of the pool with a tick for each; what may be done with all of them stands first."""
    only, giver = page.choice.only, page.choice.giver
    parts = [*pool_lines(words, page), words("picks-count", count=page.picked_total)]
    rows = [*_acts(words, page.picked_total), *((_tick(line, page),) for line in page.lines)]
    if page.lines:
        on = any(line.client_id not in page.picked for line in page.lines)
        label = words.plain("picks-page" if on else "picks-page-off")
        rows.append((Button(label, TickPage(on, page.page, only, giver)),))
    rows += pager(words, page.page, page.pages, lambda turn: OpenPicking(turn, only, giver))
    back = (Button(words.plain("picks-over"), OpenPool(page.page, only, giver)),)
    return Screen(Markup("\n".join(parts)), (*rows, back, home_row(words)))


def picked_whom_screen(words: Words, count: int, people: PeoplePage) -> Screen:
    """To which person all that are ticked go; who gets how many is shown before."""
    rows = person_rows(
        words,
        people,
        lambda person_id: PreviewHandOut(count, person_id, PoolFilter.PICKED),
        AskPickedWhom,
    )
    return Screen(words("picks-whom", count=count), (*rows, _back(words)))


def picked_lost_screen(words: Words, count: int) -> Screen:
    """Asks once more, and why."""
    rows = tuple(
        (Button(words.plain(f"leave-why-{why}"), CallPickedLost(count, why)),)
        for why in (*LeaveReason.of(LeaveKind.LOST), LeaveReason.OTHER)
    )
    return Screen(words("picks-lost-ask", count=count), (*rows, _back(words)))


def picks_going_screen(words: Words, at: int, total: int) -> Screen:
    """So many are lost for good by now."""
    return Screen(words("picks-going", at=at, total=total))


def picked_gone_screen(words: Words, count: int) -> Screen:
    """They are lost for good."""
    back = (Button(words.plain("more-pool"), OpenPool()),)
    return Screen(words("picks-lost", count=count), (back, home_row(words)))


def search_screen(words: Words) -> Screen:
    """Asks whom to look for."""
    return Screen(words("pool-search-ask"), ((Button(words.plain("more-pool"), OpenPool()),),))


def _acts(words: Words, count: int) -> list[Row]:
    if not count:
        return []
    go = PreviewHandOut(count, None, PoolFilter.PICKED)
    return [
        (
            Button(words.plain("pool-hand-out", count=count), go, style="primary"),
            Button(words.plain("picks-to-one"), AskPickedWhom()),
        ),
        (
            Button(words.plain("picks-lose"), AskPickedLost()),
            Button(words.plain("picks-none"), UntickAll()),
        ),
    ]


def _tick(line: PoolLine, page: PoolPage) -> Button:
    on = line.client_id in page.picked
    label = f"{_ON if on else _OFF} {clean(line.client_name, 40)}"
    return Button(
        label,
        TickPooled(line.client_id, not on, page.page, page.choice.only, page.choice.giver),
    )


def _back(words: Words) -> Row:
    return (Button(words.plain("picks-back"), OpenPicking(0, PoolFilter.PICKED)),)
