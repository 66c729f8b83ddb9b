"""One's own settings."""

from datetime import time

from bot.method.people.cards import OwnSettings
from bot.views.parts.rows import back_button, home_row
from bot.views.people.people import in_team
from bot.views.people.vacation import vacation_line
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.inbound import OpenBusiness
from bot.views.taps.report import OpenPersonReport
from bot.views.taps.settings import (
    AskHour,
    AskQuiet,
    AskReminder,
    AskZone,
    ChooseHour,
    ChooseLocale,
    ChooseQuiet,
    ChooseReminder,
    ChooseZone,
    HourOf,
    NoQuiet,
    OpenMe,
    RemindAtTime,
    ShowTables,
    TypeZone,
)
from bot.views.taps.vacation import OpenVacation
from bot.views.words import Markup, Words

_ZONES = (
    ("kaliningrad", "Europe/Kaliningrad"),
    ("moscow", "Europe/Moscow"),
    ("samara", "Europe/Samara"),
    ("yekaterinburg", "Asia/Yekaterinburg"),
    ("omsk", "Asia/Omsk"),
    ("krasnoyarsk", "Asia/Krasnoyarsk"),
    ("irkutsk", "Asia/Irkutsk"),
    ("yakutsk", "Asia/Yakutsk"),
    ("vladivostok", "Asia/Vladivostok"),
    ("kamchatka", "Asia/Kamchatka"),
)
_HOURS = {
    HourOf.DIGEST: (time(8), time(8, 30), time(9), time(9, 30), time(10), time(11)),
    HourOf.EVENING: (time(16), time(17), time(17, 30), time(18), time(18, 30), time(19)),
}
_LEADS = (5, 15, 30, 60)
_QUIET = ((time(20), time(8)), (time(21), time(9)), (time(22), time(8)), (time(13), time(14)))


def locale_screen(words: Words) -> Screen:
    """Another language: the persistent keys are put anew, in its words."""
    return Screen(words("me-language-chosen"), home_keyboard=True)


def me_screen(words: Words, mine: OwnSettings) -> Screen:
    """My settings."""
    parts = [
        words(
            "me-title",
            name=mine.name,
            role=words.plain(f"role-{mine.role}"),
            team=in_team(words, mine.team),
        ),
        words("me-zone", zone=_zone_name(words, mine.zone)),
        words("me-digest", time=words.time_of_day(mine.digest_at)),
        words("me-evening", time=words.time_of_day(mine.evening_at)),
        _reminder_line(words, mine),
        _quiet_line(words, mine),
        words("me-tables", on="yes" if mine.tables else "no"),
        vacation_line(words, mine.vacation),
    ]
    tables = "me-tables-off" if mine.tables else "me-tables-on"
    other = "en" if mine.locale == "ru" else "ru"
    rows = (
        _pair(words, ("me-change-zone", AskZone()), ("me-change-digest", AskHour(HourOf.DIGEST))),
        _pair(
            words,
            ("me-change-evening", AskHour(HourOf.EVENING)),
            ("me-change-reminder", AskReminder()),
        ),
        _pair(
            words,
            ("me-change-quiet", AskQuiet()),
            ("vacation", OpenVacation(mine.vacation.person_id)),
        ),
        (Button(words.plain(tables), ShowTables(not mine.tables)),),
        (Button(words.plain("me-business"), OpenBusiness()),),
        _pair(words, ("report-own", OpenPersonReport()), ("me-language", ChooseLocale(other))),
        home_row(words),
    )
    return Screen(Markup("\n".join(parts)), rows)


def zone_screen(words: Words) -> Screen:
    """The zones of the country, or another one by its name."""
    buttons = [Button(words.plain(f"zone-{key}"), ChooseZone(zone)) for key, zone in _ZONES]
    pairs = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    last = (Button(words.plain("me-zone-other"), TypeZone()), _back(words))
    return Screen(words("me-zone-ask"), (*pairs, last))


def hour_screen(words: Words, mine: OwnSettings, of: HourOf) -> Screen:
    """When the digest, or the evening check, comes; another time may be typed."""
    present = mine.digest_at if of is HourOf.DIGEST else mine.evening_at
    buttons = [
        Button(_marked(words.time_of_day(at), at == present), ChooseHour(of, at))
        for at in _HOURS[of]
    ]
    return Screen(words(f"me-{of}-ask"), (tuple(buttons[:3]), tuple(buttons[3:]), (_back(words),)))


def reminder_screen(words: Words, mine: OwnSettings) -> Screen:
    """How long before a task with a time, and whether once more at the time itself."""
    leads = tuple(
        Button(
            _marked(words.plain("me-remind-minutes", minutes=minutes), minutes == now),
            ChooseReminder(minutes),
        )
        for now in (mine.remind_minutes,)
        for minutes in _LEADS
    )
    off = Button(_marked(words.plain("me-remind-off"), not mine.remind_minutes), ChooseReminder(0))
    key = "me-remind-at-time-off" if mine.remind_at_time else "me-remind-at-time-on"
    second = Button(words.plain(key), RemindAtTime(not mine.remind_at_time))
    rows = (leads[:2], leads[2:], (off,), (second,), (_back(words),))
    return Screen(Markup(f"{words('me-remind-ask')}\n{_reminder_line(words, mine)}"), rows)


def quiet_screen(words: Words, mine: OwnSettings) -> Screen:
    """Which hours are quiet; others may be typed."""
    rows: list[Row] = [
        (Button(_span(words, since, until), ChooseQuiet(since, until)),) for since, until in _QUIET
    ]
    if mine.quiet is not None:
        rows.append((Button(words.plain("me-quiet-off"), NoQuiet()),))
    text = Markup(f"{words('me-quiet-ask')}\n{_quiet_line(words, mine)}")
    return Screen(text, (*rows, (_back(words),)))


def _reminder_line(words: Words, mine: OwnSettings) -> Markup:
    return words(
        "me-reminder",
        minutes=mine.remind_minutes,
        second="yes" if mine.remind_at_time else "no",
    )


def _quiet_line(words: Words, mine: OwnSettings) -> Markup:
    if mine.quiet is None:
        return words("me-quiet-none")
    return words("me-quiet", hours=_span(words, mine.quiet.since, mine.quiet.until))


def _span(words: Words, since: time, until: time) -> str:
    return f"{words.time_of_day(since)}\N{EN DASH}{words.time_of_day(until)}"


def _pair(words: Words, *buttons: tuple[str, Tap]) -> Row:
    return tuple(Button(words.plain(key), tap) for key, tap in buttons)


def _back(words: Words) -> Button:
    return back_button(words, OpenMe())


def _marked(label: str, chosen: bool) -> str:
    return f"\N{WHITE HEAVY CHECK MARK} {label}" if chosen else label


def _zone_name(words: Words, zone: str) -> str:
    known = {name: key for key, name in _ZONES}
    return words.plain(f"zone-{known[zone]}") if zone in known else zone
