"""Importing through the chat: what was recognised, the dry run, the progress, the result."""

from collections.abc import Sequence

from bot.method.core.terms import ClientKind
from bot.method.core.texts import clean
from bot.method.imports.cards import ImportCard, ImportCounts, NameQuestion
from bot.method.imports.plan import Duplicates
from bot.method.imports.rows import ImportFile
from bot.method.imports.state import ImportState
from bot.views.imports.audit_screens import audit_row
from bot.views.imports.findings import shared_lines, sheet_lines, skipped_lines
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import back_button, confirm, home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.imports import (
    AskUndoImport,
    CheckImport,
    DropImport,
    GiveName,
    OpenColumns,
    OpenImport,
    OpenRead,
    RestIsMine,
    SetDuplicates,
    SetImportKind,
    StartImport,
    UndoImport,
)
from bot.views.taps.nav import Walk
from bot.views.words import Markup, Words

_SAMPLE_ROWS = 3
_SAMPLE_CELLS = 8
_LONGEST_LINE = 160
_COLUMNS = 12
_NAMES = 10
_LONGEST_NAME = 60
_BUSY = {
    ImportState.READING: "import-reading",
    ImportState.CHECKING: "import-checking",
    ImportState.AUDITING: "import-auditing",
    ImportState.UNDOING: "import-undoing",
    ImportState.DROPPED: "import-dropped",
}


def ask_file_screen(words: Words, latest: Sequence[tuple[int, str]]) -> Screen:
    """Which files are understood, and the last ones that came."""
    rows = tuple(
        (Button(words.plain("import-open", name=clean(name, 50)), OpenImport(import_id)),)
        for import_id, name in latest
    )
    return Screen(words("import-ask"), (*rows, home_row(words)))


def import_screen(words: Words, card: ImportCard) -> Screen:
    """How an import stands, whichever screen that is."""
    match card.state:
        case ImportState.ASKING if card.counts is not None:
            return _checked_screen(words, card, card.counts)
        case ImportState.ASKING if card.file is not None:
            return read_screen(words, card, card.file)
        case ImportState.RUNNING:
            counts = card.counts or ImportCounts()
            return progress_screen(words, counts.at, counts.total)
        case ImportState.DONE:
            return _done_screen(words, card, card.counts or ImportCounts())
        case ImportState.UNDONE:
            return undone_screen(words, card)
        case ImportState.REFUSED:
            return refused_screen(words, card)
    return Screen(words(_BUSY.get(card.state, "import-reading")))


def read_screen(words: Words, card: ImportCard, file: ImportFile) -> Screen:
    """What the file was taken for; the sample shows whether its text is right."""
    parts = [
        words("import-title", name=card.file_name),
        words(
            "import-what",
            profile=words.plain(f"import-profile-{file.profile}"),
            rows=file.count,
        ),
    ]
    if card.before is not None:
        parts.append(words("import-again", moment=words.moment(card.before, card.today)))
    shown = _sample(words, file) + _columns(words, file) + skipped_lines(words, file)
    shown += sheet_lines(words, file)
    people = _people(words, card)
    rows: tuple[Row, ...] = ()
    if file.mapped:
        rows += (_kinds(words, card), audit_row(words, card.import_id))
    else:
        people = [words("import-unmapped")]
    if file.columns:
        rows += ((Button(words.plain("import-columns"), OpenColumns(card.import_id)),),)
    on = Button(words.plain("import-on"), CheckImport(card.import_id), style="primary")
    stop = Button(words.plain("confirm-no"), DropImport(card.import_id))
    text = "\n\n".join("\n".join(block) for block in (parts, shown, people) if block)
    return Screen(Markup(text), (*rows, (on, stop) if file.mapped else (stop,)))


def name_screen(words: Words, ask: NameQuestion) -> Screen:
    """Whose clients are those of a name that nobody here is known by?"""
    rows = person_rows(
        words,
        ask.people,
        lambda person_id: GiveName(ask.import_id, ask.index, person_id),
        lambda page: CheckImport(ask.import_id, page),
    )
    mine: Row = (Button(words.plain("import-mine"), GiveName(ask.import_id, ask.index)),)
    if ask.left > 1:
        mine += (
            Button(words.plain("import-rest-mine", count=ask.left), RestIsMine(ask.import_id)),
        )
    back = (back_button(words, OpenRead(ask.import_id)),)
    text = words("import-who", name=clean(ask.name, _LONGEST_NAME), left=ask.left)
    return Screen(text, (*rows, mine, back))


def _checked_screen(words: Words, card: ImportCard, counts: ImportCounts) -> Screen:
    """What the import would do; nothing has been changed."""
    parts = [words("import-checked", name=card.file_name), _figures(words, counts)]
    parts += _plans(words, counts)
    if counts.merged:
        chosen = card.options.duplicates
        parts.append(words(f"import-policy-{chosen}", count=counts.merged, filled=counts.filled))
    parts += shared_lines(words, card.file)
    if counts.rejected:
        parts.append(words("import-errors-later"))
    rows: tuple[Row, ...] = _policies(words, card) if counts.merged else ()
    go = Button(words.plain("import-go"), StartImport(card.import_id), style="success")
    back = (
        back_button(words, OpenRead(card.import_id)),
        Button(words.plain("confirm-no"), DropImport(card.import_id)),
    )
    brings = counts.imported or counts.merged
    return Screen(Markup("\n".join(parts)), (*rows, *(((go,),) if brings else ()), back))


