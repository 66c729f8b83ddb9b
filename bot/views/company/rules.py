"""The rules of the company: groups, numbers, and what a change would do."""

from collections.abc import Sequence
from datetime import time, timedelta
from enum import StrEnum
from typing import assert_never

from bot.method.company.cards import (
    RuleCard,
    RuleChange,
    RuleEffect,
    RuleGroups,
    RuleLine,
    RulePage,
)
from bot.method.company.changes import PolicyChangeLine
from bot.method.company.rules import SPECS, RuleUnit
from bot.method.company.strain import CountdownTooLong, Strain, TooManyClients, VerdictTooEarly
from bot.method.core.bounds import Choice, Flag, Number, Span, TimeOfDay
from bot.method.core.policy import bounds_of, parse_rule
from bot.views.company.duty import duty_row
from bot.views.parts.rows import back_button, confirm, home_row, pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.settings import (
    OpenRule,
    OpenRuleGroup,
    OpenRules,
    SetRule,
    TypeRule,
    UndoRule,
    WeighRule,
)
from bot.views.words import Markup, Words

_IN_A_ROW = 3
_LONGEST_LABEL = 64


def rules_screen(words: Words, groups: RuleGroups) -> Screen:
    """The groups, with how many numbers the company has changed in each."""
    rows = tuple(
        (
            Button(
                words.plain("rules-group", group=_group(words, group), changed=changed),
                OpenRuleGroup(group),
            ),
        )
        for group, changed in groups.changed
    )
    parts = [words("rules-title")]
    if groups.settling is not None:
        parts.append(words("rules-settling", share=words.percent(groups.settling)))
    text = "\n\n".join([*parts, *_strains(words, groups.strains)])
    return Screen(Markup(text), (*rows, home_row(words)))


def rule_page_screen(words: Words, page: RulePage) -> Screen:
    """The numbers of a group."""
    rows: list[Row] = [(Button(_label(words, line), OpenRule(line.name)),) for line in page.lines]
    rows += pager(words, page.page, page.pages, lambda number: OpenRuleGroup(page.group, number))
    text = words("rules-page", group=_group(words, page.group))
    return Screen(text, (*rows, (back_button(words, OpenRules()),)))


def rule_card_screen(words: Words, card: RuleCard) -> Screen:
    """One number: what it is for, what it may be, who changed it."""
    name, value = card.line.name, card.line.value
    parts = [
        words(
            "rule-card", name=words.plain(f"rule-name-{name}"), value=value_text(words, name, value)
        ),
        words(f"rule-about-{name}"),
        _bounds(words, name),
    ]
    if value != card.line.default:
        default = value_text(words, name, card.line.default)
        parts.append(words("rule-default", value=default))
    if card.settling:
        parts.append(words("rule-settling"))
    paragraphs = [Markup("\n".join(part for part in parts if part))]
    if card.history:
        lines = [words("rule-history", count=card.changes)]
        lines += [_change_line(words, card, change) for change in card.history]
        paragraphs.append(Markup("\n".join(lines)))
    elif value != card.line.default:
        paragraphs.append(words("rule-changed-outside"))
    paragraphs += _strains(words, card.strains)
    rows = _choices(words, card) if card.may_change else ()
    if card.duty is not None and card.may_change:
        rows += (duty_row(words, card.duty),)
    back = back_button(words, OpenRuleGroup(SPECS[name].group))
    return Screen(Markup("\n\n".join(paragraphs)), (*rows, (back,)))


def rule_form_screen(words: Words, card: RuleCard) -> Screen:
    """Asks for another value."""
    name = card.line.name
    text = words(
        "rule-type",
        name=words.plain(f"rule-name-{name}"),
        value=value_text(words, name, card.line.value),
        bounds=_bounds(words, name),
    )
    return Screen(text, ((back_button(words, OpenRule(name)),),))


def weighing_screen(words: Words, at: int, total: int) -> Screen:
    """How far the base has been gone through."""
    return Screen(words("rule-weighing", share=words.percent(min(at, total) / max(total, 1))))


def effect_screen(words: Words, effect: RuleEffect) -> Screen:
    """What the change would do to today's base, to be confirmed."""
    change = effect.change
    paragraphs = [
        _change(words, change),
        Markup("\n".join(_effect_lines(words, effect))),
        *_strains(words, effect.strains),
        words("rule-sure"),
    ]
    yes = SetRule(change.name, change.before, change.after)
    rows = confirm(words, "rule-yes", yes, OpenRule(change.name))
    return Screen(Markup("\n\n".join(paragraphs)), rows)


def value_text(words: Words, name: str, text: str) -> str:
    """A number as people read it, from what is stored."""
    value = parse_rule(name, text)
    match value:
        case None:
            return words.plain("rule-none")
        case bool():
            return words.plain("rule-on" if value else "rule-off")
        case time():
            return words.time_of_day(value)
        case timedelta():
            return words.hours(value)
        case StrEnum():
            return words.plain(f"rule-choice-{value}")
        case int():
            return _counted(words, SPECS[name].unit, value)
    assert_never(value)


