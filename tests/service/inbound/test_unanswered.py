"""What nobody has said whose it is: asked until it was shown, and in sight until it is answered."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.method.clients.cards import CameBack, ColleaguesClient, HeadTold, Reception, WhoseMessage
from bot.method.core.refusals import NotFound, Refusal, Stale
from bot.method.core.terms import PoolReason, Role
from bot.method.day.cards import DayPage, DayPart
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.models.day_record import DayRecord
from bot.models.outbox import OutboxStatus, forget_unsent, next_to_send
from bot.services.core.outbox import repetitions_of
from bot.services.day.day import day, morning, planned
from bot.services.day.rounds import stop
from bot.services.inbound.came_back import take
from bot.services.inbound.inbound import Message, choose, pass_on, receive
from bot.services.inbound.messages import UnansweredMessage
from bot.services.inbound.unanswered import ask_until_shown, asked_again, put_away, still_asked
from bot.services.pool.releasing import release
from bot.services.tasks.tasks import When, plan_task
from bot.views.day.rounds import score_screen
from bot.views.words import Words
from tests.builders import Firm, at
from tests.service import seen
from tests.service.running import run_job

PHONE = "+79161234567"


async def forwards(
    firm: Firm, who: int, key: str = "1", *, phone: str | None = None, name: str = "Некто"
) -> Reception:
    """As the gateway has it: kept in the outbox until the screen was shown, which it is not."""
    async with firm.act(who) as act:
        sender = MessageSender(phones=(phone,) if phone else (), name=name)
        made = await receive(act, Message(sender, "Пришлите счёт", act.now, key))
        await ask_until_shown(act, made)
        return made


async def page(firm: Firm, who: int, part: DayPart | None = None) -> DayPage:
    async with firm.act(who) as act:
        return await day(act, 0, part)


async def question(firm: Firm, who: int) -> int:
    made = await forwards(firm, who)
    assert isinstance(made, WhoseMessage)
    return made.arrival_id


async def test_it_is_asked_again_in_a_minute_as_a_repetition(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await question(firm, anna)
    (row,) = await seen.messages(firm, "unanswered")
    assert row.repeated and row.status is OutboxStatus.PENDING
    async with firm.work() as work:
        soon = work.now + timedelta(seconds=59)
        assert await next_to_send(work.session, soon, []) is None
        assert await next_to_send(work.session, work.now + timedelta(minutes=1), []) is not None


async def test_once_it_was_shown_it_is_not_and_may_be_asked_anew(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await question(firm, anna)
    for _ in range(2):
        async with firm.act(anna) as act:
            sender = MessageSender(name="Некто")
            made = await receive(act, Message(sender, "Пришлите счёт", act.now, "1"))
            await ask_until_shown(act, made)
            keys = repetitions_of(act)
        assert len(await seen.messages(firm, "unanswered")) == 1
        async with firm.work() as work:
            await forget_unsent(work.session, keys)
        assert await seen.messages(firm, "unanswered") == []


async def test_what_is_a_task_by_now_is_not_asked(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna)
    arrival = await question(firm, anna)
    about = UnansweredMessage(arrival)
    async with firm.act(anna) as act:
        asked = await still_asked(act, about)
        assert isinstance(asked, WhoseMessage) and asked.sender == "Некто"
    async with firm.act(boris) as act:
        assert await still_asked(act, about) is None
    async with firm.act(anna) as act:
        made = await choose(act, arrival, client)
        await ask_until_shown(act, made)
        assert repetitions_of(act) == ()
    async with firm.act(anna) as act:
        assert await still_asked(act, about) is None


async def test_it_stands_in_the_day_and_the_morning_until_it_is_answered(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna)
    arrival = await question(firm, anna)
    shown = await page(firm, anna)
    assert shown.asked_total == 1
    (line,) = shown.asked
    assert (line.arrival_id, line.sender, line.text) == (arrival, "Некто", "Пришлите счёт")
    async with firm.act(anna) as act:
        assert (await morning(act)).asked == shown.asked
    assert (await page(firm, anna, DayPart.TODAY)).asked == ()
    assert (await page(firm, boris)).asked == ()
    async with firm.act(anna) as act:
        assert isinstance(await asked_again(act, arrival), WhoseMessage)
        await choose(act, arrival, client)
    assert (await page(firm, anna)).asked == ()
    async with firm.act(anna) as act:
        with pytest.raises(Stale) as stale:
            await asked_again(act, arrival)
    assert stale.value.place is not None


async def test_three_are_named_the_oldest_first_and_all_are_counted(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for number in range(5):
        await forwards(firm, anna, str(number), name=f"Некто {number}")
        firm.moved(minutes=2)
    shown = await page(firm, anna)
    assert [line.sender for line in shown.asked] == ["Некто 0", "Некто 1", "Некто 2"]
    assert shown.asked_total == 5


async def test_parts_of_one_message_are_one_question(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await question(firm, anna)
    await forwards(firm, anna, "2")
    assert (await page(firm, anna)).asked_total == 1
    assert len(await seen.messages(firm, "unanswered")) == 1


async def test_the_evening_comes_for_a_question_alone(firm: Firm) -> None:
    at(firm, 24, 9)
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    for person in (anna, boris):
        await firm.client(person, str(person), due=firm.in_days(3))
    await run_job(firm, "evening")
    arrival = await question(firm, anna)
    at(firm, 24, 18)
    assert (await run_job(firm, "evening"))["evenings"] == 1
    (row,) = await seen.messages(firm, "evening")
    assert row.user_id == anna
    async with firm.act(anna) as act:
        await put_away(act, arrival)
    at(firm, 25, 18)
    assert (await run_job(firm, "evening"))["evenings"] == 0


async def day_records(firm: Firm) -> list[tuple[bool, int]]:
    async with firm.work() as work:
        rows = await work.session.scalars(select(DayRecord).order_by(DayRecord.on))
        return [(row.clean, row.left) for row in rows]


async def test_the_day_is_not_clean_while_a_question_waits(firm: Firm) -> None:
    at(firm, 24, 9)
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=firm.in_days(3))
    await run_job(firm, "evening")
    arrival = await question(firm, anna)
    async with firm.act(anna) as act:
        score = await stop(act)
    assert (score.left, score.asked) == (0, 1)
    assert "🎉" not in score_screen(Words("ru"), score).text
    async with firm.act(anna) as act:
        when = When(firm.in_days(2))
        shown = await planned(act, *await plan_task(act, client, None, when))
    assert (shown.left, shown.asked) == (0, 1)
    at(firm, 24, 18)
    await run_job(firm, "evening")
    assert await day_records(firm) == [(False, 0)]
    at(firm, 25, 0)
    await run_job(firm, "evening")
    assert await day_records(firm) == [(False, 0)]
    async with firm.act(anna) as act:
        await put_away(act, arrival)
        assert (await stop(act)).asked == 0


async def test_a_day_whose_question_is_answered_before_midnight_is_clean(firm: Firm) -> None:
    at(firm, 24, 9)
    anna = await firm.person("Анна")
    await firm.client(anna, due=firm.in_days(3))
    await run_job(firm, "evening")
    arrival = await question(firm, anna)
    at(firm, 24, 18)
    await run_job(firm, "evening")
    async with firm.act(anna) as act:
        await put_away(act, arrival)
    at(firm, 25, 0)
    await run_job(firm, "evening")
    assert await day_records(firm) == [(True, 0)]


@pytest.mark.parametrize("source", [SenderSource.HIDDEN, SenderSource.TYPED])
async def test_it_is_never_deleted_unseen(firm: Firm, source: SenderSource) -> None:
    """Neither by the job nor by what arrives later, and it stands in the list as on the first
    day."""
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        sender = MessageSender(name="Некто", source=source)
        made = await receive(act, Message(sender, "Пришлите счёт", act.now, "1"))
    assert isinstance(made, WhoseMessage)
    firm.moved(days=400)
    await run_job(firm, "prune")
    await forwards(firm, anna, "2", name="Другой")
    shown = await page(firm, anna)
    assert [line.sender for line in shown.asked] == ["Некто", "Другой"]
    async with firm.act(anna) as act:
        assert isinstance(await asked_again(act, made.arrival_id), WhoseMessage)


async def test_what_concerns_no_client_is_put_away_with_its_parts(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    arrival = await question(firm, anna)
    await forwards(firm, anna, "2")
    async with firm.act(boris) as act:
        with pytest.raises(NotFound):
            await put_away(act, arrival)
    async with firm.act(anna) as act:
        await put_away(act, arrival)
    assert (await page(firm, anna)).asked == ()
    for use_case in (put_away, asked_again):
        async with firm.act(anna) as act:
            with pytest.raises(Refusal):
                await use_case(act, arrival)
    firm.moved(hours=1)
    again = await forwards(firm, anna)
    assert isinstance(again, WhoseMessage) and not again.joined


async def test_what_is_a_task_is_not_put_away(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    arrival = await question(firm, anna)
    async with firm.act(anna) as act:
        await choose(act, arrival, client)
    async with firm.act(anna) as act:
        with pytest.raises(Stale):
            await put_away(act, arrival)


async def test_who_came_back_waits_to_be_taken(firm: Firm) -> None:
    """Whoever let the client go is not asked: that is the head's business."""
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await firm.person("Игорь", Role.HEAD)
    client = await firm.client(anna, phone=PHONE)
    async with firm.act(anna) as act:
        await release(act, client, PoolReason.NOT_ACTIVE)
    firm.moved(minutes=2)
    assert isinstance(await forwards(firm, anna, phone=PHONE), HeadTold)
    assert (await page(firm, anna)).asked == ()
    back = await forwards(firm, boris, "2", phone=PHONE)
    assert isinstance(back, CameBack)
    assert (await page(firm, boris)).asked_total == 1
    about = UnansweredMessage(back.arrival_id)
    async with firm.act(boris) as act:
        assert await still_asked(act, about) == back
    async with firm.act(boris) as act:
        await take(act, back.arrival_id)
    assert (await page(firm, boris)).asked == ()
    async with firm.act(boris) as act:
        assert await still_asked(act, about) is None
    rows = await seen.messages(firm, "unanswered")
    assert [row.user_id for row in rows] == [boris]


async def test_a_colleagues_surname_is_told_again_until_it_is_passed_on(firm: Firm) -> None:
    """Passing it on is an offer: nobody is held to it by his list."""
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    await firm.client(anna, phone=PHONE)
    held = await forwards(firm, boris, phone=PHONE)
    assert isinstance(held, ColleaguesClient) and held.arrival_id is not None
    about = UnansweredMessage(held.arrival_id)
    assert (await page(firm, boris)).asked == ()
    async with firm.act(boris) as act:
        assert await still_asked(act, about) == held
    async with firm.act(boris) as act:
        await pass_on(act, held.arrival_id)
    async with firm.act(boris) as act:
        assert await still_asked(act, about) is None
