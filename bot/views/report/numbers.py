"""The five numbers on the screen: of one person, and what each is about (R12)."""

from collections.abc import Callable

from bot.method.core.texts import clean
from bot.method.report.cards import Judged, JudgedLine, PersonReport, TeamReport
from bot.method.report.numbers import Light, Norms, NumberKind, Numbers, Share, Trend
from bot.method.report.periods import DaySpan, ReportPeriod
from bot.views.parts.rows import back_button, home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.report import (
    OpenGains,
    OpenNumberLesson,
    OpenNumberList,
    OpenPersonReport,
    OpenReport,
    OpenSigns,
)
from bot.views.taps.settings import OpenMe
from bot.views.words import Markup, Words

LIGHTS = {Light.GOOD: "🟢", Light.NEARLY: "🟡", Light.BAD: "🔴", Light.NONE: "⚪️"}
_LONGEST = 40
_NOTHING = "—"


def person_screen(words: Words, report: PersonReport) -> Screen:
    """The five numbers of one person; each leads to its list and to what it is about."""
    parts = [_of(words, "report-person", report)]
    parts += [_number_line(words, kind, report.judged, report) for kind in NumberKind]

    def at(period: ReportPeriod) -> Tap:
        return OpenPersonReport(report.person_id, period)

    rows: tuple[Row, ...] = (period_row(words, report.period, at),)
    for kind in NumberKind:
        here = report.person_id, kind, report.period
        label = f"{LIGHTS[report.judged.light(kind)]} {name_of(words, kind)}"
        count = words.number(report.judged.numbers.length(kind))
        rows += (
            (
                Button(f"{label} · {count}", OpenNumberList(*here)),
                Button(words.plain("report-about"), OpenNumberLesson(*here)),
            ),
        )
    asked = Button(words.plain("signs"), OpenSigns(report.person_id))
    brought = () if report.leads else (Button(words.plain("gains"), OpenGains()),)
    rows += ((asked, *brought),)
    back = OpenReport(report.period) if report.leads else OpenMe()
    return Screen(Markup("\n".join(parts)), (*rows, (back_button(words, back), *home_row(words))))


def lesson_screen(words: Words, report: PersonReport, kind: NumberKind) -> Screen:
    """What the number is, why it matters, and what to ask: the head's course on the spot."""
    key = kind.name.lower()
    parts = [
        words("lesson-title", number=name_of(words, kind)),
        _number_line(words, kind, report.judged, report),
        Markup(""),
        words(f"lesson-{key}-what", norm=_norm_of(words, kind, report.judged.norms)),
        words(f"lesson-{key}-why"),
    ]
    if report.name is not None:
        parts.append(words(f"lesson-{key}-ask"))
    here = report.person_id, kind, report.period
    rows = (
        (Button(words.plain("report-list"), OpenNumberList(*here)),),
        (back_button(words, OpenPersonReport(report.person_id, report.period)),),
    )
    return Screen(Markup("\n".join(parts)), rows)


def name_of(words: Words, kind: NumberKind) -> str:
    """What the number is called."""
    return words.plain(f"number-{kind.name.lower()}")


def _number_line(words: Words, kind: NumberKind, judged: Judged, report: PersonReport) -> Markup:
    """The number in words, with its light, and what it was before."""
    value = value_of(words, kind, judged.numbers)
    detail = _detail(words, kind, judged.numbers, report)
    trend = judged.trend(kind)
    before = ""
    if trend is not Trend.NONE:
        was = value_of(words, kind, judged.before)
        before = words.plain(f"report-before-{trend}", value=was)
    name = name_of(words, kind)
    light = LIGHTS[judged.light(kind)]
    return words("report-number", light=light, name=name, value=value, detail=detail, before=before)


