"""Own days of the company: what an admin changes holds for deadlines, the ladder and mornings."""

from datetime import date, datetime, time

import pytest

from bot.handlers.company import calendar as screens
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import Role
from bot.models import User
from bot.services.company import calendar, rules
from bot.views.taps.calendar import OpenCompanyDay, OpenCompanyMonth, SetDay, UndoDay, WeighDay
from tests.builders import MOSCOW, Firm, at
from tests.service import seen
from tests.service.chats import TAP, behind, chat, text
from tests.service.running import run_job

THURSDAY, SATURDAY = date(2026, 11, 26), date(2026, 11, 28)
MORNING_AND_EVENING = ("digest", "report", "evening")


async def works(firm: Firm, day: date) -> bool:
    async with firm.work() as work:
        return work.calendar.is_working(day)


async def set_day(firm: Firm, admin: int, on: date, value: str) -> None:
    async with firm.act(admin) as act:
        card = await calendar.day_card(act, on)
        await calendar.change_day(act, on, card.day.own, value)


async def test_a_day_off_and_a_working_saturday_hold_from_the_next_tap_on(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    await set_day(firm, admin, THURSDAY, "off")
    await set_day(firm, admin, SATURDAY, "work")
    assert (await works(firm, THURSDAY), await works(firm, SATURDAY)) == (False, True)
    await set_day(firm, admin, SATURDAY, "-")
    assert not await works(firm, SATURDAY)
    async with firm.act(admin) as act:
        month = await calendar.company_month(act, 2026, 11)
        assert [(day.on, day.own) for day in month.own] == [(THURSDAY, "off")]
        # The numbers beside them are read as ever.
        assert (await rules.rule_card(act, "deal_horizon_days")).line.value == "14"


async def test_the_ladder_waits_over_an_own_day_off_and_the_morning_comes_after_it(
    firm: Firm,
) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    anna = await firm.person("Анна")
    at(firm, 25, 17, 30)
    client = await firm.client(anna)
    await run_job(firm, "digest")
    await set_day(firm, admin, THURSDAY, "off")
    await run_job(firm, "rules")
    (gap,) = await seen.gaps(firm, client)
    assert gap.next_step_at == datetime(2026, 11, 27, 9, 30, tzinfo=MOSCOW)
    await run_job(firm, "digest")
    async with firm.work() as work:
        due = (await work.session.get_one(User, anna)).digest_due_at
        assert due == datetime(2026, 11, 27, 9, tzinfo=MOSCOW)


async def test_a_saturday_made_a_working_day_has_all_that_a_day_has(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    await firm.client(await firm.person("Анна"), due=SATURDAY)
    at(firm, 27, 19)
    for job in MORNING_AND_EVENING:
        await run_job(firm, job)
    await set_day(firm, admin, SATURDAY, "work")
    assert [await queued_at(firm, 28, 8, 59), await queued_at(firm, 28, 9)] == [[], [2, 0, 0]]
    assert [await queued_at(firm, 28, 9, 30), await queued_at(firm, 28, 18)] == [
        [0, 1, 0],
        [0, 0, 1],
    ]


async def test_a_day_that_works_after_all_at_ten_has_its_morning_then_and_once(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    await firm.client(await firm.person("Анна"), due=SATURDAY)
    await queued_at(firm, 27, 9, 30)
    assert await queued_at(firm, 28, 9, 30) == []
    at(firm, 28, 10)
    await set_day(firm, admin, SATURDAY, "work")
    assert await queued_at(firm, 28, 10) == [2, 1, 0]
    await set_day(firm, admin, date(2026, 11, 30), "off")
    assert await queued_at(firm, 28, 10, 5) == []


async def queued_at(firm: Firm, day: int, hour: int, minute: int = 0) -> list[int]:
    """How many digests, reports and evening checks a tick decides then; empty: nothing is."""
    at(firm, day, hour, minute)
    counts = [sum((await run_job(firm, job)).values()) for job in MORNING_AND_EVENING]
    return counts if any(counts) else []


async def test_a_short_day_ends_early_and_its_hours_are_not_counted(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    anna = await firm.person("Анна")
    at(firm, 25, 10)
    await set_day(firm, admin, THURSDAY, "15:00")
    async with firm.work() as work:
        clock = work.time_of(await work.session.get_one(User, anna))
        noon, evening = (datetime(2026, 11, 26, hour, tzinfo=MOSCOW) for hour in (12, 18))
        assert clock.between(noon, evening).seconds == 3 * 3600
        assert clock.end_of_day(THURSDAY) == datetime(2026, 11, 26, 15, tzinfo=MOSCOW)
        assert not clock.contains(datetime(2026, 11, 26, 16, tzinfo=MOSCOW))


async def test_what_can_not_be_is_refused(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    head = await firm.person("Игорь", Role.HEAD)
    async with firm.act(admin) as act:
        for on, value, refusal, code in (
            (date(2026, 11, 23), "off", NotNow, "day-past"),
            (date(2028, 1, 1), "off", NotNow, "day-far"),
            (THURSDAY, "holiday", Invalid, "day-unreadable"),
            (THURSDAY, "09:00", Invalid, "day-short"),
            (THURSDAY, "18:00", Invalid, "day-short"),
            (THURSDAY, "-", NotNow, "day-same"),
        ):
            with pytest.raises(refusal, match=code):
                await calendar.propose_day(act, on, value)
        month = await calendar.company_month(act, 2035, 1)
        assert (month.year, month.month, month.later) == (2027, 12, False)
        assert (await calendar.company_month(act, 1999, 1)).month == 11
    async with firm.act(head) as act:
        with pytest.raises(NotFound):
            await calendar.company_month(act, 2026, 11)
        with pytest.raises(NotFound):
            await calendar.change_day(act, THURSDAY, "-", "off")


async def test_a_year_without_a_decree_is_marked(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    async with firm.act(admin) as act:
        assert not (await calendar.company_month(act, 2026, 11)).provisional
    firm.clock.set(datetime(2040, 11, 24, 10, tzinfo=MOSCOW))
    async with firm.act(admin) as act:
        assert (await calendar.company_month(act, 2041, 3)).provisional


async def test_from_the_month_to_the_change_and_back(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    anna = await firm.person("Анна")
    await firm.client(anna, due=THURSDAY)
    async with chat(firm, admin) as ctx:
        month = await screens.open_month(TAP, OpenCompanyMonth(2026, 11), ctx)
        opened = behind(month, "26")
        assert opened == OpenCompanyDay(THURSDAY)
        screen = await screens.open_day(TAP, OpenCompanyDay(THURSDAY), ctx)
        weighed = behind(screen, "🏖")
        assert weighed == WeighDay(THURSDAY, "off")
        asked = await screens.weigh(TAP, WeighDay(THURSDAY, "off"), ctx)
        assert "Дел на этот день: 1. Они остаются на своей дате." in text(asked)
        assert "ждут рабочего дня: пт 27.11" in text(asked)
        sure = behind(asked, "✅")
        assert sure == SetDay(THURSDAY, "-", "off")
    async with chat(firm, admin) as ctx:
        screen = await screens.set_day(TAP, SetDay(THURSDAY, "-", "off"), ctx)
        back = behind(screen, "↩️")
        assert isinstance(back, UndoDay)
    async with chat(firm, admin) as ctx:
        with pytest.raises(Stale, match="day-moved"):
            await screens.set_day(TAP, SetDay(THURSDAY, "-", "work"), ctx)
    async with chat(firm, admin) as ctx:
        await screens.undo_day(TAP, back, ctx)
    assert await works(firm, THURSDAY)
    async with chat(firm, admin) as ctx:
        with pytest.raises(Stale, match="day-moved"):
            await screens.undo_day(TAP, back, ctx)


def test_a_short_day_is_known_by_its_date_only() -> None:
    from bot.method.company.calendar import with_own_days
    from bot.method.core.workdays import WorkCalendar

    made = with_own_days(WorkCalendar(), {THURSDAY: "15:00", SATURDAY: "16:00"})
    assert (made.ends_on(THURSDAY), made.ends_on(date(2026, 11, 27))) == (time(15), time(18))
    assert made.is_working(SATURDAY)
    assert not made.without({SATURDAY}).is_working(SATURDAY)
