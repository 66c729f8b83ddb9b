"""Letters become inbounds by the same way as what comes over HTTP (R9)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.method.core.terms import ContactKind, TaskKind
from bot.method.inbound.mail.letter import Letter, MailAddress, ReceivedLetter
from bot.models import Client, ContactPoint, IntakeRecord, IntakeState, Task
from bot.services.inbound.mail.letters import LetterFate, take_letter
from bot.services.people.extensions import set_extensions
from tests.builders import Firm
from tests.service import seen
from tests.service.sales import PHONE, Sales

IVAN = MailAddress("ivan@romashka.ru", "Иван Ромашкин")
LETTER = Letter(
    "1@romashka.ru", IVAN, None, ("sales@firma.ru",), subject="Заказ", text="Нужен счёт"
)
LOGIN = "sales@firma.ru"


async def comes(firm: Firm, letter: Letter = LETTER, **changed: object) -> LetterFate:
    received = ReceivedLetter(1, firm.clock.now(), replace(letter, **changed))
    async with firm.work() as work:
        return await take_letter(work, LOGIN, received)


async def tasks(firm: Firm) -> list[Task]:
    async with firm.work() as work:
        return list(await work.session.scalars(select(Task).order_by(Task.id)))


async def owned(firm: Firm, owner: int, name: str, email: str | None = None) -> int:
    client = await firm.client(owner, name)
    if email is not None:
        async with firm.work() as work:
            point = ContactPoint(client_id=client, kind=ContactKind.EMAIL, value=email)
            work.session.add(point)
    return client


async def points(firm: Firm, client_id: int) -> set[str]:
    async with firm.work() as work:
        query = select(ContactPoint.value).where(ContactPoint.client_id == client_id)
        return set(await work.session.scalars(query))


async def test_a_known_clients_letter_is_the_owners_inbound_once(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await owned(firm, sales.boris, "Ромашка", IVAN.address)
    text = "Нужен счёт\n\nС уважением,\nИван\n\n> Добрый день"
    assert await comes(firm, text=text, attachments=("Прайс.pdf",)) is LetterFate.TAKEN
    assert await comes(firm, text=text) is LetterFate.KNOWN
    (task,) = await tasks(firm)
    assert (task.client_id, task.owner_id, task.kind) == (client, sales.boris, TaskKind.LETTER)
    assert task.text == "Заказ\n\nНужен счёт\n\n\N{PAPERCLIP} Прайс.pdf"
    assert [row.user_id for row in await seen.messages(firm, "intake")] == [sales.boris]


async def test_a_stranger_is_a_new_client_of_the_head_with_all_that_is_known(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, text=f"Нужен счёт\n-- \nИван, тел. {PHONE}")
    (task,) = await tasks(firm)
    assert (task.owner_id, task.text) == (sales.head, "Заказ\n\nНужен счёт")
    assert await points(firm, task.client_id) == {IVAN.address, PHONE}
    async with firm.work() as work:
        assert (await work.session.get_one(Client, task.client_id)).name == IVAN.name


async def test_the_phone_of_the_signature_names_a_client_whose_address_is_not_known(
    firm: Firm,
) -> None:
    sales = await Sales(firm).hire()
    client = await firm.client(sales.anna, phone=PHONE)
    text = f"Нужен счёт\n-- \n{PHONE}"
    await comes(firm, text=text)
    assert [task.client_id for task in await tasks(firm)] == [client]
    # Of one that is known the phone says nothing: it may be the whole office's.
    known = await owned(firm, sales.boris, "Лютик", "petr@lutik.ru")
    await comes(firm, message_id="2", sender=MailAddress("petr@lutik.ru"), text=text)
    assert [task.client_id for task in await tasks(firm)] == [client, known]


async def test_an_answer_is_the_threads_clients_whoever_has_written_it(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    client = await owned(firm, sales.boris, "Ромашка", IVAN.address)
    await comes(firm)
    thread = ("99@firma.ru", LETTER.message_id)
    other = MailAddress("buh@gmail.com", "Бухгалтерия")
    fate = await comes(
        firm,
        message_id="2@gmail.com",
        sender=other,
        thread=thread,
        subject="Re: Заказ",
        text="Оплатили",
    )
    assert fate is LetterFate.TAKEN
    (task,) = await tasks(firm)
    assert (task.client_id, task.text) == (client, "Заказ\n\nНужен счёт\nОплатили")


async def test_a_thread_that_nobody_knows_is_none(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await comes(firm, thread=("5@firma.ru",))
    assert [task.owner_id for task in await tasks(firm)] == [sales.head]


async def test_a_letter_to_a_manager_is_that_managers(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    async with firm.act(sales.admin) as act:
        await set_extensions(act, sales.anna, "101 Anna@firma.ru")
        await set_extensions(act, sales.boris, "boris@firma.ru")
    recipients = ("sales@firma.ru", "anna@firma.ru", "boris@firma.ru")
    await comes(firm, recipients=recipients)
    assert [task.owner_id for task in await tasks(firm)] == [sales.anna]
    # Whoever has the client keeps him.
    await comes(firm, message_id="2", recipients=("boris@firma.ru",))
    assert [task.owner_id for task in await tasks(firm)] == [sales.anna]


@pytest.mark.parametrize(
    "changed",
    [
        {"sender": MailAddress("boris@firma.ru")},
        {"sender": MailAddress("sales@firma.ru")},
        {"sender": MailAddress("anna@gmail.com")},
        {"is_automatic": True},
        {"sender": None},
        {"subject": "Автоответ: в отпуске"},
    ],
)
async def test_what_no_client_has_written(firm: Firm, changed: dict[str, object]) -> None:
    sales = await Sales(firm).hire()
    async with firm.act(sales.admin) as act:
        await set_extensions(act, sales.anna, "anna@gmail.com")
    assert await comes(firm, **changed) is LetterFate.PASSED
    assert await tasks(firm) == []


async def test_what_can_not_be_read_is_passed_over(firm: Firm) -> None:
    await Sales(firm).hire()
    async with firm.work() as work:
        assert await take_letter(work, LOGIN, ReceivedLetter(1)) is LetterFate.PASSED


async def test_a_site_that_sends_forms_by_mail(firm: Firm) -> None:
    await Sales(firm).hire()
    site = MailAddress("noreply@firma.ru", "Сайт")
    await comes(firm, sender=site, reply_to=IVAN)
    (task,) = await tasks(firm)
    assert IVAN.address in await points(firm, task.client_id)


@pytest.mark.parametrize(
    ("sent_at", "shown"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), None),
        (datetime(2099, 1, 1, tzinfo=UTC), None),
        (datetime.max.replace(tzinfo=UTC), None),
        (None, None),
        (timedelta(hours=-2), timedelta(hours=-2)),
    ],
)
async def test_dates_that_can_not_be(
    firm: Firm, sent_at: datetime | timedelta | None, shown: timedelta | None
) -> None:
    await Sales(firm).hire()
    now = firm.clock.now()
    at = now + sent_at if isinstance(sent_at, timedelta) else sent_at
    await comes(firm, sent_at=at)
    (task,) = await tasks(firm)
    assert task.arrived_at == now + (shown or timedelta(0))


async def test_an_id_of_any_length_and_a_letter_without_words(firm: Firm) -> None:
    await Sales(firm).hire()
    long = "x" * 900
    assert await comes(firm, message_id=long, subject="", text="") is LetterFate.TAKEN
    assert await comes(firm, message_id=long, subject="", text="") is LetterFate.KNOWN
    async with firm.work() as work:
        record = (await work.session.scalars(select(IntakeRecord))).one()
        assert (record.source, record.state) == ("mail", IntakeState.TASK)
