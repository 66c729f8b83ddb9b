"""What a forked bot has got already: the modules and schemas of a start and of the first taps.

Nothing of this opens a file, a connection or a thread, so that a fork may share it.
"""

import importlib

for _name in (
    "bot.__main__",
    "bot.app",
    "bot.wiring",
    "bot.cli.lock",
    "bot.telegram.importer",
    "aiosqlite",
    "apscheduler.executors.asyncio",
    "apscheduler.triggers.interval",
    "holidays.countries",
    "phonenumbers",
    "rapidfuzz",
):
    importlib.import_module(_name)

from aiogram import methods, types  # noqa: E402  after the lazy import of bot.app

from tests.service.looking import refuse_locks  # noqa: E402  after the lazy import

refuse_locks()

for _model in (types.Update, types.User, methods.SendMessage, methods.EditMessageText):
    _model.model_rebuild()
