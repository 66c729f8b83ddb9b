"""The page of the sandbox on a phone, in the dark, by keyboard alone, in several tabs; the tour."""

from typing import Any

import pytest

from demo.tour import tour
from tests.e2e.browsing import browsing, needs_browser
from tests.world import World

pytestmark = needs_browser

PHONE = {"width": 390, "height": 780}
READABLE = 4.5
"""The least contrast of text with what is behind it, as WCAG AA has it."""
CONTRASTS = """() => {
    const lit = (color) => {
        const parts = color.match(/[\\d.]+/g).slice(0, 3).map((part) => {
            const value = part / 255;
            return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    };
    const behind = (node) => {
        const color = getComputedStyle(node).backgroundColor;
        const seenThrough = color === "rgba(0, 0, 0, 0)" && node.parentElement;
        return seenThrough ? behind(node.parentElement) : color;
    };
    const seen = [...document.querySelectorAll("button, h2, .words, #clock, time, .empty, select")];
    return seen.filter((node) => node.offsetParent && node.textContent.trim()).map((node) => {
        const pair = [lit(getComputedStyle(node).color), lit(behind(node))].sort((a, b) => b - a);
        return [node.textContent.trim().slice(0, 30), (pair[0] + 0.05) / (pair[1] + 0.05)];
    });
}"""


async def writes(page: Any, text: str) -> None:
    field = page.get_by_role("textbox", name="Сообщение")
    await field.fill(text)
    await field.press("Enter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_on_a_phone_by_day_and_by_night(office: World, scheme: str) -> None:
    async with browsing(office, viewport=PHONE, color_scheme=scheme, has_touch=True) as browser:
        page = await browser.tab()
        await page.get_by_role("button", name="☰ Люди").tap()
        await page.get_by_role("button", name="Анна Петрова").tap()
        await writes(
            page, "/new Ромашка-с-очень-длинным-названием-без-единого-пробела +7 916 123-45-00"
        )
        await page.get_by_role("button", name="Через 3 дня").tap()
        await page.get_by_text("следующий контакт с клиентом").last.wait_for()
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await page.evaluate(wide) == 0, "nothing stands beside the screen"
        found = await page.evaluate(CONTRASTS)
        assert len(found) > 5
        assert [pair for pair in found if pair[1] < READABLE] == []
        dark = await page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, dark.strip("rgb()").split(", "))) < 200) == (scheme == "dark")


async def test_by_keyboard_alone(office: World) -> None:
    async with browsing(office) as browser:
        page = await browser.tab()
        await page.get_by_role("button", name="Анна Петрова").wait_for()

        async def go_to(label: str) -> None:
            named = (
                "((on) => on.getAttribute('aria-label') || on.innerText)(document.activeElement)"
            )
            for _ in range(60):
                await page.keyboard.press("Tab")
                if str(await page.evaluate(named)).startswith(label):
                    return
            raise AssertionError(f"{label} is not reached")

        await go_to("Анна Петрова")
        await page.keyboard.press("Enter")
        await go_to("Сообщение")
        await page.keyboard.type("/new Ромашка +7 916 123-45-00")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="Через 3 дня").wait_for()
        await go_to("Через 3 дня")
        await page.keyboard.press("Space")
        await page.get_by_text("следующий контакт с клиентом").last.wait_for()
        assert await office.count("tasks", "status = 'open'") == 1


async def test_tabs_are_people_and_a_reload_loses_nothing(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    async with browsing(office) as browser:
        first, second = await browser.tab(f"#{anna.id}"), await browser.tab(f"#{igor.id}")
        third = await browser.tab(f"#{anna.id}")
        await writes(first, "/new Ромашка +7 916 123-45-00")
        await third.get_by_role("button", name="Через 3 дня").wait_for()
        await writes(second, "/today")
        await second.get_by_text("Мои дела").last.wait_for()
        assert await second.get_by_role("button", name="Через 3 дня").count() == 0
        await third.get_by_role("button", name="Через 3 дня").click()
        for page in (first, third):
            await page.get_by_text("следующий контакт с клиентом").last.wait_for()
        for page in (first, second, third):
            before = await page.locator("article").all_inner_texts()
            await page.reload()
            await page.locator("article").nth(len(before) - 1).wait_for()
            assert await page.locator("article").all_inner_texts() == before


async def test_the_tour_by_real_taps(office: World) -> None:
    anna = office.people.anna
    await anna.writes("ООО «Ромашка» +7 916 123-45-00 сегодня обсудить договор")
    await anna.taps("✅ Сохранить")
    async with browsing(office, tour(office.stage.box, office.people)) as browser:
        page = await browser.tab(f"#{anna.id}")

        async def tap(label: str) -> None:
            await page.get_by_role("button", name=label).last.click()

        async def step(number: int) -> None:
            await page.locator(f"#tour li:nth-child({number})[aria-current=step]").wait_for()

        await step(1)
        await tap("К утренней сводке")
        await step(2)
        await tap("▶️ Начать день")
        await tap("✅ Поговорили")
        await step(3)
        await tap("Через 3 дня")
        await step(4)
        await tap("Марина")
        await writes(page, "Здравствуйте, нужны столы")
        await page.get_by_role("checkbox").check()
        await tap("↪ Анна")
        await tap("Анна Петрова")
        await tap("➕ Новый клиент")
        await tap("✅ Обработано")
        await step(5)
        await tap("+1 час")
        await office.stage.rest()
        await tap("+1 день")
        await tap("Игорь")
        await page.get_by_text("Эскалация").last.wait_for()
        await page.get_by_text("Ни один клиент не потерялся").wait_for()
