"""Who hears of a client in the place of an owner who would not."""

from bot.method.core.absence import Absence
from bot.views.words import Markup, Words


def absence_text(words: Words, absence: Absence) -> Markup:
    """Why not the owner, and who is told instead, in one sentence."""
    names = ", ".join(absence.names)
    return words("absence", why=absent_why(words, absence), who=_who(words, absence, names))


def absent_why(words: Words, absence: Absence) -> str:
    """Why the owner does not hear of it."""
    until = words.short_date(absence.until, absence.today) if absence.until else ""
    return words.plain(f"absent-{absence.why}", name=absence.name, until=until)


def _who(words: Words, absence: Absence, names: str) -> str:
    return words.plain(f"in-place-{absence.place}", names=names)
