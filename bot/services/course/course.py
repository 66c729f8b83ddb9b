"""Learning the method: lessons, the check, and what leaders see of it (R12)."""

from datetime import timedelta

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.course.lessons import (
    CourseCard,
    Learning,
    Lesson,
    after_answer,
    after_choice,
    after_start,
)
from bot.models.course import progress_of, set_progress
from bot.models.user import User
from bot.services.core.rights import leads
from bot.services.core.work import Act

_BEYOND = timedelta(days=7)
_SPREAD = 2_654_435_761
"""Knuth's multiplier: seconds that follow each other give seeds that are far apart."""


async def course(act: Act) -> CourseCard:
    """Where the actor is."""
    horizon = timedelta(days=act.policy.deal_horizon_days)
    near = min(act.calendar.ahead(act.today, 1)[0], act.today + horizon)
    progress = await progress_of(act.session, act.actor.id)
    return CourseCard(progress, act.policy, act.today, near, act.today + horizon + _BEYOND)


async def choose(act: Act, lesson: Lesson, choice: int) -> CourseCard:
    """A button of an exercise was tapped."""
    before = await progress_of(act.session, act.actor.id)
    return await _went_on(act, before, after_choice(before, lesson, choice))


async def start_check(act: Act, tries: int) -> CourseCard:
    """The check begins, the first or another one."""
    before = await progress_of(act.session, act.actor.id)
    seed = int(act.now.timestamp()) * _SPREAD + act.actor.id
    return await _went_on(act, before, after_start(before, tries, seed))


async def answer(act: Act, tries: int, number: int, choice: int) -> CourseCard:
    """A question of the check was answered."""
    before = await progress_of(act.session, act.actor.id)
    return await _went_on(act, before, after_answer(before, tries, number, choice, act.now))


def learns(person: User) -> bool:
    """Whether the person is asked to pass the check."""
    return person.role is Role.MANAGER


async def course_left(act: Act) -> Learning | None:
    """How far a manager is who has not passed the check; None for everybody else."""
    if not learns(act.actor):
        return None
    progress = await progress_of(act.session, act.actor.id)
    return progress if progress.passed_at is None else None


async def course_of(act: Act, person_id: int) -> Learning:
    """How far somebody is whom the actor answers for."""
    person = await act.session.get(User, person_id)
    if person is None or not await leads(act, person):
        raise NotFound("person")
    return await progress_of(act.session, person_id)


async def _went_on(act: Act, before: Learning, after: Learning) -> CourseCard:
    if after != before:
        await set_progress(act.session, act.actor.id, after)
    return await course(act)
