"""Whoever names something that is not his is told that there is no such thing: every use case."""

import inspect
from collections.abc import Awaitable, Callable, Iterator
from datetime import time
from typing import Any

from bot import services
from bot.method.clients.edit import ClientText, PersonText
from bot.method.core.places import PersonAt
from bot.method.core.refusals import NotFound, Refusal
from bot.method.core.terms import (
    ClientKind,
    DealStatus,
    Outcome,
    PoolReason,
    TaskKind,
    UndoableAction,
)
from bot.method.gaps.cards import OwnerAsk
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.method.imports.plan import Duplicates
from bot.method.imports.rows import Field
from bot.method.people.parting import PartingKind
from bot.method.people.vacation import Vacation
from bot.method.report.numbers import NumberKind
from bot.method.report.periods import ReportPeriod
from bot.method.report.signs import SignKind
from bot.method.tasks.date_question import DateQuestion, MoveDate, PlanDate
from bot.method.tasks.phrases.moment import Moment
from bot.services.core.undo import TakenBack
from bot.services.core.work import Act
from bot.services.tasks.tasks import When
from tests.builders import Firm
from tests.service.possessions import scene
from tests.walking import modules_of

UseCase = Callable[..., Awaitable[object]]

ASKED_BEFORE = {
    "tasks.asking.next_step": "with a dossier that somebody has a right to",
    "clients.editing.require_free": "a check inside of use cases",
    "pool.again.due_reason": "a check inside of use cases",
    "people.people.make_invite": "has no id but a team's, that an admin names",
    "inbound.reception.for_client": "with what the actor brought, and the client that it matched",
    "core.substitutes.may_answer_for": "says whether, and refuses nothing",
    "tasks.tasks.add_planned": "with a dossier that somebody has a right to",
    "report.reading.team_report": "shows the actor's own people, whatever team is named",
    "report.reading.heat_map": "shows the actor's own people, whatever team is named",
    "report.exporting.order_report": "sends the actor's own people, whatever team is named",
    "report.exporting.report_book": "holds the actor's own people, whatever team is named",
    "report.whose.led_team": "finds the actor's own people, whatever team is named",
    "planning.second_taps.first_tap": "with a dossier that somebody has a right to",
    "report.groups.link": "with the chat that the actor writes in, and the actor's own people",
}
"""What a stranger's id can not reach, and why."""
NOBODYS = {
    "pool.handing_out.preview",
    "pool.losing.restore",
    "pool.losing.to_be_restored",
}
"""Clients without an owner are every leader's; here is none."""

TELLS_NOTHING = {"not found", "task-gone", "client-not-in-pool", "client-not-lost"}
"""Nor is it whose the client is that a leader reads here, only that it is somebody's."""
SHOWS_NOTHING = {
    "gaps.questions.answer_for_message",
    "gaps.questions.question_for_message",
    "gaps.reprieve_endings.reprieve_for_message",
    "pool.leave.lines.request_for_message",
    "pool.leave.lines.request_of_client",
    "day.substitutes_day.stand_in_morning",
    "core.acts.in_parts.first_part",
    "core.acts.in_parts.still_open",
    "core.acts.in_parts.left_to_take_back",
    "inbound.spare.spare_beside",
    "inbound.business.cards.card_at",
    "inbound.business.notices.asked_of_account",
    "inbound.business.notices.letter_notice",
}
"""Asked for what may have ended by now: no error, and nothing to see."""

FIELDS = {
    "clients.editing": ClientText.NAME,
    "clients.persons": PersonText.NAME,
    "imports.wizard": Field.NAME,
}


def use_cases() -> Iterator[tuple[str, UseCase]]:
    """Every public service of an act that is told an id, or what a question is about."""
    for room in modules_of(services):
        for name, made in inspect.getmembers(room, inspect.iscoroutinefunction):
            if made.__module__ != room.__name__ or name.startswith("_"):
                continue
            first, *rest = inspect.signature(made).parameters.values()
            if first.annotation is Act and any(
                (one.name.endswith("_id") and one.annotation is not str)
                or one.annotation is DateQuestion
                for one in rest
            ):
                yield f"{room.__name__.removeprefix('bot.services.')}.{name}", made


USE_CASES = {name: made for name, made in use_cases() if name not in ASKED_BEFORE}


def values(name: str, case: UseCase, ids: dict[str, Any], firm: Firm) -> dict[str, Any]:
    """Anna's ids and something harmless for whatever else has to be said."""
    soon = firm.in_days(3)
    said: dict[str, Any] = {
        "question": PlanDate(ids["client_id"], None, TaskKind.CALL),
        "question_of": MoveDate,
        "moment": Moment(soon, time(12)),
        "when": When(soon),
        "on": soon,
        "at": firm.clock.now(),
        "until": soon,
        "ask": OwnerAsk.STATE,
        "wanted": Vacation(soon, soon),
        "outcome": Outcome.TALKED,
        "status": DealStatus.WON,
        "reason": PoolReason.NOT_ACTIVE,
        "kind": ClientKind.SUPPLIER,
        "role": None,
        "letter": "A",
        "message_id": None,
        "account": 7001,
        **dict.fromkeys(("handle", "name"), ""),
        "sure": True,
        "chosen": True,
        "duplicates": Duplicates.SKIP,
        "field": FIELDS.get(name.rpartition(".")[0]),
        "year": soon.year,
        "number": soon.month,
        "to_id": ids["owner_id"],
        "substitute_id": None,
        "left": None,
        "team_id": None,
        "period": ReportPeriod.WEEK,
        "which": NumberKind.MOVES,
        "sign": SignKind.FAST,
        "defaults": ["Первая"],
        "updates": (),
        **dict.fromkeys(("page", "draft_id", "mask", "mark", "n", "key", "index"), 1),
        "typed": "100",
        **dict.fromkeys(("text", "title", "bot_name"), "завтра"),
    }
    if name.startswith("people.parting"):
        back = TakenBack(UndoableAction.CLOSE_ACCESS, PersonAt(ids["person_id"]), 1)
        said |= {"kind": PartingKind.CLOSE, "back": back}
    if name.startswith("gaps.reprieve"):
        said |= {"kind": ReprieveKind.PAUSE, "reason": ReprieveReason.CALL_LATER}
    if name.startswith(("clients.persons.", "clients.editing.")):
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
