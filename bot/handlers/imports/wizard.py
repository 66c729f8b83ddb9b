"""Importing a file through the chat; fetching, reading and taking its rows go on beside it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.method.core.paging import PAGE
from bot.services.imports import wizard
from bot.telegram.context import Context
from bot.telegram.filters import command, tapped
from bot.views.imports import columns
from bot.views.imports import wizard as view
from bot.views.imports.audit_screens import audit_screen
from bot.views.screen import Screen
from bot.views.taps import imports as taps

router = Router(name="imports")


@router.message(command("import"))
async def ask(message: Message, ctx: Context) -> Screen:
    return view.ask_file_screen(ctx.words, await wizard.latest(ctx.act))


@router.callback_query(tapped(taps.AskImport))
async def ask_tapped(query: CallbackQuery, tap: taps.AskImport, ctx: Context) -> Screen:
    return view.ask_file_screen(ctx.words, await wizard.latest(ctx.act))


@router.message(F.document, ~F.forward_origin)
async def file(message: Message, ctx: Context) -> Screen | None:
    document = message.document
    if document is None:
        return None
    name = document.file_name or document.file_unique_id
    import_id = await wizard.receive(ctx.act, document.file_id, name, document.file_size)
    return await _card(ctx, import_id)


@router.message(F.photo, ~F.forward_origin)
async def photo(message: Message, ctx: Context) -> Screen:
    return view.photo_screen(ctx.words)


@router.callback_query(tapped(taps.OpenImport))
async def open_import(query: CallbackQuery, tap: taps.OpenImport, ctx: Context) -> Screen:
    return await _card(ctx, tap.import_id)


@router.callback_query(tapped(taps.OpenRead))
async def open_read(query: CallbackQuery, tap: taps.OpenRead, ctx: Context) -> Screen:
    return await _read(ctx, tap.import_id)


@router.callback_query(tapped(taps.OpenColumns))
async def open_columns(query: CallbackQuery, tap: taps.OpenColumns, ctx: Context) -> Screen:
    return await _columns(ctx, tap.import_id, tap.page)


@router.callback_query(tapped(taps.OpenColumn))
async def open_column(query: CallbackQuery, tap: taps.OpenColumn, ctx: Context) -> Screen:
    card = await wizard.card(ctx.act, tap.import_id)
    found = card.file.columns if card.is_open and card.file else ()
    column = next((item for item in found if item.index == tap.index), None)
    if column is None:
        return view.import_screen(ctx.words, card)
    return columns.column_screen(ctx.words, card, column)


@router.callback_query(tapped(taps.MapColumn))
async def map_column(query: CallbackQuery, tap: taps.MapColumn, ctx: Context) -> Screen:
    await wizard.map_column(ctx.act, tap.import_id, tap.index, tap.field)
    return await _columns(ctx, tap.import_id, tap.index // PAGE)


@router.callback_query(tapped(taps.ReadAgain))
async def read_again(query: CallbackQuery, tap: taps.ReadAgain, ctx: Context) -> Screen:
    await wizard.read_again(ctx.act, tap.import_id)
    return await _card(ctx, tap.import_id)


@router.callback_query(tapped(taps.SetImportKind))
async def set_kind(query: CallbackQuery, tap: taps.SetImportKind, ctx: Context) -> Screen:
    await wizard.set_kind(ctx.act, tap.import_id, tap.kind)
    return await _card(ctx, tap.import_id)


@router.callback_query(tapped(taps.CheckImport))
async def check(query: CallbackQuery, tap: taps.CheckImport, ctx: Context) -> Screen:
    return await _on(ctx, tap.import_id, tap.page)


@router.callback_query(tapped(taps.AuditImport))
async def audit(query: CallbackQuery, tap: taps.AuditImport, ctx: Context) -> Screen:
    await wizard.audit(ctx.act, tap.import_id)
    card = await wizard.card(ctx.act, tap.import_id)
    return audit_screen(ctx.words, card) or view.import_screen(ctx.words, card)


@router.callback_query(tapped(taps.GiveName))
async def give_name(query: CallbackQuery, tap: taps.GiveName, ctx: Context) -> Screen:
    await wizard.answer_name(ctx.act, tap.import_id, tap.index, tap.person_id)
    return await _on(ctx, tap.import_id)


@router.callback_query(tapped(taps.RestIsMine))
async def rest_is_mine(query: CallbackQuery, tap: taps.RestIsMine, ctx: Context) -> Screen:
    await wizard.rest_is_mine(ctx.act, tap.import_id)
    return await _on(ctx, tap.import_id)


@router.callback_query(tapped(taps.SetDuplicates))
async def set_duplicates(query: CallbackQuery, tap: taps.SetDuplicates, ctx: Context) -> Screen:
    await wizard.set_duplicates(ctx.act, tap.import_id, tap.duplicates)
    return await _card(ctx, tap.import_id)


@router.callback_query(tapped(taps.StartImport))
async def start(query: CallbackQuery, tap: taps.StartImport, ctx: Context) -> Screen:
    shown_on = query.message.message_id if query.message else None
    await wizard.start(ctx.act, tap.import_id, shown_on)
    return await _card(ctx, tap.import_id)


@router.callback_query(tapped(taps.DropImport))
async def drop(query: CallbackQuery, tap: taps.DropImport, ctx: Context) -> Screen:
    await wizard.drop(ctx.act, tap.import_id)
    return await _card(ctx, tap.import_id)


@router.callback_query(tapped(taps.AskUndoImport))
async def ask_undo(query: CallbackQuery, tap: taps.AskUndoImport, ctx: Context) -> Screen:
    card = await wizard.card(ctx.act, tap.import_id)
    if not card.can_undo:
        return view.import_screen(ctx.words, card)
    return view.ask_undo_screen(ctx.words, card)


@router.callback_query(tapped(taps.UndoImport))
async def undo(query: CallbackQuery, tap: taps.UndoImport, ctx: Context) -> Screen:
    await wizard.undo(ctx.act, tap.import_id)
    return await _card(ctx, tap.import_id)


async def _on(ctx: Context, import_id: int, page: int = 0) -> Screen:
    """The next name that nobody is known by, else the dry run."""
    asked = await wizard.question(ctx.act, import_id, page)
    if asked is not None:
        return view.name_screen(ctx.words, asked)
    await wizard.check(ctx.act, import_id)
    return await _card(ctx, import_id)


async def _card(ctx: Context, import_id: int) -> Screen:
    return view.import_screen(ctx.words, await wizard.card(ctx.act, import_id))


async def _read(ctx: Context, import_id: int) -> Screen:
    card = await wizard.card(ctx.act, import_id)
    if card.file is None or not card.is_open:
        return view.import_screen(ctx.words, card)
    return view.read_screen(ctx.words, card, card.file)


async def _columns(ctx: Context, import_id: int, page: int) -> Screen:
    card = await wizard.card(ctx.act, import_id)
    if card.file is None or not card.is_open:
        return view.import_screen(ctx.words, card)
    return columns.columns_screen(ctx.words, card, card.file, page)
