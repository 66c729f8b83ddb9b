"""Learning the method: lessons, the check, and what leaders see of it (R12)."""

from datetime import timedelta

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.course.lessons import (
    CourseCard,
    Learning,
    after_answer,
    after_choice,
    after_start,
)
from bot.method.course.syllabus import Course, Lesson, course_with, courses_of
from bot.models.course import progress_of, set_progress
from bot.models.user import User
from bot.services.core.rights import leads
from bot.services.core.work import Act

_BEYOND = timedelta(days=7)
_SPREAD = 2_654_435_761
"""Knuth's multiplier: seconds that follow each other give seeds that are far apart."""


async def own_course(act: Act) -> CourseCard:
    """Where the actor is in the course that is taught to his role."""
    return await course(act, courses_of(act.actor.role)[0])


async def course(act: Act, which: Course) -> CourseCard:
    """Where the actor is; NotFound for a course of another role."""
    progress = await _progress(act, which)
    horizon = timedelta(days=act.policy.deal_horizon_days)
    near = min(act.calendar.ahead(act.today, 1)[0], act.today + horizon)
    return CourseCard(
        progress,
        act.policy,
        act.today,
        near,
        act.today + horizon + _BEYOND,
        tuple(other for other in courses_of(act.actor.role) if other is not which),
    )


async def choose(act: Act, lesson: Lesson, choice: int) -> CourseCard:
    """A button of an exercise was tapped."""
    before = await _progress(act, course_with(lesson))
    return await _went_on(act, before, after_choice(before, lesson, choice))


async def start_check(act: Act, which: Course, tries: int) -> CourseCard:
    """The check begins, the first or another one."""
    before = await _progress(act, which)
    seed = int(act.now.timestamp()) * _SPREAD + act.actor.id
    return await _went_on(act, before, after_start(before, tries, seed))


async def answer(act: Act, which: Course, tries: int, number: int, choice: int) -> CourseCard:
    """A question of the check was answered."""
    before = await _progress(act, which)
    return await _went_on(act, before, after_answer(before, tries, number, choice, act.now))


async def course_left(act: Act) -> Learning | None:
    """How far the actor is in the course of his role; None where its check is passed, or nobody
    asks him to pass it."""
    progress = await _asked_of(act, act.actor)
    return progress if progress is not None and progress.passed_at is None else None


async def course_of(act: Act, person_id: int) -> Learning | None:
    """How far somebody is whom the actor answers for, in the course of that person's role; None
    where nobody asks that person to pass it."""
    person = await act.session.get(User, person_id)
    if person is None or not await leads(act, person):
        raise NotFound("person")
    return await _asked_of(act, person)


async def _asked_of(act: Act, person: User) -> Learning | None:
    if person.role is Role.ADMIN:
        return None
    return await progress_of(act.session, person.id, courses_of(person.role)[0])


async def _progress(act: Act, which: Course) -> Learning:
    if which not in courses_of(act.actor.role):
        raise NotFound
    return await progress_of(act.session, act.actor.id, which)


async def _went_on(act: Act, before: Learning, after: Learning) -> CourseCard:
    if after != before:
        await set_progress(act.session, act.actor.id, after)
    return await course(act, after.course)
