"""A form of a site, and anything else that can post fields: names in any case."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from bot.method.core.texts import clean
from bot.method.inbound.intake.event import (
    LONGEST_NAME,
    LONGEST_TEXT,
    IntakeChannel,
    IntakeEvent,
)
from bot.method.inbound.intake.vendors.vendor_request import (
    VendorAnswer,
    VendorReading,
    VendorRequest,
    id_of,
)
from bot.method.inbound.matching import emails_in, handles_in

_NAMES = ("name", "fio", "fullname")
_PHONES = ("phone", "tel", "telephone")
_EMAILS = ("email", "e-mail", "mail")
_TEXTS = ("text", "message", "comment", "comments", "question", "textarea")
_IDS = ("external_id", "tranid")
_MAYBE_ID = "id"
"""Of the lead with some sites, of the form itself with others."""
_KNOWN = {*_NAMES, *_PHONES, *_EMAILS, *_TEXTS, *_IDS, _MAYBE_ID, "telegram", "manager"}
_LONGEST_PHONE = 64


def read(request: VendorRequest) -> VendorReading:
    """The event of the form; fields with names of the owner's own are told as lines."""
    return form_event(request, request.fields)


def form_event(
    request: VendorRequest, given: Mapping[str, str], ignored: frozenset[str] = frozenset()
) -> VendorReading:
    """The same of certain fields, without some that are the vendor's own bookkeeping."""
    fields = {name.strip().lower(): value for name, value in given.items() if value.strip()}
    others = (
        f"{name.strip()}: {value}"
        for name, value in given.items()
        if value.strip() and name.strip().lower() not in _KNOWN | ignored
    )
    email, handle = _first(fields, _EMAILS), fields.get("telegram", "")
    text = clean("\n".join([_first(fields, _TEXTS), *others]), LONGEST_TEXT, lines=True)
    event = IntakeEvent(
        "",
        IntakeChannel.FORM,
        request.now,
        clean(_first(fields, _NAMES), LONGEST_NAME),
        clean(_first(fields, _PHONES), _LONGEST_PHONE),
        next(iter(emails_in(email)), ""),
        next(iter(handles_in(f"@{handle.strip().lstrip('@')}")), ""),
        text,
        clean(fields.get("manager", ""), LONGEST_NAME),
    )
    if not (event.name or event.phone or event.email or event.telegram or event.text):
        return VendorAnswer()
    given = id_of(_first(fields, _IDS))
    return replace(event, external_id=given or _made_id(request, event, fields.get(_MAYBE_ID, "")))


def _made_id(request: VendorRequest, event: IntakeEvent, number: str) -> str:
    """Without an id the same form of the same day is the same: it was sent again."""
    said = [number, event.name, event.phone, event.email, event.telegram, event.text]
    day = request.now.astimezone(request.zone).date().isoformat()
    return sha256("\x00".join([day, *said]).encode()).hexdigest()


def _first(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if name in fields), "")
