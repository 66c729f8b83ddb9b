"""My settings: time zone, language, the hour of the digest."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.services import settings
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.people import me_screen, zone_screen
from bot.views.people_taps import (
    AskDigest,
    AskZone,
    ChooseLocale,
    ChooseZone,
    OpenMe,
    TypeZone,
)
from bot.views.screen import Screen
from bot.views.words import LOCALES, Words

router = Router(name="settings")


@router.message(Command("me"))
async def me(message: Message, ctx: Context) -> Screen:
    return await _me(ctx)


@router.callback_query(tapped(OpenMe))
async def open_me(query: CallbackQuery, tap: OpenMe, ctx: Context) -> Screen:
    return await _me(ctx)


@router.callback_query(tapped(AskZone))
async def ask_zone(query: CallbackQuery, tap: AskZone, ctx: Context) -> Screen:
    return zone_screen(ctx.words)


@router.callback_query(tapped(ChooseZone))
async def choose_zone(query: CallbackQuery, tap: ChooseZone, ctx: Context) -> Screen:
    await settings.choose_zone(ctx.act, tap.zone)
    return await _me(ctx)


@router.callback_query(tapped(TypeZone))
async def type_zone(query: CallbackQuery, tap: TypeZone, ctx: Context) -> Screen:
    ctx.act.actor.form = {"name": "zone"}
    return Screen(ctx.words("me-zone-type"))


@router.message(answers("zone"))
async def zone_typed(message: Message, ctx: Context, form: dict[str, str]) -> Screen:
    await settings.choose_zone(ctx.act, (message.text or "").strip())
    return await _me(ctx)


@router.callback_query(tapped(AskDigest))
async def ask_digest(query: CallbackQuery, tap: AskDigest, ctx: Context) -> Screen:
    ctx.act.actor.form = {"name": "digest"}
    return Screen(ctx.words("me-digest-ask"))


@router.message(answers("digest"))
async def digest_typed(message: Message, ctx: Context, form: dict[str, str]) -> Screen:
    await settings.choose_digest(ctx.act, settings.time_typed(message.text or ""))
    return await _me(ctx)


@router.callback_query(tapped(ChooseLocale))
async def choose_locale(query: CallbackQuery, tap: ChooseLocale, ctx: Context) -> Screen:
    locale = tap.locale if tap.locale in LOCALES else LOCALES[0]
    await settings.choose_locale(ctx.act, locale)
    return me_screen(Words(locale), await settings.own_settings(ctx.act))


async def _me(ctx: Context) -> Screen:
    ctx.act.actor.form = None
    return me_screen(ctx.words, await settings.own_settings(ctx.act))
