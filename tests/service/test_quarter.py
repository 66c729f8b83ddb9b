"""What the work of a whole department comes to: the report says who is diligent, the pool keeps its
rules, nobody is told too much, and the head's day is a few taps. At full size, by name:
`python -m tests.service.quarter`."""

from pathlib import Path

from bot.method.report.numbers import Light, NumberKind
from bot.services.pool import handing_out
from tests.builders import Firm
from tests.service.pooled import AGAIN, let_go, people
from tests.service.quarter import (
    ADMIN,
    DILIGENT,
    HEAD,
    LAZY,
    Quarter,
    Report,
    broken_rules,
    loudest,
    ordinary_taps,
    played,
)

MOST = {"managers": 6, HEAD: 4, ADMIN: 4}
"""Messages a usual day besides answers and timed reminders, as docs/guarantees.md says."""
FEW_TAPS = 10
JUDGED = (NumberKind.CLEAN, NumberKind.REACTION, NumberKind.MOVES)
"""What nobody else can put right for a lazy manager; the head covers his clients."""


def the_report_says_who_is_who(quarter: Quarter, report: Report) -> None:
    of = {
        habit: [name for name in report if quarter.team[name] is habit]
        for habit in (DILIGENT, LAZY)
    }
    for name in of[DILIGENT]:
        lights = {kind: report[name].judged.light(kind) for kind in NumberKind}
        assert Light.BAD not in lights.values(), (name, lights)
        assert lights[NumberKind.COVERAGE] is Light.GOOD, name
    for name in of[LAZY]:
        assert {report[name].judged.light(kind) for kind in JUDGED} == {Light.BAD}, name
    places = list(report)
    last_of_the_lazy = max(places.index(name) for name in of[LAZY])
    assert last_of_the_lazy < min(places.index(name) for name in of[DILIGENT]), places


async def test_a_department_is_judged_by_what_it_did(tmp_path: Path) -> None:
    """Played once: it is long."""
    quarter, wrong, report = await played(tmp_path, managers=4, days=18)
    assert wrong == []
    assert quarter.handed_out >= 2, "nothing was seen of the pool"
    assert report.keys() == quarter.team.keys()
    the_report_says_who_is_who(quarter, report)
    told = loudest(quarter)
    assert {who: most for who, most in told.items() if most > MOST[who]} == {}
    assert ordinary_taps(quarter) < FEW_TAPS
    assert sum(quarter.taps.values()) > 0, "nobody asked the head anything"


async def test_whoever_breaks_a_rule_of_the_pool_is_found(firm: Firm) -> None:
    """By hand, with a reason, it goes back to who has let it go: the bot itself may not do so."""
    head, anna, _ = await people(firm)
    client = await let_go(firm, anna)
    async with firm.act(head) as act:
        await handing_out.assign(act, client, anna, AGAIN)
    (found,) = await broken_rules(Quarter(firm))
    assert f"{client} goes back to user:{anna}" in found
