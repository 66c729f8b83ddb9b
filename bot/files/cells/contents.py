"""What a column whose title says nothing holds, by what stands in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.files.cells.titles import is_of_other_numbers
from bot.files.cells.values import is_organisation, plain
from bot.method.imports.rows import Column, Field
from bot.method.inbound.matching import emails_in, handles_in

_LIKELY = 0.7
_PHONE = re.compile(
    r"\D{0,12}(?:\+\d[\d\s()\-.\u2010-\u2015]{8,18}\d|[78]?[\s(\-]{0,3}\d{3}[\s)\-]{1,3}\d{3}[\s\-]?\d\d"
    r"[\s\-]?\d\d|[78]\d{10})(?:\D.{0,30})?",
    re.S,
)
_PERSON = re.compile(r"[^\W\d_][^\W\d_'\-]*\.?(?:\s+[^\W\d_][^\W\d_'\-]*\.?){1,3}")
_WHO = frozenset(
    {Field.NAME, Field.CONTACT, Field.GIVEN, Field.FAMILY, Field.COMPANY, Field.DEAL_TITLE}
)


def by_contents(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], mapping: Mapping[int, Field]
) -> list[Column]:
    """The columns, of which those that are not known and not `mapping`'s are what most of their
    cells are: phones, e-mails, handles; and the names, where no other column says who it is."""
    cells: dict[int, list[str]] = {column.index: [] for column in columns}
    for row in rows:
        for index, cell in enumerate(row[: len(columns)]):
            if text := plain(cell):
                cells[index].append(text)
    found = [
        column
        if column.known or column.index in mapping
        else replace(column, field=_field(column, cells[column.index]))
        for column in columns
    ]
    if any(column.field in _WHO for column in found):
        return found
    named = next((column for column in found if _may_name(column, cells, mapping)), None)
    return [replace(item, field=Field.NAME) if item is named else item for item in found]


def has_contacts(cells: Iterable[str]) -> bool:
    """Whether a row has a phone or an e-mail in it, and so is not one of titles."""
    return any(_is_phone(plain(cell)) or _is_email(plain(cell)) for cell in cells)


def _field(column: Column, texts: Sequence[str]) -> Field:
    if not texts or is_of_other_numbers(column.title):
        return column.field
    for field, is_one in (
        (Field.EMAIL, _is_email),
        (Field.TELEGRAM, _is_handle),
        (Field.PHONE, _is_phone),
    ):
        if sum(map(is_one, texts)) >= _LIKELY * len(texts):
            return field
    return column.field


def _may_name(
    column: Column, cells: Mapping[int, Sequence[str]], mapping: Mapping[int, Field]
) -> bool:
    texts = cells[column.index]
    if column.known or column.index in mapping or column.field is not Field.NOTE or not texts:
        return False
    if not column.title:
        return sum(any(map(str.isalpha, text)) for text in texts) >= _LIKELY * len(texts)
    return sum(map(_is_name, texts)) >= _LIKELY * len(texts)


def _is_name(text: str) -> bool:
    whole = _PERSON.fullmatch(text) is not None and text[:1].isupper()
    return is_organisation(text) or (whole and text == text.title())


def _is_phone(text: str) -> bool:
    return _PHONE.fullmatch(text) is not None


def _is_email(text: str) -> bool:
    return bool(emails_in(text)) and len(text.split()) < 4


def _is_handle(text: str) -> bool:
    return text.startswith(("@", "t.me/", "https://t.me/")) and bool(handles_in(text))
