"""Phones and e-mails that stand beside several people of one file: they are nobody's own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.method.imports.findings import SharedContact
from bot.method.imports.rows import ImportRow
from bot.method.imports.sameness import contacts_shared, is_nobodys_mailbox, is_nobodys_phone
from bot.method.inbound.matching import fold_name

_MOST = 5
_NUMBER = re.compile(r"\d(?:[\s()\-.\u2010-\u2015]*\d){6,}")
_NATIONAL = 10
"""So many last digits are compared: the code of the country is written in several ways."""


def with_shared(
    rows: Sequence[ImportRow],
) -> tuple[tuple[ImportRow, ...], tuple[SharedContact, ...]]:
    """The rows, each knowing which of its contacts others have too, and the contacts with the
    most people."""
    shared = contacts_shared(
        (fold_name(row.name or row.company), dict.fromkeys(key for key, _ in _keys(row)))
        for row in rows
        if row.error is None
    )
    if not shared:
        return tuple(rows), ()
    shown: dict[str, str] = {}
    marked: list[ImportRow] = []
    for row in rows:
        found = [(key, raw) for key, raw in _keys(row) if key in shared]
        for key, raw in found:
            shown.setdefault(key, raw)
        marked.append(replace(row, shared=tuple(raw for _, raw in found)) if found else row)
    most = sorted(shown, key=lambda key: -shared[key])[:_MOST]
    return tuple(marked), tuple(SharedContact(shown[key], shared[key]) for key in most)


def _keys(row: ImportRow) -> Iterator[tuple[str, str]]:
    """What each contact is compared by, and the contact as it stands."""
    for raw in row.phones:
        number = _NUMBER.search(raw)
        if number is not None and not is_nobodys_phone(raw):
            digits = re.sub(r"\D", "", number[0])[-_NATIONAL:]
            extension = re.search(r"\d{1,7}", raw[number.end() :])
            yield f"{digits}#{extension[0] if extension else ''}", raw
    for email in row.emails:
        if not is_nobodys_mailbox(email):
            yield email, email
