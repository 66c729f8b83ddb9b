"""`POST /intake` as other systems meet it: who may, what is answered, and what is kept (R9)."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any

import pytest
import structlog
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import func, select

from bot.method.inbound.intake.signature import key_of, signature_of
from bot.models import IntakeRecord, Task
from bot.web.guard import MOST_AT_ONCE, MOST_UNKNOWN, MOST_WRONG, Crowded, Guard
from bot.web.intake import LARGEST_BODY, HttpIntake, IntakeSecrets
from tests.builders import Firm
from tests.service.sales import PHONE, Sales

TOKEN = "a long token"
SIGNING = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
Client = TestClient[web.Request, web.Application]


@asynccontextmanager
async def door(
    firm: Firm, secrets: IntakeSecrets | None = None, woken: list[int] | None = None
) -> AsyncIterator[Client]:
    """The application with its intake, as the app makes it."""
    app, wakes = web.Application(), [] if woken is None else woken
    known = secrets or IntakeSecrets(TOKEN, SIGNING)
    HttpIntake(firm.transactions, known, Guard(), lambda: wakes.append(1)).add_to(app)
    async with TestClient(TestServer(app)) as client:
        yield client


def body(firm: Firm, number: str = "1", **changed: Any) -> dict[str, Any]:
    at = firm.clock.now().isoformat()
    sender = {"name": "Иван", "phone": PHONE}
    made = {"external_id": number, "channel": "form", "occurred_at": at, "from": sender}
    return made | {"text": "Нужен счёт"} | changed


async def post(client: Client, said: object, **headers: str) -> ClientResponse:
    return await client.post("/intake", json=said, headers=headers or BEARER)


async def count(firm: Firm, table: type[Task] | type[IntakeRecord]) -> int:
    async with firm.work() as work:
        return await work.session.scalar(select(func.count()).select_from(table)) or 0


async def test_accepted_repeated_and_other_content(firm: Firm) -> None:
    sales, woken = await Sales(firm).hire(), list[int]()
    await firm.client(sales.boris, phone=PHONE)
    async with door(firm, woken=woken) as client:
        first = await post(client, body(firm))
        assert (first.status, await first.json()) == (202, {"id": 1, "task": 1})
        again = await post(client, body(firm))
        assert (again.status, await again.json()) == (200, {"id": 1, "task": 1})
        other = await post(client, body(firm, text="Нужен договор"))
        assert (other.status, "another content" in await other.text()) == (422, True)
    assert woken == [1]
    assert (await count(firm, Task), await count(firm, IntakeRecord)) == (1, 1)


@pytest.mark.parametrize(
    "headers",
    [
        {"X": "y"},
        {"Authorization": "Bearer other"},
        {"Authorization": f"Basic {TOKEN}"},
        {"Authorization": "Bearer \udcff"},
        {"Authorization": ""},
        {"webhook-id": "1", "webhook-timestamp": "1", "webhook-signature": "v1,x"},
    ],
)
async def test_who_has_no_key(firm: Firm, headers: dict[str, str]) -> None:
    await Sales(firm).hire()
    async with door(firm) as client:
        answer = await post(client, body(firm), **headers)
        assert answer.status == 401
        # Nobody is told what is at fault before he has shown who he is.
        assert (await post(client, "rubbish", **headers)).status == 401
    assert await count(firm, IntakeRecord) == 0


async def test_without_a_key_there_is_no_door(firm: Firm) -> None:
    async with door(firm, IntakeSecrets()) as client:
        assert (await post(client, body(firm))).status == 404
    async with door(firm, IntakeSecrets(signing=SIGNING)) as client:
        assert (await post(client, body(firm))).status == 401


async def test_a_signature_stands_for_the_token_and_its_id_for_the_external_one(
    firm: Firm,
) -> None:
    await Sales(firm).hire()
    said = {name: value for name, value in body(firm).items() if name != "external_id"}
    raw, stamp = json.dumps(said).encode(), str(int(firm.clock.now().timestamp()))
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": stamp,
        "webhook-signature": signature_of(key_of(SIGNING), "msg_1", stamp, raw),
    }
    async with door(firm) as client:
        for expected in (202, 200):
            assert (await client.post("/intake", data=raw, headers=headers)).status == expected
        assert (await client.post("/intake", data=raw + b" ", headers=headers)).status == 401
        firm.moved(minutes=6)
        assert (await client.post("/intake", data=raw, headers=headers)).status == 401
    async with firm.work() as work:
        assert (await work.session.get_one(IntakeRecord, 1)).external_id == "msg_1"


async def test_the_fields_at_fault_are_named(firm: Firm) -> None:
    await Sales(firm).hire()
    async with door(firm) as client:
        answer = await post(client, body(firm, channel="fax", occurred_at="вчера"))
        assert answer.status == 422
        fields = [fault["field"] for fault in (await answer.json())["fields"]]
        assert fields == ["channel", "occurred_at"]
        for rubbish in (b"", b"[" * 90_000, b"\xff"):
            answer = await client.post("/intake", data=rubbish, headers=BEARER)
            assert answer.status == 422
        nobody = await post(client, body(firm, text="", **{"from": {"phone": "12"}}))
        assert (nobody.status, (await nobody.json())["fields"][0]["field"]) == (422, "from")
        assert await count(firm, IntakeRecord) == 0
        # A number that is read wrong is no reason to lose a client: somebody is asked.
        misread = await post(client, body(firm, text="", **{"from": {"phone": "12-34-56"}}))
        assert (misread.status, (await misread.json())["task"]) == (202, None)


async def test_a_body_that_is_too_large_is_not_read(firm: Firm) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 1024 + 1):
            yield b"x" * 1024

    async with door(firm) as client:
        long = BytesIO(json.dumps(body(firm, text="я" * 1_000_000)).encode())
        assert (await client.post("/intake", data=long, headers=BEARER)).status == 413
        answer = await client.post("/intake", data=endless(), headers=BEARER)
        assert answer.status == 413


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_body_that_can_not_be_unpacked_is_refused(firm: Firm, encoding: str) -> None:
    async with door(firm) as client:
        packed = BEARER | {"Content-Encoding": encoding}
        answer = await client.post("/intake", data=b"not packed at all", headers=packed)
        assert (answer.status, "unpacked" in await answer.text()) == (400, True)


async def test_the_same_event_at_once_is_told_to_wait_and_is_one_task(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    async with door(firm) as client:
        answers = await asyncio.gather(*(post(client, body(firm)) for _ in range(8)))
        statuses = sorted(answer.status for answer in answers)
        assert statuses.count(202) == 1 and set(statuses) <= {200, 202, 409}
        assert (await post(client, body(firm))).status == 200
    assert (await count(firm, Task), await count(firm, IntakeRecord)) == (1, 1)


async def test_different_events_of_somebody_new_at_once_are_one_client(firm: Firm) -> None:
    await Sales(firm).hire()
    async with door(firm) as client:
        made = (post(client, body(firm, str(number))) for number in range(6))
        answers = await asyncio.gather(*made)
        assert {answer.status for answer in answers} == {202}
        assert {(await answer.json())["task"] for answer in answers} == {1}


async def test_before_anybody_has_come_in_it_is_to_be_sent_again(firm: Firm) -> None:
    async with door(firm) as client:
        answer = await post(client, body(firm))
        assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
        await Sales(firm).hire()
        assert (await post(client, body(firm))).status == 202


async def test_who_guesses_is_held_up_and_who_knows_is_not(firm: Firm) -> None:
    await Sales(firm).hire()
    wrong = {"Authorization": "Bearer x"}
    async with door(firm) as client:
        for _ in range(MOST_WRONG):
            assert (await post(client, body(firm), **wrong)).status == 401
        assert (await post(client, body(firm), **wrong)).status == 429
        assert (await post(client, body(firm))).status == 202
        firm.moved(minutes=2)
        assert (await post(client, body(firm), **wrong)).status == 401


def test_so_many_at_once_and_no_more() -> None:
    guard = Guard()
    places = [guard.place() for _ in range(MOST_AT_ONCE + 1)]
    for place in places[:-1]:
        place.__enter__()
    with pytest.raises(Crowded):
        places[-1].__enter__()
    places[0].__exit__(None, None, None)
    with guard.place():
        pass


async def is_crowded(client: Client, claimed: dict[str, str]) -> bool:
    answer = await client.post("/intake", data=b"{}", headers=claimed)
    return "at once" in await answer.text()


async def test_who_is_known_by_the_body_only_holds_up_nobody_who_is_known(firm: Firm) -> None:
    """However many slow requests claim to be signed."""
    await Sales(firm).hire()
    claimed = {"webhook-signature": "v1,x", "webhook-id": "1", "webhook-timestamp": "1"}
    told = asyncio.Event()

    async def never() -> AsyncIterator[bytes]:
        yield b"{"
        await told.wait()

    async with door(firm) as client:
        slow = [
            asyncio.create_task(client.post("/intake", data=never(), headers=claimed))
            for _ in range(MOST_UNKNOWN)
        ]
        async with asyncio.timeout(60):
            while not await is_crowded(client, claimed):
                pass
            assert (await post(client, body(firm))).status == 202
            told.set()
            assert {(await answer).status for answer in slow} <= {401, 429}
            assert not await is_crowded(client, claimed)


async def test_the_body_of_who_is_not_known_is_not_waited_for_long(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.intake.UNKNOWN_SECONDS", 0.01)
    told = asyncio.Event()

    async def never() -> AsyncIterator[bytes]:
        yield b"{"
        await told.wait()

    async with door(firm) as client, asyncio.timeout(60):
        answer = await client.post("/intake", data=never(), headers={"webhook-signature": "v1,x"})
        assert answer.status == 408
        told.set()


async def test_nothing_personal_is_written_down(
    firm: Firm, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await Sales(firm).hire()

    async def broken(*_: object) -> None:
        raise RuntimeError("Иван +79161234567 Нужен счёт")

    with structlog.testing.capture_logs() as lines:
        async with door(firm) as client:
            assert (await post(client, body(firm))).status == 202
            monkeypatch.setattr("bot.web.intake.take", broken)
            answer = await post(client, body(firm, "2"))
            assert (answer.status, await answer.json()) == (
                503,
                {"error": "it can not be stored now"},
            )
    written = f"{lines} {caplog.text}"
    assert "RuntimeError" in written
    for secret in ("Иван", "9161234567", "счёт", TOKEN):
        assert secret not in written
