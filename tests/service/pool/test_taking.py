"""Taking a client of the pool by oneself, where the company allows it (R6)."""

import asyncio

import pytest

from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import ClientStatus, Role
from bot.models import Client
from bot.models.policy import PolicyOverride
from bot.services.core.undo import take_back
from bot.services.pool.listing import pool_screen
from bot.services.pool.reactivation import failed
from bot.services.pool.taking import take
from tests.builders import Firm
from tests.service import pooled, seen


async def allowed(firm: Firm, **rules: str) -> None:
    async with firm.work() as work:
        for name, value in ({"self_take_allowed": "1"} | rules).items():
            work.session.add(PolicyOverride(name=name, value=value, changed_at=work.now))


async def takes(firm: Firm, who: int, client: int) -> None:
    async with firm.act(who) as act:
        await take(act, client)


async def refused(firm: Firm, who: int, client: int) -> str:
    with pytest.raises(NotNow) as refusal:
        await takes(firm, who, client)
    return refusal.value.code


async def undone(firm: Firm, who: int) -> None:
    assert firm.last_step is not None
    step = firm.last_step
    async with firm.act(who) as act:
        await take_back(act, step)


async def listed(firm: Firm, who: int) -> list[str]:
    async with firm.act(who) as act:
        return [line.client_name for line in (await pool_screen(act, 0)).lines]


async def stand(firm: Firm, count: int = 1) -> tuple[int, int, list[int]]:
    """Anna, Boris, and clients whom Boris let go two days ago."""
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    clients = [await pooled.let_go(firm, boris, f"Астра {number}") for number in range(count)]
    firm.moved(days=2)
    return anna, boris, clients


async def test_where_it_is_off_there_is_no_such_thing(firm: Firm) -> None:
    anna, _, (client,) = await stand(firm)
    for doing in (takes(firm, anna, client), listed(firm, anna)):
        with pytest.raises(NotFound):
            await doing


async def test_who_takes_has_an_attempt_and_may_take_it_back(firm: Firm) -> None:
    anna, _, (client,) = await stand(firm)
    await allowed(firm)
    assert await listed(firm, anna) == ["Астра 0"]
    await takes(firm, anna, client)
    (task,) = await seen.tasks(firm, client)
    assert (task.owner_id, task.reactivation_id is not None) == (anna, True)
    assert await seen.messages(firm, "attempt") == []
    with pytest.raises(Stale, match="client-not-in-pool"):
        await takes(firm, anna, client)
    await undone(firm, anna)
    async with firm.work() as work:
        assert (await work.session.get_one(Client, client)).status is ClientStatus.POOL


async def test_not_in_the_first_day_and_not_by_who_let_it_go(firm: Firm) -> None:
    anna, boris, (client,) = await stand(firm)
    await allowed(firm)
    fresh = await pooled.let_go(firm, boris, "Пион")
    assert await listed(firm, anna) == ["Астра 0"]
    assert await refused(firm, anna, fresh) == "take-too-early"
    assert await refused(firm, boris, client) == "take-let-go"
    firm.moved(hours=24)
    await takes(firm, anna, fresh)


async def test_so_many_a_day_whatever_became_of_them(firm: Firm) -> None:
    anna, _, clients = await stand(firm, 4)
    await allowed(firm, self_take_per_day="2")
    for client in clients[:2]:
        await takes(firm, anna, client)
        async with firm.act(anna) as act:
            await failed(act, client)
    assert await refused(firm, anna, clients[2]) == "take-enough"
    firm.moved(days=1)
    await takes(firm, anna, clients[2])


async def test_what_is_taken_and_taken_back_counts_as_well(firm: Firm) -> None:
    anna, _, clients = await stand(firm, 4)
    await allowed(firm, self_take_per_day="2")
    for client in clients[:2]:
        await takes(firm, anna, client)
        await undone(firm, anna)
    assert await refused(firm, anna, clients[2]) == "take-enough"
    # Who has tapped "take it back" by mistake is not punished: it is the same client.
    await takes(firm, anna, clients[0])
    assert await refused(firm, anna, clients[2]) == "take-enough"
    firm.moved(days=1)
    await takes(firm, anna, clients[2])


async def test_of_two_who_take_it_at_once_one_wins_and_the_other_reads_who(firm: Firm) -> None:
    anna, boris, (client,) = await stand(firm)
    await allowed(firm)
    vera = await firm.person("Вера")
    results = await asyncio.gather(
        *(takes(firm, who, client) for who in (anna, vera)), return_exceptions=True
    )
    (lost,) = [result for result in results if result is not None]
    assert isinstance(lost, Stale)
    assert lost.code == "taken-already"
    (attempt,) = await seen.attempts(firm, client)
    assert attempt.user_id == (await seen.client(firm, client)).owner_id
    assert lost.facts == {"name": "Анна" if attempt.user_id == anna else "Вера"}
    firm.moved(days=1)
    for who in (boris, attempt.user_id):
        with pytest.raises(Stale, match="client-not-in-pool"):
            await takes(firm, who, client)


async def test_a_leader_assigns(firm: Firm) -> None:
    _, _, (client,) = await stand(firm)
    await allowed(firm)
    head = await firm.person("Игорь", Role.HEAD)
    with pytest.raises(NotFound):
        await takes(firm, head, client)
