"""Standard Webhooks: only who has the key, only now, only these bytes."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta

import pytest

from bot.method.inbound.intake.signature import is_signed, key_of, signature_of

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
KEY = key_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
BODY = b'{"test": 2432232314}'


def headers(signature: str | None = None, at: datetime = NOW) -> dict[str, str]:
    stamp = str(int(at.timestamp()))
    made = signature or signature_of(KEY, "msg_1", stamp, BODY)
    return {"webhook-id": "msg_1", "webhook-timestamp": stamp, "webhook-signature": made}


def test_the_example_of_the_standard() -> None:
    made = signature_of(KEY, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", BODY)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_who_has_the_key() -> None:
    assert is_signed(KEY, headers(), BODY, NOW)
    rotated = f"v1,{b64encode(b'x' * 32).decode()} {headers()['webhook-signature']}"
    assert is_signed(KEY, headers(rotated), BODY, NOW)


@pytest.mark.parametrize("late", [timedelta(minutes=6), timedelta(minutes=-6)])
def test_another_time(late: timedelta) -> None:
    assert not is_signed(KEY, headers(at=NOW + late), BODY, NOW)
    assert is_signed(KEY, headers(at=NOW + late * 0.5), BODY, NOW)


def test_other_bytes_another_key_and_rubbish() -> None:
    assert not is_signed(KEY, headers(), BODY + b" ", NOW)
    assert not is_signed(KEY[::-1], headers(), BODY, NOW)
    assert not is_signed(KEY, {}, BODY, NOW)
    assert not is_signed(KEY, headers() | {"webhook-id": "\udcff"}, BODY, NOW)
    for stamp in ("", "-5", "1e9", "9" * 400, "٣"):
        assert not is_signed(KEY, headers() | {"webhook-timestamp": stamp}, BODY, NOW)
    for signature in ("v1", "v1,", "\ud800", "v2," + headers()["webhook-signature"][3:]):
        assert not is_signed(KEY, headers(signature), BODY, NOW)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_!!!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])
def test_what_is_no_key(secret: str) -> None:
    with pytest.raises(ValueError):
        key_of(secret)
