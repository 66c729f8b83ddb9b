"""Everything without a task planned at once; overfull days made lighter (R1, R8)."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta

import pytest

from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import Direction, Event, Role
from bot.method.planning.load import PlanFacts
from bot.models import Client, PolicyOverride, Reactivation, Task
from bot.models.dossier import dossiers_of_clients
from bot.models.timeline import timeline_page
from bot.models.walk import count_uncovered
from bot.services.core.coverage import refresh
from bot.services.core.undo import take_back, take_back_more
from bot.services.core.work import Act
from bot.services.planning import load, spreading, unloading, walk
from bot.services.tasks.tasks import When, plan_task
from bot.views.planning.walk import spread_done_screen, spread_screen
from bot.views.words import Words
from tests.builders import Firm
from tests.service.planning.test_walk import deal_of


async def capacity(firm: Firm, number: int) -> None:
    async with firm.work() as work:
        work.session.add(PolicyOverride(name="capacity", value=str(number), changed_at=work.now))


async def spread_all(act: Act, mark: int) -> PlanFacts:
    """Every portion of the plan that was shown."""
    made = await spreading.planned(act)
    spreading.confirm(made, mark)
    for at in range(0, len(made.placed), spreading.PORTION):
        await spreading.carry_out(act, made, at)
    return made.facts


async def by_day(firm: Firm, owner: int) -> Counter[int]:
    """Open outbound tasks by days from today."""
    async with firm.act(owner) as act:
        days: Counter[int] = Counter()
        for number in range(1, 500):
            task = await act.session.get(Task, number)
            if task is not None and task.due_on is not None and task.status == "open":
                days[(task.due_on - act.today).days] += 1
        return days


async def test_all_get_a_task_evenly_within_the_horizon(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.clients(anna, 40)
    await deal_of(firm, anna, 7, 100)
    async with firm.act(anna) as act:
        shown = await spreading.preview(act)
    assert shown.count == 40 and shown.overfull == () and shown.unplaced == ()
    assert (await by_day(firm, anna)).total() == 0, "a preview changes nothing"
    async with firm.act(anna) as act:
        done = await spread_all(act, shown.mark)
        assert done == shown
        assert (await act.session.get_one(Client, 7)).next_due == firm.in_days(1)
    days = await by_day(firm, anna)
    assert days.total() == 40 and max(days) <= 30
    assert max(days.values()) - min(days.values()) <= 1
    async with firm.act(anna) as act:
        assert (await spreading.preview(act)).count == 0
        for number in range(1, 41):
            client = await act.session.get_one(Client, number)
            assert client.gap_since is None and client.next_due is not None
        planned = await timeline_page(act.session, 3, 0, 5, frozenset({Event.TASK_PLANNED}))
        assert [entry.actor_id for entry, _ in planned] == [anna]


async def test_the_second_tap_finds_another_plan(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.clients(anna, 3)
    async with firm.act(anna) as act:
        mark = (await spreading.preview(act)).mark
    async with firm.act(anna) as act:
        await spread_all(act, mark)
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await spread_all(act, mark)
    assert (await by_day(firm, anna)).total() == 3


async def test_two_at_once_plan_once(firm: Firm) -> None:
    """The second waits for the clients and finds them planned."""
    anna = await firm.person("Анна")
    await firm.clients(anna, 3)
    async with firm.act(anna) as act:
        mark = (await spreading.preview(act)).mark

    async def run() -> int:
        async with firm.act(anna) as act:
            return (await spread_all(act, mark)).count

    done = await asyncio.gather(run(), run(), return_exceptions=True)
    assert sorted(map(type, done), key=str) == [Stale, int] and 3 in done
    assert (await by_day(firm, anna)).total() == 3


async def test_what_has_changed_since_the_preview_is_shown_anew(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.clients(anna, 3)
    async with firm.act(anna) as act:
        mark = (await spreading.preview(act)).mark
    await firm.client(anna, "Новый")
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await spread_all(act, mark)
    assert (await by_day(firm, anna)).total() == 0


async def test_what_does_not_fit_is_planned_and_named(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await capacity(firm, 1)
    await firm.clients(anna, 25)
    async with firm.act(anna) as act:
        shown = await spreading.preview(act)
        assert shown.count == 25
        assert len(shown.overfull) == 25 - len(shown.days)
        assert shown.capacity == 1


async def test_nobody_is_left_out_where_there_is_no_room_at_all(firm: Firm) -> None:
    """More than a portion, ten times the capacity: the days get evenly fuller, none is beyond the
    horizon, the screens say it in numbers, and all of it is one act to take back."""
    anna = await firm.person("Анна")
    await capacity(firm, 1)
    count = 2 * spreading.PORTION + 20
    await firm.clients(anna, count)
    await deal_of(firm, anna, 7, 100)
    words = Words("ru")
    async with firm.act(anna) as act:
        shown = await spreading.preview(act)
        beyond = count - len(shown.days)
        assert (
            f"{beyond} клиентов не помещаются в норму (1 в день)"
            in spread_screen(words, shown).text
        )
        made = await spreading.planned(act)
        spreading.confirm(made, shown.mark)
    follows = None
    for at in range(0, count, spreading.PORTION):
        async with firm.act(anna, follows) as act:
            await spreading.carry_out(act, made, at)
        follows = firm.last_step
    async with firm.database.reading() as session:
        assert await count_uncovered(session, anna) == 0
    days = await by_day(firm, anna)
    assert days.total() == count and max(days) <= 30
    assert max(days.values()) - min(days.values()) <= 1
    done = spread_done_screen(words, made.facts).text
    assert f"сверх нормы {beyond}, в самый полный день {max(days.values())} из 1" in done
    assert "без дела никто не остался" in done

    step, parts = follows, 0
    while step is not None:
        async with firm.act(anna) as act:
            again = take_back if step == follows else take_back_more
            step = (await again(act, step)).follows
            parts += 1
    assert parts == 3
    async with firm.database.reading() as session:
        assert await count_uncovered(session, anna) == count


@pytest.mark.parametrize("way", ["walk", "spread"])
async def test_what_is_overdue_is_moved_and_not_doubled(firm: Firm, way: str) -> None:
    anna = await firm.person("Анна")
    await planned(firm, anna, 0, 2)
    async with firm.act(anna) as act:
        (await act.session.get_one(Task, 2)).due_on = None
    firm.moved(days=7)
    async with firm.act(anna) as act:
        for number in (1, 2):
            await refresh(act, number)
        await act.session.flush()
        if way == "walk":
            for number in (1, 2):
                card = await walk.next_card(act)
                assert card is not None
                assert await walk.plan_stop(act, card.line.gap_id, When(firm.in_days(number)))
        else:
            await spread_all(act, (await spreading.preview(act)).mark)
    async with firm.act(anna) as act:
        assert await act.session.get(Task, 3) is None
        tasks = [await act.session.get_one(Task, number) for number in (1, 2)]
        assert [(task.due_on, task.moves) for task in tasks] == [
            (firm.in_days(1), 1),
            (firm.in_days(2), 1),
        ]
        assert (await walk.progress(act)).left == 0


async def planned(firm: Firm, owner: int, days: int, count: int, at: datetime | None = None):
    """So many clients with a task on one day."""
    for number in range(count):
        client = await firm.client(owner, f"Занят {days} {number}")
        async with firm.act(owner) as act:
            await plan_task(act, client, None, When(firm.in_days(days), at))


async def test_full_days_get_lighter_and_every_move_counts(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await capacity(firm, 3)
    await planned(firm, anna, 2, 5)
    await planned(firm, anna, 3, 2)
    async with firm.act(anna) as act:
        shown = await unloading.preview(act)
    assert [(day.before, day.after) for day in shown.days] == [(0, 1), (5, 3), (2, 3)]
    async with firm.act(anna) as act:
        assert await unloading.carry_out(act, shown.mark) == shown
    assert await by_day(firm, anna) == {1: 1, 2: 3, 3: 3}
    async with firm.act(anna) as act:
        moved = [task for n in range(1, 8) if (task := await act.session.get_one(Task, n)).moves]
        assert [task.moves for task in moved] == [1, 1]
        for task in moved:
            entries = await timeline_page(
                act.session, task.client_id, 0, 5, frozenset({Event.TASK_MOVED})
            )
            assert [entry.data["after"] for entry, _ in entries] == [task.due_on.isoformat()]
            client = await act.session.get_one(Client, task.client_id)
            assert client.next_due == task.due_on
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await unloading.carry_out(act, shown.mark)


async def test_what_has_a_time_stays(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await capacity(firm, 1)
    await planned(firm, anna, 2, 3, firm.clock.now() + timedelta(days=2))
    async with firm.act(anna) as act:
        shown = await unloading.preview(act)
        assert shown.count == 0 and shown.overfull_days == (firm.in_days(2),)


async def test_the_load_is_today_overdue_inbound_and_the_days_ahead(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await planned(firm, anna, 0, 2)
    await planned(firm, anna, 3, 4)
    await firm.client(anna)
    async with firm.act(anna) as act:
        act.session.add(
            Task(
                client_id=1,
                owner_id=anna,
                direction=Direction.INBOUND,
                created_at=act.now,
                arrived_at=act.now,
            )
        )
    firm.moved(days=1)
    async with firm.act(anna) as act:
        found = await load.load(act)
        assert (found.name, found.overdue, found.inbound, found.gaps) == (None, 2, 1, 1)
        assert [day.outbound for day in found.days[:4]] == [0, 0, 4, 0]
        assert [day.working for day in found.days[:5]] == [True, True, True, False, False]
        assert found.busiest == found.days[2]


async def test_a_head_sees_the_people_he_leads_and_nobody_else_does(firm: Firm) -> None:
    team = await firm.team()
    igor = await firm.person("Игорь", Role.HEAD, team)
    anna, boris = await firm.person("Анна", team_id=team), await firm.person("Борис")
    await firm.person("Второй РОП", Role.HEAD, await firm.team("Другая"))
    await planned(firm, anna, 0, 2)
    await planned(firm, anna, 6, 1)
    await planned(firm, anna, 7, 1)
    async with firm.act(igor) as act:
        page = await load.team_load(act, 0)
        assert [(one.name, one.today, one.week) for one in page.lines] == [
            ("Анна", 2, 3),
            ("Игорь", 0, 0),
        ]
        assert (await load.load(act, anna)).name == "Анна"
        with pytest.raises(NotFound):
            await load.load(act, boris)
    async with firm.act(boris) as act:
        for attempt in (load.load(act, anna), load.team_load(act, 0)):
            with pytest.raises(NotFound):
                await attempt


async def test_moves_are_made_only_as_they_were_shown(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await capacity(firm, 1)
    await planned(firm, anna, 2, 2)
    async with firm.act(anna) as act:
        mark = (await unloading.preview(act)).mark
    await planned(firm, anna, 3, 2)
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await unloading.carry_out(act, mark)
    assert await by_day(firm, anna) == {2: 2, 3: 2}


@pytest.mark.parametrize("which", [0, 1])
async def test_a_task_moved_while_locks_are_waited_for_leaves_nothing_half_done(
    firm: Firm, monkeypatch, which: int
) -> None:
    anna = await firm.person("Анна")
    await capacity(firm, 3)
    await planned(firm, anna, 2, 5)

    async def overtaken(session, ids):
        dossiers = await dossiers_of_clients(session, ids)
        assert len(dossiers) == 2
        dossiers[which].tasks[0].due_on = firm.in_days(9)
        return dossiers

    monkeypatch.setattr(unloading, "dossiers_of_clients", overtaken)
    async with firm.act(anna) as act:
        mark = (await unloading.preview(act)).mark
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await unloading.carry_out(act, mark)
    assert await by_day(firm, anna) == {2: 5}


async def test_the_date_of_a_reactivation_is_a_deadline_and_stays(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await capacity(firm, 1)
    await planned(firm, anna, 2, 2)
    async with firm.act(anna) as act:
        for number in (1, 2):
            attempt = Reactivation(
                client_id=number,
                user_id=anna,
                attempt=1,
                started_at=act.now,
                first_touch_by=act.now,
                verdict_by=act.now,
            )
            act.session.add(attempt)
            await act.session.flush()
            (await act.session.get_one(Task, number)).reactivation_id = attempt.id
    async with firm.act(anna) as act:
        assert (await unloading.preview(act)).count == 0
