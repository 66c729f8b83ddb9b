"""What another system reports becomes an inbound of the right manager, once (R9)."""

from dataclasses import asdict
from typing import assert_never

from bot.method.clients.cards import Draft
from bot.method.core.cards import Phone
from bot.method.core.terms import ClientKind, ClientStatus, Event
from bot.method.inbound.intake.event import (
    CallEnd,
    Fault,
    Faults,
    IntakeChannel,
    IntakeEvent,
    event_key,
)
from bot.method.inbound.intake.receipt import NobodyThere, OtherContent, Receipt
from bot.method.inbound.matching import Several, Sure, sender_key
from bot.models.arrival import Arrival, ArrivalState, task_of_arrival
from bot.models.client import Client
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.intake import IntakeRecord, IntakeState, intake_record
from bot.models.task import Task
from bot.models.user import User
from bot.services.clients.clients import add_client
from bot.services.clients.matching import alone_with, learn_account, with_text
from bot.services.core.coverage import recompute_coverage
from bot.services.core.hearers import hearers_of
from bot.services.core.outbox import enqueue
from bot.services.core.timeline import note
from bot.services.core.work import Act, Work
from bot.services.inbound.claims.asking import is_being_offered, open_claim
from bot.services.inbound.intake import calls
from bot.services.inbound.intake.hearing import heads_of_nobodys, tell_owner_of
from bot.services.inbound.intake.messages import IntakeQuestionMessage, IntakeReturnMessage
from bot.services.inbound.intake.sender import (
    ReadEvent,
    alike,
    clients_of,
    named_manager,
    said_of,
)
from bot.services.inbound.together import mark_created
from bot.services.pool.words import note_words
from bot.services.tasks.arrived import IN_TIMELINE, bring_inbound

API = "api"
"""The source that sends our own JSON; it is told where a repetition differs."""
_LEAST_DIGITS = 5
_UNKNOWN_MANAGER = "manager: nobody here has this Telegram id, name or extension"

Taken = Receipt | OtherContent | NobodyThere | Faults


async def take(work: Work, source: str, event: IntakeEvent, client_id: int | None = None) -> Taken:
    """Keep the event and make of it what it is: an inbound, more of the client's open one, a
    question whose it is, the heads' business, or a conversation that has been.

    `client_id` where it is known whose it is. The same event again changes nothing, whenever it
    comes.
    """
    key = event_key(source, event.external_id)
    known = await intake_record(work.session, key)
    if known is not None:
        return await _again(work, known, event)
    said = said_of(work, event)
    if source == API and _is_nobody(work, said) and not _says_something(event):
        return Faults((Fault("from", "nobody can be called or written to by it"),))
    heads = await heads_of_nobodys(work)
    if not heads:
        return NobodyThere()
    await alone_with(work, with_text(work, said.sender, said.text))
    record = IntakeRecord(
        key=key,
        source=source,
        external_id=event.external_id,
        content=event.content,
        channel=event.channel,
        call=event.call,
        state=IntakeState.PASSED,
        occurred_at=event.occurred_at,
        received_at=work.now,
    )
    work.session.add(record)
    await work.session.flush([record])
    manager = await named_manager(work, event)
    taking = _Taking(work, event, record, said, manager, heads)
    await (taking.go() if client_id is None else taking.for_client(client_id))
    await work.session.flush()
    warned = event.manager and manager is None
    return Receipt(record.id, record.task_id, warnings=(_UNKNOWN_MANAGER,) if warned else ())


async def _again(work: Work, known: IntakeRecord, event: IntakeEvent) -> Receipt | OtherContent:
    if known.content != event.content:
        if known.source == API:
            return OtherContent()
        if known.call is CallEnd.MISSED and event.call is CallEnd.ANSWERED:
            await calls.answered_after_all(work, known)
    task_id = known.task_id
    if known.arrival_id is not None:
        # People may have said since whose it was.
        task_id = await task_of_arrival(work.session, known.arrival_id)
    return Receipt(known.id, task_id, repeated=True)


def _is_nobody(work: Work, said: ReadEvent) -> bool:
    """Whether there is neither a contact nor a name, in the words either."""
    sender = with_text(work, said.sender, said.text)
    return sender.called is None and sender.telegram_id is None


def _says_something(event: IntakeEvent) -> bool:
    """Whether somebody may know by the words, or by a number that is read wrong, who it was."""
    return bool(event.text) or sum(map(str.isdigit, event.phone)) >= _LEAST_DIGITS


