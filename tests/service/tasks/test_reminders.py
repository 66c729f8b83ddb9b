"""Reminders of tasks with a time: exactly once a time, anew when it moves, never stale (R10)."""

from datetime import datetime

from sqlalchemy import select

from bot.method.core.terms import Outcome, Role
from bot.models import PolicyOverride, Task, User
from bot.services.pool.handover import hand_over
from bot.services.tasks.reminders import keep_reminders, reminded
from bot.services.tasks.tasks import When, finish_task, move_task, no_answer, plan_task
from tests.builders import MOSCOW, Firm
from tests.service import seen
from tests.service.running import run_job


def when(day: int, hour: int, minute: int = 0) -> When:
    """A moment of November 2026 with its date, Moscow time."""
    at = datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)
    return When(at.date(), at)


async def tick(firm: Firm, day: int, hour: int, minute: int = 0) -> int:
    firm.clock.set(datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW))
    return (await run_job(firm, "reminders"))["reminded"]


async def planned(firm: Firm, owner: int, moment: When) -> int:
    client = await firm.client(owner)
    async with firm.act(owner) as act:
        _, task = await plan_task(act, client, None, moment)
        return task.id


async def told(firm: Firm) -> list[tuple[int, str]]:
    """To whom and when, in Moscow time."""
    rows = await seen.messages(firm, "reminder")
    return [(row.user_id, f"{row.not_before.astimezone(MOSCOW):%d %H:%M}") for row in rows]


async def said(firm: Firm, person_id: int) -> list[int | None]:
    """In how many minutes the messages say the task is; None: nothing to say any more."""
    found = []
    for row in await seen.messages(firm, "reminder"):
        async with firm.work() as work:
            person = await work.session.get_one(User, person_id)
            due = datetime.fromisoformat(row.payload["due"])
            facts = await reminded(work, person, row.payload["task"], due)
            found.append(facts.minutes if facts else None)
    return found


async def test_a_quarter_of_an_hour_before_and_once(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    await planned(firm, anna, when(24, 15))
    assert await tick(firm, 24, 14, 44) == 0
    assert await tick(firm, 24, 14, 45) == 1
    assert await said(firm, anna) == [15]
    assert [await tick(firm, 24, 14, 46), await tick(firm, 24, 15, 0)] == [0, 0]
    assert await told(firm) == [(anna, "24 14:45")]


async def test_another_rule_holds_for_what_is_planned_already_from_the_next_night_on(
    firm: Firm,
) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    task = await planned(firm, anna, when(25, 15))
    other = await planned(firm, anna, when(24, 15))
    async with firm.work() as work:
        work.session.add(PolicyOverride(name="remind_before", value="1:00", changed_at=work.now))
    firm.clock.set(datetime(2026, 11, 24, 14, 50, tzinfo=MOSCOW))
    await run_job(firm, "reconcile")
    async with firm.work() as work:
        found = {one.id: one.remind_at for one in await work.session.scalars(select(Task))}
    assert found[task] == datetime(2026, 11, 25, 14, tzinfo=MOSCOW)
    assert found[other] == datetime(2026, 11, 24, 14, 45, tzinfo=MOSCOW), "it is due, and not lost"


async def test_again_at_the_time_for_who_wants_it(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    async with firm.act(anna) as act:
        act.actor.remind_at_time = True
    await planned(firm, anna, when(24, 15))
    for minute in (40, 45, 50):
        await tick(firm, 24, 14, minute)
    await tick(firm, 24, 15)
    await tick(firm, 24, 15, 1)
    assert await told(firm) == [(anna, "24 14:45"), (anna, "24 15:00")]


async def test_a_moved_task_reminds_anew_and_the_old_message_says_nothing(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    task = await planned(firm, anna, when(24, 15))
    await tick(firm, 24, 14, 45)
    async with firm.act(anna) as act:
        await move_task(act, task, when(24, 16))
    assert await said(firm, anna) == [None]
    await tick(firm, 24, 15, 45)
    async with firm.act(anna) as act:
        await no_answer(act, task, when(24, 17))
    await tick(firm, 24, 16, 45)
    assert await told(firm) == [(anna, "24 14:45"), (anna, "24 15:45"), (anna, "24 16:45")]
    assert await said(firm, anna) == [None, None, 15]


async def test_a_task_done_or_without_a_time_is_not_reminded_of(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    done = await planned(firm, anna, when(24, 15))
    untimed = await planned(firm, anna, when(24, 15))
    async with firm.act(anna) as act:
        await finish_task(act, done, Outcome.TALKED)
    async with firm.act(anna) as act:
        await move_task(act, untimed, When(firm.in_days(1)))
    assert await tick(firm, 24, 14, 45) == 0
    late = await planned(firm, anna, when(24, 16))
    assert await tick(firm, 24, 15, 45) == 1
    async with firm.act(anna) as act:
        await finish_task(act, late, Outcome.TALKED)
    assert await said(firm, anna) == [None]


async def test_after_a_long_outage_nothing_stale_is_sent(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    await planned(firm, anna, when(24, 15))
    assert await tick(firm, 24, 15, 30) == 0
    assert await tick(firm, 25, 10) == 0
    await planned(firm, anna, when(25, 15))
    assert await tick(firm, 25, 15, 5) == 1
    assert await said(firm, anna) == [-5]


async def test_the_new_owner_is_reminded_the_way_he_wants_it(firm: Firm) -> None:
    team = await firm.team()
    igor = await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", Role.MANAGER, team)
    boris = await firm.person("Борис", Role.MANAGER, team)
    async with firm.act(boris) as act:
        act.actor.remind_minutes = 60
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await plan_task(act, client, None, when(24, 15))
    async with firm.act(igor) as act:
        await hand_over(act, client, boris)
    await tick(firm, 24, 14)
    assert await told(firm) == [(boris, "24 14:00")]


async def test_another_wish_holds_for_what_is_planned_already(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    await planned(firm, anna, when(24, 15))
    async with firm.act(anna) as act:
        act.actor.remind_minutes = 0
        await keep_reminders(act, act.actor)
    assert await tick(firm, 24, 14, 45) == 0
    async with firm.act(anna) as act:
        act.actor.remind_minutes = 5
        await keep_reminders(act, act.actor)
    assert await tick(firm, 24, 14, 55) == 1
