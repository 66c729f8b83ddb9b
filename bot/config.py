"""The settings: one documented field per variable of `.env.example`."""

import os
import re
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic import model_validator as model_check
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.clock import FileClock
from bot.database_url import known_database_url
from bot.locales import LOCALES
from bot.mailbox_url import MailboxAddress, read_mailbox_url
from bot.zones import has_zones, known_zone

DEFAULT_LOCALE: Literal["ru"] = "ru"
OFFICIAL_API = "https://api.telegram.org"
WEBHOOK_LISTEN = "0.0.0.0:8080"

_SHORT_NAME = re.compile(r"[A-Za-z]{2}")
_TOKEN = re.compile(r"\d+:[!-~]+", re.ASCII)
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SIGNING_KEY = re.compile(
    r"whsec_(?:[A-Za-z0-9+/]{4}){6,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
)
_WORD = re.compile(r"\S+")
_KEY_AND_SALT = re.compile(r"[^\s:]+:[^\s:]+")
_LISTEN = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:\[\]]+):(?P<port>\d{1,5})", re.ASCII)
_WEBHOOK_PATH = re.compile(r"/telegram/[A-Za-z0-9_-]{1,128}$")
_ADDRESS = re.compile(
    r"https?://(?:\[[0-9A-Fa-f:.]+\]|[^\s/:@\[\]]+)(?::\d{1,5})?(?:/\S*)?", re.ASCII
)


