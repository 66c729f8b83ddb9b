"""What has arrived: the task, the question whose it is, or whom it concerns (R9)."""

from dataclasses import replace
from typing import assert_never

from bot.method.clients.cards import (
    Arrived,
    CameBack,
    Channel,
    ColleaguesClient,
    HeadTold,
    Join,
    OpenQuestion,
    PassedOn,
    WhoseMessage,
)
from bot.method.core.terms import ClientStatus, TaskStatus
from bot.method.inbound.cards import InboundNotice, OwnLine, OwnWords, ReturnNotice
from bot.method.tasks.cards import TaskCard
from bot.method.tasks.date_question import Purpose
from bot.views.clients.clients import client_label
from bot.views.parts.absence import absence_text, absent_why
from bot.views.parts.rows import about_client, back_button, home_row
from bot.views.parts.said import said_text
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.clients import AskFind
from bot.views.taps.inbound import (
    AskChannel,
    AskWhose,
    ChooseClient,
    CreateFrom,
    FindFor,
    LogChannel,
    PassOn,
    PutAway,
    TakeBack,
)
from bot.views.taps.nav import AskHandOver, AskLost, KindCode, OpenClient, OpenDay, OpenTask
from bot.views.taps.pool import AskAssign, AskRestore, Keep
from bot.views.taps.tasks import TakeDate
from bot.views.tasks.card import task_screen
from bot.views.tasks.dates import moment_text
from bot.views.words import Markup, Words


def arrived_screen(
    words: Words,
    card: TaskCard,
    made: Arrived,
    more: int = 0,
) -> Screen:
    """The inbound is there: the card of the task under what has happened, with what the reader
    has written beside it and the dates that it names. `more` messages have joined the first."""
    parts = [_arrived(words, made, more)]
    screen, own = task_screen(words, card), made.words
    if own is not None:
        parts.append(words("arrived-words", text=own.text[:500]))
        rows = _plan_rows(words, card, own)
        if rows:
            parts.append(words("arrived-plan"))
            screen = replace(screen, rows=rows + screen.rows)
    return replace(screen.below("\n".join(parts)), card=_conversation(made.lead_id))


def _conversation(lead_id: int | None) -> str | None:
    """Whatever comes of a conversation is one card."""
    return None if lead_id is None else f"arrival {lead_id}"


def _arrived(words: Words, made: Arrived, more: int) -> Markup:
    if made.absence is not None:
        return Markup(f"{words('arrived-new')} {absence_text(words, made.absence)}")
    if made.owner_name is not None:
        key = "arrived-added-for" if made.join is Join.ADDED else "arrived-for"
        return words(key, name=made.owner_name)
    return _joined(words, more) if made.join is Join.JOINED else words(f"arrived-{made.join}")


def _joined(words: Words, more: int) -> Markup:
    return words("arrived-joined-many", count=more) if more > 1 else words("arrived-joined")


def many_screen(words: Words, count: int) -> Screen:
    """More conversations at once than anybody can answer one by one: they wait in the list."""
    return Screen(words("arrived-many", count=count), (home_row(words),), card="many")


def _plan_rows(words: Words, card: TaskCard, own: OwnWords) -> tuple[Row, ...]:
    """The next contact at the date of the reader's words; of several deals one is chosen first."""
    if card.status is not TaskStatus.OPEN or (card.deal is None and len(card.open_deals) > 1):
        return ()
    client_id, task_id, kind = card.line.client_id, card.line.task_id, KindCode.of(own.kind)
    return tuple(
        (
            Button(
                words.plain("plan-on", date=moment_text(words, moment, card.today)),
                TakeDate(Purpose.ANSWER, client_id, task_id, moment.on, moment.at, kind=kind),
                style="primary",
            ),
        )
        for moment in own.moments
    )


