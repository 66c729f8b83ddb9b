"""An audit of a file (R3, R4): its rows are met as an import of the whole file would meet them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from sys import intern

from bot.method.core.texts import clean
from bot.method.imports.audit import AuditTerms, audit
from bot.method.imports.audit_book import AuditBook, AuditDeal, AuditRow
from bot.method.imports.audit_cards import Audit, AuditedFile, Missing
from bot.method.imports.decision import MergeInto, New
from bot.method.imports.plan import Duplicates
from bot.method.imports.rows import CellProblem, Field, ImportFile, ImportRow
from bot.models.user import User
from bot.services.imports.plans import CURRENCY, mark_of_deal, marks_of_deal, title_of_deal
from bot.services.imports.prepared import Prepared, Preparing
from bot.services.imports.settling import Settling

_MOST_TOLD = 20
_LONGEST_NAME = 80
_PLACES: dict[Missing, frozenset[Field]] = {
    Missing.TASKS: frozenset({Field.TASK}),
    Missing.DEALS: frozenset({Field.DEAL_ID, Field.DEAL_TITLE, Field.DEAL_AMOUNT}),
    Missing.SUMS: frozenset({Field.DEAL_AMOUNT}),
    Missing.RESPONSIBLE: frozenset({Field.RESPONSIBLE}),
    Missing.CLOSED: frozenset({Field.DEAL_CLOSED, Field.DEAL_CLOSED_ON, Field.DEAL_STAGE}),
}
_OF_DEALS = frozenset({Missing.SUMS, Missing.CLOSED})


@dataclass
class Judging:
    """One audit, row by row; the database is not asked, so everybody is new.

    What the file calls the responsible is a person of its own here: two clients without any
    contact are one only where their names and their responsible are the same.
    """

    file: ImportFile
    country: str
    _settling: Settling = field(init=False)
    _preparing: Preparing = field(init=False)
    _book: AuditBook = field(default_factory=AuditBook)
    _rejected: list[tuple[int, str]] = field(default_factory=list)
    _rejected_count: int = 0
    _problems: list[tuple[int, CellProblem]] = field(default_factory=list)
    _problem_count: int = 0
    _tasks_lost: int = 0
    _sums_assumed: int = 0
    _task_titles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        owners = {name: User(id=n, name=name) for n, name in enumerate(self.file.responsibles, 1)}
        nobody = User(id=0, name="")
        self._settling = Settling(Duplicates.FILL, lambda client: True)
        titled = (column for column in self.file.columns if column.field is Field.TASK)
        self._task_titles = tuple(column.title for column in titled if column.title)
        self._preparing = Preparing(self.country, self.file.profile, nobody, owners)

    def take(self, rows: Iterable[ImportRow]) -> None:
        """Meet these rows; they come in the order of the file."""
        for row in rows:
            prepared = self._preparing.row(row) if row.error is None else None
            code = row.error or ("row-nameless" if not prepared or prepared.is_nameless else None)
            if prepared is None or code is not None:
                self._reject(row, code or "row-nameless")
                continue
            self._tell(row)
            settled = self._settling.settle(prepared)
            if isinstance(settled.decision, New | MergeInto):
                self._book.take(self._met(prepared, settled.number))

    def result(self, terms: AuditTerms) -> Audit:
        """What the method says of all rows so far."""
        return audit(self._book, terms)

    def told(self) -> AuditedFile:
        """What the figures stand on, and what the file can not tell."""
        return AuditedFile(
            profile=self.file.profile,
            rows=self.file.count,
            rejected_count=self._rejected_count,
            rejected=tuple(self._rejected),
            problem_count=self._problem_count,
            problems=tuple(self._problems),
            unknown=tuple(_unknown_titles(self.file)),
            missing=missing_of(self.file),
            tasks_lost=self._tasks_lost,
            sums_assumed=self._sums_assumed,
            currency=CURRENCY,
            sheets_left=tuple(sheet.name for sheet in self.file.sheets if sheet.first is None),
        )

    def _reject(self, row: ImportRow, code: str) -> None:
        lines = (row.line, *row.further)
        self._rejected_count += len(lines)
        self._rejected += [(line, code) for line in lines][: _MOST_TOLD - len(self._rejected)]

    def _tell(self, row: ImportRow) -> None:
        self._problem_count += len(row.problems)
        if len(self._problems) < _MOST_TOLD:
            self._problems += [(row.line, problem) for problem in row.problems]
        # What is no date of a task stands in the note, under the title of its column.
        self._tasks_lost += row.task is None and any(
            line.startswith(f"{title}: ")
            for title in self._task_titles
            for line in row.note.splitlines()
        )

    def _met(self, prepared: Prepared, client: int) -> AuditRow:
        row = prepared.row
        return AuditRow(
            client,
            row.line,
            name_of(prepared),
            intern(clean(row.responsible, _LONGEST_NAME)),
            row.kind,
            row.client_class,
            self._deal(row),
            row.task.day if row.task else None,
        )

    def _deal(self, row: ImportRow) -> AuditDeal | None:
        deal = row.deal
        if deal is None:
            return None
        key = self._preparing.source_key(deal.source_id)
        if mark_of_deal(deal, key) is None:
            return None
        self._sums_assumed += bool(deal.amount and deal.currency is None)
        return AuditDeal(
            marks_of_deal(key, title_of_deal(deal)),
            clean(deal.title, _LONGEST_NAME),
            deal.amount or 0,
            deal.currency or CURRENCY,
        )


def name_of(prepared: Prepared) -> str:
    """What the client is called; by its first contact where it has no name."""
    draft = prepared.draft
    numbers: Sequence[str] = [phone.number for phone in draft.phones]
    known = (draft.name, draft.company or "", *numbers, *draft.emails, *draft.handles)
    return clean(next(filter(None, known), str(draft.telegram_id or "")), _LONGEST_NAME)


def _unknown_titles(file: ImportFile) -> Iterator[str]:
    """The columns with something in them that nobody understood, in their order."""
    for column in file.columns:
        if not column.known and column.field is Field.NOTE and column.example:
            yield clean(column.title, _LONGEST_NAME) or f"\N{NUMERO SIGN} {column.index + 1}"


def missing_of(file: ImportFile) -> tuple[Missing, ...]:
    """What the file has no place for; of deals only where it has deals."""
    there = {column.field for column in file.columns}
    missing = tuple(what for what, fields in _PLACES.items() if not fields & there)
    if Missing.DEALS in missing:
        return tuple(what for what in missing if what not in _OF_DEALS)
    return missing
