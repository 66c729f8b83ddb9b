"""A long hand-out: how far it is, a crash in the middle, and the way back (R6)."""

from collections.abc import Awaitable, Callable, Sequence

import pytest
from aiogram.methods import EditMessageText

from bot.jobs import reactivation as job
from bot.method.core.terms import ClientStatus
from bot.method.pool.leave import LeaveReason
from bot.models.dossier import Dossier
from bot.models.undo import last_part
from bot.models.user import User
from bot.services.core.work import Work
from bot.services.pool import giving, handing_out, picks
from bot.services.pool.giving import PORTION
from bot.views.taps.base import Tap, pack
from bot.views.taps.picking.picks import CallPickedLost
from bot.views.taps.pool import HandOutNow
from bot.views.taps.undo import GoOn, Undo
from tests.builders import Firm, at
from tests.service import seen
from tests.service.gateway import Gateway, Listener, gateway, tapped
from tests.service.pooled import all_let_go, people

COUNT = 2 * PORTION + 5


def said(telegram: Listener) -> list[str]:
    return [call.text for call in telegram.heard if isinstance(call, EditMessageText)]


async def undone(firm: Firm, door: Gateway, who: int, chat: int = 101) -> None:
    async with firm.work() as work:
        step = await last_part(work.session, who)
    assert step is not None
    await door.stores(tapped(chat, pack(Undo(step.id))))
    assert await door.deals() == (0, 0)


async def many_in_the_pool(firm: Firm) -> tuple[int, list[int]]:
    head, anna, _ = await people(firm)
    clients = await firm.clients(anna, COUNT)
    await all_let_go(firm, clients)
    firm.moved(minutes=5)
    return head, clients


async def handing_out_all(firm: Firm) -> tuple[int, list[int], Tap]:
    head, clients = await many_in_the_pool(firm)
    async with firm.act(head) as act:
        mark = (await handing_out.preview(act, COUNT)).plan.mark
    return head, clients, HandOutNow(COUNT, None, mark)


async def calling_all_lost(firm: Firm) -> tuple[int, list[int], Tap]:
    head, clients = await many_in_the_pool(firm)
    async with firm.act(head) as act:
        for client in clients:
            await picks.tick(act, client, on=True)
    return head, clients, CallPickedLost(COUNT, LeaveReason.MISFIT)


Prepared = Callable[[Firm], Awaitable[tuple[int, list[int], Tap]]]
LONG: dict[str, tuple[Prepared, object, str, str, str]] = {
    "handed out": (handing_out_all, giving, "give", "Раздаю: 30 из 65", "Роздано: 65"),
    "lost": (
        calling_all_lost,
        picks,
        "to_lost",
        "Записываю потерянных: 30 из 65",
        "Потеряны окончательно: 65",
    ),
}


def breaks_at(
    firm: Firm, monkeypatch: pytest.MonkeyPatch, room: object, name: str, call: int | None
) -> None:
    """Each client takes its time; the process ends while this one is dealt with, and goes on."""
    real, calls = getattr(room, name), [0]

    async def dies(work: Work, dossier: Dossier, *more: object, **named: object) -> object:
        calls[0] += 1
        firm.moved(seconds=0.1)
        if calls[0] == call:
            raise ConnectionError("the process has ended")
        return await real(work, dossier, *more, **named)

    monkeypatch.setattr(room, name, dies)


def breaks_for_good(monkeypatch: pytest.MonkeyPatch, room: object, name: str, call: int) -> None:
    """From this client on nothing works."""
    real, calls = getattr(room, name), [0]

    async def fails(*values: object, **named: object) -> object:
        calls[0] += 1
        if calls[0] >= call:
            raise ZeroDivisionError("for good")
        return await real(*values, **named)

    monkeypatch.setattr(room, name, fails)


async def statuses(firm: Firm, clients: Sequence[int]) -> set[ClientStatus]:
    return {(await seen.client(firm, client)).status for client in clients}


