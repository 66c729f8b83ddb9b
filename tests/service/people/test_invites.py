"""Invites: one person each, for a time, and not to be guessed."""

import asyncio
from datetime import timedelta

import pytest

from bot.method.core.refusals import Invalid, NotFound, NotNow
from bot.method.core.terms import Role
from bot.models import User
from bot.models.user import user_by_telegram_id
from bot.services.people.access import activate, deactivate
from bot.services.people.blocked import unblocked
from bot.services.people.people import (
    INVITE_HOURS,
    Newcomer,
    accept_invite,
    make_invite,
    remember_attempt,
)
from tests.builders import Firm
from tests.service import seen
from tests.service.running import run_job

VERA, GLEB = (Newcomer(number, name, None, "ru") for number, name in ((901, "Вера"), (902, "Глеб")))


async def invited(firm: Firm, by: int, role: Role = Role.MANAGER, team: int | None = None) -> str:
    async with firm.act(by) as act:
        return (await make_invite(act, role, team)).code


async def comes(firm: Firm, who: Newcomer, code: str) -> User:
    async with firm.work() as work:
        return await accept_invite(work, who, code)


async def tries(firm: Firm, who: Newcomer, code: str) -> None:
    """A wrong code, counted after the refusal as the worker does."""
    with pytest.raises(Invalid, match="invite"):
        await comes(firm, who, code)
    async with firm.work() as work:
        await remember_attempt(work, who.telegram_id)


async def test_it_lets_one_person_in_as_it_says(firm: Firm) -> None:
    team = await firm.team()
    code = await invited(firm, await firm.person("Ольга", Role.ADMIN), Role.HEAD, team)
    vera = await comes(firm, VERA, code)
    assert (vera.role, vera.team_id, vera.active) == (Role.HEAD, team, True)
    for again in (GLEB, VERA):
        with pytest.raises(Invalid, match="invite"):
            await comes(firm, again, code)
    async with firm.work() as work:
        assert await user_by_telegram_id(work.session, GLEB.telegram_id) is None


async def test_of_two_at_once_one_is_let_in(firm: Firm) -> None:
    code = await invited(firm, await firm.person("Ольга", Role.ADMIN))
    done = await asyncio.gather(
        comes(firm, VERA, code), comes(firm, GLEB, code), return_exceptions=True
    )
    assert sorted(type(one).__name__ for one in done) == ["Invalid", "User"]


async def test_it_opens_until_its_time_is_over(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    early, late = await invited(firm, admin), await invited(firm, admin)
    firm.moved(hours=INVITE_HOURS, minutes=-1)
    await comes(firm, VERA, early)
    firm.moved(minutes=1)
    with pytest.raises(Invalid, match="invite"):
        await comes(firm, GLEB, late)


async def test_after_five_wrong_codes_even_the_right_one_waits_an_hour(firm: Firm) -> None:
    code = await invited(firm, await firm.person("Ольга", Role.ADMIN))
    for n in range(5):
        await tries(firm, VERA, f"wrong {n}")
    with pytest.raises(NotNow, match="invite-wait"):
        await comes(firm, VERA, code)
    firm.moved(hours=1)
    assert (await comes(firm, VERA, code)).active


async def test_a_head_invites_managers_of_the_own_team_only(firm: Firm) -> None:
    team, other = await firm.team(), await firm.team("Опт")
    head = await firm.person("Игорь", Role.HEAD, team)
    code = await invited(firm, head, team=other)
    assert (await comes(firm, VERA, code)).team_id == team
    for role in (Role.HEAD, Role.ADMIN):
        with pytest.raises(NotFound):
            await invited(firm, head, role)
    with pytest.raises(NotFound):
        await invited(firm, await firm.person("Анна", team_id=team))


async def test_who_was_let_out_comes_back_by_a_new_one_as_the_same_person(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    vera = await comes(firm, VERA, await invited(firm, admin))
    async with firm.act(admin) as act:
        await deactivate(act, vera.id)
    back = await comes(firm, VERA, await invited(firm, admin, Role.HEAD))
    assert (back.id, back.active, back.role) == (vera.id, True, Role.HEAD)
    assert back.deactivated_at is None


async def test_who_comes_again_begins_anew(firm: Firm) -> None:
    """He has blocked the bot while his access was closed: by the link he is reached again, and
    nothing of the time before is told of him."""
    olga, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    async with firm.work() as work:
        before = await work.session.get_one(User, anna)
        before.seen_on = before.silent_since = firm.in_days(-1)
        before.spared_since = before.blocked_at = before.digest_due_at = work.now
    async with firm.act(olga) as act:
        await deactivate(act, anna)
    firm.clock.move(timedelta(days=60))
    code = await invited(firm, olga)
    user = await comes(firm, Newcomer(firm.ids["Анна"], "Анна", None, "ru"), code)
    assert user.id == anna
    assert user.reachable
    assert (user.seen_on, user.silent_since, user.spared_since) == (firm.in_days(0), None, None)
    assert user.digest_due_at is not None
    assert user.digest_due_at > firm.clock.now()
    await run_job(firm, "presence")
    assert await seen.messages(firm, "silent") == []


async def test_whoever_unblocks_the_bot_while_his_access_is_closed_is_reached_once_it_is_open(
    firm: Firm,
) -> None:
    olga, anna = await firm.person("Ольга", Role.ADMIN), await firm.person("Анна")
    async with firm.work() as work:
        (await work.session.get_one(User, anna)).blocked_at = work.now
    async with firm.act(olga) as act:
        await deactivate(act, anna)
    async with firm.work() as work:
        await unblocked(work, firm.ids["Анна"])
    async with firm.act(olga) as act:
        await activate(act, anna)
    async with firm.work() as work:
        assert (await work.session.get_one(User, anna)).reachable
