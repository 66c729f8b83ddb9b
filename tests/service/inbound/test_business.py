"""Chats of people's own accounts: what a client writes there is an inbound by itself (R9)."""

import pytest
from aiogram.methods import EditMessageText
from sqlalchemy import text

from bot.method.core.terms import ClientStatus, Event, TaskStatus
from bot.method.inbound.business import read_connection
from bot.models import (
    Arrival,
    BusinessChat,
    Client,
    OutboxMessage,
    PolicyOverride,
    Task,
    TimelineEntry,
)
from bot.services.inbound.business import connections, unknown
from bot.views.taps.base import pack
from bot.views.taps.inbound import OpenLetter
from tests.builders import Firm
from tests.service import seen
from tests.service.accounts import (
    CLIENT,
    LINK,
    OTHER,
    Chat,
    anna,
    card_was_sent,
    connected,
    history,
    inbounds,
    rows,
    told,
)
from tests.service.gateway import tapped
from tests.service.sales import PHONE


async def test_what_a_client_writes_is_one_inbound_and_one_card(firm: Firm) -> None:
    sales, _, client = await anna(firm)
    chat = Chat(firm)
    first = chat.writes("Добрый день, нужен счёт")
    telegram = await told(firm, first, first, chat.writes("на 50 столов"))
    (task,) = await inbounds(firm, client)
    assert task.text == "Добрый день, нужен счёт\nна 50 столов"
    assert task.owner_id == sales.anna and task.remind_at is not None
    cards = await seen.messages(firm, "business")
    assert [(row.user_id, row.payload) for row in cards] == [(sales.anna, {"task": task.id})]
    said = await history(firm, client, Event.INBOUND)
    assert [entry["text"] for entry in said] == ["Добрый день, нужен счёт", "на 50 столов"]
    # Nothing was written anywhere: least of all in the chat with the client.
    assert telegram.heard == []


async def test_nothing_of_the_words_stays_in_the_inbox(firm: Firm) -> None:
    await anna(firm)
    await told(firm, Chat(firm).writes("Секрет"), Chat(firm, OTHER).writes("Секрет"))
    async with firm.work() as work:
        raw = list(await work.session.scalars(text("SELECT raw FROM inbox ORDER BY id")))
    assert raw[-2:] == ['{"update_id": 2}', '{"update_id": 3}']


@pytest.mark.parametrize(
    ("kept", "shown"), [("0", None), ("200", "а" * 200 + " …"), ("4096", "а" * 300)]
)
async def test_the_company_says_how_much_is_kept(firm: Firm, kept: str, shown: str | None) -> None:
    _, _, client = await anna(firm)
    async with firm.work() as work:
        row = PolicyOverride(name="business_excerpt", value=kept, changed_at=work.now)
        work.session.add(row)
    await told(firm, Chat(firm).writes("а" * 300))
    (task,) = await inbounds(firm, client)
    assert task.text == shown


async def test_the_card_is_edited_until_it_is_opened(firm: Firm) -> None:
    sales, number, client = await anna(firm)
    chat = Chat(firm)
    await told(firm, chat.writes("Добрый день"))
    (task,) = await inbounds(firm, client)
    await card_was_sent(firm, task.id, sales.anna)
    (edit,) = (await told(firm, chat.writes("Вы тут?"))).heard
    assert isinstance(edit, EditMessageText)
    assert (edit.chat_id, edit.message_id) == (number, 77)
    assert "Добрый день\nВы тут?" in edit.text
    await told(firm, tapped(number, pack(OpenLetter(task.id))))
    assert (await told(firm, chat.writes("Ау"))).heard == []
    assert len(await seen.messages(firm, "business")) == 1


async def test_an_answer_is_a_touch_and_no_outcome(firm: Firm) -> None:
    sales, number, client = await anna(firm)
    chat = Chat(firm)
    await told(firm, chat.writes("Нужен счёт"))
    (task,) = await inbounds(firm, client)
    await card_was_sent(firm, task.id, sales.anna)
    answer = chat.writes("Здравствуйте, завтра пришлю счёт", by=number)
    (edit,) = (await told(firm, answer)).heard
    assert isinstance(edit, EditMessageText) and "Обработано?" in edit.text
    keys = edit.reply_markup.inline_keyboard if edit.reply_markup else []
    assert keys[0][0].text.startswith("📅")
    (task,) = await inbounds(firm, client)
    assert (task.status, task.remind_at) == (TaskStatus.OPEN, None)
    assert await history(firm, client, Event.COMMENT) == [
        {"text": "↩️ Здравствуйте, завтра пришлю счёт"}
    ]
    await told(firm, answer, chat.writes("Ждите", by=number))
    assert len(await history(firm, client, Event.COMMENT)) == 1
    assert len(await seen.tasks(firm, client)) == 1
    # The client writes once more: somebody waits again.
    await told(firm, chat.writes("Жду"))
    assert (await inbounds(firm, client))[0].remind_at is not None


