"""Closing an access, and where everything goes that somebody has."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.people.card import card_of_person, card_screen
from bot.method.people.parting import PartingKind, PartingWay
from bot.method.pool.again import AgainReason, WhyAgain
from bot.services.core.acts.in_parts import done_before
from bot.services.people import access, parting, parting_plan
from bot.services.people.parting_plan import Parting, Wish
from bot.services.pool.again import in_own_words
from bot.telegram.context import Context, Going
from bot.telegram.filters import answers, tapped
from bot.views.core.undo import with_undo
from bot.views.people import parting as view
from bot.views.screen import Screen
from bot.views.taps.people import (
    Activate,
    AskDeactivate,
    AskHeir,
    AskTransfer,
    Deactivate,
    PartBecause,
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
    return await _part(ctx, tap, None)


@router.callback_query(tapped(PartBecause))
async def part_because(query: CallbackQuery, tap: PartBecause, ctx: Context) -> Screen | Going:
    if tap.reason is not AgainReason.OWN_WORDS:
        return await _part(ctx, tap, WhyAgain(tap.reason))
    parting.confirm(ctx.found_by(partial(parting_plan.planned, wish=_wish(tap))), tap.mark)
    ctx.ask(tap)
    return view.why_screen(ctx.words, _preview(tap))


@router.message(answers(PartBecause))
async def part_in_words(message: Message, asked: PartBecause, ctx: Context) -> Screen | Going:
    return await _part(ctx, asked, in_own_words(message.text or ""))


async def _part(ctx: Context, tap: PartNow | PartBecause, again: WhyAgain | None) -> Screen | Going:
    """`again`: why to somebody who has let some of the clients go lately."""
    before = await done_before(ctx.act, ctx.tap_data)
    if before is not None and before.whole:
        screen = await card_of_person(ctx, tap.person_id)
        screen = screen.below(view.done_text(ctx.words, parting.gone_by(before)))
        return with_undo(ctx.words, screen, before.step_id)
    rest = await parting.rest_of(ctx.act) if before else None
    made = ctx.found_by(partial(parting_plan.planned, wish=_wish(tap), rest=rest))
    if before is None:
        parting.confirm(made, tap.mark)
    if made.back and not isinstance(tap, PartBecause):
        return view.let_go_screen(ctx.words, made.plan, ctx.act.policy.not_back_days)
    return await _part_on(made, again, 0, before.clients if before else 0, ctx)


async def _part_on(
    made: Parting, again: WhyAgain | None, start: int, before: int, ctx: Context
) -> Screen | Going:
    """`before`: so many clients went before the process was ended in the middle of it."""
    total = before + made.total
    gone = await parting.carry_out(ctx.act, made, start, again)
    if gone is None:
        at = start + parting.PORTION
        screen = view.progress_screen(ctx.words, before + at, total)
        return Going(screen, partial(_part_on, made, again, at, before))
    done = view.done_text(ctx.words, gone)
    return (await card_of_person(ctx, made.wish.person_id)).below(done)


async def asked(ctx: Context, person_id: int, kind: PartingKind) -> Screen:
    """Where everything goes that somebody has; who has nothing is asked about once more."""
    owned = await parting_plan.owned(ctx.act, person_id, kind)
    return view.owned_screen(ctx.words, owned)


def _wish(tap: PreviewParting | PartNow | PartBecause) -> Wish:
    way = PartingWay.ONE if isinstance(tap, PartBecause) else tap.way
    return Wish(tap.person_id, tap.kind, way, tap.to_id)


def _preview(tap: PartBecause) -> PreviewParting:
    return PreviewParting(tap.person_id, tap.kind, PartingWay.ONE, tap.to_id)
