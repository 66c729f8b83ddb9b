"""Everything that may be taken back: by whom, and to a client in which state."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import inspect, select

from bot.method.core.terms import DealStatus, LossReason, Outcome, PoolReason, Role, UndoableAction
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.method.people.parting import PartingKind, PartingWay
from bot.models import OutboxMessage, PolicyOverride
from bot.models.changes import RECORDED
from bot.models.dossier import dossier_of_client
from bot.services.core.undo import TakenBack, take_back
from bot.services.core.work import Act
from bot.services.deals import cards, deals
from bot.services.gaps.decisions import give_day
from bot.services.gaps.reprieves import set_reprieve
from bot.services.people import parting, parting_plan
from bot.services.people.parting_plan import Wish
from bot.services.planning import spreading, unloading, walk
from bot.services.pool import handing_out, handover, losing, releasing
from bot.services.pool import reactivation as attempts
from bot.services.tasks import postponing, wording
from bot.services.tasks.tasks import When, finish_task, move_task, no_answer, plan_task
from tests.builders import Firm

FAR = date(2027, 2, 1)


async def part(act: Act, giver: int, to: int) -> None:
    """All that somebody has goes to one other person."""
    wish = Wish(giver, PartingKind.HAND_OVER, PartingWay.ONE, to)
    made = await parting_plan.planned(act, wish)
    assert await parting.carry_out(act, made)


State = Mapping[str, list[dict[str, Any]]]


async def state(firm: Firm) -> State:
    """Every column of every row of the watched tables."""
    async with firm.database.reading() as session:
        found = {}
        for table in RECORDED:
            names = [attribute.key for attribute in inspect(table).column_attrs]
            rows = await session.scalars(select(table).order_by(table.id))
            found[table.__tablename__] = [
                {name: getattr(row, name) for name in names} for row in rows
            ]
    return found


async def messages(firm: Firm) -> set[str]:
    """The keys of everything that was decided to be sent."""
    async with firm.database.reading() as session:
        return set(await session.scalars(select(OutboxMessage.key)))


class Scene:
    """A head and two managers; clients of the first one, each in a state of its own."""

    def __init__(self, firm: Firm, people: list[int]) -> None:
        self.firm = firm
        self.head, self.anna, self.boris = people

    @classmethod
    async def set_up(cls, firm: Firm) -> "Scene":
        team = await firm.team()
        people = [await firm.person("Игорь", Role.HEAD, team)]
        people += [await firm.person(name, Role.MANAGER, team) for name in ("Анна", "Борис")]
        return cls(firm, people)

    async def client(self, *, deal: bool = False, due: int | None = 0) -> int:
        """A client with a task, or with a deal and its task, or with a gap."""
        on = None if due is None else self.firm.in_days(due)
        client = await self.firm.client(self.anna, due=on)
        if deal:
            async with self.firm.act(self.anna) as act:
                await deals.wants_to_buy(act, client, When(self.firm.in_days(2)))
            self.firm.moved(minutes=5)
        return client

    async def pooled(self) -> int:
        """A client with a deal that has gone to the pool."""
        client = await self.client(deal=True)
        async with self.firm.act(self.anna) as act:
            await releasing.release(act, client, PoolReason.NOT_ACTIVE)
        self.firm.moved(minutes=5)
        return client

    async def tried(self) -> int:
        """One that Boris tries to bring back."""
        client = await self.pooled()
        async with self.firm.act(self.head) as act:
            await handing_out.assign(act, client, self.boris)
        self.firm.moved(minutes=5)
        return client

    async def lost(self) -> int:
        """One that is lost for good."""
        client = await self.client(deal=True)
        async with self.firm.act(self.head) as act:
            await losing.lose(act, client)
        self.firm.moved(minutes=5)
        return client

    async def crowded(self) -> int:
        """One of two on a day that has room for one."""
        async with self.firm.work() as work:
            work.session.add(PolicyOverride(name="capacity", value="1", changed_at=work.now))
        await self.client(due=2)
        return await self.client(due=2)


Do = Callable[[Scene, Act, int], Awaitable[object]]


async def first_task(act: Act, client_id: int) -> int:
    dossier = await dossier_of_client(act.session, client_id)
    assert dossier is not None
    return dossier.tasks[0].id


async def first_deal(act: Act, client_id: int) -> int:
    dossier = await dossier_of_client(act.session, client_id)
    assert dossier is not None
    return dossier.deals[0].id


async def finish(scene: Scene, act: Act, client: int) -> object:
    return await finish_task(act, await first_task(act, client), Outcome.TALKED)


async def plan(scene: Scene, act: Act, client: int) -> object:
    return await plan_task(act, client, None, When(scene.firm.in_days(3)))


async def move(scene: Scene, act: Act, client: int) -> object:
    return await move_task(act, await first_task(act, client), When(scene.firm.in_days(4)))


async def again(scene: Scene, act: Act, client: int) -> object:
    at = scene.firm.clock.now().replace(hour=12)
    return await no_answer(act, await first_task(act, client), When(scene.firm.in_days(0), at))


async def buy(scene: Scene, act: Act, client: int) -> object:
    return await deals.wants_to_buy(act, client, When(scene.firm.in_days(2)))


async def buy_from_task(scene: Scene, act: Act, client: int) -> object:
    task = await first_task(act, client)
    return await deals.wants_to_buy(act, client, When(scene.firm.in_days(2)), source_task_id=task)


async def win(scene: Scene, act: Act, client: int) -> object:
    return await deals.close_deal(act, await first_deal(act, client), DealStatus.WON)


async def refuse(scene: Scene, act: Act, client: int) -> object:
    deal = await first_deal(act, client)
    return await deals.close_deal(act, deal, DealStatus.LOST, LossReason.TIMING)


async def rename(scene: Scene, act: Act, client: int) -> object:
    return await cards.rename(act, await first_deal(act, client), "Столы")


async def set_sum(scene: Scene, act: Act, client: int) -> object:
    return await cards.set_sum(act, await first_deal(act, client), "250 000")


async def reword(scene: Scene, act: Act, client: int) -> object:
    return await wording.set_text(act, await first_task(act, client), "обсудить цену")


async def put_task(scene: Scene, act: Act, client: int) -> object:
    return await deals.move_to_subject(act, await first_task(act, client), None)


async def walk_on(scene: Scene, act: Act, client: int) -> object:
    card = await walk.next_card(act)
    assert card is not None
    return await walk.plan_stop(act, card.line.gap_id, When(scene.firm.in_days(3)))


async def spread(scene: Scene, act: Act, client: int) -> object:
    return await spreading.carry_out(act, await spreading.planned(act))


async def unload(scene: Scene, act: Act, client: int) -> object:
    return await unloading.carry_out(act, (await unloading.preview(act)).mark)


async def spread_left(scene: Scene, act: Act, client: int) -> object:
    return await unloading.carry_out_left(act, (await unloading.preview_left(act)).mark)


async def brought_back(scene: Scene, act: Act, client: int) -> object:
    return await deals.bring_back(act, 1)


DEEDS: dict[str, tuple[UndoableAction, str, str, Do]] = {
    "talked": (UndoableAction.OUTCOME, "anna", "client", finish),
    "talked on a deal": (UndoableAction.OUTCOME, "anna", "dealing", finish),
    "talked by the head": (UndoableAction.OUTCOME, "head", "client", finish),
    "planned": (UndoableAction.PLAN, "anna", "bare", plan),
    "planned on a deal": (UndoableAction.PLAN, "anna", "dealing", plan),
    "planned in the walk": (UndoableAction.WALK, "anna", "bare", walk_on),
    "spread": (UndoableAction.SPREAD, "anna", "bare", spread),
    "unloaded": (UndoableAction.UNLOAD, "anna", "crowded", unload),
    "moved": (UndoableAction.MOVE, "anna", "client", move),
    "not reached": (UndoableAction.NO_ANSWER, "anna", "client", again),
    "wants to buy": (UndoableAction.BUY, "anna", "client", buy),
    "wants to buy, without a plan": (UndoableAction.BUY, "anna", "bare", buy),
    "wants to buy, from a task": (UndoableAction.BUY, "anna", "client", buy_from_task),
    "won": (UndoableAction.CLOSE_DEAL, "anna", "dealing", win),
    "refused": (UndoableAction.CLOSE_DEAL, "anna", "dealing", refuse),
    "renamed": (UndoableAction.RENAME_DEAL, "anna", "dealing", rename),
    "sum": (UndoableAction.SET_SUM, "anna", "dealing", set_sum),
    "reworded": (UndoableAction.REWORD, "anna", "client", reword),
    "put on the client": (UndoableAction.PUT_TASK, "anna", "dealing", put_task),
    "all to tomorrow": (
        UndoableAction.POSTPONE,
        "anna",
        "client",
        lambda s, act, client: postponing.postpone(act, act.today),
    ),
    "left over days": (UndoableAction.UNLOAD, "anna", "client", spread_left),
    "brought back": (UndoableAction.BRING_BACK, "anna", "dealing", brought_back),
    "handed over": (
        UndoableAction.HAND_OVER,
        "head",
        "dealing",
        lambda s, act, client: handover.hand_over(act, client, s.boris),
    ),
    "handed over, all": (
        UndoableAction.HAND_OVER_ALL,
        "head",
        "dealing",
        lambda s, act, client: part(act, s.anna, s.boris),
    ),
    "a day given": (
        UndoableAction.GIVE_DAY,
        "head",
        "bare",
        lambda s, act, client: give_day(act, client),
    ),
    "paused": (
        UndoableAction.REPRIEVE,
        "head",
        "client",
        lambda s, act, client: set_reprieve(
            act, client, ReprieveKind.PAUSE, FAR, ReprieveReason.OTHER
        ),
    ),
    "locked": (
        UndoableAction.REPRIEVE,
        "head",
        "bare",
        lambda s, act, client: set_reprieve(
            act, client, ReprieveKind.LOCK, FAR, ReprieveReason.OTHER
        ),
    ),
    "released": (
        UndoableAction.RELEASE,
        "anna",
        "dealing",
        lambda s, act, client: releasing.release(act, client, PoolReason.NOT_ACTIVE),
    ),
    "taken off": (
        UndoableAction.RELEASE,
        "head",
        "client",
        lambda s, act, client: releasing.release(act, client, PoolReason.HEAD_DECIDED),
    ),
    "assigned": (
        UndoableAction.ASSIGN,
        "head",
        "pooled",
        lambda s, act, client: handing_out.assign(act, client, s.boris),
    ),
    "returned": (
        UndoableAction.RETURNED,
        "boris",
        "tried",
        lambda s, act, client: attempts.returned(act, client),
    ),
    "failed": (
        UndoableAction.FAILED,
        "boris",
        "tried",
        lambda s, act, client: attempts.failed(act, client),
    ),
    "lost": (
        UndoableAction.LOSE,
        "head",
        "dealing",
        lambda s, act, client: losing.lose(act, client),
    ),
    "lost from the pool": (
        UndoableAction.LOSE,
        "head",
        "pooled",
        lambda s, act, client: losing.lose(act, client),
    ),
    "restored": (
        UndoableAction.RESTORE,
        "head",
        "lost",
        lambda s, act, client: losing.restore(act, client),
    ),
    "restored to a person": (
        UndoableAction.RESTORE,
        "head",
        "lost",
        lambda s, act, client: losing.restore(act, client, s.boris),
    ),
}
READY: dict[str, Callable[[Scene], Awaitable[int]]] = {
    "client": lambda s: s.client(),
    "bare": lambda s: s.client(due=None),
    "dealing": lambda s: s.client(deal=True),
    "pooled": lambda s: s.pooled(),
    "tried": lambda s: s.tried(),
    "lost": lambda s: s.lost(),
    "crowded": lambda s: s.crowded(),
}
"""What was done, by whom, to a client in which state."""


async def done(firm: Firm, user_id: int, do: Callable[[Act], Awaitable[object]]) -> int:
    """Do it in a transaction of its own; how to take it back."""
    async with firm.act(user_id) as act:
        await do(act)
    assert firm.last_step is not None
    return firm.last_step


async def done_back(firm: Firm, user_id: int, step: int) -> TakenBack:
    """Take it back in a transaction of its own."""
    async with firm.act(user_id) as act:
        return await take_back(act, step)