class _Taking:
    """One event on its way to whom it concerns."""

    def __init__(
        self,
        work: Work,
        event: IntakeEvent,
        record: IntakeRecord,
        said: ReadEvent,
        manager: User | None,
        heads: list[User],
    ) -> None:
        self.work = work
        self.event = event
        self.record = record
        self.said = said
        self.manager = manager
        self.heads = heads
        self.receiver = manager or heads[0]

    async def go(self) -> None:
        """By who has the contacts; a name alone is looked for among the receiver's clients."""
        clients = await clients_of(self.work, self.said)
        if _is_nobody(self.work, self.said):
            # Whoever fills in a form may leave out who he is: somebody may know by the words.
            await self._ask(self.receiver)
        elif len(clients) == 1:
            await self.for_client(clients[0].id)
        elif clients:
            await self._ask(await self._who_knows(clients))
        elif self.event.call is not CallEnd.OUTGOING:
            await self._by_name()

    async def _by_name(self) -> None:
        decision = await alike(self.work, self.said, self.receiver)
        if isinstance(decision, Sure):
            await self.for_client(decision.client_id)
        elif isinstance(decision, Several):
            await self._ask(self.receiver)
        else:
            await self._for_new()

    async def for_client(self, client_id: int) -> None:
        """It is this client's."""
        dossier = await dossier_of_client(self.work.session, client_id)
        if dossier is None:
            return
        match dossier.client.status:
            case ClientStatus.ACTIVE:
                await self._for_active(dossier)
            case ClientStatus.POOL | ClientStatus.LOST:
                await self._for_heads(dossier)
            case ClientStatus.ERASED:
                return
            case never:
                assert_never(never)

    async def _for_new(self) -> None:
        """A new client of the receiver's with all that is known of him."""
        sender = with_text(self.work, self.said.sender, self.said.text)
        draft = Draft(
            name=sender.name or "",
            phones=tuple(Phone(number) for number in sender.phones),
            emails=sender.emails,
            handles=(sender.handle,) if sender.handle else (),
            telegram_id=sender.telegram_id,
        )
        client = await add_client(self.work, self.receiver, draft, ClientKind.CUSTOMER)
        await self._for_active(Dossier(client, self.receiver, [], [], []), is_new=True)

    async def _for_active(self, dossier: Dossier, *, is_new: bool = False) -> None:
        owner = dossier.owner or self.receiver
        arrival = self._arrival(owner)
        if is_new:
            mark_created(arrival)
        if await calls.has_been(self.work, self.record, dossier, owner, arrival):
            return
        arrival.client_id = dossier.client.id
        self.work.session.add(arrival)
        await self.work.session.flush([arrival])
        if self.event.channel is not IntakeChannel.FORM:
            # Whoever fills in a form may give anybody's handle beside a phone of somebody else.
            await learn_account(Act.by(owner, self.work), dossier.client, arrival)
        task, _ = await bring_inbound(self.work, dossier, arrival, in_history=True)
        self._note(task, arrival.said)
        await recompute_coverage(self.work, dossier)
        self._became(IntakeState.TASK, arrival)
        self.record.task_id = task.id
        if is_new and self.manager is None and await self._is_nobodys(dossier, task):
            return
        if not await is_being_offered(self.work, dossier.client.id):
            await tell_owner_of(self.work, owner, task, self.record.id)

    async def _for_heads(self, dossier: Dossier) -> None:
        """Nobody has the client: whoever gets him gets the words as well."""
        if self.event.call is CallEnd.OUTGOING:
            return
        arrival = self._arrival(self.heads[0])
        arrival.client_id, arrival.state = dossier.client.id, ArrivalState.HEADS
        self.work.session.add(arrival)
        await self.work.session.flush([arrival])
        note_words(self.work, arrival, dossier.client.id)
        self._became(IntakeState.HEADS, arrival)
        in_pool = dossier.client.status is ClientStatus.POOL
        if await is_being_offered(self.work, dossier.client.id):
            return
        if in_pool and await self._is_nobodys(dossier, None):
            return
        for head in self.heads:
            await enqueue(self.work, head, IntakeReturnMessage(arrival.id, dossier.client.id))

    async def _is_nobodys(self, dossier: Dossier, task: Task | None) -> bool:
        """Whether people are asked to take it, before the head decides."""
        return await open_claim(self.work, self.record, dossier.client, task, self.heads[0])

    async def _ask(self, person: User) -> None:
        """Several clients may have sent it: the person chooses, or whoever hears in his place."""
        if self.event.call is CallEnd.OUTGOING:
            return
        heard = await hearers_of(self.work, person)
        reader = heard.people[0]
        arrival = self._arrival(reader)
        self.work.session.add(arrival)
        await self.work.session.flush([arrival])
        self._became(IntakeState.ASKED, arrival)
        await enqueue(self.work, reader, IntakeQuestionMessage(arrival.id))

    async def _who_knows(self, clients: list[Client]) -> User:
        """Who is asked: the owner of all of them, else whom the event names, else a head."""
        owners = {client.owner_id for client in clients}
        owner_id = owners.pop() if len(owners) == 1 else None
        if owner_id is not None:
            return await self.work.session.get_one(User, owner_id)
        return self.receiver

    def _arrival(self, reader: User) -> Arrival:
        sender = with_text(self.work, self.said.sender, self.said.text)
        identity = sender.identity()
        return Arrival(
            user_id=reader.id,
            state=ArrivalState.WAITING,
            kind=self.event.channel.kind,
            sender=asdict(sender),
            text=self.said.text,
            said=self.said.text,
            arrived_at=min(self.event.occurred_at, self.work.now),
            dedupe_key=self.record.key,
            sender_key=sender_key(reader.id, identity) if identity else None,
            created_at=self.work.now,
        )

    def _became(self, state: IntakeState, arrival: Arrival) -> None:
        self.record.state, self.record.arrival_id = state, arrival.id

    def _note(self, task: Task, text: str) -> None:
        shown = text[:IN_TIMELINE]
        channel, call = self.event.channel, self.event.call
        note(
            self.work,
            Event.INBOUND,
            task.client_id,
            task=task,
            text=shown,
            channel=channel,
            call=call,
        )
