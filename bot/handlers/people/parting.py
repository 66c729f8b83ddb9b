"""Closing an access, and where everything goes that somebody has."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.handlers.people.card import card_of_person, card_screen
from bot.method.people.parting import PartingKind
from bot.services.core.acts.in_parts import done_before
from bot.services.people import access, parting, parting_plan
from bot.services.people.parting_plan import Parting, Wish
from bot.telegram.context import Context, Going
from bot.telegram.filters import tapped
from bot.views.core.undo import with_undo
from bot.views.people import parting as view
from bot.views.screen import Screen
from bot.views.taps.people import (
    Activate,
    AskDeactivate,
    AskHeir,
    AskTransfer,
    Deactivate,
    PartNow,
    PreviewParting,
)

router = Router(name="parting")


@router.callback_query(tapped(AskDeactivate))
async def ask_deactivate(query: CallbackQuery, tap: AskDeactivate, ctx: Context) -> Screen:
    return await asked(ctx, tap.person_id, PartingKind.CLOSE)


@router.callback_query(tapped(Deactivate))
async def deactivate(query: CallbackQuery, tap: Deactivate, ctx: Context) -> Screen:
    """Of who has nothing; a button of before something came to him asks where it goes."""
    owned = await parting_plan.owned(ctx.act, tap.person_id, PartingKind.CLOSE)
    if owned.holding.clients:
        return view.owned_screen(ctx.words, owned)
    return card_screen(ctx, await access.deactivate(ctx.act, tap.person_id))


@router.callback_query(tapped(Activate))
async def activate(query: CallbackQuery, tap: Activate, ctx: Context) -> Screen:
    return card_screen(ctx, await access.activate(ctx.act, tap.person_id))


@router.callback_query(tapped(AskTransfer))
async def ask_transfer(query: CallbackQuery, tap: AskTransfer, ctx: Context) -> Screen:
    return await asked(ctx, tap.person_id, PartingKind.HAND_OVER)


@router.callback_query(tapped(AskHeir))
async def ask_heir(query: CallbackQuery, tap: AskHeir, ctx: Context) -> Screen:
    people = await parting_plan.heirs(ctx.act, tap.person_id, tap.kind, tap.page)
    owned = await parting_plan.owned(ctx.act, tap.person_id, tap.kind)
    return view.heirs_screen(ctx.words, owned, people)


@router.callback_query(tapped(PreviewParting))
async def preview(query: CallbackQuery, tap: PreviewParting, ctx: Context) -> Screen:
    plan = ctx.found_by(partial(parting_plan.preview, wish=_wish(tap)))
    return view.plan_screen(ctx.words, plan)


@router.callback_query(tapped(PartNow))
async def part(query: CallbackQuery, tap: PartNow, ctx: Context) -> Screen | Going:
    before = await done_before(ctx.act, ctx.tap_data)
    if before is not None and before.whole:
        screen = await card_of_person(ctx, tap.person_id)
        screen = screen.below(view.done_before_text(ctx.words, tap.way, before.clients))
        return with_undo(ctx.words, screen, before.step_id)
    made = ctx.found_by(partial(parting_plan.planned, wish=_wish(tap)))
    if before is None:
        parting.confirm(made, tap.mark)
    return await _part_on(made, 0, before.clients if before else 0, ctx)


async def _part_on(made: Parting, start: int, before: int, ctx: Context) -> Screen | Going:
    """`before`: so many clients went before the process was ended in the middle of it."""
    total = before + made.total
    if not await parting.carry_out(ctx.act, made, start):
        at = start + parting.PORTION
        screen = view.progress_screen(ctx.words, before + at, total)
        return Going(screen, partial(_part_on, made, at, before))
    done = view.done_text(ctx.words, made.plan)
    if before:
        done = view.done_before_text(ctx.words, made.wish.way, total)
    return (await card_of_person(ctx, made.wish.person_id)).below(done)


async def asked(ctx: Context, person_id: int, kind: PartingKind) -> Screen:
    """Where everything goes that somebody has; who has nothing is asked about once more."""
    owned = await parting_plan.owned(ctx.act, person_id, kind)
    return view.owned_screen(ctx.words, owned)


def _wish(tap: PreviewParting | PartNow) -> Wish:
    return Wish(tap.person_id, tap.kind, tap.way, tap.to_id)
