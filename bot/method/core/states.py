"""Which state may come after which: one table a thing, as docs/states.md says it.

`None` is a thing that was not there before. Taking back (R10) goes the other way and is in no
table: it puts the rows as they were.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.method.core.terms import ClientStatus, DealStatus, GapStep, TaskStatus
from bot.method.gaps.reprieve import ReprieveState
from bot.method.imports.state import ImportState
from bot.method.pool.attempts import ReactivationStatus
from bot.method.pool.leave import LeaveState

Transitions = Mapping[StrEnum | None, frozenset[StrEnum]]


def _to(*states: StrEnum) -> frozenset[StrEnum]:
    return frozenset(states)


CLIENT: Transitions = {
    None: _to(ClientStatus.ACTIVE),
    ClientStatus.ACTIVE: _to(ClientStatus.POOL, ClientStatus.LOST, ClientStatus.ERASED),
    ClientStatus.POOL: _to(ClientStatus.ACTIVE, ClientStatus.LOST, ClientStatus.ERASED),
    ClientStatus.LOST: _to(ClientStatus.POOL, ClientStatus.ACTIVE, ClientStatus.ERASED),
}

DEAL: Transitions = {
    None: _to(DealStatus.OPEN),
    DealStatus.OPEN: _to(DealStatus.WON, DealStatus.LOST),
    DealStatus.LOST: _to(DealStatus.OPEN),
}

TASK: Transitions = {
    None: _to(TaskStatus.OPEN),
    TaskStatus.OPEN: _to(TaskStatus.DONE, TaskStatus.CANCELLED),
    TaskStatus.CANCELLED: _to(TaskStatus.OPEN),
}

GAP: Transitions = {
    None: _to(GapStep.OPENED),
    GapStep.OPENED: _to(GapStep.NUDGED, GapStep.ESCALATED),
    GapStep.NUDGED: _to(GapStep.ESCALATED),
}
"""From each of its steps a gap may be closed, with a `GapClose`."""

REACTIVATION: Transitions = {
    None: _to(ReactivationStatus.OPEN),
    ReactivationStatus.OPEN: _to(
        ReactivationStatus.RETURNED, ReactivationStatus.FAILED, ReactivationStatus.EXPIRED
    ),
}

REPRIEVE: Transitions = {
    None: _to(ReprieveState.ASKED, ReprieveState.RUNNING),
    ReprieveState.ASKED: _to(ReprieveState.RUNNING, ReprieveState.REFUSED, ReprieveState.OVER),
    ReprieveState.RUNNING: _to(ReprieveState.OVER),
}

LEAVE: Transitions = {
    None: _to(LeaveState.ASKED),
    LeaveState.ASKED: _to(LeaveState.GRANTED, LeaveState.REFUSED, LeaveState.OVER),
}

IMPORT: Transitions = {
    None: _to(ImportState.READING, ImportState.RUNNING),
    ImportState.READING: _to(ImportState.ASKING, ImportState.REFUSED, ImportState.DROPPED),
    ImportState.ASKING: _to(
        ImportState.READING, ImportState.CHECKING, ImportState.RUNNING, ImportState.DROPPED
    ),
    ImportState.CHECKING: _to(ImportState.ASKING, ImportState.REFUSED, ImportState.DROPPED),
    ImportState.RUNNING: _to(ImportState.DONE, ImportState.REFUSED, ImportState.DROPPED),
    ImportState.DONE: _to(ImportState.UNDOING),
    ImportState.UNDOING: _to(ImportState.UNDONE, ImportState.DONE),
}

TABLES: Mapping[str, Transitions] = {
    "client": CLIENT,
    "deal": DEAL,
    "task": TASK,
    "gap": GAP,
    "reactivation": REACTIVATION,
    "reprieve": REPRIEVE,
    "leave request": LEAVE,
    "import": IMPORT,
}
"""Each table by the name of its thing."""


def may_become(what: str, before: StrEnum | None, after: StrEnum) -> bool:
    """Whether the thing may go from one state to the other; staying as it is always may."""
    return before is after or after in TABLES[what].get(before, frozenset())
