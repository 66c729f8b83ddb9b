"""What the messages about colleagues say now; None where it is not so any more."""

from bot.method.people.vacation import VacationCard
from bot.models.user import User
from bot.services.core.work import Act
from bot.services.people.messages import AloneMessage, BlockedMessage
from bot.services.people.vacations import card_of


async def blocked_name(act: Act, about: BlockedMessage) -> str:
    """Whom no message reaches."""
    return (await act.session.get_one(User, about.person)).name


async def alone(act: Act, about: AloneMessage) -> VacationCard | None:
    """While the vacation is there and nobody stands in."""
    card = await card_of(act, await act.session.get_one(User, about.person))
    return card if card.vacation is not None and card.substitute is None else None
