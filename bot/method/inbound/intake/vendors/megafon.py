"""MegaFon and other clouds of ITooLabs: calls that are over, and the question who calls."""

from bot.method.inbound.intake.vendors.vendor_request import (
    CallerAsked,
    VendorAnswer,
    VendorReading,
    VendorRequest,
    incoming_call,
    outgoing_call,
    written_moment,
)


def read(request: VendorRequest) -> VendorReading:
    """Everybody of a group who has not picked up says "missed", under the same `callid`."""
    fields = request.fields
    phone = fields.get("phone", "")
    if fields.get("cmd") == "contact":
        return CallerAsked(phone)
    if fields.get("cmd") != "history":
        return VendorAnswer()
    is_answered = fields.get("status", "").lower() == "success"
    moment = written_moment(fields.get("start", ""), "%Y%m%dT%H%M%S%z")
    call_id, talker = fields.get("callid", ""), fields.get("ext") or fields.get("user", "")
    if fields.get("type") == "in":
        return incoming_call(request, call_id, phone, moment, talker, is_answered=is_answered)
    if fields.get("type") == "out":
        return outgoing_call(request, call_id, phone, moment, talker, is_answered=is_answered)
    return VendorAnswer()
