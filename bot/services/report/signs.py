"""Signs of work for show: found, looked at, put aside once talked about (R12)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.method.core.paging import PAGE, on_page, page_of
from bot.method.core.terms import Event, Outcome, Role
from bot.method.report.numbers import Share
from bot.method.report.sign_cards import (
    CaseLine,
    PersonSigns,
    SignAside,
    SignExamples,
    SignsLine,
    TeamSigns,
)
from bot.method.report.signs import (
    ASIDE,
    EXAMPLES,
    SignCase,
    SignKind,
    Trace,
    WorkSign,
    sign_span,
    signs_of,
    tried_much,
)
from bot.models.base import hold
from bot.models.signs import (
    SignTalk,
    TraceRow,
    forget_talk,
    names_of,
    talk_about,
    talks_about,
    traces_of,
    unreached_of,
)
from bot.models.user import User
from bot.services.core.rights import require_leader
from bot.services.core.work import Act, Work
from bot.services.report.whose import led_person, led_team, name_for

_AT_ONCE = 20
"""So many people's work is held in memory together."""
_BUSINESS_MARK = "↩️"
"""What was written to the client himself is no comment."""


async def person_signs(act: Act, person_id: int | None) -> PersonSigns:
    """What is to be asked the actor, or somebody whom the actor leads."""
    person = await led_person(act, person_id)
    signs = (await _found(act, [person])).get(person.id, ())
    talks = await talks_about(act.session, [person.id], act.now)
    aside = tuple(_aside(act, talk, by) for talk, by in talks)
    hushed = {talk.kind for talk in aside}
    today = act.today_of(person)
    return PersonSigns(
        person_id=person.id,
        name=name_for(act, person),
        span=sign_span(today),
        today=today,
        signs=tuple(sign for sign in signs if sign.kind not in hushed),
        aside=aside,
        may_talk=_may_talk(act, person),
    )


async def team_signs(act: Act, page: int = 0) -> TeamSigns:
    """Everybody active whom the head or admin answers for and who is to be asked something."""
    lines = await signs_of_people(act)
    page, pages = page_of(page, len(lines), PAGE)
    return TeamSigns(sign_span(act.today), act.today, tuple(on_page(lines, page)), page, pages)


async def signs_of_people(act: Act) -> Sequence[SignsLine]:
    """The same without pages, who has most to be asked first; the actor is not among them."""
    _, led = await led_team(act, None)
    everybody = [person for person in led if person.id != act.actor.id]
    lines: list[SignsLine] = []
    for start in range(0, len(everybody), _AT_ONCE):
        some = everybody[start : start + _AT_ONCE]
        ids = [person.id for person in some]
        found = await _found(act, some)
        talks = await talks_about(act.session, ids, act.now)
        hushed = {(talk.person_id, talk.kind) for talk, _ in talks}
        for person in some:
            kinds = [sign.kind for sign in found.get(person.id, ())]
            shown = tuple(kind for kind in kinds if (person.id, kind) not in hushed)
            if shown:
                lines.append(SignsLine(person.id, person.name, shown))
    return sorted(lines, key=lambda line: (-len(line.kinds), line.name, line.person_id))


async def sign_examples(act: Act, person_id: int, sign: SignKind, page: int = 0) -> SignExamples:
    """A page of the sign's examples, the latest first."""
    person = await led_person(act, person_id)
    found = (await _found(act, [person])).get(person.id, ())
    seen = next((shown for shown in found if shown.kind is sign), WorkSign(sign, Share(), ()))
    page, pages = page_of(page, len(seen.cases), EXAMPLES)
    shown = seen.cases[page * EXAMPLES : (page + 1) * EXAMPLES]
    names = await names_of(act.session, [case.client_id for case in shown])
    today = act.today_of(person)
    return SignExamples(
        person_id=person.id,
        name=name_for(act, person),
        kind=sign,
        share=seen.share,
        span=sign_span(today),
        today=act.today,
        lines=tuple(CaseLine(_read_by(act, case), names[case.client_id]) for case in shown),
        page=page,
        pages=pages,
        may_talk=_may_talk(act, person),
        clock=act.clock_of(person, act.actor),
    )