async def test_an_answer_without_a_card_at_hand_is_asked_about_once(firm: Firm) -> None:
    sales, number, client = await anna(firm)
    chat = Chat(firm)
    await told(firm, chat.writes("Нужен счёт"))
    (task,) = await inbounds(firm, client)
    await card_was_sent(firm, task.id, sales.anna)
    await told(firm, tapped(number, pack(OpenLetter(task.id))))
    await told(firm, chat.writes("Готовлю", by=number), chat.writes("наберу в четверг", by=number))
    assert len(await seen.messages(firm, "business_answered")) == 1
    (promise,) = await seen.messages(firm, "business_promise")
    assert (promise.payload["client"], promise.payload["on"]) == (client, "2026-11-26")


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("Завтра пришлю счёт", "2026-11-25"),
        ("Наберу в четверг", "2026-11-26"),
        ("Хорошо, спасибо", None),
        ("", None),
    ],
)
async def test_a_promise_is_offered_and_never_set(firm: Firm, said: str, on: str | None) -> None:
    _, number, client = await anna(firm)
    await told(firm, Chat(firm).writes(said, by=number))
    promises = [row.payload["on"] for row in await seen.messages(firm, "business_promise")]
    assert promises == ([] if on is None else [on])
    assert await seen.tasks(firm, client) == []


async def test_an_edit_keeps_the_first_wording(firm: Firm) -> None:
    _, _, client = await anna(firm)
    chat = Chat(firm)
    first = chat.writes("5 столов")
    edit = chat.writes("50 столов", kind="edited_business_message")
    await told(firm, first, edit, edit)
    (task,) = await inbounds(firm, client)
    assert task.text == "5 столов\n✏️ 50 столов"
    assert await history(firm, client, Event.INBOUND) == [{"text": "5 столов"}]
    assert await history(firm, client, Event.TASK_REWORDED) == [
        {"before": "5 столов", "after": "50 столов", "part": 1}
    ]


async def test_what_is_deleted_is_shown_nowhere(firm: Firm) -> None:
    _, _, client = await anna(firm)
    chat = Chat(firm)
    first = chat.writes("Мой пароль 123")
    edit = chat.writes("Мой пароль 1234", kind="edited_business_message")
    gone = chat.deletes(11, 99)
    await told(firm, first, edit, chat.writes("Нужен счёт"), gone, gone)
    (task,) = await inbounds(firm, client)
    assert task.text == "🗑\nНужен счёт"
    for table in (Task, TimelineEntry, Arrival):
        kept = [str(vars(row)) for row in await rows(firm, table)]
        assert not any("пароль" in words for words in kept)


async def test_who_is_no_client_is_left_alone(firm: Firm) -> None:
    _, number, _ = await anna(firm)
    colleague = firm.ids["Борис Сидоров"]
    bots = {"sender_business_bot": {"id": 1, "is_bot": True, "first_name": "bot"}}
    await told(
        firm,
        Chat(firm, OTHER).writes("Привет, как дела?"),
        Chat(firm, colleague).writes("Привет"),
        Chat(firm).writes("Автоответ", by=number, **bots),
        Chat(firm).writes("бот", **bots),
        Chat(firm).writes("из другого чата", chat={"id": -5, "type": "group", "title": "Г"}),
    )
    assert await rows(firm, Task) == await rows(firm, Arrival) == []
    assert [row.kind for row in await rows(firm, OutboxMessage)] == ["business_on"]


async def test_unknown_people_are_asked_about_once_by_wish(firm: Firm) -> None:
    sales, _, _ = await anna(firm)
    async with firm.act(sales.anna) as act:
        await connections.ask_of_unknown(act, wanted=True)
    chat, friend = Chat(firm, OTHER), Chat(firm, 7003)
    await told(firm, chat.writes("Здравствуйте"), chat.writes("Почём столы?"), friend.writes("Йо"))
    asked = await seen.messages(firm, "business_unknown")
    assert [row.user_id for row in asked] == [sales.anna] * 2
    async with firm.act(sales.anna) as act:
        await unknown.is_client(act, asked[0].payload["arrival"])
        await unknown.is_no_client(act, asked[1].payload["arrival"])
    (task,) = await rows(firm, Task)
    assert task.text == "Здравствуйте\nПочём столы?"
    await told(firm, chat.writes("Алло"), friend.writes("Ты где"))
    assert [row.text for row in await rows(firm, Task)] == ["Здравствуйте\nПочём столы?\nАлло"]
    assert len(await seen.messages(firm, "business_unknown")) == 2
    states = {row.telegram_id: row.state.value for row in await rows(firm, BusinessChat)}
    assert states == {OTHER: "client", 7003: "not_client"}


