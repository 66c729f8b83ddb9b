"""Reading the load of the days ahead, one's own and that of the people one leads (R8)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.method.core.paging import PAGE, page_of
from bot.method.core.refusals import NotFound
from bot.method.core.terms import Direction, Role, TaskKind
from bot.method.planning.load import DAYS, Load, LoadLine, LoadPage, day_loads
from bot.method.tasks.kinds import workload
from bot.models.gap import GapScope, gap_totals
from bot.models.task import open_counts
from bot.models.user import User, count_receivers, receivers
from bot.services.core.rights import leads, led_count, people_of, require_leader
from bot.services.core.work import Act

_WEEK = 7


@dataclass
class _Open:
    """The open tasks of one person: outbound by date and kind, inbound, and what is overdue."""

    kinds: dict[date, Counter[TaskKind]] = field(default_factory=dict)
    inbound: int = 0
    overdue: int = 0

    def outbound(self, since: date, days: int = 1) -> int:
        """Outbound tasks of so many local dates."""
        dates = (since + timedelta(days=number) for number in range(days))
        return sum(self.kinds[day].total() for day in dates if day in self.kinds)


async def load(act: Act, person_id: int | None = None) -> Load:
    """The days of the actor, or of somebody whom the actor leads."""
    person = act.actor if person_id is None else await act.session.get(User, person_id)
    if person is None or not await leads(act, person):
        raise NotFound("person")
    today = act.today_of(person)
    found = (await _open(act, [person], today + timedelta(days=DAYS)))[person.id]
    by_day = {on: workload(kinds, act.policy) for on, kinds in found.kinds.items()}
    gaps = await gap_totals(act.session, GapScope(owner_id=person.id))
    return Load(
        person_id=person.id,
        name=None if person.id == act.actor.id else person.name,
        today=today,
        capacity=act.policy.capacity,
        days=day_loads(by_day, today, act.calendar_of(person)),
        overdue=found.overdue,
        inbound=found.inbound,
        gaps=sum(count for count, _ in gaps.values()),
    )


async def team_load(act: Act, page: int) -> LoadPage:
    """Everybody whom the head or admin leads, with today's load and that of seven days."""
    require_leader(act)
    scope = await people_of(act)
    total = await count_receivers(act.session, scope, None)
    page, pages = page_of(page, total, PAGE)
    people = await receivers(act.session, scope, None, page * PAGE, PAGE)
    found = await _open(act, people, act.today + timedelta(days=DAYS))
    lines = tuple(_line(person, found[person.id], act.today_of(person)) for person in people)
    nobody = act.actor.role is Role.HEAD and await led_count(act) == 0
    return LoadPage(lines, act.policy.capacity, page, pages, nobody)


async def _open(act: Act, people: Sequence[User], until: date) -> dict[int, _Open]:
    today = {person.id: act.today_of(person) for person in people}
    found = {person.id: _Open() for person in people}
    for owner_id, direction, on, kind, count in await open_counts(act.session, list(found), until):
        load = found[owner_id]
        if direction is Direction.INBOUND:
            load.inbound += count
        elif on is not None and on < today[owner_id]:
            load.overdue += count
        elif on is not None:
            load.kinds.setdefault(on, Counter())[kind] += count
    return found


def _line(person: User, found: _Open, today: date) -> LoadLine:
    return LoadLine(
        person.id, person.name, found.outbound(today), found.outbound(today, _WEEK), found.overdue
    )
