"""A card leads back to the list that it was opened from, to the same page of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import InlineKeyboardMarkup

from bot.method.core.terms import Role
from bot.method.deals.filters import DealFilter
from bot.services.deals.deals import wants_to_buy
from bot.services.tasks.tasks import When
from bot.views.taps.base import Tap, pack, unpack
from bot.views.taps.nav import Decide, OpenTeamGaps
from bot.views.taps.tasks import OpenDealListed, OpenDeals
from tests.builders import Firm
from tests.service.gateway import Gateway, Listener, gateway, tapped, written


class Phone:
    """One person's chat: what stands on the last screen."""

    def __init__(self, firm: Firm, name: str, desk: Gateway, telegram: Listener) -> None:
        self._account, self._desk, self._telegram = firm.ids[name], desk, telegram
        self.text = ""
        self.buttons: dict[str, Tap] = {}

    async def says(self, text: str) -> None:
        await self._desk.stores(written(self._account, text))
        await self._look()

    async def taps(self, tap: Tap | str) -> None:
        """A tap, or the first button whose label begins so."""
        if isinstance(tap, str):
            (tap,) = [way for label, way in self.buttons.items() if label.startswith(tap)][:1]
        await self._desk.stores(tapped(self._account, pack(tap)))
        await self._look()

    async def _look(self) -> None:
        assert await self._desk.deals() == (0, 0)
        heard = self._telegram.heard
        shown = [call for call in heard if isinstance(call, SendMessage | EditMessageText)][-1]
        self.text = shown.text or ""
        markup = shown.reply_markup
        assert isinstance(markup, InlineKeyboardMarkup)
        keys = [key for row in markup.inline_keyboard for key in row]
        self.buttons = {key.text: unpack(key.callback_data) for key in keys if key.callback_data}


@asynccontextmanager
async def phone_of(firm: Firm, name: str) -> AsyncIterator[Phone]:
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        yield Phone(firm, name, desk, telegram)


async def test_from_what_was_found(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for number in range(12):
        await firm.client(anna, f"Ромашка {number:02}", due=firm.in_days(1))
    async with phone_of(firm, "Анна") as phone:
        await phone.says("/find Ромашка")
        await phone.taps("▶")
        found = phone.text, list(phone.buttons)
        await phone.taps("Ромашка 11")
        assert "Ромашка 11" in phone.text
        await phone.taps("← Найденные")
        assert (phone.text, list(phone.buttons)) == found


async def test_from_a_single_page_of_what_is_written_alike(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for name in ("Кузьмин Пётр", "Кузмин Олег"):
        await firm.client(anna, name, due=firm.in_days(1))
    async with phone_of(firm, "Анна") as phone:
        await phone.says("/find Кузьмен")
        found = phone.text, list(phone.buttons)
        await phone.taps("Куз")
        await phone.taps("← Найденные")
        assert (phone.text, list(phone.buttons)) == found


async def test_from_a_list_of_deals(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for number in range(10):
        client = await firm.client(anna, f"Клиент {number}")
        async with firm.act(anna) as act:
            await wants_to_buy(act, client, When(firm.in_days(2)), title=f"Столы {number}")
    async with phone_of(firm, "Анна") as phone:
        await phone.taps(OpenDeals(1))
        listed = phone.text, list(phone.buttons)
        deal = next(tap for tap in phone.buttons.values() if isinstance(tap, OpenDealListed))
        assert (deal.page, deal.only) == (1, DealFilter.OPEN)
        await phone.taps(deal)
        await phone.taps("← Сделки")
        assert (phone.text, list(phone.buttons)) == listed


async def test_from_the_list_of_gaps(firm: Firm) -> None:
    team = await firm.team()
    await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", Role.MANAGER, team)
    for number in range(10):
        await firm.client(anna, f"Клиент {number}")
    async with phone_of(firm, "Игорь") as phone:
        await phone.taps(OpenTeamGaps(1))
        listed = phone.text, list(phone.buttons)
        decide = next(tap for tap in phone.buttons.values() if isinstance(tap, Decide))
        assert decide.page == 1
        await phone.taps(decide)
        decision = phone.text, list(phone.buttons)
        await phone.taps("👤 Карточка")
        await phone.taps("← Решение")
        assert (phone.text, list(phone.buttons)) == decision
        await phone.taps("← Без дела")
        assert (phone.text, list(phone.buttons)) == listed


async def test_a_search_of_somebody_else_leads_nowhere(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    for name in ("Ромашка 1", "Ромашка 2"):
        await firm.client(anna, name, due=firm.in_days(1))
        await firm.client(boris, f"{name} Б", due=firm.in_days(1))
    telegram = Listener()
    async with gateway(firm, telegram) as desk:
        hers = Phone(firm, "Анна", desk, telegram)
        await hers.says("/find Ромашка")
        await hers.taps("Ромашка 1")
        back = hers.buttons["← Найденные"]
        await desk.stores(tapped(firm.ids["Борис"], pack(back)))
        assert await desk.deals() == (0, 0)
        assert "Ромашка" not in str(telegram.heard[-1])


async def test_a_deals_card_keeps_its_way_back_through_what_is_changed_on_it(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for number in range(10):
        client = await firm.client(anna, f"Клиент {number}")
        async with firm.act(anna) as act:
            await wants_to_buy(act, client, When(firm.in_days(2)), title=f"Столы {number}")
    async with phone_of(firm, "Анна") as phone:
        await phone.taps(OpenDeals(1))
        deal = next(tap for tap in phone.buttons.values() if isinstance(tap, OpenDealListed))
        for asks, text in (("✏️", "Стулья"), ("💰", "250000")):
            await phone.taps(deal)
            await phone.taps(asks)
            await phone.taps("◀️ Назад")
            await phone.taps(asks)
            await phone.says(text)
            assert phone.buttons["← Сделки"] == OpenDeals(1)
        await phone.taps("🪜")
        await phone.taps("Договор")
        assert "Договор" in phone.text
        assert phone.buttons["← Сделки"] == OpenDeals(1)
        await phone.taps("↩️")
        assert phone.buttons["← Сделки"] == OpenDeals(1)
        await phone.taps("❌")
        await phone.taps("◀️ Назад")
        assert phone.buttons["← Сделки"] == OpenDeals(1)
