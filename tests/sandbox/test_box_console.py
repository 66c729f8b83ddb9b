"""The console: lines in, actions and helpful sentences out."""

import pytest
import pytest_asyncio

from sandbox.console import HELP, Console

pytestmark = pytest.mark.asyncio

KEYS = {
    "inline_keyboard": [
        [{"text": "✅ Поговорили", "callback_data": "a"}],
        [{"text": "📵 Недозвон", "callback_data": "b"}, {"text": "Сайт", "url": "https://x.ru"}],
    ]
}


class Desk:
    """A console whose words are kept, with nobody at the other end who answers."""

    def __init__(self, box):
        self.box = box
        self.said = []
        self.console = Console(box, self.said.append)
        box.patience = 0.02

    async def __call__(self, line):
        self.said.clear()
        goes_on = await self.console.line(line)
        return "\n".join(self.said) if goes_on else None

    @property
    def data(self):
        updates = self.box.state.updates.waiting
        return [u["callback_query"]["data"] for u in updates if "callback_query" in u]


@pytest_asyncio.fixture
async def desk(box, anna):
    return Desk(box)


async def test_people_speak_and_silence_is_told(desk, anna):
    said = await desk("анна: /today")
    assert anna.history[-1].text == "/today"
    assert said == "Анна: бот промолчал."
    anna.blocks()
    assert await desk("анна: /today") == "Анна: не пишет боту."


async def test_taps_by_number_and_by_label(desk, anna, raw):
    assert await desk("анна: тап 1") == "Анна: нет сообщения с кнопками."
    await raw.result("sendMessage", chat_id=anna.id, text="карточка", reply_markup=KEYS)
    await raw.result("sendMessage", chat_id=anna.id, text="без кнопок")
    await desk("Анна: тап 2")
    await desk("ан: тап ✅")
    assert desk.data == ["b", "a"]
    choice = "1. [✅ Поговорили]  2. [📵 Недозвон]  3. [Сайт]"
    for wrong in ("тап 4", "тап 0", "тап нет", "тап"):
        assert await desk(f"анна: {wrong}") == f"Нет такой кнопки. Есть: {choice}"
    assert await desk("анна: тап 3") == "[Сайт] открывает https://x.ru"
    assert await desk("анна: экран") == "без кнопок"


@pytest.mark.parametrize(
    ("line", "local"),
    [
        ("часы +30м", "23.11 09:30"),
        ("часы +1ч", "23.11 10:00"),
        ("часы + 2 дня", "25.11 09:00"),
        ("Часы 09:00", "24.11 09:00"),
        ("часы пт 18:30", "27.11 18:30"),
        ("часы 2026-12-01 10:00", "01.12 10:00"),
    ],
)
async def test_the_clock_moves(desk, clock, line, local):
    assert await desk(line) == ""
    assert f"{clock.local():%d.%m %H:%M}" == local


async def test_helpful_sentences(desk):
    assert await desk("помощь") == HELP
    assert await desk("люди") == "Анна"
    assert await desk("часы") == "Сейчас 23.11.2026 09:00"
    assert await desk("часы вчера") == (
        "Не понял время. Например: часы +1ч, часы 09:00, часы пн 09:00"
    )
    assert await desk("что?") == "Не понял «что?». Кто говорит? Например «анна: /today»."
    assert (await desk("борис: /today")).startswith("Не понял «борис: /today»")
    assert (await desk(": /today")).startswith("Не понял")
    assert await desk("анна:") == "Что делает Анна? Например «анна: /today»."
    assert await desk("  ") == ""
    assert await desk("выход") is None


async def test_it_runs_until_it_is_told_to_leave(desk, anna):
    async def lines():
        for line in ("люди", "выход", "анна: never"):
            yield line

    await desk.console.run(lines())
    assert desk.said == ["Анна"]
    assert anna.history[-1].text == "/start"
