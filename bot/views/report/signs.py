"""Signs of work for show: questions with their examples, and no verdict (R12)."""

from bot.method.core.texts import clean
from bot.method.report.numbers import Share
from bot.method.report.sign_cards import (
    CaseLine,
    PersonSigns,
    SignAside,
    SignExamples,
    SignsLine,
    TeamSigns,
)
from bot.method.report.signs import FAST, PILE, SignKind
from bot.views.parts.clocks import clock_lines
from bot.views.parts.rows import about_client, back_button, home_row, pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.report import (
    BringSignBack,
    OpenPersonReport,
    OpenReport,
    OpenSignClient,
    OpenSignExamples,
    OpenSigns,
    OpenTeamSigns,
    PutSignAside,
)
from bot.views.words import Markup, Words

_LONGEST = 40
_QUOTED = 80


def team_signs_screen(words: Words, team: TeamSigns) -> Screen:
    """Who is to be asked something; a name leads to what."""
    parts = [words("signs-team", days=_days(words, team)), words("signs-hint")]
    if team.people:
        parts += [Markup(""), *(_signs_line(words, line) for line in team.people)]
    else:
        parts.append(words("signs-team-none"))
    rows: tuple[Row, ...] = tuple(
        (Button(f"🔍 {clean(line.name, _LONGEST)}", OpenSigns(line.person_id)),)
        for line in team.people
    )
    rows += pager(words, team.page, team.pages, OpenTeamSigns)
    back = (back_button(words, OpenReport()), *home_row(words))
    return Screen(Markup("\n".join(parts)), (*rows, back))


def signs_screen(words: Words, found: PersonSigns) -> Screen:
    """Each sign in numbers; a button leads to its examples. What was talked about stands below."""
    days = _days(words, found)
    if found.name is None:
        parts = [words("signs-own", days=days)]
    else:
        parts = [words("signs-person", name=clean(found.name, 60), days=days)]
    own = "-own" if found.name is None else ""
    parts.append(words(f"signs-hint{own}" if found.signs else f"signs-none{own}"))
    rows: tuple[Row, ...] = ()
    for sign in found.signs:
        parts += [Markup(""), said(words, sign.kind, sign.share)]
        label = f"👀 {name_of(words, sign.kind)} · {words.number(sign.share.part)}"
        rows += ((Button(label, OpenSignExamples(found.person_id, sign.kind)),),)
    if found.aside:
        parts += [Markup(""), words("signs-aside")]
        parts += [_aside(words, found, aside) for aside in found.aside]
    for aside in found.aside if found.may_talk else ():
        label = words.plain("sign-back", sign=name_of(words, aside.kind))
        rows += ((Button(label, BringSignBack(found.person_id, aside.kind)),),)
    back = back_button(words, OpenPersonReport(found.person_id))
    return Screen(Markup("\n".join(parts)), (*rows, (back, *home_row(words))))


def examples_screen(words: Words, found: SignExamples) -> Screen:
    """A page of examples; each leads to the client and from there back to this page."""
    title = name_of(words, found.kind)
    if found.name is None:
        parts = [words("sign-title-own", sign=title)]
    else:
        parts = [words("sign-title", sign=title, name=clean(found.name, 60))]
    if found.lines:
        parts.append(said(words, found.kind, found.share))
        if found.name is not None:
            parts.append(words(f"sign-{found.kind.name.lower()}-ask"))
        parts.append(Markup(""))
    else:
        parts.append(words("sign-gone"))
    parts += [_case_line(words, line, found) for line in found.lines]
    if found.lines:
        parts += clock_lines(words, [found.clock])
    clients = {line.case.client_id: line.client_name for line in found.lines}
    rows: tuple[Row, ...] = tuple(
        (Button(about_client("👤", name), _to_client(found, client_id)),)
        for client_id, name in clients.items()
    )

    def turn(page: int) -> Tap:
        return OpenSignExamples(found.person_id, found.kind, page)

    rows += pager(words, found.page, found.pages, turn)
    if found.may_talk and found.lines:
        aside = PutSignAside(found.person_id, found.kind)
        rows += ((Button(words.plain("sign-aside"), aside),),)
    back = back_button(words, OpenSigns(found.person_id))
    return Screen(Markup("\n".join(parts)), (*rows, (back, *home_row(words))))


def _signs_line(words: Words, line: SignsLine) -> Markup:
    """Whom to ask about what."""
    what = ", ".join(name_of(words, kind).lower() for kind in line.kinds)
    return words("signs-line", name=clean(line.name, _LONGEST), what=what)


def name_of(words: Words, kind: SignKind) -> str:
    """What the sign is called."""
    return words.plain(f"sign-{kind.name.lower()}-name")


def said(words: Words, kind: SignKind, share: Share) -> Markup:
    """The sign in numbers."""
    return words(
        f"sign-{kind.name.lower()}",
        part=share.part,
        whole=share.whole,
        seconds=int(FAST.total_seconds()),
        pile=PILE,
    )


def _case_line(words: Words, line: CaseLine, found: SignExamples) -> Markup:
    """One example."""
    case = line.case
    return words(
        f"sign-{found.kind.name.lower()}-case",
        client=clean(line.client_name, 60),
        moment=words.moment(case.at, found.today),
        date=words.short_date(case.on, found.today) if case.on else "",
        count=case.count,
        text=clean(case.text, _QUOTED),
    )


def _to_client(found: SignExamples, client_id: int) -> Tap:
    return OpenSignClient(client_id, found.person_id, found.kind, found.page)


def _aside(words: Words, found: PersonSigns, aside: SignAside) -> Markup:
    return words(
        "sign-aside-line",
        sign=name_of(words, aside.kind),
        name=clean(aside.by, _LONGEST),
        on=words.short_date(aside.on, found.today),
        until=words.short_date(aside.until, found.today),
    )


def _days(words: Words, found: TeamSigns | PersonSigns) -> str:
    span, today = found.span, found.today
    since, until = words.short_date(span.since, today), words.short_date(span.until, today)
    return words.plain("report-days", since=since, until=until)
