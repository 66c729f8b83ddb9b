"""A deal with several products is several rows with its number: they are one."""

from collections.abc import Iterable
from dataclasses import replace

from bot.files.limits import MOST_VALUES
from bot.method.import_rows import DealRow, ImportRow


def one_row_a_deal(rows: Iterable[ImportRow]) -> list[ImportRow]:
    """The rows with further rows of the same deal put together with the first, in its place."""
    kept: list[ImportRow] = []
    at: dict[str, int] = {}
    for row in rows:
        number = row.deal.source_id if row.deal else ""
        if number and number in at:
            kept[at[number]] = _joined(kept[at[number]], row)
            continue
        if number:
            at[number] = len(kept)
        kept.append(row)
    return kept


def _joined(first: ImportRow, further: ImportRow) -> ImportRow:
    """The first row, what it lacks from the further one, and the contacts and notes of both."""
    phones = tuple(dict.fromkeys((*first.phones, *further.phones)))
    emails = tuple(dict.fromkeys((*first.emails, *further.emails)))
    notes = [*first.note.splitlines(), *further.note.splitlines()]
    notes += [*phones[MOST_VALUES:], *emails[MOST_VALUES:]]
    errors = {first.error, further.error} - {None, "row-empty"}
    lacking = {
        name: getattr(first, name) or getattr(further, name)
        for name in ("source_id", "name", "company", "position", "handle", "responsible")
    }
    return replace(
        first,
        **lacking,
        phones=phones[:MOST_VALUES],
        emails=emails[:MOST_VALUES],
        telegram_id=first.telegram_id or further.telegram_id,
        created=first.created or further.created,
        task=first.task or further.task,
        deal=_deal(first.deal, further.deal),
        note="\n".join(dict.fromkeys(notes)),
        further=(*first.further, further.line),
        problems=tuple(dict.fromkeys((*first.problems, *further.problems))),
        error=next(iter(errors), None),
    )


def _deal(first: DealRow | None, further: DealRow | None) -> DealRow | None:
    if first is None or further is None:
        return first or further
    return replace(
        first,
        title=first.title or further.title,
        stage=first.stage or further.stage,
        amount=first.amount or further.amount,
        currency=first.currency or further.currency,
    )