def _counted(words: Words, unit: RuleUnit, number: int) -> str:
    match unit:
        case RuleUnit.PERCENT:
            return words.percent(number / 100)
        case RuleUnit.WEEKDAY:
            return words.plain("rule-weekday", weekday=number)
        case RuleUnit.ITSELF:
            return words.number(number)
    return words.plain(f"rule-unit-{unit}", count=number)


def _group(words: Words, group: str) -> str:
    return words.plain(f"rule-group-{group}")


def _label(words: Words, line: RuleLine) -> str:
    label = words.plain(
        "rule-line",
        name=words.plain(f"rule-name-{line.name}"),
        value=value_text(words, line.name, line.value),
        changed="no" if line.value == line.default else "yes",
    )
    return label[:_LONGEST_LABEL]


def _bounds(words: Words, name: str) -> Markup:
    bounds = bounds_of(name)
    match bounds:
        case Flag() | Choice():
            return Markup("")
        case TimeOfDay():
            return words("rule-bounds-time")
        case Span():
            return words(
                "rule-bounds-span", low=words.hours(bounds.low), high=words.hours(bounds.high)
            )
        case Number() if SPECS[name].unit is RuleUnit.WEEKDAY:
            return words("rule-bounds-weekday")
        case Number():
            key = "rule-bounds-optional" if bounds.optional else "rule-bounds-number"
            return words(key, low=bounds.low, high=bounds.high)
    assert_never(bounds)


def _change(words: Words, change: RuleChange) -> Markup:
    return words(
        "rule-change",
        name=words.plain(f"rule-name-{change.name}"),
        before=value_text(words, change.name, change.before),
        after=value_text(words, change.name, change.after),
    )


def _change_line(words: Words, card: RuleCard, change: PolicyChangeLine) -> Markup:
    name = card.line.name
    return words(
        "rule-history-line",
        when=words.moment(change.at, card.at.date()),
        who=change.who,
        before=value_text(words, name, change.before),
        after=value_text(words, name, change.after),
    )


def _choices(words: Words, card: RuleCard) -> tuple[Row, ...]:
    name = card.line.name
    buttons = [
        Button(value_text(words, name, value), WeighRule(name, value))
        for value in card.usual
        if value != card.line.value
    ]
    rows: list[Row] = [
        tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW)
    ]
    if not isinstance(bounds_of(name), Flag | Choice):
        rows.append((Button(words.plain("rule-type-button"), TypeRule(name)),))
    if card.history and card.history[0].after == card.line.value:
        last = card.history[0]
        before = value_text(words, name, last.before)
        label = words.plain("rule-undo", value=before)
        rows.append((Button(label, UndoRule(name, last.change_id)),))
    return tuple(rows)


def _effect_lines(words: Words, effect: RuleEffect) -> list[Markup]:
    if effect.uncovered is None or effect.today is None:
        return [words("rule-effect-elsewhere")]
    uncovered, (before, after) = effect.uncovered, effect.today
    lines: list[Markup] = []
    if uncovered.more:
        key = "rule-effect-more" if uncovered.more > 0 else "rule-effect-fewer"
        lines.append(
            words(key, count=abs(uncovered.more), before=uncovered.before, after=uncovered.after)
        )
    for key, was, then in (
        ("reminders", before.reminders, after.reminders),
        ("escalated", before.escalated, after.escalated),
        ("pooled", before.pooled, after.pooled),
    ):
        if was != then:
            lines.append(words(f"rule-effect-{key}", count=then, before=was))
    return [words("rule-effect-title"), *lines] if lines else [words("rule-effect-none")]


def _strains(words: Words, strains: Sequence[Strain]) -> list[Markup]:
    return [_strain(words, strain) for strain in strains]


def _strain(words: Words, strain: Strain) -> Markup:
    match strain:
        case TooManyClients():
            said = words(
                "rule-strain-clients",
                capacity=strain.capacity,
                clients=strain.clients,
                horizon=strain.horizon,
                short=strain.short,
                week=strain.short_week,
            )
            ways = [
                words.plain(f"rule-way-{way}", count=enough)
                for way, enough in (
                    ("capacity", strain.enough_capacity),
                    ("horizon", strain.enough_horizon),
                    ("clients", strain.enough_clients),
                )
                if enough is not None
            ]
            if not ways:
                return said
            return Markup(f"{said} {words('rule-ways', ways=words.plain('rule-or').join(ways))}")
        case CountdownTooLong():
            return words("rule-strain-countdown", countdown=strain.countdown, after=strain.after)
        case VerdictTooEarly():
            return words("rule-strain-verdict", touch=strain.touch, verdict=strain.verdict)
    assert_never(strain)
