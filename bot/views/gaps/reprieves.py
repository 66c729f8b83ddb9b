"""Pauses and locks: until when, why, the request, the lists (R5)."""

from dataclasses import replace
from datetime import date

from bot.method.core.places import ClientAt
from bot.method.core.texts import clean
from bot.method.gaps.cards import NOTHING_DECIDED, DecidedBefore
from bot.method.gaps.reprieve import (
    ReprieveAsk,
    ReprieveKind,
    ReprieveLine,
    ReprievePage,
    ReprieveReason,
    ReprieveSet,
    ReprieveState,
)
from bot.views.parts.decided import with_decided
from bot.views.parts.rows import about_client, back_button, home_row, pager, team_row
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.gaps import (
    AskReprieve,
    AskReprieveWhy,
    GrantReprieve,
    LiftReprieve,
    OpenReprieves,
    RefuseReprieve,
    SetReprieve,
)
from bot.views.taps.nav import AskNext, OpenClient
from bot.views.words import Markup, Words

_MARKS = {ReprieveKind.PAUSE: "\N{DOUBLE VERTICAL BAR}\ufe0f", ReprieveKind.LOCK: "\N{LOCK}"}
_LONGEST = 40


def dates_screen(words: Words, ask: ReprieveAsk) -> Screen:
    """Until when; a date may be typed as well."""
    parts = [words(f"reprieve-until-{ask.kind}", client=ask.client_name)]
    parts.append(words("reprieve-longest", days=ask.longest_days))
    if ask.kind is ReprieveKind.PAUSE and not ask.by_head:
        parts.append(words("reprieve-head-decides"))
    parts.append(words("date-typing"))

    def way(on: date) -> AskReprieveWhy:
        return AskReprieveWhy(ask.client_id, ask.kind, on)

    rows: list[Row] = [
        (
            Button(
                words.plain(f"reprieve-ahead-{name}", date=words.short_date(on, ask.today)), way(on)
            ),
        )
        for name, on in ask.dates.ahead
    ]
    months = [
        Button(words.plain("reprieve-month", month=words.plain(f"month-{on.month}")), way(on))
        for on in ask.dates.months
    ]
    rows += [tuple(months[n : n + 3]) for n in range(0, len(months), 3)]
    back = (back_button(words, ClientAt(ask.client_id)),)
    return Screen(Markup("\n".join(parts)), (*rows, back))


def reasons_screen(words: Words, asked: AskReprieveWhy, today: date) -> Screen:
    """Why until then; a reason of one's own may be typed."""
    until = words.day(asked.until, today)
    rows = [
        (
            Button(
                words.plain(f"reprieve-why-{reason}"),
                SetReprieve(asked.client_id, asked.kind, asked.until, reason),
            ),
        )
        for reason in ReprieveReason.of(asked.kind)
    ]
    back = (back_button(words, AskReprieve(asked.client_id, asked.kind)),)
    return Screen(words(f"reprieve-why-ask-{asked.kind}", until=until), (*rows, back))


def set_screen(words: Words, made: ReprieveSet) -> Screen:
    """It is asked for, or runs from now on by the word of a head, who is led on."""
    line = made.line
    foot = home_row if line.state is ReprieveState.ASKED else team_row
    said = _facts(words, line, made.today)
    key = "reprieve-sent" if line.state is ReprieveState.ASKED else f"reprieve-set-{line.kind}"
    parts = [words(key, **said)]
    if made.cancelled:
        parts.append(words("reprieve-cancelled", count=made.cancelled))
    client = Button(words.plain("to-client"), OpenClient(line.client_id))
    return Screen(Markup("\n".join(parts)), ((client,), foot(words)))


def asked_screen(
    words: Words, line: ReprieveLine, today: date, before: DecidedBefore = NOTHING_DECIDED
) -> Screen:
    """What a head is asked, below what another has decided of the client; what was asked, with
    what has become of it."""
    if line.state is not ReprieveState.ASKED:
        return _settled_screen(words, line, today)
    text = words("reprieve-asked", name=line.by, **_facts(words, line, today))
    yes = GrantReprieve(line.reprieve_id, before.last is not None)
    no = RefuseReprieve(line.reprieve_id)
    rows = (
        (
            Button(words.plain("reprieve-yes"), yes, style="success"),
            Button(words.plain("reprieve-no"), no),
        ),
        (Button(words.plain("to-client"), OpenClient(line.client_id)),),
    )
    label = about_client("\N{WHITE HEAVY CHECK MARK}", line.client_name)
    short = (
        Button(label, replace(yes, beside=True)),
        Button(words.plain("reprieve-no"), replace(no, beside=True)),
    )
    return with_decided(words, before, Screen(text, rows, brief=Brief(text, (short,))))


