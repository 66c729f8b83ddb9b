"""What an import keeps between its steps, typed: the table has it as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from bot.method.core.terms import ClientKind
from bot.method.imports.audit_cards import Audited
from bot.method.imports.cards import ImportCounts, TakenBackCounts
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.rows import CellProblem, Field, ImportFile, ImportReport
from bot.models.base import JsonDict
from bot.models.client_import import ClientImport, forget_before, imports_over
from bot.services.core.work import Work

_MOST_CELLS = 1000
_SUMS = ("rows", "imported", "merged", "filled", "rejected", "tasks", "deals")
_Typed = TypeVar("_Typed")


@dataclass(frozen=True)
class ImportDecisions:
    """What the person has decided and the file was taken for (`ClientImport.options`).

    `mapping` are the columns that were given another meaning, `file` is without its rows,
    `message` shows the progress, `step` counts what the person was told. `audited` is what the
    method says of the base in the file, where somebody has asked for that.
    """

    duplicates: Duplicates = Duplicates.FILL
    people: Mapping[str, int] = field(default_factory=dict)
    kind: ClientKind | None = None
    mapping: Mapping[int, Field] = field(default_factory=dict)
    file: ImportFile | None = None
    refusal: str | None = None
    refusal_facts: Mapping[str, str | int] | None = None
    message: int | None = None
    step: int = 0
    audited: Audited | None = None

    @property
    def options(self) -> ImportOptions:
        """How the rows are taken."""
        return ImportOptions(self.duplicates, self.people, self.kind)

    @property
    def columns(self) -> Mapping[int, Field]:
        """What each column is, as the person has seen it: another day might tell otherwise."""
        seen = self.file.columns if self.file else ()
        return {column.index: column.field for column in seen} | dict(self.mapping)


@dataclass(frozen=True)
class RuleCounts:
    """What a dry run has counted by one rule for duplicates."""

    imported: int = 0
    merged: int = 0
    filled: int = 0
    rejected: int = 0
    tasks: int = 0
    deals: int = 0


@dataclass(frozen=True)
class TakingBack:
    """How far taking an import back has come: the rows from number `before` on are done."""

    before: int | None = None
    removed: int = 0
    kept: int = 0
    restored: int = 0


@dataclass(frozen=True)
class ImportProgress(ImportCounts):
    """The figures of a dry run, then of the import (`ClientImport.counts`).

    `cells` were not understood, with their lines; there are `more_cells` than are kept. `rules`
    are the other figures that a dry run has for each rule.
    """

    cells: tuple[tuple[int, CellProblem], ...] = ()
    more_cells: int = 0
    rules: Mapping[Duplicates, RuleCounts] = field(default_factory=dict)
    back: TakingBack = TakingBack()

    def by(self, rule: Duplicates) -> ImportCounts:
        """What the screens show; of a dry run, by this rule."""
        own = {count.name: getattr(self, count.name) for count in fields(ImportCounts)}
        counted = self.rules.get(rule)
        if counted is not None:
            own |= {count.name: getattr(counted, count.name) for count in fields(RuleCounts)}
        return ImportCounts(**own)

    def reported(self, report: ImportReport, at: int, total: int) -> "ImportProgress":
        """The same, as the report has it by now."""
        return replace(
            self,
            **{name: getattr(report, name) for name in _SUMS},
            at=at,
            total=total,
            cells=tuple(report.problems[:_MOST_CELLS]),
            more_cells=self.more_cells + max(0, len(report.problems) - _MOST_CELLS),
        )


def decisions_of(batch: ClientImport) -> ImportDecisions:
    """What has been decided; what an older row has not got, or has in another form, is as if
    nobody had decided about it."""
    return _read(_decisions(), batch.options)


def decide_on(batch: ClientImport, decisions: ImportDecisions) -> None:
    """Put down what has been decided."""
    batch.options = _decisions().dump_python(decisions, mode="json", exclude_defaults=True)


def progress_of(batch: ClientImport) -> ImportProgress | None:
    """How far it is; None before the first figures."""
    return None if batch.counts is None else _read(_progress(), batch.counts)


def keep_progress(batch: ClientImport, progress: ImportProgress) -> None:
    """Put down how far it is."""
    batch.counts = _progress().dump_python(progress, mode="json", exclude_defaults=True)


def counts_of(batch: ClientImport) -> ImportCounts | None:
    """The figures of the dry run by the chosen rule, then those of the import."""
    progress = progress_of(batch)
    return None if progress is None else progress.by(decisions_of(batch).duplicates)


def back_of(batch: ClientImport) -> TakenBackCounts:
    """How far taking it back has come."""
    back = (progress_of(batch) or ImportProgress()).back
    return TakenBackCounts(back.removed, back.kept, back.restored)


def report_of(batch: ClientImport) -> ImportReport:
    """The report as it stood after the last portion, to be carried on."""
    progress = progress_of(batch) or ImportProgress()
    sums = {name: getattr(progress, name) for name in _SUMS}
    return ImportReport(str(batch.id), batch.profile, **sums, problems=list(progress.cells))


async def forget_files(work: Work, before: datetime) -> None:
    """Drop what is left of the files whose imports were over by then (UTC): the rows shown as a
    sample, the cells that were not understood, and the clients as they were before."""
    for batch in await imports_over(work.session, before):
        decide_on(batch, replace(decisions_of(batch), file=None, audited=None))
        progress = progress_of(batch)
        if progress is not None:
            keep_progress(batch, replace(progress, cells=(), more_cells=0))
    await forget_before(work.session, before)


def _read(adapter: TypeAdapter[_Typed], kept: JsonDict) -> _Typed:
    """The JSON as its type, without the keys whose values do not fit any more."""
    try:
        return adapter.validate_python(kept)
    except ValidationError as error:
        wrong = {cast("Any", problem["loc"])[0] for problem in error.errors() if problem["loc"]}
        return adapter.validate_python({key: kept[key] for key in kept.keys() - wrong})


@cache
def _decisions() -> TypeAdapter[ImportDecisions]:
    return TypeAdapter(ImportDecisions)


@cache
def _progress() -> TypeAdapter[ImportProgress]:
    return TypeAdapter(ImportProgress)
