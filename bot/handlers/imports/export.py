"""Taking one's base along as a file."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.services.imports import exporting
from bot.telegram.context import Context
from bot.telegram.filters import command, tapped
from bot.views.imports import export as view
from bot.views.screen import Screen
from bot.views.taps.imports import AskExport, ExportAs

router = Router(name="exporting")


@router.message(command("export"))
async def export(message: Message, ctx: Context) -> Screen:
    return view.export_screen(ctx.words)


@router.callback_query(tapped(AskExport))
async def ask_export(query: CallbackQuery, tap: AskExport, ctx: Context) -> Screen:
    return view.export_screen(ctx.words)


@router.callback_query(tapped(ExportAs))
async def export_as(query: CallbackQuery, tap: ExportAs, ctx: Context) -> Screen:
    await exporting.order(ctx.act, tap.form)
    return view.begun_screen(ctx.words)
