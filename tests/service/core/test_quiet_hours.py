"""When a message may reach a person: working time, quiet hours, vacation, found late."""

from datetime import date, datetime, time

import pytest

from bot.models import OutboxMessage, User
from bot.services.core.outbox import enqueue
from bot.services.core.own_messages import MenuMessage, ParkedMessage
from bot.services.core.quiet import may_reach, still_to_wait
from bot.services.core.work import Work
from bot.services.day.messages import DigestMessage
from bot.services.gaps.messages import NudgeMessage
from bot.telegram.render.rendering import manner_of
from tests.builders import MOSCOW, Firm
from tests.service import seen


def moscow(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)


async def anna_of(firm: Firm, work: Work, **values: object) -> User:
    person = await work.session.get_one(User, firm.ids["row"])
    for name, value in values.items():
        setattr(person, name, value)
    return person


async def hired(firm: Firm) -> None:
    firm.ids["row"] = await firm.person("Анна Петрова")


@pytest.mark.parametrize(
    ("quiet", "at", "reaches"),
    [
        # The 24th is a Tuesday.
        ((time(12), time(14)), moscow(24, 12, 30), moscow(24, 14)),
        ((time(22), time(10, 30)), moscow(24, 23), moscow(25, 10, 30)),
        ((time(16), time(8)), moscow(24, 17), moscow(25, 9)),
        ((time(16), time(10)), moscow(27, 17), moscow(30, 10)),
        ((time(12), time(14)), moscow(24, 11, 59), moscow(24, 11, 59)),
        # Nothing is left of the working day: their end has to do.
        ((time(8), time(20)), moscow(24, 12), moscow(24, 20)),
    ],
)
async def test_quiet_hours_inside_the_working_time(
    firm: Firm, quiet: tuple[time, time], at: datetime, reaches: datetime
) -> None:
    await hired(firm)
    async with firm.work() as work:
        anna = await anna_of(firm, work, quiet_from=quiet[0], quiet_until=quiet[1])
        assert may_reach(work, anna, at) == reaches


async def test_a_reminder_does_without_working_time_and_keeps_quiet(firm: Firm) -> None:
    await hired(firm)
    async with firm.work() as work:
        anna = await anna_of(firm, work, quiet_from=time(21), quiet_until=time(7))
        assert may_reach(work, anna, moscow(24, 20), working=False) == moscow(24, 20)
        assert may_reach(work, anna, moscow(24, 22), working=False) == moscow(25, 7)


async def test_a_vacation_is_over_before_anything_comes(firm: Firm) -> None:
    await hired(firm)
    async with firm.work() as work:
        away = {"away_from": date(2026, 11, 24), "away_until": date(2026, 11, 29)}
        anna = await anna_of(firm, work, **away)
        assert may_reach(work, anna, moscow(24, 12)) == moscow(30, 9)
        assert may_reach(work, anna, moscow(24, 20), working=False) == moscow(30, 9)
        assert may_reach(work, anna, moscow(24, 20), on_vacation=True) == moscow(25, 9)


async def test_every_message_waits_for_the_end_of_the_quiet_hours(firm: Firm) -> None:
    """Even at an hour that was asked for; the menu is no message."""
    await hired(firm)
    firm.clock.move(moscow(24, 12) - firm.clock.now())
    async with firm.work() as work:
        anna = await anna_of(firm, work, quiet_from=time(11), quiet_until=time(13))
        await enqueue(work, anna, NudgeMessage((1,), ()))
        await enqueue(work, anna, ParkedMessage("1"))
        await enqueue(work, anna, DigestMessage(work.now.date()), not_before=moscow(24, 12, 30))
        await enqueue(work, anna, MenuMessage())
    at = {}
    for kind in ("nudge", "parked", "digest", "menu"):
        (row,) = await seen.messages(firm, kind)
        at[kind] = row.not_before
    quiet = moscow(24, 13)
    assert at == {"nudge": quiet, "parked": quiet, "digest": quiet, "menu": moscow(24, 12)}


async def test_what_is_found_late_waits_for_the_next_working_day(firm: Firm) -> None:
    """The bot was down in the evening: nobody is woken at night."""
    await hired(firm)
    firm.clock.move(moscow(24, 17) - firm.clock.now())
    async with firm.work() as work:
        anna = await anna_of(firm, work)
        await enqueue(work, anna, NudgeMessage((1,), ()))
        await enqueue(work, anna, DigestMessage(work.now.date()), not_before=moscow(24, 20))
    (nudge,) = await seen.messages(firm, "nudge")
    (digest,) = await seen.messages(firm, "digest")
    assert await wait_of(firm, nudge) == moscow(24, 17)
    firm.clock.move(moscow(24, 21) - firm.clock.now())
    assert await wait_of(firm, nudge) == moscow(25, 9)
    # Meant for the evening, it may come in the evening.
    assert await wait_of(firm, digest) == moscow(24, 21)


async def wait_of(firm: Firm, message: OutboxMessage) -> datetime:
    async with firm.work() as work:
        return still_to_wait(work, message, await anna_of(firm, work), manner_of(message.kind))
