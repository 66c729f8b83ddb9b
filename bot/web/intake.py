"""`POST /intake`: events of other systems, as JSON with a bearer token or a signature (R9)."""

import asyncio
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

import structlog
from aiohttp import web
from sqlalchemy.exc import DBAPIError

from bot.db import is_conflict
from bot.method.inbound.intake.event import Faults, IntakeEvent, event_key
from bot.method.inbound.intake.reading import read_event
from bot.method.inbound.intake.receipt import NobodyThere, OtherContent, Receipt
from bot.method.inbound.intake.signature import is_signed, key_of
from bot.services.core.outbox import leaves
from bot.services.inbound.intake.taking import API, Taken, take
from bot.transactions import Transactions
from bot.web.guard import AGAIN, Guard, UnderWay, problem

log = structlog.get_logger(__name__)

LARGEST_BODY = 128 * 1024
"""Bytes: more than the longest text in the longest spelling."""
_TRIES = 3
_BODY_SECONDS = 20.0
UNKNOWN_SECONDS = 5.0
"""For the body of whoever is known by it only."""


@dataclass(frozen=True)
class IntakeSecrets:
    """What lets somebody in; None where that way is closed."""

    token: str | None = None
    signing: str | None = None


class HttpIntake:
    """One transaction a request, one request at a time: a burst of them leaves the connections to
    the database for people's taps."""

    def __init__(
        self,
        transactions: Transactions,
        secrets: IntakeSecrets,
        guard: Guard,
        wake: Callable[[], None],
    ) -> None:
        self._transactions = transactions
        self._token = None if secrets.token is None else secrets.token.encode()
        self._key = None if secrets.signing is None else key_of(secrets.signing)
        self._wake = wake
        self._guard = guard
        self._one = asyncio.Lock()

    def add_to(self, app: web.Application) -> None:
        """The routes; a door without a key is no door."""
        if self._token is not None or self._key is not None:
            app.router.add_post("/intake", self.post)

    async def post(self, request: web.Request) -> web.Response:
        """An event as our own JSON."""
        return await self._guard.placed(self._posted, request)

    async def _posted(self, request: web.Request) -> web.Response:
        if not self._may_enter(request):
            return self._guard.refused(self._transactions.now())
        body = await self._body(request)
        if isinstance(body, web.Response):
            return body
        now = self._transactions.now()
        if not (_has_bearer(request) or self._is_signed(request, body)):
            return self._guard.refused(now)
        event = read_event(body, now, request.headers.get("webhook-id", ""))
        if isinstance(event, Faults):
            return _faulty(event)
        return answer_to(await self.store(API, event))

    async def _body(self, request: web.Request) -> bytes | web.Response:
        """Whoever is known by the body only has less time, and holds up nobody who is known."""
        if _has_bearer(request):
            return await body_of(request)
        with self._guard.unknown():
            return await body_of(request, UNKNOWN_SECONDS)

    def _may_enter(self, request: web.Request) -> bool:
        """By the bearer at once; a signature is over the body, so it has to wait."""
        if not _has_bearer(request):
            return self._key is not None and "webhook-signature" in request.headers
        scheme, _, token = request.headers["Authorization"].partition(" ")
        if self._token is None or scheme.lower() != "bearer":
            return False
        return hmac.compare_digest(token.strip().encode("utf-8", "replace"), self._token)

    def _is_signed(self, request: web.Request, body: bytes) -> bool:
        now = self._transactions.now()
        return self._key is not None and is_signed(self._key, request.headers, body, now)

    async def store(self, source: str, event: IntakeEvent) -> Taken | UnderWay | None:
        """Take the event in a transaction of its own; None where that can not be done now."""
        try:
            with self._guard.only(event_key(source, event.external_id)):
                return await self._stored(source, event)
        except UnderWay as busy:
            return busy

    async def _stored(self, source: str, event: IntakeEvent) -> Taken | None:
        for _ in range(_TRIES):
            try:
                async with self._one, self._transactions.work() as work:
                    taken = await take(work, source, event)
                    left = leaves(work)
            except Exception as error:
                if isinstance(error, DBAPIError) and (is_conflict(error) or _was_first(error)):
                    continue
                # Its text, or the values on its way, may be what somebody sent.
                log.error("an event could not be stored", error=type(error).__name__)
                return None
            if left:
                self._wake()
            return taken
        return None


def answer_to(taken: Taken | UnderWay | None) -> web.Response:
    """What the other side reads."""
    match taken:
        case Receipt():
            told: dict[str, object] = {"id": taken.record_id, "task": taken.task_id}
            if taken.warnings:
                told["warnings"] = list(taken.warnings)
            return web.json_response(told, status=200 if taken.repeated else 202)
        case OtherContent():
            return problem(422, "this external_id has come with another content before")
        case Faults():
            return _faulty(taken)
        case UnderWay():
            return problem(409, "this event is being stored", headers=AGAIN)
        case NobodyThere():
            return problem(503, "nobody of the company has come in yet", headers=AGAIN)
        case None:
            return problem(503, "it can not be stored now", headers=AGAIN)
    assert_never(taken)


async def body_of(
    request: web.Request, seconds: float = _BODY_SECONDS, *, largest: int = LARGEST_BODY
) -> bytes | web.Response:
    """The raw bytes, or the refusal of too many or too slow ones."""
    if (request.content_length or 0) > largest:
        return problem(413, f"more than {largest} bytes")
    try:
        async with asyncio.timeout(seconds):
            body = await request.content.read(largest + 1)
            while len(body) <= largest and not request.content.at_eof():
                body += await request.content.read(largest + 1 - len(body))
    except TimeoutError:
        return problem(408, "the body does not come")
    except (ConnectionError, web.RequestPayloadError):
        return problem(400, "the body breaks off, or can not be unpacked")
    return problem(413, f"more than {largest} bytes") if len(body) > largest else body


def _faulty(faults: Faults) -> web.Response:
    """Which fields are at fault, and why; not what stood in them."""
    fields = [{"field": fault.field, "reason": fault.reason} for fault in faults.fields]
    return web.json_response({"error": "fields at fault", "fields": fields}, status=422)


def _has_bearer(request: web.Request) -> bool:
    return "Authorization" in request.headers


def _was_first(error: DBAPIError) -> bool:
    """Whether another process has stored the same event in this moment."""
    return "uq_intake_events_key" in str(error.orig) or "intake_events.key" in str(error.orig)
