"""Tuesday at nine: much is to be said to everybody, and who has heard of it can be asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.method.core.terms import Role
from bot.services.pool import handing_out, handover
from sandbox import Person
from sandbox.faults import FaultKind
from tests.builders import MOSCOW
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
NUDGE, ESCALATION, HAND_OUT = "Напоминание", "Эскалация", "Реанимация"


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
        return first == NUDGE and bool(said)

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


async def morning(made: Office, groups: int = 1) -> Morning:
    """For each group a digest for both managers, a nudge, an escalation, a client of the pool and
    one handed over."""
    names = [""] if groups == 1 else [f" №{number:02}" for number in range(1, groups + 1)]
    teams = [await _team(made, name) for name in names]
    await made.at("2026-11-23 10:00")
    for team in teams:
        await team.begins_monday()
    for moment in ("11:00", "12:00", "17:00"):
        await made.at(f"2026-11-23 {moment}")
    for team in teams:
        await made.firm.client(team.boris, f"Ирис{team.name}")
    await made.at("2026-11-23 18:30")
    for team in teams:
        await team.ends_monday()
    await made.at("2026-11-24 08:59")
    return Morning(made, [expected for team in teams for expected in team.hears()])


@dataclass
class _Team:
    """A head and two managers with their clients, all named alike in every group."""

    made: Office
    name: str
    igor: int
    anna: int
    boris: int
    accounts: tuple[Person, Person, Person]
    peony: int = 0
    aster: int = 0

    async def begins_monday(self) -> None:
        firm, name = self.made.firm, self.name
        await firm.client(self.anna, f"Лютик{name}")
        self.peony = await let_go(firm, self.anna, f"Пион{name}")
        self.aster = await firm.client(self.anna, f"Астра{name}", due=firm.in_days(5))
        for owner, client in ((self.anna, "Мак"), (self.boris, "Роза")):
            await firm.client(owner, f"{client}{name}", due=firm.in_days(1))

    async def ends_monday(self) -> None:
        async with self.made.firm.act(self.igor) as act:
            await handing_out.assign(act, self.peony, self.boris)
        async with self.made.firm.act(self.igor) as act:
            await handover.hand_over(act, self.aster, self.boris)

    def hears(self) -> list[tuple[Person, tuple[str, ...]]]:
        """Who is to hear of what on Tuesday at nine."""
        name, (igor, anna, boris) = self.name, self.accounts
        return [
            (anna, (DIGEST, f"Мак{name}")),
            (boris, (DIGEST, f"Роза{name}")),
            (boris, (NUDGE, f"Ирис{name}")),
            (igor, (ESCALATION, f"Лютик{name}")),
            (boris, (HAND_OUT, f"Пион{name}")),
            (boris, ("передаёт вам", f"Астра{name}")),
            (anna, ("новый ответственный", f"Астра{name}")),
        ]


async def _team(made: Office, name: str) -> _Team:
    number = await made.firm.team(f"Продажи{name}")
    names = [f"{person}{name}" for person in ("Игорь", "Анна", "Борис")]
    roles = (Role.HEAD, Role.MANAGER, Role.MANAGER)
    ids = [
        await made.firm.person(person, role, number)
        for person, role in zip(names, roles, strict=True)
    ]
    igor, anna, boris = map(made.account, names)
    return _Team(made, name, *ids, accounts=(igor, anna, boris))


async def ill(story: Morning, kind: FaultKind, seconds: int) -> None:
    """Nothing is sent from nine on for so long; then Telegram is well until the next noon."""
    await outage(story, NINE, kind, seconds)
    await afterwards(story.office)


async def outage(story: Morning, since: str, kind: FaultKind, seconds: int) -> None:
    """Nothing is sent from this moment on for so long."""
    made = story.office
    begin = moment_of(since)
    until = begin + timedelta(seconds=seconds)
    wait = min(seconds, HOUR)
    made.box.faults.fail_between(begin, until, kind, method="sendMessage", retry_after=wait)
    await made.at(since)
    for pause in PAUSES:
        if made.box.clock.now() >= until:
            break
        await made.later(timedelta(seconds=pause))


def moment_of(text: str) -> datetime:
    """The moment of "2026-11-24 09:00" in Moscow."""
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


async def afterwards(made: Office) -> None:
    """All is well until Wednesday noon."""
    for moment in AFTERWARDS:
        if f"{made.box.clock.local():%Y-%m-%d %H:%M}" < moment:
            await made.at(moment)
