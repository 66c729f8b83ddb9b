"""What a second tap is shown when the first has done it: the same (R3, R10).

The use case refuses to do it twice; what the first tap has brought is read anew.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.method.core.places import Place
from bot.method.core.terms import ClientStatus, Outcome, UndoableAction
from bot.method.deals.cards import DealEnded
from bot.method.pool.attempts import attempts_spent
from bot.method.pool.cards import HandOutFacts
from bot.method.tasks.cards import NextStep
from bot.method.tasks.date_question import AnswerDate, BuyDate
from bot.models.client import Client, clients_by_id
from bot.models.deal import Deal
from bot.models.task import Task
from bot.models.undo import UndoStep, outcome_of
from bot.services.core.acts.in_parts import clients_of, done_just_now
from bot.services.core.rights import require_client
from bot.services.core.work import Act
from bot.services.day import day
from bot.services.deals.closing import ended_again
from bot.services.planning.dates import Written
from bot.services.planning.second_taps import cancelled_for
from bot.services.tasks.asking import next_step


@dataclass(frozen=True)
class LetGo:
    """The client has gone to the pool."""

    client_name: str


@dataclass(frozen=True)
class AttemptFailed:
    """The client was not brought back; `spent`: there are no attempts left."""

    spent: bool


@dataclass(frozen=True)
class CalledLost:
    """The client is closed for reactivation."""

    client_id: int
    client_name: str


@dataclass(frozen=True)
class ManyLost:
    """So many clients of the pool are, by one tap."""

    count: int


@dataclass(frozen=True)
class MovedOn:
    """So many tasks have gone to days with room."""

    count: int


@dataclass(frozen=True)
class CountedAnew:
    """The client of the pool has all its attempts again."""

    client_id: int


@dataclass(frozen=True)
class Given:
    """Who has the client by this deed of a leader: a restoring, a hand-over, or an assigning out
    of the pool; None where it is in the pool."""

    deed: UndoableAction
    client_id: int
    client_name: str
    person_name: str | None


Shown = (
    NextStep
    | DealEnded
    | Written
    | LetGo
    | AttemptFailed
    | CalledLost
    | ManyLost
    | MovedOn
    | CountedAnew
    | Given
    | HandOutFacts
)


@dataclass(frozen=True)
class Repeated:
    """What the first tap has brought, and the step that takes it back."""

    step_id: int
    shown: Shown


async def repeated(act: Act, tap: str | None, place: Place | None) -> Repeated | None:
    """What the actor's last act was, where this tap did it, or it was done at this task; None
    where it can not be taken back any more, or its screen has no such answer."""
    step = await done_just_now(act, tap, place)
    if step is None:
        return None
    clients = await clients_of(act, step)
    if step.code == UndoableAction.HAND_OUT:
        return Repeated(step.id, await _handed_out(act, clients))
    if step.code == UndoableAction.UNLOAD:
        return Repeated(step.id, MovedOn(len(_ids(step, Task))))
    if step.code == UndoableAction.LOSE and len(clients) > 1:
        return Repeated(step.id, ManyLost(len(clients)))
    if len(clients) != 1:
        return None
    shown = await _shown(act, step, clients[0])
    return None if shown is None else Repeated(step.id, shown)


async def _shown(act: Act, step: UndoStep, client_id: int) -> Shown | None:
    deed = UndoableAction(step.code)
    match deed:
        case UndoableAction.OUTCOME:
            return await next_step(act, client_id, outcome=outcome_of(step))
        case UndoableAction.RETURNED:
            return await next_step(act, client_id, outcome=Outcome.RETURNED)
        case UndoableAction.CLOSE_DEAL:
            return await ended_again(act, _ids(step, Deal)[0])
        case UndoableAction.BUY:
            return await _bought(act, step, client_id)
        case UndoableAction.PLAN if step.subject["before"]["at"] == "TaskAt":
            return await _answered(act, step, client_id)
        case UndoableAction.RELEASE | UndoableAction.FAILED | UndoableAction.LOSE:
            return await _gone(act, deed, client_id)
        case UndoableAction.ANOTHER_ROUND:
            return CountedAnew(client_id)
        case UndoableAction.RESTORE | UndoableAction.ASSIGN | UndoableAction.HAND_OVER:
            return await _given(act, deed, client_id)
    return None


async def _gone(act: Act, deed: UndoableAction, client_id: int) -> Shown:
    client = await act.session.get_one(Client, client_id)
    if deed is UndoableAction.RELEASE:
        return LetGo(client.name)
    if deed is UndoableAction.FAILED:
        return AttemptFailed(attempts_spent(client.attempts, act.policy))
    return CalledLost(client_id, client.name)


async def _given(act: Act, deed: UndoableAction, client_id: int) -> Given | None:
    """As the client stands; None where somebody has gone on with it since."""
    ((client, owner),) = await clients_by_id(act.session, [client_id])
    by_deed = ClientStatus.ACTIVE if owner is not None else ClientStatus.POOL
    if client.status is not by_deed or (owner is None and deed is not UndoableAction.RESTORE):
        return None
    return Given(deed, client_id, client.name, owner.name if owner is not None else None)


async def _handed_out(act: Act, client_ids: Sequence[int]) -> HandOutFacts:
    """Whoever has them now."""
    rows = await clients_by_id(act.session, client_ids)
    names = {owner.id: owner.name for _, owner in rows if owner is not None}
    shares = Counter(owner.id for _, owner in rows if owner is not None).most_common()
    people = tuple((names[person_id], count) for person_id, count in shares)
    return HandOutFacts(len(client_ids), people, {})


async def _bought(act: Act, step: UndoStep, client_id: int) -> Written | None:
    dossier = await require_client(act, client_id)
    deal = dossier.deal(_added(step, Deal))
    task = dossier.task(_added(step, Task))
    if deal is None or task is None:
        return None
    gone = await cancelled_for(act, deal)
    return Written(BuyDate(client_id, None), await day.planned(act, dossier, task, gone, deal))


async def _answered(act: Act, step: UndoStep, client_id: int) -> Written | None:
    dossier = await require_client(act, client_id)
    task = dossier.task(_added(step, Task))
    if task is None:
        return None
    question = AnswerDate(client_id, step.subject["before"]["task_id"])
    return Written(question, await day.planned(act, dossier, task))


def _ids(step: UndoStep, table: type[Task] | type[Deal]) -> list[int]:
    return [int(row) for row in step.changes["rows"].get(table.__tablename__, {})]


def _added(step: UndoStep, table: type[Task] | type[Deal]) -> int:
    """The row that the act has added; 0 where it has added none."""
    rows = step.changes["rows"].get(table.__tablename__, {})
    return next((int(row) for row, (before, _) in rows.items() if before is None), 0)
