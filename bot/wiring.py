"""Every screen and every message joined to the gateway: what the app imports late, because the
first poll need not wait for it."""

from bot.handlers.core.refusals import failed, refused, unhandled
from bot.handlers.routers import dispatcher as dispatcher
from bot.telegram.sender import Sender as Sender
from bot.telegram.turn import Answers

ANSWERS = Answers(refused, unhandled, failed)
