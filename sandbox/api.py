"""The other methods of the Bot API, and the table of all of them."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from sandbox import business, inline, messages
from sandbox.entities import units
from sandbox.errors import ApiError, bad_request
from sandbox.params import Params
from sandbox.posts import file_json
from sandbox.state import State

Json = dict[str, Any]
Method = Callable[[State, Params], Awaitable[Any]]
_DOWNLOAD_LIMIT = 20 * 1024 * 1024
_TOAST_LIMIT = 200


async def get_me(state: State, params: Params) -> Json:
    """Itself as BotFather has set it up; a test may set it up otherwise in `state.me`."""
    return {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": True,
        **state.me,
    }


async def get_updates(state: State, params: Params) -> list[object]:
    if state.webhook.get("url"):
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    state.updates.allow(params.names("allowed_updates"))
    return await state.updates.get(
        params.integer("offset"), params.integer("limit", 100), params.integer("timeout")
    )


async def set_webhook(state: State, params: Params) -> bool:
    if params.flag("drop_pending_updates"):
        state.updates.confirm(state.updates.next_id)
    state.updates.allow(params.names("allowed_updates"))
    state.webhook = {"url": params.text("url"), "secret": params.text("secret_token")}
    state.signal.notify()
    return True


async def delete_webhook(state: State, params: Params) -> bool:
    if params.flag("drop_pending_updates"):
        state.updates.confirm(state.updates.next_id)
    state.webhook = {}
    state.signal.notify()
    return True


async def get_webhook_info(state: State, params: Params) -> Json:
    return {
        "url": state.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.waiting),
    }


async def answer_callback(state: State, params: Params) -> bool:
    """The first answer counts; a later one is taken and shows nothing."""
    text = params.text("text")
    if units(text) > _TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    query = state.queries.get(params.text("callback_query_id"))
    if query is None or state.clock.now() - query.at > inline.QUERY_LIFE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if query.answered:
        return True
    query.answered, query.text, query.alert = True, text, params.flag("show_alert")
    query.chat.toast, query.chat.alert = ("", text) if query.alert else (text, "")
    if text:
        state.record(query.chat, "alert" if query.alert else "toast", text)
    state.signal.notify()
    return True


async def set_commands(state: State, params: Params) -> bool:
    commands = [_command(raw) for raw in params.object("commands") or []]
    _put_commands(state, params, commands)
    return True


async def get_commands(state: State, params: Params) -> list[Json]:
    chat_id = _scope_chat(params)
    commands = state.chat(chat_id).commands if chat_id is not None else state.default_commands
    return [{"command": name, "description": words} for name, words in commands]


async def delete_commands(state: State, params: Params) -> bool:
    _put_commands(state, params, [])
    return True


async def get_file(state: State, params: Params) -> Json:
    file = state.files.get(params.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > _DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return file_json(file) | {"file_path": file.path}


async def send_chat_action(state: State, params: Params) -> bool:
    chat = state.open_chat(params.chat_id())
    chat.actions.append(params.text("action"))
    return True


def _put_commands(state: State, params: Params, commands: list[tuple[str, str]]) -> None:
    chat_id = _scope_chat(params)
    if chat_id is None:
        state.default_commands = commands
    else:
        state.chat(chat_id).commands = commands
    state.signal.notify()


def _scope_chat(params: Params) -> int | None:
    scope = params.object("scope") or {}
    if scope.get("type") not in ("chat", "chat_member"):
        return None
    return int(scope["chat_id"])


def _command(raw: Json) -> tuple[str, str]:
    name, words = str(raw.get("command", "")).removeprefix("/"), str(raw.get("description", ""))
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= units(words) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return name, words


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": messages.send_message,
    "sendRichMessage": messages.send_rich,
    "sendDocument": messages.send_document,
    "sendPhoto": messages.send_photo,
    "sendVoice": messages.send_voice,
    "forwardMessages": messages.forward_messages,
    "editMessageText": messages.edit_text,
    "editMessageCaption": messages.edit_caption,
    "editMessageMedia": messages.edit_media,
    "editMessageReplyMarkup": messages.edit_markup,
    "deleteMessage": messages.delete_message,
    "answerCallbackQuery": answer_callback,
    "answerInlineQuery": inline.answer,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "getFile": get_file,
    "getBusinessConnection": business.get_connection,
    "sendChatAction": send_chat_action,
}
BY_LOWER_NAME = {name.lower(): (name, method) for name, method in METHODS.items()}
