"""Whom of the company people mean: by handle, name, surname, initial, in any case."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bot.method.clients.search import stems_of
from bot.method.inbound.matching import fold_name


@dataclass(frozen=True)
class Named:
    """Somebody and what he may be called."""

    person_id: int
    name: str
    telegram_id: int
    handle: str | None = None


def people_meant(typed: str, people: Sequence[Named], endings: Collection[str]) -> tuple[int, ...]:
    """Who fits what was typed, in the order of `people`; several where it does not say whom.

    A handle, a Telegram id or the whole name go before the beginnings of names, these before
    names in another case; `endings` are those of the cases, folded.
    """
    handle, name = typed.strip().lstrip("@").casefold(), fold_name(typed)
    if not name:
        return ()

    def is_exact(person: Named) -> bool:
        known = ((person.handle or "").casefold(), str(person.telegram_id))
        return handle in known or fold_name(person.name) == name

    def begins(person: Named) -> bool:
        return _fits(name, person.name, lambda word, known: known.startswith(word))

    def is_declined(person: Named) -> bool:
        return _fits(
            name, person.name, lambda word, known: not _stems(word).isdisjoint(_stems(known))
        )

    def _stems(word: str) -> frozenset[str]:
        return stems_of(word, endings)

    ways = (is_exact, begins, is_declined)
    found = (tuple(person.person_id for person in people if fits(person)) for fits in ways)
    return next((ids for ids in found if ids), ())


def _fits(typed: str, name: str, is_same: Callable[[str, str], bool]) -> bool:
    """Whether every word that was typed is another word of the name."""
    left = fold_name(name).split()
    for word in sorted(typed.split(), key=len, reverse=True):
        same = next((known for known in left if is_same(word, known)), None)
        if same is None:
            return False
        left.remove(same)
    return True
