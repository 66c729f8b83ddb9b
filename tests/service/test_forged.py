"""Callback data that nobody was ever given: every string is answered, and none is parked."""

from datetime import date, time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from aiogram.methods import AnswerCallbackQuery

from bot.clock import MovableClock
from bot.method.core.refusals import Invalid
from bot.method.core.terms import Role
from bot.views.taps.base import Tap, all_taps, pack, unpack
from tests.builders import Firm
from tests.databases import empty_sqlite, hurry
from tests.service.buttons import fields_of, members, taps
from tests.service.gateway import Listener, gateway, tapped

STRINGS = 2_000
"""Put together at random, for each role; most of them are no taps."""
REFUSED = 25
"""Of those that are none so many go on: all are refused in one way, and not far."""
EACH = 1
"""So many well-formed buttons of each tap."""
WORDS = ["call", "client", "deal", "all", "plan", "move", "manager", "head", "phone", "c", "d", "p"]
NUMBERS = ["0", "1", "2", "3", "7", "12", "13", "9999", "10000", "999999", str(2**63 - 1), "-1"]
DATES = ["20261125", "20260229", "19000101", "29991231", "00010101", "99991231"]
TIMES = ["0000", "0900", "2359", "2400"]


def forged(random: Random, code: str) -> str:
    """Mostly what the small ids of the firm and the edges of the fields make."""
    kinds = (["0", "1", "1", "2"], NUMBERS, DATES, TIMES, ["~"], WORDS)
    parts = [random.choice(random.choice(kinds)) for _ in range(random.randint(0, 6))]
    return ":".join([code, *parts])[:64]


def is_tap(data: str) -> bool:
    """Whether it gets as far as a handler."""
    try:
        unpack(data)
    except Invalid:
        return False
    return True


def well_formed(random: Random, tap: type[Tap]) -> str:
    """A button as the bot itself might have made it, about whatever there is."""
    while True:
        values = [value(random, kind, empty) for _, kind, empty in fields_of(tap)]
        try:
            return pack(tap(*values))
        except ValueError:
            continue  # beyond the bounds of a page, a year or a month


def value(random: Random, kind: type[Any], may_be_empty: bool) -> Any:
    if may_be_empty and not random.randint(0, 2):
        return None
    if kind is int:
        return random.choice([0, 1, 1, 1, 2, 3, 12, 2026, 10_000, 2**63 - 1])
    if kind is date:
        return random.choice([date(2026, 11, 25), date(1900, 1, 1), date(2999, 12, 31)])
    if kind is time:
        return random.choice([time(0), time(9), time(23, 59)])
    return random.choice(members(kind) or WORDS)


@pytest.mark.parametrize("role", list(Role))
async def test_what_is_forged_is_answered(tmp_path: Path, clock: MovableClock, role: Role) -> None:
    random = Random(role.value)
    strings = [forged(random, random.choice(sorted(all_taps()))) for _ in range(STRINGS)]
    wanted = [data for data in strings if is_tap(data)]
    wanted += [data for data in strings if not is_tap(data)][:REFUSED]
    wanted += [well_formed(random, tap) for tap in taps() for _ in range(EACH)]
    # The month's grid asks the calendar for what no date can be.
    wanted += [f"vam:1:{year}:{month}" for year in (0, 1, 9999, 10000) for month in (0, 12, 13)]
    random.shuffle(wanted)
    async with empty_sqlite(tmp_path) as database:
        hurry(database)
        firm, telegram = Firm(database, clock), Listener()
        owner = await firm.person("Анна", role)
        await firm.client(owner, "Ромашка", phone="+79161234567", due=firm.in_days(0))
        async with gateway(firm, telegram) as desk:
            await desk.stores(*(tapped(101, data) for data in wanted))
            assert await desk.deals() == (0, 0)
    assert telegram.count(AnswerCallbackQuery) == len(wanted)