def progress_screen(words: Words, at: int, total: int) -> Screen:
    """How far it is; the person can go on working."""
    return Screen(words("import-progress", at=at, total=total))


def _done_screen(words: Words, card: ImportCard, counts: ImportCounts) -> Screen:
    """What came of it."""
    parts = [words("import-stopped" if counts.stopped else "import-done", name=card.file_name)]
    if counts.stopped:
        parts.append(words("import-stopped-at", at=counts.at, total=counts.total))
    parts.append(
        words(
            "import-result",
            rows=counts.rows,
            imported=counts.imported,
            filled=counts.filled,
            same=counts.same,
            rejected=counts.rejected,
        )
    )
    parts += _plans(words, counts)
    rows: tuple[Row, ...] = ((Button(words.plain("setup"), Walk(), style="primary"),),)
    if card.can_undo:
        rows += ((Button(words.plain("import-undo"), AskUndoImport(card.import_id)),),)
    return Screen(Markup("\n".join(parts)), (*rows, home_row(words)))


def ask_undo_screen(words: Words, card: ImportCard) -> Screen:
    """Asks before an import is taken back."""
    yes, no = UndoImport(card.import_id), OpenImport(card.import_id)
    return Screen(
        words("import-undo-sure", name=card.file_name), confirm(words, "import-undo-yes", yes, no)
    )


def undone_screen(words: Words, card: ImportCard) -> Screen:
    """What was taken back, and what stays because somebody has worked with it."""
    back = card.back
    parts = [words("import-undone", name=card.file_name)]
    if back is not None:
        parts.append(words("import-removed", removed=back.removed))
        if back.kept:
            parts.append(words("import-kept", kept=back.kept))
        if back.restored:
            parts.append(words("import-restored", restored=back.restored))
    return Screen(Markup("\n".join(parts)), (home_row(words),))


def refused_screen(words: Words, card: ImportCard) -> Screen:
    """Why the file can not be read; nothing of it was imported."""
    why = words(f"refusal-{card.refusal}", **(card.refusal_facts or {}))
    return Screen(words("import-refused", name=card.file_name, why=why))


def photo_screen(words: Words) -> Screen:
    """A picture is no table."""
    return Screen(words("import-photo"))


def _figures(words: Words, counts: ImportCounts) -> Markup:
    return words(
        "import-figures",
        imported=counts.imported,
        filled=counts.filled,
        same=counts.same,
        rejected=counts.rejected,
    )


def _plans(words: Words, counts: ImportCounts) -> list[Markup]:
    """The deals and tasks that come along."""
    if not (counts.deals or counts.tasks):
        return []
    return [words("import-plans", deals=counts.deals, tasks=counts.tasks)]


def _policies(words: Words, card: ImportCard) -> tuple[Row, Row]:
    buttons = [
        Button(
            _chosen(words, f"import-duplicates-{policy}", policy is card.options.duplicates),
            SetDuplicates(card.import_id, policy),
        )
        for policy in Duplicates
    ]
    return tuple(buttons[:2]), tuple(buttons[2:])


def _kinds(words: Words, card: ImportCard) -> Row:
    kinds: tuple[ClientKind | None, ...] = (None, ClientKind.CUSTOMER, ClientKind.SUPPLIER)
    return tuple(
        Button(
            _chosen(words, f"import-kind-{kind or 'file'}", kind is card.options.kind),
            SetImportKind(card.import_id, kind),
        )
        for kind in kinds
    )


def _chosen(words: Words, key: str, chosen: bool) -> str:
    label = words.plain(key)
    return f"\N{BULLET} {label}" if chosen else label


def _sample(words: Words, file: ImportFile) -> list[Markup]:
    lines = [
        clean(" · ".join(filter(None, cells[:_SAMPLE_CELLS])), _LONGEST_LINE)
        for cells in file.sample[: _SAMPLE_ROWS + 1]
    ]
    shown = [words("import-sample-line", line=line) for line in lines if line]
    return [words("import-sample"), *shown] if shown else []


def _columns(words: Words, file: ImportFile) -> list[Markup]:
    shown = [
        words(
            "import-column-line",
            title=clean(column.title, 40) or str(column.index + 1),
            field=words.plain(f"import-field-{column.field}"),
        )
        for column in file.columns[:_COLUMNS]
    ]
    rest = len(file.columns) - len(shown)
    parts = [words("import-columns-title"), *shown] if shown else []
    return [*parts, words("import-columns-rest", count=rest)] if rest > 0 else parts


def _people(words: Words, card: ImportCard) -> list[Markup]:
    if not card.can_give or card.file is None or not card.file.responsibles:
        return [words("import-all-mine")]
    parts = [words("import-people")]
    for name, person in card.people[:_NAMES]:
        called = clean(name, _LONGEST_NAME)
        parts.append(words("import-person-line", name=called, person=clean(person, _LONGEST_NAME)))
    if len(card.people) > _NAMES:
        parts.append(words("import-columns-rest", count=len(card.people) - _NAMES))
    if card.unknown is not None:
        parts.append(words("import-unknown", name=clean(card.unknown[1], _LONGEST_NAME)))
    return parts
