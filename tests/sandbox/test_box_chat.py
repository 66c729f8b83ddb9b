"""The page of the sandbox, as a browser asks for it: nothing is faked, nothing acts twice."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from sandbox import MovableClock, Person, Sandbox
from sandbox.chat import ChatSite
from sandbox.chat.shown import parts
from sandbox.chat.tour import Step, Tour
from sandbox.entities import parse_html
from sandbox.patience import patient
from tests.sandbox.conftest import Raw

pytestmark = pytest.mark.asyncio

KEYS = {
    "inline_keyboard": [
        [{"text": "Да", "callback_data": "y"}],
        [{"text": "t", "url": "https://t.me/x"}],
    ]
}


class Page:
    """What the page's script does: asks, and acts with its header."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self.session = session
        self.address = address

    async def asks(self, path: str) -> Any:
        async with self.session.get(self.address + path) as answer:
            assert answer.status == 200, path
            return await answer.json()

    async def does(self, path: str, **body: Any) -> int:
        async with self.session.post(
            self.address + path, json=body, headers={"X-Sandbox": "1"}
        ) as answer:
            return answer.status

    async def chat(self, person: Person) -> Any:
        return await self.asks(f"api/chat/{person.id}")


@pytest_asyncio.fixture
async def marina(box: Sandbox) -> Person:
    return box.person("Марина", user_id=2001, phone="+79161234567")


@pytest_asyncio.fixture
async def page(box: Sandbox, marina: Person) -> AsyncIterator[Page]:
    site = ChatSite(box, outside=[marina.id])
    address = await site.start()
    try:
        async with aiohttp.ClientSession() as session:
            yield Page(session, address)
    finally:
        await site.stop()


async def test_the_page_asks_for_nothing_from_elsewhere(page: Page) -> None:
    for path in ("", "chat.css", "chat.js", "draw.js", "tour.js"):
        async with page.session.get(page.address + path) as answer:
            assert answer.status == 200
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert "//" not in (await answer.text()).replace("// ", "").replace("https?:", "")


async def test_another_site_in_the_browser_reaches_nothing(page: Page, anna: Person) -> None:
    async with page.session.get(page.address, headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403
    url = f"{page.address}api/chat/{anna.id}/text"
    async with page.session.post(url, json={"text": "чужое"}) as answer:
        assert answer.status == 403
    assert [post.text for post in anna.history] == ["/start"]


async def test_who_is_there_and_what_they_see(
    page: Page, box: Sandbox, anna: Person, raw: Raw
) -> None:
    await raw.result(
        "sendMessage",
        chat_id=anna.id,
        text="<b>Дела</b> &lt;i&gt;",
        parse_mode="HTML",
        reply_markup=KEYS,
    )
    everybody = (await page.asks("api/people"))["people"]
    assert [(person["short"], person["client"]) for person in everybody] == [
        ("Марина", True),
        ("Анна", False),
    ]
    (_, shown) = (await page.chat(anna))["posts"]
    assert [(part["text"], part["marks"]) for part in shown["parts"]] == [
        ("Дела", ["bold"]),
        (" <i>", []),
    ]
    # What a button carries stays with the server.
    assert "callback" not in json.dumps(shown) and shown["rows"][0][0]["taps"]


async def test_a_tap_goes_where_it_was_aimed(
    page: Page, box: Sandbox, anna: Person, raw: Raw
) -> None:
    sent = await raw.result("sendMessage", chat_id=anna.id, text="Точно?", reply_markup=KEYS)
    tap = f"api/chat/{anna.id}/tap"
    aimed = {"post": sent["message_id"], "row": 0, "column": 0, "label": "Да"}
    assert await page.does(tap, **aimed) == 200
    assert box.state.updates.waiting[-1]["callback_query"]["data"] == "y"
    waiting = box.unconfirmed
    for miss in (
        {"label": "Нет"},
        {"row": 5},
        {"row": -1},
        {"column": 1},
        {"post": 999},
        {"row": 1, "label": "t"},
    ):
        assert await page.does(tap, **(aimed | miss)) == 409
    assert await page.does(tap, post="x") == 422
    assert box.unconfirmed == waiting


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("api/chat/77/text", {"text": "кто я"}, 404),
        ("api/chat/x/text", {"text": "кто я"}, 422),
        ("api/chat/101/dance", {}, 404),
        ("api/chat/101/text", {}, 422),
        ("api/chat/101/text", {"text": "   "}, 422),
        ("api/chat/101/text", {"text": "я" * 4097}, 422),
        ("api/chat/101/forward", {"letters": "все"}, 422),
        ("api/clock", {"to": "yesterday"}, 422),
    ],
)
async def test_rubbish_changes_nothing(
    page: Page, anna: Person, path: str, body: dict[str, Any], status: int
) -> None:
    assert await page.does(path, **body) == status
    assert [post.text for post in anna.history] == ["/start"]


