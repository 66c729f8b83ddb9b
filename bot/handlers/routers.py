"""All routers in the order in which they are asked."""

from functools import cache

from aiogram import Dispatcher

from bot.handlers.by_tap import ByTap
from bot.handlers.clients import clients, edit, erasing, history, inline, merging, removing, sought
from bot.handlers.company import calendar, journal, rules, status
from bot.handlers.core import service, start, undo
from bot.handlers.course import course
from bot.handlers.day import evening, rounds
from bot.handlers.deals import deals, stages
from bot.handlers.gaps import gaps, questions, reprieves
from bot.handlers.imports import export, wizard
from bot.handlers.inbound import addresses, business, claims, inbound, spare
from bot.handlers.people import extensions, parting, people, roles, settings, vacations
from bot.handlers.planning import line, load, quick, walk
from bot.handlers.pool import again, handover, leave, lost, picks, pool
from bot.handlers.report import gains, groups, report, signs
from bot.handlers.tasks import calendar_file, dates, instead, next_step, tasks, wording
from bot.telegram.forms import answer_form, close_form


@cache
def dispatcher() -> Dispatcher:
    """The dispatcher that knows every screen; strangers are asked about first.

    One a process: a router belongs to one dispatcher only.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(
        groups.inside,
        start.strangers,
        inline.router,
        questions.replies,
        inbound.beside,
        start.router,
        tasks.router,
        wording.router,
        rounds.router,
        history.router,
        next_step.router,
        dates.router,
        instead.router,
        deals.router,
        evening.router,
        stages.router,
        rules.router,
        calendar.router,
        journal.router,
        status.router,
        calendar_file.router,
        gaps.router,
        reprieves.router,
        questions.router,
        walk.router,
        load.router,
        report.router,
        signs.router,
        gains.router,
        groups.router,
        course.router,
        pool.router,
        lost.router,
        leave.router,
        picks.router,
        handover.router,
        again.router,
        people.router,
        roles.router,
        parting.router,
        extensions.router,
        settings.router,
        vacations.router,
        edit.router,
        export.router,
        merging.router,
        clients.router,
        sought.router,
        removing.router,
        erasing.router,
        wizard.router,
        addresses.router,
        claims.router,
        spare.router,
        business.router,
        inbound.router,
        undo.router,
        quick.router,
        line.router,
        service.router,
    )
    dispatcher.message.outer_middleware(close_form)
    dispatcher.message.middleware(answer_form)
    dispatcher.callback_query.outer_middleware(close_form)
    dispatcher.callback_query.outer_middleware(ByTap(dispatcher))
    return dispatcher
