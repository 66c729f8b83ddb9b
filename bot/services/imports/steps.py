"""What the bot does by itself with an import: read, check, carry on, give up, tell."""

from collections.abc import Sequence
from dataclasses import fields, replace

from bot.method.core.refusals import Invalid
from bot.method.core.terms import Role
from bot.method.imports.rows import ImportFile, ImportReport, ImportRow
from bot.method.imports.state import ImportState
from bot.models.client_import import ClientImport, import_locked
from bot.models.people_names import people_called
from bot.models.user import User, users_by_id
from bot.services.core.outbox import enqueue
from bot.services.core.rights import leads
from bot.services.core.work import Act, Work
from bot.services.imports.batch import importing_of
from bot.services.imports.check import Checking
from bot.services.imports.messages import ImportMessage
from bot.services.imports.state import (
    ImportProgress,
    RuleCounts,
    decide_on,
    decisions_of,
    keep_progress,
    progress_of,
    report_of,
)


async def keep_read(work: Work, import_id: int, read: ImportFile, digest: str) -> None:
    """The file has been read: its owner sees what it was taken for."""
    batch = await batch_in(work, import_id, ImportState.READING)
    if batch is None:
        return
    act = await act_of(work, batch)
    batch.digest, batch.profile, batch.state = digest, read.profile, ImportState.ASKING
    batch.counts = None
    decisions = replace(decisions_of(batch), file=replace(read, rows=()))
    if act.actor.role in Role.leaders():
        found = await _led(act, await people_called(act.session, read.responsibles))
        decisions = replace(decisions, people={**found, **decisions.people})
    decide_on(batch, decisions)
    await tell(act, batch)


async def check_portion(
    work: Work,
    import_id: int,
    checking: Checking,
    rows: Sequence[ImportRow],
    report: ImportReport,
) -> bool:
    """Count a portion of the dry run; False where the import is not to be checked any more."""
    batch = await work.session.get(ClientImport, import_id)
    if batch is None or batch.state is not ImportState.CHECKING:
        return False
    owner = await work.session.get_one(User, batch.user_id)
    options = decisions_of(batch).options
    importing = await importing_of(work, batch, owner, options, report)
    await checking.take(importing, rows)
    return True


async def keep_checked(
    work: Work, import_id: int, checking: Checking, report: ImportReport, total: int
) -> None:
    """The dry run is over: its owner sees the figures, and those of each rule as it is chosen."""
    batch = await batch_in(work, import_id, ImportState.CHECKING)
    if batch is None:
        return
    rules = {
        rule: RuleCounts(
            **{count.name: getattr(report, count.name) for count in fields(RuleCounts)}
        )
        for rule, report in checking.reports.items()
    }
    keep_progress(batch, ImportProgress(rules=rules).reported(report, 0, total))
    batch.state = ImportState.ASKING
    await tell(await act_of(work, batch), batch)


async def import_portion(
    work: Work, import_id: int, start: int, rows: Sequence[ImportRow], total: int
) -> int | None:
    """Import the rows that begin at `start`; where the import goes on then, None where it does
    not.

    Its place is kept in the same transaction: rows that another process has taken meanwhile are
    not taken again.
    """
    batch = await batch_in(work, import_id, ImportState.RUNNING)
    if batch is None:
        return None
    progress = progress_of(batch) or ImportProgress()
    if progress.at != start:
        return progress.at
    act = await act_of(work, batch)
    report = report_of(batch)
    importing = await importing_of(act, batch, act.actor, decisions_of(batch).options, report)
    await importing.take(rows)
    at = start + len(rows)
    keep_progress(batch, progress.reported(report, at, total))
    batch.done_at = work.now
    if at < total:
        return at
    batch.state = ImportState.DONE
    await tell(act, batch)
    return None


async def give_up(work: Work, import_id: int, refusal: Invalid) -> None:
    """It can not go on, and the owner is told why; what is imported by then stays, and can be
    taken back."""
    batch = await import_locked(work.session, import_id)
    if batch is None or batch.state not in ImportState.busy():
        return
    progress = progress_of(batch) or ImportProgress()
    facts = _plain(refusal)
    decide_on(batch, replace(decisions_of(batch), refusal=refusal.code, refusal_facts=facts))
    match batch.state:
        case ImportState.RUNNING if progress.at:
            batch.state = ImportState.DONE
            keep_progress(batch, replace(progress, stopped=True))
        case ImportState.UNDOING:
            batch.state = ImportState.DONE
        case _:
            batch.state = ImportState.REFUSED
    await tell(await act_of(work, batch), batch)


async def tell(act: Act, batch: ClientImport) -> None:
    """Have the owner shown how the import stands."""
    decisions = decisions_of(batch)
    told = replace(decisions, step=decisions.step + 1)
    decide_on(batch, told)
    await enqueue(act, act.actor, ImportMessage(batch.id, told.step))


async def act_of(work: Work, batch: ClientImport) -> Act:
    """The same transaction in the name of the import's owner."""
    return Act.by(await work.session.get_one(User, batch.user_id), work)


async def batch_in(work: Work, import_id: int, state: ImportState) -> ClientImport | None:
    """The import, locked, if it is still in that state and its owner still works here."""
    batch = await import_locked(work.session, import_id)
    if batch is None or batch.state is not state:
        return None
    owner = await work.session.get_one(User, batch.user_id)
    if owner.active:
        return batch
    progress = progress_of(batch) or ImportProgress()
    batch.state = ImportState.DONE if progress.at else ImportState.DROPPED
    return None


async def _led(act: Act, found: dict[str, int]) -> dict[str, int]:
    """Those of the people to whom the actor may give clients."""
    people = await users_by_id(act.session, sorted(set(found.values())))
    led = {person.id for person in people if await leads(act, person)}
    return {name: person_id for name, person_id in found.items() if person_id in led}


def _plain(refusal: Invalid) -> dict[str, str | int]:
    return {
        name: value if isinstance(value, int) else str(value)
        for name, value in refusal.facts.items()
    }
