"""Handing clients of the pool out: who would get how many, how far it is, who has got them (R6)."""

from bot.method.core.texts import clean
from bot.method.people.cards import PeoplePage
from bot.method.pool.cards import HandOutFacts
from bot.method.pool.filters import HandOutWay
from bot.views.parts.person_choice import person_rows
from bot.views.pool.lists import to_pool_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.pool import HandOutNow, PreviewHandOut
from bot.views.words import Markup, Words

_CHOSEN = "\N{WHITE HEAVY CHECK MARK} "
_LONGEST = 60
_MOST_NAMES = 30


def hand_out_whom_screen(words: Words, n: int, people: PeoplePage) -> Screen:
    """Several people are called so: to whom?"""
    rows = person_rows(
        words,
        people,
        lambda person_id: PreviewHandOut(n, person_id),
        lambda page: PreviewHandOut(n),
    )
    return Screen(words("hand-out-whom"), (*rows, to_pool_row(words)))


def preview_screen(words: Words, facts: HandOutFacts) -> Screen:
    """Who would get how many, before it is done; in turn or by free places."""
    only, giver = facts.choice.only, facts.choice.giver
    rows: tuple[Row, ...] = (to_pool_row(words, facts.choice),)
    if facts.person_id is None:
        rows = (_ways(words, facts), *rows)
    if facts.total:
        go = Button(
            words.plain("hand-out-go", count=facts.total),
            HandOutNow(facts.asked, facts.person_id, facts.mark, only, giver, facts.way),
            style="success",
        )
        rows = ((go,), *rows)
    return Screen(Markup("\n".join(_planned(words, facts))), rows)


def weekly_screen(words: Words, facts: HandOutFacts, weekday: int | None) -> Screen:
    """What the weekly hand-out would give now; no day: it is switched off."""
    said = words("weekly-off") if weekday is None else words("weekly-on", weekday=weekday)
    parts = [said, words("weekly-now"), *_planned(words, facts)]
    return Screen(Markup("\n".join(parts)), (to_pool_row(words),))


def _planned(words: Words, facts: HandOutFacts) -> list[Markup]:
    """Who would get how many, and why the others get nobody and clients stay."""
    parts = [words("hand-out-none")]
    if facts.total:
        parts = [words("hand-out-preview", count=facts.total), _shares(words, facts)]
    return [*parts, *_without(words, facts), *_skipped(words, facts)]


def _ways(words: Words, facts: HandOutFacts) -> Row:
    """The other way to share the same clients."""
    labels = {way: words.plain(f"hand-out-way-{way.name.lower()}") for way in HandOutWay}
    return tuple(
        Button(
            f"{_CHOSEN if way is facts.way else ''}{label}",
            PreviewHandOut(facts.asked, None, facts.choice.only, facts.choice.giver, way),
        )
        for way, label in labels.items()
    )


def handing_out_screen(words: Words, at: int, total: int) -> Screen:
    """So many clients have somebody by now."""
    return Screen(words("handing-out", at=at, total=total))


def handed_out_screen(words: Words, facts: HandOutFacts) -> Screen:
    """What was handed out."""
    parts = [words("handed-out", count=facts.total), _shares(words, facts)]
    return Screen(Markup("\n".join(parts)), (to_pool_row(words, facts.choice),))


def _shares(words: Words, facts: HandOutFacts) -> Markup:
    shown = [f"{clean(name, _LONGEST)} {count}" for name, count in facts.people[:_MOST_NAMES]]
    if facts.free:
        shown = [
            words.plain("hand-out-free", share=share, count=free)
            for share, free in zip(shown, facts.free, strict=False)
        ]
    more = words.plain("hand-out-more") if len(facts.people) > _MOST_NAMES else ""
    return words("hand-out-shares", shares=", ".join(shown) + more)


def _without(words: Words, facts: HandOutFacts) -> list[Markup]:
    lines = [
        words("hand-out-without", name=clean(name, _LONGEST), why=words.plain(f"unfit-{why}"))
        for name, why in facts.without[:_MOST_NAMES]
    ]
    if len(facts.without) > _MOST_NAMES:
        lines.append(words("hand-out-without-more", count=len(facts.without) - _MOST_NAMES))
    return lines


def _skipped(words: Words, facts: HandOutFacts) -> list[Markup]:
    return [
        words(f"skip-{reason}", count=count) for reason, count in facts.skipped.items() if count
    ]
