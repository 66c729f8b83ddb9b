"""Who reads what of the journal: an admin all, a head what concerns the own people, nobody else."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from bot.method.company.entries import JournalChoice, JournalPage
from bot.method.core.journal import JournalGroup, JournalKind
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.services.company import calendar, journal
from bot.services.company.messages import JournalMessage
from bot.services.people import access, people, roles
from bot.services.pool import handover
from bot.telegram.render import company
from bot.views.words import Words
from tests.builders import Firm, at

EVERYTHING = JournalChoice()


async def read(
    firm: Firm, who: int, choice: JournalChoice = EVERYTHING, page: int = 0
) -> JournalPage:
    async with firm.act(who) as act:
        return await journal.read_journal(act, choice, page)


def kinds(page: JournalPage) -> list[JournalKind]:
    return [line.kind for line in page.lines]


async def two_teams(firm: Firm) -> tuple[int, int, int, int]:
    """An admin, two heads with a manager of the first one's; a client of his was handed over."""
    team, other = await firm.team(), await firm.team("Закупки")
    admin = await firm.person("Ольга", Role.ADMIN)
    igor = await firm.person("Игорь", Role.HEAD, team)
    oleg = await firm.person("Олег", Role.HEAD, other)
    anna = await firm.person("Анна", Role.MANAGER, team)
    boris = await firm.person("Борис", Role.MANAGER, other)
    client = await firm.client(anna)
    at(firm, 24, 23, 30)
    async with firm.act(igor) as act:
        await handover.hand_over(act, client, igor)
    at(firm, 25, 0, 30)
    async with firm.act(admin) as act:
        await calendar.change_day(act, date(2026, 12, 30), "-", "off")
        await roles.set_role(act, boris, Role.HEAD)
    return admin, igor, oleg, anna


async def test_a_head_reads_what_concerns_the_own_people(firm: Firm) -> None:
    admin, igor, oleg, anna = await two_teams(firm)
    assert kinds(await read(firm, admin)) == [
        JournalKind.PLACE,
        JournalKind.DAY,
        JournalKind.OWNER,
    ]
    assert kinds(await read(firm, igor)) == [JournalKind.OWNER]
    assert kinds(await read(firm, oleg)) == [JournalKind.PLACE]
    with pytest.raises(NotFound, match="command"):
        await read(firm, anna)
    with pytest.raises(NotFound, match="person"):
        await read(firm, oleg, JournalChoice(person_id=anna))


async def test_it_is_narrowed_to_a_group_a_person_and_a_local_day(firm: Firm) -> None:
    admin, igor, _, anna = await two_teams(firm)
    rules = await read(firm, admin, JournalChoice(JournalGroup.RULES))
    assert kinds(rules) == [JournalKind.DAY]
    # Nothing was done by Anna, but a client was taken off her.
    assert kinds(await read(firm, admin, JournalChoice(person_id=anna))) == [JournalKind.OWNER]
    first, second = date(2026, 11, 24), date(2026, 11, 25)
    assert kinds(await read(firm, admin, JournalChoice(on=first))) == [JournalKind.OWNER]
    assert (await read(firm, admin, JournalChoice(on=second))).total == 2
    assert (await read(firm, igor, JournalChoice(on=second))).total == 0


async def test_pages_are_turned_and_a_page_too_far_is_the_last(firm: Firm) -> None:
    admin = await firm.person("Ольга", Role.ADMIN)
    for number in range(17):
        async with firm.act(admin) as act:
            await people.create_team(act, f"Отдел {number}")
    last = await read(firm, admin, page=99)
    assert (last.total, last.page, last.pages, len(last.lines)) == (17, 2, 3, 1)
    assert last.lines[0].subject is not None and last.lines[0].subject.name == "Отдел 0"


async def test_the_people_to_choose_from_are_the_own_ones(firm: Firm) -> None:
    admin, igor, _, anna = await two_teams(firm)
    async with firm.act(admin) as act:
        await access.deactivate(act, anna)
    async with firm.act(igor) as act:
        found = await journal.journal_people(act, EVERYTHING)
    assert {line.name for line in found.lines} == {"Игорь", "Анна"}


async def test_the_workbook_says_what_the_screen_says(firm: Firm) -> None:
    _, igor, _, anna = await two_teams(firm)
    async with firm.act(igor) as act:
        await journal.order_journal(act, EVERYTHING)
        screen = await company.journal(act, JournalMessage(None, None, None), Words("ru"))
    assert screen is not None
    content = screen.attachments[0].content
    assert isinstance(content, bytes)
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[0][:3] == ("Когда", "Кто", "Что")
    assert rows[1][2] == "📤 Выгрузка: журнал"
    assert rows[2][1:3] == ("Игорь", "🔀 «Ромашка»: Анна → Игорь")
    async with firm.act(anna) as act:
        message = JournalMessage(None, None, None)
        assert await company.journal(act, message, Words("ru")) is None
