"""A question that nobody answers: the head hears that it stands, and who is not there hands it
on (R9)."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest

from bot.method.clients.cards import Arrived, WhoseMessage
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.gaps.cards import GapPage
from bot.method.inbound.matching import MessageSender, SenderSource
from bot.method.people.vacation import Vacation
from bot.models import User
from bot.services.core.work import Act
from bot.services.day.day import day, morning
from bot.services.inbound.inbound import Message, ask_again, choose, receive
from bot.services.people.access import activate
from bot.services.people.blocked import blocked, reached_again
from bot.services.people.vacations import call_off, set_vacation
from bot.views.day.digest import digest_screen
from bot.views.inbound.inbound import question_screen
from bot.views.words import Words
from tests.builders import Firm, at
from tests.service import seen
from tests.service.pooled import cut_off
from tests.service.running import run_job

NO_GAPS = GapPage((), 0, 0, 1, date(2026, 11, 25), {})
GUEST = MessageSender(name="Гость", source=SenderSource.HIDDEN)


async def asked(firm: Firm, who: int, text: str = "Пришлите счёт") -> int:
    async with firm.act(who) as act:
        made = await receive(act, Message(GUEST, text, act.now, text))
    assert isinstance(made, WhoseMessage)
    return made.arrival_id


async def waits_for(firm: Firm, who: int) -> list[tuple[str, str | None]]:
    """What the person's day asks, and who has brought it."""
    async with firm.act(who) as act:
        return [(line.text, line.brought_by) for line in (await day(act, 0)).asked]


async def standing(firm: Firm, who: int) -> tuple[tuple[str, int], ...]:
    async with firm.act(who) as act:
        return (await morning(act)).team_asked


async def on_vacation(firm: Firm, anna: int, substitute: int | None) -> None:
    async with firm.act(anna) as act:
        tomorrow = act.today + timedelta(days=1)
        await set_vacation(act, anna, Vacation(tomorrow, tomorrow), substitute)
    firm.moved(days=1)
    await run_job(firm, "vacations")


async def out(firm: Firm, anna: int) -> None:
    firm.ids["admin"] = await firm.person("Ольга", Role.ADMIN)
    async with firm.act(firm.ids["admin"]) as act:
        await cut_off(act, anna)


async def away_alone(firm: Firm, anna: int) -> None:
    await on_vacation(firm, anna, None)


async def has_blocked(firm: Firm, anna: int) -> None:
    async with firm.work() as work:
        await blocked(work, await work.session.get_one(User, anna))


Going = Callable[[Firm, int], Awaitable[None]]


async def team(firm: Firm) -> tuple[int, int, int]:
    """A head, and two of his people."""
    number = await firm.team()
    head = await firm.person("Игорь", Role.HEAD, number)
    anna = await firm.person("Анна Петрова", Role.MANAGER, number)
    return head, anna, await firm.person("Борис", Role.MANAGER, number)


@pytest.mark.parametrize("goes", [out, away_alone, has_blocked])
async def test_who_is_not_there_leaves_them_to_the_head(firm: Firm, goes: Going) -> None:
    head, anna, _ = await team(firm)
    client = await firm.client(anna, "Лютик")
    question = await asked(firm, anna, "Раз")
    await asked(firm, anna, "Два")
    await goes(firm, anna)
    assert await waits_for(firm, head) == [("Раз Два", "Анна Петрова")]
    assert await waits_for(firm, anna) == []
    with pytest.raises(NotFound):
        async with firm.act(anna) as act:
            await choose(act, question, client)
    async with firm.act(head) as act:
        assert isinstance(await choose(act, question, client), Arrived)
    assert [task.text for task in await seen.tasks(firm, client)] == ["Раз\nДва"]
    assert await waits_for(firm, head) == []


async def test_who_stands_in_is_asked_in_the_vacation(firm: Firm) -> None:
    head, anna, boris = await team(firm)
    client = await firm.client(anna, "Лютик")
    question = await asked(firm, anna)
    await on_vacation(firm, anna, boris)
    assert await waits_for(firm, head) == []
    assert await waits_for(firm, boris) == [("Пришлите счёт", "Анна Петрова")]
    async with firm.act(boris) as act:
        assert isinstance(await choose(act, question, client), Arrived)


