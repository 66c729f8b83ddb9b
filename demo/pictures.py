"""`python -m demo.pictures FOLDER`: pictures of the page for the docs, taken in a real browser.

Wants a Chromium, which the project does not bring: `make browser` installs one.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from demo.browser import chromium, options
from demo.company import open_for_business
from demo.stage import Stage, stage
from demo.tour import tour
from demo.visit import outside
from sandbox.chat import ChatSite

if TYPE_CHECKING:
    from playwright.async_api import Browser

_WIDE = {"width": 1180, "height": 860}
_PHONE = {"width": 390, "height": 780}


async def take(folder: Path) -> None:
    """A morning beside an escalation, wide; the morning on a phone at night."""
    from playwright.async_api import async_playwright

    with tempfile.TemporaryDirectory(prefix="pictures-") as place:
        async with stage(Path(place)) as set_up, async_playwright() as browsers:
            company = await open_for_business(set_up)
            site = ChatSite(set_up.box, outside(set_up.box), tour(set_up.box, company))
            browser = await browsers.chromium.launch(executable_path=chromium(), args=options())
            try:
                address = await site.start()
                await set_up.at("Mon 09:00")
                await _phone(browser, f"{address}#{company.anna.id}", folder)
                await company.anna.taps("▶️ Начать день")
                await company.anna.taps("✅ Поговорили")
                await _until_the_head_hears(set_up)
                address += f"#{company.anna.id},{company.igor.id}"
                await _wide(browser, address, folder)
            finally:
                await browser.close()
                await site.stop()


async def _until_the_head_hears(set_up: Stage) -> None:
    await set_up.at("Mon 10:00")
    await set_up.at("Mon 17:30")


async def _wide(browser: "Browser", address: str, folder: Path) -> None:
    page = await browser.new_page(viewport=_WIDE)
    await page.goto(address)
    await page.get_by_text("Эскалация").last.wait_for()
    await page.screenshot(path=folder / "page.png")


async def _phone(browser: "Browser", address: str, folder: Path) -> None:
    page = await browser.new_page(viewport=_PHONE, color_scheme="dark")
    await page.goto(address)
    await page.get_by_role("button", name="Дальше я сам").click()
    await page.get_by_role("button", name="▶️ Начать день").wait_for()
    await page.screenshot(path=folder / "phone.png")


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1])))
