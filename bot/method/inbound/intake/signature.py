"""Standard Webhooks 1.0.0: whether a request comes from who has the key."""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256

PREFIX = "whsec_"
TOLERANCE = timedelta(minutes=5)
_MOST_SIGNATURES = 10
_LONGEST_STAMP = 12


def key_of(secret: str) -> bytes:
    """The key of `whsec_` and its base64; ValueError where it is none."""
    key = b64decode(secret.removeprefix(PREFIX), validate=True)
    if not secret.startswith(PREFIX) or len(key) < 16:
        raise ValueError("not a key of Standard Webhooks")
    return key


def signature_of(key: bytes, webhook_id: str, stamp: str, body: bytes) -> str:
    """What the header `webhook-signature` has to hold."""
    signed = b".".join((webhook_id.encode("utf-8", "surrogateescape"), stamp.encode(), body))
    return "v1," + b64encode(hmac.digest(key, signed, sha256)).decode()


def is_signed(key: bytes, headers: Mapping[str, str], body: bytes, now: datetime) -> bool:
    """Whether one of the signatures is right, over the raw bytes, at this time."""
    webhook_id, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not (webhook_id and stamp.isascii() and stamp.isdigit() and len(stamp) <= _LONGEST_STAMP):
        return False
    if abs(now.timestamp() - int(stamp)) > TOLERANCE.total_seconds():
        return False
    expected = signature_of(key, webhook_id, stamp, body).encode()
    given = headers.get("webhook-signature", "").split()[:_MOST_SIGNATURES]
    # Each is compared, so that the time does not say which was right.
    right = [hmac.compare_digest(expected, text.encode("utf-8", "replace")) for text in given]
    return any(right)
