"""The question for the next step and what is chosen on it."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.rounds import go_on
from bot.method.terms import Outcome, TaskKind
from bot.models.dossier import Dossier
from bot.models.task import Task
from bot.services import asking, day, walk
from bot.services.deal_draft import draft_of, drop_draft
from bot.services.deals import wants_to_buy
from bot.services.tasks import When, move_task, no_answer, plan_task
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views import next_step as view
from bot.views.nav import AskNext, WantsToBuy
from bot.views.screen import Button, Screen
from bot.views.task_taps import (
    AskAgain,
    AskMove,
    BuyOn,
    Locked,
    MoveTo,
    OpenMonth,
    PlanOn,
    Purpose,
    TryAgain,
)

router = Router(name="next_step")


async def next_step_screen(
    ctx: Context,
    client_id: int,
    deal_id: int | None = None,
    outcome: Outcome | None = None,
    dossier: Dossier | None = None,
    kind: TaskKind = TaskKind.CALL,
) -> Screen:
    """The question, after an outcome or by itself; `dossier` where it is known already."""
    ask = await asking.next_step(ctx.act, client_id, deal_id, outcome, dossier=dossier)
    return view.ask_screen(ctx.words, replace(ask, kind=kind))


async def buy_screen_of(ctx: Context, client_id: int, task_id: int | None) -> Screen:
    """The dates for a new deal, with what has been typed about it so far."""
    ask = await asking.next_step(ctx.act, client_id, new_deal=True)
    return view.buy_screen(ctx.words, ask, task_id, draft_of(ctx.act, client_id))


@router.callback_query(tapped(AskNext))
async def ask_next(query: CallbackQuery, tap: AskNext, ctx: Context) -> Screen:
    return await next_step_screen(ctx, tap.client_id, tap.deal_id, kind=tap.kind.kind)


@router.callback_query(tapped(WantsToBuy))
async def ask_buy(query: CallbackQuery, tap: WantsToBuy, ctx: Context) -> Screen:
    return await buy_screen_of(ctx, tap.client_id, tap.task_id)


@router.callback_query(tapped(AskMove))
async def ask_move(query: CallbackQuery, tap: AskMove, ctx: Context) -> Screen:
    card = await day.task_card(ctx.act, tap.task_id)
    deal_id = card.deal.deal_id if card.deal else None
    ask = await asking.next_step(ctx.act, card.line.client_id, deal_id)
    return view.move_screen(ctx.words, ask, card)


@router.callback_query(tapped(AskAgain))
async def ask_again(query: CallbackQuery, tap: AskAgain, ctx: Context) -> Screen:
    return view.again_screen(ctx.words, await asking.again(ctx.act, tap.task_id))


@router.callback_query(tapped(OpenMonth))
async def open_month(query: CallbackQuery, tap: OpenMonth, ctx: Context) -> Screen:
    buys = tap.purpose is Purpose.BUY
    deal_id = await _deal_of(ctx, tap)
    ask = await asking.next_step(ctx.act, tap.client_id, deal_id, new_deal=buys)
    grid = await asking.month(
        ctx.act, tap.client_id, ask.deal_id, tap.year, tap.month, new_deal=buys
    )
    return view.month_screen(ctx.words, grid, tap, ask.horizon_days)


@router.callback_query(tapped(Locked))
async def locked(query: CallbackQuery, tap: Locked, ctx: Context) -> Screen:
    return Screen("", toast=view.locked_toast(ctx.words, tap.days), alert=True)


@router.callback_query(tapped(PlanOn))
async def plan(query: CallbackQuery, tap: PlanOn, ctx: Context) -> Screen:
    opened = OpenMonth(
        Purpose.PLAN, tap.client_id, tap.deal_id, tap.on.year, tap.on.month, tap.kind
    )
    if not tap.sure and not ctx.act.calendar.is_working(tap.on):
        return day_off(ctx, tap.on, opened)
    dossier, task = await plan_task(
        ctx.act, tap.client_id, tap.deal_id, When(tap.on), kind=tap.kind.kind
    )
    return await _planned(ctx, dossier, task, "planned")


@router.callback_query(tapped(BuyOn))
async def buy(query: CallbackQuery, tap: BuyOn, ctx: Context) -> Screen:
    opened = OpenMonth(Purpose.BUY, tap.client_id, tap.task_id, tap.on.year, tap.on.month)
    if not tap.sure and not ctx.act.calendar.is_working(tap.on):
        return day_off(ctx, tap.on, opened)
    draft = draft_of(ctx.act, tap.client_id)
    made = await wants_to_buy(
        ctx.act,
        tap.client_id,
        When(tap.on),
        source_task_id=tap.task_id,
        title=draft.title,
        amount=draft.amount,
        currency=draft.currency,
    )
    drop_draft(ctx.act)
    return await _planned(ctx, made.dossier, made.task, "planned-bought", made.cancelled)


@router.callback_query(tapped(MoveTo))
async def move(query: CallbackQuery, tap: MoveTo, ctx: Context) -> Screen:
    if not tap.sure and not ctx.act.calendar.is_working(tap.on):
        card = await day.task_card(ctx.act, tap.task_id)
        opened = OpenMonth(
            Purpose.MOVE, card.line.client_id, tap.task_id, tap.on.year, tap.on.month
        )
        return day_off(ctx, tap.on, opened)
    dossier, task = await move_task(ctx.act, tap.task_id, When(tap.on))
    return await _planned(ctx, dossier, task, "planned-moved")


@router.callback_query(tapped(TryAgain))
async def try_again(query: CallbackQuery, tap: TryAgain, ctx: Context) -> Screen:
    at = datetime.combine(tap.on, tap.at, ZoneInfo(ctx.act.actor.zone))
    when = await asking.owners_when(ctx.act, tap.task_id, at)
    dossier, task = await no_answer(ctx.act, tap.task_id, when)
    return await _planned(ctx, dossier, task, "planned-again")


async def _deal_of(ctx: Context, opened: OpenMonth) -> int | None:
    """The deal that the date of the month is for."""
    if opened.purpose is Purpose.WALK and opened.other_id is not None:
        return (await walk.own_gap(ctx.act, opened.other_id)).deal_id
    return opened.other_id if opened.purpose is Purpose.PLAN else None


def day_off(ctx: Context, on: date, opened: OpenMonth) -> Screen:
    """Asks whether a day off is meant, with the next working day as the offer."""
    working = ctx.act.calendar.next_working(on)
    label = ctx.words.plain("day-off-instead", date=ctx.words.day(working, ctx.act.today))
    instead = Button(label, view.pick_of(opened, working), style="primary")
    sure = view.pick_of(opened, on, sure=True)
    return view.day_off_screen(ctx.words, on, ctx.act.today, sure, instead)


async def _planned(
    ctx: Context,
    dossier: Dossier,
    task: Task,
    key: str,
    cancelled: tuple[Task, ...] = (),
) -> Screen:
    """Every date that was chosen ends here: what was written down, and what comes next."""
    facts = await day.planned(ctx.act, dossier, task, cancelled)
    return await go_on(ctx, view.planned_screen(ctx.words, facts, key))
