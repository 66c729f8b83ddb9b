"""A request that another head has decided says so where it stands, beside whatever else is said."""

from datetime import timedelta

from bot.method.core.terms import Role
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.method.pool.leave import LeaveReason
from bot.models import User
from bot.models.leave_request import waiting_request
from bot.services.core.messages import BotMessage
from bot.services.core.outbox import enqueue
from bot.services.day.messages import DigestMessage
from bot.services.gaps.reprieves import grant, set_reprieve
from bot.services.pool.handover import hand_over
from bot.services.pool.leave import asking, deciding
from bot.services.pool.messages import HandedOverMessage
from tests.builders import Firm
from tests.service.chats import in_one_message, sent, text


class Heads:
    """Igor and Vera lead Anna, who asks for a pause of one client and proposes another as lost."""

    def __init__(self, firm: Firm) -> None:
        self.firm = firm

    async def hire(self) -> "Heads":
        firm, team = self.firm, await self.firm.team()
        self.igor = await firm.person("Игорь Ропов", Role.HEAD, team)
        self.vera = await firm.person("Вера Ропова", Role.HEAD, team)
        self.anna = await firm.person("Анна Петрова", Role.MANAGER, team)
        self.paused = await firm.client(self.anna, "Ромашка")
        self.closed = await firm.client(self.anna, "Василёк")
        async with firm.act(self.anna) as act:
            made = await set_reprieve(
                act, self.paused, ReprieveKind.PAUSE, firm.in_days(60), ReprieveReason.CALL_LATER
            )
            self.pause = made.line.reprieve_id
        async with firm.act(self.anna) as act:
            await asking.propose_lost(act, self.closed, LeaveReason.CLOSED)
            waiting = await waiting_request(act.session, self.closed)
            assert waiting is not None
            self.leave = waiting.id
        return self

    async def tells(self, about: BotMessage) -> None:
        async with self.firm.work() as work:
            await enqueue(work, await work.session.get_one(User, self.vera), about)


async def test_requests_of_two_kinds_and_a_notice_in_one_message(firm: Firm) -> None:
    heads = await Heads(firm).hire()
    own = await firm.client(heads.anna, "Лютик")
    async with firm.act(heads.igor) as act:
        await hand_over(act, own, heads.vera)
    await in_one_message(firm, heads.vera)
    async with firm.act(heads.igor) as act:
        await grant(act, heads.pause)
    told = await sent(firm, "reprieve_settled")
    assert told is not None and told.instead == 7
    assert "Пауза дана" in text(told) and "Лютик" in text(told) and "Василёк" in text(told)
    labels = [button.label for row in told.rows for button in row]
    assert any("Василёк" in label for label in labels), "the other request can still be decided"
    assert not any(label.startswith("✅") and "Ромашка" in label for label in labels)
    async with firm.act(heads.igor) as act:
        await deciding.refuse(act, heads.leave)
    told = await sent(firm, "leave_settled")
    assert told is not None and told.instead == 7
    assert "Пауза дана" in text(told) and "Решение: Игорь Ропов" in text(told)


async def test_what_else_is_not_so_any_more_goes_with_it(firm: Firm) -> None:
    heads = await Heads(firm).hire()
    own = await firm.client(heads.anna, "Лютик")
    async with firm.act(heads.igor) as act:
        await hand_over(act, own, heads.vera)
    await in_one_message(firm, heads.vera)
    async with firm.act(heads.igor) as act:
        await hand_over(act, own, heads.anna)
        await grant(act, heads.pause)
    told = await sent(firm, "reprieve_settled")
    assert told is not None and "Лютик" not in text(told)


async def test_a_morning_stays_as_it_was_read_on_its_day(firm: Firm) -> None:
    heads = await Heads(firm).hire()
    await firm.client(heads.vera, "Мак", due=firm.clock.now().date())
    await heads.tells(DigestMessage(firm.clock.now().date()))
    await in_one_message(firm, heads.vera)
    async with firm.act(heads.igor) as act:
        await grant(act, heads.pause)
    told = await sent(firm, "reprieve_settled")
    assert told is not None and "Мак" in text(told) and "Пауза дана" in text(told)
    assert text(told).index("Мак") < text(told).index("Пауза дана")
    firm.clock.set(firm.clock.now() + timedelta(days=1))
    assert await sent(firm, "reprieve_settled") is None


async def test_what_was_never_sent_is_not_put_in_the_place_of_anything(firm: Firm) -> None:
    heads = await Heads(firm).hire()
    await heads.tells(HandedOverMessage(heads.paused, heads.igor))
    async with firm.act(heads.igor) as act:
        await grant(act, heads.pause)
    assert await sent(firm, "reprieve_settled") is None
