"""The journal: who decided what and when, as an owner reads it."""

from collections.abc import Iterator
from datetime import date

from bot.method.company.calendar import day_of
from bot.method.company.entries import (
    JournalChoice,
    JournalClient,
    JournalDays,
    JournalLine,
    JournalPage,
    JournalTable,
    JournalValue,
)
from bot.method.company.rules import is_known
from bot.method.core.journal import (
    SPARED,
    TAKES,
    JournalGroup,
    JournalKind,
    JournalOrigin,
    person_in,
)
from bot.method.core.texts import clean
from bot.method.people.cards import PeoplePage
from bot.method.pool.again import AgainReason
from bot.views.company.calendar import day_value
from bot.views.company.rules import value_text
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import back_button, home_row, pager
from bot.views.screen import Attachment, Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.company.journal import (
    AskJournalDay,
    AskJournalPerson,
    OpenJournal,
    TakeJournal,
)
from bot.views.words import Markup, Words

_LONGEST = 40
_IN_A_ROW = 3
_PLACES = (JournalKind.PLACE, JournalKind.INVITED, JournalKind.JOINED)
_AS_TYPED = (JournalKind.STAGE, JournalKind.EXTENSIONS)
COLUMNS = ("when", "who", "what", "client", "undone")
"""Of the workbook."""


def journal_screen(words: Words, page: JournalPage) -> Screen:
    """One page, the newest first, and what it can be narrowed to."""
    choice = page.choice
    parts = [words("journal-title", count=page.total)]
    parts.append(words("journal-team" if page.team else "journal-whole"))
    if narrowed := _narrowed(words, page):
        parts.append(words("journal-narrowed", what=narrowed))
    parts += [line_text(words, line, page.today) for line in page.lines]
    if not page.lines:
        parts.append(words("journal-none" if narrowed else "journal-empty"))

    def turn(number: int) -> Tap:
        return OpenJournal(choice.group, choice.person_id, choice.on, number)

    rows = (*pager(words, page.page, page.pages, turn), *_groups(words, choice))
    rows += (_others(words, choice),)
    if page.lines:
        take = TakeJournal(choice.group, choice.person_id, choice.on)
        rows += ((Button(words.plain("journal-take"), take),),)
    return Screen(Markup("\n\n".join(parts)), (*rows, home_row(words)))


def journal_people_screen(words: Words, choice: JournalChoice, people: PeoplePage) -> Screen:
    """Whose part of it to look at."""
    group, on = choice.group, choice.on
    rows = person_rows(
        words,
        people,
        lambda number: OpenJournal(group, number, on),
        lambda number: AskJournalPerson(group, choice.person_id, on, number),
    )
    return Screen(words("journal-ask-person"), (*rows, (_back(words, choice),)))


def journal_days_screen(words: Words, days: JournalDays) -> Screen:
    """Which day to look at."""
    choice, group, person = days.choice, days.choice.group, days.choice.person_id
    buttons = [
        Button(words.short_date(day, days.today), OpenJournal(group, person, day))
        for day in days.days
    ]
    rows = _in_rows(buttons)
    turning: Row = ()
    if days.page:
        later = AskJournalDay(group, person, choice.on, days.page - 1)
        turning += (Button(words.plain("page-before"), later),)
    if days.earlier:
        earlier = AskJournalDay(group, person, choice.on, days.page + 1)
        turning += (Button(words.plain("page-after"), earlier),)
    return Screen(words("journal-ask-day"), (*rows, turning, (_back(words, choice),)))


def begun_screen(words: Words, choice: JournalChoice) -> Screen:
    """The workbook is being made; it comes by itself."""
    return Screen(words("export-begun"), ((_back(words, choice),),))


def ready_screen(words: Words, table: JournalTable, name: str, content: bytes) -> Screen:
    """The file itself."""
    key = "journal-ready-cut" if table.cut else "journal-ready"
    text = words(key, count=len(table.lines))
    return Screen(text, attachments=(Attachment("document", name, content),))


def not_made_screen(words: Words) -> Screen:
    """There is too much for one file."""
    return Screen(words("journal-not-made"), (home_row(words),))


def file_titles(words: Words) -> list[str]:
    """The heads of the columns."""
    return [words.plain(f"journal-column-{name}") for name in COLUMNS]


def file_rows(words: Words, table: JournalTable) -> Iterator[tuple[object, ...]]:
    """A row for each entry."""
    for line in table.lines:
        client = line.client
        yield (
            f"{line.at:%Y-%m-%d %H:%M:%S}",
            _who(words, line),
            _what(words, line),
            client.client_id if client else "",
            words.plain("journal-yes") if line.undoes else "",
        )


def line_text(words: Words, line: JournalLine, today: date) -> Markup:
    """When and who, and what it was."""
    what = _what(words, line)
    if line.undoes:
        what = words.plain("journal-undone", what=what)
    return words(
        "journal-line", when=words.moment(line.at, today), who=_who(words, line), what=what
    )


