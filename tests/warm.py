"""What a forked bot has got already: the modules and schemas of a start and of the first taps.

Nothing of this opens a file, a connection or a thread, so that a fork may share it.
"""

import gc
import importlib

for _name in (
    "bot.__main__",
    "bot.app",
    "bot.bot_api",
    "bot.at_work",
    "bot.web.api_page",
    "bot.web.openapi",
    "bot.web.vendors",
    "bot.cli.lock",
    "aiosqlite",
    "apscheduler.executors.asyncio",
    "apscheduler.triggers.interval",
    "holidays.countries",
    "phonenumbers",
    "rapidfuzz",
):
    importlib.import_module(_name)

from aiogram import methods, types  # noqa: E402  after the lazy import of bot.bot_api
from sqlalchemy.orm import configure_mappers  # noqa: E402

from bot.telegram.lazy_aiogram import answer_types  # noqa: E402
from tests.service.looking import refuse_locks  # noqa: E402

refuse_locks()
configure_mappers()

# Held, since pydantic forgets what nobody uses.
_answers = [*answer_types(), methods.Response[types.User]]
_asked = (
    methods.AnswerCallbackQuery,
    methods.EditMessageReplyMarkup,
    methods.EditMessageText,
    methods.GetMe,
    methods.SendMessage,
)
for _model in (types.Update, types.User, types.Message, *_asked, *_answers):
    _model.model_rebuild()

# A fork shares all of it: its collector need not look through it, and so copy it, at each start.
gc.collect()
gc.freeze()
