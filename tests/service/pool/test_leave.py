"""An owner asks to let a client go, or proposes it as lost for good; a head decides (R5, R7)."""

import pytest

from bot.handlers.pool import leave, lost, pool
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import ClientStatus, PoolReason, Role
from bot.method.pool.leave import LeaveReason
from bot.models import LeaveRequest
from bot.models.leave_request import waiting_request
from bot.services.core.undo import take_back
from bot.services.pool import releasing
from bot.services.pool.handover import hand_over
from bot.services.pool.leave import asking, deciding, lines
from bot.services.pool.listing import pool_screen
from bot.views.taps import pool as taps
from bot.views.taps.nav import AskLost, AskRelease, OpenPool
from tests.builders import Firm
from tests.service import seen
from tests.service.chats import TAP, behind, chat, sent, text
from tests.service.pooled import let_go, people, set_rule


async def above_the_number(firm: Firm) -> tuple[int, int, int]:
    """A head, Anna who may let nobody go today any more, and a client of hers."""
    head, anna, _ = await people(firm)
    await set_rule(firm, "release_per_day", "1")
    await let_go(firm, anna, "Первый")
    return head, anna, await firm.client(anna, "Ромашка")


async def asks(firm: Firm, who: int, client: int) -> int:
    async with firm.act(who) as act:
        assert (await releasing.release(act, client, PoolReason.NO_ANSWER)).asked
    return await request_of(firm, client)


async def proposes(firm: Firm, who: int, client: int) -> int:
    async with firm.act(who) as act:
        await asking.propose_lost(act, client, LeaveReason.CLOSED)
    return await request_of(firm, client)


async def request_of(firm: Firm, client: int) -> int:
    async with firm.work() as work:
        waiting = await waiting_request(work.session, client)
        assert waiting is not None
        return waiting.id


async def grants(firm: Firm, who: int, request: int) -> None:
    async with firm.act(who) as act:
        await deciding.grant(act, request)


async def test_above_the_number_the_head_is_asked_and_lets_go(firm: Firm) -> None:
    head, anna, client = await above_the_number(firm)
    async with chat(firm, anna) as ctx:
        screen = await pool.ask_release(TAP, AskRelease(client), ctx)
        assert "дальше решает РОП" in text(screen)
        screen = await pool.release(TAP, behind(screen, "📵"), ctx)
        assert "Запрос у РОПа" in text(screen)
    assert (await seen.client(firm, client)).owner_id == anna
    asked = await sent(firm, "leave_asked")
    assert "Анна просит отпустить в отстойник: Ромашка. Почему: Не отвечает." in text(asked)
    async with chat(firm, head) as ctx:
        screen = await leave.grant(TAP, behind(asked, "✅"), ctx)
        assert "Ромашка в отстойнике" in text(screen)
    assert (await seen.client(firm, client)).status is ClientStatus.POOL
    (stay,) = await seen.stays(firm, client)
    assert (stay.from_user_id, stay.reason) == (anna, PoolReason.NO_ANSWER)
    assert "Игорь отпускает клиента: Ромашка" in text(await sent(firm, "leave_decided"))
    assert await sent(firm, "leave_asked") is None


async def test_what_a_head_has_granted_does_not_count_as_let_go_by_hand(firm: Firm) -> None:
    head, anna, client = await above_the_number(firm)
    request = await asks(firm, anna, client)
    firm.moved(days=1)
    await grants(firm, head, request)
    await let_go(firm, anna, "Завтрашний")