@pytest.mark.parametrize("crash", [None, 1, PORTION, PORTION + 7, 2 * PORTION + 1])
@pytest.mark.parametrize("name", LONG)
async def test_it_is_done_once_whenever_the_process_ends(
    firm: Firm, monkeypatch: pytest.MonkeyPatch, name: str, crash: int | None
) -> None:
    prepared, room, step, progress, done = LONG[name]
    head, clients, tap = await prepared(firm)
    breaks_at(firm, monkeypatch, room, step, crash)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        await door.stores(tapped(101, pack(tap)))
        assert await door.deals() == (0, 0)
        texts = said(telegram)
        assert progress in texts[0]
        assert done in texts[-1]
        assert ClientStatus.POOL not in await statuses(firm, clients)
        if name == "handed out":
            assert [len(await seen.attempts(firm, client)) for client in clients] == [1] * COUNT
            told = await seen.messages(firm, "reactivation")
            assert len(told) == COUNT
            assert len({row.not_before for row in told}) == 1, "several lists to one person"
        await door.stores(tapped(101, pack(tap)))
        assert await door.deals() == (0, 0)
        assert said(telegram)[-1] == texts[-1]
        await undone(firm, door, head)
    assert await statuses(firm, clients) == {ClientStatus.POOL}
    assert await seen.messages(firm, "reactivation") == []


async def test_put_aside_in_the_middle_it_says_what_is_done_and_goes_on_by_a_tap(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, clients, tap = await handing_out_all(firm)
    real, broken = giving.give, [True]

    async def fails(work: Work, dossier: Dossier, person: User, *, tell: bool) -> object:
        if broken[0] and dossier.client.id == clients[PORTION + 7]:
            raise ZeroDivisionError("of this client alone")
        return await real(work, dossier, person, tell=tell)

    monkeypatch.setattr(giving, "give", fails)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        await door.stores(tapped(101, pack(tap)))
        assert await door.deals() == (0, 1)
        assert f"Сделано клиентов: {PORTION}, осталось: {COUNT - PORTION}" in said(telegram)[-1]
        # Who has got some of them hears of it, whether it goes on or not.
        assert len(await seen.messages(firm, "reactivation")) == PORTION
        on = pack(GoOn(1))
        await door.stores(tapped(101, on))
        assert await door.deals() == (0, 1), "the fault is still there"
        assert f"осталось: {COUNT - PORTION}" in said(telegram)[-1]
        broken[0] = False
        await door.stores(tapped(101, on), tapped(101, on))
        assert await door.deals() == (0, 0)
        assert any(f"Роздано: {COUNT}" in text for text in said(telegram))
        assert ClientStatus.POOL not in await statuses(firm, clients)
        assert [len(await seen.attempts(firm, client)) for client in clients] == [1] * COUNT
        assert len(await seen.messages(firm, "reactivation")) == COUNT
        await undone(firm, door, head)
        assert await statuses(firm, clients) == {ClientStatus.POOL}
        before = len(said(telegram))
        await door.stores(tapped(101, on))
        assert await door.deals() == (0, 0)
        assert "Продолжать уже нечего" in " ".join(said(telegram)[before:])
    assert await statuses(firm, clients) == {ClientStatus.POOL}


async def test_nobody_goes_on_with_what_is_somebody_elses(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, clients, tap = await calling_all_lost(firm)
    breaks_for_good(monkeypatch, picks, "to_lost", PORTION + 7)
    async with gateway(firm, Listener()) as door:
        await door.stores(tapped(101, pack(tap)))
        assert await door.deals() == (0, 1)
        await door.stores(tapped(102, pack(GoOn(1))))
        assert await door.deals() == (0, 1)
    assert await statuses(firm, clients) == {ClientStatus.LOST, ClientStatus.POOL}


async def test_one_who_can_not_be_given_stops_nobody_elses_week(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, anna, _ = await people(firm)
    at(firm, 20, 12)
    clients = await firm.clients(anna, 3)
    await all_let_go(firm, clients)
    at(firm, 23, 9, 5)
    real = giving.give

    async def fails(work: Work, dossier: Dossier, person: User, *, tell: bool) -> object:
        if dossier.client.id == clients[1]:
            raise ZeroDivisionError("of this client alone")
        return await real(work, dossier, person, tell=tell)

    monkeypatch.setattr(giving, "give", fails)
    assert (await job.run_once(firm.transactions))["handed_out"] == 2
    owners = [(await seen.client(firm, client)).owner_id for client in clients]
    assert (owners[1], len([one for one in owners if one is not None])) == (None, 2)
    assert (await job.run_once(firm.transactions))["handed_out"] == 0, "once a week"
