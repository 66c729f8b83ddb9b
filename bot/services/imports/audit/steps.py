"""The audit of a file that somebody has sent to the chat (R3, R4)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.method.imports.audit import AuditTerms
from bot.method.imports.audit_cards import Audited, Missing
from bot.method.imports.rows import ImportFile, ImportRow
from bot.method.imports.state import ImportState
from bot.services.core.outbox import enqueue
from bot.services.core.work import Work
from bot.services.imports.audit.judging import missing_of
from bot.services.imports.messages import AuditMessage
from bot.services.imports.state import decide_on, decisions_of
from bot.services.imports.steps import act_of, batch_in

_PORTION = 200
"""Rows after which everybody else has a turn."""


def terms_of(work: Work, file: ImportFile) -> AuditTerms:
    """The company's own rules, from its local day on."""
    today = work.company.local(work.now).date()
    has_tasks = Missing.TASKS not in missing_of(file)
    return AuditTerms(today, work.policy, work.calendar, has_tasks)


def portions_of(rows: Sequence[ImportRow]) -> Iterator[Sequence[ImportRow]]:
    """The rows in the order of the file, as they are judged one portion after the other."""
    for start in range(0, len(rows), _PORTION):
        yield rows[start : start + _PORTION]


async def keep_audited(work: Work, import_id: int, audited: Audited) -> None:
    """The file has been judged: its owner is told, and decides about the import as before."""
    batch = await batch_in(work, import_id, ImportState.AUDITING)
    if batch is None:
        return
    batch.state = ImportState.ASKING
    decisions = decisions_of(batch)
    decide_on(batch, replace(decisions, audited=audited, step=decisions.step + 1))
    act = await act_of(work, batch)
    await enqueue(act, act.actor, AuditMessage(batch.id, decisions.step + 1))
