"""Work mode: a day of thirty tasks with no dead end, two devices, a restart, an old card."""

from collections.abc import Awaitable, Callable
from datetime import date
from itertools import cycle

from bot.views.taps.base import pack
from bot.views.taps.tasks import BuyOn, PlanOn, SkipTask
from sandbox import Person, Post
from tests.world import World

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
PLANS = cycle(("Завтра", "Через 3 дня", "Через неделю"))
VOICE = b"OggS said"


def phone(number: int) -> str:
    return f"+7 916 100-00-{number:02}"


async def planned(person: Person, number: int, on: date, *, deal: bool = False) -> None:
    """A new client of that number with a task on this day, on a deal where it has one."""
    await person.writes(f"/new Клиент{number:02} {phone(number)}")
    await person.taps_data(pack(BuyOn(number, None, on) if deal else PlanOn(number, None, on)))


class Worker:
    """Works through whatever the card offers, each time the next thing on the list."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.card: Post = person.screen
        self.met: list[str] = []
        plan: tuple[Callable[[], Awaitable[None]], ...] = (
            self.talks,
            self.talks,
            self.skips,
            self.moves,
            self.misses,
            self.writes,
            self.sells,
            self.comments,
            self.loses,
            self.speaks,
        )
        self.plan = cycle(plan)

    @property
    def shown(self) -> Post:
        """The card as it looks now."""
        return self.person.chat.posts[self.card.id]

    def has(self, label: str) -> bool:
        return any(one.startswith(label) for one in self.shown.labels)

    async def taps(self, label: str) -> None:
        await self.person.taps(label, self.card)

    async def starts(self) -> None:
        await self.person.presses("📋 Мои дела")
        self.card = self.person.screen
        await self.taps("▶️ Начать день")

    async def works(self, most: int) -> None:
        """Until the day's score is shown."""
        for _ in range(most):
            if not self.has("⏹ Стоп"):
                return
            self.met.append(self.shown.text)
            await self.one()
        raise AssertionError(f"no end after {most} cards: {self.shown.text}")

    async def one(self) -> None:
        if self.has("✅ Обработано"):
            await self.ends("✅ Обработано")
        else:
            await next(self.plan)()

    async def ends(self, label: str) -> None:
        await self.taps(label)
        await self.taps(next(PLANS))

    async def talks(self) -> None:
        await self.ends("✅ Поговорили")

    async def writes(self) -> None:
        await self.ends("💬 Написал")

    async def moves(self) -> None:
        await self.ends("⏰ Перенести")

    async def misses(self) -> None:
        await self.taps("📵 Недозвон")
        await self.taps("Через час" if self.has("Через час") else "📥 В отстойник")

    async def sells(self) -> None:
        await self.ends("🏆 Продажа" if self.has("🏆 Продажа") else "💼 Хочет купить")

    async def loses(self) -> None:
        if not self.has("❌ Отказ"):
            return await self.talks()
        await self.taps("❌ Отказ")
        await self.ends("Дорого")
        return None

    async def skips(self) -> None:
        await self.taps("⏭ Пропустить")

    async def comments(self) -> None:
        await self.taps("📝 Комментарий")
        await self.person.writes("Просит перезвонить после обеда")
        self.card = self.person.screen

    async def speaks(self) -> None:
        await self.taps("📝 Комментарий")
        await self.person.sends_voice(VOICE, 12)
        self.card = self.person.screen


async def test_thirty_tasks_of_all_sorts_without_a_dead_end(office: World) -> None:
    anna, boris = office.people.anna, office.people.boris
    for number in range(1, 21):
        await planned(anna, number, MONDAY if number <= 7 else TUESDAY, deal=number % 3 == 0)
    for number in (1, 2, 8):
        await anna.taps_data(f"t:{number}")
        await anna.taps("📵 Недозвон", anna.screen)
        await anna.taps("Завтра утром")
    await office.at("2026-11-24 10:30")
    for number in (14, 15):
        await anna.forwards(f"Перезвоните {phone(number)}", origin="Кто-то")
    worker = Worker(anna)
    await worker.starts()
    for _ in range(8):
        worker.met.append(worker.shown.text)
        await worker.one()
    # A colleague passes on what a client of hers has written: it comes before everything else.
    await boris.forwards(f"Жду ответа! Мой номер {phone(18)}", origin="Кто-то")
    await boris.taps("📨 Передать")
    await office.stage.rest()
    await worker.talks()
    assert "Жду ответа!" in worker.shown.text
    assert "Клиент18" in worker.shown.text
    await worker.works(120)
    assert "Остались те, кому не дозвонились" in worker.shown.text
    await office.at("2026-11-24 12:00")
    worker.plan = cycle((worker.talks,))
    await worker.starts()
    await worker.works(30)
    assert "На сегодня всё разобрано" in worker.shown.text
    assert "осталось 0" in worker.shown.text
    assert await office.count("tasks", "status = 'open' AND direction = 'inbound'") == 0
    assert await office.count("tasks", "status = 'open' AND due_on <= '2026-11-24'") == 0
    assert await office.count("gaps", "closed_at IS NULL") == 0
    assert await office.count("inbox", "parked_at IS NOT NULL") == 0
    done = await office.count("timeline", "event = 'task_done'")
    moved = await office.count("timeline", "event = 'task_moved'")
    # Three of them on Monday.
    tried = await office.count("timeline", "event = 'no_answer'") - 3
    assert tried > 0
    score = f"Сделано {done} · перенесено {moved} · недозвонов {tried} · осталось 0"
    assert score in worker.shown.text
    assert len(worker.met) >= 30
    queries = office.stage.box.state.queries.values()
    assert all(query.answered for query in queries), "a tap hangs"


