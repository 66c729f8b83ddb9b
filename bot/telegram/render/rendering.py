"""From an outbox row to a Screen, at the time of sending: the state may have changed since; and to
what follows once the message has ended."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.models.base import JsonDict
from bot.services.core import outbox
from bot.services.core.messages import (
    BotMessage,
    End,
    Manner,
    Together,
    UnreadableMessageError,
    read,
)
from bot.services.core.own_messages import MenuMessage
from bot.services.core.work import Act, Work
from bot.services.day.messages import DigestMessage, SubstitutesDayMessage
from bot.telegram.render import (
    business,
    claims,
    company,
    day,
    gaps,
    groups,
    imports,
    inbound,
    intake,
    leave,
    people,
    pool,
    report,
    tasks,
)
from bot.telegram.render.renderer import Renderer, Restater, Table
from bot.views.parts.together import together
from bot.views.screen import Screen
from bot.views.words import Words


def joined(tables: Iterable[Table]) -> dict[str, Renderer[Any] | Restater[Any]]:
    """The tables of all topics as one; a kind has one renderer."""
    renderers: dict[str, Renderer[Any] | Restater[Any]] = {}
    for renderer in (entry for table in tables for entry in table):
        if renderer.message.kind in renderers:
            raise ValueError(f"two renderers draw {renderer.message.kind!r}")
        renderers[renderer.message.kind] = renderer
    return renderers


RENDERERS = joined(
    topic.RENDERERS
    for topic in (
        *(day, gaps, imports, inbound, business, intake, claims),
        *(leave, people, pool, report, groups, tasks, company),
    )
)

TOGETHER: Mapping[Together, tuple[str, ...]] = {
    group: tuple(
        kind for kind, entry in RENDERERS.items() if entry.message.manner.together is group
    )
    for group in Together
}
"""The kinds that are one message where they are due at once, in the order of saying them."""

_ORDER = {kind: place for place, kind in enumerate(RENDERERS)}
_MORNINGS = (DigestMessage.kind, SubstitutesDayMessage.kind)
COUNTED = tuple(
    kind for kind, entry in RENDERERS.items() if entry.message.manner.patient or kind in _MORNINGS
)
"""The kinds after which a message that can wait does so."""


def manner_of(kind: str) -> Manner:
    """How messages of this kind reach people; a kind that this version does not know is no
    message to anybody."""
    made: type[BotMessage] = RENDERERS[kind].message if kind in RENDERERS else MenuMessage
    return made.manner


async def render(act: Act, kind: str, payload: JsonDict, words: Words) -> Screen | None:
    """The message for the actor as things stand now; UnreadableMessageError where it is none that
    this version knows."""
    if kind not in RENDERERS:
        raise UnreadableMessageError(kind)
    renderer = RENDERERS[kind]
    about = read(renderer.message, payload)
    if isinstance(renderer, Restater):
        return await _restated(act, renderer.question(about), words)
    return await renderer.draw(act, about, words)


async def _restated(act: Act, question: BotMessage, words: Words) -> Screen | None:
    """All that the message with the question says, as it is now; None where that can not be put in
    its place: it was not sent, a morning of another day stands in it, or it would not be whole."""
    standing = await outbox.standing(act, question)
    if standing is None:
        return None
    unknown = [kind for kind, _ in standing.parts if kind not in RENDERERS]
    if unknown:
        raise UnreadableMessageError(unknown[0])
    with_morning = any(kind in _MORNINGS for kind, _ in standing.parts)
    drawn: list[tuple[str, Screen]] = []
    for kind, payload in sorted(standing.parts, key=lambda part: _ORDER[part[0]]):
        if with_morning and manner_of(kind).in_digest:
            continue
        screen = await _stands(act, kind, payload, words)
        if screen is not None:
            drawn.append((kind, screen))
        elif kind in _MORNINGS:
            return None
    if not any(kind == question.kind for kind, _ in drawn):
        return None
    whole, count = together(drawn)
    if count < len(drawn) or whole.rich or whole.attachments:
        return None
    return replace(whole, instead=standing.message_id)


async def _stands(act: Act, kind: str, payload: JsonDict, words: Words) -> Screen | None:
    renderer = RENDERERS[kind]
    if isinstance(renderer, Restater):
        return None
    return await (renderer.stands or renderer.draw)(act, read(renderer.message, payload), words)


def is_settled(kind: str) -> bool:
    """Whether something follows from the end of a message of this kind."""
    renderer = RENDERERS.get(kind)
    return isinstance(renderer, Renderer) and renderer.settle is not None


async def settle(work: Work, end: End) -> None:
    """What follows from the end of the message; nothing where this version can not read it."""
    renderer = RENDERERS[end.row.kind]
    if isinstance(renderer, Restater) or renderer.settle is None:
        return
    try:
        about = read(renderer.message, end.row.payload)
    except UnreadableMessageError:
        return
    await renderer.settle(work, about, end)
