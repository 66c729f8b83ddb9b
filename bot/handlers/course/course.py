"""The course: a lesson, its exercise, the check (R12)."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.services.course import course
from bot.telegram.context import Context
from bot.telegram.filters import command, tapped
from bot.views.course import course as view
from bot.views.screen import Screen
from bot.views.taps import course as taps

router = Router(name="course")


@router.message(command("learn"))
async def learn(message: Message, ctx: Context) -> Screen:
    return view.course_screen(ctx.words, await course.own_course(ctx.act))


@router.callback_query(tapped(taps.OpenCourse))
async def open_course(query: CallbackQuery, tap: taps.OpenCourse, ctx: Context) -> Screen:
    return view.course_screen(ctx.words, await course.course(ctx.act, tap.course))


@router.callback_query(tapped(taps.ChooseInLesson))
async def choose(query: CallbackQuery, tap: taps.ChooseInLesson, ctx: Context) -> Screen:
    card = await course.choose(ctx.act, tap.lesson, tap.choice)
    return view.chosen_screen(ctx.words, card, tap.lesson, tap.choice)


@router.callback_query(tapped(taps.StartCheck))
async def start(query: CallbackQuery, tap: taps.StartCheck, ctx: Context) -> Screen:
    return view.course_screen(ctx.words, await course.start_check(ctx.act, tap.course, tap.tries))


@router.callback_query(tapped(taps.AnswerQuestion))
async def answer(query: CallbackQuery, tap: taps.AnswerQuestion, ctx: Context) -> Screen:
    card = await course.answer(ctx.act, tap.course, tap.tries, tap.number, tap.choice)
    return view.course_screen(ctx.words, card)
