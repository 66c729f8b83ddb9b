"""Stages of deals: chosen on the card, remembered, changed by the admin only."""

import asyncio
from datetime import timedelta

import pytest

from bot.locales.stages import first_stages
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import DealStatus, Event, LossReason, Outcome, Role
from bot.method.deals.cards import stage_key
from bot.method.deals.filters import DealFilter
from bot.models import Deal
from bot.models.timeline import timeline_page
from bot.services.core.coverage import recompute_coverage
from bot.services.core.rights import require_client
from bot.services.deals import cards, stages
from bot.services.deals.deals import close_deal, open_deal
from bot.services.tasks.tasks import When, finish_task, plan_task
from tests.builders import Firm

NAMES = first_stages("ru")


async def a_deal(
    firm: Firm, owner: int, client: int, title: str = "Сайт", amount: int | None = None
) -> int:
    async with firm.act(owner) as act:
        dossier = await require_client(act, client)
        currency = "RUB" if amount else None
        deal = await open_deal(act, dossier, title=title, amount=amount, currency=currency)
        await recompute_coverage(act, dossier)
        return deal.id


async def names(firm: Firm, person: int) -> list[str]:
    async with firm.act(person) as act:
        return [stage.name for stage in await stages.stages(act)]


async def test_a_deal_goes_from_stage_to_stage_and_its_client_remembers(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    deal = await a_deal(firm, anna, client)
    for name in ("Предложение", "Предложение", "Оплата"):
        async with firm.act(anna) as act:
            await stages.set_stage(act, deal, stage_key(name))
    async with firm.act(anna) as act:
        assert (await cards.deal_card(act, deal)).deal.stage == "Оплата"
        only = frozenset({Event.STAGE_CHANGED})
        page = await timeline_page(act.session, client, 0, 9, only)
        assert [(one.data["before"], one.data["after"]) for one, _ in page] == [
            ("Предложение", "Оплата"),
            (None, "Предложение"),
        ]
    for key, refusal in ((stage_key("Нет такой"), Stale), (0, Stale)):
        with pytest.raises(refusal):
            async with firm.act(anna) as act:
                await stages.set_stage(act, deal, key)


async def test_a_stage_in_another_language_is_the_same_stage(firm: Firm) -> None:
    anna = await firm.person("Анна")
    deal = await a_deal(firm, anna, await firm.client(anna))
    async with firm.act(anna) as act:
        (await act.session.get_one(Deal, deal)).stage = "Offer"
    async with firm.act(anna) as act:
        await stages.set_stage(act, deal, stage_key("Предложение"))
    async with firm.act(anna) as act:
        assert (await cards.deal_card(act, deal)).deal.stage == "Offer"


async def test_the_admin_adds_renames_moves_and_takes_off(firm: Firm) -> None:
    anna = await firm.person("Анна")
    boss = await firm.person("Директор", Role.ADMIN)
    deal = await a_deal(firm, anna, await firm.client(anna))
    async with firm.act(anna) as act:
        await stages.set_stage(act, deal, stage_key("Предложение"))
    assert await names(firm, anna) == list(NAMES)
    async with firm.act(boss) as act:
        await stages.add_stage(act, "  Отгрузка ")
    async with firm.act(boss) as act:
        await stages.rename_stage(act, stage_key("Предложение"), "КП")
    async with firm.act(boss) as act:
        await stages.move_stage(act, stage_key("Отгрузка"), up=True)
    assert await names(firm, anna) == [
        "Первый контакт",
        "Потребность",
        "КП",
        "Договор",
        "Отгрузка",
        "Оплата",
    ]
    async with firm.act(boss) as act:
        assert (await act.session.get_one(Deal, deal)).stage == "КП"
        await stages.remove_stage(act, stage_key("КП"))
    async with firm.act(boss) as act:
        await stages.move_stage(act, stage_key("Оплата"), up=False)
    assert await names(firm, anna) == [
        "Первый контакт",
        "Потребность",
        "Договор",
        "Отгрузка",
        "Оплата",
    ]
    async with firm.act(anna) as act:
        assert (await cards.deal_card(act, deal)).deal.stage == "КП"


async def test_two_admins_at_once_make_the_default_stages_their_own_once(firm: Firm) -> None:
    both = [await firm.person(name, Role.ADMIN) for name in ("Директор", "Совладелец")]

    async def add(person: int, name: str) -> None:
        async with firm.act(person) as act:
            await stages.add_stage(act, name)

    await asyncio.gather(add(both[0], "Отгрузка"), add(both[1], "Приёмка"))
    found = await names(firm, both[0])
    assert found[: len(NAMES)] == list(NAMES)
    assert sorted(found[len(NAMES) :]) == ["Отгрузка", "Приёмка"]


async def test_two_admins_at_once_add_a_stage_once(firm: Firm) -> None:
    both = [await firm.person(name, Role.ADMIN) for name in ("Директор", "Совладелец")]

    async def add(person: int) -> None:
        async with firm.act(person) as act:
            await stages.add_stage(act, "Отгрузка")

    done = await asyncio.gather(*map(add, both), return_exceptions=True)
    assert sorted(type(one).__name__ for one in done) == ["Invalid", "NoneType"]
    assert await names(firm, both[0]) == [*NAMES, "Отгрузка"]


async def test_what_can_not_be_a_stage_is_refused(firm: Firm) -> None:
    boss = await firm.person("Директор", Role.ADMIN)
    for typed, code in (
        ("\u200b", "stage-name"),
        ("оплата", "stage-known"),
        ("offer", "stage-known"),
    ):
        with pytest.raises(Invalid) as refused:
            async with firm.act(boss) as act:
                await stages.add_stage(act, typed)
        assert refused.value.code == code
    async with firm.act(boss) as act:
        for n in range(stages.MOST - len(NAMES)):
            await stages.add_stage(act, f"Ещё {n}")
    with pytest.raises(NotNow):
        async with firm.act(boss) as act:
            await stages.add_stage(act, "Лишняя")
    for name in (await names(firm, boss))[1:]:
        async with firm.act(boss) as act:
            await stages.remove_stage(act, stage_key(name))
    with pytest.raises(NotNow):
        async with firm.act(boss) as act:
            await stages.remove_stage(act, stage_key(NAMES[0]))


@pytest.mark.parametrize("role", [Role.MANAGER, Role.HEAD])
async def test_nobody_else_changes_the_stages(firm: Firm, role: Role) -> None:
    person = await firm.person("Пётр", role)
    key = stage_key(NAMES[0])
    for change in (
        lambda act: stages.stage_list(act),
        lambda act: stages.add_stage(act, "Ещё"),
        lambda act: stages.rename_stage(act, key, "Ещё"),
        lambda act: stages.move_stage(act, key, up=True),
        lambda act: stages.remove_stage(act, key),
    ):
        with pytest.raises(NotFound):
            async with firm.act(person) as act:
                await change(act)
    assert await names(firm, person) == list(NAMES)


async def shown(firm: Firm, person: int, only: DealFilter, key: int | None = None) -> list[str]:
    async with firm.act(person) as act:
        page = await cards.deals(act, 0, only, key)
        assert page.total == len(page.lines)
        return [line.deal.title or "" for line in page.lines]


async def test_the_lists_show_what_they_say(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", team_id=team)
    head = await firm.person("Мария", Role.HEAD, team)
    stranger = await firm.person("Борис", team_id=await firm.team("Другой отдел"))
    await firm.person("Другой РОП", Role.HEAD, await firm.team("Третий отдел"))
    client = await firm.client(anna)
    small = await a_deal(firm, anna, client, "Малая", 10_00)
    large = await a_deal(firm, anna, client, "Большая", 90_00)
    await a_deal(firm, stranger, await firm.client(stranger, "Чужая"), "Чужая", 1)
    async with firm.act(anna) as act:
        await plan_task(act, client, large, When(firm.in_days(3)))
        await stages.set_stage(act, large, stage_key("Оплата"))
    assert await shown(firm, anna, DealFilter.OPEN) == ["Малая", "Большая"]
    assert await shown(firm, anna, DealFilter.UNCOVERED) == ["Малая"]
    assert await shown(firm, anna, DealFilter.OPEN, stage_key("Оплата")) == ["Большая"]
    assert await shown(firm, head, DealFilter.OPEN) == ["Малая", "Большая"]
    assert await shown(firm, stranger, DealFilter.OPEN) == ["Чужая"]
    async with firm.act(head) as act:
        page = await cards.deals(act, 0)
        assert {line.owner_name for line in page.lines} == {"Анна"}
        assert page.sums == {"RUB": 100_00}
    async with firm.act(anna) as act:
        await close_deal(act, small, DealStatus.LOST, LossReason.EXPENSIVE)
        await close_deal(act, large, DealStatus.WON)
    assert await shown(firm, anna, DealFilter.OPEN) == []
    assert await shown(firm, anna, DealFilter.LOST) == ["Малая"]
    assert await shown(firm, anna, DealFilter.WON) == ["Большая"]
    async with firm.act(anna) as act:
        assert (await cards.deal_card(act, small)).deal.loss_reason is LossReason.EXPENSIVE
    firm.clock.move(timedelta(days=31))
    assert await shown(firm, anna, DealFilter.WON) == []


async def test_a_deal_is_stuck_when_nothing_moved_it(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna)
    touched = await a_deal(firm, anna, client, "С делом")
    await a_deal(firm, anna, client, "Без движения")
    days = 14
    firm.clock.move(timedelta(days=days))
    assert await shown(firm, anna, DealFilter.STALE) == []
    async with firm.act(anna) as act:
        await plan_task(act, client, touched, When(firm.in_days(0)))
    firm.clock.move(timedelta(minutes=1))
    assert await shown(firm, anna, DealFilter.STALE) == ["Без движения", "С делом"]
    async with firm.act(anna) as act:
        await finish_task(act, 1, Outcome.TALKED)
    assert await shown(firm, anna, DealFilter.STALE) == ["Без движения"]
    firm.clock.move(timedelta(days=days, minutes=1))
    assert len(await shown(firm, anna, DealFilter.STALE)) == 2
