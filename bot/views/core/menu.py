"""What the menu of each role holds, and the screen behind "more"."""

from bot.method.core.terms import Role
from bot.views.words import Words

_EVERYBODY = (
    "today",
    "plan",
    "clients",
    "deals",
    "new",
    "find",
    "call",
    "setup",
    "import",
    "gaps",
    "export",
    "learn",
    "me",
    "help",
)
_LEADERS = ("team", "pool", "pool_assign", "lost", "restore", "invite", "users", "rules", "audit")


def commands_of(role: Role, words: Words, *, takes: bool = False) -> list[tuple[str, str]]:
    """Names and descriptions of the commands that the role may use; `takes`: of somebody who may
    take clients of the pool by himself (R6)."""
    names = _EVERYBODY + (_LEADERS if role in Role.leaders() else ())
    if takes:
        names += ("pool",)
    if role is Role.HEAD:
        names = tuple(name for name in names if name != "users")
    if role is Role.ADMIN:
        names += ("calendar", "stages", "intake", "groups", "status")
    return [(name, words.plain(f"command-{name}")) for name in names]
