"""A second tap on the dates of a question that was answered: one task, with the date corrected."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.method.core.refusals import Stale
from bot.method.core.terms import TaskKind
from bot.method.tasks.date_question import (
    AnswerDate,
    BuyDate,
    DateQuestion,
    MoveDate,
    PlanDate,
    RetryDate,
)
from bot.method.tasks.phrases.moment import Moment
from bot.models import Task
from bot.services.core.undo import take_back
from bot.services.core.work import Act
from bot.services.planning import dates
from bot.services.planning.dates import Answered, Walked, Written
from bot.services.tasks import questions
from tests.builders import Firm
from tests.service import seen
from tests.service.planning.test_dates import BARE, CLIENT, GAP, INBOUND, TASK, anna_with_all

Tap = Callable[[Act, Moment], Awaitable[Answered]]

PLAN, BUY = PlanDate(BARE), BuyDate(BARE)


def of(question: DateQuestion) -> Tap:
    async def tap(act: Act, moment: Moment) -> Answered:
        return await dates.answer(act, question, moment, preset=True)

    return tap


async def stop(act: Act, moment: Moment) -> Answered:
    return await dates.answer_stop(act, GAP, moment, preset=True)


async def answer(act: Act, moment: Moment) -> Answered:
    return await dates.answer_task(act, INBOUND, AnswerDate, moment, preset=True)


TAPS: dict[str, tuple[Tap, int]] = {
    "plan": (of(PLAN), BARE),
    "buy": (of(BUY), BARE),
    "walk": (stop, BARE),
    "answer": (answer, CLIENT),
    "move": (of(MoveDate(CLIENT, TASK)), CLIENT),
}


async def tapped(firm: Firm, person: int, tap: Tap, days: int) -> Answered:
    async with firm.act(person) as act:
        return await tap(act, Moment(firm.in_days(days)))


async def newest(firm: Firm, client: int) -> tuple[int, int]:
    """How many tasks the client has had, and in how many days the latest outbound one is due."""
    tasks = await seen.tasks(firm, client)
    due = [task.due_on for task in tasks if task.due_on is not None]
    return len(tasks), (due[-1] - firm.in_days(0)).days


@pytest.mark.parametrize(("tap", "client"), TAPS.values(), ids=TAPS)
@pytest.mark.parametrize(
    ("pause", "first", "second", "due"),
    [(0.4, 1, 3, 3), (0.4, 3, 1, 3), (5, 1, 3, 3), (5, 3, 1, 1), (59, 3, 2, 2)],
)
async def test_two_taps_on_other_dates_make_one_task(
    firm: Firm, tap: Tap, client: int, pause: float, first: int, second: int, due: int
) -> None:
    anna = await anna_with_all(firm)
    await tapped(firm, anna, tap, first)
    before = await newest(firm, client)
    assert before[1] == first
    firm.moved(seconds=pause)
    again = await tapped(firm, anna, tap, second)
    assert await newest(firm, client) == (before[0], due)
    shown = again.on if isinstance(again, Walked) else again.planned.on  # type: ignore[union-attr]
    assert shown == firm.in_days(due), "what is said is what stands in the plan"


async def test_three_taps_at_once_leave_the_latest_date(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    for days in (1, 7, 3):
        await tapped(firm, anna, of(PLAN), days)
    assert await newest(firm, BARE) == (1, 7)


@pytest.mark.parametrize(("tap", "client"), TAPS.values(), ids=TAPS)
async def test_each_tap_within_the_minute_changes_it(firm: Firm, tap: Tap, client: int) -> None:
    anna = await anna_with_all(firm)
    counts = set()
    for days in (1, 7, 3):
        await tapped(firm, anna, tap, days)
        counts.add((await newest(firm, client))[0])
        firm.moved(seconds=5)
    assert (await newest(firm, client))[1] == 3
    assert len(counts) == 1, "no other task than that of the first tap"


async def test_a_tap_after_the_minute_is_another_task(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    for days, pause in ((1, 61), (3, 0)):
        await tapped(firm, anna, of(PLAN), days)
        firm.moved(seconds=pause)
    assert await newest(firm, BARE) == (2, 3)


async def test_another_kind_a_new_question_and_another_person_plan_beside_it(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    await tapped(firm, anna, of(PLAN), 1)
    firm.moved(seconds=5)
    await tapped(firm, anna, of(PlanDate(BARE, kind=TaskKind.MEETING)), 3)
    assert (await newest(firm, BARE))[0] == 2
    firm.moved(seconds=5)
    async with firm.act(anna) as act:
        questions.open_question(act, PLAN)
    await tapped(firm, anna, of(PLAN), 7)
    assert await newest(firm, BARE) == (3, 7)
    firm.moved(seconds=5)
    await tapped(firm, anna, of(PLAN), 6)
    assert await newest(firm, BARE) == (3, 6), "the same question, answered by now"


async def test_a_correction_is_no_move_and_may_be_taken_back(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    for days in (1, 3):
        await tapped(firm, anna, of(PLAN), days)
        firm.moved(seconds=5)
    step = firm.last_step
    assert [task.moves for task in await seen.tasks(firm, BARE)] == [0]
    async with firm.act(anna) as act:
        await take_back(act, step)
    assert await newest(firm, BARE) == (1, 1)


async def test_a_second_move_within_the_minute_is_counted_once(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    for days in (1, 3):
        await tapped(firm, anna, of(MoveDate(CLIENT, TASK)), days)
        firm.moved(seconds=5)
    async with firm.work() as work:
        task = await work.session.get_one(Task, TASK)
        assert (task.moves, task.due_on) == (1, firm.in_days(3))


async def test_two_times_to_try_again_are_one_attempt(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    base = firm.clock.now().replace(minute=0, second=0, microsecond=0)
    for hours in (1, 2, 3):
        async with firm.act(anna) as act:
            local = (base + timedelta(hours=hours)).astimezone(act.zone)
            moment = Moment(local.date(), local.time())
            tapped_on = await dates.answer_task(act, TASK, RetryDate, moment, sure=True)
            assert isinstance(tapped_on, Written)
        firm.moved(seconds=5)
    async with firm.work() as work:
        task = await work.session.get_one(Task, TASK)
        assert (task.attempts, task.due_at) == (1, base + timedelta(hours=3))
    async with firm.act(anna) as act:
        questions.open_question(act, RetryDate(CLIENT, TASK))
        local = (base + timedelta(hours=2)).astimezone(act.zone)
        await dates.answer_task(act, TASK, RetryDate, Moment(local.date(), local.time()), sure=True)
    async with firm.work() as work:
        assert (await work.session.get_one(Task, TASK)).attempts == 2, "asked anew"


async def test_an_inbound_is_not_answered_anew_after_the_minute(firm: Firm) -> None:
    anna = await anna_with_all(firm)
    await tapped(firm, anna, answer, 1)
    firm.moved(minutes=2)
    with pytest.raises(Stale):
        await tapped(firm, anna, answer, 3)
