"""Another owner for a client (R5)."""

import pytest

from bot.method.core.refusals import NotFound, NotNow, Stale
from bot.method.core.terms import GapClose, PoolReason, Role
from bot.models import User
from bot.services.core.rights import require_client
from bot.services.pool import handing_out, handover, reactivation, releasing
from tests.builders import Firm
from tests.service import seen
from tests.service.pooled import AGAIN, people


async def test_client_tasks_and_gap_go_over_and_the_new_owner_is_told(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    covered = await firm.client(anna, "Ромашка", due=firm.in_days(3))
    bare = await firm.client(anna, "Котов")
    for client in (covered, bare):
        async with firm.act(head) as act:
            await handover.hand_over(act, client, boris)
    assert [task.owner_id for task in await seen.tasks(firm, covered)] == [boris]
    assert await seen.gaps(firm, covered) == []
    before, after = await seen.gaps(firm, bare)
    assert (before.owner_id, before.close_reason) == (anna, GapClose.REASSIGNED)
    assert (after.owner_id, after.closed_at, after.asked_at) == (boris, None, None)
    told = await seen.messages(firm, "handed_over")
    assert [(row.user_id, row.payload["client"]) for row in told] == [
        (boris, covered),
        (boris, bare),
    ]
    async with firm.act(anna) as act:
        with pytest.raises(NotFound):
            await require_client(act, covered)


async def test_the_second_tap_says_so_and_changes_nothing(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    async with firm.act(head) as act:
        await handover.hand_over(act, client, boris)
    async with firm.act(head) as act:
        with pytest.raises(NotNow, match="own-already"):
            await handover.hand_over(act, client, boris)
    assert len(await seen.gaps(firm, client)) == 2
    assert len(await seen.messages(firm, "handed_over")) == 1


async def test_only_leaders_and_a_head_only_within_the_team(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    stranger = await firm.person("Вера", Role.MANAGER, await firm.team("Сервис"))
    await firm.person("Олег", Role.HEAD, await firm.team("Опт"))
    client, foreign = await firm.client(anna), await firm.client(stranger)
    for actor, subject, to in (
        (anna, client, boris),
        (boris, client, boris),
        (head, client, stranger),
        (head, foreign, boris),
    ):
        async with firm.act(actor) as act:
            with pytest.raises(NotFound):
                await handover.hand_over(act, subject, to)
    assert (await seen.client(firm, client)).owner_id == anna
    async with firm.act(head) as act:
        names = [line.name for line in (await handover.candidates(act, client, 0)).lines]
    assert names == ["Борис", "Игорь"]


async def test_nobody_without_access_gets_a_client(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    async with firm.work() as work:
        (await work.session.get_one(User, boris)).active = False
    async with firm.act(head) as act:
        assert [one.name for one in (await handover.candidates(act, client, 0)).lines] == ["Игорь"]
        with pytest.raises(NotFound):
            await handover.hand_over(act, client, boris)


async def test_who_let_it_go_gets_it_by_hand_only_when_confirmed(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    async with firm.act(head) as act:
        await handing_out.assign(act, client, boris)
    async with firm.act(head) as act:
        with pytest.raises(NotNow, match="let-go-recently"):
            await handover.hand_over(act, client, anna)
    async with firm.act(head) as act:
        await handover.hand_over(act, client, anna, AGAIN)
    assert (await seen.client(firm, client)).owner_id == anna


async def test_an_open_attempt_goes_over_with_its_verdict(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await releasing.release(act, client, PoolReason.NOT_ACTIVE)
    async with firm.act(head) as act:
        await handing_out.assign(act, client, boris)
    async with firm.act(head) as act:
        await handover.hand_over(act, client, head)
    assert [attempt.user_id for attempt in await seen.attempts(firm, client)] == [head]
    async with firm.act(head) as act:
        assert not await reactivation.failed(act, client)


async def test_a_client_of_the_pool_is_not_handed_over(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await firm.client(anna)
    async with firm.act(anna) as act:
        await releasing.release(act, client, PoolReason.NO_ANSWER)
    async with firm.act(head) as act:
        with pytest.raises(Stale):
            await handover.hand_over(act, client, boris)


async def test_people_come_in_pages(firm: Firm) -> None:
    team = await firm.team()
    head = await firm.person("Игорь", Role.HEAD, team)
    for n in range(20):
        await firm.person(f"Менеджер {n:02}", Role.MANAGER, team)
    client = await firm.client(head)
    shown: list[str] = []
    async with firm.act(head) as act:
        for number in range((await handover.candidates(act, client, 0)).pages):
            shown += [one.name for one in (await handover.candidates(act, client, number)).lines]
    assert shown == [f"Менеджер {n:02}" for n in range(20)]
