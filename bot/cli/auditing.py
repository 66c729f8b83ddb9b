"""`audit`: what the method says of the base in a file. No database, no token, nothing is stored."""

import asyncio
import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from bot.cli.reading import bytes_of, read_base, unread
from bot.cli.sentences import DONE, say
from bot.clock import Clock
from bot.files.formats.book import NotMade, workbook_of
from bot.lookup.calendars import work_calendar
from bot.method.core.policy import Policy
from bot.method.core.refusals import Invalid
from bot.method.imports.audit import AuditTerms
from bot.method.imports.audit_cards import Audit, AuditedFile, AuditShare, Missing, Verdicts
from bot.method.imports.recognition import Surroundings
from bot.services.core.work import Company
from bot.services.imports.audit.judging import Judging
from bot.telegram.drawing import NotDrawn, drawn
from bot.views.imports.audit import AuditLines, audit_lines
from bot.views.imports.audit_chart import AuditChart, bars_of
from bot.views.imports.audit_tables import audit_tables
from bot.views.words import Words

_PEOPLE = 30
_YEARS_AHEAD = 2


async def run_audit(
    clock: Clock,
    company: Company,
    path: Path,
    *,
    as_json: bool = False,
    xlsx: Path | None = None,
    png: Path | None = None,
) -> int:
    """Judge the base in the file and say it; 0 done, 1 with one sentence.

    The rules are the policy's defaults, the working days those of the company's country.
    """
    words, today = Words(company.locale), company.local(clock.now()).date()
    try:
        file = await read_base(await bytes_of(path), Surroundings(today))
    except (OSError, Invalid) as error:
        return unread(words, path, error)
    judging = Judging(file, company.country)
    with _no_collecting():
        judging.take(file.rows)
    told = judging.told()
    calendar = work_calendar(company.country, range(today.year - 1, today.year + _YEARS_AHEAD + 1))
    terms = AuditTerms(today, Policy(), calendar, Missing.TASKS not in told.missing)
    found = judging.result(terms)
    form = AuditLines(words, _PEOPLE, len(found.dearest))
    print("\n".join(audit_lines(words.plain, form, found, told, terms.policy)))
    code = DONE
    if xlsx is not None and not await _write_book(words, found, told, xlsx):
        code = say(words.plain("cli-audit-not-made", path=str(xlsx)))
    if png is not None and not await _draw(words, found, png):
        code = say(words.plain("cli-audit-not-drawn", path=str(png)))
    if as_json:
        print(json.dumps(figures(found, told), ensure_ascii=False))
    return code


def figures(found: Audit, told: AuditedFile) -> dict[str, object]:
    """All figures as plain values; sums are in minor units by currency, days are ISO."""
    return {
        "profile": told.profile,
        "today": found.today.isoformat(),
        "has_tasks": found.has_tasks,
        "rows": told.rows,
        **_share(found.total),
        "people": [{"responsible": each.responsible, **_share(each)} for each in found.people],
        "dearest": [asdict(dear) for dear in found.dearest],
        "unknown_columns": list(told.unknown),
        "missing": list(told.missing),
        "rejected": told.rejected_count,
        "unread_cells": told.problem_count,
        "unread_tasks": told.tasks_lost,
        "sums_without_currency": told.sums_assumed,
        "sheets_left": list(told.sheets_left),
    }


def _share(share: AuditShare) -> dict[str, object]:
    return {
        "clients": share.clients,
        "deals": _verdicts(share.deals),
        "clients_without_deal": _verdicts(share.alone),
        "open_sums": dict(share.open_sums),
        "at_risk": dict(share.at_risk),
        "to_plan": share.to_plan,
        "planned_by": share.planned_by and share.planned_by.isoformat(),
    }


def _verdicts(verdicts: Verdicts) -> dict[str, int]:
    counts = {str(reason): count for reason, count in verdicts.reasons.items()}
    facts = {"all": verdicts.all, "covered": verdicts.covered, "uncovered": verdicts.uncovered}
    return {**facts, "unknown": verdicts.unknown, **counts}


async def _write_book(words: Words, found: Audit, told: AuditedFile, path: Path) -> bool:
    try:
        content = await workbook_of(audit_tables(words, found, told))
        await asyncio.to_thread(path.write_bytes, content)
    except (NotMade, OSError):
        return False
    return True


async def _draw(words: Words, found: Audit, path: Path) -> bool:
    try:
        content = await drawn(AuditChart(words.locale, bars_of(words, found)))
        await asyncio.to_thread(path.write_bytes, content)
    except (NotDrawn, TimeoutError, OSError):
        return False
    return True


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Nothing of what the rows become is garbage: to look for it costs a quarter of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
