"""The morning's report: everybody in a line, one to praise, one to ask (R12)."""

from bot.method.core.texts import clean
from bot.method.report.cards import TeamReport
from bot.method.report.numbers import NumberKind, Numbers, Trend
from bot.method.report.periods import ReportPeriod
from bot.method.report.remarks import Remark, praise_of, question_of
from bot.method.report.week import NO_NOTES, WeekNotes
from bot.views.report.gains import totals_text
from bot.views.report.numbers import (
    days_of,
    person_line,
    person_row,
    value_of,
)
from bot.views.report.tables import people_grid
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.report import OpenReport, OpenTeamSigns
from bot.views.words import Markup, Words

_MOST = 12
_ROWS = 4
_LONGEST = 40
_NAMED = 5


def morning_screen(words: Words, report: TeamReport, notes: WeekNotes = NO_NOTES) -> Screen:
    """A week's on its first morning, else the day's; the worst first."""
    week = report.period is ReportPeriod.LAST_WEEK
    days = days_of(words, report.span, report)
    title = words("morning-week" if week else "morning-day", days=days)
    shown = report.people[:_MOST]
    people = [(clean(line.name, _LONGEST), line.judged) for line in shown]
    rest = len(report.people) - len(shown)
    below = [words("morning-rest", count=rest)] if rest > 0 else []
    below += [*_remarks(words, report), *_notes(words, notes)]
    lines = [person_line(words, name, judged) for name, judged in people]
    rows: tuple[Row, ...] = tuple(person_row(line, report.period) for line in shown[:_ROWS])
    rows += ((Button(words.plain("report"), OpenReport(ReportPeriod.WEEK)),),)
    rows += _note_rows(words, notes)
    text = Markup("\n".join([title, words("report-legend"), *lines, *below]))
    rich = (title, people_grid(words, people), "\n".join(below)) if report.tables else ()
    return Screen(text, rows, brief=Brief(text, rows), rich=rich)


def _remarks(words: Words, report: TeamReport) -> list[Markup]:
    parts: list[Markup] = []
    praise, question = praise_of(report.people), question_of(report.people)
    if praise is not None:
        parts.append(words("remark-praise", **_facts(words, praise)))
    if question is not None:
        ask = words.plain(f"remark-ask-{question.kind.name.lower()}")
        parts.append(words("remark-ask", ask=ask, **_facts(words, question)))
    return [Markup(""), *parts] if parts else []


def _notes(words: Words, notes: WeekNotes) -> list[Markup]:
    """A line for whatever the week has beside the numbers."""
    parts: list[Markup] = []
    if notes.signs:
        names = [clean(line.name, _LONGEST) for line in notes.signs[:_NAMED]]
        rest = len(notes.signs) - len(names)
        named = ", ".join(names) + (words.plain("morning-more", count=rest) if rest else "")
        parts.append(words("morning-signs", names=named))
    if not notes.gains.is_empty:
        parts.append(words("morning-gains", brought=totals_text(words, notes.gains)))
    return [Markup(""), *parts] if parts else []


def _note_rows(words: Words, notes: WeekNotes) -> tuple[Row, ...]:
    return ((Button(words.plain("signs"), OpenTeamSigns()),),) if notes.signs else ()


def _facts(words: Words, remark: Remark) -> dict[str, str]:
    judged, kind = remark.line.judged, remark.kind
    facts = _number(words, kind, judged.numbers)
    if judged.trend(kind) in {Trend.BETTER, Trend.WORSE}:
        facts += words.plain("remark-was", value=_value(words, kind, judged.before))
    return {"name": clean(remark.line.name, _LONGEST), "facts": facts}


def _number(words: Words, kind: NumberKind, numbers: Numbers) -> str:
    return words.plain(f"remark-{kind.name.lower()}", value=_value(words, kind, numbers))


def _value(words: Words, kind: NumberKind, numbers: Numbers) -> str:
    if kind is NumberKind.CLEAN:
        return words.plain("remark-of", part=numbers.clean.part, whole=numbers.clean.whole)
    return value_of(words, kind, numbers)
