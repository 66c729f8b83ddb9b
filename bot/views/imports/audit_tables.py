"""An audit as the sheets of a workbook, one for each question."""

from collections.abc import Iterator
from decimal import Decimal

from babel.numbers import get_currency_precision

from bot.method.core.sheets import CellKind, Sheet
from bot.method.core.terms import GapReason
from bot.method.imports.audit_cards import Audit, AuditedFile, AuditGap, AuditShare
from bot.views.imports.audit import reason_text, responsible_text
from bot.views.imports.faults import cell_alone
from bot.views.words import Words

Cell = str | int | Decimal | None
_TOTAL = ("what", "deals", "alone")
_PEOPLE = ("responsible", "clients", "uncovered", "currency", "open", "risk", "planned-by")
_DEAREST = ("client", "deal", "amount", "currency", "responsible", "why", "line")
_FILE = ("what", "line")


def audit_tables(words: Words, found: Audit, file: AuditedFile) -> tuple[Sheet, ...]:
    """The total, the people, the dearest, and what was not understood of the file."""
    shares = (*found.people,)
    return (
        _table(words, "total", _TOTAL, tuple(_total(words, found)), (1, 2)),
        _table(
            words,
            "people",
            _PEOPLE,
            tuple(row for share in shares for row in _person(words, found, share)),
            (1, 2, 4, 5),
            dates=(6,),
        ),
        _table(
            words,
            "dearest",
            _DEAREST,
            tuple(_dear(words, dear) for dear in found.dearest),
            (2, 6),
        ),
        _table(words, "file", _FILE, tuple(_told(words, file)), (1,)),
    )


def _table(
    words: Words,
    name: str,
    titles: tuple[str, ...],
    rows: tuple[tuple[Cell, ...], ...],
    numbers: tuple[int, ...],
    dates: tuple[int, ...] = (),
) -> Sheet:
    shown = tuple(words.plain(f"audit-title-{title}") for title in titles)
    kinds = dict.fromkeys(numbers, CellKind.NUMBER) | dict.fromkeys(dates, CellKind.DATE)
    return Sheet(words.plain(f"audit-sheet-{name}"), shown, rows, kinds)


def _total(words: Words, found: Audit) -> Iterator[tuple[Cell, ...]]:
    deals, alone = found.total.deals, found.total.alone
    if not found.has_tasks:
        yield words.plain("audit-unknown"), deals.unknown, alone.unknown
        return
    yield words.plain("audit-row-covered"), deals.covered, alone.covered
    for reason in GapReason:
        counts = (deals.reasons.get(reason, 0), alone.reasons.get(reason, 0))
        if any(counts):
            yield reason_text(words, reason), *counts


def _person(words: Words, found: Audit, share: AuditShare) -> Iterator[tuple[Cell, ...]]:
    """A line for each currency; the numbers of clients stand on the first one only."""
    by = share.planned_by.isoformat() if share.planned_by else None
    to_plan = share.to_plan if found.has_tasks else None
    facts = (responsible_text(words, share.responsible), share.clients, to_plan)
    for place, currency in enumerate(share.open_sums or ("",)):
        risk = share.at_risk.get(currency, 0) if found.has_tasks else None
        sums = (_amount(share.open_sums.get(currency, 0), currency), _amount(risk, currency))
        yield *(facts if place == 0 else (facts[0], None, None)), currency, *sums, by


def _dear(words: Words, dear: AuditGap) -> tuple[Cell, ...]:
    return (
        dear.client,
        dear.deal,
        _amount(dear.amount or None, dear.currency),
        dear.currency,
        dear.responsible,
        reason_text(words, dear.reason),
        dear.line,
    )


def _told(words: Words, file: AuditedFile) -> Iterator[tuple[Cell, ...]]:
    yield from ((words.plain(f"audit-missing-{what}"), None) for what in file.missing)
    if file.sheets_left:
        yield words.plain("audit-sheets", names=", ".join(file.sheets_left)), None
    if file.unknown:
        yield words.plain("audit-columns", titles=", ".join(file.unknown)), None
    if file.tasks_lost:
        yield words.plain("audit-tasks-lost", count=file.tasks_lost), None
    if file.sums_assumed:
        count, currency = file.sums_assumed, words.currency(file.currency)
        yield words.plain("audit-sums-assumed", count=count, currency=currency), None
    yield from ((words.plain(code), line) for line, code in file.rejected)
    for line, cell in file.problems:
        yield cell_alone(words, cell), line


def _amount(minor: int | None, currency: str) -> Decimal | None:
    if minor is None or not currency:
        return None
    return Decimal(minor).scaleb(-get_currency_precision(currency))
