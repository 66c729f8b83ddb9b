"""The page of the sandbox in a real browser, with the real bot behind it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio

from tests.e2e.browsing import browsing, needs_browser
from tests.world import World

pytestmark = needs_browser


@pytest_asyncio.fixture
async def page(office: World) -> AsyncIterator[Any]:
    async with browsing(office) as browser:
        yield await browser.tab()


async def test_a_client_is_added_and_planned_by_hand_and_by_keyboard(
    page: Any, office: World
) -> None:
    await page.get_by_role("button", name="Анна Петрова").click()
    field = page.get_by_role("textbox", name="Сообщение")
    await field.fill("/new <b>Ромашка</b> +7 916 123-45-00")
    await field.press("Enter")
    date = page.get_by_role("button", name="Через 3 дня")
    await date.focus()
    await page.keyboard.press("Enter")
    await page.get_by_text("следующий контакт с клиентом").last.wait_for()
    # What somebody wrote is words: nothing of it became a part of the page.
    assert await page.locator(".words b").count() == 0
    await page.reload()
    await page.get_by_text("следующий контакт с клиентом").last.wait_for()
    assert await office.count("tasks", "status = 'open'") == 1


async def test_what_a_client_writes_reaches_the_head_side_by_side(page: Any, office: World) -> None:
    await page.get_by_role("button", name="Марина Лебедева").click()
    await page.get_by_role("textbox", name="Сообщение").fill("Нужны столы")
    await page.get_by_role("button", name="Отправить", exact=True).click()
    await page.get_by_role("checkbox").check()
    await page.get_by_role("button", name="↪ Анна").click()
    await page.get_by_role("button", name="◫ Рядом").click()
    await page.get_by_role("combobox").last.select_option(label="Анна Петрова")
    await page.get_by_role("button", name="➕ Новый клиент").wait_for()


async def test_a_base_is_dropped_into_the_chat_and_judged(page: Any, office: World) -> None:
    await page.get_by_role("button", name="Игорь").click()
    dropped = await page.evaluate_handle(
        """() => {
            const held = new DataTransfer();
            const rows = ["Имя;Телефон;Следующее дело\\n", "Иван;+79161112233;\\n"];
            held.items.add(new File(rows, "база.csv"));
            return held;
        }"""
    )
    await page.dispatch_event(".pane", "drop", {"dataTransfer": dropped})
    await page.get_by_role("button", name="🔎 Аудит: кто без дела").click()
    await page.get_by_text("Клиенты без открытой сделки (1)").wait_for()
    assert await office.count("clients") == 0


async def test_a_table_is_a_table_and_a_locked_date_can_not_be_tapped(
    page: Any, office: World
) -> None:
    anna = office.people.anna
    await anna.writes("/me")
    await anna.taps("📊 Таблицы: включить")
    await anna.writes("/new Ромашка")
    await office.at("2026-11-24 09:00")
    await page.get_by_role("button", name="Анна Петрова").click()
    today = page.get_by_role("table").first
    await today.get_by_role("columnheader", name="Сколько").wait_for()
    assert await today.get_by_role("row", name="Без дела").get_by_role("cell").last.inner_text()
    await anna.writes("/find Ромашка")
    for label in ("📅 Запланировать", "📅 Дата", "▶️"):
        await anna.taps(label)
    locked = page.get_by_role("button", name="🔒").last
    await locked.wait_for()
    assert await locked.is_disabled()
