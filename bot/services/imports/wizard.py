"""Importing through the chat: what its owner decides, step by step (R1)."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.files.limits import LARGEST
from bot.method.core.journal import JournalKind
from bot.method.core.refusals import Invalid, NotFound, NotNow
from bot.method.core.terms import ClientKind, Role
from bot.method.core.texts import clean
from bot.method.imports.cards import ImportCard, ImportFaults, NameQuestion
from bot.method.imports.plan import Duplicates
from bot.method.imports.rows import Field, ImportFile
from bot.method.imports.state import ImportState
from bot.models.client_import import (
    ClientImport,
    import_locked,
    imports_of,
    last_with_digest,
    merged_rows,
    rejected_rows,
)
from bot.models.user import names_of_people
from bot.services.core.journal.recording import record
from bot.services.core.outbox import leave
from bot.services.core.receivers import receivers_page
from bot.services.core.rights import people_of, require_receiver
from bot.services.core.work import Act
from bot.services.imports.state import (
    ImportProgress,
    back_of,
    counts_of,
    decide_on,
    decisions_of,
    keep_progress,
    progress_of,
)

UNDO_WITHIN = timedelta(days=1)
_LATEST = 3
_BEFORE = frozenset({ImportState.READING, ImportState.CHECKING, ImportState.AUDITING})
"""What the bot is busy with before anything is imported."""
_MOST_MERGED = 10_000


async def receive(act: Act, file_id: str, name: str, size: int | None) -> int:
    """A file has come; it is fetched and read after this transaction. Invalid("file-large")."""
    if (size or 0) > LARGEST:
        raise Invalid("file-large")
    batch = ClientImport(
        user_id=act.actor.id,
        file_name=clean(name, 200),
        file_id=file_id,
        digest="",
        profile="",
        state=ImportState.READING,
        options={},
        created_at=act.now,
    )
    act.session.add(batch)
    await act.session.flush([batch])
    leave(act)
    return batch.id


async def card(act: Act, import_id: int) -> ImportCard:
    """How an own import stands."""
    batch = _checked(act, await act.session.get(ClientImport, import_id))
    decisions = decisions_of(batch)
    file, options = decisions.file, decisions.options
    zone = ZoneInfo(act.actor.zone)
    before = await last_with_digest(act.session, act.actor.id, batch.digest, batch.id)
    names = await names_of_people(act.session, set(options.people.values()))
    undoable = batch.state is ImportState.DONE and _may_undo(batch, act.now)
    return ImportCard(
        import_id=batch.id,
        file_name=batch.file_name,
        state=batch.state,
        today=act.today,
        options=options,
        file=file,
        counts=counts_of(batch),
        before=before.astimezone(zone) if before else None,
        refusal=decisions.refusal,
        refusal_facts=decisions.refusal_facts,
        back=back_of(batch) if batch.state is ImportState.UNDONE else None,
        can_undo=undoable,
        can_give=_gives(act),
        audited=decisions.audited,
        policy=act.policy,
        unknown=_unknown(act, batch, file),
        people=tuple(
            (name, names[person]) for name, person in options.people.items() if person in names
        ),
    )


async def latest(act: Act) -> list[tuple[int, str]]:
    """The numbers and file names of the actor's last imports."""
    found = await imports_of(act.session, act.actor.id, _LATEST)
    return [(batch.id, batch.file_name) for batch in found]


async def map_column(act: Act, import_id: int, index: int, field: Field) -> None:
    """A column gets another meaning; the file is read by it once all are settled."""
    batch = await _asking(act, import_id)
    file = decisions_of(batch).file if batch else None
    if batch is None or file is None or index not in {column.index for column in file.columns}:
        return
    decisions = decisions_of(batch)
    columns = tuple(
        replace(column, field=field, known=True) if column.index == index else column
        for column in file.columns
    )
    mapping = {**decisions.mapping, index: field}
    file = replace(file, columns=columns)
    decide_on(batch, replace(decisions, mapping=mapping, file=file, audited=None))
    batch.counts = None


async def read_again(act: Act, import_id: int) -> None:
    """Read the file by the columns as they have been settled."""
    batch = await _asking(act, import_id)
    if batch is not None:
        batch.state, batch.counts = ImportState.READING, None


async def set_kind(act: Act, import_id: int, kind: ClientKind | None) -> None:
    """All are customers, all are suppliers, or as the file says (None)."""
    batch = await _asking(act, import_id)
    if batch is not None:
        decide_on(batch, replace(decisions_of(batch), kind=kind))
        batch.counts = None


async def set_duplicates(act: Act, import_id: int, duplicates: Duplicates) -> None:
    """What becomes of rows whose client is there already."""
    batch = await _asking(act, import_id)
    if batch is not None:
        decide_on(batch, replace(decisions_of(batch), duplicates=duplicates))


async def question(act: Act, import_id: int, page: int = 0) -> NameQuestion | None:
    """The next name of the file that nobody is known by; None where none is left."""
    batch = await _asking(act, import_id)
    file = decisions_of(batch).file if batch else None
    if batch is None or file is None:
        return None
    unknown = _unknown(act, batch, file)
    if unknown is None:
        return None
    left = len(_unknown_names(batch, file))
    people = await receivers_page(act, await people_of(act), None, page)
    return NameQuestion(batch.id, *unknown, left, people)


