"""One manager who has one of everything, and people of another team who have nothing."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.method.core.terms import Event, Role
from bot.method.gaps.cards import OwnerAsk
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.method.inbound.intake.event import IntakeChannel, IntakeEvent
from bot.method.inbound.matching import MessageSender
from bot.method.pool.leave import LeaveReason
from bot.method.tasks.voices import Voice
from bot.models import (
    Arrival,
    Claim,
    ContactPoint,
    Deal,
    Gap,
    GroupChat,
    LeaveRequest,
    Person,
    Reprieve,
    Task,
    TimelineEntry,
    TypedLine,
)
from bot.models.user import Invite
from bot.services.clients.editing import add_points
from bot.services.clients.persons import add_person
from bot.services.core.work import Act
from bot.services.deals.deals import wants_to_buy
from bot.services.gaps.questions import ask_owner
from bot.services.gaps.reprieves import set_reprieve
from bot.services.imports import wizard
from bot.services.inbound.inbound import Message, receive
from bot.services.inbound.intake.taking import API, take
from bot.services.planning import quick
from bot.services.pool.leave.asking import propose_lost
from bot.services.tasks.comments import comment
from bot.services.tasks.tasks import When
from tests.builders import Firm


async def first(act: Act, table: type[Any]) -> Any:
    return (await act.session.scalars(select(table.id).order_by(table.id).limit(1))).one()


async def _offered(firm: Firm) -> int:
    """Nobody's inbound that Anna is asked to take, and nobody else."""
    said = IntakeEvent("1", IntakeChannel.CHAT, firm.clock.now(), phone="+79160000009")
    async with firm.work() as work:
        await take(work, API, said)
        return int((await work.session.scalars(select(Claim.id))).one())


async def _questioned(firm: Firm, head: int, client_id: int) -> int:
    """What the head asks Anna about a client of hers."""
    async with firm.act(head) as act:
        await ask_owner(act, client_id, OwnerAsk.STATE)
        asked = select(TimelineEntry.id).where(TimelineEntry.event == Event.OWNER_ASKED)
        return int((await act.session.scalars(asked)).one())


async def _asked(act: Act, client_id: int) -> int:
    """A pause that Anna asks for."""
    until = act.today + timedelta(days=60)
    await set_reprieve(act, client_id, ReprieveKind.PAUSE, until, ReprieveReason.CALL_LATER)
    return int(await first(act, Reprieve))


async def _proposed(act: Act, client_id: int) -> int:
    """A client whom Anna proposes as lost for good."""
    await propose_lost(act, client_id, LeaveReason.CLOSED)
    return int(await first(act, LeaveRequest))


async def scene(firm: Firm) -> tuple[int, int, dict[str, Any]]:
    """Anna has one of everything; a manager and a head of another team, and Anna's ids."""
    ours, theirs = await firm.team("Продажи"), await firm.team("Закупки")
    anna = await firm.person("Анна", Role.MANAGER, ours)
    igor = await firm.person("Игорь", Role.HEAD, ours)
    boris = await firm.person("Борис", Role.MANAGER, theirs)
    oleg = await firm.person("Олег", Role.HEAD, theirs)
    bare = await firm.client(anna, "Лютик")
    client = await firm.client(anna, "Василёк", due=firm.in_days(0))
    async with firm.act(anna) as act:
        await wants_to_buy(act, bare, When(firm.in_days(2)))
        await add_points(act, client, "+7 916 123-45-67")
        await add_person(act, client, "Пётр, директор")
        await comment(act, await first(act, Task), "", Voice("FILE", 3))
        await receive(act, Message(MessageSender(name="Кто-то"), "Здравствуйте", act.now, "once"))
        await quick.begin(act, "Иванов завтра позвонить")
        voiced = select(TimelineEntry.id).where(TimelineEntry.event == "comment")
        chosen = Invite(
            code_hash="chosen",
            role=Role.HEAD,
            people={str(anna): ours},
            created_by=anna,
            created_at=act.now,
            expires_at=act.now,
        )
        linked = GroupChat(chat_id=-1, title="Отдел", keeper_id=igor, linked_at=act.now)
        act.session.add_all([chosen, linked])
        await act.session.flush()
        ids = {
            "draft_id": chosen.id,
            "group_id": linked.id,
            "client_id": client,
            "kept_id": client,
            "gone_id": bare,
            "task_id": await first(act, Task),
            "deal_id": await first(act, Deal),
            "gap_id": await first(act, Gap),
            "point_id": await first(act, ContactPoint),
            "arrival_id": await first(act, Arrival),
            "line_id": await first(act, TypedLine),
            "entry_id": (await act.session.scalars(voiced)).one(),
            "inside_id": await first(act, Person),
            "import_id": await wizard.receive(act, "FILE", "base.csv", 100),
            "from_id": anna,
            "owner_id": anna,
            "person_id": anna,
            "reprieve_id": await _asked(act, client),
            "request_id": await _proposed(act, bare),
        }
    step = firm.last_step
    assert step is not None
    without_task = await firm.client(anna, "Мак")
    question = await _questioned(firm, igor, without_task)
    asked = {"claim_id": await _offered(firm), "question_id": question}
    return boris, oleg, ids | {"step_id": step} | asked