def question_screen(words: Words, question: WhoseMessage, more: int = 0) -> Screen:
    """Whose message is it? `more` parts have joined the first."""
    sender = question.sender or words.plain("sender-hidden")
    contact = question.contact and words.phone(question.contact)
    if contact:
        sender = f"{sender}, {contact}"
    named = question.sender or contact
    key = "question-choose" if question.candidates else "question-unknown"
    rows: list[Row] = [
        (Button(client_label(words, line), ChooseClient(question.arrival_id, line.client_id)),)
        for line in question.candidates
    ]
    if named:
        label = words.plain("question-new", name=named)[:60]
        rows.append((Button(label, CreateFrom(question.arrival_id), style="success"),))
    find = Button(words.plain("menu-find"), FindFor(question.arrival_id))
    rows.append((find, _put_away(words, question.arrival_id)))
    text = words(key, sender=sender)
    if question.colleague is not None:
        text = words("question-colleague", name=question.colleague)
    if question.brought_by is not None:
        text = Markup(f"{text}\n{words('asked-brought', name=question.brought_by)}")
    if question.comment:
        text = Markup(f"{text}\n{words('arrived-words', text=question.comment[:500])}")
    screen = Screen(text, tuple(rows))
    if question.taken_off is not None:
        key = "taken-off-part" if question.others_stay else "taken-off"
        return screen.below(words(key, client=question.taken_off))
    return screen.below(_joined(words, more)) if question.joined else screen


def own_line_screen(words: Words, line: OwnLine) -> Screen:
    """The reader's own words are no client's; whose they are about may be said."""
    rows: tuple[Row, ...] = ()
    if line.arrival_id is not None:
        rows = ((Button(words.plain("own-about"), FindFor(line.arrival_id)),),)
    return Screen(words("arrived-own"), rows)


def forward_of_bot_screen(words: Words) -> Screen:
    """The bot's own words are no client's: he is found, or what he said is logged."""
    find = Button(words.plain("menu-find"), AskFind())
    return Screen(
        words("forward-of-bot"), ((find, Button(words.plain("more-call"), AskChannel())),)
    )


def held_screen(words: Words, held: ColleaguesClient) -> Screen:
    """A colleague's client: the surname and nothing else."""
    rows: tuple[Row, ...] = ()
    if held.arrival_id is not None:
        rows = ((Button(words.plain("pass-on"), PassOn(held.arrival_id), style="primary"),),)
    return Screen(words("held", surname=held.surname), rows)


def passed_screen(words: Words, passed: PassedOn) -> Screen:
    """The colleague has it, or who hears it in the colleague's place."""
    key = "passed" if passed.surname else "passed-before"
    text = words(key, surname=passed.surname)
    if passed.absence is not None:
        text = words("passed-absent", absence=absence_text(words, passed.absence))
    return Screen(text, (home_row(words),), card=_conversation(passed.lead_id))


def came_back_screen(words: Words, back: CameBack) -> Screen:
    """A client of the pool wrote by himself."""
    sender = back.sender or words.plain("sender-hidden")
    take = Button(words.plain("take-back"), TakeBack(back.arrival_id), style="success")
    row = (take, _put_away(words, back.arrival_id))
    return Screen(words("came-back", sender=sender), (row,))


def open_question_screen(words: Words, question: OpenQuestion, more: int = 0) -> Screen:
    """What waits for the reader's word; `more` parts have joined the first."""
    return replace(_open_question(words, question, more), card=_conversation(question.arrival_id))


def _open_question(words: Words, question: OpenQuestion, more: int) -> Screen:
    match question:
        case WhoseMessage():
            return question_screen(words, question, more)
        case ColleaguesClient():
            return held_screen(words, question)
        case CameBack():
            return came_back_screen(words, question)
    assert_never(question)


def put_away_screen(words: Words) -> Screen:
    """It is forgotten."""
    return Screen(words("put-away-done"), (home_row(words),))


