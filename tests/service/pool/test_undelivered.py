"""A client handed out: the days count from when the person heard of it (R6)."""

from bot.method.core.terms import ClientStatus, Role
from bot.models import User
from bot.services.core.messages import Ending
from bot.services.people.blocked import blocked
from bot.services.pool.handing_out import preview
from tests.builders import Firm, at
from tests.service import seen
from tests.service.pooled import assign, let_go, people
from tests.service.running import end_messages


async def blocks(firm: Firm, who: int) -> None:
    async with firm.work() as work:
        await blocked(work, await work.session.get_one(User, who))


async def days(firm: Firm, client: int) -> tuple[int, int, int | None]:
    """The days of November or December by which it is touched and decided, and of its task."""
    (*_, attempt) = await seen.attempts(firm, client)
    (*_, task) = await seen.tasks(firm, client)
    due = task.due_on.day if task.due_on else None
    return attempt.first_touch_by.day, attempt.verdict_by.day, due


async def test_the_days_count_from_the_delivery(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    at(firm, 24, 10)
    client = await let_go(firm, anna)
    await assign(firm, head, client, boris)
    assert await days(firm, client) == (26, 8, 26)
    at(firm, 24, 12)
    assert await days(firm, client) == (26, 8, 26)
    at(firm, 26, 10)
    await end_messages(firm, to=boris)
    assert await days(firm, client) == (30, 10, 30)
    assert (await seen.client(firm, client)).next_due == firm.in_days(4)


async def test_delivered_on_its_day_nothing_moves(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    at(firm, 24, 10)
    client = await let_go(firm, anna)
    await assign(firm, head, client, boris)
    at(firm, 24, 17)
    await end_messages(firm, to=boris)
    assert await days(firm, client) == (26, 8, 26)


async def test_what_nobody_heard_of_goes_back_and_counts_for_nothing(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await assign(firm, head, client, boris)
    firm.moved(minutes=5)
    await blocks(firm, boris)
    await end_messages(firm, Ending.REFUSED, to=boris)
    row = await seen.client(firm, client)
    assert (row.status, row.owner_id) == (ClientStatus.POOL, None)
    assert (row.attempts, row.cooldown_until) == (0, None)
    assert [one.user_id for one in await seen.messages(firm, "pooled")] == [head]


async def test_what_telegram_refuses_for_itself_stands_in_the_day(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    client = await let_go(firm, anna)
    await assign(firm, head, client, boris)
    firm.moved(minutes=5)
    await end_messages(firm, Ending.REFUSED, to=boris)
    assert (await seen.client(firm, client)).owner_id == boris


async def test_whom_no_message_reaches_gets_clients_by_name_only(firm: Firm) -> None:
    head, anna, boris = await people(firm)
    await let_go(firm, anna)
    await blocks(firm, boris)
    async with firm.act(head) as act:
        assert set((await preview(act, 5)).people) == {anna}
        assert set((await preview(act, 5, boris)).people) == {boris}


async def test_what_the_head_is_to_decide_goes_to_the_admin_where_it_is_refused(
    firm: Firm,
) -> None:
    head, anna, _ = await people(firm)
    admin = await firm.person("Ольга", Role.ADMIN)
    await blocks(firm, anna)
    await end_messages(firm, Ending.REFUSED, to=head)
    told = [row.user_id for row in await seen.messages(firm, "blocked")]
    assert told == [head, admin]
    await end_messages(firm, Ending.REFUSED)
    assert len(await seen.messages(firm, "blocked")) == 2