def value_of(words: Words, kind: NumberKind, numbers: Numbers) -> str:
    """The number itself, as short as it goes."""
    match kind:
        case NumberKind.COVERAGE:
            return _percent(words, numbers.coverage)
        case NumberKind.CLEAN:
            clean_days = numbers.clean
            return f"{clean_days.part}/{clean_days.whole}" if clean_days.whole else _NOTHING
        case NumberKind.OVERDUE:
            return _NOTHING if numbers.overdue is None else words.number(numbers.overdue)
        case NumberKind.REACTION:
            return _NOTHING if numbers.reaction is None else minutes(words, numbers.reaction)
        case NumberKind.MOVES:
            return _percent(words, numbers.moves)


def _norm_of(words: Words, kind: NumberKind, norms: Norms) -> str:
    """What the company holds to be good, where the rules say so."""
    match kind:
        case NumberKind.COVERAGE:
            return words.percent(norms.coverage / 100)
        case NumberKind.CLEAN:
            return words.percent(norms.clean / 100)
        case NumberKind.REACTION:
            return minutes(words, norms.reaction)
    return ""


def minutes(words: Words, count: int) -> str:
    """Working minutes as a length of time."""
    hours, rest = divmod(count, 60)
    if hours and rest:
        return words.plain("duration-both", hours=hours, minutes=rest)
    if hours:
        return words.plain("duration-hours", hours=hours)
    return words.plain("duration-minutes", minutes=rest)


def period_row(words: Words, present: ReportPeriod, at: Callable[[ReportPeriod], Tap]) -> Row:
    """The periods to choose from; the present one is marked."""
    return tuple(
        Button(
            ("• " if period is present else "") + words.plain(f"report-{period.name.lower()}"),
            at(period),
        )
        for period in ReportPeriod.offered()
    )


def person_row(line: JudgedLine, period: ReportPeriod) -> Row:
    """To the five numbers of the person."""
    label = f"{LIGHTS[line.judged.worst]} {clean(line.name, _LONGEST)}"
    return (Button(label, OpenPersonReport(line.subject_id, period)),)


def days_of(words: Words, span: DaySpan, report: TeamReport | PersonReport) -> str:
    """The days that it is about."""
    since = words.short_date(span.since, report.today)
    if span.since == span.until:
        return since
    until = words.short_date(span.until, report.today)
    return words.plain("report-days", since=since, until=until)


def _of(words: Words, key: str, report: PersonReport) -> Markup:
    days = days_of(words, report.span, report)
    if report.name is None:
        return words(f"{key}-own", days=days)
    return words(key, name=clean(report.name, 60), days=days)


def person_line(words: Words, name: str, judged: Judged) -> Markup:
    values = " · ".join(
        f"{LIGHTS[judged.light(kind)]} {value_of(words, kind, judged.numbers)}"
        for kind in NumberKind
    )
    return words("report-line", name=name, values=values)


def _detail(words: Words, kind: NumberKind, numbers: Numbers, report: PersonReport) -> str:
    match kind:
        case NumberKind.COVERAGE:
            whole = numbers.coverage.whole if numbers.coverage else 0
            norm = _norm_of(words, kind, report.judged.norms)
            return words.plain("detail-coverage", norm=norm, left=numbers.uncovered, whole=whole)
        case NumberKind.CLEAN:
            return words.plain("detail-clean", norm=_norm_of(words, kind, report.judged.norms))
        case NumberKind.OVERDUE:
            if numbers.oldest is None:
                return ""
            date = words.short_date(numbers.oldest, report.today)
            return words.plain("detail-overdue", date=date)
        case NumberKind.REACTION:
            return words.plain(
                "detail-reaction", count=len(numbers.reactions), waiting=numbers.waiting
            )
        case NumberKind.MOVES:
            return words.plain("detail-moves", moved=numbers.moves.part, whole=numbers.moves.whole)


def _percent(words: Words, share: Share | None) -> str:
    percent = share.percent if share else None
    return _NOTHING if percent is None else words.percent(percent / 100)
