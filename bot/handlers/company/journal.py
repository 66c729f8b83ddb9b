"""The journal: who decided what and when."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.method.company.entries import JournalChoice
from bot.services.company import journal
from bot.telegram.context import Context
from bot.telegram.filters import command, tapped
from bot.views.company import journal as view
from bot.views.screen import Screen
from bot.views.taps.company.journal import (
    AskJournalDay,
    AskJournalPerson,
    OpenJournal,
    TakeJournal,
)

router = Router(name="journal")

_Chosen = OpenJournal | AskJournalPerson | AskJournalDay | TakeJournal


@router.message(command("audit"))
async def audit(message: Message, ctx: Context) -> Screen:
    page = await journal.read_journal(ctx.act, JournalChoice())
    return view.journal_screen(ctx.words, page)


@router.callback_query(tapped(OpenJournal))
async def open_journal(query: CallbackQuery, tap: OpenJournal, ctx: Context) -> Screen:
    page = await journal.read_journal(ctx.act, _choice(tap), tap.page)
    return view.journal_screen(ctx.words, page)


@router.callback_query(tapped(AskJournalPerson))
async def ask_person(query: CallbackQuery, tap: AskJournalPerson, ctx: Context) -> Screen:
    people = await journal.journal_people(ctx.act, _choice(tap), tap.page)
    return view.journal_people_screen(ctx.words, _choice(tap), people)


@router.callback_query(tapped(AskJournalDay))
async def ask_day(query: CallbackQuery, tap: AskJournalDay, ctx: Context) -> Screen:
    days = await journal.journal_days(ctx.act, _choice(tap), tap.page)
    return view.journal_days_screen(ctx.words, days)


@router.callback_query(tapped(TakeJournal))
async def take(query: CallbackQuery, tap: TakeJournal, ctx: Context) -> Screen:
    await journal.order_journal(ctx.act, _choice(tap))
    return view.begun_screen(ctx.words, _choice(tap))


def _choice(tap: _Chosen) -> JournalChoice:
    return JournalChoice(tap.group, tap.person_id, tap.on)
