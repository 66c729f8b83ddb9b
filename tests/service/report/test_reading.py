"""The five numbers by a story of days, and who may read whose (R12)."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Direction, Outcome, Role
from bot.method.gaps.reprieve import ReprieveKind, ReprieveReason
from bot.method.report.cards import EndedDay, MovedTask, Reaction, ReportedTask, UncoveredLine
from bot.method.report.numbers import NumberKind, Numbers, Share
from bot.method.report.periods import ReportPeriod
from bot.models import Task
from bot.services.core.coverage import refresh
from bot.services.core.undo import take_back
from bot.services.deals.deals import open_deal
from bot.services.gaps.reprieves import set_reprieve
from bot.services.report import reading
from bot.services.report.lists import number_list
from bot.services.tasks.tasks import When, finish_task, move_task, no_answer
from tests.builders import Firm, at
from tests.service import seen
from tests.service.running import run_job

WEEK, TODAY = ReportPeriod.WEEK, ReportPeriod.TODAY
WEDNESDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 27)


async def numbers(firm: Firm, reader: int, period: ReportPeriod = WEEK) -> Numbers:
    """The reader's own."""
    async with firm.act(reader) as act:
        return (await reading.person_report(act, period, None)).judged.numbers


async def listed(
    firm: Firm, reader: int, kind: NumberKind, period: ReportPeriod = WEEK
) -> list[Any]:
    """The reader's own list behind the number."""
    async with firm.act(reader) as act:
        found = await number_list(act, reader, kind, period)
        assert found.total == len(found.lines)
        return list(found.lines)


async def arrived(firm: Firm, owner: int, client: int) -> int:
    """An inbound of this moment."""
    async with firm.work() as work:
        task = Task(
            client_id=client,
            owner_id=owner,
            direction=Direction.INBOUND,
            arrived_at=work.now,
            deadline_at=work.now,
            created_at=work.now,
        )
        work.session.add(task)
        await work.session.flush()
        await refresh(work, client)
        return task.id


async def first_task(firm: Firm, client: int) -> int:
    return (await seen.tasks(firm, client))[0].id


async def ended(firm: Firm, owner: int, task: int) -> None:
    async with firm.act(owner) as act:
        await finish_task(act, task, Outcome.TALKED)


async def test_a_paused_client_counts_apart(firm: Firm) -> None:
    """Neither among the covered nor among those without a task."""
    anna, igor = await firm.person("Анна"), await firm.person("Игорь", Role.HEAD)
    await firm.client(anna, "Лютик", due=FRIDAY)
    waits = await firm.client(anna, "Ландыш")
    assert (await numbers(firm, anna)).coverage == Share(1, 2)
    async with firm.act(igor) as act:
        until = act.today + timedelta(days=60)
        await set_reprieve(act, waits, ReprieveKind.PAUSE, until, ReprieveReason.CALL_LATER)
    assert (await numbers(firm, anna)).coverage == Share(1, 1)


