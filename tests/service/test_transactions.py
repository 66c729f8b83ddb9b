"""Where transactions come from: whose they are, what they keep, whose rules they go by."""

from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from bot.models.dossier import dossier_of_client
from bot.models.policy import PolicyOverride
from bot.models.user import User
from bot.services.core.work import Act
from tests.builders import COMPANY, Firm


async def name_of(firm: Firm, person_id: int) -> str:
    async with firm.transactions.looking() as work:
        return (await work.session.get_one(User, person_id)).name


async def test_work_and_act_keep_what_they_change_and_looking_does_not(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.transactions.looking() as work:
        (await work.session.get_one(User, anna)).name = "Нет"
    assert await name_of(firm, anna) == "Анна"
    async with firm.transactions.work() as work:
        (await work.session.get_one(User, anna)).name = "Мария"
    assert await name_of(firm, anna) == "Мария"
    async with firm.transactions.act(firm.ids["Анна"]) as act:
        assert isinstance(act, Act)
        act.actor.name = "Ольга"
    assert await name_of(firm, anna) == "Ольга"


async def test_what_only_reads_locks_nothing(firm: Firm, looking: list[str]) -> None:
    """PostgreSQL refuses it: a message that is drawn with a lock would never be sent."""
    client = await firm.client(await firm.person("Анна"))
    async with firm.transactions.looking() as work:
        with suppress(DBAPIError):
            await dossier_of_client(work.session, client)
    assert "FOR UPDATE" in looking.pop()
    async with firm.work() as work:
        assert await dossier_of_client(work.session, client) is not None


@pytest.mark.parametrize("door", ["work", "act"])
async def test_an_error_leaves_nothing(firm: Firm, door: str) -> None:
    anna = await firm.person("Анна")
    source = firm.transactions
    opened = source.work() if door == "work" else source.act(firm.ids["Анна"])

    async def fail() -> None:
        async with opened as work:
            (await work.session.get_one(User, anna)).name = "Нет"
            await work.session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await name_of(firm, anna) == "Анна"


async def test_a_stranger_and_who_has_left_act_for_nobody(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.work() as work:
        (await work.session.get_one(User, anna)).active = False
    for telegram_id in (firm.ids["Анна"], 999, None):
        async with firm.transactions.act(telegram_id) as act:
            assert not isinstance(act, Act)


async def test_each_goes_by_the_clock_and_the_rules_of_its_moment(firm: Firm) -> None:
    before = firm.clock.now()
    async with firm.work() as work:
        work.session.add(PolicyOverride(name="capacity", value="7", changed_at=work.now))
    firm.clock.move(timedelta(hours=1))
    for opened in (firm.transactions.work(), firm.transactions.looking()):
        async with opened as work:
            assert (work.now, work.policy.capacity) == (before + timedelta(hours=1), 7)
            assert work.company == COMPANY
