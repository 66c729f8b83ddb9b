"""A deal with several products is several rows with its number: they are one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.files.limits import MOST_VALUES
from bot.method.imports.rows import UNNAMED, DealRow, Field, ImportRow
from bot.method.imports.sameness import is_covered

_OF_A_CLIENT = (
    *("source_id", "name", "company", "position", "handle", "telegram_id"),
    *("client_class", "responsible", "created", "task"),
)
_OF_A_DEAL = ("title", "stage", "amount", "currency")

T = TypeVar("T", ImportRow, DealRow)


def one_row_a_deal(rows: Iterable[ImportRow]) -> list[ImportRow]:
    """The rows with further rows of the same deal put together with the first, in its place."""
    groups: list[list[ImportRow]] = []
    known: dict[str, list[ImportRow]] = {}
    for row in rows:
        number = row.deal.source_id if row.deal else ""
        group = known.get(number) if number else None
        if group is not None:
            group.append(row)
            continue
        groups.append([row])
        if number:
            known[number] = groups[-1]
    return [_joined(group) if len(group) > 1 else group[0] for group in groups]


def _joined(group: Sequence[ImportRow]) -> ImportRow:
    """The first row, what it lacks from the further ones, and the contacts and notes of all."""
    phones = tuple(dict.fromkeys(phone for row in group for phone in row.phones))
    emails = tuple(dict.fromkeys(email for row in group for email in row.emails))
    notes = [line for row in group for line in row.note.splitlines()]
    notes += [*phones[MOST_VALUES:], *emails[MOST_VALUES:]]
    errors = {row.error for row in group}
    cells = tuple(dict.fromkeys(cell for row in group for cell in row.cells))
    # Of what there is one, the first that has it gives it: `_completed` goes the same way.
    first = {cell.field: cell for cell in reversed(cells)}
    others = [cell.line for cell in cells if cell.value != first[cell.field].value]
    # Who it is, need stand in one of them only.
    unfit = next(iter(errors - {None, *UNNAMED}), None)
    deals = [row.deal for row in group if row.deal]
    return replace(
        _completed(group, _OF_A_CLIENT),
        kind=next((row.kind for row in group if _says(row, Field.KIND)), group[0].kind),
        phones=phones[:MOST_VALUES],
        emails=emails[:MOST_VALUES],
        deal=_completed(deals, _OF_A_DEAL),
        people=tuple(dict.fromkeys(line for row in group for line in row.people)),
        note="\n".join(dict.fromkeys(notes)),
        rest=tuple(dict.fromkeys([*_others(group), *others])),
        cells=cells,
        further=tuple(row.line for row in group[1:]),
        problems=tuple(dict.fromkeys(problem for row in group for problem in row.problems)),
        error=unfit or (group[0].error if errors <= UNNAMED else None),
    )


def _says(row: ImportRow, field: Field) -> bool:
    return any(cell.field is field for cell in row.cells)


def _others(group: Sequence[ImportRow]) -> list[str]:
    """What further rows say of the client beside what the first that says it does."""
    known, lines = _known(group), [line for row in group for line in row.rest]
    lines += [row.name for row in group if not is_covered(row.name, known)]
    handles = dict.fromkeys(row.handle for row in group if row.handle)
    numbers = dict.fromkeys(str(row.telegram_id) for row in group if row.telegram_id)
    return [*lines, *(f"@{handle}" for handle in list(handles)[1:]), *list(numbers)[1:]]


def _known(group: Sequence[ImportRow]) -> str:
    """What the client is called by: the first name and the first company."""
    name = next((row.name for row in group if row.name), "")
    return f"{name} {next((row.company for row in group if row.company), '')}"


def _completed(group: Sequence[T], names: Iterable[str]) -> T:
    """The first of the group with what it lacks: the first that any other has."""
    first = group[0]
    found = {
        name: next(
            (getattr(row, name) for row in group if getattr(row, name)), getattr(first, name)
        )
        for name in names
    }
    return replace(first, **found)
