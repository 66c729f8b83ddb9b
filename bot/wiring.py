"""Every screen and every message joined to the gateway: what the app imports late, because the
first poll need not wait for it."""

from bot.handlers.refusals import failed, refused, unhandled
from bot.handlers.routers import dispatcher as dispatcher
from bot.telegram import (
    render_day,
    render_export,
    render_gaps,
    render_import,
    render_inbound,
    render_moves,
    render_pool,
    render_vacation,
)
from bot.telegram.turn import Answers

RENDERERS = (
    render_day,
    render_export,
    render_gaps,
    render_import,
    render_inbound,
    render_moves,
    render_pool,
    render_vacation,
)
"""Imported for what they register."""

ANSWERS = Answers(refused, unhandled, failed)