async def back(firm: Firm, anna: int) -> None:
    """The vacation is over, she writes again, or she is let in again."""
    firm.moved(days=1)
    await run_job(firm, "vacations")
    async with firm.work() as work:
        person = await work.session.get_one(User, anna)
        await reached_again(work, person)
        active = person.active
    if not active:
        async with firm.act(firm.ids["admin"]) as act:
            await activate(act, anna)


@pytest.mark.parametrize("goes", [out, away_alone, has_blocked])
async def test_it_moves_back_to_who_is_there_again_unless_it_was_answered(
    firm: Firm, goes: Going
) -> None:
    head, anna, _ = await team(firm)
    client = await firm.client(head, "Пион")
    answered = await asked(firm, anna, "Раз")
    firm.moved(minutes=5)
    question = await asked(firm, anna, "Два")
    firm.moved(minutes=5)
    await asked(firm, head, "Своё")
    await goes(firm, anna)
    assert len(await waits_for(firm, head)) == 3
    async with firm.act(head) as act:
        await choose(act, answered, client)
    await back(firm, anna)
    assert await waits_for(firm, head) == [("Своё", None)]
    assert await waits_for(firm, anna) == [("Два", None)]
    async with firm.act(anna) as act:
        assert (await ask_again(act, question)).brought_by is None


async def called_off(act: Act) -> None:
    await call_off(act, act.actor.id)


async def put_off(act: Act) -> None:
    later = act.today + timedelta(days=7)
    await set_vacation(act, act.actor.id, Vacation(later, later), None)


@pytest.mark.parametrize("changes", [called_off, put_off])
async def test_it_moves_back_when_the_vacation_ends_on_its_first_day(
    firm: Firm, changes: Callable[[Act], Awaitable[None]]
) -> None:
    head, anna, _ = await team(firm)
    await asked(firm, anna, "Раз")
    await away_alone(firm, anna)
    async with firm.act(anna) as act:
        await changes(act)
    assert await waits_for(firm, head) == []
    assert await waits_for(firm, anna) == [("Раз", None)]


async def test_the_question_says_who_brought_it(firm: Firm) -> None:
    head, anna, _ = await team(firm)
    question = await asked(firm, anna)
    await out(firm, anna)
    async with firm.act(head) as act:
        asks = await ask_again(act, question)
    assert asks.brought_by == "Анна Петрова"
    for locale in ("ru", "en"):
        assert "Анна Петрова" in question_screen(Words(locale), asks).text


async def test_what_both_have_brought_stands_for_each(firm: Firm) -> None:
    head, anna, _ = await team(firm)
    for who in (head, anna):
        await asked(firm, who)
    await out(firm, anna)
    assert len(await waits_for(firm, head)) == 2


async def test_a_question_that_stood_a_working_day_is_a_line_for_the_head(firm: Firm) -> None:
    """Without a word of the client's, and only to who leads the person."""
    head, anna, _ = await team(firm)
    other = await firm.person("Пётр", Role.HEAD, await firm.team("Другие"))
    at(firm, 24, 12)
    question = await asked(firm, anna)
    at(firm, 25, 11, 59)
    assert await standing(firm, head) == ()
    at(firm, 25, 12)
    assert await standing(firm, head) == (("Анна Петрова", 1),)
    assert await standing(firm, other) == await standing(firm, anna) == ()
    async with firm.act(head) as act:
        screen = digest_screen(Words("ru"), await morning(act), "Игорь", NO_GAPS)
    assert screen is not None
    assert "❓ «Кто это?» дольше рабочего дня без ответа: Анна Петрова 1" in screen.text
    assert "счёт" not in screen.text and "Гость" not in screen.text
    client = await firm.client(anna, "Лютик")
    async with firm.act(anna) as act:
        await choose(act, question, client)
    assert await standing(firm, head) == ()
