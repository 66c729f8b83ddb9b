"""Nobody's access is closed while something is his: where it goes is said first (R5)."""

import asyncio
from datetime import timedelta

import pytest

from bot.method.core.refusals import NotFound, NotNow, Refusal, Stale
from bot.method.core.terms import ClientStatus, PoolReason, Role, UndoableAction
from bot.method.people.parting import Holding, PartingKind, PartingWay
from bot.method.people.vacation import Vacation
from bot.models import Invite, Team, User
from bot.services.company import duty
from bot.services.core.undo import take_back, take_back_more
from bot.services.core.work import Act
from bot.services.people import access, parting, parting_plan, people, roles, vacations
from bot.services.people.parting_plan import Wish
from bot.services.pool import handing_out, releasing
from tests.builders import Firm
from tests.service import seen
from tests.service.pooled import set_rule

CLOSE, SPREAD = PartingKind.CLOSE, PartingWay.SPREAD


class Office:
    """An admin, a head, and managers of one team."""

    def __init__(self, firm: Firm) -> None:
        self.firm = firm

    async def hire(self) -> "Office":
        firm, team = self.firm, await self.firm.team()
        self.team = team
        self.admin = await firm.person("Ольга", Role.ADMIN)
        self.head = await firm.person("Игорь", Role.HEAD, team)
        self.anna = await firm.person("Анна", Role.MANAGER, team)
        self.boris = await firm.person("Борис", Role.MANAGER, team)
        self.vera = await firm.person("Вера", Role.MANAGER, team)
        return self

    async def parts(self, wish: Wish, by: int | None = None) -> int:
        """As the handler does it, part by part; how many parts it took."""
        firm, actor = self.firm, by or self.admin
        async with firm.act(actor) as act:
            made = await parting_plan.planned(act, wish)
            done = await parting.carry_out(act, made)
        parts = 1
        while not done:
            async with firm.act(actor, follows=firm.last_step) as act:
                done = await parting.carry_out(act, made, parts * parting.PORTION)
            parts += 1
        return parts

    async def takes_back(self, deed: UndoableAction, person: int) -> None:
        step = self.firm.last_step
        assert step is not None
        async with self.firm.act(self.admin) as act:
            back = await take_back(act, step)
            await parting.taken_back(act, back, person)
        assert back.deed is deed
        while back.follows is not None:
            async with self.firm.act(self.admin) as act:
                back = await take_back_more(act, back.follows)

    async def person(self, person_id: int) -> User:
        async with self.firm.database.reading() as session:
            return await session.get_one(User, person_id)

    async def owners(self, clients: list[int]) -> list[int | None]:
        return [(await seen.client(self.firm, one)).owner_id for one in clients]


async def test_who_has_something_is_not_dismissed_without_a_word_where_it_goes(firm: Firm) -> None:
    office = await Office(firm).hire()
    await firm.client(office.anna)
    async with firm.act(office.admin) as act:
        with pytest.raises(NotNow, match="parting-first"):
            await access.deactivate(act, office.anna)
    async with firm.act(office.admin) as act:
        with pytest.raises(NotNow, match="parting-first"):
            await roles.set_role(act, office.anna, Role.HEAD)
        await roles.set_role(act, office.anna, Role.HEAD, keeps=True)
    async with firm.act(office.admin) as act:
        await access.deactivate(act, office.boris)
    assert not (await office.person(office.boris)).active


async def test_everything_goes_to_one_who_is_told_once_with_the_number(firm: Firm) -> None:
    office = await Office(firm).hire()
    clients = await firm.clients(office.anna, 2 * parting.PORTION + 1, due=firm.in_days(2))
    wish = Wish(office.anna, CLOSE, PartingWay.ONE, office.boris)
    async with firm.act(office.admin) as act:
        owned = await parting_plan.owned(act, office.anna, CLOSE)
        plan = await parting_plan.preview(act, wish)
    assert owned.holding == Holding(61, 61, tasks=61, soon=61) == plan.total
    assert [(one.person_id, one.clients_after, one.soon_after) for one in plan.shares] == [
        (office.boris, 61, 61)
    ]
    assert await office.parts(wish) == 3
    assert set(await office.owners(clients)) == {office.boris}
    assert not (await office.person(office.anna)).active
    (told,) = await seen.messages(firm, "handed_over_all")
    assert (told.user_id, told.payload["count"]) == (office.boris, 61)
    (told,) = await seen.messages(firm, "parted")
    assert (told.user_id, told.payload["handed"], told.payload["pooled"]) == (office.head, 61, 0)


