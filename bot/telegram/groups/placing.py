"""Where the answer to a command in a group belongs: to who has written it, and to nobody else."""

from dataclasses import replace
from typing import Any

from bot.telegram.context import AnyContext, Context
from bot.telegram.incoming import Incoming

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


def placed(
    asked: Incoming, raw: dict[str, Any], ctx: AnyContext, username: str
) -> tuple[Incoming, dict[str, Any]]:
    """A command of somebody whom the bot reaches is as if written in the private chat; everything
    else of a group is answered there, if at all."""
    group, message = asked.group, raw.get("message")
    if group is None:
        return asked, raw
    there = replace(asked, chat_id=group.chat_id)
    if not group.orders or not isinstance(message, dict):
        return there, raw
    name = command_in(message["text"], username)
    if name in (None, HERE) or not isinstance(ctx, Context) or ctx.act.actor.blocked_at is not None:
        return there, raw
    _, _, rest = message["text"].partition(" ")
    text = f"/{name} {rest}".strip()
    sender = message["from"]
    chat = {"id": sender["id"], "type": "private", "first_name": sender.get("first_name", "")}
    kept = {key: message[key] for key in ("message_id", "date", "from")}
    private = kept | {"chat": chat, "text": text, "entities": _command(name)}
    as_if = replace(asked, chat_id=sender["id"], private=True, group=None, text=text)
    return as_if, raw | {"message": private}


def _command(name: str | None) -> list[dict[str, Any]]:
    return [{"type": "bot_command", "offset": 0, "length": len(name or "") + 1}]
