"""The morning's report: once a working day, to whoever leads, with nothing to say nothing (R12)."""

from datetime import date

from bot.method.company.cards import RuleChange
from bot.method.core.terms import Role
from bot.method.report.periods import ReportPeriod
from bot.services.company.rules import change_rule
from bot.services.report.messages import ReportMessage
from bot.telegram.render.report import report
from bot.views.words import Words
from tests.builders import Firm, at
from tests.service import seen
from tests.service.running import run_job

RU = Words("ru")


async def sent(firm: Firm) -> list[tuple[str, str]]:
    """The days and periods of what was queued."""
    rows = await seen.messages(firm, "report")
    return [(row.payload["on"], row.payload["period"]) for row in rows]


async def look(firm: Firm, day: int, hour: int, minute: int = 0) -> int:
    at(firm, day, hour, minute)
    return (await run_job(firm, "report"))["reports"]


async def test_it_comes_once_at_half_past_nine_of_working_days(firm: Firm) -> None:
    await firm.person("Олег", Role.HEAD)
    await firm.person("Анна")
    await look(firm, 24, 9)
    assert [await look(firm, 24, 9, 29), await look(firm, 24, 9, 30)] == [0, 1]
    assert [await look(firm, 24, 9, 31), await look(firm, 24, 17)] == [0, 0]
    for day in (25, 26, 27, 28, 29, 30):
        await look(firm, day, 9, 30)
    assert await sent(firm) == [
        *((f"2026-11-{day}", "y") for day in (24, 25, 26, 27)),
        ("2026-11-30", "l"),
    ]


async def test_another_hour_holds_from_the_next_look_on_and_never_twice(firm: Firm) -> None:
    await firm.person("Олег", Role.HEAD)
    admin = await firm.person("Игорь", Role.ADMIN)
    await look(firm, 24, 9)
    async with firm.act(admin) as act:
        await change_rule(act, RuleChange("report_at", "09:30", "09:10"))
    assert [await look(firm, 24, 9, 5), await look(firm, 24, 9, 10)] == [0, 2]
    async with firm.act(admin) as act:
        await change_rule(act, RuleChange("report_at", "09:10", "10:00"))
    assert await look(firm, 24, 10) == 0
    assert len(await sent(firm)) == 2


async def test_nobody_with_clients_is_no_report(firm: Firm) -> None:
    at(firm, 23, 17)
    oleg, anna = await firm.person("Олег", Role.HEAD), await firm.person("Анна")
    at(firm, 24, 9)
    about = ReportMessage(date(2026, 11, 24), ReportPeriod.LAST_DAY)
    async with firm.act(oleg) as act:
        assert await report(act, about, RU) is None
    await firm.client(anna)
    async with firm.act(oleg) as act:
        screen = await report(act, about, RU)
    assert screen is not None
    assert "Анна" in screen.text
    async with firm.act(anna) as act:
        assert await report(act, about, RU) is None
    at(firm, 25, 9)
    async with firm.act(oleg) as act:
        assert await report(act, about, RU) is None


async def test_whoever_came_when_the_time_was_over_is_not_judged_by_it(firm: Firm) -> None:
    at(firm, 24, 23, 59)
    oleg, anna = await firm.person("Олег", Role.HEAD), await firm.person("Анна")
    at(firm, 25, 0)
    boris = await firm.person("Борис")
    for person in (anna, boris):
        await firm.client(person)
    at(firm, 25, 9, 30)
    async with firm.act(oleg) as act:
        yesterday = await report(act, ReportMessage(act.today, ReportPeriod.LAST_DAY), RU)
        week = await report(act, ReportMessage(act.today, ReportPeriod.LAST_WEEK), RU)
    assert yesterday is not None
    assert "Анна" in yesterday.text
    assert "Борис" not in yesterday.text
    assert week is None
