"""Every vendor by the word in its address."""

from collections.abc import Callable, Mapping

from bot.method.inbound.intake.vendors import form, mango, megafon, sipuni, tilda, uis, zadarma
from bot.method.inbound.intake.vendors.vendor_request import (
    VendorKey,
    VendorReading,
    VendorRequest,
)

VENDORS: Mapping[str, Callable[[VendorRequest], VendorReading]] = {
    "form": form.read,
    "mango": mango.read,
    "megafon": megafon.read,
    "sipuni": sipuni.read,
    "tilda": tilda.read,
    "uis": uis.read,
    "zadarma": zadarma.read,
}

SIGNING: Mapping[str, Callable[[VendorKey, VendorRequest], bool]] = {
    "mango": mango.is_signed,
    "zadarma": zadarma.is_signed,
}
"""How those sign that do: whether a request is right by the key."""

SUCCESS: Mapping[str, str] = {"sipuni": sipuni.SUCCESS}
"""What a vendor wants to read once its event is kept, where that is not just anything."""
