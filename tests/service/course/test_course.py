"""Learning: kept between taps, once for two taps, seen by who leads (R12)."""

import pytest

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.course.lessons import Learning
from bot.method.course.syllabus import SYLLABUSES, Course, Lesson
from bot.services.course.course import (
    answer,
    choose,
    course_left,
    course_of,
    own_course,
    start_check,
)
from bot.services.course.course import course as course_card
from bot.services.people.people import person
from tests.builders import Firm

WORK = SYLLABUSES[Course.WORK]


async def learn(firm: Firm, who: int, course: Course = Course.WORK) -> None:
    for lesson, right in SYLLABUSES[course].exercises.items():
        for _ in range(2):
            async with firm.act(who) as act:
                await choose(act, lesson, right)


async def take_check(firm: Firm, who: int, tries: int, course: Course = Course.WORK) -> None:
    async with firm.act(who) as act:
        await start_check(act, course, tries)
    for number in range(len(SYLLABUSES[course].questions)):
        for choice in (1, 2):
            async with firm.act(who) as act:
                await answer(act, course, tries + 1, number, choice)


async def test_a_manager_learns_and_the_head_sees_it(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", team_id=team)
    head = await firm.person("Олег", Role.HEAD, team)
    async with firm.act(anna) as act:
        assert await course_left(act) == Learning()
    await learn(firm, anna)
    async with firm.act(head) as act:
        learned = await course_of(act, anna)
        assert learned is not None and learned.lessons == len(WORK.lessons)
    await take_check(firm, anna, 0)
    async with firm.act(head) as act:
        learning = (await person(act, anna)).learning
        assert learning is not None and learning.best == len(WORK.questions)
    async with firm.act(anna) as act:
        assert await course_left(act) is None
        assert (await own_course(act)).progress.right == len(WORK.questions)


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
        card = await own_course(act)
        horizon = act.policy.deal_horizon_days
    assert 0 < (card.near - card.today).days <= horizon < (card.far - card.today).days


async def test_a_head_learns_to_judge_and_the_admin_sees_it(firm: Firm) -> None:
    head = await firm.person("Олег", Role.HEAD, await firm.team())
    admin = await firm.person("Ольга", Role.ADMIN)
    async with firm.act(head) as act:
        assert await course_left(act) == Learning(course=Course.JUDGING)
        assert (await own_course(act)).others == (Course.WORK,)
    await learn(firm, head, Course.JUDGING)
    await take_check(firm, head, 0, Course.JUDGING)
    async with firm.act(admin) as act:
        learning = (await person(act, head)).learning
        assert learning is not None and learning.passed_at is not None
        assert learning.course is Course.JUDGING
        assert await course_left(act) is None
        assert (await person(act, admin)).learning is None
    async with firm.act(head) as act:
        assert await course_left(act) is None
        assert (await course_card(act, Course.WORK)).progress == Learning()


async def test_the_course_of_leaders_is_no_managers(firm: Firm) -> None:
    anna = await firm.person("Анна", team_id=await firm.team())
    async with firm.act(anna) as act:
        with pytest.raises(NotFound):
            await course_card(act, Course.JUDGING)
        with pytest.raises(NotFound):
            await choose(act, Lesson.NUMBERS, 1)
        with pytest.raises(NotFound):
            await start_check(act, Course.JUDGING, 0)
