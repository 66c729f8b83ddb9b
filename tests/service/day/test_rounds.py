"""Work mode in the database: where somebody is, what others do meanwhile, the score."""

from datetime import datetime, timedelta

import pytest

from bot.method.core.refusals import Stale
from bot.method.core.terms import DealStatus, Outcome, Role
from bot.method.day.rounds import RoundTurn, Score
from bot.services.core import undo
from bot.services.core.work import Act
from bot.services.day.day import task_card
from bot.services.day.rounds import begin, next_turn, skip, stop
from bot.services.deals.deals import close_deal, wants_to_buy
from bot.services.tasks.postponing import postpone
from bot.services.tasks.tasks import When, finish_task, move_task, no_answer, plan_task
from tests.builders import MOSCOW, Firm, at


async def turn(firm: Firm, person: int) -> RoundTurn | Score:
    async with firm.act(person) as act:
        begin(act)
        return await next_turn(act)


async def task_of(firm: Firm, person: int) -> int:
    now = await turn(firm, person)
    assert isinstance(now, RoundTurn)
    return now.card.line.task_id


async def three(firm: Firm) -> int:
    """Anna and three tasks for today, numbered 1 to 3."""
    anna = await firm.person("Анна")
    for name in ("Ромашка", "Лютик", "Василёк"):
        await firm.client(anna, name, due=firm.in_days(0))
    return anna


async def test_skipping_goes_round_and_is_remembered(firm: Firm) -> None:
    anna = await three(firm)
    met = []
    for _ in range(5):
        met.append(await task_of(firm, anna))
        async with firm.act(anna) as act:
            await skip(act, met[-1])
    assert met == [1, 2, 3, 1, 2]


async def test_the_same_skip_twice_from_another_device_is_one(firm: Firm) -> None:
    anna = await three(firm)
    for _ in range(2):
        async with firm.act(anna) as act:
            await skip(act, 1)
    assert await task_of(firm, anna) == 2


async def test_what_a_head_has_done_meanwhile_is_passed_over(firm: Firm) -> None:
    anna = await three(firm)
    olga = await firm.person("Ольга", Role.ADMIN)
    assert await task_of(firm, anna) == 1
    async with firm.act(olga) as act:
        await finish_task(act, 1, Outcome.TALKED)
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await skip(act, 1)
    assert await task_of(firm, anna) == 2


async def test_the_score_is_of_this_person_and_day(firm: Firm) -> None:
    anna = await three(firm)
    olga = await firm.person("Ольга", Role.ADMIN)
    async with firm.act(anna) as act:
        dossier = await finish_task(act, 1, Outcome.TALKED)
        await plan_task(act, dossier.client.id, None, When(firm.in_days(3)))
        await move_task(act, 2, When(firm.in_days(1)))
    async with firm.act(olga) as act:
        await finish_task(act, 3, Outcome.TALKED)
    async with firm.act(anna) as act:
        score = await stop(act)
    assert (score.done, score.moved, score.left, score.gaps) == (1, 1, 0, 1)
    firm.moved(days=1)
    async with firm.act(anna) as act:
        score = await stop(act)
    assert (score.done, score.moved, score.left) == (0, 0, 1)


async def test_who_did_not_answer_waits_and_the_mode_ends(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(0))
    at = firm.clock.now() + timedelta(hours=1)
    async with firm.act(anna) as act:
        begin(act)
        await no_answer(act, 1, When(firm.in_days(0), at))
    async with firm.act(anna) as act:
        score = await next_turn(act)
        assert not act.in_round
    assert isinstance(score, Score)
    assert [line.task_id for line in score.waiting] == [1]
    firm.moved(hours=1)
    assert await task_of(firm, anna) == 1


async def test_yesterdays_round_is_over(firm: Firm) -> None:
    anna = await three(firm)
    async with firm.act(anna) as act:
        await skip(act, 1)
    late: datetime = firm.moved(days=1)
    async with firm.act(anna) as act:
        assert not act.in_round
    assert await task_of(firm, anna) == 1, late


