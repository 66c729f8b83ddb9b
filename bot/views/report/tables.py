"""The five numbers of several people as a table (R12)."""

from collections.abc import Iterable

from bot.method.report.cards import Judged
from bot.method.report.numbers import NumberKind
from bot.views.report.numbers import LIGHTS, name_of, value_of
from bot.views.screen import Grid
from bot.views.words import Words


def people_grid(words: Words, lines: Iterable[tuple[str, Judged]]) -> Grid:
    """A row each, with the light before each number."""
    head = (words.plain("report-table-who"), *(name_of(words, kind) for kind in NumberKind))
    return Grid(head, tuple((name, *_values(words, judged)) for name, judged in lines))


def _values(words: Words, judged: Judged) -> Iterable[str]:
    for kind in NumberKind:
        yield f"{LIGHTS[judged.light(kind)]} {value_of(words, kind, judged.numbers)}"
