"""How many deals and tasks a dry run would bring: what clients have planned by now."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.method.imports.rows import DealRow, ImportReport, TaskRow
from bot.models.client_import import deals_planned, tasks_planned
from bot.services.core.work import Work
from bot.services.imports.plans import (
    Mark,
    mark_of_deal,
    mark_of_task,
    marks_of_deal,
    title_of_deal,
)


@dataclass
class PlannedSoFar:
    """What each client has planned, those of the tables and those that rows bring.

    Only numbers of it are kept, so that a hundred thousand of them weigh little.
    """

    _seen: set[int] = field(default_factory=set)

    def there(self, client: int, marks: Iterable[Mark]) -> None:
        """The client has this."""
        self._seen.update(_number(client, mark) for mark in marks)

    def count_deal(self, client: int, row: DealRow, key: str | None, report: ImportReport) -> None:
        """The client gets the row's deal, unless it has it."""
        mark = mark_of_deal(row, key)
        if mark is not None and _number(client, mark) not in self._seen:
            report.deals += 1
            self.there(client, marks_of_deal(key, title_of_deal(row)))

    def count_task(self, client: int, row: TaskRow, report: ImportReport) -> None:
        """The client gets the row's task, unless it has it."""
        mark = mark_of_task(row.day, row.text)
        if _number(client, mark) not in self._seen:
            report.tasks += 1
            self.there(client, (mark,))


async def planned_of(work: Work, clients: Iterable[int]) -> dict[int, list[Mark]]:
    """What these clients have planned in the tables."""
    ids = sorted(set(clients))
    marks: dict[int, list[Mark]] = {}
    for client, key, title in await deals_planned(work.session, ids) if ids else ():
        marks.setdefault(client, []).extend(marks_of_deal(key, title))
    for client, day, title in await tasks_planned(work.session, ids) if ids else ():
        marks.setdefault(client, []).append(mark_of_task(day, title))
    return marks


def _number(client: int, mark: Mark) -> int:
    # -1 and -2 have the same hash, and a new client's number is negative.
    return hash((client < 0, abs(client), mark))
