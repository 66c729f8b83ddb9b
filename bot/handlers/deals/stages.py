"""The stages of deals, changed by the admin."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.core.refusals import Stale
from bot.method.deals.cards import StageLine, stage_by_key
from bot.services.deals import stages
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, tapped
from bot.views.deals import stages as view
from bot.views.screen import Screen
from bot.views.taps.deals import (
    AskAddStage,
    AskRemoveStage,
    AskRenameStage,
    MoveStage,
    OpenStage,
    OpenStages,
    RemoveStage,
)

router = Router(name="stages")


@router.message(command("stages"))
async def stages_command(message: Message, ctx: Context) -> Screen:
    return await _list(ctx)


@router.callback_query(tapped(OpenStages))
async def open_stages(query: CallbackQuery, tap: OpenStages, ctx: Context) -> Screen:
    return await _list(ctx)


@router.callback_query(tapped(OpenStage))
async def open_stage(query: CallbackQuery, tap: OpenStage, ctx: Context) -> Screen:
    return view.stage_card_screen(ctx.words, await _stage(ctx, tap.key))


@router.callback_query(tapped(AskAddStage))
async def ask_add(query: CallbackQuery, tap: AskAddStage, ctx: Context) -> Screen:
    await stages.stage_list(ctx.act)
    ctx.ask(tap)
    return view.form_screen(ctx.words, "stage-name-ask")


@router.message(answers(AskAddStage))
async def add(message: Message, ctx: Context) -> Screen:
    await stages.add_stage(ctx.act, message.text or "")
    return await _list(ctx)


@router.callback_query(tapped(AskRenameStage))
async def ask_rename(query: CallbackQuery, tap: AskRenameStage, ctx: Context) -> Screen:
    await _stage(ctx, tap.key)
    ctx.ask(tap)
    return view.form_screen(ctx.words, "stage-name-ask")


@router.message(answers(AskRenameStage))
async def rename(message: Message, asked: AskRenameStage, ctx: Context) -> Screen:
    await stages.rename_stage(ctx.act, asked.key, message.text or "")
    return await _list(ctx)


@router.callback_query(tapped(MoveStage))
async def move(query: CallbackQuery, tap: MoveStage, ctx: Context) -> Screen:
    await stages.move_stage(ctx.act, tap.key, up=tap.up)
    return await _list(ctx)


@router.callback_query(tapped(AskRemoveStage))
async def ask_remove(query: CallbackQuery, tap: AskRemoveStage, ctx: Context) -> Screen:
    return view.remove_screen(ctx.words, await _stage(ctx, tap.key))


@router.callback_query(tapped(RemoveStage))
async def remove(query: CallbackQuery, tap: RemoveStage, ctx: Context) -> Screen:
    await stages.remove_stage(ctx.act, tap.key)
    return await _list(ctx)


async def _list(ctx: Context) -> Screen:
    found = await stages.stage_list(ctx.act)
    return view.stages_screen(ctx.words, found)


async def _stage(ctx: Context, key: int) -> StageLine:
    stage = stage_by_key(await stages.stage_list(ctx.act), key)
    if stage is None:
        raise Stale("stage-gone")
    return stage
