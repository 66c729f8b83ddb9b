"""The morning digest comes once a person and date, wherever it goes."""

from datetime import date, time

from bot.services.day.substitutes_day import stand_in_day
from bot.services.people.settings import choose_digest, choose_evening, choose_zone
from tests.builders import Firm, at
from tests.service import seen
from tests.service.sales import Sales, tick, told


async def test_the_digest_goes_to_the_substitute_once_a_day(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna, due=date(2026, 11, 27))
    bare = await firm.client(sales.anna, "Без дела")
    await sales.goes(sales.anna, sales.boris)
    await tick(firm)
    for day, month in ((30, 11), (1, 12), (2, 12)):
        for minute in (0, 1):
            at(firm, day, 9, minute, month=month)
            await tick(firm)
    async with firm.act(sales.boris) as act:
        await choose_digest(act, time(11))
    at(firm, 2, 11, month=12)
    await tick(firm)
    dates = [row.payload["on"] for row in await seen.messages(firm, "stand_in")]
    assert dates == ["2026-11-30", "2026-12-01", "2026-12-02"]
    assert {row[0] for row in await told(firm, "stand_in")} == {sales.boris}
    assert sales.anna not in {row[0] for row in await told(firm, "digest")}
    async with firm.act(sales.boris) as act:
        shown = await stand_in_day(act, sales.anna, 0)
    assert [line.client_id for line in shown.day.lines] == [client]
    assert bare in {gap.client_id for gap in shown.gaps}
    (gap,) = await seen.gaps(firm, bare)
    assert gap.asked_at is not None
    at(firm, 7, 9, month=12)
    await tick(firm)
    assert sales.anna in {row[0] for row in await told(firm, "digest")}
    assert len(await seen.messages(firm, "stand_in")) == 3


async def test_zone_and_hours_changed_to_and_fro_give_one_digest_a_day(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna)
    await tick(firm)
    for hour, zone in ((9, "Asia/Omsk"), (10, "Europe/Moscow"), (11, "Europe/Kaliningrad")):
        at(firm, 25, hour)
        await tick(firm)
        async with firm.act(anna) as act:
            await choose_zone(act, zone)
            await choose_digest(act, act.actor.digest_at.replace(hour=hour + 1))
            await choose_evening(act, act.actor.evening_at)
        await tick(firm)
    dates = [row.payload["on"] for row in await seen.messages(firm, "digest")]
    assert dates.count("2026-11-25") == 1
