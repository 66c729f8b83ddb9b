"""Role and team of a person, on the card and by an invite."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.people.card import card_of_person
from bot.handlers.people.parting import asked as asked_where
from bot.method.core.terms import Role
from bot.method.people.parting import PartingKind
from bot.services.people import people, roles
from bot.services.people.following import follow_invite
from bot.telegram.context import Context
from bot.telegram.filters import answers, tapped
from bot.views.core.start import welcome_screen
from bot.views.people import roles as view
from bot.views.screen import Screen
from bot.views.taps.people import AskNewTeam, AskRole, AskTeam, FollowInvite, SetRole, SetTeam

router = Router(name="roles")


@router.callback_query(tapped(AskRole))
async def ask_role(query: CallbackQuery, tap: AskRole, ctx: Context) -> Screen:
    await roles.teams(ctx.act)
    return view.role_screen(ctx.words, await people.person(ctx.act, tap.person_id))


@router.callback_query(tapped(SetRole))
async def set_role(query: CallbackQuery, tap: SetRole, ctx: Context) -> Screen:
    line = await people.person(ctx.act, tap.person_id)
    leaves = line.role is Role.MANAGER and tap.role is not Role.MANAGER and line.active
    if leaves and line.clients and not tap.keeps:
        return await asked_where(ctx, tap.person_id, PartingKind.to_role(tap.role))
    await roles.set_role(ctx.act, tap.person_id, tap.role, keeps=tap.keeps)
    return await card_of_person(ctx, tap.person_id)


@router.callback_query(tapped(AskTeam))
async def ask_team(query: CallbackQuery, tap: AskTeam, ctx: Context) -> Screen:
    teams = await roles.teams(ctx.act)
    return view.team_of_screen(ctx.words, await people.person(ctx.act, tap.person_id), teams)


@router.callback_query(tapped(SetTeam))
async def set_team(query: CallbackQuery, tap: SetTeam, ctx: Context) -> Screen:
    await roles.set_team(ctx.act, tap.person_id, tap.team_id)
    return await card_of_person(ctx, tap.person_id)


@router.callback_query(tapped(AskNewTeam))
async def ask_new_team(query: CallbackQuery, tap: AskNewTeam, ctx: Context) -> Screen:
    await roles.teams(ctx.act)
    await people.person(ctx.act, tap.person_id)
    ctx.ask(tap)
    return Screen(ctx.words("invite-team-ask"))


@router.message(answers(AskNewTeam))
async def new_team(message: Message, asked: AskNewTeam, ctx: Context) -> Screen:
    team_id = await people.create_team(ctx.act, message.text or "")
    await roles.set_team(ctx.act, asked.person_id, team_id)
    return await card_of_person(ctx, asked.person_id)


@router.callback_query(tapped(FollowInvite))
async def follow(query: CallbackQuery, tap: FollowInvite, ctx: Context) -> Screen:
    await follow_invite(ctx.act, tap.code)
    return welcome_screen(ctx.words, await people.welcome(ctx.act))
