"""The rules of the company: heads look, an admin changes them with the effect seen before."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.company.cards import RuleChange
from bot.services.company import duty, effect, rules
from bot.telegram.context import Context, Going
from bot.telegram.filters import answers, command, tapped
from bot.views.company import rules as view
from bot.views.company.duty import duty_screen
from bot.views.screen import Screen
from bot.views.taps import settings as taps

router = Router(name="rules")


@router.message(command("rules"))
async def rules_command(message: Message, ctx: Context) -> Screen:
    return view.rules_screen(ctx.words, await rules.rule_groups(ctx.act))


@router.callback_query(tapped(taps.OpenRules))
async def open_rules(query: CallbackQuery, tap: taps.OpenRules, ctx: Context) -> Screen:
    return view.rules_screen(ctx.words, await rules.rule_groups(ctx.act))


@router.callback_query(tapped(taps.OpenRuleGroup))
async def open_group(query: CallbackQuery, tap: taps.OpenRuleGroup, ctx: Context) -> Screen:
    page = await rules.rule_page(ctx.act, tap.group, tap.page)
    return view.rule_page_screen(ctx.words, page)


@router.callback_query(tapped(taps.OpenRule))
async def open_rule(query: CallbackQuery, tap: taps.OpenRule, ctx: Context) -> Screen:
    return await _card(ctx, tap.name)


@router.callback_query(tapped(taps.TypeRule))
async def type_rule(query: CallbackQuery, tap: taps.TypeRule, ctx: Context) -> Screen:
    card = await rules.card_to_change(ctx.act, tap.name)
    ctx.ask(tap)
    return view.rule_form_screen(ctx.words, card)


@router.message(answers(taps.TypeRule))
async def rule_typed(message: Message, asked: taps.TypeRule, ctx: Context) -> Screen | Going:
    change = rules.proposed(ctx.act, asked.name, message.text or "")
    return await _weighed(effect.EffectSoFar(change), ctx)


@router.callback_query(tapped(taps.WeighRule))
async def weigh(query: CallbackQuery, tap: taps.WeighRule, ctx: Context) -> Screen | Going:
    change = rules.proposed(ctx.act, tap.name, tap.value)
    return await _weighed(effect.EffectSoFar(change), ctx)


@router.callback_query(tapped(taps.SetRule))
async def set_rule(query: CallbackQuery, tap: taps.SetRule, ctx: Context) -> Screen:
    await rules.change_rule(ctx.act, RuleChange(tap.name, tap.before, tap.value))
    return await _changed(ctx, tap.name)


@router.callback_query(tapped(taps.UndoRule))
async def undo_rule(query: CallbackQuery, tap: taps.UndoRule, ctx: Context) -> Screen:
    await rules.take_back_rule(ctx.act, tap.name, tap.number)
    return await _changed(ctx, tap.name)


@router.callback_query(tapped(taps.AskDuty))
async def ask_duty(query: CallbackQuery, tap: taps.AskDuty, ctx: Context) -> Screen:
    return duty_screen(ctx.words, await duty.duty_choice(ctx.act, tap.page))


@router.callback_query(tapped(taps.SetDuty))
async def set_duty(query: CallbackQuery, tap: taps.SetDuty, ctx: Context) -> Screen:
    await duty.choose_duty(ctx.act, tap.person_id)
    screen = duty_screen(ctx.words, await duty.duty_choice(ctx.act))
    return screen.with_toast(ctx.words.plain("duty-set"))


async def _weighed(look: effect.EffectSoFar, ctx: Context) -> Screen | Going:
    if await effect.look_on(ctx.act, look):
        screen = view.weighing_screen(ctx.words, look.after, look.total)
        return Going(screen, partial(_weighed, look))
    return view.effect_screen(ctx.words, effect.effect(ctx.act, look))


async def _card(ctx: Context, name: str) -> Screen:
    return view.rule_card_screen(ctx.words, await rules.rule_card(ctx.act, name))


async def _changed(ctx: Context, name: str) -> Screen:
    return (await _card(ctx, name)).with_toast(ctx.words.plain("rule-changed"))
