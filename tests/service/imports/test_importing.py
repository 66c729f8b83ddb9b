"""What a file plans comes in with it; nothing comes in twice; what was there is respected."""

import dataclasses
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.clock import MovableClock
from bot.method.core.terms import ClientKind, Role
from bot.method.gaps.cards import BaseProgress
from bot.method.imports.decision import RowResult
from bot.method.imports.plan import Duplicates, ImportOptions
from bot.method.imports.rows import DealRow, ImportFile, ImportReport, ImportRow, Profile, TaskRow
from bot.models import Client, ClientImportRow, ContactPoint, Deal, Gap, OutboxMessage, Task, User
from bot.services.core.coverage import refresh
from bot.services.gaps.neglect import asked_gaps, own_gaps, team_gaps
from bot.services.imports.batch import begin, finish, importing_of
from bot.services.planning import walk
from bot.services.tasks.tasks import When
from tests.builders import Firm
from tests.service import seen
from tests.service.running import run_job

IVANOV = ImportRow(2, name="Иванов Пётр", phones=("8 916 111-22-33",), source_id="7")
DEAL = dataclasses.replace(
    IVANOV,
    deal=DealRow("900", "Столы", "КП", 250_000_00, "RUB", closed=False),
    task=TaskRow(date(2026, 11, 30), time(15), "Позвонить по КП"),
    responsible="Сидоров Борис",
    further=(3, 4),
)


async def bring_in(
    firm: Firm, owner: int, *rows: ImportRow, options: ImportOptions | None = None
) -> ImportReport:
    options = options or ImportOptions()
    read = ImportFile(Profile.BITRIX_DEALS, rows)
    async with firm.act(owner) as act:
        batch = await begin(act, act.actor, read, "file.csv", "0" * 64, options)
        report = ImportReport(str(batch.id), read.profile)
        await (await importing_of(act, batch, act.actor, options, report)).take(rows)
        finish(act, batch, report)
    return report


async def count(firm: Firm, table: type) -> int:
    async with firm.work() as work:
        return await work.session.scalar(select(func.count()).select_from(table)) or 0


def told(report: ImportReport) -> tuple[int, int, int, int]:
    return report.rows, report.imported, report.merged, report.rejected


