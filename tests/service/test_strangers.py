"""Whoever names something that is not his is told that there is no such thing: every use case."""

import inspect
from collections.abc import Awaitable, Callable, Iterator
from datetime import time
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from sqlalchemy import select

from bot import services
from bot.method.cards import Voice
from bot.method.client_edit import ClientText, PersonText
from bot.method.date_question import Purpose, Question
from bot.method.import_plan import Duplicates
from bot.method.import_rows import Field
from bot.method.inbound import Sender
from bot.method.phrases.reading import Moment
from bot.method.refusals import NotFound, Refusal
from bot.method.terms import ClientKind, DealStatus, Outcome, PoolReason, Role, TaskKind
from bot.method.vacation import Vacation
from bot.models import Arrival, ContactPoint, Deal, Gap, Person, Task, TimelineEntry
from bot.services import imports
from bot.services.client_edit import add_points
from bot.services.comments import comment
from bot.services.deals import wants_to_buy
from bot.services.inbound import Message, receive
from bot.services.persons import add_person
from bot.services.tasks import When
from bot.services.work import Act
from tests.builders import Firm

UseCase = Callable[..., Awaitable[object]]

ASKED_BEFORE = {
    "asking.next_step": "with a dossier that somebody has a right to",
    "client_edit.require_free": "a check inside of use cases",
    "pool.require_not_let_go": "a check inside of use cases",
    "people.make_invite": "has no id but a team's, that an admin names",
    "stand_in.speaks_for": "says whether, and refuses nothing",
    "tasks.add_planned": "with a dossier that somebody has a right to",
}
"""What a stranger's id can not reach, and why."""
NOBODYS = {"pool.hand_out", "pool.preview", "losing.restore", "losing.to_be_restored"}
"""Clients without an owner are every leader's; here is none."""

TELLS_NOTHING = {"not found", "task-gone", "client-not-in-pool", "client-not-lost"}
"""Nor is it whose the client is that a leader reads here, only that it is somebody's."""
SHOWS_NOTHING = {"stand_in_day.stand_in_morning", "undo.still_open", "walk.card_about"}
"""Asked for what may have ended by now: no error, and nothing to see."""

FIELDS = {"client_edit": ClientText.NAME, "persons": PersonText.NAME, "imports": Field.NAME}


def use_cases() -> Iterator[tuple[str, UseCase]]:
    """Every public service of an act that is told an id, or what a question is about."""
    for module in iter_modules(services.__path__):
        room = import_module(f"bot.services.{module.name}")
        for name, made in inspect.getmembers(room, inspect.iscoroutinefunction):
            if made.__module__ != room.__name__ or name.startswith("_"):
                continue
            first, *rest = inspect.signature(made).parameters.values()
            if first.annotation is Act and any(
                (one.name.endswith("_id") and one.annotation is not str)
                or one.annotation is Question
                for one in rest
            ):
                yield f"{module.name}.{name}", made


USE_CASES = {name: made for name, made in use_cases() if name not in ASKED_BEFORE}


async def first(act: Act, table: type[Any]) -> Any:
    return (await act.session.scalars(select(table.id).order_by(table.id).limit(1))).one()


async def scene(firm: Firm) -> tuple[int, int, dict[str, Any]]:
    """Anna has one of everything; a manager and a head of another team, and Anna's ids."""
    ours, theirs = await firm.team("Продажи"), await firm.team("Закупки")
    anna = await firm.person("Анна", Role.MANAGER, ours)
    await firm.person("Игорь", Role.HEAD, ours)
    boris = await firm.person("Борис", Role.MANAGER, theirs)
    oleg = await firm.person("Олег", Role.HEAD, theirs)
    bare = await firm.client(anna, "Без дела")
    client = await firm.client(anna, due=firm.in_days(0))
    async with firm.act(anna) as act:
        await wants_to_buy(act, bare, When(firm.in_days(2)))
        await add_points(act, client, "+7 916 123-45-67")
        await add_person(act, client, "Пётр, директор")
        await comment(act, await first(act, Task), "", Voice("FILE", 3))
        await receive(act, Message(Sender(name="Кто-то"), "Здравствуйте", act.now, "once"))
        voiced = select(TimelineEntry.id).where(TimelineEntry.event == "comment")
        ids = {
            "client_id": client,
            "kept_id": client,
            "gone_id": bare,
            "task_id": await first(act, Task),
            "deal_id": await first(act, Deal),
            "gap_id": await first(act, Gap),
            "point_id": await first(act, ContactPoint),
            "arrival_id": await first(act, Arrival),
            "entry_id": (await act.session.scalars(voiced)).one(),
            "inside_id": await first(act, Person),
            "import_id": await imports.receive(act, "FILE", "base.csv", 100),
            "from_id": anna,
            "owner_id": anna,
            "person_id": anna,
        }
    step = firm.last_step
    assert step is not None
    return boris, oleg, ids | {"step_id": step}


def values(name: str, case: UseCase, ids: dict[str, Any], firm: Firm) -> dict[str, Any]:
    """Anna's ids and something harmless for whatever else has to be said."""
    soon = firm.in_days(3)
    said: dict[str, Any] = {
        "question": Question(Purpose.PLAN, ids["client_id"], None, TaskKind.CALL),
        "moment": Moment(soon, time(12)),
        "when": When(soon),
        "on": soon,
        "at": firm.clock.now(),
        "wanted": Vacation(soon, soon),
        "outcome": Outcome.TALKED,
        "status": DealStatus.WON,
        "reason": PoolReason.NOT_ACTIVE,
        "kind": ClientKind.SUPPLIER,
        "role": None,
        "letter": "A",
        "message_id": None,
        "sure": True,
        "duplicates": Duplicates.SKIP,
        "field": FIELDS.get(name.partition(".")[0]),
        "year": soon.year,
        "number": soon.month,
        "to_id": ids["owner_id"],
        "substitute_id": None,
        "defaults": ["Первая"],
        **dict.fromkeys(("page", "mask", "mark", "n", "key", "index"), 1),
        "typed": "100",
        **dict.fromkeys(("text", "title", "bot_name"), "завтра"),
    }
    if name.startswith(("persons.", "client_edit.")):
        ids = ids | {"person_id": ids["inside_id"]}
    _, *asked = inspect.signature(case).parameters.values()
    wanted = [one.name for one in asked if one.default is one.empty or one.name in ids]
    return {one: (ids | said)[one] for one in wanted}


async def answer(firm: Firm, stranger: int, name: str, ids: dict[str, Any]) -> str:
    """The refusal that the stranger gets, or that there was none."""
    case = USE_CASES[name]
    try:
        async with firm.act(stranger) as act:
            shown = await case(act, **values(name, case, ids, firm))
    except NotFound:
        return "not found"
    except Refusal as refusal:
        return refusal.code
    return "nothing" if shown is None else "served"


async def test_there_is_no_such_thing_for_a_stranger(firm: Firm) -> None:
    *strangers, ids = await scene(firm)
    answers = {
        (name, stranger): await answer(firm, stranger, name, ids)
        for name in USE_CASES.keys() - NOBODYS
        for stranger in strangers
    }
    told = {name: said for (name, _), said in answers.items() if said not in TELLS_NOTHING}
    assert told == dict.fromkeys(SHOWS_NOTHING, "nothing")


def test_what_is_left_out_is_there() -> None:
    assert {name for name, _ in use_cases()} >= ASKED_BEFORE.keys() | NOBODYS | SHOWS_NOTHING
