"""What is a leader's does not exist for a manager, about what is his own either; and a leader
gives nothing to people whom somebody else leads."""

from collections.abc import Awaitable, Callable

import pytest

from bot.method.core.refusals import NotFound
from bot.method.core.terms import Role
from bot.method.people.parting import PartingKind, PartingWay
from bot.method.report.periods import ReportPeriod
from bot.method.report.signs import SignKind
from bot.services.core.work import Act
from bot.services.gaps import decisions, neglect
from bot.services.people import parting_plan, people
from bot.services.people.parting_plan import Wish
from bot.services.planning import load
from bot.services.pool import handing_out, handover, losing
from bot.services.report import exporting, reading, signs
from tests.builders import Firm
from tests.service.pooled import let_go

Asked = Callable[[Act, int, int, int], Awaitable[object]]

WEEK = ReportPeriod.WEEK
OVER = PartingKind.HAND_OVER
LEADERS_ALONE: dict[str, Asked] = {
    "a neglected client": lambda act, own, pooled, me: decisions.neglected(act, own),
    "the gaps of a client": lambda act, own, pooled, me: neglect.gaps_of_client(act, own),
    "everybody's gaps": lambda act, own, pooled, me: neglect.team_gaps(act, 0),
    "everybody's load": lambda act, own, pooled, me: load.team_load(act, 0),
    "everybody's numbers": lambda act, own, pooled, me: reading.team_report(act, WEEK),
    "everybody's days": lambda act, own, pooled, me: reading.heat_map(act),
    "everybody's file": lambda act, own, pooled, me: exporting.order_report(act, WEEK),
    "whom to ask": lambda act, own, pooled, me: signs.team_signs(act),
    "putting aside": lambda act, own, pooled, me: signs.put_aside(act, me, SignKind.FAST),
    "bringing a sign back": lambda act, own, pooled, me: signs.bring_back(act, me, SignKind.FAST),
    "the people": lambda act, own, pooled, me: people.people(act, 0),
    "an invite": lambda act, own, pooled, me: people.make_invite(act, Role.MANAGER, None),
    "losing": lambda act, own, pooled, me: losing.lose(act, own),
    "bringing back": lambda act, own, pooled, me: losing.to_be_restored(act, own),
    "who gets a client": lambda act, own, pooled, me: handover.candidates(act, own, 0),
    "handing over": lambda act, own, pooled, me: handover.hand_over(act, own, me),
    "what somebody has": lambda act, own, pooled, me: parting_plan.owned(act, me, OVER),
    "who gets all": lambda act, own, pooled, me: parting_plan.heirs(act, me, OVER, 0),
    "handing over all": lambda act, own, pooled, me: parting_plan.preview(
        act, Wish(me, OVER, PartingWay.POOL)
    ),
    "a client of the pool": lambda act, own, pooled, me: handing_out.assignable(act, pooled),
    "another round": lambda act, own, pooled, me: handing_out.another_round(act, pooled),
    "handing out": lambda act, own, pooled, me: handing_out.preview(act, 1),
    "handing out to himself": lambda act, own, pooled, me: handing_out.preview(act, 1, me),
    "assigning": lambda act, own, pooled, me: handing_out.assign(act, pooled, me),
}


@pytest.mark.parametrize("asked", LEADERS_ALONE.values(), ids=LEADERS_ALONE)
async def test_a_manager_is_no_leader_of_his_own_either(firm: Firm, asked: Asked) -> None:
    team = await firm.team()
    await firm.person("Игорь", Role.HEAD, team)
    anna = await firm.person("Анна", Role.MANAGER, team)
    own = await firm.client(anna, "Ромашка")
    pooled = await let_go(firm, anna, "Лютик")
    with pytest.raises(NotFound, match="command"):
        async with firm.act(anna) as act:
            await asked(act, own, pooled, anna)


GIVEN_AWAY: dict[str, Asked] = {
    "handing out": lambda act, own, pooled, other: handing_out.preview(act, 1, other),
    "assigning": lambda act, own, pooled, other: handing_out.assign(act, pooled, other),
    "handing over": lambda act, own, pooled, other: handover.hand_over(act, own, other),
}


@pytest.mark.parametrize("asked", GIVEN_AWAY.values(), ids=GIVEN_AWAY)
async def test_a_head_gives_nothing_to_another_heads_people(firm: Firm, asked: Asked) -> None:
    team, others = await firm.team(), await firm.team("Закупки")
    igor = await firm.person("Игорь", Role.HEAD, team)
    await firm.person("Олег", Role.HEAD, others)
    boris = await firm.person("Борис", Role.MANAGER, others)
    own = await firm.client(igor, "Ромашка")
    pooled = await let_go(firm, igor, "Лютик")
    with pytest.raises(NotFound, match="person"):
        async with firm.act(igor) as act:
            await asked(act, own, pooled, boris)
