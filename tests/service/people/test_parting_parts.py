"""Everything of somebody goes over in portions: each heir reads once how much of it (R5)."""

from collections import Counter
from collections.abc import Sequence

import pytest

from bot.method.core.terms import Role
from bot.method.people.parting import PartingKind, PartingWay
from bot.method.pool.again import AgainReason, WhyAgain
from bot.models.dossier import Dossier
from bot.models.user import User
from bot.services.core.work import Act
from bot.services.people import parting, parting_plan
from bot.services.people.parting_plan import Wish
from bot.services.pool import handing_out
from bot.services.pool.handover import hand_over
from bot.views.taps.base import Tap, pack
from bot.views.taps.people import PartBecause, PartNow
from bot.views.taps.undo import GoOn
from tests.builders import Firm
from tests.service import seen
from tests.service.chats import sent, text
from tests.service.gateway import Gateway, Listener, gateway, tapped, written
from tests.service.pool.test_long_hand_out import breaks_at, said, undone
from tests.service.pooled import let_go, people

COUNT = 2 * parting.PORTION + 5
IN_THE_SECOND = parting.PORTION + 7
OWN_WORDS = list(AgainReason).index(AgainReason.OWN_WORDS)
WAYS = [
    (PartingKind.HAND_OVER, PartingWay.ONE),
    (PartingKind.HAND_OVER, PartingWay.SPREAD),
    (PartingKind.CLOSE, PartingWay.SPREAD),
]


class Parts:
    """An admin, a head, and Anna with many clients, all of which go away."""

    def __init__(self, firm: Firm) -> None:
        self.firm = firm

    async def ready(self, kind: PartingKind, way: PartingWay) -> "Parts":
        firm = self.firm
        self.head, self.anna, self.boris = await people(firm)
        async with firm.work() as work:
            team = (await work.session.get_one(User, self.head)).team_id
        self.vera = await firm.person("Вера", Role.MANAGER, team)
        self.admin = await firm.person("Ольга", Role.ADMIN)
        self.clients = await firm.clients(self.anna, COUNT)
        to = self.boris if way is PartingWay.ONE else None
        self.by = self.admin if kind is PartingKind.CLOSE else self.head
        async with firm.act(self.by) as act:
            wish = Wish(self.anna, kind, way, to)
            mark = (await parting_plan.preview(act, wish)).mark
        self.tap: Tap = PartNow(self.anna, kind, way, to, mark)
        return self

    @property
    def chat(self) -> int:
        """That of who does it."""
        return self.firm.ids[self.name]

    @property
    def name(self) -> str:
        return "Игорь" if self.by == self.head else "Ольга"

    async def owners(self, clients: Sequence[int] | None = None) -> Counter[int | None]:
        own = self.clients if clients is None else clients
        return Counter([(await seen.client(self.firm, one)).owner_id for one in own])

    async def take_back(self, door: Gateway) -> None:
        await undone(self.firm, door, self.by, self.chat)
        assert await self.owners() == {self.anna: COUNT}
        assert await seen.messages(self.firm, "handed_over_all") == []
        assert await seen.messages(self.firm, "parted") == []
        async with self.firm.work() as work:
            assert (await work.session.get_one(User, self.anna)).active


async def all_read_it(parts: Parts) -> None:
    """Each heir once, how many are his now; the head all of it, where somebody else does it."""
    owners, firm = await parts.owners(), parts.firm
    assert parts.anna not in owners
    rows = await seen.messages(firm, "handed_over_all")
    assert sorted(row.user_id for row in rows) == sorted(one for one in owners if one is not None)
    for which, row in enumerate(rows):
        count, by = owners[row.user_id], parts.name
        assert f"{by} передаёт вам клиентов: {count}." in text(
            await sent(firm, "handed_over_all", which)
        )
        assert "Прежний ответственный: Анна" in text(await sent(firm, "handed_over_all", which))
    rows = await seen.messages(firm, "parted")
    heads = {} if parts.by == parts.head else {parts.head: (COUNT, 0)}
    assert {row.user_id: (row.payload["handed"], row.payload["pooled"]) for row in rows} == heads


@pytest.mark.parametrize("crash", [None, 1, IN_THE_SECOND, COUNT])
@pytest.mark.parametrize(("kind", "way"), WAYS)
async def test_each_heir_reads_all_of_it_whenever_the_process_ends(
    firm: Firm,
    monkeypatch: pytest.MonkeyPatch,
    kind: PartingKind,
    way: PartingWay,
    crash: int | None,
) -> None:
    parts = await Parts(firm).ready(kind, way)
    breaks_at(firm, monkeypatch, parting, "move_client", crash)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        await door.stores(tapped(parts.chat, pack(parts.tap)))
        assert await door.deals() == (0, 0)
        await all_read_it(parts)
        await door.stores(tapped(parts.chat, pack(parts.tap)))
        assert await door.deals() == (0, 0)
        await all_read_it(parts)
        await parts.take_back(door)


