"""Inviting people, and closing their access."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.core.terms import Role
from bot.services.core.rights import require_leader
from bot.services.core.undo import first_of_two
from bot.services.people import companions, hand_outs, people, roles
from bot.services.pool import handover
from bot.telegram.context import Context
from bot.telegram.filters import answers, command, tapped
from bot.views.core.undo import with_undo
from bot.views.people import people as view
from bot.views.screen import Screen
from bot.views.taps.people import (
    Activate,
    AskDeactivate,
    AskInvite,
    AskSpare,
    AskTransfer,
    ChooseCompanion,
    CompanionsChosen,
    Deactivate,
    InviteAs,
    InviteNewTeam,
    InviteTo,
    ListCompanions,
    OpenPeople,
    OpenPerson,
    Resume,
    Spare,
    Transfer,
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
    line = await people.person(ctx.act, tap.person_id)
    return view.person_screen(ctx.words, line, can_close=_is_admin(ctx))


@router.callback_query(tapped(AskDeactivate))
async def ask_deactivate(query: CallbackQuery, tap: AskDeactivate, ctx: Context) -> Screen:
    return view.deactivate_screen(ctx.words, await people.person(ctx.act, tap.person_id))


@router.callback_query(tapped(Deactivate))
async def deactivate(query: CallbackQuery, tap: Deactivate, ctx: Context) -> Screen:
    line = await people.deactivate(ctx.act, tap.person_id)
    return view.person_screen(ctx.words, line, can_close=True)


@router.callback_query(tapped(Activate))
async def activate(query: CallbackQuery, tap: Activate, ctx: Context) -> Screen:
    line = await people.activate(ctx.act, tap.person_id)
    return view.person_screen(ctx.words, line, can_close=True)


@router.callback_query(tapped(AskSpare))
async def ask_spare(query: CallbackQuery, tap: AskSpare, ctx: Context) -> Screen:
    return view.spare_screen(ctx.words, await hand_outs.to_be_spared(ctx.act, tap.person_id))


@router.callback_query(tapped(Spare))
async def spare(query: CallbackQuery, tap: Spare, ctx: Context) -> Screen:
    line = await hand_outs.spare(ctx.act, tap.person_id, tap.length)
    return view.person_screen(ctx.words, line, can_close=_is_admin(ctx))


@router.callback_query(tapped(Resume))
async def resume(query: CallbackQuery, tap: Resume, ctx: Context) -> Screen:
    line = await hand_outs.resume(ctx.act, tap.person_id)
    return view.person_screen(ctx.words, line, can_close=_is_admin(ctx))


@router.callback_query(tapped(AskTransfer))
async def ask_transfer(query: CallbackQuery, tap: AskTransfer, ctx: Context) -> Screen:
    line = await people.person(ctx.act, tap.person_id)
    to = await handover.successors(ctx.act, tap.person_id, tap.page)
    return view.transfer_screen(ctx.words, line, to)


@router.callback_query(tapped(Transfer))
async def transfer(query: CallbackQuery, tap: Transfer, ctx: Context) -> Screen:
    count = await handover.hand_over_all(ctx.act, tap.from_id, tap.to_id)
    before = await first_of_two(ctx.act, ctx.tap_data)
    if before is not None:
        count = before.clients
    to = await people.person(ctx.act, tap.to_id)
    toast = ctx.words.plain("user-transferred", count=count, name=to.name)
    line = await people.person(ctx.act, tap.from_id)
    screen = view.person_screen(ctx.words, line, can_close=_is_admin(ctx)).with_toast(toast)
    return screen if before is None else with_undo(ctx.words, screen, before.step_id)


async def _whom(ctx: Context) -> Screen:
    """A head may invite managers of the own team only: the link is there at once."""
    require_leader(ctx.act)
    if not _is_admin(ctx):
        made = await people.make_invite(ctx.act, Role.MANAGER, None)
        return view.invite_screen(ctx.words, made, ctx.bot_username)
    return view.whom_screen(ctx.words, (Role.MANAGER, Role.HEAD, Role.ADMIN))


def _is_admin(ctx: Context) -> bool:
    return ctx.act.actor.role is Role.ADMIN
