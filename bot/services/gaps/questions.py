"""A head asks the owner of a client without a task, and the answer comes back to him (R5)."""

from bot.method.core.places import ClientAt
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import Event
from bot.method.core.texts import clean
from bot.method.gaps.cards import OwnerAsk, OwnerQuestion
from bot.models.client import Client
from bot.models.dossier import Dossier
from bot.models.timeline import TimelineEntry, latest_entries
from bot.models.user import User
from bot.services.core.outbox import enqueue
from bot.services.core.rights import require_client
from bot.services.core.substitutes import may_answer_for, on_duty_for
from bot.services.core.timeline import note
from bot.services.core.work import Act
from bot.services.gaps.decisions import neglected
from bot.services.gaps.messages import OwnerAnsweredMessage, OwnerAskedMessage
from bot.services.tasks.tasks import owner_of

_LONGEST = 500
_TALK = frozenset({Event.OWNER_ASKED, Event.OWNER_ANSWERED})


async def to_ask(act: Act, client_id: int) -> tuple[str, str]:
    """The names of the client and of the owner whom the leader asks; NotNow("ask-yourself"), and
    NotNow("ask-nobody") where the owner's access is closed."""
    dossier = await _of_another(act, client_id)
    return dossier.client.name, owner_of(dossier).name


async def ask_owner(act: Act, client_id: int, ask: OwnerAsk | str) -> OwnerQuestion:
    """The question goes to the owner, or to who stands in. Nothing is decided by it: the ladder
    goes on. The same asked again before an answer is one question."""
    dossier = await _of_another(act, client_id)
    data = {"code": ask} if isinstance(ask, OwnerAsk) else {"text": _said(ask)}
    before = await latest_entries(act.session, client_id, [_TALK], 1)
    for known, _ in before:
        own = known.event is Event.OWNER_ASKED and known.actor_id == act.actor.id
        if own and known.data == data:
            return await _shown(act, await _question(act, known.id))
    entry = note(act, Event.OWNER_ASKED, client_id, **data)
    await act.session.flush()
    person = await on_duty_for(act, owner_of(dossier))
    await enqueue(act, person, OwnerAskedMessage(entry.id))
    return await _shown(act, entry)


async def answer_head(act: Act, question_id: int, text: str) -> OwnerQuestion:
    """The answer goes to who has asked; another one may follow. Stale where the client is another's
    by now."""
    question = await _question(act, question_id)
    dossier = await require_client(act, question.client_id)
    if not await may_answer_for(act, dossier.client.owner_id):
        raise Stale("client-not-active", ClientAt(question.client_id))
    said = _said(text)
    entry = note(act, Event.OWNER_ANSWERED, question.client_id, text=said, question=question_id)
    await act.session.flush()
    asker = await act.session.get_one(User, question.actor_id)
    await enqueue(act, asker, OwnerAnsweredMessage(entry.id))
    return await _shown(act, question, entry)


async def question_for_message(act: Act, question_id: int) -> OwnerQuestion | None:
    """What the owner is asked; None once the client is another's to work."""
    entry = await act.session.get(TimelineEntry, question_id)
    if entry is None:
        return None
    client = await act.session.get_one(Client, entry.client_id)
    if not await may_answer_for(act, client.owner_id):
        return None
    return await _shown(act, entry)


async def answer_for_message(act: Act, entry_id: int) -> OwnerQuestion | None:
    """The question with its answer, for who has asked; None where what was said is erased."""
    entry = await act.session.get(TimelineEntry, entry_id)
    if entry is None or entry.event is not Event.OWNER_ANSWERED or "text" not in entry.data:
        return None
    question = await act.session.get(TimelineEntry, entry.data["question"])
    if question is None or question.actor_id != act.actor.id:
        return None
    return await _shown(act, question, entry)


async def question_to_answer(act: Act, question_id: int) -> OwnerQuestion:
    """The question of which the actor is about to type the answer."""
    question = await _question(act, question_id)
    await require_client(act, question.client_id)
    return await _shown(act, question)


async def _question(act: Act, question_id: int) -> TimelineEntry:
    entry = await act.session.get(TimelineEntry, question_id)
    if entry is None or entry.event is not Event.OWNER_ASKED:
        raise NotFound("thing")
    return entry


async def _of_another(act: Act, client_id: int) -> Dossier:
    dossier = await neglected(act, client_id)
    owner = owner_of(dossier)
    if owner.id == act.actor.id:
        raise NotNow("ask-yourself")
    if not owner.active:
        raise NotNow("ask-nobody")
    return dossier


def _said(text: str) -> str:
    said = clean(text, _LONGEST, lines=True)
    if not said:
        raise Invalid("comment")
    return said


async def _shown(
    act: Act, question: TimelineEntry, answer: TimelineEntry | None = None
) -> OwnerQuestion:
    client = await act.session.get_one(Client, question.client_id)
    asker = await act.session.get_one(User, question.actor_id)
    by = None if answer is None else await act.session.get_one(User, answer.actor_id)
    code = question.data.get("code")
    return OwnerQuestion(
        entry_id=question.id,
        client_id=client.id,
        client_name=client.name,
        asker=asker.name,
        code=OwnerAsk(code) if code else None,
        text=question.data.get("text", ""),
        answer=answer.data["text"] if answer else None,
        answerer=by.name if by else "",
    )
