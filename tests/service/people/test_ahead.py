"""The substitute and the head hear of a vacation before it begins, and whose each client is."""

from datetime import date, datetime

import pytest

from bot.method.core.refusals import NotFound, Stale
from bot.method.day.rounds import RoundTurn, Score
from bot.method.people.vacation import Vacation
from bot.services.day import rounds
from bot.services.day.substitutes_day import stand_in_day
from bot.services.people.vacations import call_off, set_vacation
from bot.services.tasks.reminders import reminded
from bot.services.tasks.tasks import When, plan_task
from bot.views.people.vacation import stand_in_screen
from bot.views.taps.vacation import StartStandIn
from bot.views.words import Words
from tests.builders import MOSCOW, Firm, at
from tests.service import seen
from tests.service.chats import behind
from tests.service.people.test_teams import shown
from tests.service.running import run_job
from tests.service.sales import WEEK, Sales, person, tick, told


async def test_both_are_told_when_it_is_set_with_how_much_falls_into_it(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    for on in (WEEK.first, WEEK.last, date(2026, 12, 7), date(2026, 11, 27)):
        await firm.client(sales.anna, due=on)
    await sales.goes(sales.anna, sales.boris)
    found = dict(await shown(firm, "vacation_ahead"))
    assert found.keys() == {sales.boris, sales.head}
    assert "Вы будете замещать: <b>Анна Петрова</b>" in found[sales.boris]
    assert "Замещает Борис Сидоров" in found[sales.head]
    assert all("Дел на эти дни: 2" in text for text in found.values())


async def test_both_are_told_on_the_working_day_before_once(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    at(firm, 26, 23, 59)
    assert (await tick(firm))["vacations"] == 0
    at(firm, 27, 9)
    assert [(await tick(firm))["vacations"] for _ in range(2)] == [1, 0]
    soon = [one for one in await told(firm, "vacation_ahead") if one[1] == "soon"]
    assert {who for who, *_ in soon} == {sales.boris, sales.head}
    assert len(soon) == 2
    at(firm, 30, 9)
    assert (await tick(firm))["vacations"] == 1
    assert (await person(firm, sales.anna)).away_told == "began"


async def test_set_on_the_day_before_is_said_once(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    at(firm, 27, 10)
    await sales.goes(sales.anna, sales.boris)
    assert (await tick(firm))["vacations"] == 0
    codes = [(who, code) for who, code, _ in await told(firm, "vacation_ahead")]
    assert sorted(codes) == sorted([(sales.head, "set"), (sales.boris, "set")])


async def test_who_set_it_is_not_told_and_one_called_off_is(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    async with firm.act(sales.head) as act:
        await set_vacation(act, sales.anna, WEEK, sales.boris)
    found = await shown(firm, "vacation_ahead")
    assert sorted(who for who, _ in found) == sorted([sales.boris, sales.anna])
    assert dict(found)[sales.anna].startswith("🏖 Вам поставили отпуск: пн 30.11")
    firm.moved(minutes=1)
    async with firm.act(sales.anna) as act:
        await call_off(act, sales.anna)
    found = [text for who, text in await shown(firm, "vacation_ahead") if who == sales.boris]
    assert found[0] == ""
    assert "Замещать не нужно: <b>Анна Петрова</b>" in found[1]


@pytest.mark.parametrize("with_substitute", [True, False])
async def test_who_is_to_stay_reads_that_somebody_else_has_called_it_off(
    firm: Firm, with_substitute: bool
) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris if with_substitute else None)
    firm.moved(minutes=1)
    async with firm.act(sales.head) as act:
        await call_off(act, sales.anna)
    found = [text for who, text in await shown(firm, "vacation_ahead") if who == sales.anna]
    assert found == ["🏖 Ваш отпуск отменён: пн 30.11 – пт 04.12."]


async def test_another_substitute_takes_the_place_of_the_first(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    firm.moved(minutes=1)
    await sales.goes(sales.anna, sales.head)
    codes = [(who, code) for who, code, _ in await told(firm, "vacation_ahead")]
    assert (sales.boris, "off") in codes
    assert (sales.head, "set") in codes[2:]
    texts = [text for who, text in await shown(firm, "vacation_ahead") if who == sales.boris]
    assert [bool(text) for text in texts] == [False, True]


async def test_the_substitute_works_the_day_off_card_by_card(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    theirs = await firm.client(sales.anna, "Ромашка", due=WEEK.first)
    await firm.client(sales.boris, "Своя", due=WEEK.first)
    await sales.goes(sales.anna, sales.boris)
    async with firm.act(sales.boris) as act:
        with pytest.raises(Stale, match="stand-in-over"):
            await rounds.begin_for(act, sales.anna)
    at(firm, 30, 10)
    await tick(firm)
    async with firm.act(sales.boris) as act:
        screen = stand_in_screen(Words("ru"), await stand_in_day(act, sales.anna, 0))
        assert screen is not None
        assert behind(screen, "▶️") == StartStandIn(sales.anna)
        await rounds.begin_for(act, sales.anna)
        turn = await rounds.next_turn(act)
        assert isinstance(turn, RoundTurn)
        assert turn.card.line.client_id == theirs
        await rounds.skip(act, turn.card.line.task_id)
        assert act.actor.round is not None
        assert act.actor.round["for"] == sales.anna
        rounds.begin(act, own=True)
        turn = await rounds.next_turn(act)
        assert isinstance(turn, RoundTurn)
        assert turn.card.line.client_name == "Своя"
    async with firm.act(sales.stranger) as act:
        with pytest.raises(NotFound, match="person"):
            await rounds.begin_for(act, sales.anna)


async def test_the_round_is_over_once_the_vacation_is(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.anna, due=WEEK.first)
    await sales.goes(sales.anna, sales.boris)
    at(firm, 30, 10)
    await tick(firm)
    async with firm.act(sales.boris) as act:
        await rounds.begin_for(act, sales.anna)
    async with firm.act(sales.anna) as act:
        await call_off(act, sales.anna)
    async with firm.act(sales.boris) as act:
        assert isinstance(await rounds.next_turn(act), Score)


async def test_reminders_and_nudges_say_whose_client_it_is(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna, due=WEEK.last)
    await firm.client(sales.anna, "Без дела")
    await sales.goes(sales.anna, sales.boris, Vacation(WEEK.first, WEEK.last))
    at(firm, 30, 9)
    await tick(firm)
    due = datetime(2026, 12, 1, 12, tzinfo=MOSCOW)
    async with firm.act(sales.anna) as act:
        await plan_task(act, client, None, When(due.date(), due))
    (*_, task) = await seen.tasks(firm, client)
    async with firm.act(sales.boris) as act:
        said = await reminded(act, act.actor, task.id, due)
        assert said is not None
        assert said.instead_of == "Анна Петрова"
    for hour in (10, 11, 12, 15):
        at(firm, 30, hour, 5)
        await run_job(firm, "nudges")
    texts = [text for who, text in await shown(firm, "nudge") if who == sales.boris]
    assert texts
    assert all("вместо: Анна Петрова" in text for text in texts)
