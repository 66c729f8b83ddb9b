"""Tilda: a form whose fields have the owner's names; it tries `test=test` when it is set up."""

from bot.method.inbound.intake.vendors.form import form_event
from bot.method.inbound.intake.vendors.vendor_request import (
    VendorAnswer,
    VendorReading,
    VendorRequest,
)

_OWN = frozenset({"cookies", "formid", "formname", "tildaspec-pageid", "tildaspec-formid"})


def read(request: VendorRequest) -> VendorReading:
    """The event of the form."""
    if request.fields.get("test") == "test":
        return VendorAnswer()
    return form_event(request, request.fields, _OWN)
