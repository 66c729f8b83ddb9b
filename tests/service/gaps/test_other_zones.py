"""A manager in Vladivostok, a head in Moscow: each reads days and hours by the own clock, and is
told where the other's shows another hour."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import update

from bot.method.core.terms import Role
from bot.method.report.numbers import NumberKind
from bot.method.report.periods import ReportPeriod
from bot.method.tasks.date_question import DayTimes, PlanDate
from bot.method.tasks.phrases.moment import Moment
from bot.models import Gap, Task, User
from bot.services.clients.clients import client_card
from bot.services.day.day import task_card
from bot.services.gaps.decisions import give_day
from bot.services.gaps.neglect import gaps_for_message, gaps_of_client
from bot.services.planning import dates
from bot.services.planning.dates import Written
from bot.services.report.lists import number_list
from bot.services.tasks.tasks import When, move_task
from bot.views.gaps.gaps import decision_screen, escalation_screen
from bot.views.report.lists import list_screen
from bot.views.tasks.card import task_screen
from bot.views.tasks.dates import times_screen
from bot.views.tasks.next_step import planned_screen
from bot.views.words import Words
from tests.builders import Firm, at
from tests.service import seen
from tests.unit.views.shown import plain

WORDS = Words("ru")
EAST, MOSCOW = "Asia/Vladivostok", "Europe/Moscow"
SEVEN = "🕘 Время — ваше. Другой пояс: Анна (+7 ч)."


async def company(firm: Firm, zone: str = EAST, heads: str = MOSCOW) -> tuple[int, int]:
    """The manager and the head, each where they live; it is Tuesday 24.11, 09:00 in Moscow."""
    team = await firm.team()
    igor = await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", team_id=team)
    for person, lives in ((anna, zone), (igor, heads)):
        async with firm.work() as work:
            (await work.session.get_one(User, person)).zone = lives
    return anna, igor


async def first_task(firm: Firm, client: int) -> int:
    return (await seen.tasks(firm, client))[0].id


async def read(firm: Firm, reader: int, task_id: int) -> list[str]:
    async with firm.act(reader) as act:
        return plain(task_screen(WORDS, await task_card(act, task_id))).splitlines()


def says(lines: Sequence[str], what: str) -> bool:
    return any(what in line for line in lines)


@pytest.mark.parametrize(
    ("due", "hers", "his"),
    [
        (datetime(2026, 11, 24, 15, tzinfo=UTC), "завтра в 01:00", "сегодня в 18:00"),
        (datetime(2026, 11, 24, 23, tzinfo=UTC), "завтра в 09:00", "завтра в 02:00"),
    ],
)
async def test_a_task_with_a_time_has_the_day_and_hour_of_who_reads(
    firm: Firm, due: datetime, hers: str, his: str
) -> None:
    anna, igor = await company(firm)
    client = await firm.client(anna, due=firm.in_days(1))
    task = await first_task(firm, client)
    async with firm.work() as work:
        (await work.session.get_one(Task, task)).due_at = due
    own, others = await read(firm, anna, task), await read(firm, igor, task)
    assert says(own, hers)
    assert not says(own, "🕘")
    assert says(others, his)
    assert says(others, SEVEN)


async def test_in_one_zone_nothing_is_said_of_clocks(firm: Firm) -> None:
    anna, igor = await company(firm, MOSCOW)
    task = await first_task(firm, await firm.client(anna, due=firm.in_days(1)))
    assert not says(await read(firm, igor, task), "🕘")


async def test_what_a_head_plans_is_shown_by_his_clock(firm: Firm) -> None:
    anna, igor = await company(firm)
    ask = PlanDate(await firm.client(anna))
    async with firm.act(igor) as act:
        times = await dates.times(act, ask, firm.in_days(1))
        assert isinstance(times, DayTimes)
        assert SEVEN in plain(times_screen(WORDS, times, ask, sure=False))
    assert "завтра, ср 25.11 в 10:00" in await planned_by(firm, igor, ask, time(10))
    assert says(await read(firm, anna, await first_task(firm, ask.client_id)), "завтра в 17:00")
    late = PlanDate(await firm.client(anna, "Лютик"))
    # It is the day after there.
    assert "завтра, ср 25.11 в 20:00" in await planned_by(firm, igor, late, time(20))


async def planned_by(firm: Firm, reader: int, ask: PlanDate, tomorrow: time) -> str:
    async with firm.act(reader) as act:
        made = await dates.answer(act, ask, Moment(firm.in_days(1), tomorrow), sure=True)
        assert isinstance(made, Written)
        text = plain(planned_screen(WORDS, made.planned))
        assert SEVEN in text
        return text


async def test_an_hour_in_the_escalation_is_the_head_s(firm: Firm) -> None:
    """The end of Anna's working day is eleven in the morning for him."""
    anna, igor = await company(firm)
    client = await firm.client(anna)
    async with firm.act(igor) as act:
        given = await give_day(act, client)
        assert WORDS.moment(given.until, act.today) == "завтра в 11:00"
        page = await gaps_of_client(act, client)
        said = [plain(decision_screen(WORDS, page))]
        (gap,) = page.lines
        told = await gaps_for_message(act, act.actor, [gap.gap_id])
        screen = escalation_screen(WORDS, told)
        assert screen is not None
        said.append(plain(screen))
    for text in said:
        assert "завтра в 11:00" in text
        assert text.splitlines()[-1] == SEVEN
    async with firm.act(anna) as act:
        own = await gaps_for_message(act, act.actor, [gap.gap_id])
        assert (own.lines[0].given_until or act.now).hour == 18
        assert own.lines[0].clock is None


async def test_without_an_hour_nothing_is_said_of_clocks(firm: Firm) -> None:
    anna, igor = await company(firm)
    client = await firm.client(anna)
    async with firm.act(igor) as act:
        assert "🕘" not in decision_screen(WORDS, await gaps_of_client(act, client)).text


async def test_the_day_of_the_pool_is_that_of_who_reads(firm: Firm) -> None:
    """Six in the evening in Kaliningrad is two in the night after for a head in Vladivostok."""
    anna, igor = await company(firm, "Europe/Kaliningrad", EAST)
    client = await firm.client(anna)
    async with firm.work() as work:
        asked = {"asked_at": firm.clock.now()}
        await work.session.execute(update(Gap).where(Gap.client_id == client).values(asked))
    at(firm, 27, 12)
    (gap,) = await seen.gaps(firm, client)
    shown = {}
    for reader in (anna, igor):
        async with firm.act(reader) as act:
            page = await gaps_for_message(act, act.actor, [gap.id])
            card = await client_card(act, client)
            assert card.gap is not None
            assert card.gap.pool_on == page.lines[0].pool_on
            shown[reader] = page.lines[0].pool_on
    assert shown == {anna: date(2026, 12, 1), igor: date(2026, 12, 2)}


async def test_the_hours_behind_a_number_are_the_reader_s(firm: Firm) -> None:
    anna, igor = await company(firm)
    task = await first_task(firm, await firm.client(anna, due=firm.in_days(0)))
    async with firm.act(anna) as act:
        await move_task(act, task, When(firm.in_days(2)))
    for reader, hour, note in ((igor, "09:00", True), (anna, "16:00", False)):
        async with firm.act(reader) as act:
            found = await number_list(act, anna, NumberKind.MOVES, ReportPeriod.TODAY)
            text = plain(list_screen(WORDS, found))
            assert hour in text
            assert (SEVEN in text) is note
