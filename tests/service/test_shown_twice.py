"""A second tap within the minute is shown what the first was: the question, and the way back."""

from datetime import UTC, datetime, time

import pytest

from bot.method.core.terms import (
    DealStatus,
    LossReason,
    Outcome,
)
from bot.models import Deal, Task
from bot.models.undo import last_step
from bot.services.deals.deals import wants_to_buy
from bot.services.tasks.tasks import When
from bot.views.taps.nav import StartRound
from bot.views.taps.tasks import (
    AskAgain,
    CloseDeal,
    Finish,
    StopRound,
    TryAgain,
)
from bot.views.taps.undo import Undo
from tests.builders import Firm
from tests.service.gateway import Listener, gateway
from tests.service.taps_done import DEEDS, UNDO, Desk, call, deal

BY_ITSELF = ("talked", "won", "wants to buy", "nobody answered", "a stop of the walk", "let go")
CASES = [(name, True) for name in DEEDS] + [(name, False) for name in BY_ITSELF]


@pytest.mark.parametrize(("name", "working"), CASES)
async def test_the_second_tap_shows_what_the_first_did(
    firm: Firm, name: str, working: bool
) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Василёк", due=firm.in_days(0))
    tap = await DEEDS[name](firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        await desk.taps(StartRound() if working else StopRound())
        (first,) = await desk.taps(tap)
        assert UNDO in first.labels
        firm.moved(seconds=20)
        (second,) = await desk.taps(tap)
    assert (second.text, set(second.labels)) == (first.text, set(first.labels))


async def test_another_button_of_the_same_card_keeps_the_question(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Василёк", due=firm.in_days(0))
    task = await call(firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        await desk.taps(StartRound())
        (first,) = await desk.taps(Finish(task, Outcome.TALKED))
        for other in (Finish(task, Outcome.WROTE), AskAgain(task)):
            (second,) = await desk.taps(other)
            assert (second.text, second.labels) == (first.text, first.labels)
        firm.moved(seconds=61)
        (late,) = await desk.taps(Finish(task, Outcome.TALKED))
        assert "Когда следующий контакт?" not in late.text
        assert UNDO not in late.labels


async def test_a_new_attempt_for_the_same_time_is_written_down(firm: Firm) -> None:
    anna = await firm.person("Анна")
    task = await call(firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        for number in (1, 2, 3):
            (asked,) = await desk.taps(AskAgain(task))
            assert any(label.startswith("Завтра утром · 10:00") for label in asked.labels)
            await desk.taps(TryAgain(task, firm.in_days(1), time(10), number), times=2)
            async with firm.work() as work:
                assert (await work.session.get_one(Task, task)).attempts == number
            firm.moved(seconds=20)
        firm.moved(minutes=5)
        # The same button again, long after: a repeat is told by the attempt that it was for.
        await desk.taps(TryAgain(task, firm.in_days(1), time(10), 3))
        (noted,) = await desk.taps(TryAgain(task, firm.in_days(1), time(15), 3))
        assert "Эта попытка уже записана" in noted.text
        async with firm.work() as work:
            assert (await work.session.get_one(Task, task)).attempts == 3
        (score,) = await desk.taps(StopRound())
        assert "недозвонов 3" in score.text


async def test_after_the_last_attempt_other_ways_are_offered(firm: Firm) -> None:
    anna = await firm.person("Анна")
    task = await call(firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        for number in range(1, 11):
            (asked,) = await desk.taps(AskAgain(task))
            if not any(label.startswith("Завтра утром") for label in asked.labels):
                break
            await desk.taps(TryAgain(task, firm.in_days(1), time(10), number))
            firm.moved(minutes=2)
        assert any("Сменить канал" in label for label in asked.labels)
        assert any("отстойник" in label for label in asked.labels)
        (score,) = await desk.taps(StopRound())
        assert f"недозвонов {number - 1}" in score.text


async def test_an_attempt_that_was_taken_back_is_not_in_the_score(firm: Firm) -> None:
    anna = await firm.person("Анна")
    task = await call(firm, anna)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        await desk.taps(TryAgain(task, firm.in_days(1), time(10), 1))
        async with firm.work() as work:
            step = await last_step(work.session, anna, datetime.min.replace(tzinfo=UTC))
        assert step is not None
        await desk.taps(Undo(step.id))
        (score,) = await desk.taps(StopRound())
        assert "недозвонов" not in score.text


async def test_a_won_deal_is_named_and_the_plan_may_stay(firm: Firm) -> None:
    anna = await firm.person("Анна")
    won = await deal(firm, anna)
    async with firm.work() as work:
        row = await work.session.get_one(Deal, won)
        client = row.client_id
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        desk = Desk(telegram, door)
        (alone,) = await desk.taps(CloseDeal(won, DealStatus.WON))
        assert "Поздравляем с продажей" in alone.text
        assert "Столы" in alone.text
        assert "120\N{NO-BREAK SPACE}₽" in alone.text
        assert "➡️ Так и оставить" not in alone.labels
        async with firm.act(anna) as act:
            other = (await wants_to_buy(act, client, When(firm.in_days(4)), title="Стулья")).deal.id
            firm.moved(minutes=5)
        async with firm.act(anna) as act:
            third = (await wants_to_buy(act, client, When(firm.in_days(5)), title="Лампы")).deal.id
        firm.moved(minutes=5)
        (beside,) = await desk.taps(CloseDeal(other, DealStatus.WON))
        assert "Лампы" in beside.text
        assert "➡️ Так и оставить" in beside.labels
        (lost,) = await desk.taps(CloseDeal(third, DealStatus.LOST, LossReason.TIMING))
        assert "➡️ Так и оставить" not in lost.labels
