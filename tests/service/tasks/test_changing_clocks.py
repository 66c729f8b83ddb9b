"""A local time that does not exist: what is confirmed is what stands in the plan."""

from datetime import UTC, date, datetime, time

import pytest

from bot.method.tasks.date_question import MoveDate, OnDayOff, PlanDate, Taken
from bot.method.tasks.phrases.moment import Moment
from bot.models import Task
from bot.services.day import day
from bot.services.planning import dates, quick
from bot.services.planning.dates import ToAsk, Written
from bot.services.tasks import questions
from tests.builders import Firm
from tests.service import seen

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
SPRING = [
    (BERLIN, date(2027, 3, 28), time(2, 30), time(3, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
    (BERLIN, date(2027, 3, 28), time(2), time(3), datetime(2027, 3, 28, 1, tzinfo=UTC)),
    (BERLIN, date(2027, 3, 28), time(1, 59), time(1, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
    (
        NEW_YORK,
        date(2027, 3, 14),
        time(2, 30),
        time(3, 30),
        datetime(2027, 3, 14, 7, 30, tzinfo=UTC),
    ),
    (
        "Asia/Beirut",
        date(2027, 3, 28),
        time(0, 10),
        time(1, 10),
        datetime(2027, 3, 27, 22, 10, tzinfo=UTC),
    ),
]


async def living_in(firm: Firm, zone: str, near: date) -> int:
    """Anna lives there, a few days before; her client has nothing planned."""
    firm.clock.set(datetime(near.year, near.month, near.day - 3, 9, tzinfo=UTC))
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        act.actor.zone = zone
    await firm.client(anna, "Иванов")
    return anna


async def stored(firm: Firm) -> tuple[date | None, datetime | None]:
    task = (await seen.tasks(firm, 1))[-1]
    return task.due_on, task.due_at


@pytest.mark.parametrize(("zone", "on", "said", "shown", "instant"), SPRING)
async def test_a_tapped_and_a_typed_time_is_confirmed_as_it_is_stored(
    firm: Firm, zone: str, on: date, said: time, shown: time, instant: datetime
) -> None:
    anna = await living_in(firm, zone, on)
    async with firm.act(anna) as act:
        answered = await dates.answer(act, PlanDate(1), Moment(on, said), sure=True)
        assert isinstance(answered, Written)
        assert (answered.planned.on, answered.planned.at) == (on, shown)
    assert await stored(firm) == (on, instant)
    async with firm.act(anna) as act:
        task = (await act.session.get_one(Task, 1)).id
        assert (await day.task_card(act, task)).line.due_time == shown
        questions.open_question(act, MoveDate(1, task))
        text = f"{on:%d.%m.%Y} в {said:%H:%M}"
        typed = await dates.answer_typed(act, act.actor.form or {}, text)
        assert isinstance(typed, ToAsk)
        assert isinstance(typed.why, OnDayOff)
        assert typed.why.moment == Moment(on, shown), "a Sunday is asked about as it will stand"


@pytest.mark.parametrize(("zone", "on", "said", "shown", "instant"), SPRING[:4])
async def test_the_preview_of_a_line_shows_what_will_stand_in_the_plan(
    firm: Firm, zone: str, on: date, said: time, shown: time, instant: datetime
) -> None:
    anna = await living_in(firm, zone, on)
    for line in ("Иванов {} позвонить", "Совсем Новый {} позвонить"):
        async with firm.act(anna) as act:
            preview = await quick.begin(act, line.format(f"{on:%d.%m.%Y} в {said:%H:%M}"))
            assert preview is not None
            again = await quick.choose_date(act, preview.line_id, Moment(on, said), sure=True)
            assert again.verdict == Taken(Moment(on, shown))
            _, task = await quick.save(act, preview.line_id)  # type: ignore[misc]
            assert (task.due_on, task.due_at) == (on, instant)


async def test_the_same_time_twice_is_one_task_there_as_well(firm: Firm) -> None:
    anna = await living_in(firm, BERLIN, date(2027, 3, 28))
    for _ in range(2):
        async with firm.act(anna) as act:
            moment = Moment(date(2027, 3, 28), time(2, 30))
            await dates.answer(act, PlanDate(1), moment, sure=True)
    assert len(await seen.tasks(firm, 1)) == 1
