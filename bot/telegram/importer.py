"""Imports carried on beside the chat: the file fetched and read, its rows taken in portions."""

import asyncio
import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from sqlalchemy.exc import DBAPIError

from bot.db import is_conflict
from bot.files.isolated import read_isolated
from bot.method.core.refusals import Invalid
from bot.method.imports.audit_cards import Audited
from bot.method.imports.rows import ImportFile, ImportReport, ImportRow, with_rows
from bot.method.imports.state import ImportState
from bot.models.client_import import ClientImport, busy_imports
from bot.models.user import User
from bot.services.core.work import Work
from bot.services.imports import steps, undo
from bot.services.imports.around import around_of
from bot.services.imports.audit.judging import Judging
from bot.services.imports.audit.steps import keep_audited, portions_of, terms_of
from bot.services.imports.check import Checking
from bot.services.imports.portions import PORTION, in_portions, phones_ahead
from bot.services.imports.state import ImportProgress, decisions_of, progress_of
from bot.telegram.background import Background
from bot.telegram.calls.plain import edit_text
from bot.telegram.keyboard import plain_keys
from bot.transactions import Transactions
from bot.views.imports.wizard import progress_screen
from bot.views.words import Words

log = structlog.get_logger(__name__)

_LOOK_EVERY = 1.0
_PAUSE = 5.0
_MOST_TRIES = 3
_SAY_EVERY = 2.0
"""Seconds between two edits of the progress."""
_UNREACHED = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, ClientDecodeError)


@dataclass(frozen=True)
class _Job:
    """An import as it was when its turn came."""

    id: int
    state: ImportState
    file_id: str
    chat_id: int
    message_id: int | None
    at: int
    words: Words

    @property
    def is_new(self) -> bool:
        """Whether nobody has seen yet what its columns are taken for."""
        return self.state is ImportState.READING


