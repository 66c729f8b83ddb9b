"""Time zones as people type them: in any case, and only those of a place."""

import pytest

from bot.config import Settings
from bot.method.core.refusals import Invalid
from bot.models import User
from bot.services.people.settings import choose_zone
from bot.zones import known_zone
from tests.builders import Firm

TYPED = {
    "Asia/Yekaterinburg": "Asia/Yekaterinburg",
    "europe/moscow": "Europe/Moscow",
    "EUROPE/BERLIN": "Europe/Berlin",
    " america/new york ": "America/New_York",
    "america/argentina/buenos_aires": "America/Argentina/Buenos_Aires",
    "utc": "UTC",
}
NO_ZONES = [
    "posixrules",
    "Factory",
    "localtime",
    "LOCALTIME",
    "posix/Europe/Moscow",
    "right/UTC",
    "../../etc/localtime",
    "/usr/share/zoneinfo/UTC",
    "Europe/Moscow/..",
    "Europe",
    "zone.tab",
    "Moskau",
    "",
]


@pytest.mark.parametrize(("typed", "zone"), TYPED.items())
async def test_a_zone_is_typed_in_any_case(firm: Firm, typed: str, zone: str) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        await choose_zone(act, typed)
    async with firm.work() as work:
        assert (await work.session.get_one(User, anna)).zone == zone


@pytest.mark.parametrize("typed", NO_ZONES)
async def test_what_is_no_place_is_no_zone(firm: Firm, typed: str) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        with pytest.raises(Invalid, match="zone"):
            await choose_zone(act, typed)
    assert known_zone(typed) is None


def test_the_companys_zone_is_held_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "1:token")
    monkeypatch.setenv("TIMEZONE", "asia/almaty")
    assert Settings().timezone == "Asia/Almaty"
    monkeypatch.setenv("TIMEZONE", "posixrules")
    with pytest.raises(ValueError, match="no such time zone"):
        Settings()
