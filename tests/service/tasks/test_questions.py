"""The date that was asked for: bounds of the owner, reasons for a fourth move, spent attempts."""

from datetime import date, time, timedelta

import pytest

from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid, NotFound, Stale
from bot.method.core.terms import Outcome, Role, TaskKind
from bot.method.tasks.date_question import (
    BuyDate,
    DateQuestion,
    MoveReason,
    OnDayOff,
    PlanDate,
    Taken,
    TooFar,
    Unsure,
    Verdict,
)
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.phrases.pieces import Today
from bot.method.tasks.phrases.reading import read
from bot.services.core.work import Act
from bot.services.tasks import asking, questions
from bot.services.tasks.tasks import When, move_task, no_answer, plan_task
from tests.builders import Firm
from tests.service import seen

DAY = timedelta(days=1)


async def bounds_of(act: Act, ask: DateQuestion) -> questions.DateBounds:
    return questions.bounds_of(act, await questions.dossier_of(act, ask), ask)


async def judge_typed(act: Act, ask: DateQuestion, text: str) -> Verdict:
    bounds = await bounds_of(act, ask)
    today = Today(act.local_now, bounds.calendar)
    return questions.judged(act, bounds, read(text, vocabulary(), today))


async def judge_tapped(act: Act, ask: DateQuestion, moment: Moment) -> Verdict:
    return questions.judged(act, await bounds_of(act, ask), [moment])


async def when_of(act: Act, ask: DateQuestion, moment: Moment) -> When:
    return questions.when_of(act, (await bounds_of(act, ask)).owner, moment)


async def test_a_typed_date_lies_between_the_owners_bounds(firm: Firm) -> None:
    anna = await firm.person("Анна")
    ask = PlanDate(await firm.client(anna))
    async with firm.act(anna) as act:
        today = act.today
        act.actor.away_from = today + timedelta(days=1)
        act.actor.away_until = today + timedelta(days=1)
        verdict = await judge_typed(act, ask, "завтра в 15")
        assert isinstance(verdict, OnDayOff), "a vacation is no working time"
        assert verdict.instead is not None
        assert verdict.instead.at == time(15)
        assert isinstance(await judge_typed(act, ask, "через 2 месяца"), TooFar)
        assert isinstance(await judge_typed(act, ask, "послезавтра в 6"), Unsure)
        buys = BuyDate(ask.client_id)
        assert isinstance(await judge_typed(act, buys, "через 20 дней"), TooFar)
        assert not isinstance(await judge_typed(act, ask, "через 20 дней"), TooFar)
        with pytest.raises(Invalid):
            await judge_typed(act, ask, "потом")