async def test_inbound_overdue_and_the_rest_in_this_order(office: World) -> None:
    anna = office.people.anna
    await planned(anna, 1, TUESDAY)
    await planned(anna, 2, MONDAY)
    await planned(anna, 3, TUESDAY)
    await office.at("2026-11-24 09:10")
    await anna.forwards(f"Перезвоните {phone(3)}", origin="Кто-то")
    worker = Worker(anna)
    await worker.starts()
    order = []
    for _ in range(5):
        order.append(next(word for word in worker.shown.text.split() if word.startswith("Клиент")))
        await worker.skips()
    assert order == ["Клиент03", "Клиент02", "Клиент01", "Клиент03", "Клиент03"]
    assert anna.toast == ""


async def test_the_mode_survives_a_restart(office: World) -> None:
    anna, bot = office.people.anna, office.stage.bot
    for number in (1, 2, 3):
        await planned(anna, number, MONDAY)
    worker = Worker(anna)
    await worker.starts()
    await worker.skips()
    assert "Клиент02" in worker.shown.text
    await bot.kill()
    await anna.taps("✅ Поговорили", worker.card, wait=False)
    await bot.start()
    await office.stage.box.settle()
    await office.stage.rest()
    await worker.taps("Завтра")
    assert "следующий контакт" in worker.shown.text
    assert "Клиент03" in worker.shown.text, "what was skipped comes at the end"
    await worker.talks()
    assert "Клиент01" in worker.shown.text
    await worker.skips()
    assert "Это последнее" in anna.toast
    await worker.talks()
    assert "На сегодня всё разобрано" in worker.shown.text


async def test_two_devices_do_not_do_it_twice(office: World) -> None:
    anna = office.people.anna
    for number in (1, 2):
        await planned(anna, number, MONDAY)
    phone_, desk = Worker(anna), Worker(anna)
    await phone_.starts()
    await desk.starts()
    await phone_.talks()
    assert "Клиент02" in phone_.shown.text
    await desk.taps("✅ Поговорили")
    assert "уже закрыто" in desk.shown.text
    assert "Клиент02" in desk.shown.text
    assert await office.count("timeline", "event = 'task_done'") == 1
    await phone_.taps("⏹ Стоп")
    assert "Сделано 1 · перенесено 0 · осталось 1" in phone_.shown.text
    await desk.taps("⏭ Пропустить")
    assert "Клиент02" in desk.shown.text, "the mode that was left is entered again"
    assert all(query.answered for query in office.stage.box.state.queries.values())


async def test_what_the_head_has_done_and_a_card_of_last_week(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    for number in (1, 2):
        await planned(anna, number, MONDAY)
    worker = Worker(anna)
    await worker.starts()
    await igor.writes("/today")
    await igor.taps_data("t:1")
    await igor.taps("✅ Поговорили")
    await igor.taps("Через неделю")
    await worker.taps("💬 Написал")
    assert "уже закрыто" in worker.shown.text
    assert "Клиент02" in worker.shown.text
    await worker.talks()
    await office.at("2026-12-01 10:00")
    for tap in ("xf:1:talked", pack(SkipTask(1)), "xf:2:talked"):
        await anna.taps_data(tap, worker.card)
        assert "Вот как всё сейчас" in worker.shown.text
    assert await office.count("timeline", "event = 'task_done'") == 2


async def test_a_voice_is_heard_from_the_history(office: World) -> None:
    anna, igor = office.people.anna, office.people.igor
    await planned(anna, 1, MONDAY)
    worker = Worker(anna)
    await worker.starts()
    await worker.speaks()
    assert "🎤 12 сек" in worker.shown.text
    await anna.taps("🕘 История")
    await igor.writes("/today")
    await igor.taps_data("hist:1:0")
    await igor.taps("🎤 12 сек")
    heard = igor.messages[-1]
    assert (heard.media.kind, heard.content, heard.media.file.seconds) == ("voice", VOICE, 12)


async def test_whoever_goes_makes_room_for_the_next(office: World) -> None:
    """Let go, handed over by the head, taken back: the mode goes on in the same message."""
    anna, igor = office.people.anna, office.people.igor
    for number in (1, 2, 3):
        await planned(anna, number, MONDAY)
    worker = Worker(anna)
    await worker.starts()
    await worker.taps("👤 Карточка")
    await worker.taps("📥 В отстойник")
    await worker.taps("😴 Не активный")
    assert "Клиент02" in worker.shown.text
    await igor.writes("/today")
    await igor.taps_data("hand:2:0")
    await igor.taps("Борис Сидоров")
    await worker.taps("⏭ Пропустить")
    assert "этого уже нет" in worker.shown.text
    assert "Клиент03" in worker.shown.text
    await worker.taps("✅ Поговорили")
    await worker.taps("↩️ Отменить")
    assert "Клиент03" in worker.shown.text
    await worker.talks()
    assert "На сегодня всё разобрано" in worker.shown.text
    assert await office.count("timeline", "event = 'task_done'") == 2, "one of them taken back"
    assert "Сделано 1 ·" in worker.shown.text