def _read_by(act: Act, case: SignCase) -> SignCase:
    """The rules look at the hours of whose work it is; the reader is told the own ones."""
    return replace(case, at=case.at.astimezone(act.zone))


async def put_aside(act: Act, person_id: int, sign: SignKind) -> PersonSigns:
    """A leader has talked about the sign with somebody else: it is not said again for a month.

    Twice is once: the first talk holds."""
    require_leader(act)
    person = await led_person(act, person_id)
    # Two heads at once would both write the first talk down.
    await hold(act.session, [f"sign {person.id} {sign}"])
    talk = await talk_about(act.session, person.id, sign)
    if _may_talk(act, person) and (talk is None or talk.until <= act.now):
        if talk is None:
            talk = SignTalk(person_id=person.id, kind=sign)
            act.session.add(talk)
        talk.by_id, talk.at, talk.until = act.actor.id, act.now, act.now + ASIDE
        await act.session.flush()
    return await person_signs(act, person_id)


async def bring_back(act: Act, person_id: int, sign: SignKind) -> PersonSigns:
    """The same taken back, at any time."""
    require_leader(act)
    person = await led_person(act, person_id)
    if _may_talk(act, person):
        await forget_talk(act.session, person.id, sign)
    return await person_signs(act, person_id)


def _may_talk(act: Act, person: User) -> bool:
    """Nobody puts aside what others would ask him."""
    return act.actor.role in Role.leaders() and person.id != act.actor.id


def _aside(act: Act, talk: SignTalk, by: str) -> SignAside:
    zone = act.zone
    return SignAside(
        talk.kind, by, talk.at.astimezone(zone).date(), talk.until.astimezone(zone).date()
    )


async def _found(work: Work, people: Sequence[User]) -> Mapping[int, tuple[WorkSign, ...]]:
    """The signs of each of these people in the own four weeks."""
    traces, since = await _traces(work, people)
    many = max(work.policy.attempts_known, work.policy.attempts_new)
    tried = {id_: tried_much(theirs, many) for id_, theirs in traces.items()}
    clients = sorted(frozenset().union(*tried.values()))
    unreached = await unreached_of(work.session, list(tried), clients, since) if clients else {}
    return {
        id_: signs_of(theirs, tried[id_] & unreached.get(id_, frozenset()))
        for id_, theirs in traces.items()
    }


async def _traces(
    work: Work, people: Sequence[User]
) -> tuple[Mapping[int, Sequence[Trace]], datetime]:
    """What each did, and since when (UTC) it was looked at: since the earliest of their days."""
    times = {person.id: work.company_time_of(person) for person in people}
    starts = {
        person.id: times[person.id].at(sign_span(work.today_of(person)).since, time())
        for person in people
    }
    since = min(starts.values(), default=work.now)
    found: dict[int, list[Trace]] = {person.id: [] for person in people}
    for row in await traces_of(work.session, list(found), since):
        if row.at >= starts[row.actor_id]:
            local = row.at.astimezone(times[row.actor_id].zone)
            found[row.actor_id].append(_trace(work, row, local))
    return found, since


def _trace(work: Work, row: TraceRow, local: datetime) -> Trace:
    """The row as the rules read it; how late a date could have been is said by today's rules."""
    said, on, last = str(row.data.get("text") or ""), None, None
    if row.event in {Event.TASK_PLANNED, Event.TASK_MOVED}:
        given = row.data.get("on") or row.data.get("after")
        on = date.fromisoformat(given) if given else None
        policy = work.policy
        days = policy.horizon_for(row.letter, row.kind)
        if row.deal_id is not None:
            days = policy.deal_horizon_days
        last = work.calendar.previous_working(local.date() + timedelta(days=days))
    outcome = row.data.get("outcome") if row.event is Event.TASK_DONE else None
    return Trace(
        client_id=row.client_id,
        at=local,
        event=row.event,
        outcome=Outcome(outcome) if outcome else None,
        on=on,
        last=last if on is not None else None,
        text="" if said.startswith(_BUSINESS_MARK) else said,
        titled=row.event is Event.TASK_PLANNED and bool(row.title),
    )
