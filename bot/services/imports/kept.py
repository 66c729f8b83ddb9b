"""What an import keeps in its columns of JSON, read and written."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter

from bot.method.core.terms import ClientKind
from bot.method.imports.cards import ImportCounts, TakenBackCounts
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.rows import CellProblem, Field, ImportFile, ImportReport
from bot.models.base import JsonDict
from bot.models.client_import import ClientImport, forget_before, imports_over
from bot.services.core.work import Work

_MOST_CELLS = 1000
_CELLS = frozenset({"cells", "more_cells"})
_SUMS = ("rows", "imported", "merged", "filled", "rejected", "tasks", "deals")


def keep(batch: ClientImport, **decided: object) -> None:
    """Put down what has been decided or recognised; a dictionary that is changed is not saved."""
    batch.options = {**batch.options, **decided}


def options_of(batch: ClientImport) -> ImportOptions:
    """What the person has decided."""
    kept = batch.options
    kind = kept.get("kind")
    return ImportOptions(
        Duplicates(kept["duplicates"]), dict(kept["people"]), ClientKind(kind) if kind else None
    )


def mapping_of(batch: ClientImport) -> Mapping[int, Field]:
    """The columns that the person has given another meaning."""
    return {int(index): Field(field) for index, field in batch.options.get("mapping", {}).items()}


def keep_file(batch: ClientImport, read: ImportFile) -> None:
    """Keep what was recognised, without the rows."""
    keep(batch, file=_files().dump_python(replace(read, rows=()), mode="json"))


def file_of(batch: ClientImport) -> ImportFile | None:
    """What was recognised; None before the file was read."""
    kept = batch.options.get("file")
    return _files().validate_python(kept) if kept else None


def counts_of(batch: ClientImport) -> ImportCounts | None:
    """The figures of the dry run, then of the import."""
    if batch.counts is None:
        return None
    known = {field.name for field in fields(ImportCounts)}
    return ImportCounts(**{name: value for name, value in batch.counts.items() if name in known})


def back_of(batch: ClientImport) -> TakenBackCounts:
    """How far taking it back has come."""
    kept = (batch.counts or {}).get("back", {})
    return TakenBackCounts(kept.get("removed", 0), kept.get("kept", 0), kept.get("restored", 0))


def report_of(batch: ClientImport) -> ImportReport:
    """The report as it stood after the last portion, to be carried on."""
    report, counts = ImportReport(str(batch.id), batch.profile), batch.counts or {}
    for name in _SUMS:
        setattr(report, name, counts.get(name, 0))
    report.problems += cells_of(batch)
    return report


def keep_report(batch: ClientImport, report: ImportReport, at: int, total: int) -> None:
    """Put down how far it has come: the row `at` of `total` is the next."""
    cells = [[line, asdict(cell)] for line, cell in report.problems[:_MOST_CELLS]]
    kept: JsonDict = {name: getattr(report, name) for name in _SUMS}
    more = more_cells(batch) + max(0, len(report.problems) - _MOST_CELLS)
    batch.counts = {**kept, "at": at, "total": total, "cells": cells, "more_cells": more}


def cells_of(batch: ClientImport) -> list[tuple[int, CellProblem]]:
    """The cells that were not understood, with their lines."""
    return [(line, CellProblem(**cell)) for line, cell in (batch.counts or {}).get("cells", ())]


def more_cells(batch: ClientImport) -> int:
    """How many more of them there are than are kept."""
    return int((batch.counts or {}).get("more_cells", 0))


async def forget_files(work: Work, before: datetime) -> None:
    """Drop what is left of the files whose imports were over by then (UTC): the rows shown as a
    sample, the cells that were not understood, and the clients as they were before."""
    for batch in await imports_over(work.session, before):
        batch.options = {name: one for name, one in batch.options.items() if name != "file"}
        if batch.counts is not None:
            batch.counts = {name: one for name, one in batch.counts.items() if name not in _CELLS}
    await forget_before(work.session, before)


@cache
def _files() -> TypeAdapter[ImportFile]:
    return TypeAdapter(ImportFile)
