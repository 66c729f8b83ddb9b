"""What the method says of a base in a file (R3, R4): nothing is stored, everything is counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import heappush, heapreplace
from itertools import islice

from bot.method.core.coverage import Coverage, PlannedTask, cover, cover_deal
from bot.method.core.policy import Policy
from bot.method.core.terms import GapReason
from bot.method.core.workdays import WorkCalendar
from bot.method.imports.audit_book import AuditBook, BookedClient, BookedDeal
from bot.method.imports.audit_cards import Audit, AuditGap, AuditShare, Verdicts

DEAREST = 30
"""How many of the dearest are named."""
_FAR = timedelta(days=3660)
"""What is planned further away says no more than this: no calendar is asked about the year 9999."""
_Place = tuple[int, int, int, AuditGap]
"""The dearer, the earlier in the file the greater."""


@dataclass(frozen=True)
class AuditTerms:
    """By which rules it is judged. Without `has_tasks` the file has no place for tasks at all:
    then nobody knows what is planned."""

    today: date
    policy: Policy
    calendar: WorkCalendar
    has_tasks: bool = True


@dataclass(slots=True)
class _Tally:
    """What is counted of one share."""

    clients: int = 0
    deals: Counter[GapReason | bool | None] = field(default_factory=Counter)
    alone: Counter[GapReason | bool | None] = field(default_factory=Counter)
    open_sums: Counter[str] = field(default_factory=Counter)
    at_risk: Counter[str] = field(default_factory=Counter)


def audit(book: AuditBook, terms: AuditTerms) -> Audit:
    """Judge the clients and open deals of the book as the bot would after an import."""
    total, people, dearest = _Tally(), dict[str, _Tally](), _Dearest()
    for client in book.clients():
        for tally in (total, people.setdefault(client.responsible, _Tally())):
            tally.clients += 1
        for deal, verdict in _verdicts(client, terms):
            what = _standing(verdict, terms)
            named = deal.responsible if deal else client.responsible
            for tally in (total, people.setdefault(named, _Tally())):
                _count(tally, deal, what)
            if not isinstance(what, bool):
                dearest.take(client, deal, named, what)
    shares = [_share(name, tally, terms) for name, tally in people.items()]
    shares.sort(key=lambda share: (-share.to_plan, -share.clients, share.responsible))
    dates = [share.planned_by for share in shares if share.planned_by is not None]
    return Audit(
        terms.today,
        terms.policy.capacity,
        terms.has_tasks,
        _share("", total, terms, max(dates, default=None)),
        tuple(shares),
        dearest.all(),
    )


def _verdicts(
    client: BookedClient, terms: AuditTerms
) -> Iterator[tuple[BookedDeal | None, Coverage]]:
    """The verdict of every open deal, or of the client itself where there is none (R2)."""
    policy, today, calendar = terms.policy, terms.today, terms.calendar
    own, grace = _planned(client.due, today, on_deal=False), policy.overdue_grace_days
    if not client.deals:
        horizon = policy.horizon_for(client.client_class, client.kind)
        yield None, cover(own, today, horizon, grace, calendar)
    for deal in client.deals:
        tasks = own + _planned(deal.due, today, on_deal=True)
        yield deal, cover_deal(tasks, today, policy.deal_horizon_days, grace, calendar)


def _planned(days: Sequence[date], today: date, *, on_deal: bool) -> tuple[PlannedTask, ...]:
    first, last = today - _FAR, today + _FAR
    return tuple(PlannedTask(max(first, min(day, last)), on_deal) for day in days)


def _standing(verdict: Coverage, terms: AuditTerms) -> GapReason | bool | None:
    """True: covered; a reason: why not; None: the file does not say."""
    if not terms.has_tasks:
        return None
    return True if verdict.covered else verdict.reason


def _count(tally: _Tally, deal: BookedDeal | None, what: GapReason | bool | None) -> None:
    if deal is None:
        tally.alone[what] += 1
        return
    tally.deals[what] += 1
    if deal.amount:
        tally.open_sums[deal.currency] += deal.amount
        if isinstance(what, GapReason):
            tally.at_risk[deal.currency] += deal.amount


class _Dearest:
    """The dearest of what no task covers.

    Sums of two currencies are not compared: the one that most deals have comes first. Then deals
    without a sum, then clients without a deal. Which one most have is known in the end only, so
    the first of each kind are kept.
    """

    def __init__(self) -> None:
        self._first: dict[tuple[bool, bool, str], list[_Place]] = {}
        self._used: Counter[str] = Counter()
        self._count = 0

    def take(
        self,
        client: BookedClient,
        deal: BookedDeal | None,
        responsible: str,
        reason: GapReason | None,
    ) -> None:
        amount, currency = (deal.amount, deal.currency) if deal else (0, "")
        line = deal.line if deal else client.line
        self._used[currency] += bool(amount)
        self._count += 1
        first = self._first.setdefault((deal is None, not amount, currency), [])
        if len(first) == DEAREST and first[0][:3] >= (amount, -line, -self._count):
            return
        title = deal.title if deal else None
        gap = AuditGap(line, client.name, title, amount, currency, responsible, reason)
        place = (amount, -line, -self._count, gap)
        (heappush if len(first) < DEAREST else heapreplace)(first, place)

    def all(self) -> tuple[AuditGap, ...]:
        def place(kind: tuple[bool, bool, str]) -> tuple[bool, bool, int, str]:
            is_alone, is_bare, currency = kind
            return is_alone, is_bare, -self._used[currency], currency

        kinds = sorted(self._first, key=place)
        gaps = (gap for kind in kinds for *_, gap in sorted(self._first[kind], reverse=True))
        return tuple(islice(gaps, DEAREST))


def _share(name: str, tally: _Tally, terms: AuditTerms, by: date | None = None) -> AuditShare:
    share = AuditShare(
        name,
        tally.clients,
        _as_verdicts(tally.deals),
        _as_verdicts(tally.alone),
        dict(sorted(tally.open_sums.items())),
        dict(sorted(tally.at_risk.items())),
    )
    planned_by = by or (planned_on(share.to_plan, terms) if share.to_plan else None)
    return AuditShare(**{**vars(share), "planned_by": planned_by})


def _as_verdicts(counted: Counter[GapReason | bool | None]) -> Verdicts:
    reasons = {reason: counted[reason] for reason in GapReason if counted[reason]}
    return Verdicts(counted[True], counted[None], reasons)


def planned_on(count: int, terms: AuditTerms) -> date:
    """The working day on which the last of so many is planned, a day's norm from today on."""
    days = -(-count // terms.policy.capacity)
    return terms.calendar.shift(terms.calendar.next_working(terms.today), days - 1)
