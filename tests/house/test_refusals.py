"""Every refusal has its sentence in every language, and every sentence its refusal."""

from functools import cache

import pytest

from bot.views.words import LOCALES
from tests.house.refusals import codes_of
from tests.house.rules import ROOT, files
from tests.unit.views.test_locales import messages

BEFORE = "refusal-"

AT_RUN_TIME = {
    "bot/files/answered.py": set[str](),
    "bot/method/tasks/phrases/meaning.py": {"date-impossible", "time-impossible", "date-far"},
    "bot/method/tasks/phrases/reading.py": {"date-past", "time-past", "date-far"},
}
"""Where a code is passed on, with those that stand nowhere but there: an answer of the file reader
has the code of a refusal of ours, a date may be behind us or too far ahead."""

FALLBACK = {"unknown"}
"""What is said where nothing better is known."""


@cache
def raised() -> dict[str, set[str | None]]:
    """The codes by the file that raises them."""
    found = {path.relative_to(ROOT).as_posix(): set(codes_of(path.read_text())) for path in files()}
    return {path: codes for path, codes in found.items() if codes}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_refusal_has_its_sentence_and_every_sentence_its_refusal(locale: str) -> None:
    codes = set().union(*raised().values(), *AT_RUN_TIME.values(), FALLBACK) - {None}
    said = {name for name in messages(locale) if name.startswith(BEFORE)}
    assert said == {f"{BEFORE}{code}" for code in codes}


def test_a_code_that_is_known_at_run_time_only_is_listed() -> None:
    assert {path for path, codes in raised().items() if None in codes} == set(AT_RUN_TIME)


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('raise Stale("task-closed", ("task", 1))', ["task-closed"]),
        ("raise NotFound()", ["thing"]),
        ('raise Invalid("a" if old else "b")', ["a", "b"]),
        ('raise Invalid(code or "c", on=on)', [None, "c"]),
        ('return Impossible("date-impossible", text)', ["date-impossible"]),
        ('raise ValueError("no refusal")', []),
    ],
)
def test_the_codes_of_a_source_are_found(source: str, codes: list[str | None]) -> None:
    assert list(codes_of(source)) == codes