def find_screen(words: Words, arrival_id: int) -> Screen:
    """The client is to be typed; the way back is the question."""
    return Screen(words("find-ask"), ((back_button(words, AskWhose(arrival_id)),),))


def _put_away(words: Words, arrival_id: int) -> Button:
    return Button(words.plain("put-away"), PutAway(arrival_id))


def head_told_screen(words: Words, told: HeadTold) -> Screen:
    """The head decides."""
    key = "head-told-lost" if told.lost else "head-told"
    if told.declined:
        key = "head-told-declined"
    return Screen(words(key), (home_row(words),), card=_conversation(told.lead_id))


def channel_screen(words: Words) -> Screen:
    """How did the client reach us?"""
    row = tuple(
        Button(words.plain(f"channel-{channel}"), LogChannel(channel)) for channel in Channel
    )
    return Screen(words("channel-ask"), (row,))


def notice_screen(words: Words, notice: InboundNotice) -> Screen:
    """Something came for you, or for somebody of yours who is not there, by a colleague."""
    parts = [_noticed(words, notice)]
    if notice.instead_of is not None:
        parts.append(words("stand-in-for", name=notice.instead_of))
    if notice.text:
        parts.append(said_text(words, notice.text))
    row = (
        Button(words.plain("notice-open"), OpenTask(notice.task_id), style="primary"),
        Button(words.plain("menu-today"), OpenDay()),
    )
    label = about_client("\N{LARGE GREEN CIRCLE}", notice.client_name)
    brief = Brief("\n".join(parts), ((Button(label, OpenTask(notice.task_id)),),))
    return Screen(Markup("\n".join(parts)), (row, *_hand_over(words, notice)), brief=brief)


def _noticed(words: Words, notice: InboundNotice) -> Markup:
    moment = words.moment(notice.at, notice.today)
    facts = {"client": notice.client_name, "name": notice.from_name or "", "moment": moment}
    if notice.absence is None:
        return words("notice-added" if notice.added else "notice", **facts)
    return words("notice-absent", **facts, why=absent_why(words, notice.absence))


def _hand_over(words: Words, notice: InboundNotice) -> tuple[Row, ...]:
    """The head works it off, or gives the client to somebody who is there."""
    if notice.absence is None or notice.client_id is None:
        return ()
    return ((Button(words.plain("hand-over"), AskHandOver(notice.client_id)),),)


def return_notice_screen(words: Words, notice: ReturnNotice) -> Screen:
    """A client without an owner writes: the decisions of the head stand on it."""
    text = words(f"return-by-itself-{notice.status}", client=notice.client_name)
    if notice.from_name is not None:
        named = {"client": notice.client_name, "name": notice.from_name}
        text = words(f"return-notice-{notice.status}", **named)
    parts = [text]
    if notice.text:
        parts.append(said_text(words, notice.text))
    to_client = Button(words.plain("to-client"), OpenClient(notice.client_id))
    rows = (*_decisions(words, notice), (to_client,))
    label = about_client("\N{SEEDLING}", notice.client_name)
    brief = Brief("\n".join(parts), ((Button(label, OpenClient(notice.client_id)),),))
    return Screen(Markup("\n".join(parts)), rows, brief=brief)


def _decisions(words: Words, notice: ReturnNotice) -> tuple[Row, ...]:
    client_id = notice.client_id
    match notice.status:
        case ClientStatus.POOL:
            give = Button(words.plain("give-client"), AskAssign(client_id), style="success")
            lost = Button(words.plain("call-lost"), AskLost(client_id), style="danger")
            return ((give,), (lost, Button(words.plain("keep"), Keep(client_id))))
        case ClientStatus.LOST:
            back = Button(words.plain("restore"), AskRestore(client_id), style="success")
            return ((back, Button(words.plain("keep"), Keep(client_id))),)
        case ClientStatus.ACTIVE | ClientStatus.ERASED:
            return ()
    assert_never(notice.status)
