"""What vendors send, in the shapes of their pages, and their traps (R9)."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.method.inbound.intake.event import CallEnd, IntakeEvent
from bot.method.inbound.intake.vendors.sipuni import SUCCESS
from bot.method.inbound.intake.vendors.table import VENDORS
from bot.method.inbound.intake.vendors.vendor_request import (
    CallerAsked,
    VendorAnswer,
    VendorReading,
    VendorRequest,
)

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
AT = datetime(2026, 11, 24, 5, 58, tzinfo=UTC)
UNIX = int(AT.timestamp())
OK = VendorAnswer()


def request(fields: Mapping[str, object], *, as_json: bool = False, **more: str) -> VendorRequest:
    body = json.dumps(fields) if as_json else urlencode(fields)
    return VendorRequest(body.encode(), NOW, ZoneInfo("Europe/Moscow"), **more)


def read(vendor: str, fields: Mapping[str, object], **more: object) -> VendorReading:
    return VENDORS[vendor](request(fields, **more))  # type: ignore[arg-type]


def facts(found: VendorReading) -> tuple[str, str, CallEnd | None, datetime]:
    assert isinstance(found, IntakeEvent)
    return found.external_id, found.phone, found.call, found.occurred_at


def mango(tail: str = "events/summary", **changed: object) -> VendorReading:
    call = {
        "entry_id": "MToxMDAzMDgzNTg6OTM6NDI1",
        "call_direction": 1,
        "from": {"number": "79161234567"},
        "to": {"extension": "12", "number": "sip:12"},
        "create_time": UNIX,
        "forward_time": UNIX + 2,
        "talk_time": 0,
        "end_time": UNIX + 20,
        "entry_result": 0,
    }
    fields = {"vpbx_api_key": "k", "sign": "s", "json": json.dumps(call | changed)}
    return read("mango", fields, tail=tail)


def test_mango() -> None:
    known = "MToxMDAzMDgzNTg6OTM6NDI1", "79161234567"
    assert facts(mango()) == (*known, CallEnd.MISSED, AT)
    assert facts(mango(entry_result=1)) == (*known, CallEnd.ANSWERED, AT)
    out = mango(
        call_direction=2,
        entry_result=1,
        **{"from": {"extension": "12"}, "to": {"number": "79161234567"}},
    )
    assert facts(out) == (*known, CallEnd.OUTGOING, AT)
    # What it tells while the call goes on, a call that nobody took, one among ourselves.
    assert mango(tail="events/call") == mango(call_direction=2) == mango(call_direction=0) == OK
    assert mango(**{"from": None}) == mango(entry_id=None) == OK
    assert read("mango", {"json": "[1"}, tail="events/summary") == OK


ZADARMA = {
    "event": "NOTIFY_END",
    "caller_id": "79161234567",
    "called_did": "74951112233",
    "call_start": "2026-11-24 08:58:00",
    "pbx_call_id": "in_5e3b",
    "disposition": "no answer",
    "duration": "0",
}


def test_zadarma() -> None:
    def zadarma(**changed: object) -> VendorReading:
        return read("zadarma", ZADARMA | changed)

    known = "in_5e3b", "79161234567"
    assert facts(zadarma()) == (*known, CallEnd.MISSED, AT)
    assert facts(zadarma(disposition="answered")) == (*known, CallEnd.ANSWERED, AT)
    out = zadarma(event="NOTIFY_OUT_END", disposition="answered", destination="79161234567")
    assert facts(out) == (*known, CallEnd.OUTGOING, AT)
    for event in ("NOTIFY_START", "NOTIFY_INTERNAL", "NOTIFY_RECORD", "NOTIFY_OUT_END", ""):
        assert zadarma(event=event) == OK
    assert read("zadarma", {"event": "NOTIFY_END"}) == OK
    assert facts(zadarma(call_start="вчера"))[-1] == NOW
    assert zadarma(caller_id="anonymous") == zadarma(caller_id="101") == OK


def test_zadarma_wants_its_word_back() -> None:
    assert read("zadarma", {}, query="zd_echo=a1b2c3") == VendorAnswer("a1b2c3")


UIS = {
    "notification_mnemonic": "lost_call",
    "call_session_id": 4242,
    "contact_phone_number": "79161234567",
    "virtual_phone_number": "74951112233",
    "employee_full_name": "Петрова Анна",
    "direction": "in",
    "talk_time_duration": 0,
}


def test_uis() -> None:
    missed = read("uis", UIS, as_json=True)
    assert facts(missed) == ("4242", "79161234567", CallEnd.MISSED, NOW)
    assert isinstance(missed, IntakeEvent) and missed.manager == "Петрова Анна"
    answered = read("uis", UIS | {"talk_time_duration": 17}, as_json=True)
    assert facts(answered)[2] is CallEnd.ANSWERED
    out = UIS | {"direction": "out"}
    assert read("uis", out, as_json=True) == OK
    assert facts(read("uis", out | {"talk_time_duration": "9"}))[2] is CallEnd.OUTGOING


SIPUNI = {
    "event": "2",
    "call_id": "1448020375.109",
    "src_num": "79161234567",
    "src_type": "1",
    "dst_num": "201",
    "dst_type": "2",
    "short_dst_num": "201",
    "timestamp": UNIX,
    "is_inner_call": "0",
}


def test_sipuni_by_get_and_post_is_told_that_it_was_a_success() -> None:
    known = "1448020375.109", "79161234567"
    assert facts(read("sipuni", SIPUNI)) == (*known, CallEnd.MISSED, AT)
    asked = read("sipuni", {}, query=urlencode(SIPUNI | {"status": "ANSWER"}))
    assert facts(asked) == (*known, CallEnd.ANSWERED, AT)
    out = SIPUNI | {"src_type": "2", "src_num": "201", "dst_num": "79161234567"}
    assert facts(read("sipuni", out | {"call_answer_timestamp": UNIX}))[1:3] == (
        "79161234567",
        CallEnd.OUTGOING,
    )
    for fields in (out, SIPUNI | {"event": "1"}, SIPUNI | {"is_inner_call": "1"}, {}):
        assert read("sipuni", fields) == VendorAnswer(SUCCESS)


MEGAFON = {
    "cmd": "history",
    "type": "in",
    "user": "petrova",
    "ext": "12",
    "phone": "79161234567",
    "diversion": "74951112233",
    "start": "20261124T055800Z",
    "duration": "0",
    "callid": "1-2-3",
    "status": "missed",
    "crm_token": "t",
}


def test_megafon() -> None:
    known = "1-2-3", "79161234567"
    assert facts(read("megafon", MEGAFON)) == (*known, CallEnd.MISSED, AT)
    success = MEGAFON | {"status": "Success"}
    assert facts(read("megafon", success)) == (*known, CallEnd.ANSWERED, AT)
    assert facts(read("megafon", success | {"type": "out"}))[2] is CallEnd.OUTGOING
    assert read("megafon", MEGAFON | {"type": "out"}) == OK
    assert read("megafon", MEGAFON | {"cmd": "event"}) == read("megafon", {}) == OK
    asked = read("megafon", {"cmd": "contact", "phone": "79161234567"})
    assert asked == CallerAsked("79161234567")


def test_a_form_with_names_of_the_owners_own() -> None:
    fields = {
        "Name": "Иван",
        "Phone": "8 (916) 123-45-67",
        "Email": " Ivan@Example.org ",
        "telegram": "@Ivan_1",
        "message": "Нужен счёт",
        "Ваш город": "Тверь",
        "empty": " ",
    }
    for found in (read("form", fields), read("form", fields, as_json=True)):
        assert isinstance(found, IntakeEvent)
        assert (found.name, found.phone) == ("Иван", "8 (916) 123-45-67")
        assert (found.email, found.telegram) == ("ivan@example.org", "ivan_1")
        assert found.text == "Нужен счёт\nВаш город: Тверь"
    assert read("form", {}) == read("form", {"a": ""}) == OK


def test_a_form_with_files_and_one_of_another_code_page() -> None:
    body = (
        '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nИван\r\n'
        '--b\r\nContent-Disposition: form-data; name="file"; filename="plan.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n%PDF\r\n--b--\r\n"
    )
    zone = ZoneInfo("Europe/Moscow")
    kind = "multipart/form-data; boundary=b"
    found = VENDORS["form"](VendorRequest(body.encode(), NOW, zone, content_type=kind))
    assert isinstance(found, IntakeEvent)
    assert (found.name, found.text) == ("Иван", "file: plan.pdf")
    old = VENDORS["form"](VendorRequest("name=Иван".encode("cp1251"), NOW, zone))
    assert isinstance(old, IntakeEvent) and old.name == "Иван"


def test_a_form_that_is_sent_again_is_the_same() -> None:
    first, again, other, named = (
        read("form", fields)
        for fields in (
            {"name": "Иван"},
            {"name": "Иван"},
            {"name": "Пётр"},
            {"name": "Иван", "external_id": "7"},
        )
    )
    assert isinstance(first, IntakeEvent) and isinstance(other, IntakeEvent)
    assert first == again and first.external_id != other.external_id
    assert isinstance(named, IntakeEvent) and named.external_id == "7"


def test_a_number_of_the_form_itself_does_not_make_two_people_one() -> None:
    first, again, other = (
        read("form", {"id": "contact-form", "name": name}) for name in ("Иван", "Иван", "Пётр")
    )
    assert isinstance(first, IntakeEvent) and isinstance(other, IntakeEvent)
    assert first == again and first.external_id != other.external_id
    assert first.text == ""


def test_tilda() -> None:
    assert read("tilda", {"test": "test"}) == OK
    fields = {"Name": "Иван", "tranid": "1:2", "formid": "f1", "COOKIES": "a=b", "Размер": "L"}
    found = read("tilda", fields)
    assert isinstance(found, IntakeEvent)
    assert (found.external_id, found.name, found.text) == ("1:2", "Иван", "Размер: L")


@pytest.mark.parametrize("moment", ["0", "-1", "9" * 30, "9" * 5000, "x", ""])
def test_a_moment_that_can_not_be_is_now(moment: str) -> None:
    assert facts(read("sipuni", SIPUNI | {"timestamp": moment}))[-1] == NOW


_KNOWN = sorted({*ZADARMA, *UIS, *SIPUNI, *MEGAFON, "json", "name", "phone", "test", "zd_echo"})
_VALUES = st.text(max_size=20) | st.sampled_from(
    ["1", "2", "in", "history", "NOTIFY_END", "79161234567", "{}", '{"from": 1}', "\ud800", "\x00"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(VENDORS)),
    st.dictionaries(st.sampled_from(_KNOWN), _VALUES),
    st.binary(max_size=40),
    st.sampled_from(["", "events/summary", "events/summary/"]),
)
def test_rubbish_is_survived(
    vendor: str, fields: dict[str, str], rubbish: bytes, tail: str
) -> None:
    zone = ZoneInfo("Europe/Moscow")
    bodies = (json.dumps(fields).encode(), urlencode(fields, errors="replace").encode(), rubbish)
    for body in bodies:
        for kind in ("", "multipart/form-data; boundary=b", "multipart/form-data"):
            found = VENDORS[vendor](VendorRequest(body, NOW, zone, "a=%FF", tail, kind))
            assert not isinstance(found, IntakeEvent) or (found.external_id and found.content)
