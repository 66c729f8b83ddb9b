"""People and invites."""

from collections.abc import Sequence

from bot.method.core.terms import Role
from bot.method.core.texts import clean
from bot.method.people.cards import (
    CompanionLine,
    CompanionPage,
    Companions,
    InviteFacts,
    PeoplePage,
    PersonLine,
    TeamLine,
)
from bot.views.course.course import learned_text
from bot.views.parts.rows import back_button, home_row, pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.people import (
    Activate,
    AskDeactivate,
    AskInvite,
    AskRole,
    AskSpare,
    AskTeam,
    AskTransfer,
    ChooseCompanion,
    CompanionsChosen,
    InviteAs,
    InviteNewTeam,
    InviteTo,
    ListCompanions,
    OpenExtensions,
    OpenPeople,
    OpenPerson,
    Resume,
    Spare,
)
from bot.views.taps.vacation import OpenVacation
from bot.views.words import Markup, Words

_MOST_NAMES = 20
_SPARED_DAYS = (7, 14, 30)


def whom_screen(words: Words, roles: Sequence[Role]) -> Screen:
    """Whom to invite."""
    row = tuple(Button(role_label(words, role), InviteAs(role)) for role in roles)
    return Screen(words("invite-who"), (row,))


def team_screen(
    words: Words, role: Role, teams: Sequence[TeamLine], chosen: Companions | None = None
) -> Screen:
    """To which team; of a head, whose managers he will lead, and who comes along (`chosen`)."""
    head = role is Role.HEAD
    names = chosen.names if chosen else ()
    draft_id = chosen.draft_id if chosen else None
    parts = [words("invite-team-head" if head else "invite-team")]
    rows: list[Row] = [
        (Button(team_label(words, team), InviteTo(role, team.team_id, draft_id)),)
        for team in teams[:20]
    ]
    rows.append((Button(words.plain("invite-new-team"), InviteNewTeam(role, draft_id)),))
    if head:
        rows.append((Button(words.plain("companions-choose"), ListCompanions(draft_id)),))
    skip = "invite-skip"
    if head:
        skip = "invite-own-team" if names else "invite-nobodys"
    rows.append((Button(words.plain(skip), InviteTo(role, None, draft_id)),))
    if names:
        parts.append(words("companions-coming", names=name_list(names)))
    return Screen(Markup("\n".join(parts)), tuple(rows))


def companions_screen(words: Words, page: CompanionPage) -> Screen:
    """The managers of the company, to be marked for the head who is invited."""
    if not page.lines:
        rows: tuple[Row, ...] = ((back_button(words, CompanionsChosen(page.draft_id)),),)
        return Screen(words("companions-none"), rows)
    rows = tuple((_companion_button(words, page, line),) for line in page.lines)
    rows += pager(words, page.page, page.pages, lambda n: ListCompanions(page.draft_id, n))
    ready = words.plain("companions-ready", count=page.total)
    rows += ((Button(ready, CompanionsChosen(page.draft_id)),),)
    return Screen(words("companions-ask"), rows)


def name_list(names: Sequence[str]) -> str:
    """Names one after another, as many as a message holds well."""
    shown = ", ".join(clean(name, 60) for name in names[:_MOST_NAMES])
    return f"{shown} …" if len(names) > _MOST_NAMES else shown


def invite_screen(words: Words, invite: InviteFacts, bot_username: str) -> Screen:
    """The link, to be copied and passed on."""
    link = f"https://t.me/{bot_username}?start={invite.code}"
    text = words(
        "invite-ready",
        role=words.plain(f"role-{invite.role}"),
        team=in_team(words, invite.team),
        hours=invite.hours,
        link=link,
    )
    if invite.coming:
        text = Markup(f"{text}\n{words('companions-coming', names=name_list(invite.coming))}")
    return Screen(text, ((Button(words.plain("invite-copy"), copy=link),),))


def in_team(words: Words, team: str | None) -> str:
    """The team after a role, or nothing."""
    return words.plain("in-team", team=team) if team else ""


def people_screen(words: Words, page: PeoplePage) -> Screen:
    """The list of people."""
    parts = [words("users-title", count=page.total)]
    parts += [_line(words, line) for line in page.lines]
    rows: tuple[Row, ...] = tuple(
        (Button(line.name[:60], OpenPerson(line.person_id)),) for line in page.lines
    )
    rows += pager(words, page.page, page.pages, OpenPeople)
    invite = Button(words.plain("more-invite"), AskInvite())
    return Screen(Markup("\n".join(parts)), (*rows, (invite,), home_row(words)))