async def test_a_phone_in_the_words_is_known_of_own_clients_only(firm: Firm) -> None:
    sales, _, _ = await anna(firm)
    mine = await firm.client(sales.anna, "Мой", phone=PHONE)
    theirs = await firm.client(sales.boris, "Чужой", phone="+79031112233")
    await told(firm, Chat(firm, OTHER).writes(f"Это я, {PHONE}"))
    await told(firm, Chat(firm, 7003).writes("мой номер +7 903 111-22-33"))
    assert len(await inbounds(firm, mine)) == 1
    assert await inbounds(firm, theirs) == []
    # The account is known from now on.
    await told(firm, Chat(firm, OTHER, LINK).writes("Вы тут?", message_id=55))
    assert (await inbounds(firm, mine))[0].text == f"Это я, {PHONE}\nВы тут?"


async def test_a_forward_inside_is_still_the_clients(firm: Firm) -> None:
    sales, _, client = await anna(firm)
    await firm.client(sales.anna, "Бухгалтер", phone=PHONE)
    origin = {
        "type": "user",
        "date": 1,
        "sender_user": {"id": 9, "is_bot": False, "first_name": "Б"},
    }
    await told(firm, Chat(firm).writes(f"Мой номер {PHONE}", forward_origin=origin))
    assert [task.text for task in await inbounds(firm, client)] == [f"Мой номер {PHONE}"]


async def test_two_accounts_and_one_client_are_the_owners_inbound(firm: Firm) -> None:
    sales, _, client = await anna(firm)
    boris = firm.ids["Борис Сидоров"]
    await told(firm, connected(boris, "c-2"))
    await told(firm, Chat(firm).writes("Анне"), Chat(firm, CLIENT, "c-2").writes("Борису"))
    (task,) = await inbounds(firm, client)
    assert (task.owner_id, task.text) == (sales.anna, "Анне\nБорису")
    (passed,) = await seen.messages(firm, "business_passed")
    (handed,) = await seen.messages(firm, "inbound")
    assert (passed.user_id, handed.user_id) == (sales.boris, sales.anna)
    assert passed.payload == {"task": task.id}


@pytest.mark.parametrize("status", [ClientStatus.POOL, ClientStatus.LOST])
async def test_a_client_whom_nobody_has_is_asked_about_once(
    firm: Firm, status: ClientStatus
) -> None:
    _, _, client = await anna(firm)
    async with firm.work() as work:
        row = await work.session.get_one(Client, client)
        row.status, row.owner_id = status, None
    chat = Chat(firm)
    await told(firm, chat.writes("Это снова я"), chat.writes("Алло"))
    kind = "business_question" if status is ClientStatus.POOL else "returning"
    assert len(await seen.messages(firm, kind)) == 1
    assert (await rows(firm, Arrival))[0].text == "Это снова я\nАлло"
    assert await inbounds(firm, client) == []


async def test_what_has_changed_is_said_once_and_the_newest_counts(firm: Firm) -> None:
    sales, number, client = await anna(firm, connected(101, can_reply=True))
    on = connected(number, can_reply=True)
    await told(firm, on, connected(number), connected(number))
    assert len(await seen.messages(firm, "business_right")) == 1
    off = connected(number, on=False)
    await told(firm, off, off)
    assert len(await seen.messages(firm, "business_off")) == 1
    await told(firm, Chat(firm).writes("После"))
    assert await inbounds(firm, client) == []
    await told(firm, connected(number, "c-9"))
    await told(firm, Chat(firm, CLIENT, "c-9").writes("Снова"))
    assert [task.text for task in await inbounds(firm, client)] == ["Снова"]
    async with firm.act(sales.anna) as act:
        card = await connections.business_card(act)
    assert card.since is not None and not card.lost


async def test_an_older_report_that_comes_late_changes_nothing(firm: Firm) -> None:
    sales, number, _ = await anna(firm)
    async with firm.work() as work:
        old = read_connection(connected(number, on=False)["business_connection"])
        assert old is not None
        await connections.hear_connection(work, old, 0)
    async with firm.act(sales.anna) as act:
        assert (await connections.business_card(act)).since is not None