async def test_one_undo_brings_all_of_it_back_and_the_access(firm: Firm) -> None:
    office = await Office(firm).hire()
    clients = await firm.clients(office.anna, parting.PORTION + 5)
    await office.parts(Wish(office.anna, CLOSE, PartingWay.POOL))
    assert {(await seen.client(firm, one)).status for one in clients} == {ClientStatus.POOL}
    await office.takes_back(UndoableAction.CLOSE_ACCESS, office.anna)
    assert set(await office.owners(clients)) == {office.anna}
    assert (await office.person(office.anna)).active
    assert await seen.messages(firm, "parted") == []


async def test_the_undo_gives_back_what_the_access_has_taken_from_others(firm: Firm) -> None:
    """Whom the person was to stand in for, the duty, and the invites that were open."""
    office = await Office(firm).hire()
    wanted = Vacation(firm.in_days(3), firm.in_days(9))
    for absent in (office.boris, office.vera):
        async with firm.act(absent) as act:
            await vacations.set_vacation(act, absent, wanted, office.anna)
    async with firm.act(office.admin) as act:
        await duty.choose_duty(act, office.anna)
        await people.make_invite(act, Role.MANAGER, office.team)
        invite = await act.session.get_one(Invite, 1)
        invite.created_by, lasts_until = office.anna, invite.expires_at
    await firm.clients(office.anna, parting.PORTION + 1)
    firm.moved(minutes=1)
    await office.parts(Wish(office.anna, CLOSE, PartingWay.POOL))
    step = firm.last_step
    assert (await office.person(office.boris)).substitute_id is None
    async with firm.act(office.vera) as act:
        await vacations.set_vacation(act, office.vera, wanted, office.head)
    firm.last_step = step
    await office.takes_back(UndoableAction.CLOSE_ACCESS, office.anna)
    assert (await office.person(office.boris)).substitute_id == office.anna
    assert (await office.person(office.vera)).substitute_id == office.head
    assert await seen.messages(firm, "alone") == []
    async with firm.act(office.admin) as act:
        assert (await duty.duty_choice(act)).name == "Анна"
        assert (await act.session.get_one(Invite, 1)).expires_at == lasts_until


async def test_a_role_is_taken_back_with_the_clients(firm: Firm) -> None:
    office = await Office(firm).hire()
    clients = await firm.clients(office.anna, 3)
    await office.parts(Wish(office.anna, PartingKind.HEAD, PartingWay.ONE, office.vera))
    assert (await office.person(office.anna)).role is Role.HEAD
    await office.takes_back(UndoableAction.CHANGE_ROLE, office.anna)
    assert (await office.person(office.anna)).role is Role.MANAGER
    assert set(await office.owners(clients)) == {office.anna}


@pytest.mark.parametrize("moved_since", [False, True])
async def test_a_role_is_taken_back_with_who_was_moved_for_it(
    firm: Firm, moved_since: bool
) -> None:
    """The only head leads everybody without a team, until there is a second one."""
    admin, head = await firm.person("Ольга", Role.ADMIN), await firm.person("Игорь", Role.HEAD)
    names = ("Анна", "Борис", "Вера")
    anna, boris, vera = [await firm.person(name) for name in names]
    office = Office(firm)
    office.admin = admin
    await firm.clients(anna, parting.PORTION + 1)
    await office.parts(Wish(anna, PartingKind.HEAD, PartingWay.ONE, vera))
    step, team = firm.last_step, (await office.person(boris)).team_id
    assert team is not None and (await office.person(head)).team_id == team
    if moved_since:
        async with firm.act(admin) as act:
            await roles.set_team(act, boris, None)
            await roles.set_team(act, vera, (other := await people.create_team(act, "Опт")))
    firm.last_step = step
    await office.takes_back(UndoableAction.CHANGE_ROLE, anna)
    found = [(await office.person(one)).team_id for one in (head, anna, boris, vera)]
    assert found == [None, None, None, other if moved_since else None]
    async with firm.database.reading() as session:
        assert await session.get(Team, team) is None
    told = [one.user_id for one in await seen.messages(firm, "place")]
    assert told == ([boris, vera] if moved_since else [])


async def test_spread_keeps_the_ceiling_the_rest_of_the_pool_and_who_let_go(firm: Firm) -> None:
    office = await Office(firm).hire()
    await set_rule(firm, "portfolio_ceiling", "3")
    barred = await firm.client(office.boris, "Котов")
    async with firm.act(office.boris) as act:
        await releasing.release(act, barred, PoolReason.NOT_ACTIVE)
    async with firm.act(office.head) as act:
        await handing_out.assign(act, barred, office.anna)
    await firm.clients(office.vera, 2)
    clients = [barred, *await firm.clients(office.anna, 5)]
    async with firm.act(office.admin) as act:
        plan = await parting_plan.preview(act, Wish(office.anna, CLOSE, SPREAD))
    assert plan.pooled.clients == 2
    assert {one.person_id: one.clients_after for one in plan.shares} == {
        office.boris: 3,
        office.vera: 3,
    }
    await office.parts(Wish(office.anna, CLOSE, SPREAD))
    assert (await office.owners([barred]))[0] != office.boris
    assert sorted(map(str, await office.owners(clients))) == sorted(
        map(str, [office.boris] * 3 + [office.vera] + [None] * 2)
    )


