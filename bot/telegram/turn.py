"""One update: its effect in one transaction, or part by part, and what is shown for it."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from secrets import token_hex
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.db import is_away, is_conflict
from bot.locales import LOCALES
from bot.method.core.refusals import Refusal
from bot.method.core.repeats import SCREEN_HELD
from bot.models.base import JsonDict
from bot.models.inbox import MOST_TRIES, InboxUpdate, Waiting, mark_handled, waiting_behind
from bot.services.core import undo
from bot.services.core.outbox import leaves, repetitions_of
from bot.services.core.work import Act, Work
from bot.services.day.missed import missed_morning
from bot.services.people.presence import touched
from bot.telegram.business import account
from bot.telegram.context import AnyContext, Context, Going, Redrawn, StrangerContext
from bot.telegram.forms import asked_in, edited_by, next_part
from bot.telegram.groups.placing import placed
from bot.telegram.updates.incoming import Incoming, read
from bot.telegram.updates.parsing import Unreadable, parsed
from bot.telegram.updates.result import TurnResult, plain_result
from bot.transactions import Transactions
from bot.views.core.undo import with_undo
from bot.views.day.missed import takes_morning, with_morning
from bot.views.screen import InlineResults, Screen
from bot.views.taps.base import unpack
from bot.views.words import Words

log = structlog.get_logger(__name__)

_TYPED_LIVES = timedelta(seconds=10)
"""After so long nobody waits any more for what was found while typing."""
_LOOKED_BEHIND = 10


@dataclass(frozen=True)
class Answers:
    """What is said where no handler says anything; made in one place, outside the gateway."""

    refused: Callable[[Refusal, AnyContext], Awaitable[Screen]]
    unhandled: Callable[[AnyContext, Update], Screen]
    failed: Callable[[str, AnyContext], Awaitable[Screen]]
    """With the id of the error, once the update is parked."""


@dataclass(frozen=True)
class TurnParts:
    """What it takes to deal with an update."""

    transactions: Transactions
    bot: Bot
    dispatcher: Dispatcher
    username: str
    answers: Answers


class Turn:
    """One update: its effect, and what follows when the effect was refused or failed."""

    def __init__(
        self,
        parts: TurnParts,
        files: Mapping[str, bytes | None] | None = None,
        connection: account.AskedConnection | None = None,
        looked: object = None,
    ) -> None:
        self._parts = parts
        self._files = files or {}
        self._connection, self._looked = connection, looked
        self._row_id: int | None = None
        self._asked = Incoming(0, 0, None, None, private=False)
        self._form: JsonDict | None = None
        """What the person had been asked to type before the update."""
        self._leaves = False

    async def take(self, session: AsyncSession, row: Waiting, *, more: bool) -> TurnResult:
        """Run the handler inside the transaction of its effect; `more` may wait behind it."""
        self._row_id = row.id
        raw = json.loads(row.raw)
        self._asked = asked = read(raw)
        if asked.connection_id is not None:
            return await self._in_account(session, row, raw, more)
        if asked.inline_id is not None and await self._is_typed_over(session, row, more):
            await mark_handled(session, row.id, self._parts.transactions.now())
            return TurnResult(asked, None, Words(self._parts.transactions.company.locale))
        ctx = self._context(await self._parts.transactions.act_in(session, asked.user_id))
        self._asked = asked = placed(asked, raw, ctx, self._parts.username)
        if not (asked.private or asked.group) or asked.user_id is None:
            return await self._result(ctx, None)
        tap = unpack(asked.data) if asked.data is not None else None
        update = parsed(raw, self._parts.bot)
        extra: dict[str, Any] = {"ctx": ctx, "tap": tap, "raw": raw}
        extra |= {"files": self._files, "more": more}
        if isinstance(ctx, Context):
            if "my_chat_member" not in raw:
                touched(ctx.act)
            undo.begin(ctx.act, tap=asked.data, update=row.id)
        result = await self._parts.dispatcher.feed_update(self._parts.bot, update, **extra)
        if result is UNHANDLED:
            log.info("nobody handles it", update=asked.update_id)
            result = self._parts.answers.unhandled(ctx, update)
        return await self._result(ctx, result)

    async def _in_account(
        self, session: AsyncSession, row: Waiting, raw: JsonDict, more: bool
    ) -> TurnResult:
        """Something has happened in somebody's own account: nothing is answered there."""
        parts = self._parts
        owner = await account.owner_of(parts.transactions, session, row, raw, self._connection)
        ctx = self._context(await parts.transactions.act_in(session, owner))
        goes_on = more and bool(await waiting_behind(session, row, 1))
        extra = {"ctx": ctx, "raw": raw, "row_no": row.id, "more": goes_on}
        result = None
        try:
            update = parsed(raw, parts.bot)
        except Unreadable:
            # Nobody waits for an answer, and there is nothing in it that could be placed.
            log.info("nothing to read in an account", update=self._asked.update_id)
        else:
            result = await parts.dispatcher.feed_update(parts.bot, update, **extra)
        await account.end(session, row, raw, parts.transactions.now())
        redrawn = result if isinstance(result, Redrawn) else None
        return TurnResult(self._asked, None, ctx.words, redrawn=redrawn)

    def _shown(self, screen: Screen) -> Screen | None:
        """What went wrong is said to who asked; in somebody's account nobody has, and a group
        need not know."""
        asked = self._asked
        return screen if asked.connection_id is None and asked.group is None else None

    async def go_on(self, before: TurnResult) -> TurnResult:
        """The next part of an act, in its own transaction; its progress is a plain edit."""
        self._asked = replace(self._asked, callback_id=None)
        async with self._parts.transactions.act(self._asked.user_id) as work:
            ctx = self._context(work)
            if before.going is None or not isinstance(ctx, Context):
                return await self._result(ctx, None)
            undo.begin(ctx.act, before.step_id, self._asked.data, self._row_id)
            return await self._result(ctx, await next_part(ctx, before.going, self._asked))

    async def _result(self, ctx: AnyContext, answer: object) -> TurnResult:
        """What is shown for the answer of a handler. The update is handled with its last part."""
        # The language may have been changed just now: the persistent keys follow.
        words = Words(ctx.act.actor.locale) if isinstance(ctx, Context) else ctx.words
        asks = isinstance(ctx, Context) and self._asks(ctx)
        if isinstance(ctx, Context) and isinstance(answer, Screen) and asks:
            asked_in(ctx.act.actor, edited_by(self._asked, answer), self._form)
        step_id = await undo.keep(ctx.act) if isinstance(ctx, Context) else None
        self._leaves = self._leaves or not isinstance(ctx, Context) or leaves(ctx.act)
        if isinstance(answer, Going):
            return TurnResult(self._asked, answer.screen, words, answer, step_id)
        if answer is not None and not isinstance(answer, Screen | InlineResults):
            raise TypeError(f"a handler returned {type(answer).__name__}")
        if not isinstance(ctx, Context):
            await self._mark(ctx.work)
            return TurnResult(self._asked, answer, words)
        shown = answer
        if isinstance(answer, Screen):
            shown = await self._completed(ctx, answer, words, step_id)
        result = TurnResult(
            self._asked,
            shown,
            words,
            asks=asks,
            form=ctx.act.actor.form if asks else None,
            undo_until=ctx.act.now + ctx.act.policy.undo_window,
            repetitions=repetitions_of(ctx.act),
            leaves=self._leaves,
        )
        return await self._kept(ctx, result, is_act=asks or step_id is not None)

    async def _completed(
        self, ctx: Context, screen: Screen, words: Words, step_id: int | None
    ) -> Screen:
        """The screen, with what no handler has to think of."""
        if not self._asked.group:
            screen = await _with_morning(ctx, screen, words)
        if screen.text and step_id is not None:
            # The screen of an act that may be taken back gets the button, whichever it is.
            screen = with_undo(ctx.words, screen, step_id)
        return screen

    async def _kept(self, ctx: Context, result: TurnResult, *, is_act: bool) -> TurnResult:
        """The update is handled; the screen of an act is kept with it until it was shown."""
        screen = result.screen
        if not is_act or result.repetitions or not isinstance(screen, Screen) or not screen.text:
            # What was only looked at is looked at again; what lies in the outbox is kept there.
            await self._mark(ctx.act)
            return result
        await self._mark(ctx.act, plain_result(result, screen))
        return replace(result, row_id=self._row_id)

    async def _mark(self, work: Work, screen: JsonDict | None = None) -> None:
        """The update is handled in this transaction, and the screen kept until it was shown."""
        if self._row_id is None:
            raise RuntimeError("no update was taken")
        now = self._parts.transactions.now()
        until = now + SCREEN_HELD
        await mark_handled(work.session, self._row_id, now, screen=screen, until=until)

    def _asks(self, ctx: Context) -> bool:
        """Whether the update has ended with a question that was not there before."""
        form = ctx.act.actor.form
        return form is not None and form is not self._form

    async def _is_typed_over(self, session: AsyncSession, row: Waiting, more: bool) -> bool:
        """Whether the answer would come too late: for the one letter more, or altogether."""
        if self._parts.transactions.now() - row.received_at > _TYPED_LIVES:
            return True
        behind = await waiting_behind(session, row, _LOOKED_BEHIND) if more else ()
        return any(read(json.loads(raw)).inline_id is not None for raw in behind)

    async def refuse(self, refusal: Refusal) -> TurnResult:
        """The effect was rolled back; the update is handled all the same."""
        log.info("refused", kind=refusal.kind, code=refusal.code, update=self._asked.update_id)
        async with self._parts.transactions.act(self._asked.user_id) as work:
            await self._mark(work)
            ctx = self._context(work)
            screen = await self._parts.answers.refused(refusal, ctx)
        return TurnResult(self._asked, self._shown(screen), ctx.words)

    async def fail(self, error: Exception) -> TurnResult | None:
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
        async with self._parts.transactions.database.transaction() as session:
            row = await session.get_one(InboxUpdate, self._row_id)
            row.tries += 1
            row.error_id = error_id
            if row.tries >= MOST_TRIES:
                row.parked_at = self._parts.transactions.now()
                work = await self._parts.transactions.act_in(session, self._asked.user_id)
                if isinstance(work, Act):
                    undo.begin(work, tap=self._asked.data, update=self._row_id)
                ctx = self._context(work)
                screen = await self._parts.answers.failed(error_id, ctx)
                return TurnResult(self._asked, self._shown(screen), ctx.words)
            tries = row.tries
        await asyncio.sleep(0.05 * 2**tries)
        return None

    def _context(self, work: Act | Work) -> AnyContext:
        parts, asked = self._parts, self._asked
        if isinstance(work, Act):
            self._form = work.actor.form
            words = Words(work.actor.locale)
            return Context(work, words, parts.username, asked.data, self._looked)
        locale = (asked.language or "")[:2]
        words = Words(locale if locale in LOCALES else work.company.locale)
        return StrangerContext(work, words, parts.username, asked.user_id or 0)


async def _with_morning(ctx: Context, screen: Screen, words: Words) -> Screen:
    """The screen, with what a morning that did not arrive would have said."""
    if ctx.act.actor.morning_missed_on is None or not takes_morning(screen):
        return screen
    day = await missed_morning(ctx.act)
    return screen if day is None else with_morning(words, screen, day)
