"""The card of somebody of the company, shown after whatever was done about him."""

from bot.method.core.terms import Role
from bot.method.people.cards import PersonLine
from bot.services.people import people
from bot.telegram.context import Context
from bot.views.people.people import person_screen
from bot.views.screen import Screen


async def card_of_person(ctx: Context, person_id: int) -> Screen:
    """The card as it is now."""
    return card_screen(ctx, await people.person(ctx.act, person_id))


def card_screen(ctx: Context, line: PersonLine) -> Screen:
    """The same of a line that is known."""
    return person_screen(ctx.words, line, can_close=is_admin(ctx))


def is_admin(ctx: Context) -> bool:
    """Whether access and role are the actor's to change."""
    return ctx.act.actor.role is Role.ADMIN
