"""Changing a client, its contacts and the people inside it."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from bot.services.clients import chat_link, editing, persons
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.clients import edit as view
from bot.views.screen import Screen
from bot.views.taps import clients as taps

router = Router(name="client_edit")


@router.callback_query(tapped(taps.OpenEdit))
async def open_edit(query: CallbackQuery, tap: taps.OpenEdit, ctx: Context) -> Screen:
    return await _edit(ctx, tap.client_id)


@router.callback_query(tapped(taps.AskText))
async def ask_text(query: CallbackQuery, tap: taps.AskText, ctx: Context) -> Screen:
    edit = await editing.client_edit(ctx.act, tap.client_id)
    ctx.ask(tap)
    return view.text_form(ctx.words, edit, tap.field)


@router.message(answers(taps.AskText))
async def text_typed(message: Message, asked: taps.AskText, ctx: Context) -> Screen:
    await editing.set_text(ctx.act, asked.client_id, asked.field, message.text or "")
    return await _edit(ctx, asked.client_id)


@router.callback_query(tapped(taps.ClearText))
async def clear_text(query: CallbackQuery, tap: taps.ClearText, ctx: Context) -> Screen:
    await editing.set_text(ctx.act, tap.client_id, tap.field, "")
    return await _edit(ctx, tap.client_id)


@router.callback_query(tapped(taps.ChooseKind))
async def choose_kind(query: CallbackQuery, tap: taps.ChooseKind, ctx: Context) -> Screen:
    await editing.set_kind(ctx.act, tap.client_id, tap.kind)
    return await _edit(ctx, tap.client_id)


@router.callback_query(tapped(taps.ChooseClass))
async def choose_class(query: CallbackQuery, tap: taps.ChooseClass, ctx: Context) -> Screen:
    await editing.set_class(ctx.act, tap.client_id, tap.letter)
    return await _edit(ctx, tap.client_id)


@router.callback_query(tapped(taps.OpenPoints))
async def open_points(query: CallbackQuery, tap: taps.OpenPoints, ctx: Context) -> Screen:
    return await _points(ctx, tap.client_id, None)


@router.callback_query(tapped(taps.AskPoint))
async def ask_point(query: CallbackQuery, tap: taps.AskPoint, ctx: Context) -> Screen:
    edit = await editing.client_edit(ctx.act, tap.client_id)
    name = edit.name
    if tap.person_id is not None:
        name = (await persons.person_edit(ctx.act, tap.person_id)).person.name
    ctx.ask(tap)
    return view.point_form(ctx.words, tap.client_id, name, tap.person_id)


@router.message(answers(taps.AskPoint))
async def point_typed(message: Message, asked: taps.AskPoint, ctx: Context) -> Screen:
    typed = message.text or ""
    await editing.add_points(ctx.act, asked.client_id, typed, asked.person_id)
    return await _points(ctx, asked.client_id, asked.person_id)


@router.callback_query(tapped(taps.AskChat))
async def ask_chat(query: CallbackQuery, tap: taps.AskChat, ctx: Context) -> Screen:
    edit = await editing.client_edit(ctx.act, tap.client_id)
    ctx.ask(tap)
    return view.chat_form(ctx.words, tap.client_id, edit.name)


@router.message(F.users_shared)
async def chat_chosen(message: Message, ctx: Context) -> Screen:
    """The number that was asked with is the client's."""
    shared = message.users_shared
    if shared is None or not shared.users:
        raise SkipHandler
    user = shared.users[0]
    name = " ".join(part for part in (user.first_name, user.last_name) if part)
    link = await chat_link.link_chat(
        ctx.act, shared.request_id, user.user_id, user.username or "", name
    )
    return view.chat_screen(ctx.words, link)


@router.message(answers(taps.AskChat))
async def chat_not_chosen(message: Message, asked: taps.AskChat, ctx: Context) -> Screen:
    """Whatever is written instead: the contacts as they were, and the key goes away."""
    points = await _points(ctx, asked.client_id, None)
    return replace(points, keys=ctx.words("chat-kept"))


@router.callback_query(tapped(taps.RemovePoint))
async def remove_point(query: CallbackQuery, tap: taps.RemovePoint, ctx: Context) -> Screen:
    person_id = await editing.remove_point(ctx.act, tap.client_id, tap.point_id)
    return await _points(ctx, tap.client_id, person_id)


@router.callback_query(tapped(taps.OpenPersons))
async def open_persons(query: CallbackQuery, tap: taps.OpenPersons, ctx: Context) -> Screen:
    return await _persons(ctx, tap.client_id)


@router.callback_query(tapped(taps.AskPerson))
async def ask_person(query: CallbackQuery, tap: taps.AskPerson, ctx: Context) -> Screen:
    edit = await editing.client_edit(ctx.act, tap.client_id)
    ctx.ask(tap)
    return view.person_form(ctx.words, tap.client_id, edit.name)


@router.message(answers(taps.AskPerson))
async def person_typed(message: Message, asked: taps.AskPerson, ctx: Context) -> Screen:
    added = await persons.add_person(ctx.act, asked.client_id, message.text or "")
    return await _inside(ctx, added)


@router.callback_query(tapped(taps.OpenInside))
async def open_inside(query: CallbackQuery, tap: taps.OpenInside, ctx: Context) -> Screen:
    return await _inside(ctx, tap.person_id)


@router.callback_query(tapped(taps.ChooseRole))
async def choose_role(query: CallbackQuery, tap: taps.ChooseRole, ctx: Context) -> Screen:
    await persons.set_role(ctx.act, tap.person_id, tap.role)
    return await _inside(ctx, tap.person_id)


@router.callback_query(tapped(taps.AskPersonText))
async def ask_person_text(query: CallbackQuery, tap: taps.AskPersonText, ctx: Context) -> Screen:
    edit = await persons.person_edit(ctx.act, tap.person_id)
    ctx.ask(tap)
    return view.person_text_form(ctx.words, edit, tap.field)


@router.message(answers(taps.AskPersonText))
async def person_text_typed(message: Message, asked: taps.AskPersonText, ctx: Context) -> Screen:
    await persons.set_person_text(ctx.act, asked.person_id, asked.field, message.text or "")
    return await _inside(ctx, asked.person_id)


@router.callback_query(tapped(taps.RemovePerson))
async def remove_person(query: CallbackQuery, tap: taps.RemovePerson, ctx: Context) -> Screen:
    if not tap.sure:
        edit = await persons.person_edit(ctx.act, tap.person_id)
        return view.remove_person_screen(ctx.words, edit)
    return await _persons(ctx, await persons.remove_person(ctx.act, tap.person_id))


async def _edit(ctx: Context, client_id: int) -> Screen:
    return view.edit_screen(ctx.words, await editing.client_edit(ctx.act, client_id))


async def _points(ctx: Context, client_id: int, person_id: int | None) -> Screen:
    """The contacts that were changed: the client's own, or those of somebody inside."""
    if person_id is not None:
        return await _inside(ctx, person_id)
    return view.points_screen(ctx.words, await editing.points_edit(ctx.act, client_id))


async def _persons(ctx: Context, client_id: int) -> Screen:
    return view.persons_screen(ctx.words, await persons.persons_edit(ctx.act, client_id))


async def _inside(ctx: Context, person_id: int) -> Screen:
    return view.inside_screen(ctx.words, await persons.person_edit(ctx.act, person_id))
