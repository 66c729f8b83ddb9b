"""A step of the ladder looks up who hears of it once, however many people it is about (R5)."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.method.core.terms import Role
from bot.models import Gap, User
from tests.builders import Firm, at
from tests.service.running import decide
from tests.service.seen import counted

FEW, MANY = 2, 12


@pytest.mark.parametrize("job", ["nudges", "escalations"])
async def test_more_owners_are_no_more_questions(firm: Firm, job: str) -> None:
    """Every second owner is on vacation, a substitute for each."""
    at(firm, 24, 10)
    asked: list[int] = []
    for count in (FEW, MANY):
        await _team(firm, count, is_told=job == "escalations")
        with counted(firm.database) as statements:
            counts = await decide(firm, job)
        asked.append(sum(statement.startswith("SELECT") for statement, _ in statements))
        assert counts["nudged" if job == "nudges" else "escalated"] == 2 * count
    assert asked[0] == asked[1]


async def _team(firm: Firm, count: int, *, is_told: bool) -> None:
    """A head with so many managers, each with two clients whose next step is due."""
    team = await firm.team(f"Группа {count}")
    await firm.person(f"Глава {count}", Role.HEAD, team)
    before, today = firm.clock.now() - timedelta(days=7), firm.in_days(0)
    for number in range(count):
        owner = await firm.person(f"Анна {count}/{number}", team_id=team)
        clients = await firm.clients(owner, 2)
        values = {"opened_at": before, "next_step_at": before}
        if is_told:
            values |= {"asked_at": before, "nudged_at": before}
        async with firm.work() as work:
            await work.session.execute(update(Gap).where(Gap.client_id.in_(clients)).values(values))
        if number % 2:
            substitute = await firm.person(f"Пётр {count}/{number}", team_id=team)
            async with firm.work() as work:
                person = await work.session.get_one(User, owner)
                person.substitute_id = substitute
                person.away_from = person.away_until = today
