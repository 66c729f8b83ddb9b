"""Single managers who come to the team of a head who is invited (R7)."""

import pytest

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.models import User
from bot.models.user import Team
from bot.services.people import access, companions, following, roles
from bot.services.people.people import Newcomer, accept_invite, make_invite
from tests.builders import Firm
from tests.service.people.test_teams import VERA, comes, company, shown, whose_heads
from tests.service.sales import person


async def draft(firm: Firm, admin: int, *chosen: int) -> int:
    """A list with these managers marked."""
    async with firm.act(admin) as act:
        made = await companions.start_choosing(act)
        for person_id in chosen:
            await companions.choose(act, made, person_id, chosen=True)
        return made


async def code_for(firm: Firm, admin: int, made: int, team: int | None = None) -> str:
    async with firm.act(admin) as act:
        return (await make_invite(act, Role.HEAD, team, made)).code


async def team_name(firm: Firm, person_id: int) -> str | None:
    async with firm.work() as work:
        found = await work.session.get_one(User, person_id)
        return (
            None
            if found.team_id is None
            else (await work.session.get_one(Team, found.team_id)).name
        )


async def test_who_is_marked_moves_when_the_head_comes(firm: Firm) -> None:
    admin, head, anna = await company(firm)
    opt = await firm.team("Опт")
    boris, gleb = await firm.person("Борис", team_id=opt), await firm.person("Глеб", team_id=opt)
    made = await draft(firm, admin, anna, boris)
    code = await code_for(firm, admin, made)
    assert await whose_heads(firm, anna) == [head]
    vera = await comes(firm, code)
    assert await team_name(firm, vera) == "Вера Новая"
    for moved in (anna, boris):
        assert await whose_heads(firm, moved) == [vera]
    assert await whose_heads(firm, gleb) == [head]
    ((who, text),) = await shown(firm, "joined")
    assert who == admin
    assert "В отделе теперь и: Анна Петрова, Борис." in text
    told = {who for who, text in await shown(firm, "place") if "«Вера Новая»" in text}
    assert told == {anna, boris}


async def test_single_managers_come_besides_a_whole_team(firm: Firm) -> None:
    admin, _, anna = await company(firm)
    opt = await firm.team("Опт")
    boris = await firm.person("Борис", team_id=opt)
    made = await draft(firm, admin, anna, boris)
    async with firm.act(admin) as act:
        facts = await make_invite(act, Role.HEAD, opt, made)
    assert facts.coming == ("Анна Петрова",)
    vera = await comes(firm, facts.code)
    assert [await whose_heads(firm, one) for one in (anna, boris)] == [[vera], [vera]]


async def test_who_is_elsewhere_by_then_is_left_out_and_named(firm: Firm) -> None:
    admin, _, anna = await company(firm)
    opt, retail = await firm.team("Опт"), await firm.team("Розница")
    boris = await firm.person("Борис", team_id=opt)
    gleb = await firm.person("Глеб", team_id=opt)
    zoe = await firm.person("Зоя", team_id=opt)
    code = await code_for(firm, admin, await draft(firm, admin, boris, gleb, zoe))
    async with firm.act(admin) as act:
        await roles.set_team(act, boris, retail)
        await access.deactivate(act, gleb)
        await roles.set_role(act, zoe, Role.HEAD)
    vera = await comes(firm, code)
    assert (await person(firm, boris)).team_id == retail
    assert await team_name(firm, vera) is None
    assert await team_name(firm, anna) != "Вера Новая"
    ((_, text),) = await shown(firm, "joined")
    assert (
        "Остаются на своих местах: Борис (отдел уже другой), Глеб (доступ закрыт), "
        "Зоя (роль уже другая)." in text
    )


async def test_of_two_invites_with_the_same_manager_the_first_moves_him(firm: Firm) -> None:
    admin, _, anna = await company(firm)
    made = await draft(firm, admin, anna)
    first, second = await code_for(firm, admin, made), await code_for(firm, admin, made)
    vera = await comes(firm, first)
    async with firm.work() as work:
        await accept_invite(work, Newcomer(902, "Глеб", None, "ru"), second)
    assert await whose_heads(firm, anna) == [vera]
    assert "Анна Петрова (отдел уже другой)" in (await shown(firm, "joined"))[-1][1]


async def test_marks_are_set_and_taken_back_and_later_ones_change_no_link(firm: Firm) -> None:
    admin, _, anna = await company(firm)
    many = [await firm.person(f"Менеджер {n:02}") for n in range(10)]
    made = await draft(firm, admin, anna, anna, many[9])
    async with firm.act(admin) as act:
        await companions.choose(act, made, anna, chosen=False)
        page = await companions.choice(act, made, 1)
        assert (page.pages, page.page, page.total) == (2, 1, 1)
        assert [line.chosen for line in page.lines] == [False, False, True]
        facts = await make_invite(act, Role.HEAD, None, made)
        assert facts.coming == ("Менеджер 09",)
        await companions.choose(act, made, many[0], chosen=True)
    vera = await comes(firm, facts.code)
    assert await whose_heads(firm, many[9]) == [vera]
    assert await team_name(firm, many[0]) != "Вера Новая"


async def test_a_member_who_becomes_a_head_brings_them_and_reads_it_before(firm: Firm) -> None:
    admin, _, anna = await company(firm)
    boris = await firm.person("Борис")
    code = await code_for(firm, admin, await draft(firm, admin, anna, boris))
    async with firm.act(anna) as act:
        move = await following.invited_to(act, code)
        assert move is not None
        assert move.coming == ("Борис",)
        await following.follow_invite(act, code)
    assert await whose_heads(firm, boris) == [anna]
    assert (await person(firm, anna)).role is Role.HEAD
    ((who, text),) = await shown(firm, "joined")
    assert who == admin
    assert "Ваше приглашение принято: <b>Анна Петрова</b>, РОП" in text
    assert "В отделе теперь и: Борис." in text


async def test_a_head_who_is_here_keeps_the_own_team_and_gets_more(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    opt, retail = await firm.team("Опт"), await firm.team("Розница")
    head = await firm.person("Игорь", Role.HEAD, opt)
    await firm.person("Вера", Role.HEAD, retail)
    boris = await firm.person("Борис", team_id=retail)
    code = await code_for(firm, admin, await draft(firm, admin, boris), opt)
    async with firm.act(head) as act:
        await following.follow_invite(act, code)
    assert (await person(firm, head)).team_id == opt
    assert await whose_heads(firm, boris) == [head]


async def test_a_list_is_its_admins_and_opens_nothing(firm: Firm) -> None:
    admin, head, anna = await company(firm)
    other = await firm.person("Пётр", Role.ADMIN)
    made = await draft(firm, admin, anna)
    finished = await code_for(firm, admin, made)
    for stranger in (other, head, anna):
        async with firm.act(stranger) as act:
            with pytest.raises(NotFound):
                await companions.choose(act, made, anna, chosen=False)
            with pytest.raises(NotFound):
                await companions.choice(act, made, 0)
    async with firm.act(admin) as act:
        with pytest.raises(NotFound, match="person"):
            await companions.choose(act, made, head, chosen=True)
        with pytest.raises(NotFound, match="button"):
            await companions.choose(act, made + 1, anna, chosen=True)
    vera = await comes(firm, finished)
    assert VERA.telegram_id == (await person(firm, vera)).telegram_id