async def test_nobody_elses_question_is_answered(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    ask = PlanDate(await firm.client(anna))
    async with firm.act(boris) as act:
        with pytest.raises(NotFound):
            await judge_typed(act, ask, "завтра")


async def test_a_head_plans_by_the_owners_date(firm: Firm) -> None:
    team = await firm.team()
    head = await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", Role.MANAGER, team)
    async with firm.act(anna) as act:
        act.actor.zone = "Asia/Vladivostok"
    ask = PlanDate(await firm.client(anna))
    async with firm.act(head) as act:
        tomorrow = act.today + timedelta(days=1)
        when = await when_of(act, ask, Moment(tomorrow, time(20)))
        assert when.on == tomorrow + timedelta(days=1), "20:00 in Moscow is 03:00 there"


async def test_what_a_head_types_is_judged_by_the_owners_days(firm: Firm) -> None:
    """Friday evening in Moscow is Saturday in Vladivostok, and the last day there is the last."""
    team = await firm.team()
    head = await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", Role.MANAGER, team)
    async with firm.act(anna) as act:
        act.actor.zone = "Asia/Vladivostok"
    ask = PlanDate(await firm.client(anna))
    friday, monday = date(2026, 11, 27), date(2026, 11, 30)
    async with firm.act(head) as act:
        off = await judge_typed(act, ask, "в пятницу в 20:00")
        assert off == OnDayOff(Moment(friday, time(20)), Moment(monday - DAY, time(20)))
        again = await judge_tapped(act, ask, Moment(monday - DAY, time(20)))
        assert isinstance(again, Taken), "that is Monday there"
        assert isinstance(await judge_typed(act, ask, "в пятницу"), Taken)
        act.actor.away_from = act.actor.away_until = friday
        assert isinstance(await judge_typed(act, ask, "в пятницу"), Taken)
        last = (await bounds_of(act, ask)).today + 30 * DAY
        far = await judge_tapped(act, ask, Moment(last, time(20)))
        assert isinstance(far, TooFar)
        assert far.instead is not None
        assert isinstance(await judge_tapped(act, ask, far.instead), Taken)


async def test_the_question_is_over_once_there_is_a_plan(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    ask = PlanDate(client)
    async with firm.act(anna) as act:
        questions.open_question(act, ask)
    firm.moved(minutes=1)
    async with firm.act(anna) as act:
        form = act.actor.form
        assert form is not None
        assert not questions.is_answered(await questions.dossier_of(act, ask), form)
        await plan_task(act, client, None, When(firm.in_days(3)))
        assert questions.is_answered(await questions.dossier_of(act, ask), form)


async def test_the_fourth_move_needs_a_reason_that_the_head_hears(firm: Firm) -> None:
    team = await firm.team()
    head = await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", Role.MANAGER, team)
    await firm.client(anna, due=firm.in_days(0))
    for days in (1, 2, 3):
        async with firm.act(anna) as act:
            await move_task(act, 1, When(firm.in_days(days)))
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await move_task(act, 1, When(firm.in_days(6)))
    assert await seen.messages(firm, "moved_often") == []
    for _ in range(2):
        async with firm.act(anna) as act:
            _, task = await move_task(act, 1, When(firm.in_days(6)), MoveReason.NO_TIME)
    assert task.moves == 4
    told = await seen.messages(firm, "moved_often")
    assert [(row.user_id, row.payload["why"]) for row in told] == [(head, "no_time")]


async def test_attempts_end(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(0))
    at = firm.clock.now().replace(hour=12)
    for number in range(6):
        async with firm.act(anna) as act:
            await no_answer(act, 1, When(firm.in_days(1), at + timedelta(days=1, minutes=number)))
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await no_answer(act, 1, When(firm.in_days(2)))


async def test_a_day_shows_what_stands_on_it(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    ask = PlanDate(client)
    async with firm.act(anna) as act:
        tomorrow: date = act.today + timedelta(days=1)
        when = await when_of(act, ask, Moment(tomorrow, time(15)))
        await plan_task(act, client, None, when)
        times = await questions.times_of(act, await bounds_of(act, ask), tomorrow)
    assert times.taken == ((time(15), "Ромашка"),)
    assert (times.load, times.slots[0], times.slots[-1], len(times.slots)) == (
        1,
        time(9),
        time(18),
        19,
    )


async def test_an_overdue_date_is_not_called_planned(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=firm.in_days(0))
    firm.moved(days=1)
    async with firm.act(anna) as act:
        ask = await asking.next_step(act, client)
        assert (ask.covered_on, ask.overdue) == (None, True)
        await plan_task(act, client, None, When(firm.in_days(3)))
    async with firm.act(anna) as act:
        ask = await asking.next_step(act, client)
        assert (ask.covered_on, ask.overdue) == (firm.in_days(3), True)


async def test_after_a_meeting_that_was_not_held_the_kind_stays(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        today = When(firm.in_days(0))
        _, task = await plan_task(act, client, None, today, kind=TaskKind.MEETING)
        ask = await asking.finish_and_ask(act, task.id, Outcome.NOT_HELD)
        assert ask.kind is TaskKind.MEETING
        assert (await asking.next_step(act, client, outcome=Outcome.TALKED)).kind is TaskKind.CALL
