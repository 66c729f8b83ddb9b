"""Vacations: who works the clients meanwhile, who is told what, and that it ends by itself."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.jobs import digest, ladder, recheck, reminders, vacations
from bot.jobs.room import Counts, Room
from bot.method.inbound import Sender
from bot.method.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.terms import GapStep, Outcome, PoolReason, Role
from bot.method.vacation import Told, Vacation
from bot.models import User
from bot.services.asking import next_step
from bot.services.clients import client_card
from bot.services.day import day as my_tasks
from bot.services.inbound import Message, pass_on, receive
from bot.services.people import deactivate
from bot.services.people import person as person_line
from bot.services.pool import preview
from bot.services.releasing import release
from bot.services.reminders import reminded
from bot.services.rights import require_client
from bot.services.search import find, my_clients
from bot.services.settings import choose_digest, choose_evening, choose_zone
from bot.services.stand_in_day import stand_in_day, vacation_notice
from bot.services.tasks import When, finish_task, plan_task
from bot.services.vacations import call_off, set_vacation, substitutes, vacation_card
from tests.builders import COMPANY, Firm
from tests.service import seen

MOSCOW = ZoneInfo("Europe/Moscow")
PHONE = "+79161234567"
WEEK = Vacation(date(2026, 11, 30), date(2026, 12, 4))
"""Monday to Friday of the week after the tests' Tuesday."""


class Sales:
    """A head, two managers of his team, a colleague of another team, an admin."""

    def __init__(self, firm: Firm) -> None:
        self.firm = firm

    async def hire(self) -> "Sales":
        team, other = await self.firm.team(), await self.firm.team("Опт")
        self.head = await self.firm.person("Игорь Ропов", Role.HEAD, team)
        self.anna = await self.firm.person("Анна Петрова", Role.MANAGER, team)
        self.boris = await self.firm.person("Борис Сидоров", Role.MANAGER, team)
        self.stranger = await self.firm.person("Вера Чужая", Role.MANAGER, other)
        self.admin = await self.firm.person("Ольга", Role.ADMIN)
        return self

    async def goes(self, who: int, stands_in: int | None, days: Vacation = WEEK) -> None:
        async with self.firm.act(who) as act:
            await set_vacation(act, who, days, stands_in)


def at(firm: Firm, day: int, hour: int, minute: int = 0, month: int = 11) -> None:
    """Move to a moment, Moscow time."""
    wanted = datetime(2026, month, day, hour, minute, tzinfo=MOSCOW)
    firm.clock.move(wanted - firm.clock.now())


async def tick(firm: Firm) -> Counts:
    """What the ticker does every few seconds, as far as it matters here."""
    room = Room(firm.database, firm.clock, COMPANY)
    counts = dict(await vacations.run_once(room))
    for job in (recheck, digest, ladder):
        counts.update(await job.run_once(room))
    return counts


async def told(firm: Firm, kind: str) -> list[tuple[int, str, str]]:
    """To whom, what, and on which day and hour in Moscow."""
    return [
        (
            row.user_id,
            str(row.payload.get("code", row.payload.get("person", ""))),
            f"{row.not_before.astimezone(MOSCOW):%d %H:%M}",
        )
        for row in await seen.messages(firm, kind)
    ]


async def person(firm: Firm, person_id: int) -> User:
    async with firm.work() as work:
        return await work.session.get_one(User, person_id)


async def test_the_substitute_works_the_clients_during_the_vacation_and_only_then(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna, phone=PHONE, due=date(2026, 11, 27))
    (task,) = await seen.tasks(firm, client)
    await sales.goes(sales.anna, sales.boris)

    async def refused(who: int) -> None:
        async with firm.act(who) as act:
            with pytest.raises(NotFound, match="client"):
                await require_client(act, client)
            assert (await find(act, "Ромашка")).page.total == 0

    await refused(sales.boris)
    at(firm, 30, 10)
    await refused(sales.stranger)
    async with firm.act(sales.boris) as act:
        assert (await client_card(act, client)).owner_name == "Анна Петрова"
        assert (await find(act, "Ромашка")).page.total == 1
        assert (await my_clients(act, 0)).total == 1
        await finish_task(act, task.id, Outcome.TALKED)
        ask = await next_step(act, client)
        assert [str(one.on) for one in ask.presets[:2]] == ["2026-12-01", "2026-12-03"]
        assert not ask.can_release
        with pytest.raises(NotNow, match="release-by-head-only"):
            await release(act, client, PoolReason.NOT_ACTIVE)
        await plan_task(act, client, None, When(date(2026, 12, 1)))
    assert [one.owner_id for one in await seen.tasks(firm, client)] == [sales.anna] * 2
    at(firm, 5, 0, 1, month=12)
    await refused(sales.boris)
    async with firm.act(sales.boris) as act:
        with pytest.raises(Stale, match="stand-in-over"):
            await stand_in_day(act, sales.anna, 0)
    async with firm.act(sales.stranger) as act:
        with pytest.raises(NotFound, match="person"):
            await stand_in_day(act, sales.anna, 0)


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
    dates = [row.payload["date"] for row in await seen.messages(firm, "stand_in")]
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


