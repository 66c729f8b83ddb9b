"""A contact that was shared from an address book, with the card that goes with it (R9)."""

from bot.files.formats.vcard import read_vcards
from bot.lookup.phones import phone_of, sort_phones
from bot.method.core.refusals import Invalid
from bot.method.core.texts import clean
from bot.method.imports.rows import ImportRow
from bot.method.inbound.matching import MessageSender
from bot.models.client import LONGEST_NAME
from bot.services.core.work import Work

_LONGEST_CARD = 8192
"""Bytes; Telegram lets through 2048."""


def sender_of_contact(
    work: Work, phone: str, name: str, telegram_id: int | None, vcard: str | None
) -> MessageSender:
    """Who the contact is. `telegram_id` is of the contact, not of who shared it.

    What Telegram says goes before the card; a card that can not be read is as good as none.
    """
    country = work.company.country
    card = _card(vcard)
    first = phone_of(f"+{phone.lstrip('+')}", country) or phone_of(phone, country)
    others, _ = sort_phones(card.phones, country)
    numbers = ([first] if first else []) + list(others)
    called = clean(name, LONGEST_NAME) or clean(card.name, LONGEST_NAME)
    company = clean(card.company, LONGEST_NAME)
    return MessageSender(
        telegram_id=telegram_id,
        handle=card.handle or None,
        phones=tuple(dict.fromkeys(one.number for one in numbers)),
        emails=card.emails,
        name=called or company or None,
        company=company or None,
    )


def _card(vcard: str | None) -> ImportRow:
    nothing = ImportRow(0)
    content = (vcard or "").encode()
    if len(content) > _LONGEST_CARD:
        return nothing
    try:
        return next(read_vcards(content), nothing)
    except Invalid:
        return nothing
