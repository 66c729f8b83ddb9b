"""The timeline of a client: who did what, when."""

from datetime import date

from bot.method.cards import Touch
from bot.method.client_cards import History
from bot.method.terms import Event
from bot.views.nav import OpenClient, OpenDay, OpenHistory, pager
from bot.views.screen import Button, Screen
from bot.views.words import Markup, Words

_LONGEST = 160


def history_screen(words: Words, history: History) -> Screen:
    """One page of the timeline."""
    parts = [words("history-title", client=history.name)]
    parts += [touch_text(words, touch, history.today) for touch in history.touches]
    if not history.touches:
        parts.append(words("history-empty"))

    def turn(page: int) -> OpenHistory:
        return OpenHistory(history.client_id, page)

    rows = pager(words, history.page, history.pages, turn)
    foot = (
        Button(words.plain("to-client"), OpenClient(history.client_id)),
        Button(words.plain("menu-today"), OpenDay()),
    )
    return Screen(Markup("\n".join(parts)), (*rows, foot))


def touch_text(words: Words, touch: Touch, today: date) -> Markup:
    """One event as a line."""
    what = words(f"event-{touch.event}", detail=_detail(words, touch, today))
    who = words("touch-who", name=touch.actor) if touch.actor else Markup("")
    return words("touch", moment=words.moment(touch.at, today), what=what, who=who)


_CODES = {
    Event.TASK_DONE: ("outcome", "outcome"),
    Event.TASK_PUT: ("planned", "to"),
    Event.POOLED: ("pool-reason", "why"),
    Event.DEAL_CLOSED: ("loss", "why"),
    Event.REACTIVATION_ENDED: ("attempt", "status"),
}
_DATES = {Event.TASK_PLANNED: "on", Event.TASK_MOVED: "after"}
_TEXTS = {
    Event.NO_ANSWER: "attempt",
    Event.REACTIVATION: "attempt",
    Event.INBOUND: "text",
    Event.COMMENT: "text",
    Event.STAGE_CHANGED: "after",
    Event.LOST: "comment",
}


def _detail(words: Words, touch: Touch, today: date) -> str:
    """What belongs to the event: an outcome, a date, a reason, what was written."""
    event, data = touch.event, touch.data
    if event is Event.DEAL_CLOSED and data.get("status") == "won":
        return words.plain("deal-won")
    if event in _CODES:
        prefix, name = _CODES[event]
        return words.plain(f"{prefix}-{data[name]}") if data.get(name) else ""
    if event in _DATES:
        return _date(words, data.get(_DATES[event]), today)
    return str(data.get(_TEXTS[event]) or "")[:_LONGEST] if event in _TEXTS else ""


def _date(words: Words, value: object, today: date) -> str:
    return words.short_date(date.fromisoformat(str(value)), today) if value else ""