class ConfigError(Exception):
    """The settings can not be used. Data only: `code` names the sentence `config-<code>`.

    `facts` fill it; no value of a variable is among them, so no secret is. `locale` is the
    language to say it in. The command line says it and ends with exit code 2.
    """

    def __init__(self, code: str, locale: str = DEFAULT_LOCALE, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.locale = locale
        self.facts = facts


def _numbers(value: object) -> object:
    if not isinstance(value, str):
        return value
    return [int(part) for part in value.replace(",", " ").split()]


def _positive(ids: tuple[int, ...]) -> tuple[int, ...]:
    if any(not 0 < number < 2**63 for number in ids):
        raise ValueError("an id is a positive number")
    return ids


def _matching(pattern: re.Pattern[str]) -> AfterValidator:
    def check(value: SecretStr | str | None) -> SecretStr | str | None:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        if text is not None and not pattern.fullmatch(text):
            raise ValueError("not of this form")
        return value

    return AfterValidator(check)


def _known_zone(name: str) -> str:
    known = known_zone(name)
    if known is None:
        raise ValueError("no such time zone")
    return known


def _real_port(listen: str | None) -> str | None:
    if listen is not None and not 0 <= int(listen.rpartition(":")[2]) <= 65535:
        raise ValueError("no such port")
    return listen


def _telling_time(path: Path | None) -> Path | None:
    try:
        if path is not None:
            FileClock(path).now()
    except OSError:
        raise ValueError("no such file") from None
    return path


def _readable_mailbox(url: SecretStr | None) -> SecretStr | None:
    if url is not None:
        read_mailbox_url(url.get_secret_value())
    return url


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class Settings(BaseSettings):
    """What the operator decides. Read from the environment first, then from the file."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: Annotated[SecretStr | None, _matching(_TOKEN)] = None
    """The token from BotFather; only `run` and `doctor` need it."""

    admin_ids: Annotated[
        tuple[int, ...], NoDecode, BeforeValidator(_numbers), AfterValidator(_positive)
    ] = ()
    """Telegram ids, comma-separated, that are admins from their first `/start`."""

    database_url: Annotated[str, AfterValidator(known_database_url)] = Field(
        default="sqlite+aiosqlite:///data/bot.db", repr=False
    )
    """SQLAlchemy URL; not shown anywhere, for it may hold a password."""

    telegram_api_url: Annotated[str, _matching(_ADDRESS)] = OFFICIAL_API
    """The base of a Bot API server."""

    timezone: Annotated[str, AfterValidator(_known_zone)] = "Europe/Moscow"
    """The company's time zone, an IANA name."""

    locale: Literal["ru", "en"] = DEFAULT_LOCALE
    """The company's language."""

    country: Annotated[str, BeforeValidator(_upper), _matching(_SHORT_NAME)] = "RU"
    """The country (ISO 3166, two letters) of public holidays and of phones without a code."""

    tick_seconds: Annotated[float, Field(ge=0.05, le=3600, allow_inf_nan=False)] = 15
    """How often due work is looked for, in seconds; may be a fraction."""

    webhook_url: Annotated[str | None, _matching(_ADDRESS)] = None
    """Where Telegram brings updates; without it the bot fetches them itself."""

    webhook_secret: Annotated[SecretStr | None, _matching(_WEBHOOK_SECRET)] = None
    """The secret that proves that an update came from Telegram; needed with `webhook_url`."""

    http_listen: Annotated[str | None, _matching(_LISTEN), AfterValidator(_real_port)] = None
    """`host:port` for health, metrics, webhook and intake."""

    intake_token: SecretStr | None = None
    """The bearer token of the inbound HTTP intake; without it the intake is off."""

    intake_secret: Annotated[SecretStr | None, _matching(_SIGNING_KEY)] = None
    """The key of Standard Webhooks signatures on the intake, `whsec_...`."""

    intake_mango_key: Annotated[SecretStr | None, _matching(_KEY_AND_SALT)] = None
    """Mango Office's `vpbx_api_key:salt`; with it what it reports has to be signed."""

    intake_zadarma_secret: Annotated[SecretStr | None, _matching(_WORD)] = None
    """Zadarma's or Novofon's API secret; with it what they report has to be signed."""

    imap_url: Annotated[SecretStr | None, AfterValidator(_readable_mailbox)] = None
    """`imaps://user:password@host/folder`, looked into for letters of clients."""

    send_per_second: Annotated[float, Field(ge=0.1, le=1000, allow_inf_nan=False)] = 25
    """How many messages the bot starts by itself in a second."""

    log_format: Literal["console", "json"] = "console"
    """Lines for people or for machines."""

    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = (
        "INFO"
    )
    """The least level that is written."""

    clock_file: Annotated[Path | None, AfterValidator(_telling_time)] = None
    """A text file with an ISO instant that is the bot's clock: for the demo and the tests."""

    @model_check(mode="after")
    def _webhook_is_guarded(self) -> Self:
        if self.webhook_url and self.webhook_secret is None:
            raise PydanticCustomError("webhook_unguarded", "a webhook without a secret")
        if self.webhook_url and self.webhook_path is None:
            raise PydanticCustomError("webhook_path", "a webhook at no place of ours")
        return self

    @property
    def webhook_path(self) -> str | None:
        """Where the bot itself is asked; what stands before it in the address is the proxy's. None
        where Telegram brings nothing."""
        found = _WEBHOOK_PATH.search(self.webhook_url or "")
        return None if found is None else found.group()

    @property
    def zone(self) -> ZoneInfo:
        """The company's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def mailbox(self) -> MailboxAddress | None:
        """The mailbox that is looked into; None where none is."""
        if self.imap_url is None:
            return None
        return read_mailbox_url(self.imap_url.get_secret_value())

    @property
    def http_address(self) -> tuple[str, int] | None:
        """Host and port to listen on; None where nothing listens.

        A webhook needs a door, so with one there is always an address.
        """
        listen = self.http_listen or (WEBHOOK_LISTEN if self.webhook_url else None)
        if listen is None:
            return None
        host, _, port = listen.rpartition(":")
        return host.strip("[]"), int(port)

    def require_token(self) -> str:
        """The bot's token in the clear; ConfigError("token-missing") where there is none."""
        if self.bot_token is None:
            raise ConfigError("token-missing", self.locale)
        return self.bot_token.get_secret_value()


def load_settings(env_file: str | Path | None = ".env") -> Settings:
    """The settings of the environment and the file; ConfigError where they can not be used."""
    try:
        # A container makes a folder of a file that is not there, and dotenv passes over it.
        if env_file and Path(env_file).is_dir():
            raise IsADirectoryError
        file = dotenv_values(env_file, encoding="utf-8") if env_file else {}
    except (OSError, UnicodeDecodeError):
        raise ConfigError("env-file", path=str(env_file)) from None
    try:
        settings = Settings(_env_file=env_file)
        settings.zone  # noqa: B018  the default is not looked at before
        return settings
    except ZoneInfoNotFoundError:
        raise ConfigError("zones-missing", settings.locale) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = str(first["loc"][0]) if first["loc"] else first["type"]
        asked = os.environ.get("LOCALE") or file.get("LOCALE")
        locale = asked if asked in LOCALES else DEFAULT_LOCALE
        if field == "timezone" and not has_zones():
            raise ConfigError("zones-missing", locale) from None
        raise ConfigError(field.replace("_", "-"), locale) from None
