"""Every decision that is to be answered for leaves one entry, and so does taking it back."""

import pytest

from bot.method.company.entries import JournalChoice
from bot.method.core.journal import JournalGroup, JournalKind, JournalOrigin
from bot.method.core.terms import PoolReason, Role
from bot.method.people.parting import PartingKind, PartingWay
from bot.services.company import journal
from bot.services.core.undo import take_back
from bot.services.people import parting, parting_plan, people
from bot.services.people.parting_plan import Wish
from bot.services.people.people import Newcomer
from tests.builders import Firm
from tests.house.rules import ROOT
from tests.service.recorded import DEEDS, entries, given, scene
from tests.service.running import run_job

K = JournalKind
SERVICES = ROOT / "bot/services"


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
    await given(here)
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


def test_whoever_gives_a_client_to_somebody_says_so() -> None:
    """Another way to change the owner would have to be in the table above."""
    sources = {path: path.read_text(encoding="utf-8") for path in SERVICES.rglob("*.py")}
    givers = {path for path, source in sources.items() if ".give_to(" in source}
    assert givers and [path for path in givers if "record(" not in sources[path]] == []


def test_every_kind_has_its_deed() -> None:
    assert {deed.kind for deed in DEEDS.values()} | {K.JOINED} == set(K)
    grouped = [kind for group in JournalGroup for kind in group.kinds]
    assert sorted(grouped) == sorted(K)
