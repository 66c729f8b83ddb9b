"""The log: structured lines for people or machines, with secrets taken out."""

import logging
import re
import sys
from collections import Counter
from collections.abc import Iterable
from typing import Literal

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

HIDDEN = "***"
_BOT_TOKEN = re.compile(r"(?<!\d)\d{3,}:[A-Za-z0-9_-]{20,}")
_QUIET = ("aiogram", "aiosqlite", "alembic", "aiohttp.access", "matplotlib", "sqlalchemy")
"""They talk much, and some of them tell the values of every statement."""


HEARD: Counter[tuple[str, str]] = Counter()
"""Our own lines at WARNING and above since the process began, by level and what they say."""


def _heard(logger: WrappedLogger, method: str, line: EventDict) -> EventDict:
    """A step of the log that counts. What a line says is a sentence of the code, never a value."""
    if method in ("warning", "error", "critical"):
        HEARD[method, str(line.get("event", ""))] += 1
    return line


class Redaction:
    """A step of the log that takes secrets out of every text of a line, however it came there.

    It knows the secrets it is given and whatever looks like a bot token, which Telegram puts
    into addresses and so into the errors of libraries.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = tuple(sorted(filter(None, secrets), key=len, reverse=True))

    def __call__(self, logger: WrappedLogger, method: str, line: EventDict) -> EventDict:
        return {key: self._without_secrets(value) for key, value in line.items()}

    def _without_secrets(self, value: object) -> object:
        match value:
            case None | bool() | int() | float():
                return value
            case dict():
                return {key: self._without_secrets(item) for key, item in value.items()}
            case list() | tuple():
                return [self._without_secrets(item) for item in value]
        text = str(value)
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return _BOT_TOKEN.sub(HIDDEN, text)


def set_up_logs(form: Literal["console", "json"], level: str, secrets: Iterable[str] = ()) -> None:
    """Send every line of the process, also those of libraries, to stderr in one form.

    `level` is a name like "INFO"; libraries that talk much are heard from WARNING on.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        structlog.processors.UnicodeDecoder(),
    ]
    redaction = Redaction(secrets)
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redaction, last],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # It warns of every tick that finds the last one under way, which is as it should be.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            _heard,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
