"""What people are told of what has come by itself: calls, letters, forms (R9)."""

from bot.method.inbound.intake.cards import CallNotice, IntakeNotice, IntakeQuestion, Reported
from bot.views.inbound.inbound import open_question_screen
from bot.views.parts.absence import absent_why
from bot.views.parts.rows import about_client
from bot.views.parts.said import said_text
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.nav import AskHandOver, AskNext, OpenDay, OpenTask
from bot.views.words import Markup, Words


def intake_screen(words: Words, notice: IntakeNotice) -> Screen:
    """An inbound is there; a missed call with the number to call back."""
    parts = [said(words, notice.client_name, notice.reported)]
    parts += [words("contact-phone", number=words.phone(phone)) for phone in notice.phones]
    if notice.instead_of is not None:
        parts.append(words("stand-in-for", name=notice.instead_of))
    if notice.reported.text:
        parts.append(said_text(words, notice.reported.text))
    if notice.untaken:
        parts.append(words("reported-untaken"))
    if notice.absence is not None:
        parts.append(words("reported-absent", why=absent_why(words, notice.absence)))
    elif notice.new:
        parts.append(words("reported-new"))
    open_task = Button(words.plain("notice-open"), OpenTask(notice.task_id), style="primary")
    rows: list[Row] = [(open_task, Button(words.plain("menu-today"), OpenDay()))]
    if notice.absence is not None or notice.new:
        rows.append((Button(words.plain("hand-over"), AskHandOver(notice.client_id)),))
    if notice.phones:
        rows.append(tuple(_copy(words, phone) for phone in notice.phones))
    label = about_client("\N{LARGE GREEN CIRCLE}", notice.client_name)
    text = Markup("\n".join(parts))
    brief = Brief(text, ((Button(label, OpenTask(notice.task_id)),),))
    return Screen(text, tuple(rows), brief=brief)


def call_screen(words: Words, notice: CallNotice) -> Screen:
    """Somebody has talked to the client: how did it end, or when is the next contact?"""
    parts = [said(words, notice.client_name, notice.reported)]
    if notice.instead_of is not None:
        parts.append(words("stand-in-for", name=notice.instead_of))
    parts.append(_asked(words, notice))
    tap = AskNext(notice.client_id) if notice.task_id is None else OpenTask(notice.task_id)
    key = "do-plan" if notice.task_id is None else "notice-open"
    button = Button(words.plain(key), tap, style="primary")
    text = Markup("\n".join(parts))
    label = about_client("\N{TELEPHONE RECEIVER}", notice.client_name)
    rows: tuple[Row, ...] = ((button, Button(words.plain("menu-today"), OpenDay())),)
    return Screen(text, rows, brief=Brief(text, ((Button(label, tap),),)))


def intake_question_screen(words: Words, asked: IntakeQuestion) -> Screen:
    """Whose is it, under what has come."""
    parts = [said(words, words.plain("reported-nobody"), asked.reported)]
    if asked.reported.text:
        parts.append(said_text(words, asked.reported.text))
    return open_question_screen(words, asked.question).below("\n".join(parts))


def said(words: Words, client_name: str, reported: Reported) -> Markup:
    """What has come from whom, and when."""
    moment = words.moment(reported.at, reported.today)
    if reported.call is not None:
        return words(f"reported-{reported.call}", client=client_name, moment=moment)
    return words(f"reported-{reported.channel}", client=client_name, moment=moment)


def _asked(words: Words, notice: CallNotice) -> Markup:
    if notice.task_id is None:
        return words("call-next")
    if notice.kind is None:
        return words("call-inbound")
    return words("call-outcome", what=notice.title or words.plain(f"kind-{notice.kind}"))


def _copy(words: Words, phone: str) -> Button:
    return Button(words.plain("copy-phone", number=words.phone(phone)), copy=phone)
