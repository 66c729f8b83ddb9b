"""What people are told of nobody's inbound (R9)."""

from dataclasses import dataclass

from bot.services.core.messages import BotMessage, Together, message


@message("offer")
@dataclass(frozen=True)
class OfferMessage(BotMessage):
    """Something has come that is nobody's: the person is asked in this `round` of the `claim`."""

    claim: int
    round: int


@message("offer_over", quiet=False, seen=False, each_time=True, together=Together.ALONE)
@dataclass(frozen=True)
class OfferOverMessage(BotMessage):
    """Somebody has it, or the person has refused it: the offer of this round, which stands in the
    person's chat, says so."""

    claim: int
    round: int