async def test_what_a_client_writes_is_forwarded_by_a_manager(
    page: Page, box: Sandbox, clock: MovableClock, anna: Person, marina: Person
) -> None:
    for text in ("Здравствуйте", "Нужны столы"):
        await page.does(f"api/chat/{marina.id}/text", text=text)
    letters = (await page.chat(marina))["letters"]
    assert [letter["text"] for letter in letters] == ["Здравствуйте", "Нужны столы"]
    assert not marina.history, "the bot hears of it only when somebody forwards it"
    await page.does("api/clock", to="hour")
    assert await page.does(f"api/chat/{anna.id}/forward", letters=[letters[1]["number"], 99]) == 200
    message = box.state.updates.waiting[-1]["message"]
    assert message["text"] == "Нужны столы" and message["from"]["id"] == anna.id
    assert message["forward_origin"]["sender_user"]["id"] == marina.id
    written = datetime.fromtimestamp(message["forward_origin"]["date"], UTC)
    assert (clock.now() - written).total_seconds() == 3600
    await page.does(f"api/chat/{anna.id}/contact", client=marina.id)
    assert box.state.updates.waiting[-1]["message"]["contact"]["phone_number"] == "+79161234567"


async def test_a_file_goes_up_and_comes_down(
    page: Page, box: Sandbox, anna: Person, marina: Person
) -> None:
    async def sends(person: Person) -> None:
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("kind", "document")
        form.add_field("caption", "прайс")
        form.add_field("file", b"a;b", filename="цены.csv")
        url = f"{page.address}api/chat/{person.id}/file"
        async with page.session.post(url, data=form, headers={"X-Sandbox": "1"}) as answer:
            assert answer.status == 200

    await sends(anna)
    media = (await page.chat(anna))["posts"][-1]["media"]
    assert (media["kind"], media["name"]) == ("document", "цены.csv")
    async with page.session.get(f"{page.address}api/file/{media['file']}") as answer:
        assert await answer.read() == b"a;b"
        assert answer.headers["Content-Disposition"] == "attachment"
    await sends(marina)
    (letter,) = (await page.chat(marina))["letters"]
    await page.does(f"api/chat/{anna.id}/forward", letters=[letter["number"]])
    assert box.state.updates.waiting[-1]["message"]["document"]["file_name"] == "цены.csv"


async def test_every_page_hears_what_happens(page: Page, anna: Person) -> None:
    async with (
        page.session.get(f"{page.address}api/events") as events,
        asyncio.timeout(patient(10)),
    ):
        await events.content.readline()
        await events.content.readline()
        await page.does(f"api/chat/{anna.id}/text", text="Привет")
        line = await events.content.readline()
        assert json.loads(line.removeprefix(b"data: ")) == {
            "what": "in",
            "who": "Анна",
            "text": "Привет",
        }


async def test_blocked_is_blocked_once(page: Page, box: Sandbox, anna: Person) -> None:
    for blocked in (True, True, False, False):
        assert await page.does(f"api/chat/{anna.id}/block", blocked=blocked) == 200
        assert anna.chat.blocked is blocked
    members = [update for update in box.state.updates.waiting if "my_chat_member" in update]
    assert len(members) == 2


async def test_marks_are_cut_by_utf_16_units() -> None:
    text, entities = parse_html("👍 <b>две <i>пары</i></b> +7 916 123-45-67")
    cut = [(part["text"], part["marks"]) for part in parts(text, entities)]
    assert cut[:3] == [("👍 ", []), ("две ", ["bold"]), ("пары", ["bold", "italic"])]
    assert "".join(words for words, _ in cut) == text


async def test_a_step_of_the_tour_that_is_done_stays_done() -> None:
    reached = {"first": False, "second": True}
    tour = Tour(
        [Step(name, f"сделайте {name}", 1, lambda name=name: reached[name]) for name in reached],
        "конец",
    )
    assert (tour.looked_at()["at"], tour.looked_at()["words"]) == (0, "сделайте first")
    reached["first"] = True
    assert (tour.looked_at()["at"], tour.looked_at()["words"]) == (2, "конец")
    reached["first"] = reached["second"] = False
    assert tour.looked_at()["at"] == 2
