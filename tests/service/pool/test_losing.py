"""Lost for good, and back: head and admin only (R7)."""

import pytest

from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import ClientStatus, Event, GapClose, PoolReason, Role
from bot.models.timeline import timeline_page
from bot.services.pool import handing_out, losing, releasing
from tests.builders import Firm
from tests.service import seen
from tests.service.pooled import AGAIN, people


async def lost(firm: Firm) -> tuple[int, int, int]:
    """A head, a manager, and a client of hers that is lost."""
    head, anna, _ = await people(firm)
    client = await firm.client(anna)
    async with firm.act(head) as act:
        await losing.lose(act, client)
    return head, anna, client


async def test_a_manager_can_not_even_for_the_own_client(firm: Firm) -> None:
    _, anna, _ = await people(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        for tried in (losing.lose(act, client), losing.restore(act, client, anna)):
            with pytest.raises(NotFound):
                await tried
    assert (await seen.client(firm, client)).status is ClientStatus.ACTIVE


async def test_a_head_of_another_team_can_not(firm: Firm) -> None:
    _, anna, _ = await people(firm)
    other = await firm.person("Вера", Role.HEAD, await firm.team("Сервис"))
    client = await firm.client(anna)
    async with firm.act(other) as act:
        with pytest.raises(NotFound):
            await losing.lose(act, client)


async def test_the_reason_is_kept_the_gap_closed_and_the_owner_told(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    client = await firm.client(anna)
    async with firm.act(head) as act:
        await losing.lose(act, client, "  Закрылись\u202e насовсем ")
    row = await seen.client(firm, client)
    assert (row.status, row.owner_id) == (ClientStatus.LOST, None)
    assert [gap.close_reason for gap in await seen.gaps(firm, client)] == [GapClose.LOST]
    async with firm.work() as work:
        events = {
            entry.event: entry for entry, _ in await timeline_page(work.session, client, 0, 9)
        }
    assert events[Event.LOST].actor_id == head
    assert events[Event.LOST].data["comment"] == "Закрылись насовсем"
    assert [row.user_id for row in await seen.messages(firm, "client_lost")] == [anna]


async def test_lost_twice_is_lost_once(firm: Firm) -> None:
    head, _, client = await lost(firm)
    async with firm.act(head) as act:
        with pytest.raises(Stale, match="client-lost"):
            await losing.lose(act, client)


async def test_a_lost_client_is_never_offered(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    async with firm.act(head) as act:
        await losing.lose(act, client)
    async with firm.act(head) as act:
        assert (await handing_out.preview(act, 5)).plan.assignments == ()
        with pytest.raises(Stale, match="client-not-in-pool"):
            await handing_out.assign(act, client, boris)
    (stay,) = await seen.stays(firm, client)
    assert stay.left_at is not None


async def test_back_to_the_pool_with_all_attempts(firm: Firm) -> None:
    head, _, client = await lost(firm)
    async with firm.act(head) as act:
        done = await losing.restore(act, client)
    assert done.person_name is None
    row = await seen.client(firm, client)
    assert (row.status, row.attempts, row.cooldown_until) == (ClientStatus.POOL, 0, None)
    assert (await seen.stays(firm, client))[-1].reason is PoolReason.RESTORED
    async with firm.act(head) as act:
        assert (await handing_out.preview(act, 5)).plan.assignments != ()
        with pytest.raises(Stale, match="client-not-lost"):
            await losing.restore(act, client)


async def test_back_to_a_person_who_is_told_and_needs_a_task(firm: Firm) -> None:
    head, anna, client = await lost(firm)
    async with firm.act(head) as act:
        assert (await losing.restore(act, client, anna)).person_name == "Анна"
    assert (await seen.client(firm, client)).owner_id == anna
    assert [gap.closed_at for gap in await seen.gaps(firm, client)][-1] is None
    (told,) = await seen.messages(firm, "handed_over")
    assert (told.user_id, told.payload["client"]) == (anna, client)


async def test_back_to_who_let_it_go_only_when_confirmed_and_nothing_changes_before(
    firm: Firm,
) -> None:
    head, anna, _ = await people(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    async with firm.act(head) as act:
        await losing.lose(act, client)
    # The screen asks again in the same transaction, which is then committed.
    async with firm.act(head) as act:
        with pytest.raises(NotNow, match="let-go-recently"):
            await losing.restore(act, client, anna)
    assert (await seen.client(firm, client)).status is ClientStatus.LOST
    async with firm.act(head) as act:
        await losing.restore(act, client, anna, AGAIN)
    assert (await seen.client(firm, client)).owner_id == anna
