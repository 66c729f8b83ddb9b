"""A date that is chosen is few statements, and its client is loaded once, whatever it is for."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import select, update

from bot.clock import MovableClock
from bot.method.core.terms import Role
from bot.method.tasks.date_question import MoveReason, Purpose
from bot.models import Gap, Task
from bot.views.taps.base import Tap, pack
from bot.views.taps.nav import AskNext
from bot.views.taps.planning.walk import WalkPlan
from bot.views.taps.tasks import (
    AskAgain,
    AskMove,
    AskMoveOnce,
    BuyOn,
    MoveBecause,
    MoveTo,
    PlanOn,
    TakeDate,
    TryAgain,
)
from sandbox import Person
from tests.builders import Firm
from tests.service.seen import counted
from tests.service.test_statements import open_office, without_noise

MOST = 16
MOST_WITH_NEXT = 24
"""A stop of the walk after which the next client is shown, with the dates for it."""
ANNA, HEAD = "Анна", "Игорь"
NOON = time(12)


@dataclass(frozen=True)
class Place:
    """Anna and her head, her client with its task (both number 1), and what each of them has
    without one."""

    firm: Firm
    people: dict[str, Person]
    owners: dict[str, int]
    gaps: dict[str, int]

    @property
    def soon(self) -> date:
        return self.firm.in_days(3)

    async def told(self, who: str, tap: Tap) -> list[str]:
        """The statements of one tap."""
        with counted(self.firm.database) as statements:
            await self.people[who].taps_data(pack(tap))
        return without_noise(statements)


@pytest_asyncio.fixture
async def place(tmp_path: Path, clock: MovableClock) -> AsyncIterator[Place]:
    async with open_office(tmp_path, clock) as (database, box):
        firm = Firm(database, clock)
        team = await firm.team()
        anna = await firm.person(ANNA, Role.MANAGER, team)
        head = await firm.person(HEAD, Role.HEAD, team)
        await firm.client(anna, "Ромашка", phone="+79161234567", due=firm.in_days(0))
        gaps = {ANNA: await gap_of(firm, anna), HEAD: await gap_of(firm, head)}
        people = {name: box.person(name, number) for name, number in firm.ids.items()}
        for person in people.values():
            await person.writes("/today")
        yield Place(firm, people, {ANNA: anna, HEAD: head}, gaps)


async def gap_of(firm: Firm, owner_id: int) -> int:
    client = await firm.client(owner_id, "Без дела")
    async with firm.work() as work:
        return (await work.session.scalars(select(Gap.id).where(Gap.client_id == client))).one()


CASES: dict[str, tuple[Callable[[Place, str], Tap], str]] = {
    "plan": (lambda at, _: PlanOn(1, None, at.soon), "следующий контакт"),
    "move": (lambda at, _: MoveTo(1, at.soon), "дело перенесено"),
    "move with a time": (lambda at, _: TakeDate(Purpose.MOVE, 1, 1, at.soon, NOON), "в 12:00"),
    "move often": (lambda at, _: MoveTo(1, at.soon), "Почему?"),
    "move because": (
        lambda at, _: MoveBecause(1, at.soon, NOON, MoveReason.NO_TIME),
        "дело перенесено",
    ),
    "try again": (lambda at, _: TryAgain(1, at.soon, NOON), "попробуем ещё"),
    "try again on a date": (
        lambda at, _: TakeDate(Purpose.AGAIN, 1, 1, at.soon, NOON),
        "попробуем ещё",
    ),
    "buy": (lambda at, _: BuyOn(1, 1, at.soon), "сделка создана"),
    "walk stop": (lambda at, who: WalkPlan(at.gaps[who], at.soon), "Всё расставлено"),
    "walk stop with a time": (
        lambda at, who: TakeDate(Purpose.WALK, 1, at.gaps[who], at.soon, NOON),
        "Всё расставлено",
    ),
}


@pytest.mark.parametrize("who", [ANNA, HEAD])
@pytest.mark.parametrize("case", CASES)
async def test_a_date_is_chosen(place: Place, case: str, who: str) -> None:
    tap, shown = CASES[case]
    if case in {"move often", "move because"}:
        async with place.firm.work() as work:
            await work.session.execute(update(Task).values(moves=work.policy.moved_often))
    told = await place.told(who, tap(place, who))
    assert shown in place.people[who].screen.text
    assert loads(told) == 1, told
    assert len(told) <= MOST, told


@pytest.mark.parametrize("who", [ANNA, HEAD])
@pytest.mark.parametrize("tap", [AskMove(1), AskMoveOnce(1), AskAgain(1), AskNext(1)], ids=str)
async def test_a_date_is_asked_for(place: Place, tap: Tap, who: str) -> None:
    told = await place.told(who, tap)
    assert place.people[who].screen.rows
    assert loads(told) == 1, told
    assert len(told) <= MOST, told


@pytest.mark.parametrize("who", [ANNA, HEAD])
async def test_the_next_stop_follows(place: Place, who: str) -> None:
    await gap_of(place.firm, place.owners[who])
    told = await place.told(who, WalkPlan(place.gaps[who], place.soon))
    assert "Без дела" in place.people[who].screen.text
    assert loads(told) == 2, "the stop that is planned, and the one that follows"
    assert len(told) <= MOST_WITH_NEXT, told


def loads(told: list[str]) -> int:
    """How often a client was loaded with all that is open on it."""
    return sum("LEFT OUTER JOIN gaps" in statement for statement in told)
