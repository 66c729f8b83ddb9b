"""A real browser at the page of the sandbox, with the real bot behind it."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import async_playwright

from demo.browser import chromium, options
from sandbox.chat import ChatSite
from sandbox.chat.tour import Tour
from sandbox.patience import patient
from tests.world import World


def is_spared() -> bool:
    """Whether this machine goes without the tests of the page: it has no browser, and
    `REQUIRE_BROWSER=1` does not say that they are to fail then."""
    return chromium() is None and os.environ.get("REQUIRE_BROWSER") != "1"


needs_browser = pytest.mark.skipif(
    is_spared(), reason="there is no Chromium on this machine: make browser"
)


class Browsing:
    """Tabs of one browser; what the page complains about is kept."""

    def __init__(self, context: Any, address: str) -> None:
        self._context = context
        self._address = address
        self.said: list[str] = []

    async def tab(self, place: str = "") -> Any:
        """A new one, at a place of the page."""
        page = await self._context.new_page()
        page.set_default_timeout(patient(30) * 1000)
        page.on("console", lambda line: self.said.append(line.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        await page.goto(f"{self._address}{place}")
        return page


@asynccontextmanager
async def browsing(
    office: World, tour: Tour | None = None, **looks: Any
) -> AsyncIterator[Browsing]:
    """The office on the page; `looks` are those of Playwright's contexts."""
    executable = chromium()
    assert executable, "REQUIRE_BROWSER=1, and there is no Chromium on this machine: make browser"
    outside = [office.people.marina.id]
    site = ChatSite(office.stage.box, outside, *([tour] if tour else []))
    address = await site.start()
    try:
        async with async_playwright() as browsers:
            browser = await browsers.chromium.launch(executable_path=executable, args=options())
            found = Browsing(await browser.new_context(**looks), address)
            yield found
            assert found.said == []
            await browser.close()
    finally:
        await site.stop()
