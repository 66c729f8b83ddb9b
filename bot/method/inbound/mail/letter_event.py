"""A letter as an event like those that come over HTTP (R9)."""

from datetime import UTC, datetime

from bot.method.core.texts import clean
from bot.method.inbound.intake.event import (
    LONGEST_TEXT,
    IntakeChannel,
    IntakeEvent,
    event_key,
    sane_moment,
)
from bot.method.inbound.intake.vendors.vendor_request import id_of
from bot.method.inbound.mail.letter import Letter, MailAddress, ReceivedLetter

MAIL = "mail"
"""The source of letters."""
_ATTACHED = "\N{PAPERCLIP}"


def letter_key(message_id: str) -> str:
    """By which the letter is known for good."""
    return event_key(MAIL, id_of(message_id))


def words_of(letter: Letter, subject: str, words: str) -> str:
    """What people read of the letter: `subject` may be left out, attachments are named."""
    named = (f"{_ATTACHED} {name}" for name in letter.attachments)
    whole = "\n\n".join(part for part in (subject, words, "\n".join(named)) if part)
    return clean(whole, LONGEST_TEXT, lines=True)


def event_of(
    letter: Letter,
    writer: MailAddress,
    text: str,
    moment: datetime,
    *,
    phone: str = "",
    manager: str = "",
) -> IntakeEvent:
    """The event; a name that is nothing but the address is none."""
    name = "" if "@" in writer.name else writer.name
    return IntakeEvent(
        id_of(letter.message_id),
        IntakeChannel.EMAIL,
        moment,
        name=name,
        phone=phone,
        email=writer.address,
        text=text,
        manager=manager,
    )


def moment_of(received: ReceivedLetter, now: datetime) -> datetime:
    """When it was written, as far as that can be; else when it came, else now."""
    sent_at = received.letter.sent_at if received.letter else None
    for moment in (sent_at, received.received_at):
        if moment is not None and sane_moment(moment, now):
            return min(moment.astimezone(UTC), now)
    return now
