"""Where the answer to a command in a group belongs: to who has written it, and to nobody else."""

from dataclasses import replace
from typing import Any

from bot.telegram.context import AnyContext, Context
from bot.telegram.updates.incoming import Incoming

HERE = "here"
"""The one command that is about the chat itself."""


def command_in(text: str, username: str) -> str | None:
    """The command at the beginning of a line without the name of the bot; None where there is none
    or another bot is meant."""
    word = text.split(maxsplit=1)[0] if text.startswith("/") else ""
    name, _, addressee = word.removeprefix("/").partition("@")
    if not name or (addressee and addressee.lower() != username.lower()):
        return None
    return name.lower()


def placed(asked: Incoming, raw: dict[str, Any], ctx: AnyContext, username: str) -> Incoming:
    """What is said to a command of somebody whom the bot reaches belongs into the private chat;
    everything else of a group is answered there, if at all."""
    group, message = asked.group, raw.get("message")
    if group is None:
        return asked
    there = replace(asked, chat_id=group.chat_id)
    if not group.orders or not isinstance(message, dict):
        return there
    name = command_in(message["text"], username)
    if name in (None, HERE) or not isinstance(ctx, Context) or ctx.act.actor.blocked_at is not None:
        return there
    return replace(asked, chat_id=message["from"]["id"], private=True, group=None)