async def test_what_the_preview_did_not_show_is_not_done(firm: Firm) -> None:
    office = await Office(firm).hire()
    await firm.client(office.anna)
    wish = Wish(office.anna, CLOSE, SPREAD)
    async with firm.act(office.admin) as act:
        mark = (await parting_plan.preview(act, wish)).mark
    await firm.client(office.anna, "Котов")
    async with firm.act(office.admin) as act:
        with pytest.raises(Stale, match="parting-changed"):
            parting.confirm(await parting_plan.planned(act, wish), mark)
    await office.parts(wish)
    async with firm.act(office.admin) as act:
        with pytest.raises(Stale, match="person-inactive"):
            parting.confirm(await parting_plan.planned(act, wish), mark)


async def test_a_head_gives_the_clients_of_his_people_to_his_people_only(firm: Firm) -> None:
    office = await Office(firm).hire()
    other = await firm.team("Опт")
    await firm.person("Олег", Role.HEAD, other)
    lena = await firm.person("Лена", Role.MANAGER, other)
    clients = await firm.clients(office.anna, 4)
    over = PartingKind.HAND_OVER
    for wish in (
        Wish(office.anna, over, PartingWay.ONE, lena),
        Wish(lena, over, SPREAD),
        Wish(office.anna, over, PartingWay.ONE, office.anna),
        Wish(office.anna, CLOSE, SPREAD),
        Wish(office.anna, PartingKind.ADMIN, SPREAD),
    ):
        async with firm.act(office.head) as act:
            with pytest.raises(NotFound):
                await parting_plan.preview(act, wish)
    await office.parts(Wish(office.anna, over, SPREAD), by=office.head)
    assert set(await office.owners(clients)) == {office.boris, office.vera}
    assert (await office.person(office.anna)).active


async def test_the_last_admin_stays_also_where_two_dismiss_each_other(firm: Firm) -> None:
    office = await Office(firm).hire()
    other = await firm.person("Павел", Role.ADMIN)

    async def dismiss(by: int, whom: int) -> None:
        async with firm.act(by) as act:
            await access.deactivate(act, whom)

    said = await asyncio.gather(
        dismiss(office.admin, other), dismiss(other, office.admin), return_exceptions=True
    )
    # Where both waited for each other one of them is tried again, by the worker.
    assert len([one for one in said if isinstance(one, BaseException)]) <= 1 or all(
        isinstance(one, Refusal) for one in said if one is not None
    )
    left = [one for one in (office.admin, other) if (await office.person(one)).active]
    assert left
    async with firm.act(left[0]) as act:
        with pytest.raises(NotNow, match="own-access"):
            await access.deactivate(act, left[0])
        with pytest.raises(NotNow, match="own-role"):
            await roles.set_role(act, left[0], Role.MANAGER)


async def test_what_a_closed_access_takes_along(firm: Firm) -> None:
    office = await Office(firm).hire()
    async with firm.act(office.head) as act:
        await people.make_invite(act, Role.MANAGER, None)
    async with firm.act(office.admin) as act:
        owned = await parting_plan.owned(act, office.head, CLOSE)
        assert owned.alone.managers == 3
        await access.deactivate(act, office.head)
    async with firm.database.reading() as session:
        invite = await session.get_one(Invite, 1)
        assert invite.expires_at <= firm.clock.now()
    assert [row.user_id for row in await seen.messages(firm, "unled")] == [office.admin]


async def test_who_comes_back_begins_anew_and_is_told(firm: Firm) -> None:
    office = await Office(firm).hire()

    async def act_of(act: Act) -> User:
        return await act.session.get_one(User, office.anna)

    async with firm.act(office.admin) as act:
        await access.deactivate(act, office.anna)
        person = await act_of(act)
        person.spared_since, person.digest_due_at = act.now, act.now
    firm.moved(days=30)
    async with firm.act(office.admin) as act:
        line = await access.activate(act, office.anna)
        due = (await act_of(act)).digest_due_at
    assert (line.active, line.spared, line.clients) == (True, False, 0)
    assert due is not None and due > firm.clock.now()
    assert due - firm.clock.now() < timedelta(days=4)
    assert [row.payload["again"] for row in await seen.messages(firm, "place")] == [True]
