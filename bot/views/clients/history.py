"""The timeline of a client: who did what, when."""

from collections.abc import Mapping
from datetime import date

from bot.method.clients.cards import History
from bot.method.core.cards import Touch
from bot.method.core.terms import DealStatus, Event
from bot.method.inbound.cards import SentContent
from bot.method.inbound.intake.event import CallEnd
from bot.views.parts.rows import pager
from bot.views.screen import Again, Attachment, Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.nav import (
    OpenClient,
    OpenDay,
    OpenDealHistory,
    OpenHistory,
    PlayVoice,
    ShowContent,
)
from bot.views.taps.tasks import OpenDeal
from bot.views.words import Markup, Words, clean

_LONGEST = 160
_LONGEST_DEAL = 24


def history_screen(words: Words, history: History) -> Screen:
    """One page of the timeline."""
    parts = [words("history-title", client=history.name)]
    parts += [touch_text(words, touch, history.today) for touch in history.touches]
    if not history.touches:
        parts.append(words("history-empty"))

    rows = (*_voices(words, history), *_contents(words, history), *_pager(words, history))
    back = Button(words.plain("to-client"), OpenClient(history.client_id))
    foot: Row = (back, Button(words.plain("menu-today"), OpenDay()))
    if history.deal_id is not None:
        foot = (Button(words.plain("to-deal"), OpenDeal(history.deal_id)), *foot)
    return Screen(Markup("\n".join(parts)), (*rows, foot))


def voice_screen(words: Words, touch: Touch, today: date) -> Screen:
    """Who said it and when, and the voice itself below."""
    voice = Attachment("voice", "", str(touch.data["voice"]))
    return Screen(touch_text(words, touch, today), fresh=True, attachments=(voice,))


def content_screen(words: Words, content: SentContent, today: date) -> Screen:
    """Whose it is and of when, and below it what was sent, as it came."""
    moment = words.moment(content.at, today)
    missing, gone = words("content-missing"), words("content-file-missing")
    whole = () if content.words is None else (_whole(words, content.words),)
    return Screen(
        words("content-title", client=content.client_name, moment=moment),
        fresh=True,
        attachments=(
            *(Attachment(file.kind, "", file.file_id, gone) for file in content.files),
            *whole,
        ),
        again=tuple(
            Again(original.chat_id, original.message_ids, missing) for original in content.originals
        ),
    )


def _whole(words: Words, text: str) -> Attachment:
    """All that was written, longer than any message."""
    return Attachment("document", f"{words.plain('content-words')}.txt", text.encode("utf-8-sig"))


def _voices(words: Words, history: History) -> tuple[Row, ...]:
    """A button for each voice of the page."""
    rows = []
    for touch in history.touches:
        if "voice" in touch.data:
            label = f"{_length(words, touch)} · {words.moment(touch.at, history.today)}"
            rows.append((Button(label, PlayVoice(touch.entry_id)),))
    return tuple(rows)


def _contents(words: Words, history: History) -> tuple[Row, ...]:
    """A button for each inbound of the page with more than words."""
    label = words.plain("show-content")
    return tuple(
        (
            Button(
                f"{label} · {words.moment(at, history.today)}",
                ShowContent(task_id),
            ),
        )
        for task_id, at in history.contents
    )


def _length(words: Words, touch: Touch) -> str:
    return words.plain("voice", seconds=int(str(touch.data.get("seconds", 0))))


def _pager(words: Words, history: History) -> tuple[Row, ...]:
    def turn(page: int) -> Tap:
        if history.deal_id is not None:
            return OpenDealHistory(history.deal_id, page)
        return OpenHistory(history.client_id, page)

    return pager(words, history.page, history.pages, turn)


def touch_text(words: Words, touch: Touch, today: date) -> Markup:
    """One event as a line."""
    to = touch.data.get("to")
    given = words.plain("given-to", name=str(to)) if to and touch.event in _GIVEN else ""
    detail = _detail(words, touch, today) + given + _again(words, touch.data)
    what = words(f"event-{touch.event}", detail=detail)
    if touch.event is Event.INBOUND and not detail:
        # A shared contact brings no text.
        is_missed = touch.data.get("call") == CallEnd.MISSED
        what = words("inbound-missed-call" if is_missed else "inbound-without-text")
    who = words("touch-who", name=touch.actor) if touch.actor else Markup("")
    if touch.deal is not None:
        what = Markup(what + words("touch-deal", title=clean(touch.deal, _LONGEST_DEAL)))
    return words("touch", moment=words.moment(touch.at, today), what=what, who=who)


