"""Samples of every screen of the manager's day, of clients, people and notices: plain ones, and
ones as long and as nasty as people make them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial

from bot.method.clients import cards as c
from bot.method.core.absence import InPlace, WhyAbsent
from bot.method.core.terms import (
    ClientStatus,
    DealStatus,
    Role,
    TaskStatus,
)
from bot.method.deals.cards import DealDraft, DealPage
from bot.method.gaps.cards import ToDecide
from bot.method.imports.export_cards import ExportedFile
from bot.method.inbound.cards import (
    InboundNotice,
    Original,
    OwnLine,
    ReturnNotice,
    SentContent,
)
from bot.method.people.cards import (
    InviteFacts,
    Joined,
    PlaceNotice,
    RoleMove,
    Welcome,
)
from bot.method.people.vacation import VacationNews
from bot.method.tasks.cards import NoAnswerChoice
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.steps import RetryTime
from bot.views.clients import clients
from bot.views.clients.history import content_screen, history_screen
from bot.views.core import notices, start
from bot.views.day import day, digest
from bot.views.deals import deals
from bot.views.imports import export
from bot.views.inbound import inbound
from bot.views.parts.decided import with_decided
from bot.views.people import people, roles
from bot.views.people.vacation import ahead_screen
from bot.views.pool.hand_out import hand_out_whom_screen
from bot.views.screen import Screen
from bot.views.taps.nav import OpenClient
from bot.views.tasks import card, next_step
from bot.views.tasks.card_more import text_form
from bot.views.words import Words
from tests.unit.views.facts import (
    ABSENCE,
    AHEAD,
    ASK,
    ASKED,
    CAME,
    CARD,
    CLIENT_CARD,
    CLIENTS,
    DAY,
    DEAL,
    DEAL_CARD,
    DECIDED,
    DIGEST,
    DONE,
    EAST,
    EMPTY,
    GAPS,
    HEAD,
    HUGE,
    LINE,
    LONG,
    MOVING,
    NOW,
    PEOPLE,
    PERSON,
    PLANNED,
    QUESTION,
    QUESTIONS,
    TEAMS,
    TEXT,
    TODAY,
    TOUCHES,
    WORDS,
)

Sample = Callable[[Words], Screen | None]

SAMPLES: dict[str, Sample] = {
    "day": lambda w: day.day_screen(w, DAY),
    "day, questions": lambda w: day.day_screen(w, QUESTIONS),
    "day, only questions": lambda w: day.day_screen(w, replace(EMPTY, asked=ASKED, asked_total=3)),
    "day, nothing to do": lambda w: day.day_screen(w, EMPTY),
    "day of a head": lambda w: day.day_screen(w, replace(EMPTY, new_here=True, leads=True)),
    "day, only gaps": lambda w: day.day_screen(w, replace(EMPTY, gaps=2)),
    "digest": lambda w: digest.digest_screen(w, DIGEST, "Анна Петрова", GAPS),
    "digest, tables": lambda w: digest.digest_screen(
        w, replace(DIGEST, tables=True), "Анна Петрова", GAPS
    ),
    "digest, questions of the team": lambda w: digest.digest_screen(
        w, replace(DIGEST, team_asked=((LONG, HUGE),) * 12), "Анна Петрова", GAPS
    ),
    "digest, only requests": lambda w: digest.digest_screen(
        w, EMPTY, "Анна Петрова", replace(GAPS, lines=(), total=0), waits=ToDecide(HUGE, HUGE)
    ),
    "task": lambda w: card.task_screen(w, CARD),
    "task, another zone": lambda w: card.task_screen(w, replace(CARD, owner_name=LONG, clock=EAST)),
    "planned, another zone": lambda w: next_step.planned_screen(w, replace(PLANNED, clock=EAST)),
    "task, inbound": lambda w: card.task_screen(w, replace(CARD, line=CAME)),
    "task, inbound brought by the reader": lambda w: card.task_screen(
        w, replace(CARD, line=CAME, arrival_id=HUGE)
    ),
    "task, done": lambda w: card.task_screen(w, DONE),
    "task, cancelled": lambda w: card.task_screen(w, replace(CARD, status=TaskStatus.CANCELLED)),
    "comment": lambda w: card.comment_form(w, CARD),
    "text": lambda w: text_form(w, CARD),
    "first text": lambda w: text_form(w, replace(CARD, line=replace(LINE, title=None))),
    "comment, kept": lambda w: card.commented_screen(w, CARD),
    "next step": lambda w: next_step.ask_screen(w, ASK),
    "next step, an answer": lambda w: next_step.ask_screen(w, replace(ASK, answers=HUGE)),
    "next step, an answer, several deals": lambda w: next_step.ask_screen(
        w, replace(ASK, answers=HUGE, deal_id=None, deals=(DEAL, DEAL))
    ),
    "planned, an answer": lambda w: next_step.planned_screen(w, PLANNED, "planned-answer"),
    "next step, several deals": lambda w: next_step.ask_screen(
        w, replace(ASK, deal_id=None, deals=(DEAL, DEAL))
    ),
    "wants to buy": lambda w: next_step.buy_screen(w, ASK, HUGE, DealDraft(LONG, 2**52, "RUB")),
    "move": lambda w: next_step.move_screen(w, MOVING),
    "again": lambda w: next_step.again_screen(
        w,
        NoAnswerChoice(
            HUGE, HUGE, LONG, 2, 3, ((RetryTime.HOUR, NOW), (RetryTime.MORNING, NOW)), TODAY
        ),
    ),
    "again, no attempts left": lambda w: next_step.again_screen(
        w, NoAnswerChoice(HUGE, HUGE, LONG, 4, 3, (), TODAY)
    ),
    "again, another channel": lambda w: next_step.channel_screen(w, CARD),
    "planned": lambda w: next_step.planned_screen(w, PLANNED),
    "planned, no reminder": lambda w: next_step.planned_screen(
        w, replace(PLANNED, unreminded=True)
    ),
    "planned, nothing left": lambda w: next_step.planned_screen(
        w, replace(PLANNED, following=None), "planned-moved"
    ),
    "planned, a deal opened": lambda w: next_step.planned_screen(
        w, replace(PLANNED, opened_deal_id=HUGE), "planned-bought"
    ),
    "deals": lambda w: deals.deals_screen(w, DealPage((DEAL_CARD,) * 8, 80, 1, 10, TODAY)),
    "deals, none": lambda w: deals.deals_screen(w, DealPage((), 0, 0, 1, TODAY)),
    "deal": lambda w: deals.deal_screen(w, DEAL_CARD),
    "deal, won": lambda w: deals.deal_screen(
        w, replace(DEAL_CARD, deal=replace(DEAL, status=DealStatus.WON))
    ),
    "deal, why lost": lambda w: deals.reasons_screen(w, DEAL_CARD),
    "deal, name": lambda w: deals.form_screen(w, "deal-name-ask", HUGE),
    "clients": lambda w: clients.clients_screen(w, CLIENTS),
    "clients, some of them": lambda w: clients.clients_screen(
        w, replace(CLIENTS, only=c.ClientFilter.GAPS)
    ),
    "clients, none of these": lambda w: clients.clients_screen(
        w, c.ClientPage((), 0, 0, 1, TODAY, c.ClientFilter.SUPPLIERS)
    ),
    "clients, none": lambda w: clients.clients_screen(w, c.ClientPage((), 0, 0, 1, TODAY)),
    "choose": lambda w: clients.choose_screen(w, c.Found("х", CLIENTS, line_id=HUGE), OpenClient),
    "added by mistake": lambda w: clients.remove_ask_screen(w, LONG, HUGE),
    "found": lambda w: clients.found_screen(w, c.Found(LONG[:100], CLIENTS)),
    "found, alike": lambda w: clients.found_screen(w, c.Found("х", CLIENTS, alike=True)),
    "client, a comment is asked for": lambda w: clients.note_form(w, CLIENT_CARD),
    "client, a comment is kept": lambda w: clients.noted_screen(w, CLIENT_CARD),
    "client": lambda w: clients.client_screen(w, CLIENT_CARD),
    "client, lost": lambda w: clients.client_screen(
        w, replace(CLIENT_CARD, status=ClientStatus.LOST, tasks=(), deals=(), gap=None)
    ),
    "history": lambda w: history_screen(w, c.History(HUGE, LONG, TOUCHES[-8:], 1, 9, TODAY)),
    "history, empty": lambda w: history_screen(w, c.History(HUGE, LONG, (), 0, 1, TODAY)),
    "history, with content": lambda w: history_screen(
        w, c.History(HUGE, LONG, TOUCHES[-8:], 1, 9, TODAY, contents=((HUGE, NOW),))
    ),
    "content": lambda w: content_screen(
        w, SentContent(7, LONG, NOW, (Original(HUGE, (1, 2)),)), TODAY
    ),
    "arrived, with content": lambda w: inbound.arrived_screen(
        w, replace(CARD, has_content=True), c.Arrived(7, c.Join.NEW)
    ),
    "arrived": lambda w: inbound.arrived_screen(w, CARD, c.Arrived(7, c.Join.NEW)),
    "arrived for a colleague": lambda w: inbound.arrived_screen(
        w, CARD, c.Arrived(7, c.Join.NEW, LONG)
    ),
    "arrived for who is away": lambda w: inbound.arrived_screen(
        w, CARD, c.Arrived(7, c.Join.NEW, LONG, absence=ABSENCE)
    ),
    "arrived, with words": lambda w: inbound.arrived_screen(
        w, CARD, c.Arrived(7, c.Join.NEW, words=WORDS)
    ),
    "arrived, one of many": lambda w: inbound.arrived_screen(
        w, CARD, c.Arrived(7, c.Join.JOINED), 999_999
    ),
    "arrived, of many clients": lambda w: inbound.many_screen(w, 999_999),
    "whose is it": lambda w: inbound.question_screen(w, QUESTION),
    "whose is it, with words": lambda w: inbound.question_screen(
        w, replace(QUESTION, contact="+79161234567", comment=TEXT)
    ),
    "whose is it, hidden": lambda w: inbound.question_screen(
        w, replace(QUESTION, sender=None, contact="+79161234567")
    ),
    "whose is it, once more": lambda w: inbound.question_screen(w, replace(QUESTION, joined=True)),
    "whose is it, another client": lambda w: inbound.question_screen(
        w, replace(QUESTION, taken_off=LONG)
    ),
    "whose is it, nobody known": lambda w: inbound.question_screen(
        w, replace(QUESTION, candidates=(), sender=None)
    ),
    "whose is it, a colleague": lambda w: inbound.question_screen(
        w, replace(QUESTION, sender=None, colleague=LONG)
    ),
    "one's own line": lambda w: inbound.own_line_screen(w, OwnLine(HUGE)),
    "a forward of the bot": lambda w: inbound.forward_of_bot_screen(w),
    "an open question": lambda w: inbound.open_question_screen(w, QUESTION),
    "find for": lambda w: inbound.find_screen(w, 7),
    "put away": lambda w: inbound.put_away_screen(w),
    "held": lambda w: inbound.held_screen(w, c.ColleaguesClient("Петров", HUGE)),
    "passed on": lambda w: inbound.passed_screen(w, c.PassedOn("Петров")),
    **{
        f"passed on, {place}, {why}": lambda w, place=place, why=why: inbound.passed_screen(
            w, c.PassedOn("Петров", replace(ABSENCE, place=place, why=why))
        )
        for place in InPlace
        for why in WhyAbsent
    },
    "came back": lambda w: inbound.came_back_screen(w, c.CameBack(HUGE, None)),
    "head told": lambda w: inbound.head_told_screen(w, c.HeadTold(True)),
    "head told, declined": lambda w: inbound.head_told_screen(w, c.HeadTold(False, True)),
    "returning to the pool": lambda w: inbound.return_notice_screen(
        w, ReturnNotice(HUGE, HUGE, LONG, ClientStatus.POOL, LONG, TEXT)
    ),
    "returning, decided": lambda w: inbound.return_notice_screen(
        w, ReturnNotice(HUGE, HUGE, LONG, ClientStatus.ACTIVE, LONG, TEXT)
    ),
    "channel": inbound.channel_screen,
    "inbound for you": lambda w: inbound.notice_screen(
        w, InboundNotice(HUGE, LONG, LONG, NOW, TODAY, TEXT)
    ),
    "inbound for who is away": lambda w: inbound.notice_screen(
        w, InboundNotice(HUGE, LONG, LONG, NOW, TODAY, TEXT, client_id=HUGE, absence=ABSENCE)
    ),
    "returning": lambda w: inbound.return_notice_screen(
        w, ReturnNotice(HUGE, HUGE, LONG, ClientStatus.LOST, LONG, TEXT)
    ),
    "invite": lambda w: people.whom_screen(w, tuple(Role)),
    "invite, team": lambda w: people.team_screen(w, Role.HEAD, TEAMS),
    "invite, link": lambda w: people.invite_screen(
        w, InviteFacts("x" * 22, Role.HEAD, "Продажи", 72), "bot"
    ),
    "people": lambda w: people.people_screen(w, PEOPLE),
    "person": lambda w: people.person_screen(w, PERSON, can_close=True),
    "person, spared": lambda w: people.person_screen(
        w, replace(PERSON, spared=True, spared_until=TODAY), can_close=True
    ),
    "to be spared": lambda w: people.spare_screen(w, PERSON),
    "person, gone": lambda w: people.person_screen(
        w, replace(PERSON, active=False, blocked=True), can_close=True
    ),
    "export": export.export_screen,
    "export, begun": export.begun_screen,
    "export, ready": lambda w: export.ready_screen(w, (ExportedFile("a.csv", b"", 1001),) * 3),
    **{
        f"welcome, {role}": partial(
            lambda w, role: start.welcome_screen(w, Welcome(LONG, role, "Продажи", 0, time(9))),
            role=role,
        )
        for role in Role
    },
    "decided": lambda w: with_decided(w, DECIDED, hand_out_whom_screen(w, 500, PEOPLE)),
    "role to choose": lambda w: roles.role_screen(w, PERSON),
    "team": lambda w: roles.team_of_screen(w, PERSON, TEAMS),
    "team of a head": lambda w: roles.team_of_screen(w, HEAD, TEAMS),
    "move by invite": lambda w: roles.move_screen(
        w, RoleMove("A" * 22, Role.HEAD, "Ю" * 60, Role.MANAGER, "Ю" * 60)
    ),
    "vacation ahead": lambda w: ahead_screen(w, AHEAD),
    "vacation set for the reader": lambda w: ahead_screen(w, replace(AHEAD, own=True)),
    "vacation of the reader off": lambda w: ahead_screen(
        w, replace(AHEAD, own=True, what=VacationNews.OFF, substitute=None)
    ),
    "vacation off": lambda w: ahead_screen(w, replace(AHEAD, what=VacationNews.OFF, to_head=True)),
    "place": lambda w: roles.place_screen(w, PlaceNotice(Role.HEAD, "Ю" * 60, 3)),
    "place, nobody": lambda w: roles.place_screen(w, PlaceNotice(Role.HEAD, None, 0)),
    "unled": lambda w: roles.unled_screen(w, [(HUGE + n, LONG) for n in range(30)]),
    "joined": lambda w: roles.joined_screen(w, Joined(HUGE, LONG, Role.HEAD, "Ю" * 60, 0)),
    "hello": lambda w: start.hello_screen(w, LONG),
    "help": lambda w: start.help_screen(w, Role.ADMIN),
    "more": lambda w: start.more_screen(w, Role.ADMIN),
    "blocked": lambda w: notices.blocked_screen(w, LONG),
    "told: a task": lambda w: notices.set_task_screen(w, LINE, Moment(TODAY), LONG, TODAY),
    "told: a day": lambda w: notices.told_day_screen(w, LONG, HUGE, "завтра в 18:00"),
}
