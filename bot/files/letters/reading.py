"""The bytes of a letter, or of its beginning, as plain values."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256

from bot.files.letters.charsets import text_of
from bot.files.letters.html_text import text_of_html
from bot.method.core.texts import clean
from bot.method.inbound.mail.letter import Letter, MailAddress
from bot.method.inbound.matching import emails_in

_MOST_PARTS = 100
_MOST_ADDRESSES = 50
_MOST_THREAD = 30
_MOST_NAMED = 10
_LONGEST_NAME = 200
_LONGEST_HEADER = 8 * 1024
_ID = re.compile(r"<([^<>\s]{1,900})>")
_ROBOTS_PRECEDENCE = ("bulk", "junk", "list", "auto_reply", "auto-reply")
_ROBOTS_HEADERS = ("list-id", "x-autoreply", "x-autorespond", "x-auto-reply")


def read_letter(raw: bytes) -> Letter | None:
    """The letter; None where the bytes are none, or one that nobody could have written so."""
    try:
        message = message_from_bytes(raw)
    except (MessageError, RecursionError, ValueError, LookupError):
        return None
    headers = _Headers(message)
    texts, attachments = _parts_of(message)
    return Letter(
        headers.message_id or f"sum-{sha256(raw).hexdigest()}",
        next(iter(headers.addresses("from")), None),
        next(iter(headers.addresses("reply-to")), None),
        tuple(found.address for name in ("to", "cc") for found in headers.addresses(name)),
        headers.thread,
        clean(headers.text("subject"), _LONGEST_NAME),
        headers.sent_at,
        texts,
        attachments,
        headers.are_of_a_robot or message.get_content_type() == "multipart/report",
    )


class _Headers:
    def __init__(self, message: Message) -> None:
        self._raw: dict[str, list[str]] = {}
        for name, value in message.raw_items():
            self._raw.setdefault(name.casefold(), []).append(str(value)[:_LONGEST_HEADER])

    def first(self, name: str) -> str:
        return self._raw.get(name, [""])[0]

    def text(self, name: str) -> str:
        return _decoded(self.first(name))

    def addresses(self, name: str) -> list[MailAddress]:
        """Those of the header, the names beside them decoded."""
        # Names are decoded behind the split: what they decode to may have a comma in it.
        pairs = getaddresses([_readable(self.first(name))])[:_MOST_ADDRESSES]
        found = [
            MailAddress(emails[0], clean(_decoded(called), _LONGEST_NAME))
            for called, address in pairs
            if (emails := emails_in(address))
        ]
        return found or [MailAddress(address) for address in emails_in(self.text(name))]

    @property
    def message_id(self) -> str:
        found = _ID.search(self.first("message-id"))
        return found[1] if found else ""

    @property
    def thread(self) -> tuple[str, ...]:
        ids = _ID.findall(self.first("in-reply-to"))
        ids += reversed(_ID.findall(self.first("references")))
        return tuple(dict.fromkeys(ids))[:_MOST_THREAD]

    @property
    def sent_at(self) -> datetime | None:
        try:
            moment = parsedate_to_datetime(self.first("date"))
            # Without a zone it is UTC by what the standard says.
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None

    @property
    def are_of_a_robot(self) -> bool:
        submitted = self.first("auto-submitted").strip().casefold()
        precedence = self.first("precedence").strip().casefold()
        spam = (self.first("x-spam-flag") or self.first("x-spam-status")).strip().casefold()
        return (
            (bool(submitted) and not submitted.startswith("no"))
            or precedence in _ROBOTS_PRECEDENCE
            or any(name in self._raw for name in _ROBOTS_HEADERS)
            or self.first("return-path").strip() == "<>"
            or spam.startswith("yes")
        )


def _parts_of(message: Message) -> tuple[str, tuple[str, ...]]:
    """The text, plain where there is one, and what the attachments are called."""
    plain: list[str] = []
    pages: list[str] = []
    names: list[str] = []
    for part in _leaves(message):
        name, kind = _filename(part), part.get_content_type()
        if name or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            is_shown_inside = part.get("content-id") and part.get_content_maintype() == "image"
            if name and not is_shown_inside:
                names.append(name)
        elif kind == "text/html":
            pages.append(_content(part))
        elif kind == "text/plain":
            plain.append(_content(part))
    text = "\n".join(plain)
    if not text.strip():
        text = "\n".join(map(text_of_html, pages))
    return text, tuple(dict.fromkeys(names))[:_MOST_NAMED]


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, a letter inside this one as a whole."""
    waiting, count = [message], 0
    while waiting and count < _MOST_PARTS:
        part, count = waiting.pop(), count + 1
        inside = part.get_payload()
        if isinstance(inside, list) and part.get_content_maintype() == "multipart":
            waiting += [inner for inner in reversed(inside) if isinstance(inner, Message)]
        else:
            yield part


def _content(part: Message) -> str:
    content = part.get_payload(decode=True)
    charset = part.get_param("charset", "")
    declared = charset[2] if isinstance(charset, tuple) else str(charset)
    return text_of(content, declared) if isinstance(content, bytes) else ""


def _filename(part: Message) -> str:
    try:
        return clean(_decoded(part.get_filename() or ""), _LONGEST_NAME)
    except (LookupError, ValueError, TypeError):
        return ""


def _readable(raw: str) -> str:
    """A header with letters that should not stand there bare, by what they look like."""
    try:
        raw.encode("ascii")
    except UnicodeEncodeError:
        return text_of(raw.encode("utf-8", "surrogateescape"))
    return raw


def _decoded(raw: str) -> str:
    """The header as people read it."""
    try:
        parts = decode_header(_readable(raw))
    except (MessageError, ValueError):
        return raw
    return "".join(_part_of_header(part, charset) for part, charset in parts)


def _part_of_header(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    # What was not encoded comes as bytes too, where something beside it was.
    return part.decode("raw-unicode-escape") if charset is None else text_of(part, charset)
