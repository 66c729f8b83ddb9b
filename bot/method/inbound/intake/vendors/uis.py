"""UIS and CoMagic: JSON by the template that docs/intake.md tells to paste."""

from bot.method.inbound.intake.event import CallEnd
from bot.method.inbound.intake.vendors.vendor_request import (
    VendorAnswer,
    VendorReading,
    VendorRequest,
    call_event,
    outgoing_call,
)


def read(request: VendorRequest) -> VendorReading:
    """A call once it is over; talk of no length is none. Who has taken it is told by name."""
    fields = request.fields
    is_answered = fields.get("talk_time_duration", "").strip() not in ("", "0")
    call_id, phone = fields.get("call_session_id", ""), fields.get("contact_phone_number", "")
    direction = fields.get("direction", "").strip().lower()
    manager = fields.get("employee_full_name", "")
    if direction in ("in", "incoming"):
        end = CallEnd.ANSWERED if is_answered else CallEnd.MISSED
        return call_event(request, call_id, phone, end, None, manager)
    if direction in ("out", "outgoing"):
        return outgoing_call(request, call_id, phone, None, manager, is_answered=is_answered)
    return VendorAnswer()
