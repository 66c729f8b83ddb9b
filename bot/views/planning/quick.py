"""Quick add: whose it is, which date, and what is to be saved."""

from collections.abc import Sequence
from typing import assert_never

from bot.method.planning.quick import Quick
from bot.method.tasks.date_question import OnDayOff, Taken, TooFar, Unsure
from bot.method.tasks.phrases.moment import Moment
from bot.views.clients.clients import client_label
from bot.views.parts.rows import pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.clients import AskFind, AskNew
from bot.views.taps.nav import OpenDay
from bot.views.taps.planning.quick import QuickClient, QuickDate, QuickDeal, QuickPage, QuickSave
from bot.views.tasks.card import contact_lines
from bot.views.tasks.dates import moment_text
from bot.views.tasks.next_step import deal_button
from bot.views.words import Markup, Words


def quick_screen(words: Words, quick: Quick) -> Screen:
    """What is still to be asked about the line, else what will be saved."""
    if quick.candidates:
        return _whose(words, quick)
    if quick.deals:
        return _which(words, quick)
    match quick.verdict:
        case Taken(moment):
            return _preview(words, quick, moment)
        case Unsure(moments):
            return _dates(words, quick, words("date-unsure"), moments)
        case OnDayOff(moment, instead):
            text = words("day-off", date=words.day(moment.on, quick.today))
            sure = words.plain("day-off-sure", date=moment_text(words, moment, quick.today))
            means = (Button(sure, QuickDate(quick.line_id, moment.on, moment.at, True)),)
            return _dates(words, quick, text, (instead,) if instead else (), (means,))
        case TooFar(_, last, days, instead):
            shown = words.short_date(last, quick.today)
            text = words("refusal-beyond-horizon", days=days, last=shown)
            return _dates(words, quick, text, (instead,) if instead else ())
    assert_never(quick.verdict)


def _whose(words: Words, quick: Quick) -> Screen:
    rows: list[Row] = [
        (Button(client_label(words, candidate), QuickClient(quick.line_id, candidate.client_id)),)
        for candidate in quick.candidates
    ]
    rows += pager(words, quick.page, quick.pages, lambda page: QuickPage(quick.line_id, page))
    label = words.plain("question-new", name=quick.client_name)[:60]
    rows.append((Button(label, QuickClient(quick.line_id, None)),))
    find: Row = (Button(words.plain("menu-find"), AskFind()),)
    return Screen(words("quick-whose", line=quick.text), (*rows, find, _foot(words)))


def _which(words: Words, quick: Quick) -> Screen:
    rows: tuple[Row, ...] = tuple(
        (deal_button(words, deal, quick.client_name, QuickDeal(quick.line_id, deal.deal_id)),)
        for deal in quick.deals
    )
    text = words("quick-which-deal", line=quick.text, client=quick.client_name)
    return Screen(text, (*rows, _foot(words)))


def _preview(words: Words, quick: Quick, moment: Moment) -> Screen:
    parts = [
        words(
            "quick-preview",
            client=quick.client_name,
            when=moment_text(words, moment, quick.today),
            title=quick.title or words.plain(f"kind-{quick.kind}"),
        )
    ]
    if quick.deal_title:
        parts.append(words("next-deal", title=quick.deal_title))
    if quick.client_id is None:
        parts += contact_lines(words, quick.contacts)
        parts.append(words("quick-new"))
    save = Button(words.plain("quick-save"), QuickSave(quick.line_id), style="success")
    return Screen(Markup("\n".join(parts)), ((save,), _foot(words)))


def _dates(
    words: Words,
    quick: Quick,
    text: Markup,
    moments: Sequence[Moment],
    more: tuple[Row, ...] = (),
) -> Screen:
    rows = tuple(
        (
            Button(
                moment_text(words, moment, quick.today),
                QuickDate(quick.line_id, moment.on, moment.at),
            ),
        )
        for moment in moments
    )
    return Screen(text, (*rows, *more, _foot(words)))


def _foot(words: Words) -> Row:
    return (
        Button(words.plain("quick-change"), AskNew()),
        Button(words.plain("quick-cancel"), OpenDay()),
    )
