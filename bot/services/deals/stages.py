"""The stages of a deal: what the company calls them, and taking a deal from one to another.

Until an admin changes anything they are the first ones in the company's language.
"""

from collections.abc import Sequence

from bot.locales.stages import first_stages, stage_in
from bot.method.core.journal import JournalKind
from bot.method.core.places import ClientAt, DealList, deal_at
from bot.method.core.refusals import Invalid, NotNow, Stale
from bot.method.core.terms import Event, UndoableAction
from bot.method.core.texts import clean
from bot.method.deals.cards import StageLine, stage_by_key
from bot.models.deal import rename_stage_of_deals
from bot.models.stage import Stage, all_stages, stages_to_change
from bot.services.core.journal.recording import record
from bot.services.core.rights import require_admin
from bot.services.core.timeline import note
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.deals.cards import open_deal_of, stages_of_deals

MOST = 12
LONGEST = 64


async def stages(act: Act) -> tuple[StageLine, ...]:
    """The stages in the company's order."""
    own = [stage.name for stage in await all_stages(act.session)]
    return tuple(StageLine(name) for name in own or first_stages(act.company.locale))


async def set_stage(act: Act, deal_id: int, key: int, listing: DealList | None = None) -> None:
    """Take the deal to a stage of the company; the same again is nothing new. `listing` is what
    the deal's card was opened from."""
    deal = await open_deal_of(act, deal_id)
    stage = stage_by_key(await stages(act), key)
    if stage is None:
        raise Stale("stage-gone", ClientAt(deal.client_id))
    if _is_same(act, deal.stage or "", stage.name):
        return
    undoable(act, UndoableAction.SET_STAGE, deal_at(deal_id, listing))
    before, deal.stage = deal.stage, stage.name
    note(
        act,
        Event.STAGE_CHANGED,
        deal.client_id,
        deal_id=deal.id,
        before=before,
        after=stage.name,
    )


async def stage_list(act: Act) -> tuple[StageLine, ...]:
    """The same for the admin who changes them, with how many open deals are at each."""
    require_admin(act)
    in_use = {stage.name: stage.deals for stage in await stages_of_deals(act)}
    return tuple(StageLine(stage.name, in_use.get(stage.name, 0)) for stage in await stages(act))


async def add_stage(act: Act, typed: str) -> None:
    """One more at the end.

    Invalid("stage-name") for an empty name, Invalid("stage-known") for one that is there;
    NotNow("stages-many") where there is no room on a screen.
    """
    rows = await _own(act)
    name = _name(act, typed, rows)
    if len(rows) >= MOST:
        raise NotNow("stages-many", most=MOST)
    act.session.add(Stage(position=len(rows), name=name))
    record(act, JournalKind.STAGE, after=name)


async def rename_stage(act: Act, key: int, typed: str) -> None:
    """Another name, of the open deals at this stage as well."""
    rows = await _own(act)
    stage = _row(rows, key)
    name = _name(act, typed, [row for row in rows if row is not stage])
    await rename_stage_of_deals(act.session, stage.name, name)
    if stage.name != name:
        record(act, JournalKind.STAGE, stage.name, name)
    stage.name = name


async def move_stage(act: Act, key: int, *, up: bool) -> None:
    """One place up or down; at the end of the list it stays where it is."""
    rows = await _own(act)
    here = rows.index(_row(rows, key))
    there = here - 1 if up else here + 1
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
    for position, row in enumerate(rows):
        row.position = position


async def remove_stage(act: Act, key: int) -> None:
    """Take it off the list; deals at it keep its name. The last one stays."""
    rows = await _own(act)
    stage = _row(rows, key)
    if len(rows) == 1:
        raise NotNow("stage-last")
    record(act, JournalKind.STAGE, stage.name)
    await act.session.delete(stage)


async def _own(act: Act) -> list[Stage]:
    """The company's own rows; the default ones become its own with the first change."""
    require_admin(act)
    rows = list(await stages_to_change(act.session, act.now))
    if not rows:
        names = first_stages(act.company.locale)
        rows = [Stage(position=position, name=name) for position, name in enumerate(names)]
        act.session.add_all(rows)
        await act.session.flush(rows)
    return rows


def _row(rows: Sequence[Stage], key: int) -> Stage:
    for row in rows:
        if StageLine(row.name).key == key:
            return row
    raise Stale("stage-gone")


def _name(act: Act, typed: str, others: Sequence[Stage]) -> str:
    name = clean(typed, LONGEST)
    if not name:
        raise Invalid("stage-name")
    if any(_is_same(act, name, row.name) for row in others):
        raise Invalid("stage-known", name=name)
    return name


def _is_same(act: Act, name: str, other: str) -> bool:
    """Whether people read the two as one stage."""
    here, there = (stage_in(act.company.locale, stage).casefold() for stage in (name, other))
    return here == there
