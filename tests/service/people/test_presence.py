"""Who has not touched the bot for two working days: the heads hear once, the list shows it."""

from datetime import date

from bot.models import User
from bot.services.people import people
from bot.services.people.messages import SilentMessage
from bot.services.people.presence import still_silent, touched
from tests.builders import Firm, at
from tests.service import seen
from tests.service.pooled import people as company
from tests.service.running import run_job


async def looks(firm: Firm, day: int) -> None:
    """The morning of a day of November 2026."""
    at(firm, day, 9)
    await run_job(firm, "presence")


async def touches(firm: Firm, who: int) -> None:
    async with firm.act(who) as act:
        touched(act)


async def test_the_head_hears_once_and_again_only_after_a_new_start(firm: Firm) -> None:
    head, anna, boris = await company(firm)
    for day in (23, 24, 25, 26, 27):
        await looks(firm, day)
        for who in (head, boris):
            await touches(firm, who)
    (told,) = await seen.messages(firm, "silent")
    assert (told.user_id, told.payload["person"], told.payload["since"]) == (
        head,
        anna,
        "2026-11-23",
    )
    async with firm.act(head) as act:
        assert (await people.person(act, anna)).silent_since == date(2026, 11, 23)
        about = SilentMessage(anna, date(2026, 11, 23))
        assert await still_silent(act, about) == "Анна"
    await touches(firm, anna)
    async with firm.act(head) as act:
        assert (await people.person(act, anna)).silent_since is None
        assert await still_silent(act, about) is None
    await looks(firm, 30)
    at(firm, 2, 9, month=12)
    await run_job(firm, "presence")
    again = [row for row in await seen.messages(firm, "silent") if row.payload["person"] == anna]
    assert len(again) == 2


async def test_vacations_and_blocked_bots_are_not_silence(firm: Firm) -> None:
    head, anna, boris = await company(firm)
    await looks(firm, 23)
    async with firm.work() as work:
        on_vacation = await work.session.get_one(User, anna)
        on_vacation.away_from, on_vacation.away_until = date(2026, 11, 24), date(2026, 11, 30)
        (await work.session.get_one(User, boris)).blocked_at = work.now
    for day in (24, 25, 26, 27, 30):
        await looks(firm, day)
        await touches(firm, head)
    assert await seen.messages(firm, "silent") == []
