"""What the person writes beside a forward: the app sends it as a message of its own, before the
forward or behind it, and each is to find the other (R9)."""

from datetime import datetime, time

from bot.lookup.phrases import vocabulary
from bot.method.core.refusals import Invalid
from bot.method.core.terms import TaskKind
from bot.method.core.texts import clean
from bot.method.inbound.cards import OwnWords
from bot.method.inbound.joining import with_line
from bot.method.inbound.matching import AT_ONCE
from bot.method.planning.bare import is_full_name
from bot.method.planning.quick import line_of
from bot.method.tasks.phrases.pieces import Today
from bot.method.tasks.phrases.reading import cut
from bot.models.arrival import Arrival, ArrivalState, own_lines
from bot.models.typed_line import TypedLine, loose_lines
from bot.services.clients.clients import draft_of
from bot.services.core.work import Act
from bot.services.tasks.comments import LONGEST

_MOST_DATES = 3


async def keep_line(act: Act, text: str, typed_at: datetime) -> TypedLine:
    """Keep what was typed at that instant (UTC) and says nothing by itself: a forward may follow
    that it goes with."""
    line = TypedLine(
        user_id=act.actor.id,
        text=clean(text, LONGEST, lines=True),
        name="",
        kind=TaskKind.CALL,
        moments=[],
        sure=False,
        candidates=[],
        created_at=min(typed_at, act.now),
    )
    act.session.add(line)
    await act.session.flush([line])
    return line


async def take_own_lines(act: Act, arrival: Arrival, lead: Arrival) -> None:
    """What the person has forwarded of his own before `arrival`, in the same gesture, goes before
    its words; `lead` begins the conversation."""
    lines = await own_lines(act.session, act.actor.id, arrival.created_at - AT_ONCE)
    for own in reversed(lines):
        own.state, own.lead_id = ArrivalState.WAITING, lead.id
        arrival.text, own.text = with_line(own.text, arrival.text), ""


async def take_typed(act: Act, lead: Arrival, brought_at: datetime) -> str:
    """What the person has typed in the gesture of that instant (UTC), and within the minute before
    it where that says nothing by itself, is the comment of the conversation that `lead` begins;
    returns what is new of it."""
    since, until = brought_at - act.policy.group_window, brought_at + AT_ONCE
    comment = ""
    for line in await loose_lines(act.session, act.actor.id, since, until):
        if line.created_at < brought_at - AT_ONCE and not _says_nothing(act, line):
            continue
        line.arrival_id = lead.id
        comment = with_line(comment, line.text)
    if comment:
        lead.comment = with_line(lead.comment or "", comment)
    return comment


def _says_nothing(act: Act, line: TypedLine) -> bool:
    """Whether nothing can be made of it alone: it names no client, nobody else, and no contact."""
    if line.moments or line.candidates or line.name or is_full_name(line.text):
        return False
    draft = draft_of(act, line.text)
    return not (draft.phones or draft.emails or draft.handles)


def own_words(act: Act, comment: str | None, said_at: datetime) -> OwnWords | None:
    """The comment of that instant (UTC) with the dates that it may name, for the next step to be
    planned by a tap. What is past by now is none."""
    if not comment:
        return None
    here = Today(said_at.astimezone(act.zone), act.planning_calendar_of(act.actor))
    try:
        found = cut(clean(comment, LONGEST), vocabulary(), here)
    except Invalid:
        found = None
    if found is None:
        return OwnWords(comment)
    ahead = [
        moment
        for moment in found.moments
        if datetime.combine(moment.on, moment.at or time.max, act.zone) > act.now
    ]
    kind = line_of(found.before, found.after, vocabulary()).kind
    return OwnWords(comment, tuple(ahead[:_MOST_DATES]), kind)
