"""A plan for many tasks, day by day."""

from bot.method.planning.load import DayChange, PlanFacts
from bot.views.words import Markup, Words

_MOST = 16


def day_lines(words: Words, facts: PlanFacts) -> list[Markup]:
    """«thu 26.11 — 9 → 12 of 12», the first days; the rest in one line."""
    shown, rest = facts.days[:_MOST], facts.days[_MOST:]
    lines = [_line(words, day, facts) for day in shown]
    if rest:
        last = words.short_date(rest[-1].on, facts.today)
        lines.append(words("plan-days-rest", days=len(rest), last=last))
    return lines


def _line(words: Words, day: DayChange, facts: PlanFacts) -> Markup:
    return words(
        "plan-day",
        date=words.short_date(day.on, facts.today),
        before=day.before,
        after=day.after,
        capacity=facts.capacity,
        full="yes" if day.after > facts.capacity else "no",
    )