class Importer:
    """Each import with something to do has one task; files are read one at a time.

    Where an import stands is in the database, so that a restart goes on from there.
    """

    def __init__(
        self,
        transactions: Transactions,
        bot: Bot,
        background: Background,
        on_told: Callable[[], None],
    ) -> None:
        self._transactions = transactions
        self._bot = bot
        self._background = background
        self._on_told = on_told
        self._reading = asyncio.Lock()
        self._under_way: set[int] = set()
        self._tries: Counter[int] = Counter()
        self._wake = asyncio.Event()

    @property
    def busy(self) -> int:
        """Imports that are being carried on."""
        return len(self._under_way)

    def wake(self) -> None:
        """Somebody may have decided something."""
        self._wake.set()

    async def run(self) -> None:
        """Look at the start, and again whenever somebody has decided something."""
        while True:
            self._wake.clear()
            await self.run_once()
            try:
                async with asyncio.timeout(_LOOK_EVERY):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def run_once(self) -> int:
        """Start the imports that wait and are not under way; returns how many."""
        async with self._transactions.database.reading() as session:
            waiting = [
                number for number in await busy_imports(session) if number not in self._under_way
            ]
        for import_id in waiting:
            self._under_way.add(import_id)
            self._background.start(f"import {import_id}", self._go_on(import_id))
        return len(waiting)

    async def _go_on(self, import_id: int) -> None:
        try:
            await self._step(import_id)
            del self._tries[import_id]
        except Invalid as refusal:
            await self._give_up(import_id, refusal)
        except Exception as error:
            await self._failed(import_id, error)
        finally:
            self._under_way.discard(import_id)
            self._on_told()
            self._wake.set()

    async def _failed(self, import_id: int, error: Exception) -> None:
        """Once more after a pause: as long as needed where Telegram is away, else a few times."""
        if isinstance(error, TelegramBadRequest):
            await self._give_up(import_id, Invalid("file-gone"))
            return
        if isinstance(error, _UNREACHED):
            log.warning("a file can not be fetched", error=type(error).__name__)
        elif not (isinstance(error, DBAPIError) and is_conflict(error)):
            self._tries[import_id] += 1
            log.error("an import failed", import_id=import_id, exc_info=error)
        if self._tries[import_id] >= _MOST_TRIES:
            await self._give_up(import_id, Invalid("file-failed"))
            return
        await asyncio.sleep(_PAUSE)

    async def _give_up(self, import_id: int, refusal: Invalid) -> None:
        async with self._transactions.work() as work:
            await steps.give_up(work, import_id, refusal)

    async def _step(self, import_id: int) -> None:
        job = await self._job(import_id)
        match job.state:
            case ImportState.READING:
                await self._read(job)
            case ImportState.CHECKING:
                await self._check(job)
            case ImportState.AUDITING:
                await self._audit(job)
            case ImportState.RUNNING:
                await self._import(job)
            case ImportState.UNDOING:
                await self._undo(job)

    async def _job(self, import_id: int) -> _Job:
        async with self._transactions.database.reading() as session:
            batch = await session.get_one(ClientImport, import_id)
            owner = await session.get_one(User, batch.user_id)
            return _Job(
                id=batch.id,
                state=batch.state,
                file_id=batch.file_id or "",
                chat_id=owner.telegram_id,
                message_id=decisions_of(batch).message,
                at=(progress_of(batch) or ImportProgress()).at,
                words=Words(owner.locale),
            )

    async def _file(self, job: _Job) -> tuple[ImportFile, str]:
        """The file as its owner has its columns read, and the digest of its bytes."""
        async with self._reading:
            async with self._transactions.looking() as work:
                decisions = decisions_of(await work.session.get_one(ClientImport, job.id))
                around = await around_of(work)
            told = await self._bot.get_file(job.file_id)
            content = io.BytesIO()
            await self._bot.download_file(told.file_path or "", content)
            mapping = decisions.mapping if job.is_new else decisions.columns
            read = await read_isolated(content.getvalue(), mapping, around)
            return read, sha256(content.getvalue()).hexdigest()

    async def _read(self, job: _Job) -> None:
        read, digest = await self._file(job)
        with_rows(read)
        async with self._transactions.work() as work:
            await steps.keep_read(work, job.id, read, digest)

    async def _check(self, job: _Job) -> None:
        read, _ = await self._file(job)
        checking, report = Checking(), ImportReport(str(job.id), read.profile)

        async def count(work: Work, at: int, rows: Sequence[ImportRow]) -> int | None:
            going = await steps.check_portion(work, job.id, checking, rows, report)
            return at + len(rows) if going else None

        async for _ in in_portions(self._transactions.looking, read.rows, count):
            pass
        async with self._transactions.work() as work:
            await steps.keep_checked(work, job.id, checking, report, len(read.rows))

    async def _audit(self, job: _Job) -> None:
        """In a thread: a hundred thousand rows take a minute, and everybody's taps go on."""
        read, _ = await self._file(job)
        async with self._transactions.looking() as work:
            judging = Judging(read, work.company.country)
            terms = terms_of(work, read)
        for rows in portions_of(read.rows):
            await asyncio.to_thread(judging.take, rows)
        found = await asyncio.to_thread(judging.result, terms)
        async with self._transactions.work() as work:
            await keep_audited(work, job.id, Audited(found, judging.told()))

    async def _import(self, job: _Job) -> None:
        read, _ = await self._file(job)
        total = len(read.rows)
        progress = _Progress(self._bot, job, total)

        async def take(work: Work, at: int, rows: Sequence[ImportRow]) -> int | None:
            return await steps.import_portion(work, job.id, at, rows, total)

        ahead = phones_ahead(self._transactions.company.country)
        async for at in in_portions(self._transactions.work, read.rows, take, job.at, ahead):
            await progress.show(at)

    async def _undo(self, job: _Job) -> None:
        going = True
        while going:
            async with self._transactions.work() as work:
                going = await undo.undo_portion(work, job.id, PORTION)


class _Progress:
    """The message under the button that began the import, edited now and then."""

    def __init__(self, bot: Bot, job: _Job, total: int) -> None:
        self._bot = bot
        self._job = job
        self._total = total
        self._said_at = float("-inf")

    async def show(self, at: int) -> None:
        """Say how far it is; whatever goes wrong with that does not matter to the import."""
        now = asyncio.get_running_loop().time()
        last = at == self._total
        if self._job.message_id is None or not (last or now - self._said_at >= _SAY_EVERY):
            return
        self._said_at = now
        screen = progress_screen(self._job.words, at, self._total)
        try:
            chat_id, message_id = self._job.chat_id, self._job.message_id
            await edit_text(self._bot, chat_id, message_id, screen.text, plain_keys(screen))
        except TelegramAPIError as error:
            log.info("progress not shown", error=type(error).__name__)
