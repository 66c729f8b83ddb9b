"""My settings: zone, language, hours of messages, reminders, quiet hours."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.locales import LOCALES
from bot.method.core.quiet import QuietHours
from bot.services.people import settings
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, tapped
from bot.views.people import settings as view
from bot.views.screen import Screen
from bot.views.taps.settings import (
    AskHour,
    AskQuiet,
    AskReminder,
    AskZone,
    ChooseHour,
    ChooseLocale,
    ChooseQuiet,
    ChooseReminder,
    ChooseZone,
    HourOf,
    NoQuiet,
    OpenMe,
    RemindAtTime,
    ShowTables,
    TypeZone,
)
from bot.views.words import Words

router = Router(name="settings")

_CHOOSE_HOUR = {HourOf.DIGEST: settings.choose_digest, HourOf.EVENING: settings.choose_evening}


@router.message(command("me"))
async def me(message: Message, ctx: Context) -> Screen:
    return await _me(ctx)


@router.callback_query(tapped(OpenMe))
async def open_me(query: CallbackQuery, tap: OpenMe, ctx: Context) -> Screen:
    return await _me(ctx)


@router.callback_query(tapped(AskZone))
async def ask_zone(query: CallbackQuery, tap: AskZone, ctx: Context) -> Screen:
    return view.zone_screen(ctx.words)


@router.callback_query(tapped(ChooseZone))
async def choose_zone(query: CallbackQuery, tap: ChooseZone, ctx: Context) -> Screen:
    await settings.choose_zone(ctx.act, tap.zone)
    return await _me(ctx)


@router.callback_query(tapped(TypeZone))
async def type_zone(query: CallbackQuery, tap: TypeZone, ctx: Context) -> Screen:
    ctx.ask(tap)
    return Screen(ctx.words("me-zone-type"))


@router.message(answers(TypeZone))
async def zone_typed(message: Message, ctx: Context) -> Screen:
    await settings.choose_zone(ctx.act, (message.text or "").strip())
    return await _me(ctx)


@router.callback_query(tapped(AskHour))
async def ask_hour(query: CallbackQuery, tap: AskHour, ctx: Context) -> Screen:
    ctx.ask(tap)
    return view.hour_screen(ctx.words, await settings.own_settings(ctx.act), tap.of)


@router.callback_query(tapped(ChooseHour))
async def choose_hour(query: CallbackQuery, tap: ChooseHour, ctx: Context) -> Screen:
    await _CHOOSE_HOUR[tap.of](ctx.act, tap.at)
    return await _me(ctx)


@router.message(answers(AskHour))
async def hour_typed(message: Message, asked: AskHour, ctx: Context) -> Screen:
    await _CHOOSE_HOUR[asked.of](ctx.act, settings.time_typed(message.text or ""))
    return await _me(ctx)


@router.callback_query(tapped(AskReminder))
async def ask_reminder(query: CallbackQuery, tap: AskReminder, ctx: Context) -> Screen:
    return view.reminder_screen(ctx.words, await settings.own_settings(ctx.act))


@router.callback_query(tapped(ChooseReminder))
async def choose_reminder(query: CallbackQuery, tap: ChooseReminder, ctx: Context) -> Screen:
    await settings.choose_reminder(ctx.act, tap.minutes)
    return await _me(ctx)


@router.callback_query(tapped(RemindAtTime))
async def remind_at_time(query: CallbackQuery, tap: RemindAtTime, ctx: Context) -> Screen:
    await settings.choose_reminder_at_time(ctx.act, tap.wanted)
    return await _me(ctx)


@router.callback_query(tapped(AskQuiet))
async def ask_quiet(query: CallbackQuery, tap: AskQuiet, ctx: Context) -> Screen:
    ctx.ask(tap)
    return view.quiet_screen(ctx.words, await settings.own_settings(ctx.act))


@router.callback_query(tapped(ChooseQuiet))
async def choose_quiet(query: CallbackQuery, tap: ChooseQuiet, ctx: Context) -> Screen:
    await settings.choose_quiet(ctx.act, QuietHours(tap.since, tap.until))
    return await _me(ctx)


@router.callback_query(tapped(NoQuiet))
async def no_quiet(query: CallbackQuery, tap: NoQuiet, ctx: Context) -> Screen:
    await settings.choose_quiet(ctx.act, None)
    return await _me(ctx)


@router.message(answers(AskQuiet))
async def quiet_typed(message: Message, ctx: Context) -> Screen:
    await settings.choose_quiet(ctx.act, settings.quiet_typed(message.text or ""))
    return await _me(ctx)


@router.callback_query(tapped(ShowTables))
async def show_tables(query: CallbackQuery, tap: ShowTables, ctx: Context) -> Screen:
    await settings.choose_tables(ctx.act, tap.wanted)
    return await _me(ctx)


@router.callback_query(tapped(ChooseLocale))
async def choose_locale(query: CallbackQuery, tap: ChooseLocale, ctx: Context) -> Screen:
    locale = tap.locale if tap.locale in LOCALES else LOCALES[0]
    await settings.choose_locale(ctx.act, locale)
    return view.locale_screen(Words(locale))


async def _me(ctx: Context) -> Screen:
    return view.me_screen(ctx.words, await settings.own_settings(ctx.act))
