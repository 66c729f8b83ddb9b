"""What the method says of a base in a file (R3, R4): nothing is stored, everything is counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.method.core.coverage import Coverage, PlannedTask, cover, cover_deal
from bot.method.core.policy import Policy
from bot.method.core.terms import ClientKind, GapReason
from bot.method.core.workdays import WorkCalendar
from bot.method.imports.audit_cards import Audit, Share, UncoveredLine, Verdicts

DEAREST = 30
"""How many of the dearest are named."""
_FAR = timedelta(days=3660)
"""What is planned further away says no more than this: no calendar is asked about the year 9999."""


@dataclass(frozen=True, slots=True)
class AuditDeal:
    """An open deal of a row; `marks` are all that it can be known by, `mark` what it is met by."""

    mark: object
    marks: tuple[object, ...]
    title: str = ""
    amount: int = 0
    currency: str = ""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A row of which is known whose it is: rows with the same `client` are one client."""

    client: int
    line: int
    name: str = ""
    responsible: str = ""
    kind: ClientKind = ClientKind.CUSTOMER
    client_class: str | None = None
    deal: AuditDeal | None = None
    task_on: date | None = None


@dataclass(frozen=True)
class AuditTerms:
    """By which rules it is judged. Without `has_tasks` the file has no place for tasks at all:
    then nobody knows what is planned."""

    today: date
    policy: Policy
    calendar: WorkCalendar
    has_tasks: bool = True


@dataclass(slots=True)
class _Deal:
    """An open deal put together from its rows."""

    line: int
    facts: AuditDeal
    responsible: str
    due: list[date] = field(default_factory=list)


@dataclass(slots=True)
class _Client:
    """A client put together from its rows; the first that says something says it."""

    line: int
    name: str
    responsible: str
    kind: ClientKind
    client_class: str | None
    deals: list[_Deal] = field(default_factory=list)
    known: dict[object, _Deal] = field(default_factory=dict)
    due: list[date] = field(default_factory=list)


@dataclass(slots=True)
class _Tally:
    """What is counted of one share."""

    clients: int = 0
    deals: Counter[GapReason | bool | None] = field(default_factory=Counter)
    alone: Counter[GapReason | bool | None] = field(default_factory=Counter)
    open_sums: Counter[str] = field(default_factory=Counter)
    at_risk: Counter[str] = field(default_factory=Counter)


def audit(rows: Iterable[AuditRow], terms: AuditTerms) -> Audit:
    """Judge the clients and open deals of the rows as the bot would after an import."""
    total, people, found = _Tally(), dict[str, _Tally](), list[UncoveredLine]()
    for client in _clients(rows):
        for tally in (total, people.setdefault(client.responsible, _Tally())):
            tally.clients += 1
        for deal, verdict in _verdicts(client, terms):
            what = _standing(verdict, terms)
            named = deal.responsible if deal else client.responsible
            for tally in (total, people.setdefault(named, _Tally())):
                _count(tally, deal, what)
            if not isinstance(what, bool):
                found.append(_uncovered(client, deal, named, what))
    shares = [_share(name, tally, terms) for name, tally in people.items()]
    shares.sort(key=lambda share: (-share.to_plan, -share.clients, share.responsible))
    dates = [share.planned_by for share in shares if share.planned_by is not None]
    return Audit(
        terms.today,
        terms.policy.capacity,
        terms.has_tasks,
        _share("", total, terms, max(dates, default=None)),
        tuple(shares),
        _dearest(found),
    )


def _clients(rows: Iterable[AuditRow]) -> Iterable[_Client]:
    """The clients; a task stands on the deal of its row, else on the only open one, else on the
    client (R2)."""
    clients: dict[int, _Client] = {}
    for row in rows:
        client = clients.get(row.client)
        if client is None:
            client = clients[row.client] = _Client(
                row.line, row.name, row.responsible, row.kind, row.client_class
            )
        client.responsible = client.responsible or row.responsible
        client.client_class = client.client_class or row.client_class
        deal = _deal(client, row) if row.deal else None
        if row.task_on is not None:
            (deal.due if deal else client.due).append(row.task_on)
    for client in clients.values():
        if len(client.deals) == 1:
            client.deals[0].due += client.due
            client.due = []
        for deal in client.deals:
            deal.responsible = deal.responsible or client.responsible
    return clients.values()


def _deal(client: _Client, row: AuditRow) -> _Deal | None:
    if row.deal is None:
        return None
    known = client.known.get(row.deal.mark)
    if known is None:
        known = _Deal(row.line, row.deal, row.responsible)
        client.deals.append(known)
        for mark in row.deal.marks:
            client.known.setdefault(mark, known)
    return known


def _verdicts(client: _Client, terms: AuditTerms) -> Iterator[tuple[_Deal | None, Coverage]]:
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
    return tuple(PlannedTask(0, max(first, min(day, last)), None, on_deal) for day in days)


def _standing(verdict: Coverage, terms: AuditTerms) -> GapReason | bool | None:
    """True: covered; a reason: why not; None: the file does not say."""
    if not terms.has_tasks:
        return None
    return True if verdict.covered else verdict.reason


def _count(tally: _Tally, deal: _Deal | None, what: GapReason | bool | None) -> None:
    if deal is None:
        tally.alone[what] += 1
        return
    tally.deals[what] += 1
    amount, currency = deal.facts.amount, deal.facts.currency
    if amount:
        tally.open_sums[currency] += amount
        if isinstance(what, GapReason):
            tally.at_risk[currency] += amount


def _uncovered(
    client: _Client, deal: _Deal | None, responsible: str, reason: GapReason | None
) -> UncoveredLine:
    if deal is None:
        return UncoveredLine(client.line, client.name, None, 0, "", responsible, reason)
    facts = deal.facts
    return UncoveredLine(
        *(deal.line, client.name, facts.title, facts.amount, facts.currency),
        *(responsible, reason),
    )


def _dearest(found: Sequence[UncoveredLine]) -> tuple[UncoveredLine, ...]:
    """Sums of two currencies are not compared: the one that most deals have comes first. Then
    deals without a sum, then clients without a deal."""
    used = Counter(each.currency for each in found if each.amount)

    def place(each: UncoveredLine) -> tuple[bool, bool, int, str, int, int]:
        bare = (each.deal is None, not each.amount)
        return *bare, -used[each.currency], each.currency, -each.amount, each.line

    return tuple(sorted(found, key=place)[:DEAREST])


def _share(name: str, tally: _Tally, terms: AuditTerms, by: date | None = None) -> Share:
    share = Share(
        name,
        tally.clients,
        _as_verdicts(tally.deals),
        _as_verdicts(tally.alone),
        dict(sorted(tally.open_sums.items())),
        dict(sorted(tally.at_risk.items())),
    )
    planned_by = by or (planned_on(share.to_plan, terms) if share.to_plan else None)
    return Share(**{**vars(share), "planned_by": planned_by})


def _as_verdicts(counted: Counter[GapReason | bool | None]) -> Verdicts:
    reasons = {reason: counted[reason] for reason in GapReason if counted[reason]}
    return Verdicts(counted[True], counted[None], reasons)


def planned_on(count: int, terms: AuditTerms) -> date:
    """The working day on which the last of so many is planned, a day's norm from today on."""
    days = -(-count // terms.policy.capacity)
    return terms.calendar.shift(terms.calendar.next_working(terms.today), days - 1)
