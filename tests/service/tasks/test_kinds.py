"""Kinds of tasks: outcomes of their own, and the time in the digest."""

from datetime import timedelta

import pytest

from bot.method.core.refusals import Invalid
from bot.method.core.terms import Outcome, TaskKind
from bot.method.tasks.kinds import Workload
from bot.models import Client, Task
from bot.services.day.day import morning
from bot.services.tasks.tasks import When, finish_task, plan_task
from tests.builders import Firm


async def test_a_task_ends_only_in_a_way_of_its_kind(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await plan_task(act, client, None, When(firm.in_days(0)), kind=TaskKind.MEETING)
    for outcome in (Outcome.ACCEPTED, Outcome.WON, Outcome.NO_ANSWER):
        with pytest.raises(Invalid):
            async with firm.act(anna) as act:
                await finish_task(act, 1, outcome)
    async with firm.act(anna) as act:
        await finish_task(act, 1, Outcome.MET)
        task = await act.session.get_one(Task, 1)
        assert (task.kind, task.outcome) == (TaskKind.MEETING, Outcome.MET)


async def test_a_meeting_that_did_not_happen_is_no_touch(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await plan_task(act, client, None, When(firm.in_days(0)), kind=TaskKind.MEETING)
        dossier = await finish_task(act, 1, Outcome.NOT_HELD)
        assert dossier.gap_of(None) is not None
    async with firm.act(anna) as act:
        assert (await act.session.get_one(Client, client)).last_touch_at is None


async def test_the_digest_counts_time_and_shows_the_next_week_on_friday(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    tomorrow = When(firm.in_days(1))
    for kind in TaskKind:
        async with firm.act(anna) as act:
            await plan_task(act, client, None, tomorrow, kind=kind)
    async with firm.act(anna) as act:
        days = dict((await morning(act)).next_days)
    assert days[firm.in_days(1)] == Workload(4, timedelta(hours=1, minutes=55))
    assert len(days) == 3
    while firm.in_days(0).weekday() != 4:
        firm.moved(days=1)
    async with firm.act(anna) as act:
        shown = [day for day, _ in (await morning(act)).next_days]
    assert shown == [firm.in_days(3 + n) for n in range(5)]
