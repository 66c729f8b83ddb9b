"""Who sends and who reads files is woken by what leaves them something, and by nothing else."""

from bot.method.core.terms import Outcome
from bot.services.core.outbox import enqueue, leaves
from bot.services.imports import wizard
from bot.services.inbound.messages import UnansweredMessage
from bot.services.tasks.tasks import finish_task
from tests.builders import Firm


async def test_most_taps_leave_nothing(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Ромашка", due=firm.in_days(0))
    async with firm.act(anna) as act:
        await finish_task(act, 1, Outcome.TALKED)
        assert not leaves(act)


async def test_a_message_is_left_to_be_sent(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        assert not leaves(act)
        await enqueue(act, act.actor, UnansweredMessage(1))
        assert leaves(act)


async def test_a_file_is_left_to_be_read(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        await wizard.receive(act, "FILE", "clients.csv", 100)
        assert leaves(act)
