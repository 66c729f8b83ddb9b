"""A contact that was shared from an address book, with the card that goes with it (R9)."""

from contextlib import suppress
from itertools import islice

from bot.files.formats.vcard import read_vcards
from bot.lookup.phones import phone_of, sort_phones
from bot.method.core.cards import Phone
from bot.method.core.refusals import Invalid
from bot.method.core.texts import clean
from bot.method.imports.rows import UNNAMED, ImportRow
from bot.method.inbound.matching import MOST_CONTACTS, MessageSender
from bot.models.client import LONGEST_NAME
from bot.services.core.work import Work

_LONGEST_CARD = 8192
"""Bytes; Telegram lets through 2048."""
LARGEST_FILE = 256 * 1024
"""Bytes of a file of cards: one has a picture at most."""
_MOST_CARDS, _LONGEST_LINE = 20, 300


def sender_of_contact(
    work: Work, phone: str, name: str, telegram_id: int | None, vcard: str | None
) -> MessageSender:
    """Who the contact is. `telegram_id` is of the contact, not of who shared it.

    What Telegram says goes before the card; a card that can not be read is as good as none.
    """
    card = _card(vcard)
    numbers, _ = _numbers(work, phone, telegram_id, card)
    called = clean(name, LONGEST_NAME) or clean(card.name, LONGEST_NAME)
    company = clean(card.company, LONGEST_NAME)
    return MessageSender(
        telegram_id=telegram_id,
        handle=card.handle or None,
        phones=tuple(dict.fromkeys(phone.number for phone in numbers)),
        emails=card.emails,
        name=called or company or None,
        company=company or None,
    )


def unread_numbers(work: Work, phone: str, telegram_id: int | None, vcard: str | None) -> str:
    """The numbers of the contact that nobody can have, as they stand: kept as a text."""
    _, others = _numbers(work, phone, telegram_id, _card(vcard))
    return "\n".join(others)


def sender_of_file(work: Work, content: bytes) -> tuple[MessageSender, str] | None:
    """Who the card in a file is, and its numbers that nobody can have; None where there is no card
    in it. Of the people of several cards nobody is the sender: all are lines of the words."""
    cards = _cards(content, LARGEST_FILE)
    if not cards:
        return None
    if len(cards) > 1:
        return MessageSender(), "\n".join(map(_line, cards))
    (card,) = cards
    phones, others = sort_phones(card.phones, work.company.country)
    name, company = clean(card.name, LONGEST_NAME), clean(card.company, LONGEST_NAME)
    sender = MessageSender(
        handle=card.handle or None,
        phones=tuple(dict.fromkeys(phone.number for phone in phones))[:MOST_CONTACTS],
        emails=card.emails[:MOST_CONTACTS],
        name=name or company or None,
        company=company or None,
    )
    return sender, "\n".join(dict.fromkeys(others))


def _line(card: ImportRow) -> str:
    handle = f"@{card.handle}" if card.handle else ""
    said = (card.name, card.company, *card.phones, *card.emails, handle)
    return clean(", ".join(filter(None, said)), _LONGEST_LINE)


def _numbers(
    work: Work, phone: str, telegram_id: int | None, card: ImportRow
) -> tuple[list[Phone], list[str]]:
    """The phones of the contact, and the numbers that are none."""
    country = work.company.country
    bare = phone.lstrip("+ ")
    # An account's number has its country's code, mostly without the plus; of an address book it
    # is what stood there: "8 800" is no number of Bangladesh.
    spellings = (f"+{bare}", phone) if telegram_id is not None else (phone, f"+{bare}")
    first = next(filter(None, (phone_of(spelling, country) for spelling in spellings)), None)
    phones, others = sort_phones(card.phones, country)
    unread = [phone, *others] if first is None and bare else list(others)
    return ([first] if first else []) + list(phones), list(dict.fromkeys(unread))


def _card(vcard: str | None) -> ImportRow:
    cards = _cards((vcard or "").encode(), _LONGEST_CARD)
    return cards[0] if cards else ImportRow(0)


def _cards(content: bytes, longest: int) -> list[ImportRow]:
    """The first cards that say anything; what comes behind a broken one is not read."""
    cards: list[ImportRow] = []
    if len(content) > longest:
        return cards
    with suppress(Invalid):
        cards.extend(islice(read_vcards(content), _MOST_CARDS))
    return [card for card in cards if card.error not in UNNAMED]