async def test_what_was_taken_back_does_not_count(firm: Firm) -> None:
    anna = await three(firm)
    async with firm.act(anna) as act:
        await plan_task(act, 1, None, When(firm.in_days(0)), title="Ещё одно")
    for make in (finish, move, to_tomorrow):
        async with firm.act(anna) as act:
            undo.begin(act)
            await make(act)
            step = await undo.keep(act)
        async with firm.act(anna) as act:
            await undo.take_back(act, step or 0)
    async with firm.act(anna) as act:
        await finish(act)
    async with firm.act(anna) as act:
        score = await stop(act)
    assert (score.done, score.moved, score.left) == (1, 0, 3)
    async with firm.act(anna) as act:
        await to_tomorrow(act)
    async with firm.act(anna) as act:
        assert (await stop(act)).moved == 3


async def to_tomorrow(act: Act) -> None:
    await postpone(act, act.today)


async def test_the_last_card_taken_back_is_one_of_the_round_again(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(0))
    assert await task_of(firm, anna) == 1
    for make in (finish, again_today):
        async with firm.act(anna) as act:
            await make(act)
            assert isinstance(await next_turn(act), Score)
        async with firm.act(anna) as act:
            assert not act.in_round
            await undo.take_back(act, firm.last_step or 0)
            assert (await task_card(act, 1)).in_round
    firm.moved(minutes=5)
    async with firm.act(anna) as act:
        await stop(act)
    async with firm.act(anna) as act:
        await finish(act)
    async with firm.act(anna) as act:
        await undo.take_back(act, firm.last_step or 0)
        assert not act.in_round, "it was done outside the work mode"


async def again_today(act: Act) -> None:
    await no_answer(act, 1, When(act.today, act.now + timedelta(hours=1)))


async def finish(act: Act) -> None:
    await finish_task(act, 1, Outcome.TALKED)


async def move(act: Act) -> None:
    await move_task(act, 2, When(act.today + timedelta(days=1)))


async def test_a_sale_at_a_task_is_taken_back_with_the_task(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        made = await wants_to_buy(act, client, When(firm.in_days(0)))
        deal, task = made.deal.id, made.task.id
    async with firm.act(anna) as act:
        undo.begin(act)
        await close_deal(act, deal, DealStatus.WON, task_id=task)
        step = await undo.keep(act)
    async with firm.act(anna) as act:
        assert (await stop(act)).done == 1
        await undo.take_back(act, step or 0)
    async with firm.act(anna) as act:
        score = await stop(act)
        assert (score.done, score.left) == (0, 1)
    assert await task_of(firm, anna) == task


async def test_the_largest_deal_comes_first_and_what_has_a_time_at_its_time(firm: Firm) -> None:
    at(firm, 24, 10, 20)
    anna = await three(firm)
    pion = await firm.client(anna, "Пион")
    async with firm.act(anna) as act:
        await wants_to_buy(act, 2, When(firm.in_days(0)), amount=5_000_000, currency="RUB")
        await wants_to_buy(act, 3, When(firm.in_days(0)), amount=24_000_000, currency="RUB")
        five = datetime(2026, 11, 24, 17, tzinfo=MOSCOW)
        await plan_task(act, pion, None, When(five.date(), five))
    met = []
    while isinstance(now := await turn(firm, anna), RoundTurn):
        met.append(now.card.line.client_name)
        async with firm.act(anna) as act:
            await finish_task(act, now.card.line.task_id, Outcome.TALKED)
    assert met == ["Василёк", "Лютик", "Ромашка"]
    assert [line.client_name for line in now.waiting] == ["Пион"]
    at(firm, 24, 16, 45)
    now = await turn(firm, anna)
    assert isinstance(now, RoundTurn)
    assert now.card.line.client_name == "Пион"
