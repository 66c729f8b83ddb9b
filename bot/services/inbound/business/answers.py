"""What the person writes to a client in his own account: a touch, and maybe a promise (R9, R10)."""

from datetime import datetime

from bot.method.core.terms import Event, TaskKind
from bot.method.inbound.business import BusinessLetter
from bot.method.inbound.cards import OwnWords
from bot.method.tasks.phrases.moment import Moment
from bot.models.base import JsonDict
from bot.models.business import BusinessChat, ChatState, waits_unsent
from bot.models.dossier import Dossier, dossier_of_client
from bot.models.task import Task
from bot.services.core.messages import key_of
from bot.services.core.outbox import enqueue
from bot.services.core.timeline import note
from bot.services.core.work import Act
from bot.services.inbound.business.cards import card_at
from bot.services.inbound.business.letters import chat_with
from bot.services.inbound.business.messages import (
    BusinessAnsweredMessage,
    BusinessMessage,
    BusinessPromiseMessage,
)
from bot.services.inbound.business.whose import client_of_account, is_colleague
from bot.services.inbound.own_words import own_words
from bot.services.tasks.arrived import IN_TIMELINE

_MARK = "↩️"
_MOST_KNOWN = 50
"""So many of the person's last messages in a chat are known when they come again."""


async def take_answer(act: Act, letter: BusinessLetter) -> int | None:
    """The client's open inbound counts as touched, and nobody is reminded of it; nothing is done
    or planned without a tap.

    Returns the inbound whose card asks by now whether it is worked off.
    """
    if letter.by_bot or await is_colleague(act, letter.chat_id):
        return None
    client = await client_of_account(act, letter.chat_id)
    dossier = None if client is None else await dossier_of_client(act.session, client.id)
    if dossier is None:
        return None
    chat = await chat_with(act, letter.chat_id, ChatState.CLIENT)
    if not _is_new(chat, letter.message_id):
        return None
    said = own_words(act, letter.own, letter.at) or OwnWords("")
    task = _asked_before(dossier, letter.at)
    is_late = chat.heard_at is not None and chat.heard_at > letter.at
    if task is None or is_late:
        if said.moments:
            await _promise(act, dossier.client.id, said)
        return None
    return await _touched(act, letter, chat, task, said)


def answer_in(chat: BusinessChat | None) -> OwnWords | None:
    """What the person has written back by now; None where nothing."""
    kept = chat.answer if chat is not None else None
    if kept is None:
        return None
    moments = (datetime.fromisoformat(text) for text in kept["moments"])
    days = kept["all_day"]
    return OwnWords(
        "",
        tuple(
            Moment(moment.date(), None if all_day else moment.time())
            for moment, all_day in zip(moments, days, strict=True)
        ),
        TaskKind(kept["kind"]),
    )


def _is_new(chat: BusinessChat, message_id: int) -> bool:
    known = list(chat.answered.get("ids", ()))
    if message_id in known:
        return False
    chat.answered = {"ids": [*known, message_id][-_MOST_KNOWN:]}
    return True


def _asked_before(dossier: Dossier, said_at: datetime) -> Task | None:
    """The inbound that the person may have answered by then: what came later is not answered."""
    return next((task for task in dossier.inbound if _came(task) <= said_at), None)


def _came(task: Task) -> datetime:
    return min(task.arrived_at or task.created_at, task.created_at)


async def _touched(
    act: Act, letter: BusinessLetter, chat: BusinessChat, task: Task, said: OwnWords
) -> int | None:
    if chat.answer is None:
        # The first of what is written back stands in the history: the rest is talk.
        excerpt = letter.excerpt(act.policy.business_excerpt)[:IN_TIMELINE]
        note(act, Event.COMMENT, task.client_id, task=task, text=f"{_MARK} {excerpt}".strip())
    task.remind_at = None
    before = answer_in(chat)
    moments = said.moments or (before.moments if before else ())
    chat.answer = _kept(said if said.moments else before or said, moments)
    await act.session.flush()
    if await card_at(act, task.id) is not None:
        return task.id
    if not await waits_unsent(act.session, key_of(BusinessMessage(task.id), act.actor.id, act.now)):
        await enqueue(act, act.actor, BusinessAnsweredMessage(task.id))
        if said.moments:
            await _promise(act, task.client_id, said)
    return None


async def _promise(act: Act, client_id: int, said: OwnWords) -> None:
    moment = said.moments[0]
    minutes = None if moment.at is None else moment.at.hour * 60 + moment.at.minute
    await enqueue(act, act.actor, BusinessPromiseMessage(client_id, moment.on, said.kind, minutes))


def _kept(said: OwnWords, moments: tuple[Moment, ...]) -> JsonDict:
    return {
        "moments": [_instant(moment).isoformat() for moment in moments],
        "all_day": [moment.at is None for moment in moments],
        "kind": said.kind.value,
    }


def _instant(moment: Moment) -> datetime:
    """Local, of nowhere in particular."""
    return datetime.combine(moment.on, moment.at or datetime.min.time())
