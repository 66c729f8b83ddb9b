"""A question for a date in buttons and stored forms: what is out in people's chats stays true."""

import pytest

from bot.method.core.terms import Outcome, TaskKind
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    MoveDate,
    Packed,
    PlanDate,
    Purpose,
    RetryDate,
    WalkDate,
    packed,
    unpacked,
)

STORED: list[tuple[Packed, DateQuestion]] = [
    (Packed(Purpose("p"), 1, 2, TaskKind.MEETING), PlanDate(1, 2, TaskKind.MEETING)),
    (Packed(Purpose("p"), 1), PlanDate(1)),
    (Packed(Purpose("m"), 1, 2), MoveDate(1, 2)),
    (Packed(Purpose("b"), 1, 2), BuyDate(1, 2)),
    (Packed(Purpose("b"), 1), BuyDate(1)),
    (Packed(Purpose("a"), 1, 2), RetryDate(1, 2)),
    (Packed(Purpose("w"), 1, 2), WalkDate(1, 2)),
    (Packed(Purpose("n"), 1, 2, TaskKind.LETTER), AnswerDate(1, 2, TaskKind.LETTER)),
]


@pytest.mark.parametrize(("stored", "question"), STORED)
def test_a_question_is_the_same_when_it_comes_back(stored: Packed, question: DateQuestion) -> None:
    assert unpacked(stored) == question
    assert packed(question) == stored


def test_every_purpose_is_there() -> None:
    assert {stored.purpose for stored, _ in STORED} == set(Purpose)


def test_what_a_plan_came_after_is_kept_beside_it() -> None:
    assert unpacked(Packed(Purpose.PLAN, 1), Outcome.TALKED) == PlanDate(1, outcome=Outcome.TALKED)
