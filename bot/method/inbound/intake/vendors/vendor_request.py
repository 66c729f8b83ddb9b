"""A request of a vendor, and what may be made of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from email import message_from_bytes
from email.message import Message
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl

from bot.method.core.texts import clean
from bot.method.inbound.intake.event import (
    LONGEST_ID,
    CallEnd,
    IntakeChannel,
    IntakeEvent,
    sane_moment,
)

MOST_FIELDS = 200
_LONGEST_NUMBER = 32
_LEAST_DIGITS = 5
"""Fewer are an extension of our own, or a hidden number."""


@dataclass(frozen=True)
class VendorRequest:
    """What came: the body as it is, the query, and what the path has behind the secret. `now` is
    when it came, `zone` the company's, for times without one."""

    body: bytes
    now: datetime
    zone: tzinfo
    query: str = ""
    tail: str = ""
    content_type: str = ""
    signature: str = ""
    """The header `Signature`."""

    @property
    def fields(self) -> Mapping[str, str]:
        """The fields of the query and of the body, a form of either kind or a flat JSON object;
        the last of those with one name."""
        if self.content_type.lower().startswith("multipart/form-data"):
            return dict([*_pairs(self.query), *_parts(self.content_type, self.body)])
        text = _decoded(self.body)
        found = json_object(text)
        sent = _pairs(text) if found is None else _flat(found)
        return dict([*_pairs(self.query), *sent])

    def at(self, moment: datetime | None) -> datetime:
        """The moment, or now where it can not be."""
        if moment is None:
            return self.now
        local = moment.replace(tzinfo=self.zone) if moment.tzinfo is None else moment
        return local.astimezone(UTC) if sane_moment(local, self.now) else self.now


@dataclass(frozen=True)
class VendorKey:
    """What a vendor signs with; `name` is the part of it that goes with each request, where there
    is one."""

    secret: str = field(repr=False)
    name: str = field(default="", repr=False)


@dataclass(frozen=True)
class VendorAnswer:
    """Nothing is to be kept; the vendor wants to read this."""

    text: str = "ok"


@dataclass(frozen=True)
class CallerAsked:
    """The telephone exchange asks who calls from this number."""

    phone: str


VendorReading = IntakeEvent | VendorAnswer | CallerAsked


def call_event(
    request: VendorRequest,
    call_id: str,
    phone: str,
    end: CallEnd,
    moment: datetime | None,
    manager: str = "",
) -> VendorReading:
    """The event of a call; of a hidden number, of one of our own or of a call without an id
    nothing can be made."""
    number, external_id = clean(phone, _LONGEST_NUMBER), id_of(call_id)
    if sum(char.isdigit() for char in number) < _LEAST_DIGITS or not external_id:
        return VendorAnswer()
    return IntakeEvent(
        external_id,
        IntakeChannel.CALL,
        request.at(moment),
        phone=number,
        manager=clean(manager, LONGEST_ID),
        call=end,
    )


def incoming_call(
    request: VendorRequest,
    call_id: str,
    phone: str,
    moment: datetime | None,
    taken_by: str,
    *,
    is_answered: bool,
) -> VendorReading:
    """A call of a client's; whoever was rung has not taken one that was missed."""
    if is_answered:
        return call_event(request, call_id, phone, CallEnd.ANSWERED, moment, taken_by)
    return call_event(request, call_id, phone, CallEnd.MISSED, moment)


def outgoing_call(
    request: VendorRequest,
    call_id: str,
    phone: str,
    moment: datetime | None,
    made_by: str = "",
    *,
    is_answered: bool,
) -> VendorReading:
    """A call of ours; one that nobody has answered is none."""
    if is_answered:
        return call_event(request, call_id, phone, CallEnd.OUTGOING, moment, made_by)
    return VendorAnswer()


def id_of(text: str) -> str:
    """An id as it is kept: what is too long for that is known by its sum."""
    plain = clean(text, len(text) + 1)
    return plain if len(plain) <= LONGEST_ID else sha256(plain.encode()).hexdigest()


def json_object(text: str) -> Mapping[str, Any] | None:
    """The object that the text is; None where it is none."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def unix_moment(seconds: object) -> datetime | None:
    """A moment in seconds since 1970; None where there is none."""
    try:
        return datetime.fromtimestamp(int(str(seconds)), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def written_moment(text: str, form: str) -> datetime | None:
    """A moment in the vendor's own spelling, naive where it names no zone."""
    try:
        return datetime.strptime(text.strip(), form)  # noqa: DTZ007  the zone is the company's
    except ValueError:
        return None


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1251", "replace")


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return []


def _parts(content_type: str, body: bytes) -> list[tuple[str, str]]:
    """The fields of a form that may hold files; a file is told by its name."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode("utf-8", "replace")
    whole = message_from_bytes(head + body)
    pairs = []
    for part in whole.get_payload() if whole.is_multipart() else ():
        if not isinstance(part, Message) or part.is_multipart():
            continue
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            pairs.append((name, part.get_filename() or _decoded(content)))
    return pairs[:MOST_FIELDS]


def _flat(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    plain = (str, int, float)
    pairs = [(name, str(value)) for name, value in found.items() if isinstance(value, plain)]
    return pairs[:MOST_FIELDS]
