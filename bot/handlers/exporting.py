"""Taking one's base along as a file."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.services.outbox import enqueue
from bot.telegram.context import Context
from bot.telegram.filters import tapped
from bot.views import exporting as view
from bot.views.screen import Screen

router = Router(name="exporting")


@router.message(Command("export"))
async def export(message: Message, ctx: Context) -> Screen:
    return view.export_screen(ctx.words)


@router.callback_query(tapped(view.ExportAs))
async def export_as(query: CallbackQuery, tap: view.ExportAs, ctx: Context) -> Screen:
    """The files are made when the message is sent: nobody waits for them in a transaction."""
    payload = {"form": tap.form.value}
    await enqueue(ctx.act, "export", ctx.act.actor, tap.form, ctx.act.now, payload=payload)
    return view.begun_screen(ctx.words)
