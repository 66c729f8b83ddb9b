"""Reading the pool for its screens (R5, R6)."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.method.core.paging import PAGE, page_of
from bot.method.core.refusals import Invalid
from bot.method.people.cards import PeoplePage
from bot.method.pool.cards import (
    HandOutFacts,
    LostLine,
    LostPage,
    PoolFilters,
    PoolLine,
    PoolPage,
)
from bot.method.pool.filters import EVERYBODY, HandOutWay, PoolChoice, PoolFilter
from bot.method.pool.leave import LeaveReason
from bot.models.client import Client
from bot.models.pool import PoolEntry
from bot.models.pool_list import (
    PoolQuery,
    givers,
    lost_page,
    lost_size,
    pool_counts,
    pool_page,
    pool_size,
)
from bot.models.timeline import TimelineEntry
from bot.models.user import User
from bot.services.core.receivers import receiver_named
from bot.services.core.rights import people_of, require_leader
from bot.services.core.work import Act
from bot.services.pool.chosen import chosen_of
from bot.services.pool.handing_out import MOST_AT_ONCE, HandOut
from bot.services.pool.leave.lines import waiting_count
from bot.services.pool.taking import may_take


async def pool_screen(act: Act, page: int, choice: PoolChoice = EVERYBODY) -> PoolPage:
    """One page of what is chosen of the pool, the longest waiting first: for head and admin, and
    for who may take clients by himself, of all those that may be taken."""
    taking = may_take(act)
    if not taking:
        require_leader(act)
    if taking:
        choice = EVERYBODY
    query = await pool_query(act, choice)
    if taking:
        query = replace(query, until=act.now - act.policy.self_take_after)
    total = await pool_size(act.session, query)
    page, pages = page_of(page, total, PAGE)
    rows = await pool_page(act.session, query, page * PAGE, PAGE)
    lines = tuple(_line(act, *row) for row in rows)
    giver = None if choice.giver is None else await act.session.get(User, choice.giver)
    name = giver.name if giver else None
    asked = 0 if taking else await waiting_count(act)
    sought = query.sought if choice.only is PoolFilter.FOUND else None
    return PoolPage(lines, total, page, pages, act.today, asked, taking, choice, name, sought)


async def pool_filters(act: Act, choice: PoolChoice) -> PoolFilters:
    """How many clients each filter shows, and whose they were; head and admin only."""
    require_leader(act)
    counts = await pool_counts(act.session, await pool_query(act, choice))
    return PoolFilters(choice, counts, tuple(await givers(act.session)))


async def lost_list(act: Act, page: int) -> LostPage:
    """One page of the clients lost for good, the latest first; head and admin only (R7)."""
    require_leader(act)
    total = await lost_size(act.session)
    page, pages = page_of(page, total, PAGE)
    rows = await lost_page(act.session, page * PAGE, PAGE)
    lines = tuple(_lost_line(act, *row) for row in rows)
    return LostPage(lines, total, page, pages, act.today)


async def asked_for(act: Act, typed: str) -> tuple[int, int | PeoplePage | None]:
    """How many clients, and for whom: "15", "5 petrov" or "5 @petrov", those to choose from where
    several are called so; Invalid("hand-out") otherwise."""
    require_leader(act)
    number, _, who = typed.strip().partition(" ")
    if who and not number.isdigit():
        who, _, number = typed.strip().rpartition(" ")
    if not (number.isascii() and number.isdigit() and 0 < int(number[:4]) <= MOST_AT_ONCE):
        raise Invalid("hand-out", most=MOST_AT_ONCE)
    if not who.strip():
        return int(number), None
    return int(number), await receiver_named(act, await people_of(act), who)


def facts_of_hand_out(
    hand_out: HandOut,
    asked: int,
    person_id: int | None = None,
    choice: PoolChoice = EVERYBODY,
    way: HandOutWay = HandOutWay.TURNS,
) -> HandOutFacts:
    """The hand-out by names, the largest share first, and why clients stay."""
    shares = hand_out.plan.per_person()
    people = tuple((hand_out.people[user_id].name, count) for user_id, count in shares.items())
    free = tuple(hand_out.free[user_id] for user_id in shares if user_id in hand_out.free)
    skipped = {
        reason: sum(why is reason for _, why in hand_out.plan.skipped)
        for reason in {why for _, why in hand_out.plan.skipped}
    }
    without = tuple((person.name, why) for person, why in hand_out.without.values())
    mark = hand_out.plan.mark
    return HandOutFacts(asked, people, skipped, person_id, mark, choice, without, way, free)


async def pool_query(act: Act, choice: PoolChoice) -> PoolQuery:
    """What is chosen, as the actor sees it."""
    return await chosen_of(act, act.actor.id, choice)


def _lost_line(act: Act, client: Client, entry: TimelineEntry | None, by: User | None) -> LostLine:
    return LostLine(
        client_id=client.id,
        client_name=client.name,
        lost_on=entry.at.astimezone(ZoneInfo(act.actor.zone)).date() if entry else None,
        by=by.name if by else None,
        why=entry.data.get("comment") if entry else None,
        reason=_why(entry),
    )


def _why(entry: TimelineEntry | None) -> LeaveReason | None:
    known = None if entry is None else entry.data.get("why")
    return LeaveReason(known) if known else None


def _line(act: Act, client: Client, entry: PoolEntry | None, from_user: User | None) -> PoolLine:
    zone = ZoneInfo(act.actor.zone)
    waits = client.cooldown_until is not None and client.cooldown_until > act.now
    return PoolLine(
        client_id=client.id,
        client_name=client.name,
        entered_on=client.pooled_at.astimezone(zone).date() if client.pooled_at else None,
        reason=entry.reason if entry else None,
        from_name=from_user.name if from_user else None,
        attempts=client.attempts,
        attempts_limit=act.policy.reactivation_attempts,
        cooldown_until=client.cooldown_until.astimezone(zone).date()
        if waits and client.cooldown_until
        else None,
        comment=entry.comment if entry else None,
    )
