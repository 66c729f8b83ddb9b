"""`/intake/<vendor>/<secret>`: events of vendors that can set no header (R9)."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

import structlog
from aiohttp import web

from bot.method.inbound.intake.event import Faults
from bot.method.inbound.intake.receipt import OtherContent, Receipt
from bot.method.inbound.intake.vendors.table import SIGNING, SUCCESS, VENDORS
from bot.method.inbound.intake.vendors.vendor_request import (
    CallerAsked,
    VendorAnswer,
    VendorKey,
    VendorRequest,
)
from bot.services.inbound.intake.addresses import is_address, who_calls
from bot.transactions import Transactions
from bot.web.guard import AGAIN, Guard, problem
from bot.web.intake import HttpIntake, answer_to, body_of

log = structlog.get_logger(__name__)


class VendorIntake:
    """Each vendor is read in its own shape; what comes of it is kept as everybody's."""

    def __init__(
        self,
        transactions: Transactions,
        intake: HttpIntake,
        guard: Guard,
        keys: Mapping[str, VendorKey],
    ) -> None:
        self._transactions = transactions
        self._intake = intake
        self._guard = guard
        self._keys = keys

    def add_to(self, app: web.Application) -> None:
        """The routes; without an address that an admin has made nobody comes in."""
        for path in ("/intake/{vendor}/{secret}", "/intake/{vendor}/{secret}/{tail:.*}"):
            app.router.add_get(path, self.take)
            app.router.add_post(path, self.take)

    async def take(self, request: web.Request) -> web.Response:
        """One request of a vendor."""
        try:
            return await self._guard.placed(self._taken, request)
        except Exception as error:
            # The address has the secret in it, and the error may have what somebody sent.
            log.error("a vendor's request has failed", error=type(error).__name__)
            return problem(503, "it can not be stored now", headers=AGAIN)

    async def _taken(self, request: web.Request) -> web.Response:
        vendor, secret = request.match_info["vendor"], request.match_info["secret"]
        read = VENDORS.get(vendor)
        async with self._transactions.looking() as work:
            is_known = read is not None and await is_address(work, vendor, secret)
        if read is None or not is_known:
            return self._guard.refused(self._transactions.now())
        body = await body_of(request)
        if isinstance(body, web.Response):
            return body
        asked = self._asked(request, body)
        reading = read(asked)
        match reading:
            case VendorAnswer():
                return _told(reading.text)
            case CallerAsked():
                return await self._caller(reading.phone)
        if not self._is_signed(vendor, asked):
            return self._guard.refused(self._transactions.now())
        taken = await self._intake.store(vendor, reading)
        if isinstance(taken, Receipt | OtherContent | Faults):
            # What can not be used will not be better for being sent again.
            return _told(SUCCESS.get(vendor, "ok"))
        return answer_to(taken)

    def _asked(self, request: web.Request, body: bytes) -> VendorRequest:
        return VendorRequest(
            body,
            self._transactions.now(),
            ZoneInfo(self._transactions.company.zone),
            request.query_string,
            request.match_info.get("tail", ""),
            request.headers.get("Content-Type", ""),
            request.headers.get("Signature", ""),
        )

    def _is_signed(self, vendor: str, asked: VendorRequest) -> bool:
        """What is to be kept has to be signed, where the key is known."""
        key, is_signed = self._keys.get(vendor), SIGNING.get(vendor)
        return key is None or is_signed is None or is_signed(key, asked)

    async def _caller(self, phone: str) -> web.Response:
        async with self._transactions.looking() as work:
            facts = await who_calls(work, phone)
        if facts is None:
            return web.json_response({})
        told = {"contact_name": facts.name}
        if facts.owner_name is not None:
            told["responsible"] = facts.owner_name
        return web.json_response(told)


def _told(text: str) -> web.Response:
    kind = "application/json" if text.startswith("{") else "text/plain"
    headers = {"X-Content-Type-Options": "nosniff"}
    return web.Response(text=text, content_type=kind, headers=headers)
