"""The first screens, help, and what is said where nothing else fits."""

from bot.method.core.terms import Role
from bot.method.course.syllabus import courses_of
from bot.method.people.cards import Welcome
from bot.views.course.course import learn_row
from bot.views.people.people import in_team
from bot.views.screen import Button, Row, Screen
from bot.views.taps.clients import OpenClients
from bot.views.taps.deals import OpenStages
from bot.views.taps.imports import AskExport, AskImport
from bot.views.taps.inbound import AskChannel
from bot.views.taps.nav import OpenDay, OpenGaps, OpenLoad, OpenPool, OpenTeamGaps, Walk
from bot.views.taps.people import AskInvite, OpenHelp, OpenPeople
from bot.views.taps.planning.load import OpenTeamLoad
from bot.views.taps.report import OpenReport
from bot.views.taps.settings import OpenMe, OpenRules
from bot.views.taps.tasks import OpenDeals
from bot.views.words import Markup, Words


def welcome_screen(words: Words, newcomer: Welcome) -> Screen:
    """Somebody has just come in: what the role does here, and what comes first (R1)."""
    role = newcomer.role
    parts = [
        words(
            "start-welcome",
            name=newcomer.name,
            role=words.plain(f"role-{role}"),
            team=in_team(words, newcomer.team),
        ),
        words(f"start-{role}", time=words.time_of_day(newcomer.digest_at)),
    ]
    if role is Role.HEAD and not newcomer.led:
        parts.append(words("nobody-led"))
    return Screen(Markup("\n".join(parts)), home_keyboard=True)


def hello_screen(words: Words, name: str) -> Screen:
    """Somebody we know says hello again."""
    return Screen(words("start-known", name=name), home_keyboard=True)


def said(words: Words, key: str, **facts: str | int) -> Screen:
    """One sentence."""
    return Screen(words(key, **facts))


def help_screen(words: Words, role: Role, *, takes: bool = False) -> Screen:
    """How to work here; `takes`: for somebody who may take clients of the pool by himself."""
    text = words("help")
    if takes:
        text = Markup(f"{text}\n{words('help-take')}")
    if role in Role.leaders():
        text = Markup(f"{text}\n\n{words('help-leader')}")
    if role is Role.ADMIN:
        text = Markup(f"{text}\n{words('help-admin')}")
    return Screen(text, ((Button(words.plain("menu-today"), OpenDay()),),))


def more_screen(words: Words, role: Role, *, takes: bool = False) -> Screen:
    """Everything that does not fit on the persistent keys; `takes` as in the help."""
    leader = role in Role.leaders()
    gaps = OpenTeamGaps() if leader else OpenGaps()
    rows: tuple[Row, ...] = (
        (
            Button(words.plain("more-clients"), OpenClients()),
            Button(words.plain("more-deals"), OpenDeals()),
        ),
        (
            Button(words.plain("more-gaps"), gaps),
            Button(words.plain("more-call"), AskChannel()),
        ),
        (
            Button(words.plain("setup"), Walk()),
            Button(words.plain("load"), OpenTeamLoad() if leader else OpenLoad()),
        ),
    )
    if leader:
        rows += (
            (Button(words.plain("report"), OpenReport()),),
            (
                Button(words.plain("more-pool"), OpenPool()),
                Button(words.plain("more-users"), OpenPeople()),
            ),
            (
                Button(words.plain("more-invite"), AskInvite()),
                Button(words.plain("command-rules"), OpenRules()),
            ),
        )
    if takes:
        rows += ((Button(words.plain("more-take"), OpenPool()),),)
    if role is Role.ADMIN:
        rows += ((Button(words.plain("command-stages"), OpenStages()),),)
    taken = Button(words.plain("more-import"), AskImport())
    rows += ((taken, Button(words.plain("more-export"), AskExport())),)
    rows += (learn_row(words, courses_of(role)[0]),)
    last = (Button(words.plain("more-me"), OpenMe()), Button(words.plain("more-help"), OpenHelp()))
    return Screen(words("more-title"), (*rows, last))
