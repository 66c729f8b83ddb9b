"""Reminders and escalations about clients without a task, and what the head decided (R5)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.models.base import JsonDict
from bot.models.client import Client
from bot.models.user import User
from bot.services.core.work import Act, Work
from bot.services.gaps.neglect import gaps_for_message
from bot.services.inbound.late import late_for_message
from bot.services.people.vacations import card_of
from bot.services.tasks.set_tasks import set_task
from bot.telegram.render.renderer import Renderer
from bot.views.core.notices import (
    blocked_screen,
    handed_over_screen,
    set_task_screen,
    taken_screen,
    told_day_screen,
    told_lost_screen,
)
from bot.views.gaps import gaps as view
from bot.views.people.vacation import alone_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def nudge(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """Only what is still without a task, or without an answer, and still this person's."""
    page = await gaps_for_message(work, person, payload["gaps"])
    late = await late_for_message(work, person, payload.get("late", ()), own=True)
    return view.nudge_screen(words, page, late)


async def escalation(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """Only what is still without a task, or without an answer."""
    page = await gaps_for_message(work, person, payload["gaps"])
    late = await late_for_message(work, person, payload.get("late", ()))
    return view.escalation_screen(words, page, late)


async def told(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """A short notice: a colleague is not reached, the head gave a day or called a client lost."""
    if payload["code"] == "blocked":
        gone = await work.session.get_one(User, payload["person"])
        return blocked_screen(words, gone.name)
    if payload["code"] in {"vacation-alone", "substitute-gone"}:
        absent = await work.session.get_one(User, payload["person"])
        card = await card_of(Act.by(person, work), absent)
        alone = card.vacation is not None and card.substitute is None
        return alone_screen(words, payload["code"], card) if alone else None
    if payload["code"] == "set":
        facts = await set_task(work, person, payload["task"], payload["by"])
        return (
            set_task_screen(words, facts.line, facts.moment, facts.by, work.today_of(person))
            if facts
            else None
        )
    client = await work.session.get_one(Client, payload["client"])
    if payload["code"] == "lost":
        by = await work.session.get_one(User, payload["by"])
        return told_lost_screen(words, client.name, by.name)
    if payload["code"] == "taken":
        if client.owner_id != payload["to"]:
            return None
        by = await work.session.get_one(User, payload["by"])
        owner = await work.session.get_one(User, payload["to"])
        return taken_screen(words, client.name, owner.name, by.name)
    if client.owner_id != person.id or client.gap_since is None:
        return None
    until = datetime.fromisoformat(payload["until"]).astimezone(ZoneInfo(person.zone))
    shown = words.moment(until, work.today_of(person))
    return told_day_screen(words, client.name, client.id, shown)


async def handed_over(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """Somebody else's clients are the person's now."""
    by = await work.session.get_one(User, payload["by"])
    if "count" in payload:
        giver = await work.session.get_one(User, payload["from"])
        return handed_over_screen(words, by.name, giver=giver.name, count=payload["count"])
    client = await work.session.get_one(Client, payload["client"])
    if client.owner_id != person.id:
        return None
    return handed_over_screen(words, by.name, client=client.name, client_id=client.id)


RENDERERS: dict[str, Renderer] = {
    "nudge": nudge,
    "escalation": escalation,
    "told": told,
    "handed_over": handed_over,
}