def person_screen(words: Words, person: PersonLine, *, can_close: bool) -> Screen:
    """Somebody's card; who has left with clients has to hand them over."""
    parts = [
        words(
            "user-card",
            name=person.name,
            role=words.plain(f"role-{person.role}"),
            team=in_team(words, person.team),
        ),
        words("user-clients", clients=person.clients),
    ]
    if person.learning is not None:
        parts.append(learned_text(words, person.learning))
    if person.away_until is not None:
        until = words.short_date(person.away_until, person.away_until)
        parts.append(words("user-away", until=until))
    if person.spared:
        parts.append(_spared(words, person))
    if person.unled:
        parts.append(words("user-unled"))
    if person.blocked:
        parts.append(words("user-blocked"))
    elif person.silent_since is not None and person.active:
        since = words.short_date(person.silent_since, person.silent_since)
        parts.append(words("user-silent", since=since))
    if not person.active:
        parts.append(words("user-inactive"))
        if person.clients:
            parts.append(words("user-hand-over"))
    return Screen(Markup("\n".join(parts)), _person_rows(words, person, can_close))


def spare_screen(words: Words, person: PersonLine) -> Screen:
    """For how long nothing is handed out to the person."""
    days = tuple(
        Button(words.plain("user-spare-days", days=days), Spare(person.person_id, days))
        for days in _SPARED_DAYS
    )
    endless = Button(words.plain("user-spare-endless"), Spare(person.person_id))
    back = (back_button(words, OpenPerson(person.person_id)),)
    return Screen(words("user-spare-ask", name=person.name), (days, (endless,), back))


def role_label(words: Words, role: Role) -> str:
    """The role with a capital first letter, as buttons have it."""
    label = words.plain(f"role-{role}")
    return label[:1].upper() + label[1:]


def team_label(words: Words, team: TeamLine) -> str:
    """The team with how many managers it has and who leads it."""
    heads = ", ".join(team.heads) or words.plain("team-headless")
    name = clean(team.name, 30)
    return words.plain("team-line", team=name, count=team.managers, heads=clean(heads, 25))


def _spared(words: Words, person: PersonLine) -> Markup:
    if person.spared_until is None:
        return words("user-spared")
    until = words.short_date(person.spared_until, person.spared_until)
    return words("user-spared-until", until=until)


def _line(words: Words, line: PersonLine) -> Markup:
    text = words(
        "users-line",
        active="yes" if line.active else "no",
        name=line.name,
        role=words.plain(f"role-{line.role}"),
        team=in_team(words, line.team),
        clients=line.clients,
    )
    marks = {"users-spared": line.spared, "users-blocked": line.active and line.blocked}
    marks["users-silent"] = line.active and not line.blocked and line.silent_since is not None
    return Markup(" ".join([text, *(words(key) for key, shown in marks.items() if shown)]))


def _companion_button(words: Words, page: CompanionPage, line: CompanionLine) -> Button:
    mark = "\N{BALLOT BOX WITH CHECK}" if line.chosen else "\N{WHITE MEDIUM SQUARE}"
    label = f"{mark} {clean(line.name, 36)}{in_team(words, line.team and clean(line.team, 18))}"
    turned = ChooseCompanion(page.draft_id, line.person_id, not line.chosen, page.page)
    return Button(label, turned)


def _person_rows(words: Words, person: PersonLine, can_close: bool) -> tuple[Row, ...]:
    rows: tuple[Row, ...] = ()
    if person.clients and not person.is_reader:
        rows += ((Button(words.plain("user-transfer"), AskTransfer(person.person_id)),),)
    if person.active and not person.is_reader:
        rows += ((Button(words.plain("vacation"), OpenVacation(person.person_id)),),)
    if person.active and person.role is Role.MANAGER:
        spare = Button(words.plain("user-spare"), AskSpare(person.person_id))
        resume = Button(words.plain("user-resume"), Resume(person.person_id))
        rows += ((resume if person.spared else spare,),)
    if can_close and person.active:
        team = Button(words.plain("user-team"), AskTeam(person.person_id))
        role = Button(words.plain("user-role"), AskRole(person.person_id))
        rows += ((team,) if person.is_reader else (team, role),)
        extensions = OpenExtensions(person.person_id)
        rows += ((Button(words.plain("user-extensions"), extensions),),)
    if can_close and not person.is_reader:
        button = (
            Button(words.plain("user-deactivate"), AskDeactivate(person.person_id), style="danger")
            if person.active
            else Button(words.plain("user-activate"), Activate(person.person_id))
        )
        rows += ((button,),)
    return (*rows, (back_button(words, OpenPeople()),))
