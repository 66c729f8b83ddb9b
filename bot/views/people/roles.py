"""Role and team of a person: changed on the card, by an invite, and what people hear of it."""

from collections.abc import Sequence
from datetime import date

from bot.method.core.terms import Role
from bot.method.core.texts import clean
from bot.method.people.cards import Joined, PersonLine, PlaceNotice, RoleMove, TeamLine
from bot.views.parts.rows import about_client, back_button, home_row
from bot.views.people.people import in_team, name_list, role_label, team_label
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.nav import OpenDay
from bot.views.taps.people import (
    AskNewTeam,
    AskTeam,
    FollowInvite,
    OpenPeople,
    OpenPerson,
    SetRole,
    SetTeam,
)
from bot.views.words import Markup, Words

_MOST = 20
_IN_MESSAGE = 10


def role_screen(words: Words, person: PersonLine) -> Screen:
    """Which role the person gets."""
    rows: tuple[Row, ...] = tuple(
        (Button(role_label(words, role), SetRole(person.person_id, role)),)
        for role in Role
        if role is not person.role
    )
    text = words("role-ask", name=person.name, role=words.plain(f"role-{person.role}"))
    return Screen(text, (*rows, (back_button(words, OpenPerson(person.person_id)),)))


def team_of_screen(words: Words, person: PersonLine, teams: Sequence[TeamLine]) -> Screen:
    """Which team the person belongs to; of a head, whose managers he leads."""
    person_id = person.person_id
    rows: list[Row] = [
        (Button(team_label(words, team), SetTeam(person_id, team.team_id)),)
        for team in teams[:_MOST]
        if team.name != person.team
    ]
    rows.append((Button(words.plain("invite-new-team"), AskNewTeam(person_id)),))
    if person.team is not None:
        rows.append((Button(words.plain("team-none"), SetTeam(person_id, None)),))
    rows.append((back_button(words, OpenPerson(person_id)),))
    key = "team-ask-head" if person.role is Role.HEAD else "team-ask"
    return Screen(words(key, name=person.name, team=in_team(words, person.team)), tuple(rows))


def move_screen(words: Words, move: RoleMove) -> Screen:
    """Somebody who is here already has followed an invite: move?"""
    text = words(
        "move-ask",
        role=words.plain(f"role-{move.role}"),
        team=in_team(words, move.team),
        to_role=words.plain(f"role-{move.to_role}"),
        to_team=in_team(words, move.to_team),
    )
    if move.coming:
        text = Markup(f"{text}\n{words('companions-to-you', names=name_list(move.coming))}")
    yes = Button(words.plain("move-yes"), FollowInvite(move.code), style="danger")
    return Screen(text, ((yes, Button(words.plain("confirm-no"), OpenDay())),))


def place_screen(words: Words, place: PlaceNotice) -> Screen:
    """The reader has another role or team; a head reads how many people are his."""
    parts = [
        words(
            "place-again" if place.again else "place-now",
            role=words.plain(f"role-{place.role}"),
            team=in_team(words, place.team),
        )
    ]
    if place.role is Role.HEAD:
        parts.append(words("place-led", count=place.led) if place.led else words("nobody-led"))
    return Screen(Markup("\n".join(parts)), (home_row(words),))


def unled_screen(words: Words, people: Sequence[tuple[int, str]]) -> Screen:
    """Managers whom no head leads: each leads to the choice of a team."""
    shown = people[:_IN_MESSAGE]
    names = ", ".join(clean(name, 60) for _, name in shown)
    more = " …" if len(people) > len(shown) else ""
    rows: tuple[Row, ...] = tuple(
        (Button(words.plain("unled-team", name=clean(name, 40)), AskTeam(person_id)),)
        for person_id, name in shown
    )
    last = (Button(words.plain("more-users"), OpenPeople()),)
    return Screen(words("unled", count=len(people), names=names + more), (*rows, last))


def silent_screen(words: Words, name: str, person_id: int, since: date, today: date) -> Screen:
    """Somebody has not touched the bot for days."""
    text = words("told-silent", name=name, since=words.short_date(since, today))
    card = OpenPerson(person_id)
    return Screen(
        text, ((Button(words.plain("joined-card"), card),),), brief=_about(text, name, card)
    )


def _about(text: Markup, name: str, card: OpenPerson) -> Brief:
    """The same in a message with others, whose cards have the same button."""
    return Brief(text, ((Button(about_client("\N{BUST IN SILHOUETTE}", name), card),),))


def joined_screen(words: Words, joined: Joined) -> Screen:
    """Somebody has followed the reader's invite."""
    role, team = words.plain(f"role-{joined.role}"), in_team(words, joined.team)
    key = "joined-member" if joined.member else "joined"
    parts = [words(key, name=joined.name, role=role, team=team)]
    if joined.came:
        parts.append(words("companions-came", names=name_list(joined.came)))
    if joined.left:
        left = [f"{clean(n, 60)} ({words.plain(f'left-{why}')})" for n, why in joined.left]
        parts.append(words("companions-left", names=", ".join(left[:_IN_MESSAGE])))
    if joined.led == 0:
        parts.append(words("joined-nobody-led"))
    to_card = OpenPerson(joined.person_id)
    text = Markup("\n".join(parts))
    row = (Button(words.plain("joined-card"), to_card),)
    return Screen(text, (row,), brief=_about(text, joined.name, to_card))
