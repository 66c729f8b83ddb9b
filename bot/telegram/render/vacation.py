"""What people are told of vacations, and the tasks of somebody for whom they stand in (R10)."""

from bot.method.people.vacation import Told
from bot.models.base import JsonDict
from bot.models.user import User
from bot.services.core.work import Act, Work
from bot.services.day.substitutes_day import stand_in_morning, vacation_notice
from bot.telegram.render.renderer import Renderer
from bot.views.people import vacation as view
from bot.views.screen import Screen
from bot.views.words import Words


async def stand_in(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """Like the digest only on its day, and only while the vacation lasts."""
    act = Act.by(person, work)
    if payload["date"] != act.today.isoformat():
        return None
    one = await stand_in_morning(act, payload["person"])
    return None if one is None else view.stand_in_screen(words, one)


async def vacation(work: Work, person: User, payload: JsonDict, words: Words) -> Screen | None:
    """It has begun, or it is over."""
    told = Told(payload["code"])
    notice = await vacation_notice(work, person, payload["person"], told)
    return None if notice is None else view.notice_screen(words, notice)


RENDERERS: dict[str, Renderer] = {
    "stand_in": stand_in,
    "vacation": vacation,
}
