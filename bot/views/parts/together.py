"""Several messages of one moment as one."""

from collections.abc import Sequence

from bot.views.screen import Row, Screen

_LONGEST = 4000
_MOST_ROWS = 60


def together(screens: Sequence[tuple[str, Screen]]) -> tuple[Screen, int]:
    """One screen of these, each with its kind, and how many of them it holds: as many as Telegram
    takes in one message. Lines of one kind are a list, below an empty line; a row that several
    have stands once, where the last of them has it.
    """
    ((kind, first), *others) = screens
    if not others:
        return first, 1
    text, rows = _part(first)
    count = 1
    for following, screen in others:
        part, its_rows = _part(screen)
        longer = f"{text}\n{part}" if following == kind else f"{text}\n\n{part}"
        more = _once((*rows, *its_rows))
        if len(longer) > _LONGEST or len(more) > _MOST_ROWS:
            break
        kind, text, rows, count = following, longer, more, count + 1
    return (Screen(text, rows), count) if count > 1 else (first, 1)


def _part(screen: Screen) -> tuple[str, tuple[Row, ...]]:
    if screen.brief is not None:
        return screen.brief.text, screen.brief.rows
    return screen.text, screen.rows


def _once(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Each row where it comes last: what leads on stands below what is decided."""
    return tuple(reversed(dict.fromkeys(reversed(rows))))
