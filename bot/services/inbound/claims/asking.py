"""A claim from its opening to the head: one step at a time, as the rule decides (R9)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import assert_never

from bot.method.core.choices import OfferTo
from bot.method.core.terms import ClientStatus, TaskStatus
from bot.method.inbound.claims import (
    Ask,
    ClaimFacts,
    GoToHead,
    WaitUntil,
    next_step,
    round_is_over,
)
from bot.models.claim import (
    Claim,
    ClaimOffer,
    ClaimState,
    OfferAnswer,
    claim_locked,
    claims_to_look_at,
    offers_of,
    open_claim_of,
)
from bot.models.client import Client
from bot.models.dossier import dossier_of_client
from bot.models.intake import IntakeRecord
from bot.models.task import Task
from bot.models.user import User, users_by_id
from bot.services.core.messages import End, Ending
from bot.services.core.outbox import enqueue
from bot.services.core.work import Work
from bot.services.inbound.claims.candidates import candidates_of
from bot.services.inbound.claims.messages import OfferMessage, OfferOverMessage
from bot.services.inbound.intake.hearing import heads_of_nobodys, tell_owner_of
from bot.services.inbound.intake.messages import IntakeReturnMessage

_BATCH = 500
_HEAD_AFTER = timedelta(minutes=1)
"""Of working time, where nobody is there to be asked."""


async def open_claim(
    work: Work, record: IntakeRecord, client: Client, task: Task | None, head: User
) -> bool:
    """Ask people about what has come from a client of nobody's: new, and the head's with this
    inbound until somebody takes it, or of the pool. False where the company leaves it to the head.
    """
    if work.policy.offer_to is OfferTo.HEAD:
        return False
    claim = Claim(
        record_id=record.id,
        client_id=client.id,
        task_id=task.id if task else None,
        holder_id=head.id if task else None,
        opened_at=work.now,
    )
    work.session.add(claim)
    await work.session.flush([claim])
    await _move_on(work, claim, head)
    return True


async def is_being_offered(work: Work, client_id: int) -> bool:
    """Whether somebody is being asked about the client: more of the same is told nobody anew."""
    claim = await open_claim_of(work.session, client_id)
    if claim is None or claim.state is not ClaimState.OFFERED:
        return False
    return await is_live(work, claim)


async def claims_due(work: Work) -> Sequence[int]:
    """Claims whose next step is due, the oldest first; each in a transaction of its own."""
    return await claims_to_look_at(work.session, work.now, _BATCH)


async def move_on(work: Work, claim_id: int) -> bool:
    """Take the step that is due; False where there is none any more."""
    claim = await locked(work, claim_id)
    if claim is None or not claim.is_open or claim.next_at is None or claim.next_at > work.now:
        return False
    if not await is_live(work, claim):
        await end(work, claim, ClaimState.OVER)
        return True
    heads = await heads_of_nobodys(work)
    await _move_on(work, claim, heads[0] if heads else None)
    return True


async def locked(work: Work, claim_id: int) -> Claim | None:
    """The claim, behind its client, as everybody locks them who gives a client away."""
    claim = await work.session.get(Claim, claim_id)
    if claim is None:
        return None
    await dossier_of_client(work.session, claim.client_id)
    return await claim_locked(work.session, claim_id)


async def is_live(work: Work, claim: Claim) -> bool:
    """Whether what was asked about is still there to be taken; a client who was known before, and
    with whom the new one turned out to be the same, is not."""
    client = await work.session.get(Client, claim.client_id)
    if claim.task_id is None:
        return client is not None and client.status is ClientStatus.POOL
    task = await work.session.get(Task, claim.task_id)
    return (
        task is not None
        and client is not None
        and client.created_at == claim.opened_at
        and task.status is TaskStatus.OPEN
        and task.client_id == claim.client_id
        and task.owner_id == claim.holder_id
    )


async def end(
    work: Work,
    claim: Claim,
    state: ClaimState,
    taker: User | None = None,
    *,
    beside: bool = False,
) -> None:
    """Somebody has it: whoever was asked and has not answered reads who. The taker reads it where
    the message says other things `beside`; else he sees the inbound in its place."""
    claim.state, claim.ended_at, claim.next_at = state, work.now, None
    claim.taker_id = taker.id if taker else None
    offers = await offers_of(work.session, claim.id)
    people = await _people(work, [offer.user_id for offer in offers])
    for offer in offers:
        own = taker is not None and offer.user_id == taker.id
        if beside if own else offer.answer is None:
            over = OfferOverMessage(claim.id, offer.round)
            await enqueue(work, people[offer.user_id], over)


async def offer_ended(work: Work, about: OfferMessage, ended: End) -> None:
    """The time of an answer counts from when the offer was seen; who can not be told has none."""
    claim = await claim_locked(work.session, about.claim)
    if claim is None or not claim.is_open or claim.round_ends_at is None:
        return
    offers = await offers_of(work.session, claim.id)
    if any(offer.round > about.round for offer in offers):
        return
    if ended.ending is Ending.DELIVERED:
        seen = _ends_at(work, [ended.person])
        claim.round_ends_at = claim.next_at = max(claim.round_ends_at, seen)
        return
    for offer in offers:
        unheard = offer.round == about.round and offer.user_id == ended.person.id
        if unheard and offer.answer is None and ended.ending is Ending.REFUSED:
            offer.answer = OfferAnswer.UNREACHED
    if _all_refused(offers):
        claim.next_at = work.now


async def refused_by_all(work: Work, claim: Claim) -> bool:
    """Whether nobody of those who are being asked is left to answer: it moves on at once."""
    if claim.round_ends_at is None or not _all_refused(await offers_of(work.session, claim.id)):
        return False
    claim.next_at = work.now
    return True


async def _move_on(work: Work, claim: Claim, head: User | None) -> None:
    offers = await offers_of(work.session, claim.id)
    facts = ClaimFacts(
        head_at=_head_at(work, claim, head),
        rounds=claim.rounds,
        round_ends_at=claim.round_ends_at,
        all_refused=_all_refused(offers),
        at_head=claim.state is ClaimState.HEAD,
    )
    step = next_step(facts, await candidates_of(work, claim, offers), work.policy, work.now)
    if round_is_over(facts, work.now):
        claim.rounds, claim.round_ends_at = claim.rounds + 1, None
    match step:
        case Ask(people, in_turn):
            await _ask(work, claim, people, in_turn=in_turn)
        case GoToHead():
            claim.state = ClaimState.HEAD
            await _tell_heads(work, claim)
            # Once the head has it, whoever comes back may be asked beside him.
            await _move_on(work, claim, head)
        case WaitUntil(at):
            claim.next_at = at
        case never:
            assert_never(never)


async def _ask(work: Work, claim: Claim, person_ids: Sequence[int], *, in_turn: bool) -> None:
    number = claim.rounds + 1
    people = await _people(work, person_ids)
    for person_id in person_ids:
        offer = ClaimOffer(
            claim_id=claim.id,
            user_id=person_id,
            round=number,
            in_turn=in_turn,
            offered_at=work.now,
        )
        work.session.add(offer)
        await enqueue(work, people[person_id], OfferMessage(claim.id, number))
    await work.session.flush()
    claim.round_ends_at = claim.next_at = _ends_at(work, list(people.values()))


async def _tell_heads(work: Work, claim: Claim) -> None:
    if claim.task_id is not None and claim.holder_id is not None:
        task = await work.session.get_one(Task, claim.task_id)
        holder = await work.session.get_one(User, claim.holder_id)
        await tell_owner_of(work, holder, task, claim.record_id)
        return
    record = await work.session.get_one(IntakeRecord, claim.record_id)
    if record.arrival_id is not None:
        for leader in await heads_of_nobodys(work):
            await enqueue(work, leader, IntakeReturnMessage(record.arrival_id, claim.client_id))


def _head_at(work: Work, claim: Claim, head: User | None) -> datetime:
    if head is None:
        return claim.opened_at + _HEAD_AFTER
    return work.company_time_of(head).add(claim.opened_at, _HEAD_AFTER)


def _ends_at(work: Work, people: Sequence[User]) -> datetime:
    """When the first of them has had the time for an answer, in his own working time."""
    return min(work.time_of(person).add(work.now, work.policy.offer_wait) for person in people)


def _all_refused(offers: Sequence[ClaimOffer]) -> bool:
    """Whether everybody of the last round has said no, or can not be told."""
    last = max((offer.round for offer in offers), default=0)
    running = [offer for offer in offers if offer.round == last]
    return bool(running) and all(offer.answer is not None for offer in running)


async def _people(work: Work, ids: Sequence[int]) -> dict[int, User]:
    return {person.id: person for person in await users_by_id(work.session, ids)}
