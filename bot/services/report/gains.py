"""What the method brought, to whoever leads and to the manager himself (R12)."""

from collections.abc import Sequence
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.terms import Role
from bot.method.report.gain_cards import GainLine, GainPage, GainTotals
from bot.method.report.gains import (
    WITHIN,
    Gain,
    GainKind,
    GainPeriod,
    count_of,
    gain_of,
    gain_span,
    sums_of,
)
from bot.method.report.periods import DaySpan
from bot.models.gains import before_results, results_of, titles_by_deal
from bot.models.signs import names_of
from bot.models.user import names_of_people
from bot.services.core.rights import people_of
from bot.services.core.work import Act

_AT_ONCE = 500
"""So many clients are asked about by one statement."""


async def gain_page(act: Act, period: GainPeriod, page: int = 0) -> GainPage:
    """A page of what the people brought whom the actor answers for, a manager his own, by the
    days of the reader."""
    span = gain_span(period, act.today)
    gains = await gains_within(act, span)
    page, pages = page_of(page, len(gains), PAGE)
    return GainPage(
        period=period,
        span=span,
        today=act.today,
        totals=totals_of(gains),
        lines=tuple(await _lines(act, on_page(gains, page))),
        page=page,
        pages=pages,
        leads=act.actor.role in Role.leaders(),
    )


async def gains_within(act: Act, span: DaySpan) -> Sequence[Gain]:
    """What was brought in these days of the reader, the latest first; each result once."""
    at = act.company_time_of(act.actor).at
    since, until = at(span.since, time()), at(span.until + timedelta(days=1), time())
    results = await results_of(act.session, await people_of(act), since, until)
    clients = sorted({result.client_id for result in results})
    gains: list[Gain] = []
    for start in range(0, len(clients), _AT_ONCE):
        some = clients[start : start + _AT_ONCE]
        causes, steps = await before_results(act.session, some, since - WITHIN, until)
        asked = set(some)
        found = (
            gain_of(result, causes.get(result.client_id, ()), steps.get(result.client_id, ()))
            for result in results
            if result.client_id in asked
        )
        gains += [gain for gain in found if gain is not None]
    return sorted(gains, key=lambda gain: (gain.result.at, gain.result.row_id), reverse=True)


def totals_of(gains: Sequence[Gain]) -> GainTotals:
    """All of it in three figures."""
    won, returned = (count_of(gains, kind) for kind in (GainKind.WON, GainKind.RETURNED))
    return GainTotals(won, returned, sums_of(gains))


async def _lines(act: Act, gains: Sequence[Gain]) -> Sequence[GainLine]:
    results = [gain.result for gain in gains]
    clients = await names_of(act.session, [result.client_id for result in results])
    people = await names_of_people(act.session, {result.person_id for result in results})
    deals = [result.deal_id for result in results if result.deal_id is not None]
    titles = await titles_by_deal(act.session, deals)
    zone: ZoneInfo = act.zone
    return [
        GainLine(
            kind=gain.result.kind,
            client_id=gain.result.client_id,
            client_name=clients[gain.result.client_id],
            title=titles.get(gain.result.deal_id) if gain.result.deal_id else None,
            person=None if gain.result.person_id == act.actor.id else people[gain.result.person_id],
            amount=gain.result.amount,
            currency=gain.result.currency,
            cause=gain.cause,
            caused_on=gain.caused_at.astimezone(zone).date(),
            step_on=gain.step_at.astimezone(zone).date(),
            on=gain.result.at.astimezone(zone).date(),
        )
        for gain in gains
    ]
