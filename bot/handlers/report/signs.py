"""Signs of work for show: whom to ask, what, the examples, and what was talked about (R12)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.services.clients.clients import client_card
from bot.services.report import signs
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views.clients.clients import client_screen
from bot.views.report import signs as view
from bot.views.screen import Screen
from bot.views.taps import report as taps

router = Router(name="signs")


@router.callback_query(tapped(taps.OpenTeamSigns))
async def open_team(query: CallbackQuery, tap: taps.OpenTeamSigns, ctx: Context) -> Screen:
    return view.team_signs_screen(ctx.words, await signs.team_signs(ctx.act, tap.page))


@router.callback_query(tapped(taps.OpenSigns))
async def open_person(query: CallbackQuery, tap: taps.OpenSigns, ctx: Context) -> Screen:
    return view.signs_screen(ctx.words, await signs.person_signs(ctx.act, tap.person_id))


@router.callback_query(tapped(taps.OpenSignExamples))
async def open_examples(query: CallbackQuery, tap: taps.OpenSignExamples, ctx: Context) -> Screen:
    found = await signs.sign_examples(ctx.act, tap.person_id, tap.kind, tap.page)
    return view.examples_screen(ctx.words, found)


@router.callback_query(tapped(taps.OpenSignClient))
async def open_client(query: CallbackQuery, tap: taps.OpenSignClient, ctx: Context) -> Screen:
    back = taps.OpenSignExamples(tap.person_id, tap.kind, tap.page)
    return client_screen(ctx.words, await client_card(ctx.act, tap.client_id), back)


@router.callback_query(tapped(taps.PutSignAside))
async def put_aside(query: CallbackQuery, tap: taps.PutSignAside, ctx: Context) -> Screen:
    found = await signs.put_aside(ctx.act, tap.person_id, tap.kind)
    toast = ctx.words.plain("sign-aside-toast")
    return view.signs_screen(ctx.words, found).with_toast(toast)


@router.callback_query(tapped(taps.BringSignBack))
async def bring_back(query: CallbackQuery, tap: taps.BringSignBack, ctx: Context) -> Screen:
    found = await signs.bring_back(ctx.act, tap.person_id, tap.kind)
    toast = ctx.words.plain("sign-back-toast")
    return view.signs_screen(ctx.words, found).with_toast(toast)
