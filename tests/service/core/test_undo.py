"""Whatever somebody does may be taken back for a minute, and then everything is as before."""

import json

import pytest
from sqlalchemy import select, update

from bot.method.core.places import ClientAt, DateAsked, MyDay, PoolList, TaskAt
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import Outcome, UndoableAction
from bot.models import (
    Client,
    ContactPoint,
    Gap,
    OutboxMessage,
    OutboxStatus,
    Person,
    Task,
    TimelineEntry,
    UndoStep,
)
from bot.models.dossier import dossiers_of_clients
from bot.services.core.coverage import recompute_coverage
from bot.services.core.undo import undoable
from bot.services.core.work import Act
from bot.services.gaps.reconcile import reconcile
from bot.services.planning import walk
from bot.services.pool import handover
from bot.services.tasks.tasks import When, change_date, plan_task
from tests.builders import Firm
from tests.service.deeds import (
    DEEDS,
    READY,
    Scene,
    buy,
    done,
    done_back,
    finish,
    messages,
    move,
    plan,
    state,
)
from tests.service.running import run_job


@pytest.mark.parametrize("name", DEEDS)
async def test_everything_is_as_before(firm: Firm, name: str) -> None:
    deed, who, ready, do = DEEDS[name]
    scene = await Scene.set_up(firm)
    client = await READY[ready](scene)
    actor = getattr(scene, who)
    before, told = await state(firm), await messages(firm)
    made_at = firm.clock.now().isoformat()
    step = await done(firm, actor, lambda act: do(scene, act, client))
    assert await state(firm) != before
    firm.moved(seconds=59)
    back = await done_back(firm, actor, step)
    assert back.deed is deed
    assert await state(firm) == before
    assert firm.last_step is None, "there is no taking back of a taking back"
    async with firm.work() as work:
        assert not await reconcile(work, client)
        last = select(TimelineEntry).order_by(TimelineEntry.id.desc()).limit(1)
        said = (await work.session.scalars(last)).one()
        moves = int(deed in {UndoableAction.MOVE, UndoableAction.UNLOAD, UndoableAction.POSTPONE})
        assert (said.event, said.actor_id) == ("undone", actor)
        counts = {"moves": moves, "attempts": int(deed is UndoableAction.NO_ANSWER)}
        assert said.data == {"code": deed, "made_at": made_at} | counts
    assert await messages(firm) == told
    # What was taken back may be done once more, and is told then.
    await done(firm, actor, lambda act: do(scene, act, client))


