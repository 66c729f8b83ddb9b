"""Whether there is anything to do at all: what all jobs look for, by one statement.

Each sign is made of the look by which its job finds what is due, so that the two can not differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, ScalarSelect, Select, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.models.claim import DUE_CLAIMS, Claim
from bot.models.client import Client
from bot.models.due import (
    ATTEMPTS,
    DIGESTS,
    EVENINGS,
    GAPS,
    RECHECKS,
    REPORTS,
    TASKS,
    VACATIONS,
    Looks,
    moments,
)
from bot.models.gap import Gap
from bot.models.group_chat import LINKED, GroupChat
from bot.models.policy import UNSETTLED, PolicyChange
from bot.models.pool import Reactivation
from bot.models.prepared import PreparedStatement
from bot.models.reprieve import DUE_REPRIEVES, Reprieve
from bot.models.task import Task
from bot.models.user import User

_ONE: ColumnElement[int] = literal_column("1", Integer)
_NONE: ColumnElement[int] = literal_column("0", Integer)


@dataclass(frozen=True, eq=False)
class DueSign:
    """A column of 1 where one of its looks would find a row, else 0."""

    column: ColumnElement[int]


def _first(look: Select[Any], by: InstrumentedAttribute[Any]) -> ScalarSelect[int]:
    """In the order of its index: for any row at all a database that knows nothing of the value
    would rather read the table, where there is none."""
    ordered = look.with_only_columns(_ONE, maintain_column_froms=True).order_by(None).order_by(by)
    return ordered.limit(_ONE).scalar_subquery()


def _sign(*firsts: ScalarSelect[int]) -> DueSign:
    return DueSign(func.coalesce(*firsts, _NONE))


def _daily(looks: Looks, due_at: InstrumentedAttribute[datetime | None]) -> DueSign:
    return _sign(*(_first(look, due_at) for look in looks))


CHANGED_RULES = _sign(_first(UNSETTLED, PolicyChange.id))
VACATION = _sign(_first(VACATIONS, User.away_until))
REPRIEVE = _sign(_first(DUE_REPRIEVES, Reprieve.due_at))
RECHECK = _sign(_first(RECHECKS, Client.recheck_at))
CLAIM = _sign(_first(DUE_CLAIMS, Claim.next_at))
TASK = _sign(_first(TASKS, Task.remind_at))
DIGEST = _daily(DIGESTS, User.digest_due_at)
REPORT = _daily(REPORTS, User.report_due_at)
EVENING = _daily(EVENINGS, User.evening_due_at)
GROUP = _sign(_first(LINKED, GroupChat.id))
GAP_OR_TASK = _sign(_first(GAPS, Gap.next_step_at), _first(TASKS, Task.remind_at))
ATTEMPT = _sign(_first(ATTEMPTS, Reactivation.verdict_by))


class DueSigns:
    """Some of them, looked at together."""

    def __init__(self, signs: Iterable[DueSign]) -> None:
        self._signs = tuple(signs)
        self._look = PreparedStatement(select(*(sign.column for sign in self._signs)))

    async def found(self, session: AsyncSession, now: datetime) -> frozenset[DueSign]:
        """Those that are seen at this moment (UTC), by one statement; by none where there are no
        signs."""
        if not self._signs:
            return frozenset()
        ((*told,),) = await self._look.rows(session, moments(now))
        return frozenset(sign for sign, is_seen in zip(self._signs, told, strict=True) if is_seen)
