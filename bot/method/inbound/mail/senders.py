"""Who has written a letter: a client, one of us, or no person at all (R9)."""

from collections.abc import Collection

from bot.method.inbound.mail.letter import Letter, MailAddress, MailWords

_DAEMONS = frozenset({"mailer-daemon", "postmaster", "bounce", "bounces", "mail-daemon"})
_SENDERS_ONLY = frozenset(
    {"noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "wordpress"}
)
"""Sites send what was filled in from such an address, with the client's as the one to answer."""
_EVERYBODYS = frozenset(
    {
        *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com"),
        *("icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "gmx.com", "gmx.de"),
        *("yandex.ru", "yandex.com", "yandex.by", "yandex.kz", "yandex.ua", "ya.ru", "narod.ru"),
        *("mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru", "xmail.ru", "vk.com"),
        *("rambler.ru", "lenta.ru", "autorambler.ru", "myrambler.ru", "ro.ru", "mail.com"),
    }
)
"""Domains that say nothing about who has an address there."""


def writer_of(letter: Letter, words: MailWords) -> MailAddress | None:
    """Whoever wrote it; None where no person has."""
    sender = letter.sender
    if letter.is_automatic or sender is None or sender.local in _DAEMONS:
        return None
    if letter.subject.casefold().startswith(words.automatic):
        return None
    if _is_for_sending_only(sender):
        return letter.reply_to if letter.reply_to and not _is_robot(letter.reply_to) else None
    return sender


def is_of_ours(writer: MailAddress, mailbox: str, own: Collection[str]) -> bool:
    """Whether somebody of the company has written it: `mailbox` is the address that is looked
    into, `own` are addresses of people."""
    domain = mailbox.casefold().rpartition("@")[2] if "@" in mailbox else ""
    is_colleague = bool(domain) and domain not in _EVERYBODYS and writer.domain == domain
    return writer.address == mailbox.casefold() or is_colleague or writer.address in own


def _is_for_sending_only(sender: MailAddress) -> bool:
    return sender.local.partition("+")[0] in _SENDERS_ONLY


def _is_robot(sender: MailAddress) -> bool:
    return sender.local in _DAEMONS or _is_for_sending_only(sender)
