"""An act of many transactions, or one that was tapped twice: what of it is done by now."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.method.core.places import Place, TaskAt
from bot.method.core.refusals import Stale
from bot.method.core.terms import UndoableAction
from bot.models.base import JsonDict
from bot.models.inbox import try_again
from bot.models.undo import UndoStep, last_part, last_step, own_step, total_of
from bot.services.core.undo import changed_nothing, followed, goes_on, place_before
from bot.services.core.work import Act


@dataclass(frozen=True)
class DoneBefore:
    """What was done before: the step that takes it back with all parts before it, and to how many
    clients. Not `whole`: the process was ended in the middle of it, and it is to go on."""

    step_id: int
    clients: int
    whole: bool = True
    beside: JsonDict = field(default_factory=dict)
    """What the use case has kept of it for itself."""


async def done_just_now(act: Act, tap: str | None, place: Place | None) -> UndoStep | None:
    """The actor's last act, where it was this tap or began at this task, and may still be taken
    back."""
    step = await last_step(act.session, act.actor.id, act.now - act.policy.undo_window)
    if step is None:
        return None
    same_tap = tap is not None and step.subject.get("tap") == tap
    same_task = isinstance(place, TaskAt) and place_before(step) == place
    return step if same_tap or same_task else None


async def still_open(act: Act, client_id: int) -> int | None:
    """The actor's last act, where it was on this client alone and may still be taken back."""
    step = await last_step(act.session, act.actor.id, act.now - act.policy.undo_window)
    return step.id if step is not None and step.changes["clients"] == [client_id] else None


async def first_of_two(act: Act, tap: str | None) -> DoneBefore | None:
    """What this tap has done just before, where it has done nothing now."""
    step = await done_just_now(act, tap, None) if changed_nothing(act) else None
    return None if step is None else _done(step)


async def done_before(act: Act, tap: str | None) -> DoneBefore | None:
    """What this tap has done before: by the first of two, or before the process was ended in the
    middle of the act. Then what is done now is taken back together with that."""
    step = await last_part(act.session, act.actor.id)
    if step is not None and step.used_at is None and goes_on(act, step):
        return _done(step, whole=False)
    return await first_of_two(act, tap)


def _done(step: UndoStep, *, whole: bool = True) -> DoneBefore:
    return DoneBefore(step.id, total_of(step), whole, step.subject.get("beside", {}))


@dataclass(frozen=True)
class BrokenOff:
    """An act in the middle of which the process was ended: what its last part has kept beside for
    what is left of it, and the clients that are done with."""

    beside: JsonDict
    clients: Sequence[int]
    step_id: int
    deed: UndoableAction
    update: int
    """Of the inbox, by which it began."""

    @property
    def left(self) -> int | None:
        """How many clients are left of it, where that is known."""
        left = self.beside.get("left")
        return len(left) if isinstance(left, list) else left


async def broken_off(act: Act) -> BrokenOff | None:
    """The act that is to go on, where this update began one before the process was ended; what is
    done now is taken back together with that."""
    step = await last_part(act.session, act.actor.id)
    if step is None or step.used_at is not None or not goes_on(act, step):
        return None
    beside, clients = step.subject.get("beside", {}), await clients_of(act, step)
    return BrokenOff(beside, clients, step.id, UndoableAction(step.code), step.subject["update"])


async def kept_before(act: Act) -> JsonDict:
    """What the part before has kept beside; nothing where this is the first one of the act."""
    follows = followed(act)
    step = None if follows is None else await act.session.get(UndoStep, follows)
    return {} if step is None else step.subject.get("beside", {})


async def first_part(act: Act, step_id: int) -> UndoStep | None:
    """The step of the part with which the act has begun that goes on with this one."""
    step = await own_step(act.session, step_id, act.actor.id)
    while step is not None and (follows := step.subject.get("follows")) is not None:
        step = await own_step(act.session, follows, act.actor.id)
    return step


async def go_on(act: Act, update: int) -> None:
    """Try the update again that was put aside in the middle of an act: it goes on where it was.

    Stale("go-on") where the person has done something else since, or has taken the act back.
    """
    step = await last_part(act.session, act.actor.id)
    if step is None or step.used_at is not None or step.subject.get("update") != update:
        raise Stale("go-on", None if step is None else place_before(step))
    if not await try_again(act.session, update, act.actor.telegram_id):
        raise Stale("go-on", place_before(step))


async def clients_of(act: Act, step: UndoStep) -> Sequence[int]:
    """The clients of an act that ends with this step, of all its parts."""
    found = [step.changes["clients"]]
    follows = step.subject.get("follows")
    while follows is not None and (before := await own_step(act.session, follows, act.actor.id)):
        found.append(before.changes["clients"])
        follows = before.subject.get("follows")
    return [client for clients in reversed(found) for client in clients]


async def left_to_take_back(act: Act, step_id: int) -> int | None:
    """The step to go on with where taking back this act in parts was broken off; None where it
    was not even begun, or is at its end."""
    step = await own_step(act.session, step_id, act.actor.id)
    if step is None or step.used_at is None:
        return None
    while step is not None and step.used_at is not None:
        follows = step.subject.get("follows")
        step = follows and await own_step(act.session, follows, act.actor.id)
    return step.id if step is not None else None
