"""What people are told of calls and forms, as things stand when it is said (R9)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.method.clients.cards import WhoseMessage
from bot.method.core.terms import Outcome, Role
from bot.method.inbound.intake.event import CallEnd, IntakeChannel, IntakeEvent
from bot.models import OutboxMessage, User
from bot.services.clients.erasing import erase
from bot.services.core.messages import Ending
from bot.services.core.work import Act
from bot.services.inbound.intake import notices
from bot.services.inbound.intake.messages import (
    AbsentIntakeMessage,
    CallMessage,
    IntakeMessage,
    IntakeQuestionMessage,
    IntakeReturnMessage,
)
from bot.services.inbound.intake.taking import take
from bot.services.people.blocked import blocked
from bot.services.pool.losing import lose
from bot.services.tasks.tasks import When, finish_task, plan_task
from bot.telegram.render.rendering import render
from bot.views.words import Words
from tests.builders import Firm, at
from tests.service import seen
from tests.service.running import end_messages
from tests.service.sales import PHONE, Sales, rules


async def comes(firm: Firm, number: str = "1", **changed: Any) -> None:
    channel, now = IntakeChannel.CALL, firm.clock.now()
    made = IntakeEvent(number, channel, now, phone=PHONE, call=CallEnd.MISSED)
    async with firm.work() as work:
        await take(work, "mango", replace(made, **changed))


async def drawn(firm: Firm, row: OutboxMessage) -> str | None:
    """The text that the message has now."""
    async with firm.act(row.user_id) as act:
        screen = await render(act, row.kind, row.payload, Words("ru"))
    return None if screen is None else screen.text


async def test_it_is_said_while_the_inbound_is_open(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    await comes(firm)
    (row,) = await seen.messages(firm, "intake")
    assert "Ромашка</b>: пропущенный звонок, сегодня в 09:00" in (await drawn(firm, row) or "")
    async with firm.act(sales.anna) as act:
        assert await notices.came(act, IntakeMessage(1, 1)) is None
    async with firm.act(sales.boris) as act:
        await finish_task(act, 1, Outcome.HANDLED)
    assert await drawn(firm, row) is None


async def test_by_night_it_waits_for_the_morning(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    at(firm, 24, 22)
    await comes(firm)
    (row,) = await seen.messages(firm, "intake")
    at(firm, 25, 9)
    assert row.not_before == firm.clock.now()


async def test_what_can_not_be_told_goes_to_the_head(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    await comes(firm)
    async with firm.work() as work:
        await blocked(work, await work.session.get_one(User, sales.boris))
    await end_messages(firm, Ending.REFUSED, to=sales.boris)
    (row,) = await seen.messages(firm, "intake_absent")
    assert row.user_id == sales.head
    assert "решаете вы" in (await drawn(firm, row) or "")
    async with firm.act(sales.stranger) as act:
        assert await notices.came_for_absent(act, AbsentIntakeMessage(1, 1)) is None


async def test_the_head_hears_of_a_new_client_and_of_a_lost_one(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await rules(firm, offer_to="head")
    await comes(firm, name="Иван")
    (row,) = await seen.messages(firm, "intake")
    assert row.user_id == sales.head
    assert "Новый клиент" in (await drawn(firm, row) or "")
    async with firm.act(sales.head) as act:
        await finish_task(act, 1, Outcome.HANDLED)
        await lose(act, 1)
    await comes(firm, "2")
    (row,) = await seen.messages(firm, "intake_return")
    assert "Потерянный клиент <b>Иван</b> снова обращается" in (await drawn(firm, row) or "")
    async with firm.act(sales.head) as act:
        assert await notices.returned(act, IntakeReturnMessage(99, 99)) is None
    director = await firm.person("Директор", Role.ADMIN)
    firm.clock.move(timedelta(minutes=2))
    async with firm.act(director) as act:
        await erase(act, 1, ())
    assert await drawn(firm, row) is None


async def test_a_question_until_it_is_answered(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    for name in ("Ромашка", "Василёк"):
        await firm.client(sales.boris, name, phone=PHONE)
    await comes(firm, text="Это снова я")
    (row,) = await seen.messages(firm, "intake_question")
    about = IntakeQuestionMessage(row.payload["arrival"])
    async with firm.act(sales.boris) as act:
        asked = await notices.asked(act, about)
    assert asked is not None and isinstance(asked.question, WhoseMessage)
    assert [line.name for line in asked.question.candidates] == ["Ромашка", "Василёк"]
    assert asked.reported.text == "Это снова я"
    async with firm.act(sales.anna) as act:
        assert await notices.asked(act, about) is None


async def test_after_a_conversation_only_what_is_missing_is_asked(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.boris, phone=PHONE)

    async def told(act: Act) -> Any:
        return await notices.talked(act, CallMessage(client, 1))

    await comes(firm, call=CallEnd.OUTGOING)
    async with firm.act(sales.boris) as act:
        notice = await told(act)
        assert notice is not None and notice.task_id is None
        await plan_task(act, client, None, When(firm.in_days(0)))
    async with firm.act(sales.boris) as act:
        assert (await told(act)).task_id == 1
        await finish_task(act, 1, Outcome.TALKED)
        await plan_task(act, client, None, When(firm.in_days(3)))
    async with firm.act(sales.boris) as act:
        assert await told(act) is None
    async with firm.act(sales.anna) as act:
        assert await told(act) is None