async def test_twice_is_once(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    step = await done(firm, scene.anna, lambda act: finish(scene, act, client))
    await done_back(firm, scene.anna, step)
    before = await state(firm)
    with pytest.raises(Stale) as refusal:
        await done_back(firm, scene.anna, step)
    assert (refusal.value.code, refusal.value.place) == ("undo-used", TaskAt(1))
    assert await state(firm) == before


async def test_somebody_elses_step_does_not_exist(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    step = await done(firm, scene.anna, lambda act: finish(scene, act, client))
    before = await state(firm)
    for stranger in (scene.head, scene.boris):
        with pytest.raises(NotFound):
            await done_back(firm, stranger, step)
    with pytest.raises(NotFound):
        await done_back(firm, scene.anna, step + 1)
    assert await state(firm) == before


async def test_after_a_minute_it_is_too_late(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    step = await done(firm, scene.anna, lambda act: finish(scene, act, client))
    before = await state(firm)
    firm.moved(minutes=1)
    with pytest.raises(Stale) as refusal:
        await done_back(firm, scene.anna, step)
    assert (refusal.value.code, refusal.value.place) == ("undo-late", TaskAt(1))
    assert await state(firm) == before


async def test_a_step_that_an_earlier_version_has_kept_is_taken_back_as_well(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    before = await state(firm)
    step = await done(firm, scene.anna, lambda act: finish(scene, act, client))
    async with firm.work() as work:
        (await work.session.get_one(UndoStep, step)).subject = {"task": 1}
    back = await done_back(firm, scene.anna, step)
    assert back.before == MyDay()
    assert await state(firm) == before


async def test_what_was_changed_since_stays(firm: Firm) -> None:
    """Moved, then talked: the move is no longer the last thing that happened to the task."""
    scene = await Scene.set_up(firm)
    client = await scene.client()
    moved = await done(firm, scene.anna, lambda act: move(scene, act, client))
    talked = await done(firm, scene.anna, lambda act: finish(scene, act, client))
    before = await state(firm)
    with pytest.raises(Stale) as refusal:
        await done_back(firm, scene.anna, moved)
    assert refusal.value.code == "undo-changed"
    assert await state(firm) == before
    await done_back(firm, scene.anna, talked)
    await done_back(firm, scene.anna, moved)


async def test_the_plan_and_then_the_outcome_before_it(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    at_first = await state(firm)
    talked = await done(firm, scene.anna, lambda act: finish(scene, act, client))
    in_between = await state(firm)
    planned = await done(firm, scene.anna, lambda act: plan(scene, act, client))
    with pytest.raises(Stale):
        await done_back(firm, scene.anna, talked)
    back = await done_back(firm, scene.anna, planned)
    assert (back.before, back.earlier) == (DateAsked(client, None, Outcome.TALKED), talked)
    assert await state(firm) == in_between
    back = await done_back(firm, scene.anna, talked)
    assert back.before == TaskAt(1)
    assert await state(firm) == at_first


async def test_a_later_plan_still_covers(firm: Firm) -> None:
    """The second plan touched no row of the first one, and yet it is why there is no gap."""
    scene = await Scene.set_up(firm)
    client = await scene.client(due=None)
    first = await done(firm, scene.anna, lambda act: plan(scene, act, client))
    async with firm.act(scene.anna) as act:
        await plan_task(act, client, None, When(firm.in_days(5)))
    await done_back(firm, scene.anna, first)
    async with firm.work() as work:
        assert not await reconcile(work, client)
        kept = await work.session.get_one(Client, client)
        assert (kept.next_due, kept.gap_since) == (firm.in_days(5), None)


async def test_what_something_newer_hangs_on_stays(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    bought = await done(firm, scene.anna, lambda act: buy(scene, act, client))
    async with firm.act(scene.anna) as act:
        await plan_task(act, client, 1, When(firm.in_days(5)))
    before = await state(firm)
    with pytest.raises(Stale) as refusal:
        await done_back(firm, scene.anna, bought)
    assert refusal.value.code == "undo-changed"
    assert await state(firm) == before


async def test_what_only_the_database_knows_to_hang_on_a_row_is_no_failure(firm: Firm) -> None:
    """The client is new with this act, and the people inside it are no part of that."""
    scene = await Scene.set_up(firm)
    client = await scene.client()
    step = firm.last_step
    assert step is not None
    async with firm.act(scene.anna) as act:
        act.session.add(Person(client_id=client, name="Ирина", created_at=act.now))
    before = await state(firm)
    with pytest.raises(Stale) as refusal:
        await done_back(firm, scene.anna, step)
    assert (refusal.value.code, refusal.value.place) == ("undo-changed", ClientAt(client))
    assert await state(firm) == before


async def test_the_walk_goes_on_whatever_is_taken_back(firm: Firm) -> None:
    """The card of the next client comes with the plan of the one before, and is none of its."""
    scene = await Scene.set_up(firm)
    first, second = await scene.client(due=None), await scene.client(due=None)

    async def plan_and_go_on(act: Act, gap_id: int) -> None:
        await walk.plan_stop(act, gap_id, When(firm.in_days(3)))
        await walk.next_card(act, gap_id)

    step = await done(firm, scene.anna, lambda act: plan_and_go_on(act, 1))
    await done(firm, scene.anna, lambda act: plan_and_go_on(act, 2))
    await done_back(firm, scene.anna, step)
    async with firm.work() as work:
        clients = [await work.session.get_one(Client, number) for number in (first, second)]
        assert [client.gap_since is None for client in clients] == [False, True]
        assert (await work.session.get_one(Gap, 2)).asked_at is not None


async def test_the_timeline_keeps_both(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    step = await done(firm, scene.anna, lambda act: buy(scene, act, client))
    await done_back(firm, scene.anna, step)
    async with firm.work() as work:
        entries = list(await work.session.scalars(select(TimelineEntry).order_by(TimelineEntry.id)))
    assert [entry.event for entry in entries] == [
        "task_planned",
        "deal_opened",
        "task_cancelled",
        "task_planned",
        "undone",
    ]
    assert [(entry.task_id, entry.deal_id) for entry in entries[1:]] == [
        (None, None),
        (1, None),
        (None, None),
        (None, None),
    ]


async def test_nobody_is_told_within_the_minute(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    await done(firm, scene.head, lambda act: handover.hand_over(act, client, scene.boris))
    async with firm.work() as work:
        message, told = await work.session.scalars(select(OutboxMessage))
        assert told.not_before == message.not_before == work.now + work.policy.undo_window


async def test_a_task_set_by_a_head_is_told_when_the_minute_is_over_and_not_when_taken_back(
    firm: Firm,
) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    step = await done(firm, scene.head, lambda act: plan(scene, act, client))
    async with firm.work() as work:
        (message,) = await work.session.scalars(select(OutboxMessage))
        assert message.not_before == work.now + work.policy.undo_window
    await done_back(firm, scene.head, step)
    async with firm.work() as work:
        assert not (await work.session.scalars(select(OutboxMessage))).all()


async def test_a_message_of_the_night_waits_for_the_morning(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    firm.moved(hours=14)
    await done(firm, scene.head, lambda act: handover.hand_over(act, client, scene.boris))
    async with firm.work() as work:
        message, told = await work.session.scalars(select(OutboxMessage))
        assert min(told.not_before, message.not_before) > work.now + work.policy.undo_window


async def test_what_was_sent_all_the_same_stays_sent(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    step = await done(firm, scene.head, lambda act: handover.hand_over(act, client, scene.boris))
    async with firm.work() as work:
        for message in await work.session.scalars(select(OutboxMessage)):
            message.status = OutboxStatus.SENT
    await done_back(firm, scene.head, step)
    assert len(await messages(firm)) == 2


async def test_what_changes_nothing_is_not_kept(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client(due=None)
    await done(firm, scene.anna, lambda act: plan(scene, act, client))
    async with firm.act(scene.anna) as act:
        await plan(scene, act, client)
    assert firm.last_step is None


async def unseen(scene: Scene, act: Act, client: int) -> None:
    await act.session.execute(update(Task).values(moves=7))
    await finish(scene, act, client)


async def test_a_change_that_was_not_seen_is_no_silence(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    client = await scene.client()
    with pytest.raises(RuntimeError, match="tasks"):
        await done(firm, scene.anna, lambda act: unseen(scene, act, client))


async def test_three_hundred_tasks_are_one_small_step(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    clients = await firm.clients(scene.anna, 300, due=firm.in_days(0))
    before = await state(firm)
    async with firm.act(scene.anna) as act:
        undoable(act, UndoableAction.HAND_OUT, PoolList())
        for dossier in await dossiers_of_clients(act.session, clients):
            await change_date(act, dossier, dossier.tasks[0], When(firm.in_days(4)))
            await recompute_coverage(act, dossier)
    assert firm.last_step is not None
    async with firm.work() as work:
        step = await work.session.get_one(UndoStep, firm.last_step)
        assert step.code == UndoableAction.HAND_OUT
        assert len(json.dumps(step.changes)) < 300 * 300
    await done_back(firm, scene.anna, firm.last_step)
    assert await state(firm) == before


async def test_removed_rows_come_back(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, phone="+79161234567", due=firm.in_days(1))
    before = await state(firm)
    async with firm.act(anna) as act:
        undoable(act, UndoableAction.RENAME_DEAL, ClientAt(client))
        point = await act.session.get_one(ContactPoint, 1)
        point.value = "+79160000000"
        await act.session.flush()
        await act.session.delete(point)
    assert firm.last_step is not None
    await done_back(firm, anna, firm.last_step)
    assert await state(firm) == before


async def test_old_steps_go_but_never_the_last(firm: Firm) -> None:
    scene = await Scene.set_up(firm)
    for _ in range(2):
        client = await scene.client()
        last = await done(firm, scene.anna, lambda act, c=client: finish(scene, act, c))
    firm.moved(days=3)
    await run_job(firm, "prune")
    async with firm.work() as work:
        assert list(await work.session.scalars(select(UndoStep.id))) == [last]
