"""A call logged in one line: the longest beginning that is a name says who it was (R9)."""

import pytest

from bot.method.clients.cards import Arrived, Reception, WhoseMessage
from bot.method.core.terms import TaskKind
from bot.services.inbound.calls import log_call
from tests.builders import Firm
from tests.service import seen


async def logs(firm: Firm, who: int, text: str) -> Reception:
    async with firm.act(who) as act:
        return await log_call(act, text, TaskKind.CALL, text)


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("иванов пётр просит счёт", "просит счёт"),
        ("Пётр Иванов, просит счёт", "просит счёт"),
        ("Иванов Петр: просит счёт", "просит счёт"),
        ("№1 просит счёт", "просит счёт"),
        ("+7 916 123-45-67 просит счёт", "просит счёт"),
        ("8(916)1234567, 5 столов", "5 столов"),
        ("Иванов Пётр", None),
    ],
)
async def test_the_longest_beginning_that_is_a_name(
    firm: Firm, line: str, about: str | None
) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Иванов Пётр", phone="+79161234567")
    await firm.client(anna, "Иванов Сергей")
    assert isinstance(await logs(firm, anna, line), Arrived)
    (task,) = await seen.tasks(firm, client)
    assert task.text == about


async def test_a_surname_of_several_is_asked_about_with_what_it_was(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    clients = [await firm.client(anna, f"Иванов {name}") for name in ("Пётр", "Сергей")]
    await firm.client(boris, "Иванов Борис")
    made = await logs(firm, anna, "иванов просит счёт")
    assert isinstance(made, WhoseMessage)
    assert (made.sender, [line.client_id for line in made.candidates]) == ("иванов", clients)


async def test_a_colleagues_name_says_nothing(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    await firm.client(boris, "Иванов Пётр")
    made = await logs(firm, anna, "иванов пётр просит счёт")
    assert isinstance(made, WhoseMessage) and made.candidates == ()
