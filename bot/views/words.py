"""The words people read: Fluent messages of one language, and the one way to show a value.

Every text, date, time, duration and sum of money goes through here, so that all screens say
them alike.
"""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from html import escape

from babel import Locale
from babel.numbers import (
    format_decimal,
    format_percent,
    get_currency_precision,
    get_currency_symbol,
    get_group_symbol,
)

from bot.locales import LOCALES
from bot.locales.stages import stage_in
from bot.method.core.texts import clean as clean
from bot.views.catalogue import catalogue

Value = str | int | float

_DAY = 24
"""Hours."""
_WORKDAY = timedelta(hours=9)
_LONGEST_IN_HOURS = timedelta(hours=18)
"""What is longer is said in days: nobody counts in "31 h"."""


class Markup(str):
    """Text that is HTML already; everything else is escaped on its way into a message."""

    __slots__ = ()


class Words:
    """The messages of one locale. KeyError for a message that does not exist."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        if locale not in LOCALES:
            raise KeyError(locale)
        self._catalogue = catalogue(locale)

    def __call__(self, key: str, /, **values: Value) -> Markup:
        """The message as HTML; strings among the values are escaped unless they are Markup.

        Numbers are shown with the separators of the language: pass an id as a string.
        """
        safe = {name: _safe(value) for name, value in values.items()}
        return Markup(self._format(key, safe))

    def plain(self, key: str, /, **values: Value) -> str:
        """The message as plain text, for labels, toasts and files."""
        return self._format(key, values)

    def weekday(self, day: date) -> str:
        """The short name of the day of the week."""
        return self.plain("date-weekday", weekday=day.weekday())

    def short_date(self, day: date, today: date) -> str:
        """The weekday and the date; the year only where it is not this one."""
        return _short_date(self.locale, day, day.year == today.year)

    def day(self, day: date, today: date) -> str:
        """The date, with "yesterday", "today" or "tomorrow" before it where that is true."""
        near = self._near(day, today)
        shown = self.short_date(day, today)
        return self.plain("date-near", near=near, date=shown) if near else shown

    def moment(self, local: datetime, today: date) -> str:
        """A local date and time, the date as a word where it is near."""
        day = self._near(local.date(), today) or self.short_date(local.date(), today)
        return self.plain("date-moment", day=day, time=self.time_of_day(local.time()))

    def time_of_day(self, moment: time) -> str:
        """The time of day, to the minute."""
        return f"{moment:%H:%M}"

    def duration(self, length: timedelta) -> str:
        """Hours and minutes, whole minutes only; from a day on, days and hours. Less than nothing
        is shown as nothing."""
        hours = max(0, length // timedelta(hours=1))
        if hours < _DAY:
            return self.hours(length)
        days = self.plain("duration-days", count=hours // _DAY)
        if not hours % _DAY:
            return days
        return f"{days} {self.plain('duration-hours', hours=hours % _DAY)}"

    def hours(self, length: timedelta) -> str:
        """Hours and minutes, however many they are: the bounds of a rule are typed so."""
        minutes = max(0, length // timedelta(minutes=1))
        hours, rest = divmod(minutes, 60)
        if hours and rest:
            return self.plain("duration-both", hours=hours, minutes=rest)
        if hours:
            return self.plain("duration-hours", hours=hours)
        return self.plain("duration-minutes", minutes=rest)

    def effort(self, length: timedelta, workday: timedelta = _WORKDAY) -> str:
        """How much work it is; what is more than two days' is said in working days."""
        if length <= _LONGEST_IN_HOURS:
            return self.duration(length)
        return self.plain("duration-workdays", count=round(length / workday))

    def working_time(self, length: timedelta, workday: timedelta) -> str:
        """How long it has been while people work, the length of whose day that is."""
        said = self.effort(length, workday)
        if length > _LONGEST_IN_HOURS:
            return said
        return self.plain("duration-working", time=said)

    def ago(self, length: timedelta) -> str:
        """How long ago something was: minutes, from an hour on hours, from a day on days."""
        minutes = max(0, length // timedelta(minutes=1))
        if minutes < 1:
            return self.plain("ago-now")
        if minutes < 60:
            return self.plain("ago-minutes", count=minutes)
        if minutes < 24 * 60:
            return self.plain("ago-hours", count=minutes // 60)
        return self.plain("ago-days", count=minutes // (24 * 60))

    def phone(self, number: str) -> str:
        """A phone in E.164 as it is read aloud; what is no valid one stays as it is."""
        from phonenumbers import (
            NumberParseException,
            PhoneNumberFormat,
            format_number,
            is_valid_number,
            parse,
        )

        try:
            read = parse(number)
        except NumberParseException:
            return number
        valid = is_valid_number(read)
        return format_number(read, PhoneNumberFormat.INTERNATIONAL) if valid else number

    def stage(self, name: str) -> str:
        """The stage of a deal: one of the first ones in this language, another as it is called."""
        return stage_in(self.locale, name)

    def country(self, code: str) -> str:
        """The name of a country, by its two letters; these where it has none."""
        return _country(self.locale, code)

    def number(self, value: float) -> str:
        """A number with the separators of the language."""
        return str(format_decimal(value, locale=self.locale))

    def percent(self, share: float) -> str:
        """A share of one as whole percent."""
        return str(format_percent(share, locale=self.locale))

    def money(self, minor: int, currency: str) -> str:
        """A sum in minor units; cents only where there are any. Spaces inside do not break."""
        digits, symbol, group = _currency(self.locale, currency)
        whole, cents = divmod(minor, 10**digits)
        if cents or minor < 0:
            pattern = "#,##0." + "0" * digits if cents else "#,##0"
            exact = Decimal(minor).scaleb(-digits)
            amount = format_decimal(exact, format=pattern, locale=self.locale)
        else:
            amount = f"{whole:,}".replace(",", group)
        # Letters keep their distance from the number in every language, a sign not.
        key = "money-code" if symbol[-1].isalpha() else "money"
        return self.plain(key, amount=amount, currency=symbol)

    def currency(self, code: str) -> str:
        """How sums in it are written: "₽" for "RUB"."""
        return _currency(self.locale, code)[1]

    def _near(self, day: date, today: date) -> str | None:
        match (day - today).days:
            case -1:
                return self.plain("date-yesterday")
            case 0:
                return self.plain("date-today")
            case 1:
                return self.plain("date-tomorrow")
        return None

    def _format(self, key: str, values: dict[str, Value]) -> str:
        return self._catalogue.text(key, values)


@cache
def _currency(locale: str, currency: str) -> tuple[int, str, str]:
    """The decimal places and the sign of a currency, and what stands between thousands."""
    sign = get_currency_symbol(currency, locale=locale)
    return get_currency_precision(currency), str(sign), get_group_symbol(locale)


@cache
def _country(locale: str, code: str) -> str:
    return str(Locale(locale).territories.get(code.upper(), code))


@lru_cache(maxsize=2000)
def _short_date(locale: str, day: date, is_this_year: bool) -> str:
    """The same few days stand on most screens."""
    words = Words(locale)
    parts: dict[str, Value] = {"weekday": words.weekday(day), "day": day.day, "month": day.month}
    if is_this_year:
        return words.plain("date-short", **parts)
    return words.plain("date-full", **parts, year=str(day.year))


def _safe(value: Value) -> Value:
    if isinstance(value, str) and not isinstance(value, Markup):
        return escape(value, quote=False)
    return value
