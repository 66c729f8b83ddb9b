"""How much of what people write is read, and that nothing is read wrongly without a question."""

import pytest

from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid
from bot.method.tasks.phrases.reading import Understood, cut, understand
from tests.unit.method.tasks.phrases.clock import TODAY, moments
from tests.unit.method.tasks.phrases.corpus import HURRIED, ORDINARY, Phrases
from tests.unit.method.tasks.phrases.lines_corpus import IN_A_LINE, NO_DATE


def understood(text: str) -> Understood | None:
    try:
        return understand(text, vocabulary(), TODAY)
    except Invalid:
        return None


@pytest.mark.parametrize(("phrases", "share"), [(ORDINARY, 0.95), (HURRIED, 0.90)])
def test_most_phrases_are_read_and_none_wrongly_without_a_question(
    phrases: Phrases, share: float
) -> None:
    right, wrong = [], []
    for text, meant in phrases.items():
        found = understood(text)
        if found is None:
            continue
        if moments(meant) & set(found.moments):
            right.append(text)
        elif found.sure and len(found.moments) == 1:
            wrong.append((text, found.moments))
    assert wrong == []
    assert len(right) >= share * len(phrases), set(phrases) - set(right)


@pytest.mark.parametrize(("text", "meant"), IN_A_LINE.items())
def test_a_date_is_cut_out_of_a_line(text: str, meant: tuple[str, str, str]) -> None:
    when, before, after = meant
    found = cut(text, vocabulary(), TODAY)
    assert found is not None
    assert moments(when) & set(found.moments)
    assert (found.before, found.after) == (before, after)


@pytest.mark.parametrize("text", NO_DATE)
def test_a_number_that_is_no_date_makes_no_task(text: str) -> None:
    try:
        assert cut(text, vocabulary(), TODAY) is None
    except Invalid:
        pytest.fail("a date that can not be was seen where there is none")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Иванов 25-26 ноября встреча", "25-26 ноября"),
        ("Иванов завтра с 10:00 до 12:00 встреча", "с 10:00 до 12:00"),
        ("Иванов завтра 14:00-16:00 монтаж", "14:00-16:00"),
        ("Smith from 10 to 12 tomorrow demo", "from 10 to 12"),
        ("Иванов завтра в 15 встреча", ""),
    ],
)
def test_the_end_of_a_span_is_kept(text: str, span: str) -> None:
    found = cut(text, vocabulary(), TODAY)
    assert found is not None
    assert found.span == span
