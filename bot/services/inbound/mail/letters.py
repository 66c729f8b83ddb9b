"""Letters of a mailbox: a client's becomes an inbound, by the same way as what comes over HTTP;
what one of us or nobody has written does not (R9)."""

from enum import StrEnum

from bot.lookup.mail_words import mail_words
from bot.lookup.phones import phones_in
from bot.method.core.terms import ContactKind
from bot.method.inbound.intake.receipt import NobodyThere, Receipt
from bot.method.inbound.mail.letter import Letter, MailAddress, ReceivedLetter
from bot.method.inbound.mail.letter_event import MAIL, event_of, letter_key, moment_of, words_of
from bot.method.inbound.mail.looks import LastSeen
from bot.method.inbound.mail.own_words import bare_subject, own_words
from bot.method.inbound.mail.senders import is_of_ours, writer_of
from bot.method.people.extensions import extension_of
from bot.models.client import owners_of_points
from bot.models.intake import holders_of
from bot.models.mailbox import Mailbox, client_of_events, see
from bot.services.core.work import Work
from bot.services.inbound.intake.taking import take


class LetterFate(StrEnum):
    """What has become of a letter."""

    TAKEN = "taken"
    KNOWN = "known"
    """It was here before."""
    PASSED = "passed"
    """No client has written it."""
    WAITING = "waiting"
    """There is nobody yet who could get it."""


async def last_seen(work: Work, key: str) -> LastSeen | None:
    """How far the mailbox has been looked through; None where it never was."""
    mailbox = await work.session.get(Mailbox, key)
    if mailbox is None:
        return None
    return LastSeen(mailbox.validity, mailbox.uid, mailbox.since, mailbox.looked_at)


async def saw(work: Work, key: str, validity: int, uid: int) -> None:
    """The mailbox is looked through up to this number."""
    await see(work.session, key, validity, uid, work.now)


async def take_letter(work: Work, login: str, received: ReceivedLetter) -> LetterFate:
    """Make of the letter what it is; `login` is whose mailbox it lies in."""
    letter = received.letter
    writer = None if letter is None else writer_of(letter, mail_words())
    if letter is None or writer is None:
        return LetterFate.PASSED
    holders = await _holders(work, [writer.address, *letter.recipients])
    if is_of_ours(writer, login, holders):
        return LetterFate.PASSED
    keys = [letter_key(message_id) for message_id in letter.thread]
    client_id = await client_of_events(work.session, keys)
    found = own_words(letter.text, mail_words())
    subject = bare_subject(letter.subject, mail_words()) if client_id is None else ""
    event = event_of(
        letter,
        writer,
        words_of(letter, subject, found.words),
        moment_of(received, work.now),
        phone="" if client_id else await _phone_below(work, writer, found.signature),
        manager=_addressed(letter, holders),
    )
    taken = await take(work, MAIL, event, client_id)
    if isinstance(taken, NobodyThere):
        return LetterFate.WAITING
    if isinstance(taken, Receipt) and not taken.repeated:
        return LetterFate.TAKEN
    return LetterFate.KNOWN


async def _holders(work: Work, addresses: list[str]) -> dict[str, bool]:
    """The addresses that are of somebody of ours, and whether he is at work."""
    words = list(dict.fromkeys(map(extension_of, addresses)))
    return {word.word: holder.active for holder, word in await holders_of(work.session, words)}


def _addressed(letter: Letter, holders: dict[str, bool]) -> str:
    """The first address of somebody of ours that the letter goes to."""
    return next((address for address in letter.recipients if holders.get(address)), "")


async def _phone_below(work: Work, writer: MailAddress, signature: str) -> str:
    """The phone of the signature, where the address alone does not say who it is."""
    if await owners_of_points(work.session, [(ContactKind.EMAIL, writer.address)]):
        return ""
    phones = phones_in(signature, work.company.country)
    return phones[0].number if phones else ""
