"""The files that somebody has asked for."""

from bot.method.imports.export_cards import ExportForm
from bot.models.base import JsonDict
from bot.models.user import User
from bot.services.core.work import Act, Work
from bot.services.imports.exporting import own_export
from bot.telegram.render.renderer import Renderer
from bot.views.imports.export import ready_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def export(work: Work, person: User, payload: JsonDict, words: Words) -> Screen:
    """What the person may look through, as things stand now."""
    return ready_screen(words, await own_export(Act.by(person, work), ExportForm(payload["form"])))


RENDERERS: dict[str, Renderer] = {
    "export": export,
}
