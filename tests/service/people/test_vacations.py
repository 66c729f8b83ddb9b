"""Vacations: who sets them, who is told what, and that they end by themselves."""

from datetime import date, datetime

import pytest

from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import Role
from bot.method.people.vacation import Told, Vacation
from bot.models import User
from bot.services.day.substitutes_day import stand_in_day, vacation_notice
from bot.services.people.access import deactivate
from bot.services.people.settings import choose_zone
from bot.services.people.vacations import call_off, set_vacation, substitutes, vacation_card
from tests.builders import MOSCOW, Firm, at
from tests.service import seen
from tests.service.sales import WEEK, Sales, person, tick, told


async def test_it_begins_and_ends_by_itself_and_both_are_told_once(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    assert (await tick(firm))["vacations"] == 0
    at(firm, 30, 0, 0)
    assert [(await tick(firm))["vacations"] for _ in range(3)] == [1, 0, 0]
    began = [(sales.anna, "began", "30 09:00"), (sales.boris, "began", "30 09:00")]
    assert await told(firm, "vacation") == began
    at(firm, 4, 23, 59, month=12)
    assert (await tick(firm))["vacations"] == 0
    at(firm, 5, 0, 0, month=12)
    assert [(await tick(firm))["vacations"] for _ in range(2)] == [1, 0]
    ended = [(sales.anna, "ended", "07 09:00"), (sales.boris, "ended", "07 09:00")]
    assert await told(firm, "vacation") == began + ended
    async with firm.work() as work:
        anna = await work.session.get_one(User, sales.anna)
        back = await vacation_notice(work, anna, sales.anna, Told.ENDED)
        assert back is not None
        assert back.own
        assert await vacation_notice(work, anna, sales.anna, Told.BEGAN) is None


async def test_a_head_sets_it_for_the_team_and_nobody_else_does(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    async with firm.act(sales.head) as act:
        card = await set_vacation(act, sales.anna, WEEK, None)
        assert (card.vacation, card.own) == (WEEK, False)
        with pytest.raises(NotFound, match="person"):
            await set_vacation(act, sales.admin, WEEK, None)
    assert await told(firm, "alone") == []
    async with firm.act(sales.boris) as act:
        with pytest.raises(NotFound, match="person"):
            await vacation_card(act, sales.anna)
        with pytest.raises(NotFound, match="person"):
            await call_off(act, sales.anna)


async def test_who_may_stand_in(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    async with firm.act(sales.anna) as act:
        people = await substitutes(act, sales.anna, WEEK, 0)
        assert {one.person_id for one in people.lines} == {sales.head, sales.boris, sales.admin}
        for nobody in (sales.anna, sales.stranger, 999):
            with pytest.raises(NotFound, match="person"):
                await set_vacation(act, sales.anna, WEEK, nobody)
    await sales.goes(sales.boris, None, Vacation(date(2026, 12, 4), date(2026, 12, 9)))
    async with firm.act(sales.anna) as act:
        with pytest.raises(NotNow, match="substitute-away"):
            await set_vacation(act, sales.anna, WEEK, sales.boris)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ((date(2026, 11, 20), date(2026, 11, 23)), "vacation-past"),
        ((date(2026, 11, 23), date(2026, 11, 30)), "vacation-past"),
        ((date(2026, 11, 30), date(2027, 12, 1)), "vacation-long"),
        ((date(2027, 12, 1), date(2027, 12, 2)), "vacation-far"),
    ],
)
async def test_dates_that_make_no_vacation(firm: Firm, days: tuple[date, date], code: str) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        with pytest.raises(Invalid, match=code):
            await set_vacation(act, anna, Vacation(*days), None)


async def test_today_is_the_persons_own(firm: Firm) -> None:
    """Tuesday evening in Moscow is Wednesday in Kamchatka: Tuesday is over there."""
    anna, boris = await firm.person("Анна"), await firm.person("Борис", Role.ADMIN)
    async with firm.act(anna) as act:
        await choose_zone(act, "Asia/Kamchatka")
    at(firm, 24, 22)
    async with firm.act(anna) as act:
        with pytest.raises(Invalid, match="vacation-past"):
            await set_vacation(act, anna, Vacation(date(2026, 11, 24), date(2026, 11, 25)), None)
        wednesday = Vacation(date(2026, 11, 25), date(2026, 11, 25))
        assert (await set_vacation(act, anna, wednesday, boris)).under_way
    at(firm, 25, 16)
    assert (await tick(firm))["vacations"] == 1
    assert (await person(firm, anna)).away_told == Told.ENDED


async def test_it_is_called_off_and_cut_short(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    async with firm.act(sales.anna) as act:
        assert (await call_off(act, sales.anna)).vacation is None
        with pytest.raises(Stale, match="vacation-over"):
            await call_off(act, sales.anna)
    assert await told(firm, "vacation") == []
    await sales.goes(sales.anna, sales.boris)
    at(firm, 2, 10, month=12)
    await tick(firm)
    async with firm.act(sales.anna) as act:
        await set_vacation(act, sales.anna, Vacation(WEEK.first, date(2026, 12, 3)), sales.boris)
        await call_off(act, sales.anna)
    await tick(firm)
    codes = [(who, code) for who, code, _ in await told(firm, "vacation")]
    assert codes == [
        (sales.anna, "began"),
        (sales.boris, "began"),
        (sales.anna, "ended"),
        (sales.boris, "ended"),
    ]
    anna = await person(firm, sales.anna)
    assert anna.digest_due_at == datetime(2026, 12, 3, 9, tzinfo=MOSCOW)
    async with firm.act(sales.boris) as act:
        with pytest.raises(Stale):
            await stand_in_day(act, sales.anna, 0)


async def test_another_substitute_in_between(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    at(firm, 1, 10, month=12)
    await tick(firm)
    await sales.goes(sales.anna, sales.head)
    await sales.goes(sales.anna, sales.head)
    codes = [(who, code) for who, code, _ in await told(firm, "vacation")]
    assert codes[2:] == [(sales.boris, "ended"), (sales.head, "began")]


async def test_a_substitute_whose_access_ends_leaves_nobody(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna, due=date(2026, 12, 1))
    await sales.goes(sales.anna, sales.boris)
    at(firm, 30, 10)
    await tick(firm)
    async with firm.act(sales.admin) as act:
        await deactivate(act, sales.boris)
    assert (await person(firm, sales.anna)).substitute_id is None
    assert [(who, code) for who, code, _ in await told(firm, "alone")] == [
        (sales.head, "substitute-gone")
    ]
    at(firm, 4, 12, month=12)
    await tick(firm)
    assert await seen.gaps(firm, client) == []


async def test_a_substitute_who_goes_away_himself_leaves_nobody(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    await sales.goes(sales.boris, sales.head, Vacation(date(2026, 12, 3), date(2026, 12, 9)))
    assert (await person(firm, sales.anna)).substitute_id is None
    assert [(who, code) for who, code, _ in await told(firm, "alone")] == [
        (sales.head, "substitute-gone")
    ]
