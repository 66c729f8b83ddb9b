from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.method.inbound.matching import (
    MOST_CONTACTS,
    Candidate,
    Decision,
    MessageSender,
    SenderSource,
    Several,
    Sure,
    Unknown,
    Way,
    decide,
    dedupe_key,
    emails_in,
    fold_name,
    handles_in,
    sender_key,
)

WRITTEN = datetime(2026, 11, 24, 9, 10, 30, tzinfo=UTC)
FULL = MessageSender(name="Иванов Пётр")
TYPED = MessageSender(name="Иванов Пётр", source=SenderSource.TYPED)
HIDDEN = MessageSender(name="Иванов Пётр", source=SenderSource.HIDDEN)
SHORT = MessageSender(name="Пётр")


@pytest.mark.parametrize(
    ("sender", "found", "decision"),
    [
        (FULL, [], Unknown()),
        (FULL, [Candidate(1, Way.TELEGRAM)], Sure(1)),
        (FULL, [Candidate(2, Way.CONTACT), Candidate(1, Way.TELEGRAM)], Sure(1)),
        (FULL, [Candidate(3, Way.NAME), Candidate(2, Way.CONTACT)], Sure(2)),
        (FULL, [Candidate(2, Way.CONTACT), Candidate(2, Way.CONTACT)], Sure(2)),
        (FULL, [Candidate(9, Way.CONTACT), Candidate(2, Way.CONTACT)], Several((2, 9))),
        (FULL, [Candidate(4, Way.ALIAS), Candidate(5, Way.FUZZY, 99)], Sure(4)),
        (TYPED, [Candidate(6, Way.NAME), Candidate(5, Way.FUZZY, 99)], Sure(6)),
        (FULL, [Candidate(6, Way.NAME), Candidate(5, Way.FUZZY, 99)], Several((6, 5))),
        (HIDDEN, [Candidate(6, Way.NAME)], Several((6,))),
        (replace(TYPED, name="Пётр"), [Candidate(6, Way.NAME)], Several((6,))),
        (FULL, [Candidate(6, Way.MENTIONED)], Several((6,))),
        (TYPED, [Candidate(6, Way.MENTIONED), Candidate(4, Way.ALIAS)], Sure(4)),
        (FULL, [Candidate(6, Way.MENTIONED), Candidate(7, Way.NAME)], Several((7, 6))),
        (SHORT, [Candidate(6, Way.NAME), Candidate(5, Way.FUZZY, 99)], Several((6, 5))),
        (FULL, [Candidate(7, Way.NAME), Candidate(6, Way.NAME)], Several((6, 7))),
        (FULL, [Candidate(5, Way.FUZZY, 99)], Several((5,))),
        (FULL, [Candidate(5, Way.FUZZY, 81), Candidate(6, Way.FUZZY, 95)], Several((6, 5))),
        (FULL, [Candidate(5, Way.FUZZY, 79.9)], Unknown()),
        (FULL, [Candidate(n, Way.FUZZY, 90) for n in range(9)], Several((0, 1, 2, 3, 4))),
    ],
)
def test_the_surest_way_decides(
    sender: MessageSender, found: list[Candidate], decision: Decision
) -> None:
    assert decide(sender, found) == decision


candidates = st.lists(
    st.builds(Candidate, st.integers(1, 8), st.sampled_from(Way), st.floats(0, 100)), max_size=12
)


@given(candidates)
def test_a_name_that_is_merely_alike_is_never_sure(found: list[Candidate]) -> None:
    decision = decide(FULL, found)
    if isinstance(decision, Sure):
        ways = {one.way for one in found if one.client_id == decision.client_id}
        assert ways - {Way.FUZZY}
    if isinstance(decision, Several):
        assert 1 <= len(decision.client_ids) <= 5
        assert len(set(decision.client_ids)) == len(decision.client_ids)


