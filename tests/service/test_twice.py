"""The same tap twice has its effect once."""

import pytest

from bot.method.core.refusals import Stale
from bot.method.core.terms import Outcome
from bot.models.dossier import dossier_of_client
from bot.services.deals.deals import wants_to_buy
from bot.services.tasks.tasks import When, finish_task, move_task, no_answer, plan_task
from tests.builders import Firm


async def test_a_plan(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    for _ in range(2):
        async with firm.act(anna) as act:
            await plan_task(act, client, None, When(firm.in_days(3)))
    async with firm.work() as work:
        dossier = await dossier_of_client(work.session, client)
        assert len(dossier.tasks) == 1


async def test_a_move_and_an_attempt(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=firm.in_days(0))
    at = firm.clock.now().replace(hour=12)
    for _ in range(2):
        async with firm.act(anna) as act:
            await move_task(act, 1, When(firm.in_days(3)))
        async with firm.act(anna) as act:
            _, task = await move_task(act, 1, When(firm.in_days(3)))
    assert task.moves == 1
    for _ in range(2):
        async with firm.act(anna) as act:
            _, task = await no_answer(act, 1, When(firm.in_days(0), at))
    assert task.attempts == 1
    assert client == 1


async def test_a_deal(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await wants_to_buy(act, client, When(firm.in_days(3)))
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await wants_to_buy(act, client, When(firm.in_days(3)))
    firm.moved(minutes=2)
    async with firm.act(anna) as act:
        made = await wants_to_buy(act, client, When(firm.in_days(3)))
    assert len(made.dossier.deals) == 2


async def test_a_deal_of_another_name_is_no_repeat(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    for title in ("Столы", "Стулья"):
        async with firm.act(anna) as act:
            made = await wants_to_buy(act, client, When(firm.in_days(3)), title=title)
    assert [deal.title for deal in made.dossier.deals] == ["Столы", "Стулья"]
    for title in ("Столы", None):
        with pytest.raises(Stale):
            async with firm.act(anna) as act:
                await wants_to_buy(act, client, When(firm.in_days(3)), title=title)


async def test_an_outcome(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(0))
    async with firm.act(anna) as act:
        await finish_task(act, 1, Outcome.TALKED)
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await finish_task(act, 1, Outcome.TALKED)
