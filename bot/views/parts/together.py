"""Several messages of one moment as one."""

from collections.abc import Sequence

from bot.views.screen import Grid, Row, Screen

_LONGEST = 4000
_MOST_ROWS = 60


def together(screens: Sequence[tuple[str, Screen]]) -> tuple[Screen, int]:
    """One screen of these, each with its kind, and how many of them it holds: as many as Telegram
    takes in one message. Lines of one kind are a list, below an empty line, and the line that
    each of them begins with stands once; a row that several have stands where the last has it.
    Tables stay tables among the words of the others.
    """
    ((kind, first), *others) = screens
    if not others:
        return first, 1
    text, rows = _part(first)
    head, count = _head(text), 1
    rich: list[str | Grid] = [*(first.rich or (text,))]
    for following, screen in others:
        part, its_rows = _part(screen)
        own_head = _head(part)
        if following == kind and head is not None and own_head == head:
            part = part.removeprefix(f"{head}\n")
        longer = f"{text}\n{part}" if following == kind else f"{text}\n\n{part}"
        more = _once((*rows, *its_rows))
        if len(longer) > _LONGEST or len(more) > _MOST_ROWS:
            break
        kind, head, text, rows, count = following, own_head, longer, more, count + 1
        rich += screen.rich or (part,)
    if count == 1:
        return first, 1
    has_table = any(isinstance(piece, Grid) for piece in rich)
    return Screen(text, rows, rich=tuple(rich) if has_table else ()), count


def _part(screen: Screen) -> tuple[str, tuple[Row, ...]]:
    if screen.brief is not None:
        return screen.brief.text, screen.brief.rows
    return screen.text, screen.rows


def _head(text: str) -> str | None:
    """The line above what is said, where it is whole by itself."""
    line, more, _ = text.partition("\n")
    return line if more and line.count("<") == 2 * line.count("</") else None


def _once(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Each row where it comes last: what leads on stands below what is decided."""
    return tuple(reversed(dict.fromkeys(reversed(rows))))
