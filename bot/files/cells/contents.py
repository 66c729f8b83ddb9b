"""What the columns of a table hold, as far as it can be seen from some of their cells."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.files.cells.titles import is_of_other_days, is_of_other_numbers
from bot.files.cells.values import NoDateError, dated, is_organisation, plain
from bot.method.imports.recognition import Content, Evidence, Surroundings, recognise
from bot.method.imports.rows import Column, Field
from bot.method.inbound.matching import emails_in, fold_name, handles_in

_PHONE = re.compile(
    r"\D{0,12}(?:\+\d[\d\s()\-.\u2010-\u2015]{8,18}\d|[78]?[\s(\-]{0,3}\d{3}[\s)\-]{1,3}\d{3}[\s\-]?\d\d"
    r"[\s\-]?\d\d|[78]\d{10})(?:\D.{0,30})?",
    re.S,
)
_PERSON = re.compile(r"[^\W\d_][^\W\d_'\-]*\.?(?:\s+[^\W\d_][^\W\d_'\-]*\.?){1,3}")
_AHEAD = timedelta(days=366)
_LONGEST_TOLD = 100
"""Characters: a longer cell with a day in it tells more than a task."""


def by_contents(
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    mapping: Mapping[int, Field],
    around: Surroundings,
) -> list[Column]:
    """The columns with their meaning, by these rows; what `mapping` says of one stays."""
    cells: dict[int, list[str]] = {column.index: [] for column in columns}
    for row in rows:
        for index, cell in enumerate(row[: len(columns)]):
            if text := plain(cell):
                cells[index].append(text)
    looks = _looks(around)
    evidence = [
        _evidence(column, cells[column.index], looks, fixed=column.index in mapping)
        for column in columns
    ]
    found = recognise(evidence)
    return [replace(column, field=meaning) for column, meaning in zip(columns, found, strict=True)]


def has_contacts(cells: Iterable[str]) -> bool:
    """Whether a row has a phone or an e-mail in it, and so is not one of titles."""
    return any(_is_phone(plain(cell)) or _is_email(plain(cell)) for cell in cells)


_Look = Callable[[str], bool]


def _evidence(
    column: Column, texts: Sequence[str], looks: Mapping[Content, _Look], *, fixed: bool
) -> Evidence:
    barred: set[Content] = set()
    if is_of_other_numbers(column.title):
        barred |= {Content.PHONE, Content.EMAIL, Content.HANDLE}
    if is_of_other_days(column.title):
        barred.add(Content.COMING)
    shares = {
        content: sum(map(look, texts)) / len(texts)
        for content, look in looks.items()
        if texts and content not in barred
    }
    return Evidence(
        said=column.field if column.known or fixed else None,
        fixed=fixed,
        has_title=bool(column.title),
        shares=shares,
        repeats=2 * len(Counter(texts)) <= len(texts),
    )


def _looks(around: Surroundings) -> Mapping[Content, _Look]:
    people = {fold_name(name) for name in around.people} - {""}
    today = around.today

    def is_coming(text: str) -> bool:
        if today is None or len(text) > _LONGEST_TOLD:
            return False
        try:
            found = dated(text)
        except NoDateError:
            return False
        return found is not None and today <= found.day <= today + _AHEAD

    return {
        Content.EMAIL: _is_email,
        Content.PHONE: _is_phone,
        Content.HANDLE: _is_handle,
        Content.COMING: is_coming,
        Content.COLLEAGUE: lambda text: fold_name(text) in people,
        Content.NAME: _is_name,
        Content.WORDS: lambda text: any(map(str.isalpha, text)),
    }


def _is_name(text: str) -> bool:
    whole = _PERSON.fullmatch(text) is not None and text[:1].isupper()
    return is_organisation(text) or (whole and text == text.title())


def _is_phone(text: str) -> bool:
    return _PHONE.fullmatch(text) is not None


def _is_email(text: str) -> bool:
    return bool(emails_in(text)) and len(text.split()) < 4


def _is_handle(text: str) -> bool:
    return text.startswith(("@", "t.me/", "https://t.me/")) and bool(handles_in(text))
