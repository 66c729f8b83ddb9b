"""Who takes part in hand-outs, and what is said of those who do not (R6)."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.method.core.refusals import NotFound, NotNow
from bot.method.core.terms import Role
from bot.method.pool.distribution import Skip, Unfit
from bot.models import User
from bot.models.claim import Claim
from bot.services.inbound.claims.candidates import candidates_of
from bot.services.people.hand_outs import resume, spare, to_be_spared
from bot.services.pool.handing_out import assign, preview, weekly_plan
from bot.services.pool.listing import facts_of_hand_out
from tests.builders import Firm
from tests.service.pooled import let_go, people, set_rule


async def without(firm: Firm, head: int, n: int = 5) -> Mapping[str, Unfit]:
    async with firm.act(head) as act:
        return dict(facts_of_hand_out(await preview(act, n), n, None).without)


async def offered(firm: Firm, client: int) -> set[int]:
    """Who may be offered what this client has written."""
    async with firm.work() as work:
        candidates = await candidates_of(work, Claim(client_id=client), [])
    return {candidate.person_id for candidate in candidates if candidate.may_get}


async def test_why_each_person_is_given_nobody(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    names = ("Вера", "Глеб", "Дина", "Егор")
    vera, gleb, dina, egor = [await firm.person(name, Role.MANAGER, 1) for name in names]
    await let_go(firm, anna, "Пион")
    for rule, value in (("portfolio_ceiling", "3"), ("hand_out_gaps", "1")):
        await set_rule(firm, rule, value)
    for owner, count in ((boris, 2), (vera, 1), (egor, 3)):
        for number in range(count):
            due = firm.in_days(1) if owner == egor else None
            await firm.client(owner, f"Клиент {owner} {number}", due=due)
    async with firm.work() as work:
        (await work.session.get_one(User, gleb)).blocked_at = work.now
        away = await work.session.get_one(User, dina)
        away.away_from = away.away_until = work.today_of(away)
    async with firm.act(head) as act:
        await spare(act, vera)
    assert await without(firm, head) == {
        "Анна": Unfit.BARRED,
        "Борис": Unfit.GAPS,
        "Вера": Unfit.SPARED,
        "Глеб": Unfit.BLOCKED,
        "Дина": Unfit.AWAY,
        "Егор": Unfit.FULL,
    }


async def test_nobody_is_eligible_and_the_list_says_why(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    for manager in (anna, boris):
        async with firm.act(head) as act:
            await spare(act, manager, 7)
    async with firm.act(head) as act:
        plan = (await preview(act, 5)).plan
    assert (plan.assignments, plan.skipped) == ((), ((client, Skip.NOBODY),))
    async with firm.work() as work:
        assert (await weekly_plan(work)).plan.assignments == ()
    assert await without(firm, head) == {"Анна": Unfit.SPARED, "Борис": Unfit.SPARED}


async def test_gaps_up_to_the_limit_do_not_matter_and_none_is_no_limit(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    await let_go(firm, anna)
    await firm.client(boris, "Своя")
    await set_rule(firm, "hand_out_gaps", "1")
    assert "Борис" not in await without(firm, head)
    await firm.client(boris, "Вторая")
    assert (await without(firm, head))["Борис"] is Unfit.GAPS


async def test_where_the_limit_is_off_gaps_do_not_matter(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    await let_go(firm, anna)
    await set_rule(firm, "hand_out_gaps", "0")
    for number in range(12):
        await firm.client(boris, f"Клиент {number}")
    assert "Борис" not in await without(firm, head)


async def test_the_pause_holds_for_every_hand_out_until_its_end(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    async with firm.act(head) as act:
        line = await spare(act, boris, 7)
        assert (line.spared, line.spared_until) == (True, act.today + timedelta(days=6))
    async with firm.act(head) as act:
        for giving in (preview(act, 1, boris), assign(act, client, boris)):
            with pytest.raises(NotNow, match="hand-outs-paused"):
                await giving
    firm.moved(days=7)
    async with firm.act(head) as act:
        await assign(act, client, boris)


async def test_who_is_spared_is_offered_no_inbound_of_nobodys(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    async with firm.act(head) as act:
        await spare(act, boris)
    assert boris not in await offered(firm, client)
    async with firm.act(head) as act:
        assert not (await resume(act, boris)).spared
    assert boris in await offered(firm, client)


async def test_only_who_leads_the_person_pauses(firm: Firm) -> None:
    head, anna, _ = await people(firm)
    other = await firm.person("Олег", Role.HEAD, await firm.team("Закупки"))
    for actor, whom in ((anna, anna), (other, anna), (head, head), (head, 999)):
        for pausing in (spare, resume, to_be_spared):
            async with firm.act(actor) as act:
                with pytest.raises(NotFound):
                    await pausing(act, whom)
