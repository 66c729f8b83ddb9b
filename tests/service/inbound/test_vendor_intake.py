"""`/intake/<vendor>/<secret>`: who comes in, what vendors are answered, what is kept (R9)."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from io import BytesIO

import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select

from bot.config import Settings
from bot.from_settings import company_of, vendor_keys_of
from bot.method.core.refusals import Invalid, NotFound
from bot.method.core.terms import TaskStatus
from bot.method.inbound.intake.vendors.vendor_request import VendorKey
from bot.models import IntakeAddress, Task
from bot.services.inbound.intake.addresses import addresses, make_address
from bot.web.guard import Guard
from bot.web.intake import HttpIntake, IntakeSecrets
from bot.web.vendors import VendorIntake
from tests.builders import Firm
from tests.service.sales import PHONE, Sales

Client = TestClient[web.Request, web.Application]


@asynccontextmanager
async def door(firm: Firm, **keys: VendorKey) -> AsyncIterator[Client]:
    app, guard = web.Application(), Guard()
    intake = HttpIntake(firm.transactions, IntakeSecrets(), guard, lambda: None)
    VendorIntake(firm.transactions, intake, guard, keys).add_to(app)
    async with TestClient(TestServer(app)) as client:
        yield client


async def address(firm: Firm, admin: int, vendor: str) -> str:
    async with firm.act(admin) as act:
        made = await make_address(act, vendor)
    assert len(made.secret) == 32 and made.secret not in repr(made)
    return f"/intake/{vendor}/{made.secret}"


async def all_tasks(firm: Firm) -> list[Task]:
    async with firm.work() as work:
        return list(await work.session.scalars(select(Task).order_by(Task.id)))


async def test_only_the_admin_makes_an_address_and_the_last_one_counts(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    for person in (sales.anna, sales.head):
        async with firm.act(person) as act:
            with pytest.raises(NotFound):
                await make_address(act, "form")
            with pytest.raises(NotFound):
                await addresses(act)
    async with firm.act(sales.admin) as act:
        with pytest.raises(Invalid):
            await make_address(act, "fax")
    before, after = [await address(firm, sales.admin, "form") for _ in range(2)]
    async with door(firm) as client:
        statuses = [
            (await client.post(path, data={"name": "Иван"})).status
            for path in (before, after, "/intake/form/x", "/intake/fax/x", "/intake/mango/x")
        ]
    assert statuses == [401, 200, 401, 401, 401]
    async with firm.act(sales.admin) as act:
        lines = {line.source: line for line in await addresses(act)}
    assert lines["form"].made_at == lines["form"].last_at == firm.clock.now()
    assert (lines["mango"].made_at, lines["api"].last_at) == (None, None)
    async with firm.work() as work:
        kept = await work.session.get_one(IntakeAddress, "form")
    assert after.rpartition("/")[2] not in kept.secret_hash


async def test_a_form_of_a_site(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    path = await address(firm, sales.admin, "tilda")
    said = {"Name": "Иван", "Phone": "8 916 123-45-67", "tranid": "1:2", "Вопрос": "Есть столы?"}
    async with door(firm) as client:
        assert (await client.post(path, data={"test": "test"})).status == 200
        for _ in range(3):
            answer = await client.post(path, data=said)
            assert (answer.status, await answer.text()) == (200, "ok")
    (task,) = await all_tasks(firm)
    assert (task.owner_id, task.text) == (sales.boris, "Вопрос: Есть столы?")


async def test_a_form_that_says_nothing_of_who_it_is_is_asked_about(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    path = await address(firm, sales.admin, "form")
    async with door(firm) as client:
        assert (await client.post(path, data={"text": "Перезвоните"})).status == 200
        assert (await client.post(path, data={"text": f"Перезвоните {PHONE}"})).status == 200
    async with firm.act(sales.admin) as act:
        (line,) = [line for line in await addresses(act) if line.source == "form"]
    assert line.last_at is not None
    (task,) = await all_tasks(firm)
    assert task.text == f"Перезвоните {PHONE}"


async def test_calls_of_a_group(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    path = await address(firm, sales.admin, "megafon")
    call = {"cmd": "history", "type": "in", "phone": PHONE[1:], "callid": "7"}
    async with door(firm) as client:
        for user, status in (("a", "missed"), ("b", "success"), ("c", "missed")):
            answer = await client.post(path, data=call | {"user": user, "status": status})
            assert answer.status == 200
    (task,) = await all_tasks(firm)
    assert task.status is TaskStatus.DONE


async def test_who_calls_is_told_where_it_is_known(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    await firm.client(sales.boris, phone=PHONE)
    path = await address(firm, sales.admin, "megafon")
    async with door(firm) as client:
        for phone, told in (
            (PHONE[1:], {"contact_name": "Ромашка", "responsible": "Борис Сидоров"}),
            ("79990001122", {}),
            ("", {}),
        ):
            answer = await client.post(path, data={"cmd": "contact", "phone": phone})
            assert await answer.json() == told
    assert await all_tasks(firm) == []


async def test_what_vendors_want_to_read(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    zadarma = await address(firm, sales.admin, "zadarma")
    sipuni = await address(firm, sales.admin, "sipuni")
    mango = await address(firm, sales.admin, "mango")
    async with door(firm) as client:
        echo = await client.get(zadarma, params={"zd_echo": "a1b2"})
        assert (await echo.text(), echo.content_type) == ("a1b2", "text/plain")
        call = {"event": "2", "call_id": "1", "src_num": PHONE[1:], "src_type": "1"}
        for _ in range(2):
            assert await (await client.get(sipuni, params=call)).json() == {"success": True}
        entry = {"entry_id": "a", "call_direction": 1, "from": {"number": PHONE[1:]}}
        summary = {"json": json.dumps(entry)}
        for tail in ("events/call", "events/summary"):
            assert (await client.post(f"{mango}/{tail}", data=summary)).status == 200
        assert (await client.post(mango, data=BytesIO(b"x" * 200_000))).status == 413
    # The second call of the client joins the first.
    (task,) = await all_tasks(firm)
    assert task.owner_id == sales.head


async def test_the_secret_is_never_written_down(
    firm: Firm, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sales = await Sales(firm).hire()
    path = await address(firm, sales.admin, "form")

    async def broken(*_: object) -> None:
        raise RuntimeError(f"{path} Иван")

    with structlog.testing.capture_logs() as lines:
        async with door(firm) as client:
            monkeypatch.setattr("bot.web.vendors.is_address", broken)
            assert (await client.post(path, data={"name": "Иван"})).status == 503
            monkeypatch.undo()
            monkeypatch.setattr("bot.web.intake.take", broken)
            assert (await client.post(path, data={"name": "Иван"})).status == 503
    written = f"{lines} {caplog.text}"
    assert "RuntimeError" in written
    assert path.rpartition("/")[2] not in written and "Иван" not in written


async def test_where_the_key_is_known_a_wrong_signature_keeps_nothing(firm: Firm) -> None:
    sales = await Sales(firm).hire()
    zadarma, form = [await address(firm, sales.admin, vendor) for vendor in ("zadarma", "form")]
    call = {"event": "NOTIFY_END", "caller_id": PHONE[1:], "called_did": "74951112233"}
    call |= {"call_start": "2026-11-24 08:58:00", "pbx_call_id": "in_1"}
    right = "MGJlOTZhNWNlYTc4ZjZiOGE2ZDllY2M3NDQxZmE1Zjc2ODM2MmFlMg=="
    with structlog.testing.capture_logs() as logs:
        async with door(firm, zadarma=VendorKey("s3cret")) as client:
            for headers in ({}, {"Signature": "x"}, {"Signature": right[:-4]}):
                assert (await client.post(zadarma, data=call, headers=headers)).status == 401
            assert await all_tasks(firm) == []
            assert (await client.get(zadarma, params={"zd_echo": "a1b2"})).status == 200
            answer = await client.post(zadarma, data=call, headers={"Signature": right})
            assert answer.status == 200
            # Who does not sign goes on as before.
            assert (await client.post(form, data={"name": "Иван"})).status == 200
    assert len(await all_tasks(firm)) == 2
    assert "s3cret" not in str(logs)


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ({}, {}),
        ({"intake_mango_key": "key:salt"}, {"mango": VendorKey("salt", "key")}),
        ({"intake_zadarma_secret": "s3:cret"}, {"zadarma": VendorKey("s3:cret")}),
    ],
)
async def test_the_keys_of_the_settings_are_told_of_and_never_shown(
    given: dict[str, str], known: dict[str, VendorKey], firm: Firm
) -> None:
    made = Settings.model_validate(given)
    assert vendor_keys_of(made) == known and not re.search("salt|s3", repr(made))
    sales = await Sales(firm).hire()
    async with firm.act(sales.admin) as act:
        lines = await addresses(replace(act, company=company_of(made)))
    signed = {line.source: line.is_signed for line in lines if line.is_signed is not None}
    assert signed == {vendor: vendor in known for vendor in ("mango", "zadarma")}


@pytest.mark.parametrize("key", ["key", "key:", ":salt", "a:b:c", "a b:c"])
def test_a_key_without_its_salt_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="intake_mango_key"):
        Settings.model_validate({"intake_mango_key": key})
