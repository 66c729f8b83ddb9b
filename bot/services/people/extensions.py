"""The extensions and addresses by which other systems name somebody of ours (R9)."""

from collections.abc import Sequence

from bot.method.core.journal import JournalKind
from bot.method.core.refusals import Invalid, NotFound
from bot.method.people.extensions import extensions_in
from bot.models.base import hold
from bot.models.intake import Extension, extensions_of, holders_of
from bot.models.user import User
from bot.services.core.journal.recording import record
from bot.services.core.rights import leads, require_admin, require_leader
from bot.services.core.work import Act


async def extensions(act: Act, person_id: int) -> tuple[str, ...]:
    """Those of somebody whom the actor answers for, in the order of the alphabet."""
    require_leader(act)
    return tuple(
        row.word for row in await extensions_of(act.session, (await _led(act, person_id)).id)
    )


async def set_extensions(act: Act, person_id: int, text: str) -> None:
    """These alone from now on; Invalid: extension where the text has none, extension-taken where
    somebody at work has one of them. Who has left gives it up."""
    words = extensions_in(text)
    person = await _changed(act, person_id)
    if words is None:
        raise Invalid("extension")
    await hold(act.session, ["extensions"])
    holders = await holders_of(act.session, words)
    if any(holder.active and holder.id != person.id for holder, _ in holders):
        raise Invalid("extension-taken")
    own = await extensions_of(act.session, person.id)
    for row in [*(row for _, row in holders if row not in own), *own]:
        await act.session.delete(row)
    await act.session.flush()
    _remember(act, person, own, words)
    act.session.add_all([Extension(word=word, user_id=person.id) for word in words])


async def clear_extensions(act: Act, person_id: int) -> None:
    """No other system names the person any more."""
    person = await _changed(act, person_id)
    own = await extensions_of(act.session, person.id)
    for row in own:
        await act.session.delete(row)
    await act.session.flush()
    _remember(act, person, own, ())


def _remember(act: Act, person: User, own: Sequence[Extension], words: Sequence[str]) -> None:
    before, after = (", ".join(sorted(some)) or None for some in ([row.word for row in own], words))
    if before != after:
        record(act, JournalKind.EXTENSIONS, before, after, person_id=person.id)


async def _changed(act: Act, person_id: int) -> User:
    require_admin(act)
    person = await _led(act, person_id)
    if not person.active:
        raise NotFound("person")
    return person


async def _led(act: Act, person_id: int) -> User:
    person = await act.session.get(User, person_id)
    if person is None or not await leads(act, person):
        raise NotFound("person")
    return person
