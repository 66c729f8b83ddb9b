"""A client who has come by himself: what was planned with him is asked about, and never dropped by
the bot (R9, R11)."""

from datetime import timedelta

import pytest
from aiogram.methods import EditMessageText

from bot.method.core.refusals import Invalid, NotFound, Stale
from bot.method.core.terms import CancelReason, Outcome, Role, TaskStatus
from bot.services.core import undo
from bot.services.inbound.answering import answer_with_plan
from bot.services.inbound.spare import drop_spare, spare_beside
from bot.services.tasks.tasks import When, finish_task, plan_task
from bot.views.taps.base import pack
from bot.views.taps.inbound import DropSpare
from bot.views.taps.tasks import Finish
from tests.builders import Firm
from tests.service import seen
from tests.service.gateway import Listener, gateway, tapped
from tests.service.inbound.test_late import sales, writes

PLANNED, INBOUND = 1, 2
"""The client has a task for tomorrow before he writes."""


async def worked_off(firm: Firm, anna: int) -> None:
    await writes(firm, anna, "Ромашка")
    firm.moved(minutes=20)
    async with firm.act(anna) as act:
        assert await spare_beside(act, INBOUND) is None, "while it is open nobody knows"
        await finish_task(act, INBOUND, Outcome.HANDLED)


async def test_the_earliest_planned_task_is_asked_about(firm: Firm) -> None:
    _, anna = await sales(firm)
    await worked_off(firm, anna)
    async with firm.act(anna) as act:
        spare = await spare_beside(act, INBOUND)
        assert spare is not None
        assert (spare.task_id, spare.on) == (PLANNED, firm.in_days(1))
        assert await spare_beside(act, PLANNED) is None, "nobody has come by an outbound"
    assert (await seen.tasks(firm, 1))[0].status is TaskStatus.OPEN


async def test_dropped_it_leaves_no_gap_unasked_and_can_be_taken_back(firm: Firm) -> None:
    _, anna = await sales(firm)
    await worked_off(firm, anna)
    async with firm.act(anna) as act:
        ask = await drop_spare(act, PLANNED)
        assert ask.client_id == 1 and ask.covered_on is None and ask.presets
    planned = (await seen.tasks(firm, 1))[0]
    assert planned.cancel_reason is CancelReason.OBSOLETE
    (gap,) = [gap for gap in await seen.gaps(firm, 1) if gap.closed_at is None]
    assert gap.asked_at is not None
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await drop_spare(act, PLANNED)
    async with firm.act(anna) as act:
        await undo.take_back(act, firm.last_step or firm.steps[-1])
    assert (await seen.tasks(firm, 1))[0].status is TaskStatus.OPEN
    assert not [gap for gap in await seen.gaps(firm, 1) if gap.closed_at is None]


async def test_answered_by_a_new_plan_only_the_older_one_is_asked_about(firm: Firm) -> None:
    _, anna = await sales(firm)
    await writes(firm, anna, "Ромашка")
    firm.moved(minutes=1)
    async with firm.act(anna) as act:
        await answer_with_plan(act, INBOUND, When(firm.in_days(0)))
        spare = await spare_beside(act, INBOUND)
        assert spare is not None and spare.task_id == PLANNED
        ask = await drop_spare(act, PLANNED)
        assert ask.covered_on == firm.in_days(0), "the new one stands"


async def test_what_is_planned_later_was_not_made_pointless(firm: Firm) -> None:
    _, anna = await sales(firm)
    await worked_off(firm, anna)
    async with firm.act(anna) as act:
        await drop_spare(act, PLANNED)
    firm.clock.move(timedelta(minutes=5))
    async with firm.act(anna) as act:
        await plan_task(act, 1, None, When(firm.in_days(2)))
        assert await spare_beside(act, INBOUND) is None


async def test_only_who_works_the_client_may_drop_it_and_no_inbound(firm: Firm) -> None:
    _, anna = await sales(firm)
    stranger = await firm.person("Вера", Role.MANAGER, await firm.team("Опт"))
    await writes(firm, anna, "Ромашка")
    with pytest.raises(NotFound):
        async with firm.act(stranger) as act:
            await drop_spare(act, PLANNED)
    with pytest.raises(Invalid):
        async with firm.act(anna) as act:
            await drop_spare(act, INBOUND)


async def test_the_question_stands_below_the_outcome(firm: Firm) -> None:
    _, anna = await sales(firm)
    await writes(firm, anna, "Ромашка")
    firm.moved(minutes=20)
    telegram = firm.ids["Анна"]
    session = Listener()
    async with gateway(firm, session) as gate:
        await gate.stores(tapped(telegram, pack(Finish(INBOUND, Outcome.HANDLED))))
        assert await gate.deals() == (0, 0)
        await gate.stores(tapped(telegram, pack(DropSpare(PLANNED))))
        assert await gate.deals() == (0, 0)
    first, second = [call for call in session.heard if isinstance(call, EditMessageText)]
    assert "Клиент вышел на связь сам. Запланированное дело «звонок» на" in first.text
    assert "Дело убрано" in second.text and "Когда следующий контакт?" in second.text
