"""Mango Office: the summary of a call; what it tells while the call goes on is not needed."""

import hmac
from hashlib import sha256

from bot.method.inbound.intake.vendors.vendor_request import (
    VendorAnswer,
    VendorKey,
    VendorReading,
    VendorRequest,
    incoming_call,
    json_object,
    outgoing_call,
    unix_moment,
)
from bot.method.inbound.raw import raw_object

_SUMMARY = "events/summary"
_INCOMING, _OUTGOING = "1", "2"


def read(request: VendorRequest) -> VendorReading:
    """A call once it is over: its `entry_id` is the same for all who were rung. Of a missed one
    just the first of them is told, which says nothing of whose it is."""
    if request.tail.strip("/") != _SUMMARY:
        return VendorAnswer()
    call = json_object(request.fields.get("json", "")) or {}
    is_answered = str(call.get("entry_result", "0")) not in ("0", "")
    direction = str(call.get("call_direction", ""))
    moment = unix_moment(call.get("create_time"))
    call_id = str(call.get("entry_id") or "")
    if direction == _INCOMING:
        number, taken_by = _number(call.get("from")), _extension(call.get("to"))
        return incoming_call(request, call_id, number, moment, taken_by, is_answered=is_answered)
    if direction == _OUTGOING:
        number, made_by = _number(call.get("to")), _extension(call.get("from"))
        return outgoing_call(request, call_id, number, moment, made_by, is_answered=is_answered)
    return VendorAnswer()


def is_signed(key: VendorKey, request: VendorRequest) -> bool:
    """Whether `sign` is over the key, the words of `json` as they came, and the salt."""
    fields = request.fields
    signed = f"{key.name}{fields.get('json', '')}{key.secret}"
    expected = sha256(signed.encode("utf-8", "replace")).hexdigest()
    given = f"{fields.get('vpbx_api_key', '')}:{fields.get('sign', '').lower()}"
    return hmac.compare_digest(f"{key.name}:{expected}".encode(), given.encode("utf-8", "replace"))


def _number(side: object) -> str:
    return str(raw_object(side).get("number") or "")


def _extension(side: object) -> str:
    return str(raw_object(side).get("extension") or "")
