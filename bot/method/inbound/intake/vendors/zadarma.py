"""Zadarma and Novofon: the end of a call; set-up asks for its own word back."""

import hmac
from base64 import b64encode
from hashlib import sha1

from bot.method.inbound.intake.vendors.vendor_request import (
    VendorAnswer,
    VendorKey,
    VendorReading,
    VendorRequest,
    incoming_call,
    outgoing_call,
    written_moment,
)

_LONGEST_ECHO = 200
_INCOMING = ("caller_id", "called_did", "call_start")
_OUTGOING = ("internal", "destination", "call_start")


def read(request: VendorRequest) -> VendorReading:
    """A call once it is over; its times name no zone."""
    fields = request.fields
    if "zd_echo" in fields:
        return VendorAnswer(fields["zd_echo"][:_LONGEST_ECHO])
    is_answered = fields.get("disposition", "").lower() == "answered"
    moment = written_moment(fields.get("call_start", ""), "%Y-%m-%d %H:%M:%S")
    call_id, internal = fields.get("pbx_call_id", ""), fields.get("internal", "")
    match fields.get("event"):
        case "NOTIFY_END":
            number = fields.get("caller_id", "")
            return incoming_call(
                request, call_id, number, moment, internal, is_answered=is_answered
            )
        case "NOTIFY_OUT_END":
            called = fields.get("destination", "")
            return outgoing_call(
                request, call_id, called, moment, internal, is_answered=is_answered
            )
    return VendorAnswer()


def is_signed(key: VendorKey, request: VendorRequest) -> bool:
    """Whether the header is the base64 of the hexadecimal sum over the fields of such an event."""
    fields = request.fields
    names = _OUTGOING if fields.get("event") == "NOTIFY_OUT_END" else _INCOMING
    signed = "".join(fields.get(name, "") for name in names).encode("utf-8", "replace")
    expected = b64encode(hmac.new(key.secret.encode(), signed, sha1).hexdigest().encode())
    return hmac.compare_digest(expected, request.signature.encode("utf-8", "replace"))
