"""aiogram imported lazily answers as it does otherwise."""

import subprocess
import sys

READ = """
import bot.telegram.lazy_aiogram
from aiogram.methods import EditMessageText, Response
from aiogram.types import Message

chat = {"id": 1, "type": "private"}
keyboard = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
sent = {"message_id": 7, "date": 1, "chat": chat, "text": "x", "reply_markup": keyboard}
held = bot.telegram.lazy_aiogram.answer_types()
assert Response[EditMessageText.__returning__] in held, held
print(Response[Message].model_validate({"ok": True, "result": sent}).result.message_id)
"""


def test_an_answer_with_nested_types_is_read_at_its_first_use() -> None:
    """In a process of its own: here aiogram may be there already."""
    command = [sys.executable, "-c", READ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == "7\n", done.stderr
