"""Who may do what with whose: the one table of it. The test tries every cell of it, and
`docs/rights.md` is made of it: `python -m tests.service.rights`."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.method.clients.edit import ClientText
from bot.method.company.calendar import OFF
from bot.method.company.cards import RuleChange
from bot.method.company.entries import JournalChoice
from bot.method.company.rules import RuleGroup
from bot.method.core.terms import Outcome, Role
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.method.imports.export_cards import ExportForm
from bot.method.people.vacation import Vacation
from bot.method.report.numbers import NumberKind
from bot.method.report.periods import ReportPeriod
from bot.services.clients import clients, editing, erasing, history, merging, removing
from bot.services.company import calendar, duty, journal, rules, status
from bot.services.core.work import Act
from bot.services.deals import deals, stages
from bot.services.gaps import decisions, neglect, reprieves
from bot.services.imports import exporting
from bot.services.inbound.intake import addresses
from bot.services.people import access, extensions, hand_outs, people, roles, vacations
from bot.services.planning import load
from bot.services.pool import handing_out, handover, listing, losing, releasing
from bot.services.report import lists, reading
from bot.services.tasks import tasks


class Who(StrEnum):
    """Somebody, as seen from Anna, whose the client is; as the page calls them."""

    OWNER = "the manager whose it is"
    SUBSTITUTE = "who stands in for the vacation"
    COLLEAGUE = "another manager of the team"
    HEAD = "the head of the team"
    OTHER_HEAD = "the head of another team"
    ADMIN = "the admin"


@dataclass(frozen=True)
class Objects:
    """Anna and what is hers; `added` is a client that nobody has worked with, the others have a
    task or a gap, or nobody to whom they belong."""

    anna: int
    boris: int
    client: int
    double: int
    added: int
    task: int
    deal: int
    pooled: int
    lost: int
    today: date


Try = Callable[[Act, Objects], Awaitable[object]]
_W = Who
WORKS = frozenset({_W.OWNER, _W.SUBSTITUTE, _W.HEAD, _W.ADMIN})
"""Who works with a client: the owner, who stands in, and who answers for the owner."""
OWN = frozenset({_W.OWNER})
LEADS = frozenset({_W.HEAD, _W.ADMIN})
"""Who answers for Anna."""
LEADERS = LEADS | {_W.OTHER_HEAD}
ANSWERS = LEADS | OWN
ADMIN = frozenset({_W.ADMIN})
EVERYBODY = frozenset(_W)


@dataclass(frozen=True)
class Right:
    """One row: what it is, who may, and how it is tried."""

    what: str
    may: frozenset[Who]
    tried: Try


PAUSE, LOCK = ReprieveKind.PAUSE, ReprieveKind.LOCK
LATER, MATTERS = ReprieveReason.CALL_LATER, ReprieveReason.of(LOCK)[0]
WEEK = ReportPeriod.WEEK
RULE = RuleChange("deal_horizon_days", "14", "10")


async def _export(act: Act, o: Objects) -> None:
    await exporting.order(act, ExportForm.CSV)


async def _release(act: Act, o: Objects) -> None:
    """A head has reasons of his own."""
    reasons = (await releasing.releasable(act, o.client)).reasons
    await releasing.release(act, o.client, reasons[0])


async def _stage(act: Act, o: Objects) -> None:
    last = (await stages.stages(act))[-1]
    await stages.set_stage(act, o.deal, last.key)


RIGHTS: dict[str, tuple[Right, ...]] = {
    "A client that somebody works": (
        Right("see the card", WORKS, lambda a, o: clients.client_card(a, o.client)),
        Right("read the history", WORKS, lambda a, o: history.client_history(a, o.client, 0)),
        Right(
            "correct the name, contacts, people inside",
            WORKS,
            lambda a, o: editing.set_text(a, o.client, ClientText.NAME, "Новое имя"),
        ),
        Right(
            "say how a task ended",
            WORKS,
            lambda a, o: tasks.finish_task(a, o.task, Outcome.TALKED),
        ),
        Right(
            "move a task",
            WORKS,
            lambda a, o: tasks.move_task(a, o.task, tasks.When(day(o, 6))),
        ),
        Right(
            "plan a task",
            WORKS,
            lambda a, o: tasks.plan_task(a, o.double, None, tasks.When(day(o, 2))),
        ),
        Right(
            "open a deal",
            WORKS,
            lambda a, o: deals.wants_to_buy(a, o.double, tasks.When(day(o, 2))),
        ),
        Right("take a deal a stage on", WORKS, _stage),
        Right(
            "merge it with a double",
            WORKS,
            lambda a, o: merging.merge(a, o.client, o.double, 0),
        ),
        Right("remove one added by mistake", OWN, lambda a, o: removing.remove(a, o.added)),
        Right("let it go to the pool", ANSWERS, _release),
        Right(
            "a pause: a head gives it, the others ask",
            WORKS,
            lambda a, o: reprieves.set_reprieve(a, o.client, PAUSE, day(o, 40), LATER),
        ),
        Right(
            "lock it against the automatic pool",
            LEADS,
            lambda a, o: reprieves.set_reprieve(a, o.client, LOCK, day(o, 40), MATTERS),
        ),
        Right(
            "decide about it without a task",
            LEADS,
            lambda a, o: decisions.neglected(a, o.double),
        ),
        Right(
            "give it another owner", LEADS, lambda a, o: handover.hand_over(a, o.client, o.boris)
        ),
        Right("call it lost for good", LEADS, lambda a, o: losing.lose(a, o.client)),
        Right("erase its data on demand", ADMIN, lambda a, o: erasing.preview(a, o.client)),
    ),
    "A client of the pool, or a lost one": (
        Right("see the card", LEADERS, lambda a, o: clients.client_card(a, o.pooled)),
        Right("look through the pool", LEADERS, lambda a, o: listing.pool_screen(a, 0)),
        Right("hand out", LEADERS, lambda a, o: handing_out.preview(a, 1)),
        Right(
            "give one to somebody of Anna's team",
            LEADS,
            lambda a, o: handing_out.assign(a, o.pooled, o.boris),
        ),
        Right("call it lost for good", LEADERS, lambda a, o: losing.lose(a, o.pooled)),
        Right("erase its data on demand", ADMIN, lambda a, o: erasing.preview(a, o.pooled)),
        Right("bring a lost one back to the pool", LEADERS, lambda a, o: losing.restore(a, o.lost)),
    ),
    "A person": (
        Right(
            "see the five numbers",
            ANSWERS,
            lambda a, o: reading.person_report(a, WEEK, o.anna),
        ),
        Right(
            "the list behind a number",
            ANSWERS,
            lambda a, o: lists.number_list(a, o.anna, NumberKind.MOVES, WEEK, 0),
        ),
        Right(
            "set or call off a vacation",
            ANSWERS,
            lambda a, o: vacations.set_vacation(a, o.anna, away(o), o.boris),
        ),
        Right("see the person's page", LEADS, lambda a, o: people.person(a, o.anna)),
        Right("pause hand-outs", LEADS, lambda a, o: hand_outs.spare(a, o.anna, 7)),
        Right(
            "see the extensions of the telephone",
            LEADS,
            lambda a, o: extensions.extensions(a, o.anna),
        ),
        Right(
            "set the extensions", ADMIN, lambda a, o: extensions.set_extensions(a, o.anna, "101")
        ),
        Right("change the team", ADMIN, lambda a, o: roles.set_team(a, o.boris, None)),
        Right("change the role", ADMIN, lambda a, o: roles.set_role(a, o.boris, Role.HEAD)),
        Right("close the access", ADMIN, lambda a, o: access.deactivate(a, o.boris)),
    ),
    "The company": (
        Right("one's own clients as a file, a head the team's, an admin all", EVERYBODY, _export),
        Right("the gaps of the people one leads", LEADERS, lambda a, o: neglect.team_gaps(a, 0)),
        Right("their load", LEADERS, lambda a, o: load.team_load(a, 0)),
        Right("their numbers", LEADERS, lambda a, o: reading.team_report(a, WEEK)),
        Right(
            "the journal: a head of the own people, an admin all of it",
            LEADERS,
            lambda a, o: journal.read_journal(a, JournalChoice()),
        ),
        Right(
            "invite a manager, a head to the own team",
            LEADERS,
            lambda a, o: people.make_invite(a, Role.MANAGER, None),
        ),
        Right(
            "invite a head or an admin",
            ADMIN,
            lambda a, o: people.make_invite(a, Role.HEAD, None),
        ),
        Right("look at the rules", LEADERS, lambda a, o: rules.rule_page(a, RuleGroup.PLAN)),
        Right("change a rule", ADMIN, lambda a, o: rules.change_rule(a, RULE)),
        Right(
            "change a day of the calendar",
            ADMIN,
            lambda a, o: calendar.change_day(a, day(o, 2), "-", OFF),
        ),
        Right("look at the state of the bot", ADMIN, lambda a, o: status.bot_status(a)),
        Right("say who is on duty", ADMIN, lambda a, o: duty.choose_duty(a, o.boris)),
        Right("change the stages of deals", ADMIN, lambda a, o: stages.add_stage(a, "Замер")),
        Right(
            "make an address of the intake",
            ADMIN,
            lambda a, o: addresses.make_address(a, "mango"),
        ),
    ),
}


def day(o: Objects, days: int) -> date:
    return o.today + timedelta(days=days)


def away(o: Objects) -> Vacation:
    return Vacation(day(o, 20), day(o, 25))


def tables() -> Iterator[str]:
    """The table as the page shows it, line by line."""
    for title, rows in RIGHTS.items():
        yield from ("", f"## {title}", "", f"| | {' | '.join(Who)} |")
        yield f"| --- |{' :---: |' * len(Who)}"
        for row in rows:
            cells = ("✅" if who in row.may else "—" for who in Who)
            yield f"| {row.what} | {' | '.join(cells)} |"


INTRO = """# Who may do what

Anna is a manager of a team; the columns are people as seen from her. ✅ may; — is told that there
is no such thing, in the same words as when there is none (who stands in and wants to let a client
go is told that the owner or the head does). What somebody's buttons show is decided by the same
rights, and they are looked at again at every tap: an old button gives nobody more than he has
today.

Where a company has one head, he answers for every manager. Where a manager has no head, the admin
does. A head or an admin may own clients too and works them like a manager. `self_take_allowed` of
the rules lets managers look through the pool and take clients of it; `release_allowed` and
`release_per_day` say how many clients a manager may let go by himself.

This page is made of the table by which the tests try every cell: `tests/service/rights.py`."""


def page() -> str:
    """The whole document."""
    return "\n".join([INTRO, *tables()]) + "\n"


if __name__ == "__main__":
    print(page(), end="")
