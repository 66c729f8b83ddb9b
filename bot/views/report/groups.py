"""What a department's chat hears, and the chats as an admin sees them."""

from collections.abc import Sequence

from bot.method.core.texts import clean
from bot.method.report.group_cards import DayTotals, GroupLine, GroupLinked, ManagerTotals
from bot.views.parts.rows import back_button, confirm, home_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.report import OpenGroup, OpenGroups, SetGroupTeam, UnlinkGroup
from bot.views.words import Markup, Words

_MOST_PEOPLE = 25
_LONGEST_LINE = 200
_MOST_TEAMS = 20
_LONGEST_NAME = 30
_LONGEST_TEAM = 40


def totals_screen(words: Words, totals: DayTotals) -> Screen:
    """The day of a department: a line for each manager and their sum, no client and no sum."""
    parts = [
        words(
            "totals-title", on=words.short_date(totals.on, totals.on), whose=_of(words, totals.team)
        )
    ]
    shown = totals.lines[:_MOST_PEOPLE]
    parts += [
        words(
            "totals-line",
            name=clean(line.name, _LONGEST_NAME),
            done=line.done,
            left=line.left,
            uncovered=line.uncovered,
        )
        for line in shown
    ]
    if len(totals.lines) > len(shown):
        parts.append(words("totals-more", count=len(totals.lines) - len(shown)))
    everybody = _sum(totals.lines)
    parts.append(
        words(
            "totals-sum",
            done=everybody.done,
            left=everybody.left,
            uncovered=everybody.uncovered,
        )
    )
    return Screen(Markup("\n".join(parts)), to_group=(totals.chat_id, totals.thread_id))


def linked_screen(words: Words, linked: GroupLinked) -> Screen:
    """Said in the chat: what it hears from now on, and what it never does."""
    return Screen(words("group-linked", whose=_of(words, linked.team)))


def not_leader_screen(words: Words) -> Screen:
    """Said in the chat, once: somebody without the right has added the bot."""
    return Screen(words("group-not-leader"))


def private_screen(words: Words, bot_username: str) -> Screen:
    """Said in the chat: what concerns one person is not for all to read."""
    address = f"https://t.me/{bot_username}"
    return Screen(words("group-private"), ((Button(words.plain("group-open"), url=address),),))


def typed_in_group_screen(words: Words, line: str) -> Screen:
    """Said in private: the command was not carried out, and is ready to be copied."""
    command, _, rest = line.partition(" ")
    typed = clean(f"{command.partition('@')[0]} {rest}", _LONGEST_LINE)
    return Screen(words("group-typed", line=typed))


def groups_screen(words: Words, lines: Sequence[GroupLine]) -> Screen:
    """The chats that get totals."""
    if not lines:
        return Screen(words("groups-none"), (home_row(words),))
    parts = [words("groups-title", count=len(lines))]
    parts += [
        words("groups-line", title=clean(line.title, 60), whose=_of(words, line.team))
        for line in lines[:_MOST_TEAMS]
    ]
    rows: tuple[Row, ...] = tuple(
        (Button(clean(line.title, 60), OpenGroup(line.group_id)),) for line in lines[:_MOST_TEAMS]
    )
    return Screen(Markup("\n".join(parts)), (*rows, home_row(words)))


def group_screen(words: Words, line: GroupLine, teams: Sequence[tuple[int, str]]) -> Screen:
    """Whose totals a chat gets."""
    text = words(
        "group-card",
        title=clean(line.title, 100),
        whose=_of(words, line.team),
        keeper=clean(line.keeper, 60),
    )
    choices: list[tuple[int | None, str]] = [(None, words.plain("group-all"))]
    choices += [(team_id, clean(name, 50)) for team_id, name in teams[:_MOST_TEAMS]]
    rows: tuple[Row, ...] = tuple(
        (Button(label, SetGroupTeam(line.group_id, team_id)),)
        for team_id, label in choices
        if team_id != line.team_id
    )
    off = Button(words.plain("group-unlink"), UnlinkGroup(line.group_id), style="danger")
    return Screen(text, (*rows, (off,), (back_button(words, OpenGroups()),)))


def unlink_screen(words: Words, line: GroupLine) -> Screen:
    """Asks once more."""
    yes, no = UnlinkGroup(line.group_id, sure=True), OpenGroup(line.group_id)
    text = words("group-unlink-sure", title=clean(line.title, 100))
    return Screen(text, confirm(words, "group-unlink-yes", yes, no))


def ended_screen(words: Words, title: str) -> Screen:
    """An admin reads that a chat gets no totals any more."""
    return Screen(words("told-group-ended", title=clean(title, 100)))


def _of(words: Words, team: str | None) -> str:
    if team is None:
        return words.plain("group-of-all")
    return words.plain("group-of-team", team=clean(team, _LONGEST_TEAM))


def _sum(lines: Sequence[ManagerTotals]) -> ManagerTotals:
    return ManagerTotals(
        "",
        sum(line.done for line in lines),
        sum(line.left for line in lines),
        sum(line.uncovered for line in lines),
    )
