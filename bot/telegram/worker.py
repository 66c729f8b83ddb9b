"""From the inbox to the effect: one chat in order, chats in parallel, an update a transaction."""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_hex
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.db import Database, is_away, is_conflict
from bot.method.refusals import Refusal
from bot.models.inbox import (
    MOST_TRIES,
    InboxUpdate,
    next_of_chat,
    waiting_behind,
    waiting_chats,
)
from bot.services import undo
from bot.services.company import act_at
from bot.services.work import Act, Company
from bot.telegram import incoming
from bot.telegram.context import Context, StrangerContext
from bot.telegram.incoming import Incoming
from bot.telegram.show import show
from bot.telegram.tasks import Background
from bot.views.screen import InlineResults, Screen
from bot.views.taps import unpack
from bot.views.undo import with_undo
from bot.views.words import LOCALES, Words

log = structlog.get_logger(__name__)

AnyContext = Context | StrangerContext

_LOOK_EVERY = 1.0
_UNKNOWN = 1_000_000
"""Go on until the inbox of the chat is empty."""
_TYPED_LIVES = timedelta(seconds=10)
"""After so long nobody waits any more for what was found while typing."""
_LOOKED_BEHIND = 10


class Unreadable(Exception):
    """An update that is none: the places at fault, never what people wrote there."""


@dataclass(frozen=True)
class Answers:
    """What is said where no handler says anything; made in one place, outside the gateway."""

    refused: Callable[[Refusal, AnyContext], Awaitable[Screen]]
    unhandled: Callable[[AnyContext, Update], Screen]
    failed: Callable[[str, AnyContext], Awaitable[Screen]]
    """With the id of the error, once the update is parked."""


@dataclass(frozen=True)
class Gate:
    """What a worker needs."""

    database: Database
    clock: Clock
    company: Company
    bot: Bot
    dispatcher: Dispatcher
    username: str
    answers: Answers


@dataclass(frozen=True)
class _Done:
    """An update dealt with: what to show for it."""

    asked: Incoming
    screen: Screen | InlineResults | None
    words: Words


class Workers:
    """Takes updates from the inbox; every chat with something waiting has one task."""

    def __init__(self, gate: Gate, background: Background, on_done: Callable[[], None]) -> None:
        self._gate = gate
        self._on_done = on_done
        self._background = background
        self._waiting: Counter[int] = Counter()
        self._busy: set[int] = set()
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def busy(self) -> int:
        """Chats that are being dealt with, the showing included."""
        return len(self._busy)

    def take(self, stored: Counter[int]) -> None:
        """So many new updates of each chat are in the inbox: no need to look for them."""
        for chat, count in stored.items():
            self._waiting[chat] += count
            self._begin(chat)

    async def run(self) -> None:
        """Look at the start, and again and again for what another instance or a crash left."""
        while True:
            await self.run_once()
            await asyncio.sleep(_LOOK_EVERY)

    async def run_once(self) -> int:
        """Start the chats that wait and are not busy; returns how many."""
        async with self._gate.database.reading() as session:
            chats = [chat for chat in await waiting_chats(session) if chat not in self._busy]
        for chat in chats:
            self._waiting[chat] = _UNKNOWN
            self._begin(chat)
        return len(chats)

    async def drained(self) -> None:
        """Wait until no chat is busy."""
        await self._idle.wait()

    def _begin(self, chat_id: int) -> None:
        if chat_id in self._busy:
            return
        self._busy.add(chat_id)
        self._idle.clear()
        self._background.start(f"chat {chat_id}", self._chat(chat_id))

    async def _chat(self, chat_id: int) -> None:
        try:
            while self._waiting[chat_id] > 0:
                self._waiting[chat_id] -= 1
                if not await self._one(chat_id):
                    self._waiting[chat_id] = 0
        finally:
            del self._waiting[chat_id]
            self._busy.discard(chat_id)
            if not self._busy:
                self._idle.set()

    async def _one(self, chat_id: int) -> bool:
        """Deal with the chat's oldest update; False where there is none."""
        turn = _Turn(self._gate)
        try:
            async with self._gate.database.transaction() as session:
                row = await next_of_chat(session, chat_id)
                if row is None:
                    return False
                done = await turn.take(session, row, more=self._waiting[chat_id] > 0)
                row.handled_at = self._gate.clock.now()
        except Refusal as refusal:
            done = await turn.refuse(refusal)
        except Exception as error:
            failed = await turn.fail(error)
            if failed is None:
                self._waiting[chat_id] += 1
                return True
            done = failed
        if done.asked.inline_id is None:
            # What is only looked at leaves nothing to be sent.
            self._on_done()
        await show(self._gate.bot, done.asked, done.screen, done.words)
        return True