def _who(words: Words, line: JournalLine) -> str:
    match line.origin:
        case JournalOrigin.PERSON:
            return clean(line.actor or "", _LONGEST)
        case JournalOrigin.BOT:
            return words.plain("journal-bot")
        case JournalOrigin.COMMAND:
            return words.plain("journal-command")


def _what(words: Words, line: JournalLine) -> str:
    return words.plain(
        f"journal-{line.kind}",
        client=_client(words, line.client, line.more),
        person=clean(line.person or "", _LONGEST),
        subject=_subject(words, line),
        before=_value(words, line, line.before),
        after=_value(words, line, line.after),
    )


def _client(words: Words, client: JournalClient | None, more: int) -> str:
    if client is None:
        return ""
    if client.name is None:
        name = words.plain("journal-client-gone", number=str(client.client_id))
    else:
        name = words.plain("journal-client", name=clean(client.name, _LONGEST))
    return words.plain("journal-client-more", client=name, count=more) if more else name


def _subject(words: Words, line: JournalLine) -> str:
    subject = line.subject
    if subject is None:
        return ""
    match line.kind:
        case JournalKind.OWNER | JournalKind.RESTORED:
            again = subject.word in set(AgainReason)
            key = f"again-why-{subject.word}" if again else f"pool-reason-{subject.word}"
            return words.plain("journal-because", why=words.plain(key))
        case JournalKind.RULE if is_known(subject.word):
            return words.plain(f"rule-name-{subject.word}")
        case JournalKind.DAY:
            on = day_of(subject.word)
            return subject.word if on is None else words.short_date(on, line.at.date())
        case JournalKind.PAUSE | JournalKind.LOCK | JournalKind.DAY_GIVEN:
            return words.short_date(date.fromisoformat(subject.word), line.at.date())
        case JournalKind.ADDRESS:
            return words.plain(f"source-{subject.word}")
        case JournalKind.EXPORT:
            return words.plain(f"journal-export-{subject.word}")
    return clean(subject.name or f"№ {subject.word}", _LONGEST)


def _value(words: Words, line: JournalLine, value: JournalValue | None) -> str:
    if value is None:
        return words.plain("journal-nothing")
    if person_in(value.word) is not None:
        return clean(value.name or value.word, _LONGEST)
    if line.kind in _PLACES:
        team = words.plain("in-team", team=clean(value.name, _LONGEST)) if value.name else ""
        return words.plain(f"role-{value.word}") + team
    if line.kind in _AS_TYPED:
        return clean(value.word, _LONGEST)
    if line.kind is JournalKind.SPARED and value.word not in (TAKES, SPARED):
        until = words.short_date(date.fromisoformat(value.word), line.at.date())
        return words.plain("journal-spared-until", until=until)
    if line.kind is JournalKind.DAY:
        return day_value(words, value.word)
    if line.kind is JournalKind.RULE:
        name = line.subject.word if line.subject else ""
        return value_text(words, name, value.word) if is_known(name) else value.word
    return words.plain(f"journal-value-{value.word}")


def _narrowed(words: Words, page: JournalPage) -> str:
    choice, parts = page.choice, list[str]()
    if choice.group is not None:
        parts.append(words.plain(f"journal-group-{choice.group}"))
    if page.person is not None:
        parts.append(clean(page.person, _LONGEST))
    if choice.on is not None:
        parts.append(words.day(choice.on, page.today))
    return " · ".join(parts)


def _groups(words: Words, choice: JournalChoice) -> tuple[Row, ...]:
    """Everything, or one group; the present one is not offered."""
    groups: list[JournalGroup | None] = [None, *JournalGroup]
    return _in_rows(
        [
            Button(
                words.plain(f"journal-group-{group or 'all'}"),
                OpenJournal(group, choice.person_id, choice.on),
            )
            for group in groups
            if group is not choice.group
        ]
    )


def _others(words: Words, choice: JournalChoice) -> Row:
    """Somebody and a day, each chosen or let go."""
    group, person, on = choice.group, choice.person_id, choice.on
    ask, day = AskJournalPerson(group, person, on), AskJournalDay(group, person, on)
    row: Row = (
        Button(words.plain("journal-person"), ask)
        if person is None
        else Button(words.plain("journal-everybody"), OpenJournal(group, None, on)),
    )
    if on is None:
        return (*row, Button(words.plain("journal-day-button"), day))
    return (*row, Button(words.plain("journal-all-days"), OpenJournal(group, person)))


def _in_rows(buttons: list[Button]) -> tuple[Row, ...]:
    starts = range(0, len(buttons), _IN_A_ROW)
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in starts)


def _back(words: Words, choice: JournalChoice) -> Button:
    return back_button(words, OpenJournal(choice.group, choice.person_id, choice.on))
