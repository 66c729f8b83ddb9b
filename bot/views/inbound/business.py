"""Telegram Business: how it is connected, and what has been written there (R9)."""

from bot.method.clients.cards import OpenQuestion, WhoseMessage
from bot.method.core.terms import Outcome
from bot.method.inbound.business import (
    BusinessCard,
    BusinessRight,
    LetterNotice,
    PromiseNotice,
)
from bot.method.tasks.date_question import Purpose
from bot.method.tasks.phrases.moment import Moment
from bot.views.inbound.inbound import open_question_screen
from bot.views.parts.rows import about_client, back_button, home_row
from bot.views.parts.said import said_text
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.inbound import (
    AskUnknown,
    ForgetRefused,
    IsClient,
    IsNoClient,
    OpenBusiness,
    OpenLetter,
)
from bot.views.taps.nav import KindCode, OpenClient, OpenTask
from bot.views.taps.settings import OpenMe
from bot.views.taps.tasks import Finish, TakeDate
from bot.views.tasks.dates import moment_text
from bot.views.words import Markup, Words


def business_screen(words: Words, card: BusinessCard, bot_username: str) -> Screen:
    """How to connect, or how it is connected."""
    back = back_button(words, OpenMe())
    if card.since is None:
        text = words("business-how", bot=bot_username)
        if card.lost:
            text = Markup(f"{words('business-lost')}\n\n{text}")
        again = Button(words.plain("business-look"), OpenBusiness())
        copy = Button(words.plain("business-copy"), copy=f"@{bot_username}")
        return Screen(words("business-title") + "\n" + text, ((copy,), (again, back)))
    parts = [
        words("business-title"),
        words("business-since", since=words.moment(card.since, card.since.date())),
        _rights(words, card.rights),
        words("business-unknown-on" if card.asks_unknown else "business-unknown-off"),
        words("business-chats"),
    ]
    turn = "business-unknown-stop" if card.asks_unknown else "business-unknown-ask"
    rows: list[Row] = [(Button(words.plain(turn), AskUnknown(not card.asks_unknown)),)]
    if card.refused:
        label = words.plain("business-refused", count=card.refused)
        rows.append((Button(label, ForgetRefused()),))
    return Screen(Markup("\n".join(parts)), (*rows, (back,)))


def _rights(words: Words, rights: tuple[BusinessRight, ...]) -> Markup:
    if not rights:
        return words("business-rights-none")
    named = ", ".join(words.plain(f"business-right-{right}") for right in rights)
    return words("business-rights", rights=named)


def letter_screen(words: Words, notice: LetterNotice) -> Screen:
    """A client has written, or is answered by now: is it worked off?"""
    key = "business-answered" if notice.answered else "business-came"
    parts = [words(key, client=notice.client_name)]
    if notice.instead_of is not None:
        parts.append(words("stand-in-for", name=notice.instead_of))
    if notice.text:
        parts.append(said_text(words, notice.text))
    if notice.moments:
        parts.append(words("business-promised"))
    text = Markup("\n".join(parts))
    rows = tuple((_date_button(words, notice, moment),) for moment in notice.moments)
    done = Button(
        words.plain("do-handled"), Finish(notice.task_id, Outcome.HANDLED), style="success"
    )
    open_card = Button(words.plain("notice-open"), OpenLetter(notice.task_id), style="primary")
    label = about_client("\N{LARGE GREEN CIRCLE}", notice.client_name)
    brief = Brief(text, ((Button(label, OpenTask(notice.task_id)),),))
    return Screen(text, (*rows, (open_card, done)), brief=brief)


def _date_button(words: Words, notice: LetterNotice, moment: Moment) -> Button:
    code = KindCode.of(notice.kind)
    client_id, task_id = notice.client_id, notice.task_id
    tap = TakeDate(Purpose.ANSWER, client_id, task_id, moment.on, moment.at, kind=code)
    label = words.plain("plan-on", date=moment_text(words, moment, notice.today))
    return Button(label, tap, style="primary")


def promise_screen(words: Words, notice: PromiseNotice) -> Screen:
    """What was written may be a promise: a task at its date, by a tap."""
    moment, code = notice.moment, KindCode.of(notice.kind)
    date = moment_text(words, moment, notice.today)
    text = words("business-promise", client=notice.client_name, date=date)
    tap = TakeDate(Purpose.PLAN, notice.client_id, None, moment.on, moment.at, kind=code)
    plan = Button(words.plain("plan-on", date=date), tap, style="primary")
    to_client = Button(words.plain("to-client"), OpenClient(notice.client_id))
    label = about_client("\N{CALENDAR}", notice.client_name)
    brief = Brief(text, ((Button(label, OpenClient(notice.client_id)),),))
    return Screen(text, ((plan,), (to_client,)), brief=brief)


def passed_letter_screen(words: Words, surname: str) -> Screen:
    """A colleague's client: the surname and nothing else."""
    text = words("business-passed", surname=surname)
    return Screen(text, (home_row(words),), brief=Brief(text))


def unknown_screen(words: Words, asked: OpenQuestion, text: str) -> Screen:
    """Somebody unknown: a client or not?"""
    if not isinstance(asked, WhoseMessage):
        return account_question_screen(words, asked, text)
    name = asked.sender or asked.contact or words.plain("sender-hidden")
    parts = [words("business-unknown", name=name)]
    if text:
        parts.append(said_text(words, text))
    yes = Button(words.plain("business-client"), IsClient(asked.arrival_id), style="success")
    no = Button(words.plain("business-no-client"), IsNoClient(asked.arrival_id))
    shown = Markup("\n".join(parts))
    return Screen(shown, ((yes, no),))


def account_question_screen(words: Words, asked: OpenQuestion, text: str) -> Screen:
    """Whose chat is it, or who takes him, under the words."""
    said = [words("business-wrote")]
    if text:
        said.append(said_text(words, text))
    return open_question_screen(words, asked).below("\n".join(said))


def no_client_screen(words: Words) -> Screen:
    """It is remembered."""
    return Screen(words("business-no-client-done"), (home_row(words),))


def connected_screen(words: Words) -> Screen:
    """The account is connected."""
    return Screen(words("business-on"), ((Button(words.plain("me-business"), OpenBusiness()),),))


def disconnected_screen(words: Words) -> Screen:
    """It is not any more."""
    return Screen(words("business-off"), ((Button(words.plain("me-business"), OpenBusiness()),),))


def right_lost_screen(words: Words, right: BusinessRight) -> Screen:
    """A right was taken from the bot."""
    text = words("business-right-lost", right=words.plain(f"business-right-{right}"))
    return Screen(text, ((Button(words.plain("me-business"), OpenBusiness()),),))
