"""A look into a mailbox over IMAP: nothing in it is changed, and nothing large is loaded.

It blocks: it is called in a thread of its own, and `give_up` ends it from outside.
"""

import imaplib
import re
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

from bot.files.letters.reading import read_letter
from bot.mail.folder_names import folder_name
from bot.mailbox_url import MailboxAddress
from bot.method.inbound.mail.letter import ReceivedLetter
from bot.method.inbound.mail.looks import LastSeen, MailFailure, MailLook, MailTrouble

LARGEST = 256 * 1024
"""Bytes of a letter that are looked at: the words come before the attachments."""
MOST_AT_ONCE = 20
"""Letters of one look."""
_SECONDS = 20
"""Of silence that end a look."""
_BESIDE = 64 * 1024
"""Bytes that a server may say in one go beside a letter."""
_SURELY = timedelta(days=2)
"""So far back is looked where numbers were given out anew: days are of the server's zone."""
_ARRIVED = re.compile(r'INTERNALDATE "([^"]{1,40})"')
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Found = TypeVar("Found")


class _Bounded(imaplib.IMAP4):
    sends_too_much = False
    """More than was asked for: nothing more is read of it."""

    def __init__(self, opened: Callable[[socket.socket], None], *args: Any, **options: Any) -> None:
        self._opened = opened
        super().__init__(*args, **options)

    def open(self, *args: Any, **options: Any) -> None:
        super().open(*args, **options)
        self._opened(self.sock)

    def read(self, size: int) -> bytes:
        if size > LARGEST + _BESIDE:
            self.sends_too_much = True
            raise self.abort
        return super().read(size)


class _Encrypted(_Bounded, imaplib.IMAP4_SSL):
    pass


class MailboxLook:
    """One connection, for one look."""

    def __init__(self, address: MailboxAddress) -> None:
        self._address = address
        self._socket: socket.socket | None = None

    def check(self) -> None:
        """Whether the mailbox can be looked into; MailFailure where it can not."""
        self._in_folder(lambda server: None)

    def new_since(self, last: LastSeen | None) -> MailLook:
        """What has come since then; at the very first look nothing is new. MailFailure."""
        return self._in_folder(lambda server: _new_since(server, last))

    def give_up(self) -> None:
        """End the look from another thread: whatever it waits for fails now."""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _in_folder(self, look: Callable[[_Bounded], Found]) -> Found:
        try:
            server = self._connect()
            try:
                self._enter(server)
                return look(server)
            finally:
                _leave(server)
        except ssl.SSLCertVerificationError:
            raise MailFailure(MailTrouble.CERTIFICATE) from None
        except (OSError, ValueError, imaplib.IMAP4.error):
            raise MailFailure(MailTrouble.AWAY) from None

    def _connect(self) -> _Bounded:
        host, port = self._address.host, self._address.port
        if not self._address.is_encrypted:
            return _Bounded(self._opened, host, port, timeout=_SECONDS)
        context = ssl.create_default_context()
        return _Encrypted(self._opened, host, port, ssl_context=context, timeout=_SECONDS)

    def _opened(self, way: socket.socket) -> None:
        self._socket = way

    def _enter(self, server: imaplib.IMAP4) -> None:
        try:
            self._log_in(server)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            raise MailFailure(MailTrouble.LOGIN) from None
        answer, _ = server.select(folder_name(self._address.folder), readonly=True)
        if answer != "OK":
            raise MailFailure(MailTrouble.FOLDER)

    def _log_in(self, server: imaplib.IMAP4) -> None:
        user, password = self._address.user, self._address.password
        if "AUTH=PLAIN" in server.capabilities:
            server.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())
        elif (user + password).isascii():
            escaped = user.replace("\\", "\\\\").replace('"', '\\"')
            server.login(f'"{escaped}"', password)
        else:
            raise MailFailure(MailTrouble.LOGIN)


def _leave(server: _Bounded) -> None:
    if not server.sends_too_much:
        with suppress(OSError, imaplib.IMAP4.error):
            server.logout()
    with suppress(OSError):
        server.shutdown()


def _new_since(server: _Bounded, last: LastSeen | None) -> MailLook:
    validity, newest = _number(server, "UIDVALIDITY"), _number(server, "UIDNEXT") - 1
    if last is None:
        return MailLook(validity, newest)
    if last.validity == validity:
        uids, after = _search(server, f"UID {last.uid + 1}:*"), last.uid
    else:
        # The numbers mean nothing any more: the days do.
        day = (last.looked_at - _SURELY).date()
        uids = _search(server, f"SINCE {day.day:02}-{_MONTHS[day.month - 1]}-{day.year}")
        after = 0
    # The last letter is in every range, whatever its number.
    new = sorted(uid for uid in uids if uid > after)
    letters: list[ReceivedLetter] = []
    for uid in new[:MOST_AT_ONCE]:
        try:
            found = _fetch(server, uid)
        except imaplib.IMAP4.abort:
            if not server.sends_too_much:
                raise
            return MailLook(validity, uid, (*letters, ReceivedLetter(uid)), has_more=True)
        # One of before the first look has only got another number, or another folder.
        if found is not None and not _is_before(found, last.since):
            letters.append(found)
    has_more = len(new) > MOST_AT_ONCE
    until = new[MOST_AT_ONCE - 1] if has_more else max([newest, after, *new])
    return MailLook(validity, until, tuple(letters), has_more)


def _is_before(found: ReceivedLetter, since: datetime) -> bool:
    return found.received_at is not None and found.received_at < since


def _number(server: imaplib.IMAP4, name: str) -> int:
    """What the server has said of the folder."""
    _, found = server.response(name)
    return int(found[0])


def _search(server: imaplib.IMAP4, what: str) -> list[int]:
    answer, found = server.uid("SEARCH", what)
    if answer != "OK":
        raise imaplib.IMAP4.error
    return [int(uid) for uid in (found[0] or b"").split()]


def _fetch(server: imaplib.IMAP4, uid: int) -> ReceivedLetter | None:
    """The letter, or its beginning where it is long; None where it is gone. It stays unseen."""
    answer, found = server.uid("FETCH", str(uid), f"(INTERNALDATE BODY.PEEK[]<0.{LARGEST}>)")
    if answer != "OK":
        raise imaplib.IMAP4.error
    literals = [part for part in found if isinstance(part, tuple)]
    if not literals:
        return None
    beside = [part[0] if isinstance(part, tuple) else part for part in found]
    said = b" ".join(part for part in beside if part).decode("ascii", "replace")
    return ReceivedLetter(uid, _moment(said), read_letter(literals[0][1]))


def _moment(said: str) -> datetime | None:
    found = _ARRIVED.search(said)
    try:
        return parsedate_to_datetime(found[1].replace("-", " ", 2)) if found else None
    except ValueError:
        return None
