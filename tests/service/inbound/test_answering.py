"""«📅 Запланировать» on an inbound: it is worked off by setting the next task (R9, R10)."""

from datetime import datetime

import pytest

from bot.method.core.places import TaskAt
from bot.method.core.refusals import Invalid, NotFound, Stale
from bot.method.core.terms import Event, Outcome, TaskStatus
from bot.method.inbound.matching import MessageSender
from bot.method.tasks.date_question import AnswerDate
from bot.models import Client, Task
from bot.models.timeline import timeline_page
from bot.services.core import undo
from bot.services.core.rights import require_client
from bot.services.inbound.answering import answer_with_plan, ask_plan
from bot.services.inbound.inbound import Message, receive
from bot.services.tasks.tasks import When, finish_task, plan_task
from tests.builders import Firm
from tests.service.deals.test_deals import two_deals

PHONE = "+79161234567"


async def wrote(firm: Firm, owner: int, key: str) -> int:
    """The inbound of the client with the phone."""
    written: datetime = firm.moved(minutes=5)
    async with firm.act(owner) as act:
        got = await receive(
            act, Message(MessageSender(phones=(PHONE,)), "Перезвоните", written, key)
        )
    return int(got.task_id)  # type: ignore[union-attr]


async def test_the_inbound_is_done_with_all_that_joined_it_and_it_was_no_touch(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    one = await wrote(firm, anna, "1")
    assert await wrote(firm, anna, "2") == one
    async with firm.act(anna) as act:
        ask = await ask_plan(act, one, None)
        assert (ask.answers, ask.question) == (one, AnswerDate(client, one))
        dossier, task = await answer_with_plan(act, one, When(firm.in_days(3)))
        assert dossier.inbound == []
        assert dossier.planned(None) == [task]
        assert dossier.client.gap_since is None
    async with firm.act(anna) as act:
        done = await act.session.get_one(Task, one)
        assert (done.status, done.outcome) == (TaskStatus.DONE, Outcome.PLANNED)
        assert (await act.session.get_one(Client, client)).last_touch_at is None
        page = await timeline_page(act.session, client, 0, 2)
        assert [entry.event for entry, _ in page] == [Event.TASK_DONE, Event.TASK_PLANNED]
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await answer_with_plan(act, one, When(firm.in_days(3)))
    # What comes after it is worked off is an inbound of its own.
    assert await wrote(firm, anna, "3") != one


async def test_taken_back_it_is_open_again(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    inbound = await wrote(firm, anna, "1")
    async with firm.act(anna) as act:
        await answer_with_plan(act, inbound, When(firm.in_days(3)))
    async with firm.act(anna) as act:
        back = await undo.take_back(act, firm.last_step or 0)
        assert back.before == TaskAt(inbound)
        dossier = await require_client(act, client)
        assert [task.id for task in dossier.tasks] == [inbound]


async def test_of_several_deals_it_is_said_which_one_it_is_about(firm: Firm) -> None:
    """R2: the inbound has come to the client, the next task stands on a deal."""
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone=PHONE)
    site, ads = (deal.id for deal in (await two_deals(firm, anna, client)).deals)
    inbound = await wrote(firm, anna, "1")
    async with firm.act(anna) as act:
        assert (await ask_plan(act, inbound, None)).deal_id is None
    async with firm.act(anna) as act:
        assert (await ask_plan(act, inbound, ads)).deal_id == ads
    async with firm.act(anna) as act:
        _, task = await answer_with_plan(act, inbound, When(firm.in_days(3)))
        assert task.deal_id == ads
        assert site != ads


async def test_only_an_own_inbound_is_answered(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, phone=PHONE)
    inbound = await wrote(firm, anna, "1")
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await answer_with_plan(act, inbound, When(firm.in_days(3)))
    async with firm.act(anna) as act:
        _, planned = await plan_task(act, client, None, When(firm.in_days(2)))
    with pytest.raises(Invalid):
        async with firm.act(anna) as act:
            await answer_with_plan(act, planned.id, When(firm.in_days(3)))
    with pytest.raises(Invalid):
        async with firm.act(anna) as act:
            await finish_task(act, inbound, Outcome.PLANNED)
