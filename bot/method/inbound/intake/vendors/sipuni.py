"""Sipuni: the end of a call, by GET or POST; anything but success in its answer stops it."""

from collections.abc import Mapping

from bot.method.inbound.intake.vendors.vendor_request import (
    VendorAnswer,
    VendorReading,
    VendorRequest,
    incoming_call,
    outgoing_call,
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
        number, taken_by = fields.get("src_num", ""), fields.get("short_dst_num", "")
        made = incoming_call(request, call_id, number, moment, taken_by, is_answered=is_answered)
    elif fields.get("src_type") == _INSIDE:
        called = fields.get("dst_num", "")
        made = outgoing_call(request, call_id, called, moment, is_answered=is_answered)
    return VendorAnswer(SUCCESS) if isinstance(made, VendorAnswer) else made


def _is_answered(fields: Mapping[str, str]) -> bool:
    if "status" in fields:
        return fields["status"].upper() == "ANSWER"
    return fields.get("call_answer_timestamp", "") not in ("", "0")
