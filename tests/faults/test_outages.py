"""Every kind of trouble, for a minute, an hour and half a day from nine on, on both databases."""

import pytest

from bot.clock import MovableClock
from bot.db import Database
from sandbox.faults import FaultKind
from tests.builders import Firm
from tests.service.mornings import HALF_A_DAY, HOUR, MINUTE, ill, morning
from tests.service.schedules import happens, schedule
from tests.service.sending import office

KINDS: tuple[FaultKind, ...] = (
    "500",
    "500_after",
    "502_html",
    "502_after",
    "drop_before",
    "drop_after",
    "hang_before",
    "hang",
    "429",
)


@pytest.mark.parametrize("seconds", [MINUTE, HOUR, HALF_A_DAY])
@pytest.mark.parametrize("kind", KINDS)
async def test_everybody_hears_of_everything(
    database: Database, clock: MovableClock, kind: FaultKind, seconds: int
) -> None:
    async with office(Firm(database, clock)) as made:
        story = await morning(made)
        await ill(story, kind, seconds)
        story.is_told(until_noon=seconds != HALF_A_DAY)


@pytest.mark.parametrize("seed", range(100, 130))
async def test_what_was_decided_is_delivered(
    database: Database, clock: MovableClock, seed: int
) -> None:
    plan = schedule(seed)
    async with office(Firm(database, clock)) as made:
        story = await morning(made)
        await happens(story, plan)
        story.is_told(until_noon=plan.is_well_before_noon)
