"""Reminders of tasks with a time: exactly once a time, anew when it moves, never stale (R10)."""

from datetime import datetime

from sqlalchemy import select

from bot.method.core.terms import Outcome, Role
from bot.models import PolicyOverride, Task, User
from bot.services.day import day
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


async def test_a_task_in_a_few_minutes_is_reminded_of_at_its_time(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    firm.clock.set(when(24, 12).at)
    for minute in (10, 1, 15):
        await planned(firm, anna, when(24, 12, minute))
    assert [await tick(firm, 24, 12, minute) for minute in (0, 1, 9)] == [0, 1, 0]
    assert [await tick(firm, 24, 12, minute) for minute in (10, 12, 15, 16, 30)] == [1, 0, 1, 0, 0]
    assert await told(firm) == [(anna, "24 12:01"), (anna, "24 12:10"), (anna, "24 12:15")]


async def test_it_is_reminded_of_late_after_ten_minutes_without_the_bot(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    firm.clock.set(when(24, 12).at)
    await planned(firm, anna, when(24, 12, 10))
    await planned(firm, anna, when(24, 12, 25))
    assert await tick(firm, 24, 12, 20) == 2
    assert sorted(await said(firm, anna)) == [-10, 5]
    assert await tick(firm, 24, 12, 25) == 0


async def test_a_wish_that_changes_takes_nothing_away_that_is_due_and_adds_nothing(
    firm: Firm,
) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    await planned(firm, anna, when(24, 15))
    firm.clock.set(when(24, 14, 50).at)
    async with firm.act(anna) as act:
        await keep_reminders(act, act.actor)
    assert await tick(firm, 24, 14, 50) == 1
    async with firm.act(anna) as act:
        await keep_reminders(act, act.actor)
    assert [await tick(firm, 24, 15), await tick(firm, 24, 15, 5)] == [0, 0]


async def test_back_at_the_same_time_it_is_reminded_of_once_more(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    task = await planned(firm, anna, when(24, 15))
    await tick(firm, 24, 14, 45)
    for hour in (16, 15):
        async with firm.act(anna) as act:
            await move_task(act, task, when(24, hour))
    assert [await tick(firm, 24, 15), await tick(firm, 24, 15, 1)] == [1, 0]


async def test_a_time_at_which_nobody_is_written_to_says_so(firm: Firm) -> None:
    anna = await firm.person("Анна", Role.MANAGER)
    client = await firm.client(anna)
    firm.clock.set(when(24, 17, 50).at)
    async with firm.act(anna) as act:
        for hour, minute, silent in ((17, 55, False), (18, 0, True), (20, 0, True)):
            dossier, task = await plan_task(act, client, None, when(24, hour, minute))
            assert (await day.planned(act, dossier, task)).unreminded is silent
        act.actor.remind_minutes = 0
        dossier, task = await plan_task(act, client, None, when(24, 21))
        assert not (await day.planned(act, dossier, task)).unreminded, "nobody has asked for one"