async def test_coverage_counts_deals_and_clients_without_one(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Лютик", due=FRIDAY)
    await firm.client(anna, "Ландыш")
    rose = await firm.client(anna, "Роза", due=FRIDAY)
    async with firm.act(anna) as act:
        dossier = await refresh(act, rose)
        assert dossier is not None
        await open_deal(act, dossier)
        await open_deal(act, dossier)
        await refresh(act, rose)
    assert (await numbers(firm, anna)).coverage == Share(1, 4)
    lines = await listed(firm, anna, NumberKind.COVERAGE)
    assert sorted((line.client_name, line.deal_id is not None) for line in lines) == [
        ("Ландыш", False),
        ("Роза", True),
        ("Роза", True),
    ]
    assert all(isinstance(line, UncoveredLine) for line in lines)


async def test_what_is_due_today_is_not_overdue_yet(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for day in (25, 26, 25):
        await firm.client(anna, due=date(2026, 11, day))
    at(firm, 26, 9)
    found = await numbers(firm, anna)
    assert (found.overdue, found.oldest) == (2, WEDNESDAY)
    lines = await listed(firm, anna, NumberKind.OVERDUE)
    assert [isinstance(line, ReportedTask) and line.due_on for line in lines] == [WEDNESDAY] * 2


async def test_moves_are_of_whoever_moves_and_nothing_that_was_taken_back(firm: Firm) -> None:
    anna, head = await firm.person("Анна"), await firm.person("Олег", Role.HEAD)
    tasks = [await first_task(firm, await firm.client(anna, due=WEDNESDAY)) for _ in range(4)]
    for mover, task in ((anna, tasks[0]), (anna, tasks[1]), (head, tasks[2])):
        async with firm.act(mover) as act:
            await move_task(act, task, When(FRIDAY))
        firm.moved(minutes=2)
    async with firm.act(anna) as act:
        await move_task(act, tasks[3], When(FRIDAY))
    assert firm.last_step is not None
    async with firm.act(anna) as act:
        await take_back(act, firm.last_step)
    firm.moved(minutes=2)
    await ended(firm, anna, tasks[3])
    assert (await numbers(firm, anna)).moves == Share(2, 3)
    assert (await numbers(firm, head)).moves == Share(1, 1)
    lines = await listed(firm, anna, NumberKind.MOVES)
    assert [
        isinstance(line, MovedTask) and (line.task.task_id, line.before, line.after)
        for line in lines
    ] == [(task, WEDNESDAY, FRIDAY) for task in (tasks[1], tasks[0])]


async def test_a_task_moved_three_times_stands_apart(firm: Firm) -> None:
    anna = await firm.person("Анна")
    task = await first_task(firm, await firm.client(anna, due=WEDNESDAY))
    for days in (1, 2, 3):
        async with firm.act(anna) as act:
            await move_task(act, task, When(WEDNESDAY + timedelta(days=days)))
    async with firm.act(anna) as act:
        found = await number_list(act, anna, NumberKind.MOVES, TODAY)
    assert [(line.task_id, line.moves) for line in found.often] == [(task, 3)]


async def test_a_reaction_is_working_minutes_to_the_first_outcome(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, due=FRIDAY)
    at(firm, 24, 17, 30)
    slow = await arrived(firm, anna, client)
    at(firm, 24, 21)
    night = await arrived(firm, anna, client)
    await arrived(firm, anna, client)
    at(firm, 25, 9, 10)
    async with firm.act(anna) as act:
        await no_answer(act, slow, When(FRIDAY))
    at(firm, 25, 9, 25)
    await ended(firm, anna, night)
    # The second outcome of the same one is no reaction any more.
    at(firm, 25, 16)
    await ended(firm, anna, slow)
    found = await numbers(firm, anna, TODAY)
    assert (found.reactions, found.reaction, found.waiting) == ((40, 25), 32, 1)
    lines = await listed(firm, anna, NumberKind.REACTION, TODAY)
    assert [isinstance(line, Reaction) and line.minutes for line in lines] == [40, 25]
    at(firm, 26, 9)
    assert (await numbers(firm, anna, TODAY)).reactions == ()
    assert (await numbers(firm, anna)).reactions == (40, 25)


async def test_a_day_is_the_person_s_own(firm: Firm) -> None:
    """Three in the morning in Moscow is the middle of the day in Vladivostok."""
    anna, oleg = await firm.person("Анна"), await firm.person("Олег", Role.ADMIN)
    async with firm.act(anna) as act:
        act.actor.zone = "Asia/Vladivostok"
    task = await first_task(firm, await firm.client(anna, due=FRIDAY))
    at(firm, 24, 18)
    await ended(firm, anna, task)
    async with firm.act(oleg) as act:
        report = await reading.person_report(act, TODAY, anna)
    # In Moscow it is still Tuesday.
    assert (report.today, report.judged.numbers.moves) == (WEDNESDAY, Share(0, 1))


async def test_days_that_ended_are_counted_with_what_was_left(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await run_job(firm, "evening")
    client = await firm.client(anna, due=date(2026, 11, 24))
    for day, hour in ((24, 18), (25, 0), (25, 9)):
        at(firm, day, hour)
        await run_job(firm, "evening")
    await ended(firm, anna, await first_task(firm, client))
    at(firm, 25, 18)
    await run_job(firm, "evening")
    assert (await numbers(firm, anna)).clean == Share(1, 2)
    assert await listed(firm, anna, NumberKind.CLEAN) == [EndedDay(date(2026, 11, 24), 1, 0)]
    async with firm.act(anna) as act:
        before = (await reading.person_report(act, TODAY, None)).judged.before
    assert (before.coverage, before.overdue, before.clean) == (Share(1, 1), 1, Share(0, 1))


async def test_a_head_sees_the_team_an_admin_the_teams(firm: Firm) -> None:
    first, second = await firm.team("Север"), await firm.team("Юг")
    oleg = await firm.person("Олег", Role.HEAD, first)
    other = await firm.person("Ольга", Role.HEAD, second)
    admin = await firm.person("Игорь", Role.ADMIN)
    anna, boris = (
        await firm.person("Анна", team_id=first),
        await firm.person("Борис", team_id=second),
    )
    await firm.person("Вера", team_id=first)
    await firm.client(anna, due=FRIDAY)
    await firm.clients(boris, 3)
    async with firm.act(oleg) as act:
        assert [line.name for line in (await reading.team_report(act, WEEK)).people] == ["Анна"]
        with pytest.raises(NotFound):
            await reading.team_report(act, WEEK, team_id=second)
        with pytest.raises(NotFound):
            await reading.heat_map(act, team_id=second)
        with pytest.raises(NotFound):
            await reading.person_report(act, WEEK, boris)
        with pytest.raises(NotFound):
            await number_list(act, boris, NumberKind.COVERAGE, WEEK)
    async with firm.act(other) as act:
        assert [line.name for line in (await reading.team_report(act, WEEK)).people] == ["Борис"]
    async with firm.act(admin) as act:
        report = await reading.team_report(act, WEEK)
        assert [line.name for line in report.people] == ["Борис", "Анна"]
        assert [(line.name, line.judged.numbers.coverage) for line in report.teams] == [
            ("Север", Share(1, 1)),
            ("Юг", Share(0, 3)),
        ]
        assert report.total.numbers.coverage == Share(1, 4)
        of_team = await reading.team_report(act, WEEK, team_id=second)
        assert ([line.name for line in of_team.people], of_team.team) == (["Борис"], "Юг")
    async with firm.act(anna) as act:
        with pytest.raises(NotFound):
            await reading.team_report(act, WEEK)
        assert (await reading.person_report(act, WEEK, None)).judged.numbers.coverage == Share(1, 1)


async def test_many_people_are_a_handful_of_statements(firm: Firm) -> None:
    admin = await firm.person("Игорь", Role.ADMIN)
    counts = []
    for number in range(2):
        for person in range(3):
            anna = await firm.person(f"Анна {number} {person}")
            await ended(firm, anna, await first_task(firm, await firm.client(anna, due=FRIDAY)))
        async with firm.act(admin) as act:
            with seen.counted(firm.database) as statements:
                await reading.team_report(act, WEEK)
        counts.append(len(statements))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(("people", "shown"), [(1, [1]), (2, [2]), (12, [8, 4])])
async def test_everybody_stands_on_one_of_the_pages(
    firm: Firm, people: int, shown: list[int]
) -> None:
    """The total is of all of them on each; a page that is there no more is the last one."""
    admin = await firm.person("Игорь", Role.ADMIN)
    for number in range(people):
        await firm.client(await firm.person(f"Анна {number}"))
    async with firm.act(admin) as act:
        pages = [await reading.team_report(act, WEEK, page) for page in range(len(shown))]
        beyond = await reading.team_report(act, WEEK, 99)
    assert [len(page.people) for page in pages] == shown
    names = {line.name for page in pages for line in page.people}
    assert len(names) == people
    assert {page.total.numbers.coverage for page in (*pages, beyond)} == {Share(0, people)}
    assert beyond == pages[-1]
