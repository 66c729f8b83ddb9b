"""Watches every change of a state while the use cases run, against the tables of the method."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import InstrumentedAttribute

from bot.method.core.states import may_become
from bot.models import Client, ClientImport, Deal, Gap, LeaveRequest, Reprieve, Task, changes
from bot.models.pool import Reactivation
from tests.house.rules import ROOT

STATES: Mapping[str, InstrumentedAttribute[Any]] = {
    "client": Client.status,
    "deal": Deal.status,
    "task": Task.status,
    "gap": Gap.step,
    "reactivation": Reactivation.status,
    "reprieve": Reprieve.state,
    "leave request": LeaveRequest.state,
    "import": ClientImport.state,
}


@contextmanager
def watched() -> Iterator[list[str]]:
    """What was changed against the tables until the block ends."""
    wrong: list[str] = []
    heard = [(column, _listener(what, wrong)) for what, column in STATES.items()]
    for column, listener in heard:
        event.listen(column, "set", listener, active_history=False)
    try:
        yield wrong
    finally:
        for column, listener in heard:
            event.remove(column, "set", listener)


def _listener(what: str, wrong: list[str]) -> Any:
    def listen(row: object, after: StrEnum, before: object, initiator: object) -> None:
        lives = inspect(row).persistent and isinstance(before, StrEnum)
        if lives and _by_a_use_case() and not may_become(what, before, after):
            wrong.append(f"{what}: {before} -> {after}")

    return listen


def _by_a_use_case() -> bool:
    """Whether the bot has set it: not a test that sets the scene, nor what puts rows back as they
    were, which goes any way."""
    frame = sys._getframe(1)
    while frame := frame.f_back:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT / "bot"):
            return path != Path(changes.__file__)
        if path.is_relative_to(ROOT / "tests") and path != Path(__file__):
            return False
    return False
