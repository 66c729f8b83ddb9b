"""Calls and forms come by themselves: the real process, from the request to the message."""

import json
import re
from pathlib import Path
from typing import Any

import pytest_asyncio
from aiohttp import ClientSession

from tests.mailbox import mail_server
from tests.world import World, world

TOKEN = "very-secret-token"
CLIENT = "+79161234567"


@pytest_asyncio.fixture
async def office(tmp_path: Path) -> Any:
    async with world(tmp_path, INTAKE_TOKEN=TOKEN, LOG_LEVEL="DEBUG") as office:
        yield office


def server_of(office: World) -> str:
    return office.stage.bot.ready_url.removesuffix("/ready")


async def test_a_form_and_a_missed_call_reach_the_manager_and_nothing_stands_in_the_log(
    office: World,
) -> None:
    anna, olga = office.people.anna, office.people.olga
    await office.at("Mon 09:30")
    await anna.writes(f"/new Ромашка {CLIENT}")
    await olga.writes("/intake")
    await olga.sees("Звонки, письма и заявки приходят сами")
    await olga.taps("Mango Office")
    await olga.taps("🔑 Получить адрес")
    found = re.search(r"/intake/mango/[\w-]{32}", olga.screen.text)
    assert found
    await olga.writes("/intake")
    await olga.taps("Форма сайта")
    await olga.taps("🧪 Попробовать")
    await olga.writes("8 916 123-45-67")
    await olga.sees("Сообщение получат: Анна")
    assert await office.count("tasks") == 0
    said = {
        "external_id": "site-1",
        "channel": "form",
        "occurred_at": office.stage.clock.now().isoformat(),
        "from": {"name": "Иван", "phone": "8 916 123-45-67"},
        "text": "Нужен счёт на столы",
    }
    headers = {"Authorization": f"Bearer {TOKEN}"}
    async with ClientSession() as session:
        for status in (202, 200):
            url = f"{server_of(office)}/intake"
            async with session.post(url, json=said, headers=headers) as answer:
                assert (answer.status, (await answer.json())["task"]) == (status, 1)
        await office.stage.rest()
        await anna.sees("заявка с сайта")
        await anna.sees("Нужен счёт на столы")
        call = {"entry_id": "a", "call_direction": 1, "from": {"number": CLIENT[1:]}}
        url = f"{server_of(office)}{found[0]}/events/summary"
        async with session.post(url, data={"json": json.dumps(call)}) as answer:
            assert answer.status == 200
    await office.stage.rest()
    await anna.sees("пропущенный звонок")
    assert await office.count("tasks") == 1
    await anna.taps("🟢 Открыть")
    await anna.taps("✅ Обработано")
    await olga.writes("/intake")
    await olga.sees("Mango Office: последнее событие")
    await anna.writes("/intake")
    await anna.sees("Такой команды нет")
    output = office.stage.bot.output
    for secret in ("Ромашка", "Иван", "9161234567", "столы", TOKEN, found[0].rpartition("/")[2]):
        assert secret not in output


async def test_a_letter_reaches_the_manager_and_nothing_stands_in_the_log(tmp_path: Path) -> None:
    letter = (
        "From: Иван <ivan@romashka.ru>\r\nTo: sales@firma.ru\r\nSubject: Заказ\r\n"
        "Message-ID: <1@romashka.ru>\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n"
        "Нужен счёт на столы\r\n\r\n> Ваши слова\r\n"
    )
    async with mail_server() as server, world(tmp_path, IMAP_URL=server.url) as office:
        anna, stage = office.people.anna, office.stage
        await office.at("Mon 09:30")
        await anna.writes("/new Ромашка ivan@romashka.ru")
        await office.has("mailboxes", "uid > 0", count=1)
        await server.gets(stage.clock.now(), letter.encode())
        await office.at("Mon 09:32")
        await office.has("tasks", "direction = 'inbound'", count=1)
        await stage.rest()
        await anna.sees("письмо")
        await anna.sees("Нужен счёт на столы")
        assert "Ваши слова" not in anna.screen.text
        ready = f"{server_of(office)}/ready"
        async with ClientSession() as session, session.get(ready) as answer:
            assert (await answer.json())["mail"]["trouble"] is None
        output = stage.bot.output
    for secret in ("Ромашка", "Иван", "romashka", "столы", "sesame", "sales@firma.ru"):
        assert secret not in output


async def test_nobodys_form_is_the_first_takers(tmp_path: Path) -> None:
    async with world(tmp_path, INTAKE_TOKEN=TOKEN) as office:
        anna, boris = office.people.anna, office.people.boris
        await office.at("Mon 09:30")
        said = {
            "external_id": "site-1",
            "channel": "form",
            "occurred_at": office.stage.clock.now().isoformat(),
            "from": {"name": "Иван Новый", "phone": CLIENT},
            "text": "Нужен счёт на столы",
        }
        headers = {"Authorization": f"Bearer {TOKEN}"}
        async with ClientSession() as session:
            url = f"{server_of(office)}/intake"
            async with session.post(url, json=said, headers=headers) as answer:
                assert (answer.status, (await answer.json())["task"]) == (202, 1)
        await office.stage.rest()
        for manager in (anna, boris):
            await manager.sees("Нужен счёт на столы")
        await boris.taps("🙋 Беру")
        await boris.sees("Теперь это ваш клиент")
        await office.stage.rest()
        await anna.sees("взято: Борис")
        assert await office.count("tasks") == 1
