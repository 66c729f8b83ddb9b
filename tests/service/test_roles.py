"""Who is not theirs reaches nothing of a manager: every tap and every command, as every role."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import product
from pathlib import Path
from typing import Any

import pytest_asyncio
from sqlalchemy import update

from bot.clock import MovableClock
from bot.handlers.core.refusals import refused
from bot.method.core.refusals import Refusal
from bot.method.core.terms import PoolReason, Role
from bot.models import User
from bot.models.arrival import ArrivalState
from bot.models.base import Base
from bot.services.pool import releasing
from bot.telegram.context import AnyContext
from bot.views.screen import Screen
from bot.views.taps.base import Tap, pack
from bot.views.taps.clients import OpenEdit, OpenInside, OpenPoints
from bot.views.taps.nav import AskLost, OpenClient, OpenHistory, OpenTask, Walk
from bot.views.taps.planning.walk import WalkEnd
from bot.views.taps.pool import AskAssign
from bot.views.taps.tasks import Locked, OpenDeal
from tests.builders import Firm
from tests.databases import empty_sqlite, hurry
from tests.handled import handled_commands
from tests.service.buttons import fields_of, members, taps
from tests.service.gateway import Gateway, Listener, gateway, tapped, written
from tests.service.possessions import scene

SECRETS = {"Василёк", "Лютик", "Кто-то", "base.csv"}
"""What of Anna's nobody else is shown, unless he has typed it himself."""
TYPED = ("+7 916 123-45-67", "5 Анна")
"""None of her names: somebody would call a client of his own so."""
LEADERS = [role for role in Role if role in Role.leaders() - {Role.ADMIN}]
OUTSIDERS = ["stranger", "left", "blocked", "colleague", *(set(Role) - {Role.ADMIN})]
"""A manager of the same team, and somebody of each role in another one: an admin is none."""
EVERYBODYS = {"teams", "users"}
"""Whoever does something hangs on these."""
OWN = {"inbox", "users"}
"""Where everybody leaves a trace of his own."""
SHOWS_NOTHING = {Walk, WalkEnd, Locked}
"""One's own clients from a place on, or how far ahead one may plan: no object is looked at."""
NOBODY = {"stranger", "left"}
"""Who hears that this is for the people of the company, whatever he taps."""
HERS = {OpenClient, OpenTask, OpenDeal, OpenHistory, OpenEdit, OpenPoints, OpenInside}


@dataclass
class Told:
    """One tap, and what became of it."""

    tap: Tap
    refusal: Refusal | None
    words: str


class Refusals(Listener):
    """Hears the refusals as well, each before its tap is answered."""

    async def refused(self, refusal: Refusal, ctx: AnyContext) -> Screen:
        self.heard.append(refusal)  # type: ignore[arg-type]  # in one line with what is said
        return await refused(refusal, ctx)


def buttons(ids: dict[str, Any], firm: Firm) -> Iterator[Tap]:
    """Each tap with every object of Anna's that its fields may name."""
    for tap in taps():
        choices = [values(name, kind, empty, ids, firm) for name, kind, empty in fields_of(tap)]
        yield from (tap(*combined) for combined in product(*choices))


def values(name: str, kind: type[Any], may_be_empty: bool, ids: dict[str, Any], firm: Firm) -> Any:
    objects = {
        **{one: [number] for one, number in ids.items()},
        "person_id": [ids["person_id"], ids["inside_id"]],
        "other_id": [ids["deal_id"], ids["task_id"]],
        "after": [ids["gap_id"]],
        "to_id": [ids["person_id"]],
        "substitute_id": [ids["person_id"]],
        "team_id": [1],
        "year": [firm.in_days(0).year],
    }
    if name in objects:
        return objects[name]
    assert not name.endswith("_id"), f"whose is {name}?"
    if may_be_empty and kind is not int:
        return [None]
    plain = {int: [1], str: ["A"], date: [firm.in_days(2)], time: [time(12)]}
    return members(kind)[-1:] or plain[kind]


def names_an_object(tap: Tap) -> bool:
    return any(name.endswith("_id") or name == "after" for name, *_ in fields_of(type(tap)))


async def rows(firm: Firm) -> dict[tuple[str, int], dict[str, Any]]:
    """Every row that somebody's act may change."""
    found = {}
    async with firm.database.reading() as session:
        for table in Base.metadata.sorted_tables:
            if "id" in table.c and table.name not in OWN:
                for row in (await session.execute(table.select())).mappings():
                    found[table.name, row["id"]] = dict(row)
    return found


def reached(before: dict[Any, Any], after: dict[Any, Any], anna: int) -> list[Any]:
    """What was changed or went, and what is new and hangs on something of before or on Anna; an
    inbound for her client that waits for the word of who brought it has not reached her."""
    changed = [key for key, row in before.items() if after.get(key) != row]
    for (table, number), row in after.items():
        keys = Base.metadata.tables[table].foreign_keys
        hangs_on = {(key.column.table.name, row[key.parent.name]) for key in keys}
        hers = {one for one in hangs_on if one in before and one[0] not in EVERYBODYS}
        if row.get("state") is ArrivalState.HELD:
            continue
        if (table, number) not in before and (hers or ("users", anna) in hangs_on):
            changed.append((table, number, row))
    return changed


