"""What an import keeps between its steps is typed, and old rows are read as well."""

from datetime import date

import pytest

from bot.files.reading import read_clients
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.recognition import Surroundings
from bot.method.imports.rows import Field, ImportReport
from bot.method.imports.state import ImportState
from bot.models import ClientImport
from bot.services.imports import steps, wizard
from bot.services.imports.check import Checking
from bot.services.imports.state import (
    ImportDecisions,
    ImportProgress,
    TakingBack,
    decide_on,
    decisions_of,
    keep_progress,
    progress_of,
)
from tests.builders import Firm

READ = read_clients("Имя;Телефон;Цвет\nПётр;8 903 236-55-44;синий\nОльга;5;\n".encode())


def batch(options: dict[str, object], counts: dict[str, object] | None = None) -> ClientImport:
    return ClientImport(options=options, counts=counts)


def test_what_is_put_down_is_read_again() -> None:
    kept = batch({})
    whole = ImportDecisions(Duplicates.REPLACE, {"Анна": 3}, refusal="x", message=5, step=2)
    progress = ImportProgress(rows=5, at=2, total=5, back=TakingBack(7, 1, 2, 3), stopped=True)
    decide_on(kept, whole)
    keep_progress(kept, progress)
    assert (decisions_of(kept), progress_of(kept)) == (whole, progress)


@pytest.mark.parametrize(
    ("options", "decisions"),
    [
        ({}, ImportDecisions()),
        (
            {
                "duplicates": "skip",
                "people": {"Анна": 3},
                "kind": None,
                "errors": [[2, "row-held"]],
            },
            ImportDecisions(Duplicates.SKIP, {"Анна": 3}),
        ),
        ({"duplicates": "gone", "step": 4}, ImportDecisions(step=4)),
        ({"file": {"sample": [["a"]]}, "message": 7}, ImportDecisions(message=7)),
    ],
)
def test_rows_of_older_versions_are_read(options, decisions: ImportDecisions) -> None:
    assert decisions_of(batch(options)) == decisions


def test_counts_of_older_versions_are_read() -> None:
    old = {"rows": 3, "at": 2, "back": {"after": 9, "removed": 1}, "cells": [[2, {"code": 5}]]}
    read = progress_of(batch({}, old))
    assert read == ImportProgress(rows=3, at=2, back=TakingBack(None, 1))
    assert progress_of(batch({})) is None


async def test_the_dry_run_counts_by_the_rule_that_is_chosen(firm: Firm) -> None:
    """Also by one that is chosen afterwards; the import then does as it was said."""
    anna = await firm.person("Анна")
    await firm.client(anna, "Пётр", phone="+79032365544")
    async with firm.act(anna) as act:
        import_id = await wizard.receive(act, "file", "base.csv", 100)
    async with firm.work() as work:
        await steps.keep_read(work, import_id, READ, "0" * 64)
    async with firm.act(anna) as act:
        await wizard.set_duplicates(act, import_id, Duplicates.SKIP)
        await wizard.check(act, import_id)
    checking, report = Checking(), ImportReport(str(import_id), READ.profile)
    rows = tuple(READ.rows)
    async with firm.work() as work:
        assert await steps.check_portion(work, import_id, checking, rows, report)
        await steps.keep_checked(work, import_id, checking, report, len(rows))
    figures = {}
    for rule in (*Duplicates, Duplicates.FILL):
        async with firm.act(anna) as act:
            await wizard.set_duplicates(act, import_id, rule)
            counts = (await wizard.card(act, import_id)).counts
        assert counts is not None and counts.rows == 2
        figures[rule] = (counts.imported, counts.filled, counts.same)
    assert figures == {
        Duplicates.SKIP: (1, 0, 1),
        Duplicates.FILL: (1, 1, 0),
        Duplicates.REPLACE: (1, 1, 0),
        Duplicates.CREATE: (2, 0, 0),
    }
    async with firm.act(anna) as act:
        await wizard.start(act, import_id, None)
    async with firm.work() as work:
        assert await steps.import_portion(work, import_id, 0, rows, len(rows)) is None
    async with firm.act(anna) as act:
        card = await wizard.card(act, import_id)
    assert card.state is ImportState.DONE and card.counts is not None
    assert (card.counts.imported, card.counts.filled, card.counts.same) == (1, 1, 0)
    assert card.options == ImportOptions()


def test_columns_stay_what_the_person_has_seen_on_another_day() -> None:
    """A column of coming days is no such column any more when the days are over."""
    around = Surroundings(date(2026, 11, 23))
    content = "Имя;Дальше;Город\nПётр;24.11.2026;Тверь\n".encode()
    read = read_clients(content, None, around)
    decisions = ImportDecisions(file=read, mapping={2: Field.SKIP})
    later = read_clients(content, decisions.columns, Surroundings(date(2026, 11, 25)))
    assert [column.field for column in later.columns] == [Field.GIVEN, Field.TASK, Field.SKIP]
    assert later.rows[0].task == read.rows[0].task