_CODES = {
    Event.TASK_DONE: ("outcome", "outcome"),
    Event.TASK_PUT: ("placed", "to"),
    Event.POOLED: ("pool-reason", "why"),
    Event.DEAL_CLOSED: ("loss", "why"),
    Event.REACTIVATION_ENDED: ("attempt", "status"),
    Event.UNDONE: ("deed", "code"),
}
_GIVEN = frozenset({Event.REACTIVATION, Event.RESTORED})
_CHANGES = frozenset(
    {Event.TASK_MOVED, Event.TASK_REWORDED, Event.STAGE_CHANGED, Event.OWNER_CHANGED}
)
_REPRIEVES = frozenset(
    {
        Event.REPRIEVE_ASKED,
        Event.REPRIEVE_GIVEN,
        Event.REPRIEVE_REFUSED,
        Event.REPRIEVE_ENDED,
    }
)
_LEAVES = frozenset({Event.LEAVE_ASKED, Event.LEAVE_REFUSED})
_CODED = {"kind": "client-kind", "role": "person-role"}
"""The fields of a client that hold code words."""
_TEXTS = {
    Event.REACTIVATION: "attempt",
    Event.NO_ANSWER: "attempt",
    Event.INBOUND: "text",
    Event.COMMENT: "text",
    Event.OWNER_ASKED: "text",
    Event.OWNER_ANSWERED: "text",
    Event.MERGED: "name",
}


def _detail(words: Words, touch: Touch, today: date) -> str:
    """What belongs to the event: an outcome, a date, a reason, what was written."""
    event, data = touch.event, touch.data
    if event is Event.DEAL_CLOSED and data.get("status") == DealStatus.WON:
        return words.plain("deal-won")
    if event is Event.CLIENT_CHANGED:
        return _correction(words, data)
    if event in _CODES:
        prefix, name = _CODES[event]
        return words.plain(f"{prefix}-{data[name]}") if data.get(name) else ""
    if event is Event.TASK_PLANNED:
        return _date(words, data.get("on"), today)
    if event is Event.OWNER_ASKED and data.get("code"):
        return words.plain(f"owner-ask-{data['code']}")
    if event in _LEAVES or event is Event.LOST:
        return _leave(words, event, data)
    if event in _REPRIEVES:
        return _reprieve(words, data, today)
    if event is Event.TASK_REWORDED and not data.get("after"):
        return words.plain("reworded-gone", before=str(data["before"])[:_LONGEST])
    if event in _CHANGES:
        return _change(words, event, data, today)
    text = str(data.get(_TEXTS[event]) or "")[:_LONGEST] if event in _TEXTS else ""
    return f"{_length(words, touch)} {text}".strip() if "voice" in data else text


def _leave(words: Words, event: Event, data: Mapping[str, object]) -> str:
    """Where the client was to go and why; a reason is optional where a head has decided."""
    why = str(data.get("comment") or "")[:_LONGEST]
    if not why and data.get("why"):
        why = words.plain(f"leave-why-{data['why']}")
    because = words.plain("lost-because", why=why) if why else ""
    return because if event is Event.LOST else words.plain(f"leave-name-{data['kind']}") + because


def _again(words: Words, data: Mapping[str, object]) -> str:
    """Why to somebody who had let the client go lately."""
    if not data.get("again"):
        return ""
    said = str(data.get("again_words") or "")[:_LONGEST]
    return words.plain("again-because", why=said or words.plain(f"again-why-{data['again']}"))


def _reprieve(words: Words, data: Mapping[str, object], today: date) -> str:
    """A pause or a lock, until when and why; of one that is over only what it was."""
    if data.get("until"):
        said = str(data.get("comment") or "")[:_LONGEST]
        why = said or words.plain(f"reprieve-why-{data['why']}")
        until = _date(words, data["until"], today)
        return words.plain(f"reprieve-said-{data['kind']}", until=until, why=why)
    return words.plain(f"reprieve-name-{data['kind']}")


def _change(words: Words, event: Event, data: dict[str, object], today: date) -> str:
    """From what to what; only the new one where there was nothing before."""
    before, after = data.get("before"), data.get("after")
    if event is Event.TASK_REWORDED:
        before, after = (str(text or "")[: _LONGEST // 2] for text in (before, after))
    if event is Event.TASK_MOVED:
        before, after = _date(words, before, today), _date(words, after, today)
    if event is Event.STAGE_CHANGED:
        before, after = (words.stage(str(stage or "")) for stage in (before, after))
    shown = words.plain("change", before=str(before), after=str(after)) if before else str(after)
    if data.get("why"):
        why = words.plain(f"move-reason-{data['why']}")
        return words.plain("moved-because", change=shown, why=why)
    return shown


def _correction(words: Words, data: Mapping[str, object]) -> str:
    """What was changed, and to what; of something taken off what it was."""
    what = words.plain(f"changed-{data['field']}", name=str(data.get("name") or ""))
    key, name = ("changed-to", "after") if data.get("after") else ("changed-gone", "before")
    shown = str(data.get(name) or "")
    if shown and data["field"] in _CODED:
        shown = words.plain(f"{_CODED[str(data['field'])]}-{shown}")
    return words.plain(key, what=what, after=shown[:_LONGEST], before=shown[:_LONGEST])


def _date(words: Words, value: object, today: date) -> str:
    return words.short_date(date.fromisoformat(str(value)), today) if value else ""
