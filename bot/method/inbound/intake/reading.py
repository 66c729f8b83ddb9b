"""The JSON of an event, read strictly: every field at fault is named at once (R9)."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NoReturn

from bot.method.core.texts import clean
from bot.method.inbound.intake.event import (
    LONGEST_ID,
    LONGEST_NAME,
    LONGEST_TEXT,
    Fault,
    Faults,
    IntakeChannel,
    IntakeEvent,
    sane_moment,
)

LONGEST_CONTACT = 64
LONGEST_EMAIL = 254
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_TELEGRAM = re.compile(r"@?[A-Za-z][A-Za-z0-9_]{3,31}|[1-9][0-9]{0,17}")
_SENDER = ("name", "phone", "email", "telegram")


def read_event(body: bytes, now: datetime, default_id: str = "") -> IntakeEvent | Faults:
    """The event of a request; `default_id` is its id where the JSON has none of its own."""
    found = _json(body)
    if isinstance(found, Faults):
        return found
    reader = _Reader(found)
    external_id = reader.id("external_id", default_id)
    channel = reader.channel()
    occurred_at = reader.moment("occurred_at", now)
    sender = reader.sender()
    text = reader.text("text", LONGEST_TEXT, lines=True)
    manager = reader.manager("manager")
    if reader.faults or channel is None or occurred_at is None:
        return Faults(tuple(reader.faults))
    return IntakeEvent(
        external_id,
        channel,
        occurred_at,
        sender["name"],
        sender["phone"],
        sender["email"],
        sender["telegram"],
        text,
        manager,
    )


def _json(body: bytes) -> Mapping[str, Any] | Faults:
    try:
        found = json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        return Faults((Fault("body", "not UTF-8"),))
    except (ValueError, RecursionError):
        return Faults((Fault("body", "not JSON, or nested too deep"),))
    if not isinstance(found, dict):
        return Faults((Fault("body", "not a JSON object"),))
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _whole(value: object) -> object:
    """A whole number may be written with a point: to JSON 7.0 is 7."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _Reader:
    """Takes the fields one after another and remembers which are at fault."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        self.body = body
        self.faults: list[Fault] = []

    def id(self, name: str, default: str) -> str:
        value = self.body.get(name, default)
        if not isinstance(value, str) or not value or len(value) > LONGEST_ID:
            return self._fault(name, f"a text of 1 to {LONGEST_ID} characters is needed")
        if not value.isprintable() or value != value.strip():
            return self._fault(name, "it has characters that can not be seen")
        return value

    def channel(self) -> IntakeChannel | None:
        try:
            return IntakeChannel(self.body.get("channel", ""))
        except ValueError:
            self._fault("channel", f"one of {', '.join(IntakeChannel)} is needed")
            return None

    def moment(self, name: str, now: datetime) -> datetime | None:
        value = self.body.get(name)
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            moment = None
        if moment is None:
            self._fault(name, "an ISO 8601 date and time is needed")
        elif moment.tzinfo is None:
            self._fault(name, "the time zone is missing")
        elif not sane_moment(moment, now):
            self._fault(name, "more than a day ahead or a year back")
        else:
            return moment
        return None

    def sender(self) -> dict[str, str]:
        given = self.body.get("from")
        if not isinstance(given, dict):
            self._fault("from", "an object is needed")
            return dict.fromkeys(_SENDER, "")
        inner = _Reader(given)
        found = {
            "name": inner.text("name", LONGEST_NAME),
            "phone": inner.short("phone", LONGEST_CONTACT),
            "email": inner.short("email", LONGEST_EMAIL, _EMAIL).lower(),
            "telegram": inner.short("telegram", LONGEST_CONTACT, _TELEGRAM).lower().lstrip("@"),
        }
        self.faults += [Fault(f"from.{fault.field}", fault.reason) for fault in inner.faults]
        if not inner.faults and not any(found.values()):
            self._fault("from", "a name, phone, email or telegram is needed")
        return found

    def manager(self, name: str) -> str:
        value = _whole(self.body.get(name))
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value) if 0 < value < 2**63 else self._fault(name, "no such number")
        return self.short(name, LONGEST_EMAIL)

    def text(self, name: str, limit: int, *, lines: bool = False) -> str:
        """What people read: cut to size, and without what can be neither stored nor seen."""
        value = self.body.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            return self._fault(name, "a text is needed")
        return clean(value, limit, lines=lines)

    def short(self, name: str, limit: int, form: re.Pattern[str] | None = None) -> str:
        """What is compared: whole, or at fault."""
        value = _whole(self.body.get(name))
        if name == "telegram" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is None or value == "":
            return ""
        if not isinstance(value, str):
            return self._fault(name, "a text is needed")
        plain = value.strip()
        if len(plain) > limit or not plain.isprintable():
            return self._fault(name, f"longer than {limit} characters, or not printable")
        if form is not None and not form.fullmatch(plain):
            return self._fault(name, "not of the form that is needed")
        return plain

    def _fault(self, field: str, reason: str) -> str:
        self.faults.append(Fault(field, reason))
        return ""
