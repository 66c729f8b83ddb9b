"""The figures of a bot at work: what happened is in them, and nothing of people is."""

from urllib.parse import urljoin

import aiohttp

from tests.unit.web.test_metrics import samples
from tests.world import World


async def page(office: World) -> str:
    url = urljoin(office.stage.bot.ready_url, "/metrics")
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        assert answer.status == 200
        assert answer.content_type == "text/plain"
        return await answer.text()


async def test_what_happens_is_counted_and_nobody_is_named(office: World) -> None:
    before = samples(await page(office))
    await office.people.anna.writes("/new Ромашка +7 916 123-45-67")
    await office.people.anna.taps("Завтра")
    # A bot whose messages get no answer puts that into its log.
    office.stage.box.faults.fail_next("getUpdates", kind="502_html")
    await office.people.anna.writes("/today")
    await office.stage.rest()
    said = await page(office)
    found = samples(said)
    count = ("moidela_update_seconds_count",)
    assert found[count] - before.get(count, 0) == 3
    assert found["moidela_ticks_total",] > before["moidela_ticks_total",]
    assert found["moidela_inbox_waiting",] == 0
    assert any(key[0] == "moidela_log_lines_total" for key in found)
    for secret in ("Ромашка", "79161234567", "Петрова", "Анна", "sandbox"):
        assert secret not in said
