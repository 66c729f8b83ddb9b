"""The database names the same next task as the rule does, whatever the day is like."""

import random
from datetime import datetime, timedelta

from bot.method.core.terms import DealStatus, Direction
from bot.method.day.rounds import following, waits
from bot.models.client import Client
from bot.models.deal import Deal
from bot.models.next_task import is_of_day, next_of_day, waiting_of_day
from bot.models.task import Task
from bot.services.day.day import day_lines, first_task
from tests.builders import Firm

_TASKS = 30


def _task(
    chance: random.Random, firm: Firm, client_id: int, deal_id: int | None
) -> dict[str, object]:
    now = firm.clock.now()
    if chance.random() < 0.15:
        arrived = now - timedelta(minutes=chance.randrange(600))
        return {"direction": Direction.INBOUND, "arrived_at": arrived}
    on = firm.in_days(chance.choice((-3, -1, -1, 0, 0, 0, 0, 1)))
    midnight = datetime.combine(on, datetime.min.time(), tzinfo=now.tzinfo)
    at = midnight + timedelta(minutes=15 * chance.randrange(24, 72))
    timed = chance.random() < 0.4
    return {
        "direction": Direction.OUTBOUND,
        "due_on": on,
        "due_at": at if timed else None,
        "attempts": chance.choice((0, 0, 1)),
        "deal_id": deal_id,
    }


async def _day(firm: Firm, chance: random.Random) -> int:
    owner = await firm.person("Анна")
    now = firm.clock.now()
    async with firm.database.transaction() as session:
        for number in range(_TASKS):
            client = Client(
                name=f"Клиент {number}",
                owner_id=owner,
                client_class=chance.choice((None, "A", "B", "C")),
                last_touch_at=chance.choice((None, now - timedelta(days=chance.randrange(9)))),
                created_at=now - timedelta(days=chance.randrange(9)),
            )
            session.add(client)
            await session.flush()
            deal_id = None
            if chance.random() < 0.3:
                deal = Deal(
                    client_id=client.id,
                    status=DealStatus.OPEN,
                    amount=chance.choice((None, 100, 5000)),
                    currency="RUB",
                    created_at=now,
                )
                session.add(deal)
                await session.flush()
                deal_id = deal.id
            values = _task(chance, firm, client.id, deal_id)
            session.add(Task(client_id=client.id, owner_id=owner, created_at=now, **values))
    return owner


async def test_what_waits_is_what_the_rule_lets_wait(firm: Firm) -> None:
    chance = random.Random(5)
    owner = await _day(firm, chance)
    async with firm.act(owner) as act:
        lines = await day_lines(act)
        rows = await waiting_of_day(act.session, owner, act.now, act.today)
        waiting = {line.task_id for line in lines if waits(line, act.local_now)}
        assert {row[0].id for row in rows} == waiting != set()
        mine = {line.task_id for line in lines}
        found = [await is_of_day(act.session, owner, act.today, id_) for id_ in range(_TASKS + 2)]
        assert {id_ for id_, is_mine in enumerate(found) if is_mine} == mine
        assert not await is_of_day(act.session, owner + 1, act.today, min(mine))


async def test_as_the_rule_says_until_nothing_is_left(firm: Firm) -> None:
    chance = random.Random(4)
    owner = await _day(firm, chance)
    async with firm.act(owner) as act:
        for turn in range(_TASKS):
            lines = await day_lines(act)
            skipped = tuple(
                line.task_id for line in chance.sample(lines, min(len(lines), turn % 4))
            )
            if turn % 9 == 8:
                skipped = tuple(chance.sample([line.task_id for line in lines], len(lines)))
            expected = following(lines, skipped, act.local_now)
            found = await next_of_day(act.session, owner, act.now, act.today, skipped)
            assert found == (expected.task_id if expected else None, len(lines)), turn
            if expected is None:
                break
            besides = [line for line in lines if line.task_id != expected.task_id]
            other = following(besides, (), act.local_now), len(lines)
            assert await first_task(act, besides=expected.task_id) == other
            task = await act.session.get_one(Task, expected.task_id)
            await act.session.delete(task)
            await act.session.flush()
        assert turn > _TASKS / 2
