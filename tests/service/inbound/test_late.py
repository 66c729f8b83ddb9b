"""Inbound that waits longer than its deadline: first its owner, in the evening the head (R9)."""

from bot.jobs.job import Counts
from bot.method.core.terms import Outcome, Role, TaskKind
from bot.models import OutboxMessage, Task, User
from bot.models.arrival import Arrival, ArrivalState
from bot.services.core.messages import Ending
from bot.services.core.rights import require_client
from bot.services.inbound.late import late_for_message
from bot.services.pool.handover import hand_over
from bot.services.tasks.arrived import bring_inbound
from bot.services.tasks.tasks import finish_task
from tests.builders import MOSCOW, Firm, at
from tests.service import seen
from tests.service.running import decide, end_messages, run_job


async def sales(firm: Firm) -> tuple[int, int]:
    team = await firm.team()
    head = await firm.person("Игорь", Role.HEAD, team)
    return head, await firm.person("Анна", Role.MANAGER, team)


async def tick(firm: Firm, day: int, hour: int, minute: int = 0) -> Counts:
    at(firm, day, hour, minute)
    return await run_job(firm, "nudges")


async def writes(firm: Firm, owner: int, name: str) -> int:
    """A client with a plan writes; the inbound task."""
    client = await firm.client(owner, name, due=firm.in_days(1))
    async with firm.act(owner) as act:
        dossier = await require_client(act, client)
        arrival = Arrival(
            user_id=owner,
            state=ArrivalState.DONE,
            kind=TaskKind.LETTER,
            sender={},
            arrived_at=act.now,
            created_at=act.now,
        )
        act.session.add(arrival)
        task, _ = await bring_inbound(act, dossier, arrival)
        return task.id


def told(rows: list[OutboxMessage]) -> list[tuple[int, str, list[int]]]:
    """To whom, when in Moscow time, of which inbound."""
    return [
        (row.user_id, f"{row.not_before.astimezone(MOSCOW):%d %H:%M}", row.payload["late"])
        for row in rows
    ]


async def names(firm: Firm, person: int, kind: str) -> list[str]:
    """The clients that the last message of this kind names now."""
    (*_, message) = await seen.messages(firm, kind)
    async with firm.work() as work:
        reader = await work.session.get_one(User, person)
        late = await late_for_message(work, reader, message.payload["late"])
        return [one.line.client_name for one in late]


async def test_the_owner_at_the_deadline_the_head_after_the_day(firm: Firm) -> None:
    head, anna = await sales(firm)
    at(firm, 24, 9, 30)
    task = await writes(firm, anna, "Ромашка")
    assert (await tick(firm, 24, 13, 29))["nudged"] == 0
    assert (await tick(firm, 24, 13, 30))["nudged"] == 1
    assert (await tick(firm, 24, 13, 31))["nudged"] == 0
    assert told(await seen.messages(firm, "nudge")) == [(anna, "24 13:30", [task])]
    assert (await tick(firm, 24, 17, 59))["escalated"] == 0
    assert (await tick(firm, 24, 18))["escalated"] == 1
    assert (await tick(firm, 25, 9))["escalated"] == 0
    assert told(await seen.messages(firm, "escalation")) == [(head, "25 09:00", [task])]
    assert await names(firm, head, "escalation") == ["Ромашка"]
    async with firm.act(anna) as act:
        await finish_task(act, task, Outcome.HANDLED)
    assert await names(firm, head, "escalation") == []


async def test_handled_in_time_nobody_hears_of_it(firm: Firm) -> None:
    _, anna = await sales(firm)
    task = await writes(firm, anna, "Ромашка")
    at(firm, 24, 12)
    async with firm.act(anna) as act:
        await finish_task(act, task, Outcome.HANDLED)
    await tick(firm, 24, 13)
    await tick(firm, 24, 18)
    assert await seen.messages(firm, "nudge") == []
    assert await seen.messages(firm, "escalation") == []