async def test_a_deal_with_its_task_goes_to_whom_the_file_names(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис Сидоров")
    report = await bring_in(
        firm, anna, DEAL, options=ImportOptions(people={"Сидоров Борис": boris})
    )
    assert told(report) == (3, 1, 2, 0)
    assert (report.deals, report.tasks) == (1, 1)
    async with firm.work() as work:
        client = (await work.session.scalars(select(Client))).one()
        deal = (await work.session.scalars(select(Deal))).one()
        task = (await work.session.scalars(select(Task))).one()
    assert client.owner_id == task.owner_id == boris
    assert (deal.title, deal.stage, deal.amount, deal.currency) == (
        "Столы",
        "КП",
        25_000_000,
        "RUB",
    )
    assert (task.deal_id, task.due_on, task.title) == (
        deal.id,
        date(2026, 11, 30),
        "Позвонить по КП",
    )
    assert task.due_at is not None
    assert task.due_at.hour == 12
    assert task.remind_at == task.due_at - timedelta(minutes=15)
    assert client.gap_since is None


async def test_the_same_file_twice_brings_nothing_new(firm: Firm) -> None:
    anna = await firm.person("Анна")
    nameless = ImportRow(5, name="Без контактов")
    await bring_in(firm, anna, DEAL, nameless)
    before = [await count(firm, table) for table in (Client, ContactPoint, Deal, Task, Gap)]
    report = await bring_in(firm, anna, DEAL, nameless)
    assert told(report) == (4, 0, 4, 0)
    assert [await count(firm, table) for table in (Client, ContactPoint, Deal, Task, Gap)] == before


@pytest.mark.parametrize(
    ("policy", "name", "note", "phones", "clients"),
    [
        (Duplicates.SKIP, "Ромашка", None, 1, 1),
        (Duplicates.FILL, "Ромашка", "важный", 2, 1),
        (Duplicates.REPLACE, "ООО Ромашка", "важный", 2, 1),
        (Duplicates.CREATE, "Ромашка", None, 1, 2),
    ],
)
async def test_the_duplicates_policy(firm, policy, name, note, phones, clients) -> None:
    anna = await firm.person("Анна")
    client_id = await firm.client(anna, "Ромашка", phone="+79161112233")
    row = ImportRow(2, name="ООО Ромашка", phones=("89161112233", "+74951112233"), note="важный")
    await bring_in(firm, anna, row, options=ImportOptions(duplicates=policy))
    async with firm.work() as work:
        client = await work.session.get_one(Client, client_id)
        own = ContactPoint.client_id == client_id
        points = await work.session.scalar(select(func.count(ContactPoint.id)).where(own))
    assert (client.name, client.note, points) == (name, note, phones)
    assert await count(firm, Client) == clients


async def test_rows_of_one_file_that_mean_one_client_are_one(firm: Firm) -> None:
    anna = await firm.person("Анна")
    again = dataclasses.replace(IVANOV, line=3, phones=("89161112233", "+74951112233"))
    report = await bring_in(firm, anna, IVANOV, again)
    assert told(report) == (2, 1, 1, 0)
    assert await count(firm, ContactPoint) == 2


async def test_a_kind_for_the_whole_file(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await bring_in(firm, anna, IVANOV, options=ImportOptions(kind=ClientKind.SUPPLIER))
    async with firm.work() as work:
        assert (await work.session.scalars(select(Client.kind))).one() is ClientKind.SUPPLIER


async def test_an_import_is_quiet_until_asked_or_five_days(firm: Firm, clock: MovableClock) -> None:
    """Three hundred clients without a task are a plan to be made, not three hundred reminders."""
    anna = await firm.person("Анна")
    await bring_in(firm, anna, *(ImportRow(n, name=f"Клиент {n}") for n in range(2, 40)))
    for _ in range(4):
        await run_job(firm, "nudges")
        await run_job(firm, "digest")
        firm.moved(days=1)
    assert await kinds(firm) <= {"digest"}
    async with firm.work() as work:
        assert set(await work.session.scalars(select(Gap.asked_at))) == {None}
    firm.moved(days=6)
    await run_job(firm, "digest")
    firm.moved(hours=3)
    await run_job(firm, "nudges")
    assert "nudge" in await kinds(firm)


async def test_the_quiet_ends_by_the_days_of_the_clients_owner(firm: Firm) -> None:
    """And not of whoever brings the file: seven hours lie between the two midnights."""
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    async with firm.work() as work:
        (await work.session.get_one(User, boris)).zone = "Asia/Vladivostok"
    row = ImportRow(2, name="Клиент", responsible="Борис")
    await bring_in(firm, anna, row, options=ImportOptions(people={"Борис": boris}))
    async with firm.work() as work:
        gap = (await work.session.scalars(select(Gap))).one()
        ends, step = gap.quiet_until, gap.next_step_at
        await refresh(work, gap.client_id)
        assert gap.next_step_at == step
    assert ends == datetime(2026, 12, 1, tzinfo=ZoneInfo("Asia/Vladivostok"))


async def test_what_is_hushed_is_a_figure_and_no_list(firm: Firm) -> None:
    team = await firm.team()
    anna = await firm.person("Анна", team_id=team)
    head = await firm.person("Игорь", Role.HEAD, team_id=team)
    await firm.client(anna, "Своими руками")
    await bring_in(firm, anna, *(ImportRow(n, name=f"Клиент {n}") for n in range(2, 5)))
    async with firm.act(anna) as act:
        found = (
            await act.session.scalars(select(Gap.id).where(Gap.quiet_until.is_not(None)))
        ).all()
        await walk.plan_stop(act, found[0], When(firm.in_days(2)))
        mine, told = await own_gaps(act, 0), await asked_gaps(act)
    assert [line.client_name for line in mine.lines] == ["Своими руками"]
    assert mine.bases == told.bases == (BaseProgress("Анна", 2, 3),)
    async with firm.act(head) as act:
        assert (await team_gaps(act, 0)).bases == mine.bases
        assert (await own_gaps(act, 0)).bases == ()
    firm.moved(days=9)
    async with firm.act(anna) as act:
        late = await own_gaps(act, 0)
    assert (len(late.lines), late.bases) == (3, ())


async def kinds(firm: Firm) -> set[str]:
    async with firm.work() as work:
        return set(await work.session.scalars(select(OutboxMessage.kind)))


def planned(number: int, phones: int = 1) -> ImportRow:
    """A row of its own client, with everything that a row can bring."""
    return ImportRow(
        number,
        source_id=str(number),
        name=f"Клиент {number}",
        people=(f"Ирина | accountant | бухгалтер | +7916{number:07}", "Олег"),
        phones=tuple(f"+791{6 + one}{number:07}" for one in range(phones)),
        deal=DealRow(str(number), f"Столы {number}", closed=False),
        task=TaskRow(date(2026, 11, 30), None, "Позвонить"),
    )


async def test_ten_times_the_rows_take_no_more_statements(firm: Firm) -> None:
    """Neither new ones nor those that are filled in, or a base takes an hour."""
    anna = await firm.person("Анна")
    taken: list[int] = []
    for numbers in (range(10, 15), range(20, 70)):
        for phones in (1, 2):
            rows = [planned(number, phones) for number in numbers]
            with seen.counted(firm.database) as statements:
                await bring_in(firm, anna, *rows)
            taken.append(len(statements))
    assert taken[2:] == taken[:2]


async def test_rows_that_meet_in_one_portion_share_deal_task_and_gap(firm: Firm) -> None:
    anna = await firm.person("Анна")
    first = planned(2)
    other = dataclasses.replace(planned(3), source_id="2")
    await bring_in(firm, anna, first, dataclasses.replace(first, line=9), other)
    async with firm.work() as work:
        client = (await work.session.scalars(select(Client))).one()
    assert [deal.title for deal in await seen.deals(firm, client.id)] == ["Столы 2", "Столы 3"]
    assert [task.deal_id for task in await seen.tasks(firm, client.id)] == [1]
    gaps = await seen.gaps(firm, client.id)
    assert [(gap.deal_id, gap.closed_at) for gap in gaps] == [(2, None)]


CELLS = st.text("абв +7916@.;-()", max_size=12)
ROWS = st.lists(
    st.builds(
        ImportRow,
        line=st.integers(2, 9),
        name=CELLS,
        company=CELLS,
        phones=st.lists(CELLS | st.just("89161112233"), max_size=3).map(tuple),
        emails=st.lists(CELLS, max_size=2).map(tuple),
        handle=CELLS,
        source_id=st.sampled_from(["", "1", "2"]),
        further=st.lists(st.integers(10, 20), max_size=2).map(tuple),
        deal=st.none()
        | st.builds(DealRow, st.sampled_from(["", "9"]), CELLS, closed=st.booleans()),
        task=st.none() | st.just(TaskRow(date(2026, 11, 30), None, "Позвонить")),
        error=st.sampled_from([None, None, None, "row-empty"]),
    ),
    max_size=8,
)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS, st.sampled_from(Duplicates))
async def test_in_is_imported_merged_or_rejected(
    firm: Firm, rows: list[ImportRow], policy: Duplicates
) -> None:
    async with firm.work() as work:
        found = (await work.session.scalars(select(User.id))).first()
    owner = found or await firm.person("Анна")
    report = await bring_in(firm, owner, *rows, options=ImportOptions(duplicates=policy))
    assert report.rows == sum(1 + len(row.further) for row in rows)
    assert report.rows == report.imported + report.merged + report.rejected
    assert len(report.errors) == report.rejected
    async with firm.work() as work:
        rejected = (
            ClientImportRow.import_id == int(report.batch),
            ClientImportRow.result == RowResult.REJECTED,
        )
        kept = await work.session.scalar(select(func.count()).where(*rejected))
    assert kept == report.rejected


async def test_a_number_that_is_nobodys_stands_in_the_note_and_makes_nobody_the_same(
    firm: Firm,
) -> None:
    anna = await firm.person("Анна")
    numbers = ("0000000000", "+7 (999) 999-99-99", "234-56-78")
    rows = [
        ImportRow(line, name=f"Клиент {line}", phones=(number,))
        for line, number in enumerate(numbers * 2, start=2)
    ]
    assert (await bring_in(firm, anna, *rows)).imported == len(rows)
    async with firm.work() as work:
        notes = await work.session.scalars(select(Client.note).order_by(Client.id))
        assert list(notes) == [*numbers, *numbers]
    assert await count(firm, ContactPoint) == 0
