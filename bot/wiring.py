"""Every screen and every message joined to the gateway: what the app imports late, because the
first poll need not wait for it."""

from bot.handlers.core.refusals import failed, refused, unhandled
from bot.handlers.routers import dispatcher as dispatcher
from bot.telegram.render import day, export, gaps, imports, inbound, moves, pool, vacation
from bot.telegram.turn import Answers

RENDERERS = (
    day,
    export,
    gaps,
    imports,
    inbound,
    moves,
    pool,
    vacation,
)
"""Imported for what they register."""

ANSWERS = Answers(refused, unhandled, failed)
