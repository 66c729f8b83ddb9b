"""What an OpenAPI tool would send to the intake, right and wrong, and what is answered to it: what
the document says, never an error of the server (R9)."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import schemathesis
from aiohttp import web
from aiohttp.test_utils import TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from sqlalchemy import func, select

from bot.clock import MovableClock
from bot.method.inbound.intake.vendors.table import VENDORS
from bot.models import IntakeRecord
from bot.services.inbound.intake.addresses import make_address
from bot.web.guard import Guard
from bot.web.intake import HttpIntake, IntakeSecrets
from bot.web.openapi import openapi
from bot.web.vendors import VendorIntake
from tests.builders import Firm
from tests.conftest import TUESDAY_9
from tests.databases import empty_sqlite
from tests.service.sales import Sales

BEARER = {"Authorization": "Bearer a long token"}
SCHEMA = schemathesis.openapi.from_dict(openapi())
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
bounded = settings(
    max_examples=40,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


class Office:
    """The intake of a firm on a thread of its own: the tool asks as any program would."""

    def __init__(
        self, firm: Firm, url: str, secrets: dict[str, str], loop: asyncio.AbstractEventLoop
    ) -> None:
        self._firm, self.url, self.secrets, self._loop = firm, url, secrets, loop

    def kept(self) -> int:
        """How many events are in the database."""
        return asyncio.run_coroutine_threadsafe(self._count(), self._loop).result()

    async def _count(self) -> int:
        async with self._firm.work() as work:
            return await work.session.scalar(select(func.count()).select_from(IntakeRecord)) or 0


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    with _on(loop, tmp_path) as office:
        yield office
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@contextmanager
def _on(loop: asyncio.AbstractEventLoop, folder: Path) -> Iterator[Office]:
    opened = empty_sqlite(folder)
    ready: list[Office] = []

    async def open_() -> TestServer:
        firm = Firm(await opened.__aenter__(), MovableClock(TUESDAY_9))
        sales = await Sales(firm).hire()
        async with firm.act(sales.admin) as act:
            secrets = {name: (await make_address(act, name)).secret for name in VENDORS}
        app, guard = web.Application(), Guard()
        intake = HttpIntake(firm.transactions, IntakeSecrets("a long token"), guard, lambda: None)
        intake.add_to(app)
        VendorIntake(firm.transactions, intake, guard, {}).add_to(app)
        server = TestServer(app)
        await server.start_server()
        ready.append(Office(firm, str(server.make_url("")).rstrip("/"), secrets, loop))
        return server

    async def close(server: TestServer) -> None:
        await server.close()
        await opened.__aexit__(None, None, None)

    server = asyncio.run_coroutine_threadsafe(open_(), loop).result()
    try:
        yield ready[0]
    finally:
        asyncio.run_coroutine_threadsafe(close(server), loop).result()


def test_what_the_document_calls_valid_is_kept(office: Office) -> None:
    """But for the moment, which is to be of these days: a document can not say when that is."""
    operation = SCHEMA["/intake"]["POST"]

    @bounded
    @given(case=operation.as_strategy(), hours=st.integers(0, 24 * 300))
    def ask(case: Case, hours: int) -> None:
        at = TUESDAY_9 - timedelta(hours=hours)
        case.body = {**case.body, "occurred_at": at.isoformat()}
        answer = case.call(base_url=office.url, headers=BEARER)
        case.validate_response(answer, checks=CHECKS)
        assert answer.status_code in (200, 202) or "another content" in answer.text, answer.text

    ask()
    assert office.kept() > 10


def test_what_it_calls_wrong_is_never_an_error_of_the_server(office: Office) -> None:
    operation = SCHEMA["/intake"]["POST"]

    @bounded
    @given(case=operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def ask(case: Case) -> None:
        answer = case.call(base_url=office.url, headers=BEARER)
        case.validate_response(answer, checks=CHECKS)

    ask()


def test_of_events_with_an_id_and_a_moment_each_is_kept_once(office: Office) -> None:
    operation = SCHEMA["/intake"]["POST"]
    kept: dict[str, int] = {}

    @bounded
    @given(case=operation.as_strategy(), number=st.integers(0, 20), hours=st.integers(0, 24))
    def ask(case: Case, number: int, hours: int) -> None:
        at = TUESDAY_9 - timedelta(hours=hours)
        sender = {"name": "Иван", "phone": f"+791612345{number:02}"}
        certain = {"external_id": f"№ {number}", "occurred_at": at.isoformat(), "from": sender}
        case.body = {**case.body, **certain}
        answer = case.call(base_url=office.url, headers=BEARER)
        case.validate_response(answer, checks=CHECKS)
        if answer.status_code == 202:
            assert certain["external_id"] not in kept
            kept[f"№ {number}"] = answer.json()["id"]
        elif answer.status_code == 200:
            assert answer.json()["id"] == kept[f"№ {number}"]
        else:
            assert "another content" in answer.text, answer.text

    ask()
    assert len(set(kept.values())) == len(kept) == office.kept() > 0


FIELDS = st.sampled_from(
    ("Phone", "phone", "caller_id", "event", "cmd", "test", "zd_echo", "json", "sign", "type")
)
VALUES = st.one_of(
    st.text(max_size=30), st.sampled_from(("{}", "[]", "NOTIFY_START", "+79161234567"))
)


@pytest.mark.parametrize("vendor", list(VENDORS))
def test_whatever_comes_to_the_address_of_a_vendor(office: Office, vendor: str) -> None:
    operation = SCHEMA["/intake/{vendor}/{secret}"]["POST"]
    path = {"vendor": vendor, "secret": office.secrets[vendor]}
    # Like a browser; and a body that is whatever it is.
    bodies = st.one_of(st.dictionaries(FIELDS, VALUES, max_size=5), st.binary(max_size=60))

    @bounded
    @given(case=operation.as_strategy(path_parameters=path), body=bodies, json=st.booleans())
    def ask(case: Case, body: dict[str, str] | bytes, json: bool) -> None:
        told = {"json": body} if json and isinstance(body, dict) else {"data": body}
        answer = case.call(base_url=office.url, **told)
        case.validate_response(answer, checks=CHECKS)

    ask()
