"""What the titles of a table say: whose export it is, and what each column holds.

All titles are data, in `bot/locales/titles.json`.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TypedDict

from bot.files.cells.values import currency_at_end
from bot.method.imports.rows import Column, Field, Profile

LOOKED_AT = 30
"""The titles stand in one of so many first rows, below a preamble."""
_LONGEST_TITLE = 80
_MOST_WORDS = 7
_PREAMBLE = 2
"""So many cells of a line may be a remark above the titles, with one of their words in it."""
_TITLES = Path(__file__).parents[2] / "locales" / "titles.json"
_QUOTES = str.maketrans(
    "\u00a0\u202f\u0451", "  \u0435", "\"'`\u00ab\u00bb\u201c\u201d\u201e\ufeff"
)
_NUMBER = re.compile(r"\s*\b\d{1,2}\b")


class _ProfileTitles(TypedDict, total=False):
    signs: list[list[str]]
    titles: dict[str, list[str]]


class _NextTask(TypedDict):
    words: list[str]
    things: list[str]
    others: list[str]


class _Titles(TypedDict):
    prefixes: list[str]
    suffixes: list[str]
    other_numbers: list[str]
    next_task: _NextTask
    common: dict[str, list[str]]
    profiles: dict[str, _ProfileTitles]


@dataclass(frozen=True)
class Header:
    """Which of the first rows has the titles, and how many of them are known."""

    at: int
    known: int


def find_header(rows: Sequence[Sequence[str]]) -> Header:
    """The first row that looks like titles; else the one with most known; else the first.

    Not the best of all: whatever stands above the titles is left out, and words in the data
    that happen to be titles must not cost the rows above them.
    """
    known = [_known(cells) for cells in rows[:LOOKED_AT]]
    for at, (count, cells) in enumerate(zip(known, rows, strict=False)):
        if count > 1 or (count and sum(map(bool, cells)) > _PREAMBLE):
            return Header(at, count)
    most = max(known, default=0)
    return Header(known.index(most) if most else 0, most)


def profile_of(titles: Iterable[str]) -> Profile:
    """Whose export has such titles."""
    present = {form for title in titles for form in _forms(title)}
    for name, profile in _data()["profiles"].items():
        if any(present.issuperset(map(_plain, sign)) for sign in profile["signs"]):
            return Profile(name)
    return Profile.TABLE


def columns_of(
    titles: Sequence[str], profile: Profile, mapping: Mapping[int, Field]
) -> list[Column]:
    """A column for each title; what `mapping` says of an index overrules the title."""
    known = _fields(profile)
    columns: list[Column] = []
    seen: dict[str, int] = {}
    for index, title in enumerate(titles):
        plain = " ".join(title.split())
        found = next((known[form] for form in _forms(title) if form in known), None)
        if found is None and _is_next_task(title):
            found = Field.TASK
        seen[plain] = seen.get(plain, 0) + 1
        shown = f"{plain} ({seen[plain]})" if plain and seen[plain] > 1 else plain
        taken = mapping.get(index, found or Field.NOTE)
        columns.append(Column(index, shown, taken, found is not None))
    return columns


def is_of_other_numbers(title: str) -> bool:
    """Whether the title names numbers that look like phones and are none."""
    words = set(re.split(r"[^\w/]+", _plain(title)))
    return not words.isdisjoint(map(_plain, _data()["other_numbers"]))


def is_of_other_days(title: str) -> bool:
    """Whether the title names days that are to come and are no tasks, like those of payments."""
    others = tuple(_data()["next_task"]["others"])
    return any(word.startswith(others) for word in _words(title))


def _known(cells: Sequence[str]) -> int:
    known = _everything()
    return sum(any(form in known for form in _forms(cell)) for cell in cells)


@lru_cache(maxsize=4096)
def _is_next_task(title: str) -> bool:
    """Whether a title in anybody's words means what is planned next: "Next step date"."""
    words = _words(title) if len(title) <= _LONGEST_TITLE else ()
    if len(words) not in range(2, _MOST_WORDS) or is_of_other_days(title):
        return False
    signs, things = tuple(_data()["next_task"]["words"]), tuple(_data()["next_task"]["things"])
    # Titles are words alone: a number says that it is a cell of the data.
    return all(map(str.isalpha, words)) and (
        any(word.startswith(signs) for word in words)
        and any(word.startswith(things) for word in words)
    )


def _words(title: str) -> list[str]:
    return re.findall(r"\w+", _plain(title))


@lru_cache(maxsize=4096)
def _forms(title: str) -> tuple[str, ...]:
    """The title as it may be known, the most exact spelling first.

    Without the currency, without numbers, without what says whose field it is.
    """
    plain = _plain(title)
    if not plain or len(plain) > _LONGEST_TITLE:
        return ()
    short = currency_at_end(plain)[0]
    own = _own(short)
    forms = [plain, short, _NUMBER.sub("", short), own, _NUMBER.sub("", own)]
    return tuple(dict.fromkeys(form.strip() for form in forms))


def _own(title: str) -> str:
    for prefix in _data()["prefixes"]:
        title = title.removeprefix(prefix)
    for suffix in _data()["suffixes"]:
        title = title.removesuffix(suffix)
    return title.strip()


def _plain(title: str) -> str:
    return " ".join(title.lower().translate(_QUOTES).split()).rstrip(":* ")


@cache
def _data() -> _Titles:
    data: _Titles = json.loads(_TITLES.read_text(encoding="utf-8"))
    return data


@cache
def _everything() -> frozenset[str]:
    return frozenset(title for profile in Profile for title in _fields(profile))


@cache
def _fields(profile: Profile) -> Mapping[str, Field]:
    """The field of each title that the profile knows."""
    data = _data()
    own = data["profiles"].get(profile, {}).get("titles", {})
    return {
        _plain(title): Field(field)
        for titles in (data["common"], own)
        for field, known in titles.items()
        for title in known
    }
