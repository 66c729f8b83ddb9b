"""What the journal remembers: decisions that somebody may have to answer for later (R7)."""

from enum import StrEnum

from bot.method.core.terms import Role


class JournalKind(StrEnum):
    """What was decided or done; an entry that takes another back is of the same kind."""

    OWNER = "owner"
    """A client goes to somebody, or to the pool."""
    LOST = "lost"
    RESTORED = "restored"
    MERGED = "merged"
    ERASED = "erased"
    PLACE = "place"
    """Role and team of somebody."""
    INVITED = "invited"
    JOINED = "joined"
    ACCESS = "access"
    TEAM = "team-made"
    DUTY = "duty"
    SPARED = "spared"
    """Whether clients are handed out to somebody."""
    EXTENSIONS = "extensions"
    """By which words other systems name somebody."""
    PAUSE = "pause"
    """Given, refused or ended by hand."""
    LOCK = "lock"
    DAY_GIVEN = "day-given"
    RULE = "rule"
    DAY = "day"
    STAGE = "stage"
    """What a stage of deals is called."""
    ADDRESS = "address"
    """The secret by which another system reaches the intake."""
    IMPORT = "import"
    IMPORT_UNDONE = "import_undone"
    EXPORT = "export"


class JournalGroup(StrEnum):
    """What the journal can be narrowed to."""

    CLIENTS = "clients"
    PAUSES = "pauses"
    PEOPLE = "people"
    RULES = "rules"
    FILES = "files"

    @property
    def kinds(self) -> tuple[JournalKind, ...]:
        """What belongs to it."""
        return _GROUPS[self]


_GROUPS = {
    JournalGroup.CLIENTS: (
        JournalKind.OWNER,
        JournalKind.LOST,
        JournalKind.RESTORED,
        JournalKind.MERGED,
        JournalKind.ERASED,
    ),
    JournalGroup.PAUSES: (JournalKind.PAUSE, JournalKind.LOCK, JournalKind.DAY_GIVEN),
    JournalGroup.PEOPLE: (
        JournalKind.PLACE,
        JournalKind.INVITED,
        JournalKind.JOINED,
        JournalKind.ACCESS,
        JournalKind.TEAM,
        JournalKind.DUTY,
        JournalKind.SPARED,
        JournalKind.EXTENSIONS,
    ),
    JournalGroup.RULES: (
        JournalKind.RULE,
        JournalKind.DAY,
        JournalKind.STAGE,
        JournalKind.ADDRESS,
    ),
    JournalGroup.FILES: (JournalKind.IMPORT, JournalKind.IMPORT_UNDONE, JournalKind.EXPORT),
}


class JournalOrigin(StrEnum):
    """Who was at work: somebody by tapping, the bot by itself, or the operator."""

    PERSON = "person"
    BOT = "bot"
    COMMAND = "command"


POOL, LOST, NOBODY = "pool", "lost", "nobody"
"""Where a client is that nobody owns; nobody at all."""
OPEN, CLOSED = "open", "closed"
"""Whether somebody has access."""
MADE, NONE = "made", "none"
"""Whether there is a secret."""
TAKES, SPARED = "takes", "spared"
"""Whether somebody takes part in hand-outs; a local date: not until then."""
GIVEN, REFUSED, ENDED, ASKED = "given", "refused", "ended", "asked"
"""What became of a pause or a lock."""
LONGEST = 64
"""Characters of a value; a longer one is cut."""
_PERSON = "user:"
_TEAM = ":"


def person_word(person_id: int) -> str:
    """Somebody, as the journal keeps him: never by name."""
    return f"{_PERSON}{person_id}"


def person_in(word: str | None) -> int | None:
    """Whom such a word means; None where it is none."""
    if word is None or not word.startswith(_PERSON):
        return None
    return int(word.removeprefix(_PERSON))


def owner_word(owner_id: int | None) -> str:
    """Whose a client is: somebody's, or the pool's."""
    return POOL if owner_id is None else person_word(owner_id)


def place_word(role: Role, team_id: int | None) -> str:
    """A role in a team, or in none."""
    return f"{role}{_TEAM}{team_id or ''}"


def place_in(word: str) -> tuple[Role, int | None]:
    """The role and the team of such a word."""
    role, _, team = word.partition(_TEAM)
    return Role(role), int(team) if team else None
