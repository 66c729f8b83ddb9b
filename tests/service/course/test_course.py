"""Learning: kept between taps, once for two taps, seen by who leads (R12)."""

import pytest

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.course.lessons import LESSONS, QUESTIONS, RIGHT_CHOICE, Learning
from bot.services.course.course import answer, choose, course, course_left, course_of, start_check
from bot.services.people.people import person
from tests.builders import Firm


async def learn(firm: Firm, who: int) -> None:
    for lesson in LESSONS:
        for _ in range(2):
            async with firm.act(who) as act:
                await choose(act, lesson, RIGHT_CHOICE[lesson])


async def take_check(firm: Firm, who: int, tries: int) -> None:
    async with firm.act(who) as act:
        await start_check(act, tries)
    for number in range(len(QUESTIONS)):
        for choice in (1, 2):
            async with firm.act(who) as act:
                await answer(act, tries + 1, number, choice)


async def test_a_manager_learns_and_the_head_sees_it(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", team_id=team)
    head = await firm.person("Олег", Role.HEAD, team)
    async with firm.act(anna) as act:
        assert await course_left(act) == Learning()
    await learn(firm, anna)
    async with firm.act(head) as act:
        assert (await course_of(act, anna)).lessons == len(LESSONS)
        assert await course_left(act) is None
    await take_check(firm, anna, 0)
    async with firm.act(head) as act:
        learning = (await person(act, anna)).learning
        assert learning is not None and learning.best == len(QUESTIONS)
        assert (await person(act, head)).learning is None
    async with firm.act(anna) as act:
        assert await course_left(act) is None
        assert (await course(act)).progress.right == len(QUESTIONS)


async def test_nobody_else_sees_it(firm: Firm) -> None:
    anna = await firm.person("Анна", team_id=await firm.team())
    other = await firm.person("Борис", team_id=await firm.team("Опт"))
    async with firm.act(other) as act:
        with pytest.raises(NotFound):
            await course_of(act, anna)
        with pytest.raises(NotFound):
            await course_of(act, 999)


async def test_sample_dates_lie_on_both_sides_of_the_horizon(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        card = await course(act)
        horizon = act.policy.deal_horizon_days
    assert 0 < (card.near - card.today).days <= horizon < (card.far - card.today).days
