"""The dry run: what an import would do, counted without writing anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from bot.method.imports.decision import MergeInto, New, Rejected
from bot.method.imports.plan import Duplicates
from bot.method.imports.rows import ImportReport, ImportRow
from bot.services.imports.candidates import Candidates
from bot.services.imports.filling import Present, filling_of
from bot.services.imports.planned import PlannedSoFar, planned_of
from bot.services.imports.prepared import Prepared
from bot.services.imports.rows import Importing
from bot.services.imports.settling import Settling


@dataclass
class Checking:
    """One dry run, portion by portion; each portion with the `Importing` of its transaction.

    The rows are counted by every rule for duplicates, so that another one can be chosen by the
    figures that it has. What the rows so far are recognised by is kept as texts, of which a
    hundred thousand weigh little, where as many clients would not.
    """

    reports: dict[Duplicates, ImportReport] = field(default_factory=dict)
    _settling: dict[Duplicates, Settling] = field(default_factory=dict)
    _planned: dict[Duplicates, PlannedSoFar] = field(default_factory=dict)

    async def take(self, importing: Importing, rows: Sequence[ImportRow]) -> None:
        """Count what these rows would be, by the chosen rule into the report of `importing`."""
        self.reports[importing.options.duplicates] = importing.report
        for rule in Duplicates:
            self.reports.setdefault(rule, ImportReport("", importing.report.profile))
            self._settling.setdefault(rule, Settling(rule, importing.is_own))
        fit: list[Prepared] = []
        for row in rows:
            prepared = importing.preparing.row(row) if row.error is None else None
            nameless = prepared is not None and prepared.is_nameless
            code = row.error or ("row-nameless" if nameless else None)
            for report in self.reports.values():
                report.rows += 1 + len(row.further)
                if code is not None:
                    _reject(report, row, code)
            if prepared is not None and code is None:
                fit.append(prepared)
        others = {number for rule in self._settling.values() for number in rule.wanted(fit)}
        known = await Candidates.of(importing.work, fit, others)
        planning = any(taken.row.deal or taken.row.task for taken in fit)
        planned = await planned_of(importing.work, known.clients if planning else ())
        for rule, settling in self._settling.items():
            settling.known, settling.is_own = known, importing.is_own
            by_rule = replace(importing, options=replace(importing.options, duplicates=rule))
            plans = self._planned.setdefault(rule, PlannedSoFar())
            for client, marks in planned.items():
                plans.there(client, marks)
            for taken in fit:
                _count(by_rule, self.reports[rule], settling, plans, taken)


def _count(
    importing: Importing,
    report: ImportReport,
    settling: Settling,
    plans: PlannedSoFar,
    prepared: Prepared,
) -> None:
    settled = settling.settle(prepared)
    number = settled.number
    match settled.decision:
        case New():
            report.imported += 1
        case MergeInto(_, changes, inside):
            report.merged += 1
            if changes and number > 0:
                client, known = settling.known.clients[number], settling.known
                points, people = known.points.get(number, ()), known.people.get(number, ())
                there = Present(client, points, people, is_new=settled.is_of_file)
                adds = filling_of(prepared, there, importing.options, inside=inside)
                report.filled += bool(adds) or prepared.plans(client.source_key)
        case Rejected(code):
            _reject(report, prepared.row, code)
            return
        case never:
            assert_never(never)
    report.merged += len(prepared.row.further)
    if isinstance(settled.decision, MergeInto) and not settled.decision.changes:
        return
    if prepared.row.deal is not None:
        key = importing.preparing.source_key(prepared.row.deal.source_id)
        plans.count_deal(number, prepared.row.deal, key, report)
    if prepared.row.task is not None:
        plans.count_task(number, prepared.row.task, report)


def _reject(report: ImportReport, row: ImportRow, code: str) -> None:
    report.rejected += 1 + len(row.further)
    report.errors += ((line, code) for line in (row.line, *row.further))
