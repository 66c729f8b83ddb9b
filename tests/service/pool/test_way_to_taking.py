"""The way to take a client of the pool is where people look for it, where the rule is on (R6)."""

import pytest
from aiogram import Bot
from aiogram.methods import SetMyCommands

from bot.method.core.terms import Role
from bot.services.pool.menus import renew_menus
from bot.services.pool.taking import may_take
from bot.telegram.background import Background
from bot.telegram.pace import Pace
from bot.telegram.sender import Sender
from bot.views.core.start import help_screen, more_screen
from bot.views.taps.nav import OpenPool
from bot.views.words import Words
from tests.builders import Firm
from tests.service import pooled
from tests.service.gateway import Listener


async def menu_of(firm: Firm, telegram: Listener) -> list[str]:
    """The menu that is set for the only manager once all have been told anew."""
    telegram.heard.clear()
    async with firm.work() as work:
        await renew_menus(work)
    async with Bot("1:sandbox", telegram) as bot:
        sender = Sender(firm.transactions, bot, Pace(30), Background())
        await sender.run_once()
        await sender.drained()
    (menu,) = [call for call in telegram.heard if isinstance(call, SetMyCommands)]
    return [command.command for command in menu.commands]


async def test_the_menu_follows_the_rule(firm: Firm) -> None:
    await firm.person("Анна")
    telegram = Listener()
    assert "pool" not in await menu_of(firm, telegram)
    await pooled.set_rule(firm, "self_take_allowed", "1")
    firm.moved(minutes=1)
    names = await menu_of(firm, telegram)
    assert (names.count("pool"), "pool_assign" in names) == (1, False)


async def test_a_leaders_menu_stays_as_it_is(firm: Firm) -> None:
    await pooled.set_rule(firm, "self_take_allowed", "1")
    for name, role in (("Анна", Role.MANAGER), ("Игорь", Role.HEAD), ("Админ", Role.ADMIN)):
        async with firm.act(await firm.person(name, role)) as act:
            assert may_take(act) is (role is Role.MANAGER)


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_more_and_help_show_it_where_it_is_on(locale: str) -> None:
    words = Words(locale)

    def ways(*, takes: bool) -> tuple[int, bool]:
        rows = more_screen(words, Role.MANAGER, takes=takes).rows
        taps = [button.tap for row in rows for button in row]
        return taps.count(OpenPool()), "/pool" in help_screen(words, Role.MANAGER, takes=takes).text

    assert (ways(takes=True), ways(takes=False)) == ((1, True), (0, False))
