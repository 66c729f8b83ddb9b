"""Clients of the pool chosen by ticks, and looked for (R6, R7)."""

import pytest

from bot.handlers.pool import picks, pool
from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import ClientStatus
from bot.method.pool.filters import EVERYBODY, PICKED, PoolChoice, PoolFilter
from bot.services.core.undo import take_back
from bot.services.pool import handing_out, listing
from bot.services.pool import picks as service
from bot.services.pool.reactivation import failed
from bot.views.taps.nav import OpenPool
from bot.views.taps.picking import picks as taps
from tests.builders import Firm
from tests.service import seen
from tests.service.chats import TAP, behind, chat, text
from tests.service.pooled import assign, let_go, people, set_rule


async def stand(firm: Firm, count: int = 3) -> tuple[int, int, int, list[int]]:
    """A head, Anna, Boris, and clients that Anna has let go."""
    head, anna, boris = await people(firm)
    await set_rule(firm, "release_per_day", "100")
    return head, anna, boris, [await let_go(firm, anna, f"Астра {n}") for n in range(count)]


async def ticks(firm: Firm, head: int, *clients: int, on: bool = True) -> int:
    async with firm.act(head) as act:
        for client in clients:
            await service.tick(act, client, on=on)
        return await service.picked_count(act)


async def test_ticks_stay_over_pages_and_old_buttons_change_nothing(firm: Firm) -> None:
    head, _, _, clients = await stand(firm, 10)
    async with chat(firm, head) as ctx:
        first = await picks.opened(TAP, taps.OpenPicking(), ctx)
        assert "Выбрано: 0" in text(first)
        tick = behind(first, "☐")
        screen = await picks.tick(TAP, tick, ctx)
        assert "Выбрано: 1" in text(screen)
        # The old button once more is the same tick.
        screen = await picks.tick(TAP, tick, ctx)
        assert "Выбрано: 1" in text(screen)
    async with chat(firm, head) as ctx:
        second = await picks.opened(TAP, taps.OpenPicking(1), ctx)
        screen = await picks.tick_page(TAP, behind(second, "☑️ Выбрать всё"), ctx)
        assert "Выбрано: 3" in text(screen)
        screen = await picks.tick_page(TAP, behind(screen, "⬜"), ctx)
        assert "Выбрано: 1" in text(screen)
        assert "Выбрано: 1" in text(await picks.opened(TAP, taps.OpenPicking(), ctx))
    assert await ticks(firm, head, clients[0], on=False) == 0


async def test_all_that_are_ticked_go_to_one_person(firm: Firm) -> None:
    head, _, boris, clients = await stand(firm)
    await ticks(firm, head, *clients[:2])
    async with chat(firm, head) as ctx:
        asked = await picks.whom(TAP, taps.AskPickedWhom(), ctx)
        shown = await pool.preview(TAP, behind(asked, "Борис"), ctx)
        assert "2 клиента" in text(shown)
        await pool.hand_out(TAP, behind(shown, "✅ Раздать 2"), ctx)
    owners = [(await seen.client(firm, client)).owner_id for client in clients]
    assert owners == [boris, boris, None]
    async with firm.act(head) as act:
        assert await service.picked_count(act) == 0
        with pytest.raises(Stale, match="picks-none"):
            await service.whom(act, 0)


async def test_who_has_left_meanwhile_is_not_among_them(firm: Firm) -> None:
    head, _, boris, clients = await stand(firm)
    assert await ticks(firm, head, *clients) == 3
    await assign(firm, head, clients[0], boris)
    async with firm.act(head) as act:
        assert await service.picked_count(act) == 2
        plan = (await handing_out.preview(act, 3, None, PICKED)).plan
    assert {client for client, _ in plan.assignments} == set(clients[1:])
    with pytest.raises(Stale, match="client-not-in-pool"):
        await ticks(firm, head, clients[0])
    # Back in the pool it is another stay, and not ticked.
    firm.moved(minutes=5)
    async with firm.act(boris) as act:
        await failed(act, clients[0])
    async with firm.act(head) as act:
        assert await service.picked_count(act) == 2


async def test_all_that_are_ticked_are_lost_once_and_come_back_together(firm: Firm) -> None:
    head, _, _, clients = await stand(firm)
    await ticks(firm, head, *clients[:2])
    async with chat(firm, head) as ctx:
        asked = await picks.ask_lost(TAP, taps.AskPickedLost(), ctx)
        call = behind(asked, "Не наш клиент")
        assert "Потеряны окончательно: 2" in text(await picks.lose(TAP, call, ctx))
    step = firm.last_step
    assert step is not None
    states = [(await seen.client(firm, client)).status for client in clients]
    assert states == [ClientStatus.LOST, ClientStatus.LOST, ClientStatus.POOL]
    await ticks(firm, head, clients[2])
    async with chat(firm, head) as ctx:
        with pytest.raises(Stale, match="picks-changed"):
            await picks.lose(TAP, call, ctx)
    async with firm.act(head) as act:
        await take_back(act, step)
    assert {(await seen.client(firm, one)).status for one in clients} == {ClientStatus.POOL}


async def test_too_many_are_not_lost_at_once(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    head, _, _, clients = await stand(firm)
    await ticks(firm, head, *clients)
    monkeypatch.setattr(service, "MOST_LOST_AT_ONCE", 2)
    async with firm.act(head) as act:
        with pytest.raises(NotNow, match="picks-many"):
            await service.begin_losing(act, 3)


async def test_each_has_ticks_and_a_search_of_his_own(firm: Firm) -> None:
    head, anna, _, clients = await stand(firm)
    other = await let_go(firm, anna, "Ромашка 100%")
    await ticks(firm, head, clients[0])
    for typed, found in (
        ("рома", [other]),
        ("астра", clients),
        (f"№{clients[1]}", [clients[1]]),
        ("100%", [other]),
        ("Лютик", []),
    ):
        async with firm.act(head) as act:
            await service.look_for(act, typed)
            page = await listing.pool_screen(act, 0, PoolChoice(PoolFilter.FOUND))
        assert [line.client_id for line in page.lines] == found, typed
    async with firm.act(anna) as act:
        for asked in (
            service.tick(act, clients[0], on=True),
            service.picking_page(act, 0, EVERYBODY),
            service.look_for(act, "Астра"),
            service.to_lose(act),
        ):
            with pytest.raises(NotFound):
                await asked


async def test_what_was_found_is_shown_with_its_words(firm: Firm) -> None:
    head, anna, _, _ = await stand(firm)
    await let_go(firm, anna, "Ромашка")
    async with firm.act(head) as act:
        await service.look_for(act, "ромаш")
    async with chat(firm, head) as ctx:
        screen = await pool.open_pool(TAP, OpenPool(0, PoolFilter.FOUND), ctx)
    assert "🔎 поиск: ромаш" in text(screen)
    assert "Ромашка" in text(screen)
    assert "Астра" not in text(screen)
