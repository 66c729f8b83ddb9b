"""Telegram is ill, or the sender dies, when much is to be said: everybody hears of everything."""

import pytest

from sandbox.faults import FaultKind
from tests.builders import Firm
from tests.service.mornings import HALF_A_DAY, HOUR, MARK, MINUTE, NINE, afterwards, ill, morning
from tests.service.schedules import ABANDONED, happens, schedule
from tests.service.sending import STEPS, Step, office

OUTAGES: list[tuple[FaultKind, int]] = [
    ("hang", MINUTE),
    ("502_html", HOUR),
    ("429", HOUR),
    ("500_after", HALF_A_DAY),
]
"""Each kind of trouble for each of these times is in the long runs."""
DEATHS = 3
"""As many as there are messages: what is said to one person at nine is one."""
SCHEDULES = 3
"""Many more are in the long runs."""


@pytest.mark.parametrize(("kind", "seconds"), OUTAGES)
async def test_everybody_hears_of_everything(firm: Firm, kind: FaultKind, seconds: int) -> None:
    async with office(firm) as made:
        story = await morning(made)
        await ill(story, kind, seconds)
        story.is_told(until_noon=seconds != HALF_A_DAY)


@pytest.mark.parametrize("step", STEPS)
async def test_the_sender_dies_at_each_message(firm: Firm, step: Step) -> None:
    """Whatever was not begun comes as if nothing had been; what was comes again, marked."""
    async with office(firm) as made:
        story = await morning(made)
        made.dies_at(step)
        await made.at(NINE)
        for _ in range(DEATHS):
            await made.restarts(step)
            await made.later(ABANDONED)
        await made.restarts()
        await afterwards(made)
        story.is_told()
        marked = [post.text for post in made.box.delivered if MARK in post.text]
        assert bool(marked) == (step != "chosen")


@pytest.mark.parametrize("step", STEPS)
async def test_what_a_dead_sender_had_comes_without_another_death(firm: Firm, step: Step) -> None:
    """The next one starts sooner than it may take the message for abandoned, and lives."""
    async with office(firm) as made:
        story = await morning(made)
        made.dies_at(step)
        await made.at(NINE)
        await made.restarts()
        await afterwards(made)
        story.is_told()


@pytest.mark.parametrize("seed", range(SCHEDULES))
async def test_what_was_decided_is_delivered(firm: Firm, seed: int) -> None:
    """Whatever happens in whatever order."""
    plan = schedule(seed)
    async with office(firm) as made:
        story = await morning(made)
        await happens(story, plan)
        story.is_told(until_noon=plan.is_well_before_noon)
