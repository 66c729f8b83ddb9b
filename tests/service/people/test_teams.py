"""Who answers for whom: a second head, roles and teams on the card, an invite of a member (R7)."""

import pytest

from bot.method.core.refusals import Invalid, NotFound, NotNow, Refusal, Stale
from bot.method.core.terms import Role
from bot.models import User
from bot.services.core.heads import heads_of
from bot.services.core.work import Act
from bot.services.gaps.decisions import give_day
from bot.services.gaps.neglect import team_gaps
from bot.services.people import access, following, people, roles
from bot.services.people.messages import UnledMessage
from bot.services.people.people import Newcomer, accept_invite, make_invite
from bot.services.planning.load import team_load
from bot.telegram.render.rendering import render
from bot.views.gaps.gaps import team_gaps_screen
from bot.views.words import Words
from tests.builders import Firm
from tests.service import seen
from tests.service.sales import person

VERA = Newcomer(901, "Вера Новая", None, "ru")


async def company(firm: Firm) -> tuple[int, int, int]:
    """An admin, the only head and a manager, none of them in a team."""
    admin = await firm.person("Ольга", Role.ADMIN)
    head = await firm.person("Игорь Ропов", Role.HEAD)
    return admin, head, await firm.person("Анна Петрова")


async def invited(firm: Firm, by: int, role: Role, team: int | None = None) -> str:
    async with firm.act(by) as act:
        return (await make_invite(act, role, team)).code


async def comes(firm: Firm, code: str) -> int:
    async with firm.work() as work:
        return (await accept_invite(work, VERA, code)).id


async def shown(firm: Firm, kind: str) -> list[tuple[int, str]]:
    """Who reads what, as it would be sent now."""
    found = []
    for row in await seen.messages(firm, kind):
        async with firm.transactions.looking() as work:
            reader = await work.session.get_one(User, row.user_id)
            screen = await render(Act.by(reader, work), kind, row.payload, Words("ru"))
            found.append((row.user_id, screen.text if screen else ""))
    return found


async def whose_heads(firm: Firm, person_id: int) -> list[int]:
    async with firm.work() as work:
        manager = await work.session.get_one(User, person_id)
        return [head.id for head in await heads_of(work, manager)]


async def test_a_second_head_takes_nothing_from_the_first(firm: Firm) -> None:
    admin, head, anna = await company(firm)
    clients = await firm.clients(anna, 12)
    vera = await comes(firm, await invited(firm, admin, Role.HEAD))
    assert await whose_heads(firm, anna) == [head]
    async with firm.act(head) as act:
        assert (await team_gaps(act, 0)).total == 12
        await give_day(act, clients[0])
    async with firm.act(vera) as act:
        page = await team_gaps(act, 0)
        assert page.nobody_led
        assert "Менеджеров у вас пока нет" in team_gaps_screen(Words("ru"), page).text
        assert (await team_load(act, 0)).nobody_led
    assert [who for who, text in await shown(firm, "place") if "Менеджеров у вас: 1" in text] == [
        head
    ]
    assert await shown(firm, "unled") == []


async def test_a_head_with_people_reads_that_all_is_well(firm: Firm) -> None:
    _, head, anna = await company(firm)
    await firm.client(anna, due=firm.in_days(1))
    async with firm.act(head) as act:
        page = await team_gaps(act, 0)
    assert "у каждого клиента есть следующее дело" in team_gaps_screen(Words("ru"), page).text


async def test_a_head_invited_for_a_team_leads_it_and_the_first_keeps_the_rest(firm: Firm) -> None:
    admin, head, anna = await company(firm)
    opt, retail = await firm.team("Опт"), await firm.team("Розница")
    boris = await firm.person("Борис", team_id=opt)
    gleb = await firm.person("Глеб", team_id=retail)
    vera = await comes(firm, await invited(firm, admin, Role.HEAD, opt))
    assert await whose_heads(firm, boris) == [vera]
    assert await whose_heads(firm, anna) == await whose_heads(firm, gleb) == [head]
    assert (await person(firm, head)).team_id == retail
    async with firm.act(admin) as act:
        found = [(line.name, line.heads, line.managers) for line in await roles.teams(act)]
    assert found == [("Опт", ("Вера Новая",), 1), ("Розница", ("Игорь Ропов",), 2)]


async def test_admins_hear_of_managers_whom_nobody_leads(firm: Firm) -> None:
    admin, _, anna = await company(firm)
    opt, retail = await firm.team("Опт"), await firm.team("Розница")
    for name, team in (("Борис", opt), ("Вадим", opt), ("Глеб", retail)):
        await firm.person(name, team_id=team)
    await comes(firm, await invited(firm, admin, Role.HEAD))
    ((who, text),) = await shown(firm, "unled")
    assert who == admin
    assert "Остаётся без РОПа: Глеб." in text
    gleb = firm.ids["Глеб"] - 100
    async with firm.act(admin) as act:
        assert (await people.person(act, gleb)).unled
        assert not (await people.person(act, anna)).unled
        await roles.set_team(act, gleb, opt)
        assert await roles.still_unled(act, UnledMessage((gleb,))) == ()
    assert await shown(firm, "unled") == [(admin, "")]


