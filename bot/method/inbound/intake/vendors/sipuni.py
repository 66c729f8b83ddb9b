"""Sipuni: the end of a call, by GET or POST; anything but success in its answer stops it."""

from collections.abc import Mapping

from bot.method.inbound.intake.event import CallEnd
from bot.method.inbound.intake.vendors.vendor_request import (
    VendorAnswer,
    VendorReading,
    VendorRequest,
    call_event,
    unix_moment,
)

SUCCESS = '{"success": true}'
_ENDED = "2"
_OUTSIDE, _INSIDE = "1", "2"


def read(request: VendorRequest) -> VendorReading:
    """A call once it is over. What does not say that somebody answered was missed."""
    fields = request.fields
    if fields.get("event") != _ENDED or fields.get("is_inner_call") == "1":
        return VendorAnswer(SUCCESS)
    call_id, moment = fields.get("call_id", ""), unix_moment(fields.get("timestamp"))
    is_answered = _is_answered(fields)
    made: VendorReading = VendorAnswer()
    if fields.get("src_type") == _OUTSIDE:
        end = CallEnd.ANSWERED if is_answered else CallEnd.MISSED
        taken_by = fields.get("short_dst_num", "") if is_answered else ""
        made = call_event(request, call_id, fields.get("src_num", ""), end, moment, taken_by)
    elif fields.get("src_type") == _INSIDE and is_answered:
        called = fields.get("dst_num", "")
        made = call_event(request, call_id, called, CallEnd.OUTGOING, moment)
    return VendorAnswer(SUCCESS) if isinstance(made, VendorAnswer) else made


def _is_answered(fields: Mapping[str, str]) -> bool:
    if "status" in fields:
        return fields["status"].upper() == "ANSWER"
    return fields.get("call_answer_timestamp", "") not in ("", "0")
