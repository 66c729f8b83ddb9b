"""What another head has decided about a client, above what the reader may decide (R5)."""

from dataclasses import replace

from bot.method.gaps.cards import DecidedBefore
from bot.views.screen import Screen
from bot.views.words import Markup, Words


def before_lines(words: Words, before: DecidedBefore) -> list[Markup]:
    """The last decision of another, and how often the owner was given another day."""
    lines = []
    if before.last is not None:
        last = before.last
        key = f"reprieve-name-{last.reprieve}" if last.reprieve else f"decided-{last.event}"
        what, ago = words.plain(key), words.ago(last.ago)
        lines.append(words("decided-before", ago=ago, what=what, name=last.name))
    if before.days_given:
        lines.append(words("days-given", count=before.days_given))
    return lines


def with_decided(words: Words, before: DecidedBefore, screen: Screen) -> Screen:
    """A question that leads to a decision, with what was decided before it."""
    lines = before_lines(words, before)
    return replace(screen, text=Markup("\n".join([screen.text, *lines]))) if lines else screen
