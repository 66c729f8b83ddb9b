"""A deal with several products is several rows with its number: they are one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.files.limits import MOST_VALUES
from bot.method.imports.rows import DealRow, ImportRow

_OF_A_CLIENT = (
    *("source_id", "name", "company", "position", "handle", "telegram_id"),
    *("responsible", "created", "task"),
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
    # Who it is, need stand in one of them only.
    unfit = next(iter(errors - {None, "row-empty"}), None)
    deals = [row.deal for row in group if row.deal]
    return replace(
        _completed(group, _OF_A_CLIENT),
        phones=phones[:MOST_VALUES],
        emails=emails[:MOST_VALUES],
        deal=_completed(deals, _OF_A_DEAL),
        note="\n".join(dict.fromkeys(notes)),
        further=tuple(row.line for row in group[1:]),
        problems=tuple(dict.fromkeys(one for row in group for one in row.problems)),
        error="row-empty" if errors == {"row-empty"} else unfit,
    )


def _completed(group: Sequence[T], names: Iterable[str]) -> T:
    """The first of the group with what it lacks: the first that any other has."""
    first = group[0]
    found = {
        name: next(
            (getattr(one, name) for one in group if getattr(one, name)), getattr(first, name)
        )
        for name in names
    }
    return replace(first, **found)