@given(candidates)
def test_the_order_of_the_finds_means_nothing(found: list[Candidate]) -> None:
    by_client = {(one.client_id, one.way): one for one in found}
    once = list(by_client.values())
    assert decide(FULL, once) == decide(FULL, once[::-1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Иванов Пётр", "ПЁТР  иванов"),
        ("Семёнов", "Семенов"),
        ("ООО «Ромашка»", "ромашка, ООО"),
        ("José", "JOSE"),
    ],
)
def test_names_are_compared_without_case_order_accents_and_quotes(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Пишите на Ivan.Petrov+shop@Mail.ru, спасибо.", ("ivan.petrov+shop@mail.ru",)),
        ("почта:a@b.ru;c@d.com", ("a@b.ru", "c@d.com")),
        ("a@b.ru и снова A@B.RU", ("a@b.ru",)),
        ("почта@пример.рф.", ("почта@пример.рф",)),
        ("@ivan ivan@ a@b", ()),
        ("<b>info@firma-1.co.uk</b>", ("info@firma-1.co.uk",)),
    ],
)
def test_emails_in_a_text(text: str, found: tuple[str, ...]) -> None:
    assert emails_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("мой ник @Ivan_Petrov.", ("ivan_petrov",)),
        ("(@ivan_p) или https://t.me/ivan_shop", ("ivan_p", "ivan_shop")),
        ("@ivan1 @IVAN1", ("ivan1",)),
        ("ivan@mail.ru", ()),
        ("@abc @1ivan", ()),
        ("@" + "a" * 33, ()),
    ],
)
def test_handles_in_a_text(text: str, found: tuple[str, ...]) -> None:
    assert handles_in(text) == found


def test_a_hostile_text_does_not_take_long() -> None:
    assert emails_in("a." * 50_000 + "@") == ()
    assert emails_in("a@" * 50_000) == ()
    assert handles_in("@" * 100_000) == ()


@pytest.mark.parametrize(
    ("sender", "identity"),
    [
        (MessageSender(telegram_id=7, phones=("+79990000000",), name="Пётр"), "id 7"),
        (MessageSender(phones=("+79990000002", "+79990000001")), "phone +79990000001"),
        (MessageSender(emails=("b@b.ru",), handle="ivan"), "email b@b.ru"),
        (MessageSender(handle="ivan", name="Пётр"), "handle ivan"),
        (MessageSender(name="Пётр Иванов"), "name иванов петр"),
        (MessageSender(name=" «» "), None),
        (MessageSender(), None),
        (MessageSender(name="Пётр", source=SenderSource.HIDDEN), "name петр"),
        (MessageSender(source=SenderSource.HIDDEN), "hidden"),
    ],
)
def test_one_word_for_the_same_sender(sender: MessageSender, identity: str | None) -> None:
    assert sender.identity() == identity


def test_the_same_original_has_the_same_key_wherever_it_is_read() -> None:
    key = dedupe_key("forward", "id 7", WRITTEN, "Пришлите счёт")
    assert len(key) == 64
    moscow = WRITTEN.astimezone(timezone(timedelta(hours=3)))
    assert dedupe_key("forward", "id 7", moscow, "Пришлите счёт") == key


def test_anything_else_has_another_key() -> None:
    keys = {
        dedupe_key("forward", "id 7", WRITTEN, "a"),
        dedupe_key("http", "id 7", WRITTEN, "a"),
        dedupe_key("forward", "id 8", WRITTEN, "a"),
        dedupe_key("forward", None, WRITTEN, "a"),
        dedupe_key("forward", "id 7", WRITTEN + timedelta(seconds=1), "a"),
        dedupe_key("forward", "id 7", WRITTEN, "b"),
        dedupe_key("forward", "id 7", WRITTEN, "a", "file"),
        dedupe_key("forward", "id 7", WRITTEN, "", "a"),
    }
    assert len(keys) == 8
    assert len({sender_key(1, "id 7"), sender_key(2, "id 7"), sender_key(1, "id 8")}) == 3


def test_the_parts_of_a_conversation_tell_what_each_of_them_tells() -> None:
    first = MessageSender(telegram_id=7, name="Пётр", phones=("+79990000001",))
    more = MessageSender(handle="petr", phones=("+79990000001", "+79990000002"), emails=("a@b.ru",))
    assert first.joined(more) == MessageSender(
        telegram_id=7,
        handle="petr",
        phones=("+79990000001", "+79990000002"),
        emails=("a@b.ru",),
        name="Пётр",
    )
    assert first.news(more) == MessageSender(phones=("+79990000002",), emails=("a@b.ru",))
    assert first.news(first) == MessageSender()


def test_no_conversation_brings_contacts_without_end() -> None:
    many = MessageSender(phones=tuple(f"+7999000{number:04}" for number in range(50)))
    assert len(MessageSender().joined(many).phones) == MOST_CONTACTS
