"""A shared contact with its card: phones, e-mails and the company come along."""

import pytest

from bot.method.inbound.matching import MessageSender
from bot.services.inbound.shared_contact import sender_of_contact, unread_numbers
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


TOLL_FREE = "+78005553535"


@pytest.mark.parametrize("account", [None, 77])
@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("88005553535", TOLL_FREE),
        ("+88005553535", TOLL_FREE),
        ("8 (800) 555-35-35", TOLL_FREE),
        ("375291234567", "+375291234567"),
    ],
)
async def test_the_country_says_whose_number_it_is(
    firm: Firm, phone: str, number: str, account: int | None
) -> None:
    async with firm.work() as work:
        assert sender_of_contact(work, phone, "Колл-центр", account, None).phones == (number,)


async def test_an_accounts_number_begins_with_its_country(firm: Firm) -> None:
    async with firm.work() as work:
        kept = sender_of_contact(work, "84952346187", "Офис", None, None)
        account = sender_of_contact(work, "84952346187", "Hanoi", 77, None)
    assert (kept.phones, account.phones) == (("+74952346187",), ("+84952346187",))


async def test_a_number_that_nobody_can_have_is_a_text_and_no_contact(firm: Firm) -> None:
    card = CARD.replace("+7 926 123-45-67", "0000000000")
    async with firm.work() as work:
        for phone in ("0000000000", "+7 123 456-78-90", "234-56-78"):
            assert sender_of_contact(work, phone, "Олег", None, None).phones == ()
            assert unread_numbers(work, phone, None, None) == phone
        assert unread_numbers(work, MOBILE, None, card) == "0000000000"
        assert unread_numbers(work, MOBILE, None, CARD) == ""
