"""What the messages about people's own accounts say now; None where it is not so any more."""

from datetime import time

from bot.method.clients.cards import OpenQuestion, surname_of
from bot.method.core.terms import ClientStatus, TaskStatus
from bot.method.inbound.business import LetterNotice, PromiseNotice
from bot.method.inbound.cards import OwnWords
from bot.method.tasks.phrases.moment import Moment
from bot.models.arrival import Arrival
from bot.models.business import chat_of_task
from bot.models.client import Client
from bot.models.task import Task, task_row
from bot.models.user import User
from bot.services.core.rights import works_with
from bot.services.core.substitutes import may_answer_for
from bot.services.core.work import Act
from bot.services.inbound.business.answers import answer_in
from bot.services.inbound.business.messages import (
    BusinessPassedMessage,
    BusinessPromiseMessage,
)
from bot.services.inbound.messages import UnansweredMessage
from bot.services.inbound.unanswered import still_asked

_HOUR = 60


async def letter_notice(act: Act, task_id: int) -> LetterNotice | None:
    """While the inbound is open and the reader is who works it."""
    row = await task_row(act.session, task_id)
    if row is None or row[0].status is not TaskStatus.OPEN:
        return None
    task, client, *_ = row
    owner = await act.session.get_one(User, task.owner_id)
    if not await may_answer_for(act, owner.id):
        return None
    answer = answer_in(await chat_of_task(act.session, act.actor.id, task_id))
    own = answer or OwnWords("")
    return LetterNotice(
        task.id,
        client.id,
        client.name,
        task.text or "",
        act.today,
        answered=answer is not None,
        moments=own.moments,
        kind=own.kind,
        instead_of=owner.name if owner.id != act.actor.id else None,
    )


async def promise_notice(act: Act, about: BusinessPromiseMessage) -> PromiseNotice | None:
    """As long as the day is ahead and the client is the reader's to work with."""
    client = await act.session.get(Client, about.client)
    if client is None or about.on < act.today or not await works_with(act, client):
        return None
    at = None if about.minutes is None else time(*divmod(about.minutes, _HOUR))
    moment = Moment(about.on, at)
    return PromiseNotice(client.id, client.name, moment, about.what, act.today)


async def passed_to(act: Act, about: BusinessPassedMessage) -> str | None:
    """The surname of who has the inbound, and nothing else of it."""
    task = await act.session.get(Task, about.task)
    if task is None or task.status is not TaskStatus.OPEN:
        return None
    client = await act.session.get_one(Client, task.client_id)
    if client.status is not ClientStatus.ACTIVE or client.owner_id is None:
        return None
    return surname_of((await act.session.get_one(User, client.owner_id)).name)


async def asked_of_account(act: Act, arrival_id: int) -> tuple[OpenQuestion, str] | None:
    """A question as it stands, with the words that it is about."""
    asked = await still_asked(act, UnansweredMessage(arrival_id))
    arrival = await act.session.get(Arrival, arrival_id)
    return None if asked is None or arrival is None else (asked, arrival.text)
