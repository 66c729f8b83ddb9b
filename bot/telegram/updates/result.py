"""What an update has come to, for who shows it; what is kept of that until it was shown."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.locales import LOCALES
from bot.models.base import JsonDict
from bot.models.inbox import InboxUpdate
from bot.telegram.context import Going, Redrawn
from bot.telegram.updates.incoming import Incoming, read
from bot.views.kept import kept, screen_of
from bot.views.screen import InlineResults, Screen
from bot.views.words import Words


@dataclass(frozen=True)
class TurnResult:
    """An update dealt with: what to show for it."""

    asked: Incoming
    screen: Screen | InlineResults | None
    words: Words
    going: Going | None = None
    """What is left of an act whose first parts are done."""
    step_id: int | None = None
    asks: bool = False
    """It asks for something that was stored with the effect, and has no end until it is shown."""
    form: JsonDict | None = None
    """What it asks for."""
    undo_until: datetime | None = None
    """From then on (UTC) a button that takes an act back is not shown."""
    repetitions: Sequence[str] = ()
    """Keys of the messages that say the same a minute later, unless the screen arrives."""
    row_id: int | None = None
    """Of the update with which the screen is kept until it was shown."""
    leaves: bool = True
    """It may have left something to the sender or the importer; most taps leave them nothing."""
    redrawn: Redrawn | None = None
    """Of what happened in somebody's account: the card that says more by now."""


def plain_result(result: TurnResult, screen: Screen) -> JsonDict:
    """What is kept with the update, so that its screen can be shown again after a crash."""
    until = result.undo_until.isoformat() if result.undo_until is not None else None
    rest = {"locale": result.words.locale, "asks": result.asks, "undo_until": until}
    return kept(screen) | rest


def result_of(row: InboxUpdate) -> TurnResult | None:
    """What is still to be shown for the update; None where this version can not read it."""
    plain = row.screen or {}
    screen, locale = screen_of(plain), plain.get("locale")
    if screen is None or locale not in LOCALES:
        return None
    asked, until = read(json.loads(row.raw)), plain.get("undo_until")
    return TurnResult(
        asked,
        screen,
        Words(locale),
        asks=bool(plain.get("asks")),
        undo_until=datetime.fromisoformat(until) if until else None,
        row_id=row.id,
    )
