"""What people are told of nobody's inbound (R9)."""

from bot.method.inbound.claim_cards import OfferNotice, OfferOver, OfferRefused
from bot.services.core.work import Act
from bot.services.inbound.claims import notices
from bot.services.inbound.claims.asking import offer_ended
from bot.services.inbound.claims.messages import OfferMessage, OfferOverMessage
from bot.telegram.render.renderer import Renderer, Restater, Table
from bot.views.inbound.claims import offer_over_screen, offer_refused_screen, offer_screen
from bot.views.screen import Screen
from bot.views.words import Words


async def offered(act: Act, about: OfferMessage, words: Words) -> Screen | None:
    """Who is asked may take it; nothing to say once somebody has."""
    notice = await notices.offered(act, about)
    return offer_screen(words, notice) if isinstance(notice, OfferNotice) else None


async def stands(act: Act, about: OfferMessage, words: Words) -> Screen | None:
    """The offer, or who has it."""
    notice = await notices.offered(act, about)
    return None if notice is None else _screen(words, notice)


def _screen(words: Words, offer: notices.Offered) -> Screen:
    match offer:
        case OfferNotice():
            return offer_screen(words, offer)
        case OfferOver():
            return offer_over_screen(words, offer)
        case OfferRefused():
            return offer_refused_screen(words, offer)


RENDERERS: Table = (
    Renderer(OfferMessage, offered, offer_ended, stands),
    Restater(OfferOverMessage, lambda about: OfferMessage(about.claim, about.round)),
)
