"""From an outbox row to a Screen, at the time of sending: the state may have changed since."""

from collections.abc import Iterable, Mapping

from bot.models.base import JsonDict
from bot.models.user import User
from bot.services.core.work import Work
from bot.telegram.render import day, export, gaps, imports, inbound, moves, pool, vacation
from bot.telegram.render.renderer import Renderer
from bot.views.screen import Screen
from bot.views.words import Words


def joined(tables: Iterable[Mapping[str, Renderer]]) -> dict[str, Renderer]:
    """The tables of all topics as one; a kind has one renderer."""
    renderers: dict[str, Renderer] = {}
    for table in tables:
        if twice := renderers.keys() & table.keys():
            raise ValueError(f"these kinds have two renderers: {sorted(twice)}")
        renderers.update(table)
    return renderers


RENDERERS = joined(
    topic.RENDERERS for topic in (day, export, gaps, imports, inbound, moves, pool, vacation)
)


async def render(
    kind: str, work: Work, person: User, payload: JsonDict, words: Words
) -> Screen | None:
    """The message of this kind for the person as things stand now."""
    return await RENDERERS[kind](work, person, payload, words)
