"""Inviting people, and closing their access."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.handlers.people.card import card_of_person, card_screen, is_admin
from bot.method.core.terms import Role
from bot.services.core.rights import require_leader
from bot.services.people import companions, hand_outs, people, roles
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, tapped
from bot.views.people import people as view
from bot.views.screen import Screen
from bot.views.taps.people import (
    AskInvite,
    AskSpare,
    ChooseCompanion,
    CompanionsChosen,
    InviteAs,
    InviteNewTeam,
    InviteTo,
    ListCompanions,
    OpenPeople,
    OpenPerson,
    Resume,
    Spare,
)

router = Router(name="people")


@router.message(command("invite"))
async def invite(message: Message, ctx: Context) -> Screen:
    return await _whom(ctx)


@router.callback_query(tapped(AskInvite))
async def ask_invite(query: CallbackQuery, tap: AskInvite, ctx: Context) -> Screen:
    return await _whom(ctx)


@router.callback_query(tapped(InviteAs))
async def invite_as(query: CallbackQuery, tap: InviteAs, ctx: Context) -> Screen:
    return view.team_screen(ctx.words, tap.role, await roles.teams(ctx.act))


@router.callback_query(tapped(ListCompanions))
async def list_companions(query: CallbackQuery, tap: ListCompanions, ctx: Context) -> Screen:
    draft_id = tap.draft_id
    if draft_id is None:
        draft_id = await companions.start_choosing(ctx.act)
    return view.companions_screen(ctx.words, await companions.choice(ctx.act, draft_id, tap.page))


@router.callback_query(tapped(ChooseCompanion))
async def choose_companion(query: CallbackQuery, tap: ChooseCompanion, ctx: Context) -> Screen:
    await companions.choose(ctx.act, tap.draft_id, tap.person_id, chosen=tap.chosen)
    page = await companions.choice(ctx.act, tap.draft_id, tap.page)
    return view.companions_screen(ctx.words, page)


@router.callback_query(tapped(CompanionsChosen))
async def companions_chosen(query: CallbackQuery, tap: CompanionsChosen, ctx: Context) -> Screen:
    chosen = await companions.chosen_so_far(ctx.act, tap.draft_id)
    return view.team_screen(ctx.words, Role.HEAD, await roles.teams(ctx.act), chosen)


@router.callback_query(tapped(InviteTo))
async def invite_to(query: CallbackQuery, tap: InviteTo, ctx: Context) -> Screen:
    made = await people.make_invite(ctx.act, tap.role, tap.team_id, tap.draft_id)
    return view.invite_screen(ctx.words, made, ctx.bot_username)


@router.callback_query(tapped(InviteNewTeam))
async def ask_team(query: CallbackQuery, tap: InviteNewTeam, ctx: Context) -> Screen:
    await roles.teams(ctx.act)
    ctx.ask(tap)
    return Screen(ctx.words("invite-team-ask"))


@router.message(answers(InviteNewTeam))
async def new_team(message: Message, asked: InviteNewTeam, ctx: Context) -> Screen:
    team_id = await people.create_team(ctx.act, message.text or "")
    made = await people.make_invite(ctx.act, asked.role, team_id, asked.draft_id)
    return view.invite_screen(ctx.words, made, ctx.bot_username)


@router.message(command("users"))
async def users(message: Message, ctx: Context) -> Screen:
    return view.people_screen(ctx.words, await people.people(ctx.act, 0))


@router.callback_query(tapped(OpenPeople))
async def open_people(query: CallbackQuery, tap: OpenPeople, ctx: Context) -> Screen:
    return view.people_screen(ctx.words, await people.people(ctx.act, tap.page))


@router.callback_query(tapped(OpenPerson))
async def open_person(query: CallbackQuery, tap: OpenPerson, ctx: Context) -> Screen:
    return await card_of_person(ctx, tap.person_id)


@router.callback_query(tapped(AskSpare))
async def ask_spare(query: CallbackQuery, tap: AskSpare, ctx: Context) -> Screen:
    return view.spare_screen(ctx.words, await hand_outs.to_be_spared(ctx.act, tap.person_id))


@router.callback_query(tapped(Spare))
async def spare(query: CallbackQuery, tap: Spare, ctx: Context) -> Screen:
    line = await hand_outs.spare(ctx.act, tap.person_id, tap.length)
    return card_screen(ctx, line)


@router.callback_query(tapped(Resume))
async def resume(query: CallbackQuery, tap: Resume, ctx: Context) -> Screen:
    line = await hand_outs.resume(ctx.act, tap.person_id)
    return card_screen(ctx, line)


async def _whom(ctx: Context) -> Screen:
    """A head may invite managers of the own team only: the link is there at once."""
    require_leader(ctx.act)
    if not is_admin(ctx):
        made = await people.make_invite(ctx.act, Role.MANAGER, None)
        return view.invite_screen(ctx.words, made, ctx.bot_username)
    return view.whom_screen(ctx.words, (Role.MANAGER, Role.HEAD, Role.ADMIN))
