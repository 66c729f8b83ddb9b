"""What Mango Office and Zadarma sign with; the sums here were made by openssl (R9)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.inbound.intake.vendors.table import SIGNING, VENDORS
from bot.method.inbound.intake.vendors.vendor_request import VendorKey, VendorRequest

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
MANGO = VendorKey("the-salt", "the-key")
ZADARMA = VendorKey("s3cret")
SIGNED = {
    "vpbx_api_key": "the-key",
    "sign": "9ab9efc09f8d62fcafd1d77af4130e0e7cf76506d3e6c1185c6c875806397ff3",
    "json": '{"entry_id":"a","х":1}',
}
CAME = {
    "event": "NOTIFY_END",
    "caller_id": "79161234567",
    "called_did": "74951112233",
    "call_start": "2026-11-24 08:58:00",
}
WENT = {
    "event": "NOTIFY_OUT_END",
    "internal": "127",
    "destination": "4951114455",
    "call_start": "2026-11-24 08:58:00",
}
OF_CAME = "MGJlOTZhNWNlYTc4ZjZiOGE2ZDllY2M3NDQxZmE1Zjc2ODM2MmFlMg=="
OF_WENT = "MTIxMjY5MzYzYTcwYzVhZDJmNWViZGJjOTBmZGZiMjk2NDMxY2M3Ng=="


def request(fields: Mapping[str, str], signature: str = "") -> VendorRequest:
    return VendorRequest(urlencode(fields).encode(), NOW, UTC, signature=signature)


@pytest.mark.parametrize(
    ("changed", "is_right"),
    [
        ({}, True),
        ({"sign": SIGNED["sign"].upper()}, True),
        ({"json": '{"entry_id":"a", "х":1}'}, False),
        ({"vpbx_api_key": "another"}, False),
        ({"sign": SIGNED["sign"][:-1]}, False),
        ({"sign": ""}, False),
        ({"sign": "\udcff"}, False),
    ],
)
def test_mango(changed: dict[str, str], is_right: bool) -> None:
    body = urlencode(SIGNED | changed, errors="surrogatepass").encode()
    asked = VendorRequest(body, NOW, UTC)
    assert SIGNING["mango"](MANGO, asked) is is_right
    assert not SIGNING["mango"](replace(MANGO, secret="other"), asked)


@pytest.mark.parametrize(
    ("fields", "signature", "is_right"),
    [
        (CAME, OF_CAME, True),
        (WENT, OF_WENT, True),
        (CAME, OF_WENT, False),
        (WENT, OF_CAME, False),
        (CAME | {"caller_id": "79161234568"}, OF_CAME, False),
        ({"event": "NOTIFY_END"}, OF_CAME, False),
        ({}, "", False),
        (CAME, "\udcff", False),
    ],
)
def test_zadarma(fields: dict[str, str], signature: str, is_right: bool) -> None:
    assert SIGNING["zadarma"](ZADARMA, request(fields, signature)) is is_right
    assert not SIGNING["zadarma"](VendorKey("other"), request(fields, signature))


@settings(max_examples=50)
@given(st.binary(max_size=200), st.text(max_size=50), st.sampled_from(sorted(SIGNING)))
def test_rubbish_is_wrong_and_no_failure(body: bytes, signature: str, vendor: str) -> None:
    asked = VendorRequest(body, NOW, UTC, signature=signature)
    assert not SIGNING[vendor](MANGO, asked)


def test_keys_are_not_shown_and_only_vendors_sign() -> None:
    assert "the-" not in repr(MANGO) and set(SIGNING) <= set(VENDORS)
