"""Work mode: the next card by itself, and the score of the day (R10)."""

from bot.method.day.rounds import RoundTurn, Score
from bot.views.parts.rows import home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.nav import OpenGaps, StartRound
from bot.views.tasks.card import task_screen
from bot.views.words import Markup, Words


def turn_screen(words: Words, turn: RoundTurn, said: Markup | None = None) -> Screen:
    """The card to work on, under what has just been written down."""
    left = words("planned-left", count=turn.left)
    head = left if said is None else Markup(f"{said}\n{left}")
    return task_screen(words, turn.card).below(head)


def score_screen(words: Words, score: Score, said: Markup | None = None) -> Screen:
    """What was done today, what is left, and what comes next."""
    parts = [] if said is None else [Markup(f"{said}\n")]
    if score.left:
        parts.append(_what_is_left(words, score))
    elif not score.asked:
        parts.append(words("score-clean"))
    counts = {"done": score.done, "moved": score.moved, "tried": score.tried}
    worked, left = words("score-day", **counts), words("score-left", left=score.left)
    parts.append(Markup(f"{worked} · {left}"))
    if score.asked:
        parts.append(words("asked-left", count=score.asked))
    if score.gaps:
        parts.append(words("score-gaps", count=score.gaps))
    return Screen(Markup("\n".join(parts)), _rows(words, score))


def _what_is_left(words: Words, score: Score) -> Markup:
    """Why some of it is not done: it waits for its time, or work was stopped."""
    if len(score.waiting) < score.left:
        return words("score-stopped")
    first = score.waiting[0]
    at = words.time_of_day(first.due_time) if first.due_time else ""
    key = "score-waiting" if first.attempts else "score-timed"
    return words(key, client=first.client_name, at=at)


def _rows(words: Words, score: Score) -> tuple[Row, ...]:
    rows: tuple[Row, ...] = ()
    if score.left:
        rows += ((Button(words.plain("day-start"), StartRound(own=True), style="primary"),),)
    if score.gaps:
        rows += ((Button(words.plain("day-gaps", count=score.gaps), OpenGaps()),),)
    return (*rows, home_row(words))