class _Turn:
    """One update: its effect, and what follows when the effect was refused or failed."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._row_id: int | None = None
        self._asked = Incoming(0, 0, None, None, private=False)

    async def take(self, session: AsyncSession, row: InboxUpdate, *, more: bool) -> _Done:
        """Run the handler inside the transaction of its effect; `more` may wait behind it."""
        self._row_id = row.id
        raw = json.loads(row.raw)
        self._asked = asked = incoming.read(raw)
        if asked.inline_id is not None and await self._is_typed_over(session, row, more):
            return _Done(asked, None, Words(self._gate.company.locale))
        ctx = await self._context(session)
        if not asked.private or asked.user_id is None:
            return _Done(asked, None, ctx.words)
        tap = unpack(asked.data) if asked.data is not None else None
        update = _update(raw, self._gate.bot)
        extra: dict[str, Any] = {"ctx": ctx, "tap": tap}
        if isinstance(ctx, Context):
            undo.begin(ctx.act)
        result = await self._gate.dispatcher.feed_update(self._gate.bot, update, **extra)
        if result is UNHANDLED:
            log.info("nobody handles it", update=asked.update_id)
            result = self._gate.answers.unhandled(ctx, update)
        if result is not None and not isinstance(result, Screen | InlineResults):
            raise TypeError(f"a handler returned {type(result).__name__}")
        if isinstance(ctx, Context) and not isinstance(result, InlineResults):
            result = await self._undoable(ctx, result)
        # The language may have been changed just now: the persistent keys follow.
        words = Words(ctx.act.actor.locale) if isinstance(ctx, Context) else ctx.words
        return _Done(asked, result, words)

    async def _is_typed_over(self, session: AsyncSession, row: InboxUpdate, more: bool) -> bool:
        """Whether the answer would come too late: for the one letter more, or altogether."""
        if self._gate.clock.now() - row.received_at > _TYPED_LIVES:
            return True
        behind = await waiting_behind(session, row, _LOOKED_BEHIND) if more else ()
        return any(incoming.read(json.loads(raw)).inline_id is not None for raw in behind)

    async def _undoable(self, ctx: Context, screen: Screen | None) -> Screen | None:
        """The screen of an act that may be taken back gets the button, whichever it is."""
        step_id = await undo.keep(ctx.act)
        if step_id is None or screen is None or not screen.text:
            return screen
        return with_undo(ctx.words, screen, step_id)

    async def refuse(self, refusal: Refusal) -> _Done:
        """The effect was rolled back; the update is handled all the same."""
        log.info("refused", kind=refusal.kind, code=refusal.code, update=self._asked.update_id)
        async with self._gate.database.transaction() as session:
            row = await session.get_one(InboxUpdate, self._row_id)
            row.handled_at = self._gate.clock.now()
            ctx = await self._context(session)
            screen = await self._gate.answers.refused(refusal, ctx)
        return _Done(self._asked, screen, ctx.words)

    async def fail(self, error: Exception) -> _Done | None:
        """Count the try; None: once more after a pause. After the last the update is parked."""
        if isinstance(error, DBAPIError) and is_conflict(error):
            await asyncio.sleep(0.05)
            return None
        if is_away(error):
            # Not the update's fault: it is tried as long as that takes.
            log.warning("the database is away", error=type(error).__name__)
            await asyncio.sleep(1.0)
            return None
        if self._row_id is None:
            log.error("the inbox can not be read", exc_info=error)
            await asyncio.sleep(1.0)
            return None
        error_id = token_hex(4)
        log.error("update failed", update=self._asked.update_id, error_id=error_id, exc_info=error)
        async with self._gate.database.transaction() as session:
            row = await session.get_one(InboxUpdate, self._row_id)
            row.tries += 1
            row.error_id = error_id
            if row.tries >= MOST_TRIES:
                row.parked_at = self._gate.clock.now()
                ctx = await self._context(session)
                screen = await self._gate.answers.failed(error_id, ctx)
                return _Done(self._asked, screen, ctx.words)
            tries = row.tries
        await asyncio.sleep(0.05 * 2**tries)
        return None

    async def _context(self, session: AsyncSession) -> AnyContext:
        gate, asked = self._gate, self._asked
        work = await act_at(session, gate.clock.now(), gate.company, asked.user_id)
        if isinstance(work, Act):
            return Context(work, Words(work.actor.locale), gate.username)
        locale = (asked.language or "")[:2]
        words = Words(locale if locale in LOCALES else gate.company.locale)
        return StrangerContext(work, words, gate.username, asked.user_id or 0)


def _update(raw: dict[str, Any], bot: Bot) -> Update:
    """The update as aiogram has it; what can not be read is named without its contents."""
    try:
        return Update.model_validate(raw, context={"bot": bot})
    except ValidationError as error:
        places = [".".join(map(str, one["loc"])) for one in error.errors(include_input=False)]
    raise Unreadable(", ".join(places[:5]))