async def test_late_inbound_and_gaps_are_one_message_an_hour(firm: Firm) -> None:
    _, anna = await sales(firm)
    at(firm, 24, 9, 30)
    first = await writes(firm, anna, "Ромашка")
    at(firm, 24, 12, 30)
    await firm.client(anna, "Котов")
    assert (await tick(firm, 24, 13, 30))["nudged"] == 2
    (message,) = await seen.messages(firm, "nudge")
    assert message.payload["late"] == [first]
    assert len(message.payload["gaps"]) == 1
    at(firm, 24, 9, 45)
    second = await writes(firm, anna, "Белова")
    assert (await tick(firm, 24, 13, 45))["nudged"] == 0
    assert (await tick(firm, 24, 14, 30))["nudged"] == 1
    assert told(await seen.messages(firm, "nudge"))[1:] == [(anna, "24 14:30", [second])]


async def written_after_the_digest(firm: Firm, hour: int) -> tuple[int, int, int]:
    """The head, Anna, and what a client of hers has written on Tuesday at this hour."""
    head, anna = await sales(firm)
    at(firm, 24, 10)
    await run_job(firm, "digest")
    at(firm, 24, hour)
    return head, anna, await writes(firm, anna, "Ромашка")


async def test_the_digest_is_the_message_of_its_hour(firm: Firm) -> None:
    """What fell due when the day was over is no second message beside the one that names it, nor
    one an hour later."""
    _, anna, task = await written_after_the_digest(firm, 14)
    for hour, minute in ((9, 0), (9, 59), (10, 0), (13, 59), (14, 0), (14, 1)):
        at(firm, 25, hour, minute)
        await run_job(firm, "digest")
        await run_job(firm, "nudges")
    sent = [
        f"{row.not_before.astimezone(MOSCOW):%d %H:%M}"
        for row in await seen.messages(firm, "digest")
    ]
    assert sent[-1] == "25 09:00"
    assert told(await seen.messages(firm, "nudge")) == [(anna, "25 14:00", [task])]


async def test_what_becomes_late_after_the_digest_is_news(firm: Firm) -> None:
    _, anna, task = await written_after_the_digest(firm, 15)
    for hour in (9, 10, 14):
        at(firm, 25, hour)
        await run_job(firm, "digest")
        await run_job(firm, "nudges")
    assert told(await seen.messages(firm, "nudge")) == [(anna, "25 10:00", [task])]


async def test_a_digest_that_nobody_got_has_named_nothing(firm: Firm) -> None:
    _, anna, task = await written_after_the_digest(firm, 14)
    at(firm, 25, 9)
    await decide(firm, "digest")
    await decide(firm, "nudges")
    await end_messages(firm, Ending.DROPPED)
    await tick(firm, 25, 10)
    assert told(await seen.messages(firm, "nudge")) == [(anna, "25 10:00", [task])]


async def test_the_head_hears_of_a_named_one_at_the_end_of_the_day(firm: Firm) -> None:
    head, _, task = await written_after_the_digest(firm, 14)
    at(firm, 25, 9)
    await run_job(firm, "digest")
    await tick(firm, 25, 14)
    await tick(firm, 25, 18)
    assert told(await seen.messages(firm, "escalation")) == [(head, "26 09:00", [task])]


async def test_who_gets_the_client_gets_the_reminder(firm: Firm) -> None:
    head, anna = await sales(firm)
    async with firm.work() as work:
        team = (await work.session.get_one(User, anna)).team_id
    boris = await firm.person("Борис", Role.MANAGER, team)
    at(firm, 24, 9, 30)
    task = await writes(firm, anna, "Ромашка")
    async with firm.work() as work:
        client = (await work.session.get_one(Task, task)).client_id
    async with firm.act(head) as act:
        await hand_over(act, client, boris)
    await tick(firm, 24, 13, 30)
    assert told(await seen.messages(firm, "nudge")) == [(boris, "24 13:30", [task])]


async def test_one_of_the_evening_waits_for_the_next_working_day(firm: Firm) -> None:
    head, anna = await sales(firm)
    at(firm, 24, 15)
    task = await writes(firm, anna, "Ромашка")
    await tick(firm, 24, 18)
    await tick(firm, 25, 9)
    assert await seen.messages(firm, "nudge") == []
    await tick(firm, 25, 10)
    await tick(firm, 25, 18)
    assert told(await seen.messages(firm, "nudge")) == [(anna, "25 10:00", [task])]
    assert told(await seen.messages(firm, "escalation")) == [(head, "26 09:00", [task])]