def _settled_screen(words: Words, line: ReprieveLine, today: date) -> Screen:
    text = words(f"reprieve-settled-{line.state}", name=line.by, **_facts(words, line, today))
    card = (Button(words.plain("to-client"), OpenClient(line.client_id)),)
    return Screen(text, (card,), brief=Brief(text))


def refused_screen(words: Words, line: ReprieveLine, today: date) -> Screen:
    """The head has said no."""
    client = Button(words.plain("to-client"), OpenClient(line.client_id))
    text = words("reprieve-refused", **_facts(words, line, today))
    return Screen(text, ((client,), team_row(words)))


def decided_screen(words: Words, line: ReprieveLine, today: date) -> Screen:
    """The owner hears what the head has said; after a no the next contact is to be planned."""
    said = _facts(words, line, today)
    if line.state is ReprieveState.RUNNING:
        text = words(f"told-reprieve-{line.kind}", name=line.by, **said)
        way = OpenClient(line.client_id)
        return _notice(text, line, Button(words.plain("to-client"), way))
    text = words("told-reprieve-refused", name=line.by, **said)
    plan = Button(words.plain("do-plan"), AskNext(line.client_id), style="primary")
    return _notice(text, line, plan)


def over_screen(words: Words, line: ReprieveLine, *, own: bool) -> Screen:
    """A pause is over: why, and for the head whose it was."""
    text = words(f"told-reprieve-over-{line.ended}", client=line.client_name)
    if not own:
        text = Markup(f"{text} · {words('gap-whose-client', owner=clean(line.whose, _LONGEST))}")
    return _notice(text, line, Button(words.plain("to-client"), OpenClient(line.client_id)))


def list_screen(words: Words, page: ReprievePage) -> Screen:
    """Who is to wait, then who waits or stays, until when and why; a button each takes it off."""
    kind = page.kind
    other = ReprieveKind.LOCK if kind is ReprieveKind.PAUSE else ReprieveKind.PAUSE
    parts = [words(f"reprieves-{kind}", count=page.total)]
    if not page.total:
        parts = [words(f"reprieves-{kind}-empty")]
    parts += [_line(words, line, page) for line in page.lines]
    rows: list[Row] = []
    for line in page.lines:
        name = Button(about_client(_MARKS[kind], line.client_name), OpenClient(line.client_id))
        if line.state is ReprieveState.ASKED:
            rows += [(name,), *reprieve_rows(words, line, leader=page.team)]
            continue
        off = Button(words.plain(f"reprieve-off-{kind}"), LiftReprieve(line.reprieve_id))
        may = kind is ReprieveKind.PAUSE or page.team
        rows.append((name, off) if may else (name,))
    rows += pager(words, page.page, page.pages, lambda number: OpenReprieves(kind, number))
    rows.append((Button(words.plain(f"to-reprieves-{other}"), OpenReprieves(other)),))
    return Screen(Markup("\n".join(parts)), (*rows, home_row(words)))


def reprieve_text(words: Words, line: ReprieveLine, today: date) -> Markup:
    """One as the card of its client says it."""
    key = "reprieve-now-asked" if line.state is ReprieveState.ASKED else f"reprieve-now-{line.kind}"
    return words(key, name=line.by, **_facts(words, line, today))


def reprieve_rows(words: Words, line: ReprieveLine, *, leader: bool) -> tuple[Row, ...]:
    """What may be done about it on the card of its client."""
    if line.state is ReprieveState.ASKED:
        if leader:
            yes = Button(words.plain("reprieve-yes"), GrantReprieve(line.reprieve_id))
            return ((yes, Button(words.plain("reprieve-no"), RefuseReprieve(line.reprieve_id))),)
        back = LiftReprieve(line.reprieve_id)
        return ((Button(words.plain("reprieve-take-back"), back),),)
    if line.kind is ReprieveKind.LOCK and not leader:
        return ()
    label = words.plain(f"reprieve-off-{line.kind}")
    return ((Button(label, LiftReprieve(line.reprieve_id)),),)


def _notice(text: Markup, line: ReprieveLine, way: Button) -> Screen:
    short = Button(about_client(_MARKS[line.kind], line.client_name), way.tap)
    return Screen(text, ((way,),), brief=Brief(text, ((short,),)))


def _line(words: Words, line: ReprieveLine, page: ReprievePage) -> Markup:
    key = "reprieve-line-asked" if line.state is ReprieveState.ASKED else "reprieve-line"
    text = words(key, name=line.by, **_facts(words, line, page.today))
    if not page.team:
        return text
    return Markup(f"{text} · {words('gap-whose-client', owner=clean(line.whose, _LONGEST))}")


def _facts(words: Words, line: ReprieveLine, today: date) -> dict[str, str]:
    why = line.comment or words.plain(f"reprieve-why-{line.reason}")
    until = words.day(line.until, today)
    return {"client": clean(line.client_name, _LONGEST), "until": until, "why": clean(why, 300)}