@pytest.mark.parametrize(("kind", "way"), WAYS)
def fails_at(parts: Parts, monkeypatch: pytest.MonkeyPatch, client: int) -> list[bool]:
    """Nothing can be done with this client, as long as the list says so."""
    real, broken = parting.move_client, [True]

    async def fails(act: Act, dossier: Dossier, person: User, *more: WhyAgain | None) -> None:
        if broken[0] and dossier.client.id == client:
            raise ZeroDivisionError("of this client alone")
        await real(act, dossier, person, *more)

    monkeypatch.setattr(parting, "move_client", fails)
    return broken


@pytest.mark.parametrize(("kind", "way"), WAYS)
async def test_each_heir_reads_all_of_it_where_it_was_put_aside_for_a_while(
    firm: Firm, monkeypatch: pytest.MonkeyPatch, kind: PartingKind, way: PartingWay
) -> None:
    parts = await Parts(firm).ready(kind, way)
    broken = fails_at(parts, monkeypatch, parts.clients[IN_THE_SECOND])
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        await door.stores(tapped(parts.chat, pack(parts.tap)))
        assert await door.deals() == (0, 1)
        done = f"Сделано клиентов: {parting.PORTION}, осталось: {COUNT - parting.PORTION}"
        assert done in said(telegram)[-1]
        broken[0] = False
        await door.stores(*[tapped(parts.chat, pack(GoOn(1)))] * 2)
        assert await door.deals() == (0, 0)
        await all_read_it(parts)
        await parts.take_back(door)


async def test_the_rest_is_planned_anew_where_an_heir_has_left_as_well(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Boris has gaps by then, so that nobody is left to get it; what Boris has got is told."""
    parts = await Parts(firm).ready(PartingKind.CLOSE, PartingWay.SPREAD)
    broken = fails_at(parts, monkeypatch, parts.clients[IN_THE_SECOND])
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        await door.stores(tapped(parts.chat, pack(parts.tap)))
        assert await door.deals() == (0, 1)
        async with firm.work() as work:
            (await work.session.get_one(User, parts.vera)).active = False
        broken[0] = False
        await door.stores(tapped(parts.chat, pack(GoOn(1))))
        assert await door.deals() == (0, 0)
        first = parting.PORTION
        assert (await parts.owners())[None] == COUNT - first
        told = f"Передано клиентов: {first}, в отстойник: {COUNT - first}"
        assert told in said(telegram)[-1]
        (row,) = await seen.messages(firm, "handed_over_all")
        assert (row.user_id, row.payload["count"]) == (parts.boris, first // 2)
        assert told in text(await sent(firm, "parted"))
        await door.stores(tapped(parts.chat, pack(parts.tap)))
        assert await door.deals() == (0, 0)
        assert told in said(telegram)[-1]
        await undone(firm, door, parts.by, parts.chat)
        assert await parts.owners() == {parts.anna: COUNT}


async def test_what_somebody_else_has_taken_meanwhile_is_not_counted(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = await Parts(firm).ready(PartingKind.HAND_OVER, PartingWay.ONE)
    broken = fails_at(parts, monkeypatch, parts.clients[IN_THE_SECOND])
    async with gateway(firm, Listener()) as door:
        await door.stores(tapped(parts.chat, pack(parts.tap)))
        assert await door.deals() == (0, 1)
        async with firm.act(parts.admin) as act:
            await hand_over(act, parts.clients[0], parts.vera)
            await hand_over(act, parts.clients[-1], parts.vera)
        broken[0] = False
        await door.stores(tapped(parts.chat, pack(GoOn(1))))
        assert await door.deals() == (0, 0)
    (row,) = await seen.messages(firm, "handed_over_all")
    assert (row.user_id, row.payload["count"]) == (parts.boris, COUNT - 1)


@pytest.mark.parametrize("crash", [None, IN_THE_SECOND])
async def test_the_reason_in_own_words_is_asked_for_once(
    firm: Firm, monkeypatch: pytest.MonkeyPatch, crash: int | None
) -> None:
    """The words are dealt with again after a crash, and what is typed later is no reason."""
    parts = await Parts(firm).ready(PartingKind.HAND_OVER, PartingWay.ONE)
    back = await let_go(firm, parts.boris, "Котов")
    async with firm.act(parts.head) as act:
        await handing_out.assign(act, back, parts.anna)
    async with firm.act(parts.head) as act:
        wish = Wish(parts.anna, PartingKind.HAND_OVER, PartingWay.ONE, parts.boris)
        mark = (await parting_plan.preview(act, wish)).mark
    why = PartBecause(parts.anna, wish.kind, parts.boris, mark, OWN_WORDS)
    breaks_at(firm, monkeypatch, parting, "move_client", crash)
    telegram = Listener()
    async with gateway(firm, telegram) as door:
        await door.stores(tapped(parts.chat, pack(why)))
        await door.stores(written(parts.chat, "Анна уходит в декрет"))
        assert await door.deals() == (0, 0)
        assert await parts.owners([*parts.clients, back]) == {parts.boris: COUNT + 1}
        (row,) = await seen.messages(firm, "handed_over_all")
        assert row.payload["count"] == COUNT + 1
        await door.stores(written(parts.chat, "Ромашка"))
        assert await door.deals() == (0, 0)
        async with firm.work() as work:
            assert (await work.session.get_one(User, parts.head)).form is None