async def test_the_reminder_goes_to_the_substitute_and_the_escalation_to_the_head(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    at(firm, 30, 9)
    await tick(firm)
    client = await firm.client(sales.anna)
    at(firm, 30, 10)
    assert (await tick(firm))["nudged"] == 1
    assert [row.user_id for row in await seen.messages(firm, "nudge")] == [sales.boris]
    at(firm, 30, 17)
    assert (await tick(firm))["escalated"] == 1
    assert [row.user_id for row in await seen.messages(firm, "escalation")] == [sales.head]
    (gap,) = await seen.gaps(firm, client)
    assert (gap.owner_id, gap.step) == (sales.anna, GapStep.ESCALATED)


async def test_without_a_substitute_the_ladder_waits_and_the_head_is_told(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    at(firm, 27, 17, 30)
    client = await firm.client(sales.anna)
    await sales.goes(sales.anna, None)
    assert await told(firm, "told") == [(sales.head, "vacation-alone", "27 17:30")]
    for day, month in ((30, 11), (1, 12), (4, 12)):
        at(firm, day, 12, month=month)
        await tick(firm)
    assert await seen.messages(firm, "nudge") == []
    assert await seen.messages(firm, "escalation") == []
    reached = {row[0] for kind in ("digest", "stand_in") for row in await told(firm, kind)}
    assert sales.anna not in reached
    at(firm, 7, 9, 29, month=12)
    await tick(firm)
    assert await seen.messages(firm, "nudge") == []
    at(firm, 7, 9, 30, month=12)
    await tick(firm)
    assert [row.user_id for row in await seen.messages(firm, "nudge")] == [sales.anna]
    (gap,) = await seen.gaps(firm, client)
    assert gap.step is GapStep.NUDGED


async def test_the_grace_of_an_overdue_task_waits_only_where_nobody_stands_in(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna, due=date(2026, 11, 27))
    at(firm, 30, 12)
    await sales.goes(sales.anna, None)
    at(firm, 4, 12, month=12)
    await tick(firm)
    assert await seen.gaps(firm, client) == []
    await sales.goes(sales.anna, sales.boris)
    await tick(firm)
    assert len(await seen.gaps(firm, client)) == 1


async def test_an_inbound_reaches_the_substitute(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.anna, phone=PHONE, due=date(2026, 12, 1))
    await sales.goes(sales.anna, sales.boris)
    at(firm, 30, 10)
    await tick(firm)
    message = Message(Sender(phones=(PHONE,)), "Перезвоните", firm.clock.now(), "k1")
    async with firm.act(sales.stranger) as act:
        held = await receive(act, message)
        await pass_on(act, held.arrival_id)
    assert [row.user_id for row in await seen.messages(firm, "inbound")] == [sales.boris]
    async with firm.act(sales.boris) as act:
        mine = Message(Sender(phones=(PHONE,)), "И ещё", firm.clock.now(), "k2")
        await receive(act, mine)
    # What he has brought himself he need not be told of.
    assert len(await seen.messages(firm, "inbound")) == 1


async def test_a_head_sets_it_for_the_team_and_nobody_else_does(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    async with firm.act(sales.head) as act:
        card = await set_vacation(act, sales.anna, WEEK, None)
        assert (card.vacation, card.own) == (WEEK, False)
        with pytest.raises(NotFound, match="person"):
            await set_vacation(act, sales.admin, WEEK, None)
    assert await told(firm, "told") == []
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
    assert [(who, code) for who, code, _ in await told(firm, "told")] == [
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
    assert [(who, code) for who, code, _ in await told(firm, "told")] == [
        (sales.head, "substitute-gone")
    ]


async def test_hand_outs_skip_people_on_vacation(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    at(firm, 30, 10)
    await sales.goes(sales.anna, sales.boris)
    async with firm.act(sales.head) as act:
        assert set((await preview(act, 5)).people) == {sales.boris, sales.stranger}
        assert set((await preview(act, 5, sales.anna)).people) == {sales.anna}


async def test_a_head_on_vacation_leaves_escalations_to_the_admins(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.anna)
    await sales.goes(sales.head, None, Vacation(date(2026, 11, 24), date(2026, 11, 27)))
    at(firm, 24, 10)
    await tick(firm)
    at(firm, 24, 18)
    at(firm, 25, 9)
    await tick(firm)
    assert [row.user_id for row in await seen.messages(firm, "escalation")] == [sales.admin]


async def test_presets_skip_the_days_of_a_vacation_to_come(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 27, 10)
    await sales.goes(sales.anna, sales.boris)
    async with firm.act(sales.head) as act:
        on = [one.on for one in (await next_step(act, client)).presets[:2]]
    assert on == [date(2026, 12, 7)] * 2


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
    dates = [row.payload["date"] for row in await seen.messages(firm, "digest")]
    assert dates.count("2026-11-25") == 1


async def test_the_reminder_of_a_timed_task_goes_to_the_substitute(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna)
    at(firm, 27, 10)
    async with firm.act(sales.anna) as act:
        noon = datetime(2026, 11, 30, 12, tzinfo=MOSCOW)
        await plan_task(act, client, None, When(noon.date(), noon))
    room = Room(firm.database, firm.clock, COMPANY)
    await sales.goes(sales.anna, None)
    await sales.goes(sales.anna, sales.boris)
    at(firm, 30, 11, 45)
    assert await reminders.run_once(room) == {"reminded": 1}
    assert await reminders.run_once(room) == {"reminded": 0}
    (row,) = await seen.messages(firm, "reminder")
    assert row.user_id == sales.boris
    (task,) = await seen.tasks(firm, client)
    async with firm.act(sales.boris) as act:
        assert await reminded(act, act.actor, task.id, noon) is not None


async def test_my_tasks_lead_to_those_of_the_absent(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await sales.goes(sales.anna, sales.boris)
    async with firm.act(sales.boris) as act:
        assert (await my_tasks(act, 0)).absent == ()
    at(firm, 30, 10)
    async with firm.act(sales.boris) as act:
        assert (await my_tasks(act, 0)).absent == ((sales.anna, "Анна Петрова"),)
    async with firm.act(sales.head) as act:
        assert (await person_line(act, sales.anna)).away_until == WEEK.last