async def test_a_head_who_is_gone_leaves_people_the_admin_hears_of(firm: Firm) -> None:
    admin, head, _ = await company(firm)
    async with firm.act(admin) as act:
        await access.deactivate(act, head)
    ((who, text),) = await shown(firm, "unled")
    assert (who, "Анна Петрова" in text) == (admin, True)
    async with firm.act(admin) as act:
        await access.activate(act, head)
    assert await shown(firm, "unled") == [(admin, "")]


async def test_the_card_changes_role_and_team_and_the_person_hears_of_it(firm: Firm) -> None:
    admin, _, anna = await company(firm)
    opt = await firm.team("Опт")
    async with firm.act(admin) as act:
        await roles.set_role(act, anna, Role.HEAD)
    for _ in range(3):
        firm.moved(minutes=1)
        async with firm.act(admin) as act:
            await roles.set_team(act, anna, opt)
    changed = await person(firm, anna)
    assert (changed.role, changed.team_id) == (Role.HEAD, opt)
    hers = [text for who, text in await shown(firm, "place") if who == anna]
    assert len(hers) == 2
    assert "Теперь ваша роль: РОП, «Опт»." in hers[-1]
    assert len([row for row in await seen.messages(firm, "menu") if row.user_id == anna]) == 2


async def test_only_an_admin_changes_roles_and_never_the_own(firm: Firm) -> None:
    admin, head, anna = await company(firm)
    for nobody in (head, anna):
        async with firm.act(nobody) as act:
            with pytest.raises(NotFound, match="command"):
                await roles.set_role(act, anna, Role.HEAD)
            with pytest.raises(NotFound, match="command"):
                await roles.set_team(act, anna, None)
            with pytest.raises(NotFound, match="command"):
                await roles.teams(act)
    async with firm.act(admin) as act:
        with pytest.raises(NotNow, match="own-role"):
            await roles.set_role(act, admin, Role.MANAGER)
        with pytest.raises(NotFound, match="team"):
            await roles.set_team(act, anna, 999)
        await access.deactivate(act, anna)
        with pytest.raises(NotFound, match="person"):
            await roles.set_role(act, anna, Role.HEAD)


async def test_old_buttons_of_a_demoted_head_do_nothing(firm: Firm) -> None:
    admin, head, anna = await company(firm)
    client = await firm.client(anna)
    async with firm.act(admin) as act:
        await roles.set_role(act, head, Role.MANAGER)
    async with firm.act(head) as act:
        for deed in (
            give_day(act, client),
            team_gaps(act, 0),
            make_invite(act, Role.MANAGER, None),
            people.people(act, 0),
            team_load(act, 0),
        ):
            with pytest.raises(Refusal):
                await deed
    assert (await seen.gaps(firm, client))[0].day_given_until is None


async def test_an_invite_moves_who_is_here_after_a_question(firm: Firm) -> None:
    admin, _, anna = await company(firm)
    opt = await firm.team("Опт")
    client = await firm.client(anna)
    code = await invited(firm, admin, Role.HEAD, opt)
    async with firm.act(anna) as act:
        move = await following.invited_to(act, code)
        assert move is not None
        assert (move.role, move.to_role, move.to_team) == (Role.MANAGER, Role.HEAD, "Опт")
        assert await following.invited_to(act, "no-such-code") is None
    assert (await person(firm, anna)).role is Role.MANAGER
    async with firm.act(anna) as act:
        await following.follow_invite(act, code)
    moved = await person(firm, anna)
    assert (moved.role, moved.team_id) == (Role.HEAD, opt)
    assert (await seen.client(firm, client)).owner_id == anna
    async with firm.act(anna) as act:
        with pytest.raises(Invalid, match="invite"):
            await following.follow_invite(act, code)
    with pytest.raises(Invalid, match="invite"):
        await comes(firm, code)


async def test_an_invite_never_leaves_the_company_without_an_admin(firm: Firm) -> None:
    admin, head, _ = await company(firm)
    code = await invited(firm, head, Role.MANAGER)
    own = await invited(firm, admin, Role.MANAGER)
    same = await invited(firm, admin, Role.HEAD)
    async with firm.act(admin) as act:
        with pytest.raises(NotNow, match="last-admin"):
            await following.follow_invite(act, code)
        with pytest.raises(NotNow, match="own-invite"):
            await following.invited_to(act, own)
    async with firm.act(head) as act:
        with pytest.raises(Stale, match="place-same"):
            await following.invited_to(act, same)
    assert (await person(firm, admin)).role is Role.ADMIN


async def test_who_invited_hears_who_has_come(firm: Firm) -> None:
    admin, head, _ = await company(firm)
    await comes(firm, await invited(firm, admin, Role.HEAD))
    ((who, text),) = await shown(firm, "joined")
    assert who == admin
    assert "Вера Новая</b>, РОП." in text
    assert "Менеджеров у этого РОПа пока нет" in text
    code = await invited(firm, head, Role.MANAGER)
    async with firm.work() as work:
        await accept_invite(work, Newcomer(902, "Глеб", None, "ru"), code)
    assert [one[0] for one in await shown(firm, "joined")] == [admin, head]
