"""Every figure of an audit equals a slow recount that takes nothing from it."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.core.policy import Policy
from bot.method.core.terms import GapReason
from bot.method.core.workdays import WorkCalendar
from bot.method.imports.audit import AuditTerms, audit, planned_on
from bot.method.imports.audit_book import AuditBook, AuditDeal, AuditRow
from bot.method.imports.audit_cards import Audit

TODAY = date(2026, 11, 30)
"""A Monday."""
HOLIDAY = date(2026, 11, 27)
CALENDAR = WorkCalendar(days_off=frozenset({HOLIDAY}))
TERMS = AuditTerms(TODAY, Policy(capacity=2), CALENDAR)
NAMES = ("", "Anna", "Boris")

days = st.one_of(
    st.none(),
    st.integers(-12, 40).map(lambda n: TODAY + timedelta(days=n)),
    st.sampled_from((date.min, date.max)),
)
deals = st.builds(
    lambda number, amount, currency: AuditDeal((number,), f"D{number}", amount, currency),
    st.integers(1, 4),
    st.integers(0, 5).map(lambda n: n * 1000),
    st.sampled_from(("RUB", "EUR")),
)
rows = st.lists(
    st.builds(
        lambda client, name, deal, day: AuditRow(
            client, 0, f"C{client}", name, deal=deal, task_on=day
        ),
        st.integers(-6, -1),
        st.sampled_from(NAMES),
        st.one_of(st.none(), deals),
        days,
    ),
    max_size=14,
)


def audited(base: list[AuditRow], terms: AuditTerms = TERMS) -> Audit:
    book = AuditBook()
    for one in base:
        book.take(one)
    return audit(book, terms)


def is_good(day: date, horizon: int) -> bool:
    """Within the horizon, and not overdue by more than two working days."""
    late = [
        day + timedelta(days=n)
        for n in range(1, min(100, (TODAY - day).days + 1))
        if (day + timedelta(days=n)).weekday() < 5 and day + timedelta(days=n) != HOLIDAY
    ]
    return day.toordinal() <= TODAY.toordinal() + horizon and len(late) <= 2


def why(own: list[date], contact: list[date], horizon: int) -> str:
    """The verdict in a word."""
    if any(is_good(day, horizon) for day in own):
        return "covered"
    if own:
        return "overdue" if min(own) < TODAY else "beyond_horizon"
    return "task_on_contact" if contact else "no_task"


def recount(base: list[AuditRow]) -> list[tuple[int, str | None, str, str, int, str]]:
    """(client, deal, responsible, verdict, amount, currency) of every deal and every client
    without one."""
    found = []
    for client in {row.client for row in base}:
        own = [row for row in base if row.client == client]
        owner = next((row.responsible for row in own if row.responsible), "")
        loose = [row.task_on for row in own if row.task_on and not row.deal]
        numbers = {row.deal.marks[0] for row in own if row.deal}
        if not numbers:
            found.append((client, None, owner, why(loose, [], 30), 0, ""))
        for number in numbers:
            of_deal = [row for row in own if row.deal and row.deal.marks[0] == number]
            tasks = [row.task_on for row in of_deal if row.task_on]
            tasks += loose if len(numbers) == 1 else []
            first, named = of_deal[0].deal, of_deal[0].responsible or owner
            assert first is not None
            verdict = why(tasks, [] if len(numbers) == 1 else loose, 14)
            found.append((client, first.title, named, verdict, first.amount, first.currency))
    return found


def sums(found: list, keep: Callable[[tuple], bool]) -> dict[str, int]:
    kept = [line for line in found if keep(line) and line[4]]
    return {currency: sum(line[4] for line in kept if line[5] == currency)
            for currency in sorted({line[5] for line in kept})}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(rows)
def test_every_figure_equals_a_slow_recount(base: list[AuditRow]) -> None:
    result, found = audited(base), recount(base)
    owners = {
        client: next((r.responsible for r in base if r.client == client and r.responsible), "")
        for client in {row.client for row in base}
    }
    by_name = {share.responsible: share for share in result.people}
    assert set(by_name) == {*owners.values(), *(line[2] for line in found)}
    latest = None
    for name, share in [(None, result.total), *by_name.items()]:
        mine = [line for line in found if name in (None, line[2])]
        assert share.clients == sum(name in (None, owner) for owner in owners.values())
        for verdicts, is_deal in ((share.deals, True), (share.alone, False)):
            words = [line[3] for line in mine if (line[1] is not None) is is_deal]
            assert verdicts.covered == words.count("covered")
            assert verdicts.unknown == 0
            assert verdicts.reasons == {
                reason: words.count(reason) for reason in GapReason if reason in words
            }
        assert share.open_sums == sums(mine, lambda line: True)
        assert share.at_risk == sums(mine, lambda line: line[3] != "covered")
        if name is not None and share.planned_by:
            latest = max(latest or share.planned_by, share.planned_by)
            left, day = sum(line[3] != "covered" for line in mine), TODAY
            while left > 2:
                left, day = left - 2, day + timedelta(days=3 if day.weekday() == 4 else 1)
            assert share.planned_by == day
    assert result.total.planned_by == latest
    open_ones = [line for line in found if line[3] != "covered"]
    shown = [(dear.client, dear.deal, dear.amount) for dear in result.dearest]
    assert sorted(shown, key=str) == sorted(
        ((f"C{line[0]}", line[1], line[4]) for line in open_ones), key=str
    )


def row(client: int, amount: int, currency: str = "RUB") -> AuditRow:
    """A deal without a task."""
    return AuditRow(client, -client, deal=AuditDeal((client,), "", amount, currency))


def dearest(found: Audit) -> list[int]:
    return [dear.amount for dear in found.dearest]


def test_the_thirty_dearest_come_first_and_currencies_are_not_mixed() -> None:
    base = [row(-n, n * 100) for n in range(1, 41)] + [row(-50, 10**9, "JPY")]
    assert dearest(audited(base)) == [n * 100 for n in range(40, 10, -1)]
    assert dearest(audited(base[:2] + base[-1:])) == [200, 100, 10**9]


def test_a_file_without_tasks_calls_nobody_uncovered() -> None:
    terms = AuditTerms(TODAY, Policy(), CALENDAR, has_tasks=False)
    found = audited([row(-1, 500), AuditRow(-2, 3)], terms)
    total = found.total
    assert (total.deals.unknown, total.alone.unknown) == (1, 1)
    assert (total.deals.uncovered, total.alone.uncovered, total.at_risk) == (0, 0, {})
    assert (total.open_sums, total.to_plan) == ({"RUB": 500}, 2)
    assert [dear.reason for dear in found.dearest] == [None, None]


def test_the_norm_counts_working_days_from_today() -> None:
    assert planned_on(1, TERMS) == planned_on(2, TERMS) == TODAY
    assert planned_on(11, TERMS) == date(2026, 12, 7)
    saturday = AuditTerms(date(2026, 11, 28), Policy(), CALENDAR)
    assert planned_on(12, saturday) == TODAY


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from(("RUB", "EUR", "JPY"))), max_size=70))
def test_the_dearest_are_the_first_of_all_in_order(sums: list[tuple[int, str]]) -> None:
    base = [row(-n, amount, currency) for n, (amount, currency) in enumerate(sums, 1)]
    base += [AuditRow(-n, n) for n in range(100, 140)]
    used = {named: sum(bool(a) and c == named for a, c in sums) for named in ("RUB", "EUR", "JPY")}
    order = sorted(
        enumerate(sums, 1),
        key=lambda one: (
            *(not one[1][0], -used[one[1][1]], one[1][1]),
            *(-one[1][0], one[0]),
        ),
    )
    wanted = [n for n, _ in order] + list(range(100, 140))
    assert [dear.line for dear in audited(base).dearest] == wanted[:30]
