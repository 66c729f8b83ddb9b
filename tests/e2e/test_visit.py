"""A visitor is led from the morning to what the head hears, by real taps on the page."""

import aiohttp

from demo.tour import tour
from sandbox import Person
from sandbox.chat import ChatSite
from tests.world import World


async def test_the_tour_ends_with_the_escalation(office: World) -> None:
    anna, marina = office.people.anna, office.people.marina
    await anna.writes("ООО «Ромашка» +7 916 123-45-00 сегодня обсудить договор")
    await anna.taps("✅ Сохранить")
    site = ChatSite(office.stage.box, [marina.id], tour(office.stage.box, office.people))
    address = await site.start()
    try:
        async with aiohttp.ClientSession(headers={"X-Sandbox": "1"}) as browser:
            await _walk(office, browser, address)
    finally:
        await site.stop()


async def _walk(office: World, browser: aiohttp.ClientSession, address: str) -> None:
    anna, igor, marina = office.people.anna, office.people.igor, office.people.marina

    async def does(path: str, **body: object) -> None:
        async with browser.post(f"{address}api/{path}", json=body) as answer:
            assert answer.status == 200
        await office.stage.rest()

    async def taps(person: Person, label: str) -> None:
        post = next(
            post for post in reversed(person.messages) if any(label in x for x in post.labels)
        )
        places = [
            (y, x, key)
            for y, row in enumerate(post.rows)
            for x, key in enumerate(row)
            if label in key.label
        ]
        row, column, key = places[0]
        await does(f"chat/{person.id}/tap", post=post.id, row=row, column=column, label=key.label)

    async def at() -> int:
        async with browser.get(f"{address}api/people") as answer:
            return int((await answer.json())["tour"]["at"])

    assert await at() == 0
    await does("clock", to="morning")
    assert await at() == 1
    await taps(anna, "▶️ Начать день")
    await taps(anna, "✅ Поговорили")
    assert await at() == 2
    await taps(anna, "Через 3 дня")
    assert await at() == 3
    await does(f"chat/{marina.id}/text", text="Здравствуйте, нужны столы")
    await does(f"chat/{anna.id}/forward", letters=[1])
    await taps(anna, "➕ Новый клиент")
    await taps(anna, "✅ Обработано")
    assert await at() == 4
    await does("clock", to="hour")
    await does("clock", to="day")
    await igor.sees("Эскалация")
    assert await at() == 5