async def answer_name(act: Act, import_id: int, index: int, person_id: int | None) -> None:
    """Whose clients those of this name are; None: the actor's own."""
    batch = await _asking(act, import_id)
    file = decisions_of(batch).file if batch else None
    if batch is None or file is None or not 0 <= index < len(file.responsibles):
        return
    person = act.actor if person_id is None else await require_receiver(act, person_id)
    if _gives(act):
        decisions = decisions_of(batch)
        people = {**decisions.people, file.responsibles[index]: person.id}
        decide_on(batch, replace(decisions, people=people))
        batch.counts = None


async def rest_is_mine(act: Act, import_id: int) -> None:
    """Whoever is still unknown: the clients become the actor's own."""
    batch = await _asking(act, import_id)
    file = decisions_of(batch).file if batch else None
    if batch is not None and file is not None and _gives(act):
        mine = dict.fromkeys(_unknown_names(batch, file), act.actor.id)
        decisions = decisions_of(batch)
        decide_on(batch, replace(decisions, people={**decisions.people, **mine}))


async def check(act: Act, import_id: int) -> None:
    """Begin the dry run. Invalid("file-columns") where no column says who it is."""
    batch = await _asking(act, import_id)
    file = decisions_of(batch).file if batch else None
    if batch is None or file is None:
        return
    if not file.mapped:
        raise Invalid("file-columns")
    batch.state, batch.counts = ImportState.CHECKING, None
    leave(act)


async def audit(act: Act, import_id: int) -> None:
    """Begin to judge the base in the file by the method, unless it was; nothing is imported.

    Invalid("file-columns") where no column says who it is.
    """
    batch = await _asking(act, import_id)
    decisions = decisions_of(batch) if batch else None
    if batch is None or decisions is None or decisions.file is None or decisions.audited:
        return
    if not decisions.file.mapped:
        raise Invalid("file-columns")
    batch.state = ImportState.AUDITING
    leave(act)


async def start(act: Act, import_id: int, message_id: int | None) -> None:
    """Begin the import once it was checked; `message_id` is the message that shows its progress.

    A second tap finds it running and changes nothing.
    """
    batch = await _asking(act, import_id)
    checked = counts_of(batch) if batch else None
    if batch is None or checked is None:
        return
    batch.state = ImportState.RUNNING
    record(act, JournalKind.IMPORT, person_id=batch.user_id, subject=str(batch.id))
    keep_progress(batch, ImportProgress(total=checked.total))
    decide_on(batch, replace(decisions_of(batch), message=message_id))
    leave(act)


async def drop(act: Act, import_id: int) -> None:
    """Never mind: nothing is imported."""
    batch = await _own(act, import_id)
    if batch.state is ImportState.ASKING or batch.state in _BEFORE:
        batch.state = ImportState.DROPPED


async def undo(act: Act, import_id: int) -> None:
    """Begin taking the import back, within a day of its end. NotNow("import-late")."""
    batch = await _own(act, import_id)
    if batch.state is not ImportState.DONE:
        return
    if not _may_undo(batch, act.now):
        raise NotNow("import-late")
    batch.state = ImportState.UNDOING
    record(act, JournalKind.IMPORT_UNDONE, person_id=batch.user_id, subject=str(batch.id))
    leave(act)


async def faults(act: Act, import_id: int) -> ImportFaults:
    """What the file about single rows lists."""
    batch = _checked(act, await act.session.get(ClientImport, import_id))
    rows = await rejected_rows(act.session, batch.id)
    merged = await merged_rows(act.session, batch.id, _MOST_MERGED)
    progress = progress_of(batch) or ImportProgress()
    return ImportFaults(tuple(rows), progress.cells, progress.more_cells, tuple(merged))


async def _own(act: Act, import_id: int) -> ClientImport:
    return _checked(act, await import_locked(act.session, import_id))


def _checked(act: Act, batch: ClientImport | None) -> ClientImport:
    if batch is None or batch.user_id != act.actor.id or batch.file_id is None:
        raise NotFound("import")
    return batch


async def _asking(act: Act, import_id: int) -> ClientImport | None:
    """The actor's own import while it is to be decided about; else a tap changes nothing."""
    batch = await _own(act, import_id)
    return batch if batch.state is ImportState.ASKING else None


def _may_undo(batch: ClientImport, now: datetime) -> bool:
    return batch.done_at is not None and now < batch.done_at + UNDO_WITHIN


def _gives(act: Act) -> bool:
    """A manager imports to himself only, whomever the file names (R7)."""
    return act.actor.role in Role.leaders()


def _unknown(act: Act, batch: ClientImport, file: ImportFile | None) -> tuple[int, str] | None:
    names = _unknown_names(batch, file) if file is not None and _gives(act) else []
    return None if file is None or not names else (file.responsibles.index(names[0]), names[0])


def _unknown_names(batch: ClientImport, file: ImportFile) -> list[str]:
    people = decisions_of(batch).people
    return [name for name in file.responsibles if name not in people]
