"""The gateway in this process: told by hand what has come, and what it said kept in a list."""

from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import SendMessage, SendPhoto, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, Message

from bot.method.core.refusals import Refusal
from bot.models.inbox import backlog
from bot.telegram.background import Background
from bot.telegram.context import AnyContext
from bot.telegram.intake import Intake
from bot.telegram.turn import TurnParts
from bot.telegram.worker import Workers
from bot.transactions import Transactions
from bot.views.screen import Screen
from bot.wiring import ANSWERS, dispatcher
from tests.builders import Firm
from tests.heard_calls import as_method

Json = dict[str, Any]
Refused = Callable[[Refusal, AnyContext], Awaitable[Screen]]


class Listener(BaseSession):
    """A Telegram that agrees to everything, and remembers it; messages have numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[TelegramMethod[Any]] = []
        self.sent = 100

    async def __call__(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        return cast(TelegramType, await super().__call__(bot, as_method(method), timeout))

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        self.heard.append(method)
        if isinstance(method, SendMessage | SendPhoto):
            self.sent += 1
            chat = Chat(id=int(method.chat_id), type="private")
            message = Message(message_id=self.sent, date=datetime.now(UTC), chat=chat)
            return cast(TelegramType, message)
        return cast(TelegramType, True)

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        """There is no connection."""

    def count(self, method: type[TelegramMethod[Any]]) -> int:
        """How many calls there were of this method."""
        return Counter(map(type, self.heard))[method]


@dataclass
class Gateway:
    """Inbox and workers; nothing is fetched or looked for by itself."""

    transactions: Transactions
    intake: Intake
    workers: Workers
    last: int = field(default=0)

    async def stores(self, *updates: Json) -> None:
        """These have come, in one batch; each gets the next number."""
        first = self.last + 1
        self.last += len(updates)
        await self.intake.store(
            [{"update_id": number} | update for number, update in enumerate(updates, first)]
        )

    async def deals(self) -> tuple[int, int]:
        """Deal with everything that waits; how many then wait, and how many are parked."""
        await self.workers.run_once()
        await self.workers.drained()
        async with self.transactions.database.reading() as session:
            return await backlog(session)


@asynccontextmanager
async def gateway(
    office: Firm | Transactions, session: BaseSession, refused: Refused = ANSWERS.refused
) -> AsyncIterator[Gateway]:
    """Open for the people of the office; what it says goes to the session."""
    transactions = office.transactions if isinstance(office, Firm) else office
    background, answers = Background(), replace(ANSWERS, refused=refused)
    async with Bot("1:sandbox", session) as bot:
        parts = TurnParts(transactions, bot, dispatcher(), "bot", answers)
        workers = Workers(parts, background, lambda: None)
        intake = Intake(transactions.database, transactions.clock, "", lambda _: None)
        yield Gateway(transactions, intake, workers)
        await background.stop()


def sender(user_id: int) -> Json:
    """Somebody's account."""
    return {"id": user_id, "is_bot": False, "first_name": "Анна"}


def chat(user_id: int) -> Json:
    """The private chat with the bot."""
    return {"id": user_id, "type": "private", "first_name": "Анна"}


def tapped(user_id: int, data: str) -> Json:
    """A button with this callback data was tapped below the first message of the chat."""
    message = {"message_id": 1, "date": 0, "chat": chat(user_id)}
    query = {"id": "1", "from": sender(user_id), "chat_instance": "1", "data": data}
    return {"callback_query": query | {"message": message}}


def written(user_id: int, text: str) -> Json:
    """A text, or a command."""
    message: Json = {"message_id": 1, "date": 0, "chat": chat(user_id), "text": text}
    if text.startswith("/"):
        length = len(text.split()[0])
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"message": message | {"from": sender(user_id)}}


def typed(user_id: int, text: str) -> Json:
    """Letters typed after the bot's name in some chat."""
    query = {"id": "1", "from": sender(user_id), "query": text, "offset": ""}
    return {"inline_query": query}
