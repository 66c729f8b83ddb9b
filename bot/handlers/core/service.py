"""What Telegram itself says in a chat: pinned, a timer set, another background."""

from aiogram import Router
from aiogram.types import Message

from bot.telegram.context import Context
from bot.telegram.filters import is_service

router = Router(name="service")


@router.message(is_service)
async def unheard(message: Message, ctx: Context) -> None:
    """Nobody has asked for anything, so nothing is answered."""