async def test_the_company_may_leave_it_to_the_head_who_says_no(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    await set_rule(firm, "release_allowed", "0")
    client = await firm.client(anna, "Ромашка")
    request = await asks(firm, anna, client)
    async with chat(firm, head) as ctx:
        asked = await leave.opened(TAP, taps.OpenLeave(request), ctx)
        screen = await leave.ask_why(TAP, behind(asked, "✏️"), ctx)
        assert "ответ прочитает Анна" in text(screen)
    async with firm.act(head) as act:
        await deciding.refuse(act, request, "Позвоните ещё раз")
    assert (await seen.client(firm, client)).owner_id == anna
    told = await sent(firm, "leave_decided")
    assert "Игорь оставляет клиента вам: Ромашка. Ответ: Позвоните ещё раз" in text(told)
    # The answer is about this request; another may follow.
    assert await asks(firm, anna, client) != request


async def test_the_owner_proposes_and_the_head_confirms_with_the_reason(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await firm.client(anna, "Ромашка")
    async with chat(firm, anna) as ctx:
        screen = await leave.ask(TAP, taps.AskPropose(client), ctx)
        screen = await leave.propose(TAP, behind(screen, "Закрылись"), ctx)
    assert "Предложение у РОПа" in text(screen)
    assert (await seen.client(firm, client)).status is ClientStatus.ACTIVE
    question = await sent(firm, "leave_asked")
    async with chat(firm, head) as ctx:
        await leave.grant(TAP, behind(question, "☠️ Подтвердить"), ctx)
    row = await seen.client(firm, client)
    assert (row.status, row.owner_id) == (ClientStatus.LOST, None)
    async with chat(firm, head) as ctx:
        screen = await pool.open_lost(TAP, taps.OpenLost(), ctx)
    assert "решение: Игорь · причина: Закрылись или уехали" in text(screen)


async def test_a_head_confirms_with_one_of_the_reasons(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await firm.client(anna, "Ромашка")
    async with chat(firm, head) as ctx:
        asked = await lost.ask_lost(TAP, AskLost(client), ctx)
        await lost.call_lost(TAP, behind(asked, "Не наш клиент"), ctx)
        screen = await pool.open_lost(TAP, taps.OpenLost(), ctx)
    assert "причина: Не наш клиент" in text(screen)


async def test_only_the_owner_proposes_and_only_who_leads_him_decides(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    stranger = await firm.person("Олег", Role.HEAD, await firm.team("Другая"))
    client = await firm.client(anna)
    with pytest.raises(NotNow, match="propose-by-owner-only"):
        await proposes(firm, head, client)
    with pytest.raises(NotFound):
        await proposes(firm, boris, client)
    request = await proposes(firm, anna, client)
    for who in (boris, anna, stranger):
        with pytest.raises(NotFound):
            await grants(firm, who, request)
    async with firm.act(stranger) as act:
        assert (await lines.requests(act, 0)).total == 0
    async with firm.act(anna) as act:
        with pytest.raises(Invalid):
            await asking.propose_lost(act, client, LeaveReason.NOT_ACTIVE)


async def test_asked_twice_is_asked_once_and_decided_twice_is_decided_once(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await firm.client(anna)
    request = await proposes(firm, anna, client)
    assert await proposes(firm, anna, client) == request
    assert len(await seen.messages(firm, "leave_asked")) == 1
    await grants(firm, head, request)
    with pytest.raises(Stale, match="leave-decided"):
        await grants(firm, head, request)
    async with firm.act(head) as act:
        with pytest.raises(Stale, match="leave-decided"):
            await deciding.refuse(act, request)


async def test_of_a_client_that_is_anothers_by_now_nothing_is_asked(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    request = await proposes(firm, anna, client)
    async with firm.act(head) as act:
        await hand_over(act, client, boris)
    assert await sent(firm, "leave_asked") is None
    with pytest.raises(Stale, match="leave-decided"):
        await grants(firm, head, request)
    async with firm.act(head) as act:
        assert (await lines.requests(act, 0)).total == 0
    assert await proposes(firm, boris, client) != request


async def test_who_has_asked_may_withdraw(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await firm.client(anna)
    request = await proposes(firm, anna, client)
    async with firm.act(head) as act:
        with pytest.raises(NotFound):
            await asking.withdraw(act, request)
    async with chat(firm, anna) as ctx:
        screen = await leave.withdraw(TAP, taps.WithdrawLeave(request), ctx)
    assert screen.toast == "Запрос отозван"
    with pytest.raises(Stale, match="leave-decided"):
        await grants(firm, head, request)


async def test_the_pool_leads_to_what_waits_and_a_decision_is_taken_back(firm: Firm) -> None:
    head, anna, client = await above_the_number(firm)
    request = await asks(firm, anna, client)
    async with chat(firm, head) as ctx:
        listed = await pool.open_pool(TAP, OpenPool(), ctx)
        screen = await leave.waiting(TAP, behind(listed, "🙏"), ctx)
        assert "Запросы менеджеров · 1" in text(screen)
    await grants(firm, head, request)
    step = firm.last_step
    assert step is not None
    async with firm.act(head) as act:
        await take_back(act, step)
    assert (await seen.client(firm, client)).owner_id == anna
    async with firm.act(head) as act:
        assert (await pool_screen(act, 0)).asked == 1
        assert (await act.session.get_one(LeaveRequest, request)).decided_by is None
