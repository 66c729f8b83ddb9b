"""A clock that only moves when somebody moves it."""

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

_WEEKDAYS = (
    ("mon", "пн"),
    ("tue", "вт"),
    ("wed", "ср"),
    ("thu", "чт"),
    ("fri", "пт"),
    ("sat", "сб"),
    ("sun", "вс"),
)


class MovableClock:
    """Simulated time, aware UTC.

    With `path`, every move writes the ISO instant to that file atomically, so that another
    process can read the same clock. `on_move` callbacks hear the new instant.
    """

    def __init__(
        self,
        start: datetime,
        zone: str | ZoneInfo = "Europe/Moscow",
        path: Path | str | None = None,
    ) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock wants an aware instant")
        self.zone = ZoneInfo(zone) if isinstance(zone, str) else zone
        self.on_move: list[Callable[[datetime], None]] = []
        self._path = Path(path) if path is not None else None
        self._now = start.astimezone(UTC)
        self._write()

    def now(self) -> datetime:
        """The instant, UTC."""
        return self._now

    def local(self) -> datetime:
        """The same instant on the wall of the clock's zone."""
        return self._now.astimezone(self.zone)

    def move(self, step: timedelta, *, force: bool = False) -> datetime:
        """Move by a step; a negative one needs `force`."""
        return self._set(self._now + step, force)

    def at(self, moment: str, *, force: bool = False) -> datetime:
        """Move to "2026-11-24 09:00", or to the next "Mon 09:00" / "09:00" (local to the zone).

        "Next" is strictly later than now. A full date in the past needs `force`.
        Raises ValueError for a moment it cannot read and for a move back.
        """
        return self._set(self._read(moment), force)

    def _read(self, moment: str) -> datetime:
        text = moment.strip().lower()
        dated = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[ t](\d{1,2}:\d{2})", text)
        if dated:
            day = datetime.fromisoformat(dated[1]).date()
            return datetime.combine(day, _time(dated[2]), self.zone)
        named = re.fullmatch(r"(?:(\w+) )?(\d{1,2}:\d{2})", text)
        if not named:
            raise ValueError(f"cannot read the moment {moment!r}")
        weekday = _weekday(named[1]) if named[1] else None
        return self._next(weekday, _time(named[2]))

    def _next(self, weekday: int | None, at: time) -> datetime:
        today = self.local().date()
        for ahead in range(8):
            day = today + timedelta(days=ahead)
            moment = datetime.combine(day, at, self.zone)
            if weekday in (None, day.weekday()) and moment.astimezone(UTC) > self._now:
                return moment
        raise ValueError("no such moment within a week")

    def _set(self, moment: datetime, force: bool) -> datetime:
        target = moment.astimezone(UTC)
        if target < self._now and not force:
            raise ValueError(f"the clock does not go back: {target} is before {self._now}")
        self._now = target
        self._write()
        for heard in self.on_move:
            heard(target)
        return target

    def _write(self) -> None:
        if self._path is None:
            return
        draft = self._path.with_name(self._path.name + ".new")
        draft.write_text(self._now.isoformat(), encoding="utf-8")
        os.replace(draft, self._path)


def _weekday(word: str) -> int:
    for number, names in enumerate(_WEEKDAYS):
        if any(word.startswith(name) for name in names):
            return number
    raise ValueError(f"no such weekday: {word!r}")


def _time(text: str) -> time:
    hours, minutes = text.split(":")
    return time(int(hours), int(minutes))
