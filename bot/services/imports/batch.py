"""An import as a whole: begun, carried on portion by portion, finished."""

from bot.method.core.journal import JournalKind, JournalOrigin
from bot.method.imports.plan import ImportOptions
from bot.method.imports.rows import ImportFile, ImportReport
from bot.method.imports.state import ImportState
from bot.models.client_import import ClientImport
from bot.models.user import User, users_by_id
from bot.services.core.journal.recording import record
from bot.services.core.work import Work
from bot.services.imports.rows import Importing
from bot.services.imports.state import (
    ImportDecisions,
    ImportProgress,
    decide_on,
    keep_progress,
)


async def begin(
    work: Work, owner: User, read: ImportFile, name: str, digest: str, options: ImportOptions
) -> ClientImport:
    """The operator's import of this file, about to run; flushed, so that it has an id."""
    batch = ClientImport(
        user_id=owner.id,
        file_name=name[:200],
        digest=digest,
        profile=read.profile,
        state=ImportState.RUNNING,
        options={},
        created_at=work.now,
    )
    decide_on(batch, ImportDecisions(options.duplicates, options.people, options.kind))
    work.session.add(batch)
    await work.session.flush([batch])
    number, operator = str(batch.id), JournalOrigin.COMMAND
    record(work, JournalKind.IMPORT, person_id=owner.id, subject=number, origin=operator)
    return batch


async def importing_of(
    work: Work, batch: ClientImport, owner: User, options: ImportOptions, report: ImportReport
) -> Importing:
    """What takes the next portion of rows in this transaction."""
    people = await users_by_id(work.session, sorted(set(options.people.values())))
    active = {person.id: person for person in people if person.active}
    return Importing(work, owner, report, batch, options, active)


def finish(work: Work, batch: ClientImport, report: ImportReport) -> None:
    """What has been taken so far; said again after every portion."""
    batch.state, batch.done_at = ImportState.DONE, work.now
    keep_progress(batch, ImportProgress().reported(report, 0, 0))
