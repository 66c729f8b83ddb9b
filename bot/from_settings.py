"""What every command makes of the settings before anything else. Without Telegram: a command that
only reads or writes the database need not wait for it."""

from collections.abc import Mapping

from bot.clock import Clock, FileClock, SystemClock
from bot.config import Settings
from bot.db import Database
from bot.method.inbound.intake.vendors.vendor_request import VendorKey
from bot.services.core.work import Company
from bot.transactions import Transactions


def company_of(settings: Settings) -> Company:
    """What the use cases know of the settings."""
    return Company(
        settings.country,
        settings.timezone,
        settings.locale,
        frozenset(settings.admin_ids),
        frozenset(vendor_keys_of(settings)),
    )


def vendor_keys_of(settings: Settings) -> Mapping[str, VendorKey]:
    """What the vendors sign with, of those whose key is known."""
    keys: dict[str, VendorKey] = {}
    if settings.intake_mango_key is not None:
        name, _, salt = settings.intake_mango_key.get_secret_value().partition(":")
        keys["mango"] = VendorKey(salt, name)
    if settings.intake_zadarma_secret is not None:
        keys["zadarma"] = VendorKey(settings.intake_zadarma_secret.get_secret_value())
    return keys


def clock_of(settings: Settings) -> Clock:
    """The wall clock, or the file that stands in for it."""
    return SystemClock() if settings.clock_file is None else FileClock(settings.clock_file)


def transactions_of(settings: Settings) -> Transactions:
    """Where every transaction comes from; the database is the caller's to close."""
    return Transactions(Database(settings.database_url), clock_of(settings), company_of(settings))
