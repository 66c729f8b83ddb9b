"""Everything that leaves an entry in the journal: by whom, on what, and whether it can be taken
back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, update

from bot.method.company.calendar import OFF
from bot.method.company.cards import RuleChange
from bot.method.company.entries import JournalChoice
from bot.method.core.journal import JournalKind
from bot.method.core.terms import PoolReason, Role
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.method.imports.export_cards import ExportForm
from bot.method.imports.state import ImportState
from bot.models import ClientImport, JournalEntry, Reprieve
from bot.services.clients import merging, removing
from bot.services.company import calendar, duty, journal, rules
from bot.services.core.work import Act
from bot.services.deals import stages
from bot.services.gaps import decisions, reprieve_endings, reprieves
from bot.services.imports import exporting, wizard
from bot.services.inbound.intake import addresses
from bot.services.people import access, extensions, hand_outs, people, roles
from bot.services.pool import handing_out, handover, losing, reactivation, releasing
from tests.builders import Firm
from tests.service.pooled import hand_out

K = JournalKind


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


async def given(scene: Scene) -> int:
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


async def _spared(scene: Scene) -> int:
    async with scene.firm.act(scene.head) as act:
        await hand_outs.spare(act, scene.boris)
    return scene.boris


async def _named(scene: Scene) -> int:
    async with scene.firm.act(scene.admin) as act:
        await extensions.set_extensions(act, scene.boris, LONG_WORDS)
    return scene.boris


async def _first_stage(scene: Scene) -> int:
    async with scene.firm.act(scene.admin) as act:
        return (await stages.stage_list(act))[0].key


async def _hand_out(act: Act, scene: Scene, _: int) -> None:
    mark = (await handing_out.preview(act, 1)).plan.mark
    await hand_out(act, 1, None, mark)


LONG_WORDS = ", ".join(f"{number}" + "x" * 60 for number in range(5))
"""The longest that the extensions of somebody can be."""
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
        K.OWNER, "boris", lambda a, s, n: reactivation.failed(a, n), undone=True, before=given
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
    "a stage": Deed(K.STAGE, "admin", lambda a, s, n: stages.add_stage(a, "Я" * 64)),
    "a stage renamed": Deed(
        K.STAGE, "admin", lambda a, s, n: stages.rename_stage(a, n, "Архив"), before=_first_stage
    ),
    "a stage taken off": Deed(
        K.STAGE, "admin", lambda a, s, n: stages.remove_stage(a, n), before=_first_stage
    ),
    "a day given": Deed(
        K.DAY_GIVEN, "head", lambda a, s, n: decisions.give_day(a, s.client), undone=True
    ),
    "hand-outs paused": Deed(K.SPARED, "head", lambda a, s, n: hand_outs.spare(a, s.boris, 7)),
    "hand-outs resumed": Deed(
        K.SPARED, "head", lambda a, s, n: hand_outs.resume(a, s.boris), before=_spared
    ),
    "extensions": Deed(
        K.EXTENSIONS, "admin", lambda a, s, n: extensions.set_extensions(a, s.boris, LONG_WORDS)
    ),
    "extensions taken off": Deed(
        K.EXTENSIONS,
        "admin",
        lambda a, s, n: extensions.clear_extensions(a, s.boris),
        before=_named,
    ),
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
