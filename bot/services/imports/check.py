"""The dry run: what an import would do, counted without writing anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field

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
        report.merged += further
        meant, names = known.meant(one), _names(one)
        if not meant:
            if self.seen.isdisjoint(names):
                report.imported += 1
            else:
                report.merged += 1
        elif own := [client for client in meant if importing.is_own(client)]:
            report.merged += 1
            report.filled += importing.adds(one, own[0], known)
        else:
            report.merged -= further
            _reject(importing, one.row, "row-held")
            return
        self.seen |= names


def _reject(importing: Importing, row: ImportRow, code: str) -> None:
    importing.report.rejected += 1 + len(row.further)
    importing.report.errors += ((line, code) for line in (row.line, *row.further))


def _names(one: Prepared) -> set[str]:
    """Everything by which another row is known to mean the same client."""
    points = [f"{kind}:{value}" for kind, value in points_of_draft(one.draft)]
    names = set(points or [f"{one.owner_id}:{one.folded}"])
    return names | ({f"={one.source_key}"} if one.source_key else set())
