"""All routers in the order in which they are asked."""

from functools import cache

from aiogram import Dispatcher

from bot.handlers import (
    calendar_file,
    client_edit,
    clients,
    dates,
    deals,
    evening,
    exporting,
    gaps,
    handover,
    history,
    imports,
    inbound,
    inline,
    load,
    lost,
    merging,
    next_step,
    people,
    pool,
    quick,
    rounds,
    settings,
    setup,
    stages,
    start,
    tasks,
    undo,
    vacations,
)


@cache
def dispatcher() -> Dispatcher:
    """The dispatcher that knows every screen; strangers are asked about first.

    One a process: a router belongs to one dispatcher only.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(
        start.strangers,
        inline.router,
        start.router,
        tasks.router,
        rounds.router,
        history.router,
        next_step.router,
        dates.router,
        deals.router,
        evening.router,
        stages.router,
        calendar_file.router,
        gaps.router,
        setup.router,
        load.router,
        pool.router,
        lost.router,
        handover.router,
        people.router,
        settings.router,
        vacations.router,
        client_edit.router,
        exporting.router,
        merging.router,
        clients.router,
        imports.router,
        inbound.router,
        undo.router,
        quick.router,
    )
    dispatcher.message.outer_middleware(dates.leave_form)
    dispatcher.callback_query.outer_middleware(dates.leave_form)
    return dispatcher