async def told(desk: Gateway, telegram: Refusals, user: int, wanted: list[Tap]) -> list[Told]:
    """Tap all of it; the answers in their order."""
    telegram.heard.clear()
    await desk.stores(*(tapped(user, pack(tap)) for tap in wanted))
    assert await desk.deals() == (0, 0)
    answers: list[Told] = []
    refusal: Refusal | None = None
    left = iter(wanted)
    for said in telegram.heard:
        if isinstance(said, Refusal):
            refusal = said
        elif type(said).__name__ == "AnswerCallbackQuery":
            answers.append(Told(next(left), refusal, getattr(said, "text", None) or ""))
            refusal = None
        elif answers:
            answers[-1].words += shown(said)
    assert next(left, None) is None
    return answers


def shown(said: Any) -> str:
    """All that a person sees of it."""
    return str(said.model_dump(exclude_none=True, exclude={"chat_id", "message_id"}))


async def outsiders(firm: Firm) -> dict[str, int]:
    """Their Telegram ids."""
    found = {"stranger": 999}
    other = await firm.team("Другая")
    for name in OUTSIDERS[1:]:
        role = Role(name) if name in set(Role) else Role.MANAGER
        person = await firm.person(f"Чужой {name}", role, 1 if name == "colleague" else other)
        found[name] = firm.ids[f"Чужой {name}"]
        state = {"left": {"active": False}, "blocked": {"blocked_at": firm.clock.now()}}.get(name)
        if state:
            async with firm.work() as work:
                await work.session.execute(update(User).where(User.id == person).values(state))
    return found


@pytest_asyncio.fixture
async def firm(tmp_path: Path, clock: MovableClock) -> AsyncIterator[Firm]:
    async with empty_sqlite(tmp_path) as database:
        hurry(database)
        yield Firm(database, clock)


def served(answers: list[Told]) -> set[type[Tap]]:
    """The taps by which something was looked at or done."""
    found = {type(one.tap) for one in answers if one.refusal is None and names_an_object(one.tap)}
    return found - SHOWS_NOTHING


def leaks(said: str, typed: str = "") -> set[str]:
    return {word for word in SECRETS if word in said and word not in typed}


async def test_no_tap_reaches_what_is_hers(firm: Firm) -> None:
    telegram = Refusals()
    *_, ids = await scene(firm)
    people = await outsiders(firm)
    before, wanted = await rows(firm), list(buttons(ids, firm))
    async with gateway(firm, telegram, telegram.refused) as desk:
        for name, user in people.items():
            answers = await told(desk, telegram, user, wanted)
            assert [one for one in answers if leaks(one.words)] == [], name
            assert name in NOBODY or served(answers) == set(), name
            assert reached(before, await rows(firm), ids["owner_id"]) == [], name
        # It is hers all the same.
        own = [tap for tap in wanted if type(tap) in HERS]
        assert served(await told(desk, telegram, firm.ids["Анна"], own)) == HERS


async def test_no_command_reaches_what_is_hers(firm: Firm) -> None:
    telegram = Refusals()
    *_, ids = await scene(firm)
    people = await outsiders(firm)
    before = await rows(firm)
    commands = sorted(handled_commands() | {"start"})
    async with gateway(firm, telegram, telegram.refused) as desk:
        for name, user in people.items():
            for number, typed in enumerate(TYPED, 1):
                telegram.heard.clear()
                lines = [typed or "?", *(f"/{command} {typed}" for command in commands)]
                await desk.stores(*(written(user, line) for line in lines))
                assert await desk.deals() == (0, 0)
                said = [one for one in telegram.heard if not isinstance(one, Refusal)]
                assert len(said) >= len(lines), (name, typed)
                assert leaks("".join(map(shown, said)), " ".join(TYPED[:number])) == set(), typed
            assert reached(before, await rows(firm), ids["owner_id"]) == [], name


async def test_only_the_pool_of_the_company_is_open_and_to_leaders_alone(firm: Firm) -> None:
    telegram = Refusals()
    *_, ids = await scene(firm)
    people = await outsiders(firm)
    async with firm.act(ids["owner_id"]) as act:
        await releasing.release(act, ids["client_id"], PoolReason.NOT_ACTIVE)
    before = await rows(firm)
    looks = {OpenClient, OpenHistory, AskAssign, AskLost}
    wanted = [tap for tap in buttons(ids, firm) if names_an_object(tap)]
    async with gateway(firm, telegram, telegram.refused) as desk:
        for name in people.keys() - NOBODY - set(LEADERS):
            answers = await told(desk, telegram, people[name], wanted)
            assert served(answers) == set(), name
            assert reached(before, await rows(firm), ids["owner_id"]) == [], name
        for name in LEADERS:
            asked = [tap for tap in wanted if type(tap) in looks]
            assert served(await told(desk, telegram, people[name], asked)) == looks, name
