"""Tuesday at nine: much is to be said to everybody, and who has heard of it can be asked."""

from dataclasses import dataclass
from datetime import timedelta

from bot.method.core.terms import Role
from bot.services.pool import handing_out, handover
from sandbox import Person
from sandbox.faults import FaultKind
from tests.service.pooled import let_go
from tests.service.sending import Office

MARK = "(повтор)"
NINE = "2026-11-24 09:00"
PAUSES = (2, 10, 60, 300, *[900] * 4, *[3600] * 12)
"""Seconds from one look to the next one while Telegram is ill."""
AFTERWARDS = [
    *(f"2026-11-24 {time}" for time in ("10:20", "10:40", "11:00", "12:30", "15:00")),
    *(f"2026-11-25 {time}" for time in ("09:00", "09:30", "10:30", "12:00")),
]
MINUTE, HOUR, HALF_A_DAY = 60, 3900, 12 * 3600
DIGEST = "! вт 24.11\n"
"""The morning of that day. In doubt it is not repeated after noon; the next one says the rest."""


@dataclass
class Morning:
    """Tuesday, a moment before nine: what is to be said to whom, in words that it contains."""

    office: Office
    expected: list[tuple[Person, tuple[str, ...]]]

    def is_told(self, *, until_noon: bool = True) -> None:
        """Everybody has heard of everything, and nobody twice without being told so; of the
        morning where Telegram was well again before noon, else of the next one."""
        unheard = self.unheard()
        if not until_noon:
            unheard = [one for one in unheard if DIGEST not in one[1] and not self._next_has(*one)]
            people = {account.id: account for account, words in self.expected if DIGEST in words}
            assert all(self.office.got(one, "Доброе утро", "ср 25.11") for one in people.values())
        assert unheard == []
        assert self.said_twice() == []
        assert self.marked_aloud() == []

    def _next_has(self, account: Person, words: tuple[str, ...]) -> bool:
        """Whether it is a reminder whose client the next digest names in its place."""
        first, *clients = words
        said = self.office.got(account, "Доброе утро", "ср 25.11", *clients)
        return first == "Напоминание" and bool(said)

    def unheard(self) -> list[tuple[Person, tuple[str, ...]]]:
        """Who has not heard of what."""
        return [one for one in self.expected if not self.office.got(one[0], *one[1])]

    def said_twice(self) -> list[tuple[Person, tuple[str, ...]]]:
        """What came more than once as if it were the first time, on the same day."""
        return [one for one in self.expected if len(self._plain(*one)) > 1]

    def marked_aloud(self) -> list[str]:
        """Repetitions that made a sound."""
        posts = self.office.box.delivered
        return [post.text for post in posts if MARK in post.text and not post.silent]

    def _plain(self, account: Person, words: tuple[str, ...]) -> list[str]:
        posts = self.office.got(account, *words)
        return [post.text for post in posts if MARK not in post.text and post.date.day == 24]


async def morning(made: Office) -> Morning:
    """A digest each, a nudge, an escalation, a client of the pool and one handed over."""
    firm = made.firm
    team = await firm.team()
    igor_id = await firm.person("Игорь", Role.HEAD, team)
    anna_id = await firm.person("Анна", Role.MANAGER, team)
    boris_id = await firm.person("Борис", Role.MANAGER, team)
    igor, anna, boris = (made.account(name) for name in ("Игорь", "Анна", "Борис"))
    await made.at("2026-11-23 10:00")
    await firm.client(anna_id, "Лютик")
    peony = await let_go(firm, anna_id, "Пион")
    aster = await firm.client(anna_id, "Астра", due=firm.in_days(5))
    for owner, name in ((anna_id, "Мак"), (boris_id, "Роза")):
        await firm.client(owner, name, due=firm.in_days(1))
    for moment in ("11:00", "12:00", "17:00"):
        await made.at(f"2026-11-23 {moment}")
    await firm.client(boris_id, "Ирис")
    await made.at("2026-11-23 18:30")
    async with firm.act(igor_id) as act:
        await handing_out.assign(act, peony, boris_id)
    async with firm.act(igor_id) as act:
        await handover.hand_over(act, aster, boris_id)
    expected = [
        (anna, (DIGEST, "Мак")),
        (boris, (DIGEST, "Роза")),
        (boris, ("Напоминание", "Ирис")),
        (igor, ("Эскалация", "Лютик")),
        (boris, ("Реанимация", "Пион")),
        (boris, ("передаёт вам", "Астра")),
        (anna, ("новый ответственный", "Астра")),
    ]
    await made.at("2026-11-24 08:59")
    return Morning(made, expected)


async def ill(story: Morning, kind: FaultKind, seconds: int) -> None:
    """Nothing is sent from nine on for so long; then Telegram is well until the next noon."""
    made = story.office
    since = made.box.clock.now() + timedelta(minutes=1)
    until = since + timedelta(seconds=seconds)
    wait = min(seconds, HOUR)
    made.box.faults.fail_between(since, until, kind, method="sendMessage", retry_after=wait)
    await made.at(NINE)
    for pause in PAUSES:
        if made.box.clock.now() >= until:
            break
        await made.later(timedelta(seconds=pause))
    await afterwards(made)


async def afterwards(made: Office) -> None:
    """All is well until Wednesday noon."""
    for moment in AFTERWARDS:
        if f"{made.box.clock.local():%Y-%m-%d %H:%M}" < moment:
            await made.at(moment)
