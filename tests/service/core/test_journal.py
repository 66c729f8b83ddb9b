"""Every decision that is to be answered for leaves one entry, and so does taking it back; nobody
changes an entry or makes it go, not even with the database in hand."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from bot.method.company.calendar import OFF
from bot.method.company.cards import RuleChange
from bot.method.company.entries import JournalChoice
from bot.method.core.journal import JournalGroup, JournalKind, JournalOrigin
from bot.method.core.terms import ImportState, PoolReason, Role
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.method.imports.export_cards import ExportForm
from bot.method.people.parting import PartingKind, PartingWay
from bot.models import ClientImport, JournalEntry, Reprieve
from bot.services.clients import merging, removing
from bot.services.company import calendar, duty, journal, rules
from bot.services.core.undo import take_back
from bot.services.core.work import Act
from bot.services.gaps import reprieve_endings, reprieves
from bot.services.imports import exporting, wizard
from bot.services.inbound.intake import addresses
from bot.services.people import access, parting, parting_plan, people, roles
from bot.services.people.parting_plan import Wish
from bot.services.people.people import Newcomer
from bot.services.pool import handing_out, handover, losing, reactivation, releasing
from tests.builders import Firm
from tests.house.rules import ROOT
from tests.service.running import run_job

K = JournalKind
SERVICES = ROOT / "bot/services"


@dataclass
class Scene:
    """Whom and what the acts are about."""

    firm: Firm
    team: int
    admin: int
    head: int
    anna: int
    boris: int
    client: int
    other: int
    pooled: int
    lost: int

    async def pause(self, kind: ReprieveKind, *, by: int, on: int) -> int:
        async with self.firm.act(by) as act:
            await reprieves.set_reprieve(act, on, kind, self.firm.in_days(30), WHY[kind])
            return int((await act.session.scalars(select(Reprieve.id))).one())


WHY = {
    ReprieveKind.PAUSE: ReprieveReason.CALL_LATER,
    ReprieveKind.LOCK: ReprieveReason.of(ReprieveKind.LOCK)[0],
}


async def scene(firm: Firm) -> Scene:
    team = await firm.team()
    admin = await firm.person("Ольга", Role.ADMIN)
    head = await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", Role.MANAGER, team)
    boris = await firm.person("Борис", Role.MANAGER, team)
    clients = [await firm.client(anna, name) for name in ("Ромашка", "Василёк", "Лютик", "Мак")]
    for number in clients[2:]:
        async with firm.act(anna) as act:
            await releasing.release(act, number, PoolReason.NOT_ACTIVE)
    async with firm.act(head) as act:
        await losing.lose(act, clients[3])
    firm.moved(minutes=5)
    return Scene(firm, team, admin, head, anna, boris, *clients)


Before = Callable[[Scene], Awaitable[int]]


async def nothing(scene: Scene) -> int:
    return 0


@dataclass(frozen=True)
class Deed:
    """An act by somebody, what it leaves, and whether it can be taken back."""

    kind: JournalKind
    by: str
    do: Callable[[Act, Scene, int], Awaitable[Any]]
    undone: bool = False
    before: Before = nothing


async def _given(scene: Scene) -> int:
    async with scene.firm.act(scene.head) as act:
        await handing_out.assign(act, scene.pooled, scene.boris)
    return scene.pooled


async def _closed(scene: Scene) -> int:
    async with scene.firm.act(scene.admin) as act:
        await access.deactivate(act, scene.boris)
    return scene.boris


async def _asked(scene: Scene) -> int:
    return await scene.pause(ReprieveKind.PAUSE, by=scene.anna, on=scene.client)


async def _locked(scene: Scene) -> int:
    return await scene.pause(ReprieveKind.LOCK, by=scene.head, on=scene.client)


async def _file(scene: Scene) -> int:
    async with scene.firm.act(scene.head) as act:
        number = await wizard.receive(act, "FILE", "base.csv", 100)
    await _put(scene, number, state=ImportState.ASKING, counts={"total": 3})
    return number


async def _imported(scene: Scene) -> int:
    number = await _file(scene)
    await _put(scene, number, state=ImportState.DONE, done_at=scene.firm.clock.now())
    return number


async def _put(scene: Scene, number: int, **values: Any) -> None:
    async with scene.firm.work() as work:
        change = update(ClientImport).where(ClientImport.id == number).values(values)
        await work.session.execute(change)


async def _changed_rule(scene: Scene) -> int:
    async with scene.firm.act(scene.admin) as act:
        await rules.change_rule(act, RULE)
        return (await rules.rule_card(act, RULE.name)).history[0].change_id


async def _hand_out(act: Act, scene: Scene, _: int) -> None:
    mark = (await handing_out.preview(act, 1)).plan.mark
    await handing_out.hand_out(act, 1, None, mark)


RULE = RuleChange("deal_horizon_days", "14", "10")
LOCK, PAUSE = ReprieveKind.LOCK, ReprieveKind.PAUSE
DEEDS: dict[str, Deed] = {
    "handing over": Deed(
        K.OWNER, "head", lambda a, s, n: handover.hand_over(a, s.client, s.boris), undone=True
    ),
    "letting go": Deed(
        K.OWNER,
        "anna",
        lambda a, s, n: releasing.release(a, s.client, PoolReason.NO_ANSWER),
        undone=True,
    ),
    "assigning": Deed(
        K.OWNER, "head", lambda a, s, n: handing_out.assign(a, s.pooled, s.boris), undone=True
    ),
    "handing out": Deed(K.OWNER, "head", _hand_out, undone=True),
    "giving up an attempt": Deed(
        K.OWNER, "boris", lambda a, s, n: reactivation.failed(a, n), undone=True, before=_given
    ),
    "losing": Deed(K.LOST, "head", lambda a, s, n: losing.lose(a, s.client), undone=True),
    "losing one of the pool": Deed(
        K.LOST, "head", lambda a, s, n: losing.lose(a, s.pooled), undone=True
    ),
    "restoring": Deed(K.RESTORED, "head", lambda a, s, n: losing.restore(a, s.lost), undone=True),
    "restoring to somebody": Deed(
        K.RESTORED, "head", lambda a, s, n: losing.restore(a, s.lost, s.boris), undone=True
    ),
    "merging": Deed(K.MERGED, "anna", lambda a, s, n: merging.merge(a, s.client, s.other, 0)),
    "removing": Deed(K.ERASED, "anna", lambda a, s, n: removing.remove(a, s.client)),
    "another role": Deed(K.PLACE, "admin", lambda a, s, n: roles.set_role(a, s.boris, Role.ADMIN)),
    "another team": Deed(K.PLACE, "admin", lambda a, s, n: roles.set_team(a, s.boris, None)),
    "inviting": Deed(K.INVITED, "head", lambda a, s, n: people.make_invite(a, Role.MANAGER, None)),
    "a new team": Deed(K.TEAM, "admin", lambda a, s, n: people.create_team(a, "Опт")),
    "closing access": Deed(K.ACCESS, "admin", lambda a, s, n: access.deactivate(a, s.boris)),
    "opening access": Deed(
        K.ACCESS, "admin", lambda a, s, n: access.activate(a, n), before=_closed
    ),
    "duty": Deed(K.DUTY, "admin", lambda a, s, n: duty.choose_duty(a, s.anna)),
    "a pause": Deed(
        K.PAUSE,
        "head",
        lambda a, s, n: reprieves.set_reprieve(a, s.client, PAUSE, day(s, 30), WHY[PAUSE]),
        undone=True,
    ),
    "a lock": Deed(
        K.LOCK,
        "head",
        lambda a, s, n: reprieves.set_reprieve(a, s.client, LOCK, day(s, 30), WHY[LOCK]),
        undone=True,
    ),
    "granting": Deed(
        K.PAUSE, "head", lambda a, s, n: reprieves.grant(a, n), undone=True, before=_asked
    ),
    "refusing": Deed(
        K.PAUSE, "head", lambda a, s, n: reprieves.refuse(a, n), undone=True, before=_asked
    ),
    "lifting": Deed(
        K.LOCK, "head", lambda a, s, n: reprieve_endings.lift(a, n), undone=True, before=_locked
    ),
    "a rule": Deed(K.RULE, "admin", lambda a, s, n: rules.change_rule(a, RULE)),
    "a rule back": Deed(
        K.RULE,
        "admin",
        lambda a, s, n: rules.take_back_rule(a, RULE.name, n),
        before=_changed_rule,
    ),
    "a day": Deed(K.DAY, "admin", lambda a, s, n: calendar.change_day(a, day(s, 2), "-", OFF)),
    "a secret": Deed(K.ADDRESS, "admin", lambda a, s, n: addresses.make_address(a, "mango")),
    "an export": Deed(K.EXPORT, "anna", lambda a, s, n: exporting.order(a, ExportForm.CSV)),
    "the journal taken along": Deed(
        K.EXPORT, "head", lambda a, s, n: journal.order_journal(a, JournalChoice())
    ),
    "an import": Deed(K.IMPORT, "head", lambda a, s, n: wizard.start(a, n, None), before=_file),
    "an import back": Deed(
        K.IMPORT_UNDONE, "head", lambda a, s, n: wizard.undo(a, n), before=_imported
    ),
}


def day(scene: Scene, days: int) -> date:
    return scene.firm.in_days(days)


async def entries(firm: Firm) -> list[JournalEntry]:
    async with firm.database.reading() as session:
        return list(await session.scalars(select(JournalEntry).order_by(JournalEntry.id)))


@pytest.mark.parametrize("name", DEEDS)
async def test_a_decision_leaves_one_entry_and_so_does_taking_it_back(
    firm: Firm, name: str
) -> None:
    deed, here = DEEDS[name], await scene(firm)
    number = await deed.before(here)
    before = len(await entries(firm))
    who = getattr(here, deed.by)
    async with firm.act(who) as act:
        await deed.do(act, here, number)
    step = firm.last_step
    (made,) = (await entries(firm))[before:]
    assert (made.kind, made.actor_id, made.origin) == (deed.kind, who, JournalOrigin.PERSON)
    assert made.at == firm.clock.now() and made.undoes is None
    assert (step is not None) == deed.undone
    if step is None:
        return
    firm.moved(seconds=20)
    async with firm.act(who) as act:
        await take_back(act, step)
    (back,) = (await entries(firm))[before + 1 :]
    assert back.undoes == made.id and back.at == firm.clock.now()
    assert (back.before, back.after) == (made.after, made.before)


async def test_who_comes_in_is_remembered_with_where(firm: Firm) -> None:
    here = await scene(firm)
    async with firm.act(here.head) as act:
        code = (await people.make_invite(act, Role.MANAGER, None)).code
    async with firm.work() as work:
        new = await people.accept_invite(work, Newcomer(7001, "Вера", None, "ru"), code)
    made = (await entries(firm))[-1]
    assert (made.kind, made.actor_id, made.person_id) == (K.JOINED, new.id, new.id)
    assert (made.before, made.after) == (None, f"manager:{here.team}")


async def test_what_the_bot_does_by_itself_is_its_own(firm: Firm) -> None:
    here = await scene(firm)
    await _given(here)
    firm.moved(days=30)
    await run_job(firm, "reactivation")
    made = (await entries(firm))[-1]
    assert (made.kind, made.origin, made.actor_id) == (K.OWNER, JournalOrigin.BOT, None)
    assert (made.before, made.after) == (f"user:{here.boris}", "pool")
    assert made.subject == PoolReason.REACTIVATION_EXPIRED


async def test_many_clients_of_one_act_are_one_line(firm: Firm) -> None:
    here = await scene(firm)
    wish = Wish(here.anna, PartingKind.HAND_OVER, PartingWay.ONE, here.boris)
    async with firm.act(here.head) as act:
        made = await parting_plan.planned(act, wish)
        assert await parting.carry_out(act, made)
    async with firm.act(here.head) as act:
        page = await journal.read_journal(act, JournalChoice())
        table = await journal.journal_table(act, JournalChoice())
    line = page.lines[0]
    assert line.kind is K.OWNER and line.more == 1
    assert line.before is not None and line.before.name == "Анна"
    assert table is not None and len(table.lines) == page.total + 1


async def test_an_access_closed_by_mistake_is_open_again_and_both_are_remembered(
    firm: Firm,
) -> None:
    here = await scene(firm)
    wish = Wish(here.anna, PartingKind.CLOSE, PartingWay.ONE, here.boris)
    async with firm.act(here.admin) as act:
        made = await parting_plan.planned(act, wish)
        assert await parting.carry_out(act, made)
    before, step = len(await entries(firm)), firm.last_step
    assert step is not None
    async with firm.act(here.admin) as act:
        back = await take_back(act, step)
        await parting.taken_back(act, back, here.anna)
    after = (await entries(firm))[before:]
    assert [(entry.kind, entry.undoes is None) for entry in after] == [
        (K.OWNER, False),
        (K.OWNER, False),
        (K.ACCESS, True),
    ]


CHANGES = [
    "UPDATE journal SET after = 'pool'",
    "UPDATE journal SET at = at",
    "DELETE FROM journal",
    "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)",
]
OF = {
    "postgresql": [*CHANGES, "TRUNCATE journal"],
    "sqlite": [
        *CHANGES,
        "INSERT OR REPLACE INTO journal (id, at, kind, origin, nth) VALUES (1, 0, 'x', 'x', 0)",
    ],
}


async def test_the_database_itself_refuses_to_change_an_entry(firm: Firm) -> None:
    await scene(firm)
    before = [(entry.id, entry.at, entry.after) for entry in await entries(firm)]
    for sql in OF[firm.database.engine.dialect.name]:
        with pytest.raises(DBAPIError, match="only added to"):
            async with firm.work() as work:
                await work.session.execute(text(sql))
    assert [(entry.id, entry.at, entry.after) for entry in await entries(firm)] == before


async def test_what_is_old_stays_when_the_rest_is_tidied_away(firm: Firm) -> None:
    await scene(firm)
    count = len(await entries(firm))
    firm.moved(days=800)
    await run_job(firm, "prune")
    assert len(await entries(firm)) >= count > 0


async def test_nothing_of_an_erased_client_stays_readable(firm: Firm) -> None:
    here = await scene(firm)
    async with firm.act(here.head) as act:
        await handover.hand_over(act, here.client, here.boris)
    async with firm.work() as work:
        for table in ("timeline", "client_words", "gaps", "tasks", "clients"):
            column = "id" if table == "clients" else "client_id"
            sql = f"DELETE FROM {table} WHERE {column} = :n"
            await work.session.execute(text(sql), {"n": here.client})
    async with firm.act(here.admin) as act:
        (line, *_) = (await journal.read_journal(act, JournalChoice())).lines
    assert line.client is not None and (line.client.client_id, line.client.name) == (
        here.client,
        None,
    )
    async with firm.database.reading() as session:
        kept = str((await session.execute(text("SELECT * FROM journal"))).all())
    assert "Ромашка" not in kept and "Анна" not in kept


def test_whoever_gives_a_client_to_somebody_says_so() -> None:
    """Another way to change the owner would have to be in the table above."""
    sources = {path: path.read_text(encoding="utf-8") for path in SERVICES.rglob("*.py")}
    givers = {path for path, source in sources.items() if ".give_to(" in source}
    assert givers and [path for path in givers if "record(" not in sources[path]] == []


def test_every_kind_has_its_deed() -> None:
    assert {deed.kind for deed in DEEDS.values()} | {K.JOINED} == set(K)
    grouped = [kind for group in JournalGroup for kind in group.kinds]
    assert sorted(grouped) == sorted(K)
