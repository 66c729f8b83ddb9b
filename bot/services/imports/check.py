"""The dry run: what an import would do, counted without writing anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from bot.method.imports.decision import MergeInto, Met, New, Rejected, decide
from bot.method.imports.rows import ImportRow
from bot.services.clients.clients import points_of_draft
from bot.services.imports.known import Known, Prepared
from bot.services.imports.rows import Importing


@dataclass
class Checking:
    """One dry run, portion by portion; each portion with the `Importing` of its transaction.

    `seen` is what the rows so far are recognised by: texts, of which a hundred thousand weigh
    nothing, where as many clients would.
    """

    seen: set[str] = field(default_factory=set)

    async def take(self, importing: Importing, rows: Sequence[ImportRow]) -> None:
        """Count into the report of `importing` what these rows would be."""
        prepared: list[Prepared] = []
        for row in rows:
            importing.report.rows += 1 + len(row.further)
            code = row.error
            if code is None:
                one = importing.prepared(row)
                if not one.draft.empty or one.draft.telegram_id is not None:
                    prepared.append(one)
                    continue
                code = "row-nameless"
            _reject(importing, row, code)
        known = await Known.of(importing.work, prepared)
        for one in prepared:
            self._count(importing, one, known)

    def _count(self, importing: Importing, one: Prepared, known: Known) -> None:
        report, further = importing.report, len(one.row.further)
        names, number = _names(one), f"={one.source_key}"
        there, by_number = known.meant(one), one.source_key in known.by_source
        met = [Met(importing.is_own(client)) for client in there]
        if not by_number and not self.seen.isdisjoint(names):
            by_number = number in self.seen
            brought = Met(own=True, is_new=True)
            met = [brought] if by_number else [*met, brought]
        match decide(met, by_number, importing.options.duplicates):
            case New():
                report.imported += 1
            case MergeInto(place):
                report.merged += 1
                if not met[place].is_new:
                    report.filled += importing.adds(one, there[place], known)
            case Rejected(code):
                _reject(importing, one.row, code)
                return
            case never:
                assert_never(never)
        report.merged += further
        self.seen |= names


def _reject(importing: Importing, row: ImportRow, code: str) -> None:
    importing.report.rejected += 1 + len(row.further)
    importing.report.errors += ((line, code) for line in (row.line, *row.further))


def _names(one: Prepared) -> set[str]:
    """Everything by which another row is known to mean the same client."""
    points = [f"{kind}:{value}" for kind, value in points_of_draft(one.draft)]
    names = set(points or [f"{one.owner_id}:{one.folded}"])
    return names | ({f"={one.source_key}"} if one.source_key else set())
