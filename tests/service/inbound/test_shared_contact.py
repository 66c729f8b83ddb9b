"""A shared contact with its card: phones, e-mails and the company come along."""

import pytest

from bot.method.inbound.matching import MessageSender
from bot.services.inbound.shared_contact import sender_of_contact
from tests.builders import Firm

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Олег Кузнецов
ORG:ООО «Вымпел»;Закупки
TEL;TYPE=CELL:+7 926 123-45-67
TEL;TYPE=WORK:8 (495) 765-43-21
TEL;TYPE=FAX:+7 495 765-43-22
EMAIL:Oleg@Example.com
END:VCARD
"""
MOBILE, WORK_PHONE = "+79261234567", "+74957654321"


async def sender(firm: Firm, phone: str, name: str, vcard: str | None) -> MessageSender:
    async with firm.work() as work:
        return sender_of_contact(work, phone, name, None, vcard)


async def test_the_card_adds_what_telegram_left_out(firm: Firm) -> None:
    assert await sender(firm, "79261234567", "Олег", CARD) == MessageSender(
        phones=(MOBILE, WORK_PHONE),
        emails=("oleg@example.com",),
        name="Олег",
        company="ООО «Вымпел» Закупки",
    )


async def test_a_name_that_is_missing_is_the_cards(firm: Firm) -> None:
    assert (await sender(firm, MOBILE, "", CARD)).name == "Олег Кузнецов"
    firm_only = CARD.replace("FN:Олег Кузнецов", "N:;;;;")
    assert (await sender(firm, MOBILE, " ", firm_only)).name == "ООО «Вымпел» Закупки"


@pytest.mark.parametrize(
    "broken",
    [None, "", "не карточка", "BEGIN:VCARD\nFN:Кто-то", CARD.replace("Закупки", "х" * 9000)],
)
async def test_a_card_that_can_not_be_read_takes_nothing_away(
    firm: Firm, broken: str | None
) -> None:
    assert await sender(firm, MOBILE, "Олег", broken) == MessageSender(
        phones=(MOBILE,), name="Олег"
    )


@pytest.mark.parametrize("phone", ["79261234567", "+79261234567", "89261234567", "8 926 123-45-67"])
async def test_the_phone_is_read_as_telephones_keep_it(firm: Firm, phone: str) -> None:
    assert (await sender(firm, phone, "Олег", None)).phones == (MOBILE,)
