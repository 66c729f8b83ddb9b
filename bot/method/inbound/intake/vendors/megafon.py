"""MegaFon and other clouds of ITooLabs: calls that are over, and the question who calls."""

from bot.method.inbound.intake.event import CallEnd
from bot.method.inbound.intake.vendors.vendor_request import (
    CallerAsked,
    VendorAnswer,
    VendorReading,
    VendorRequest,
    call_event,
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
        end = CallEnd.ANSWERED if is_answered else CallEnd.MISSED
        return call_event(request, call_id, phone, end, moment, talker if is_answered else "")
    if fields.get("type") == "out" and is_answered:
        return call_event(request, call_id, phone, CallEnd.OUTGOING, moment, talker)
    return VendorAnswer()
