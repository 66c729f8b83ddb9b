"""What is looked for, kept so that its other pages can be turned."""

from dataclasses import replace

from bot.method.clients.cards import Found
from bot.method.clients.search import Seeking
from bot.method.core.refusals import NotFound
from bot.method.core.terms import TaskKind
from bot.models.typed_line import TypedLine, typed_line
from bot.services.clients import search
from bot.services.core.work import Act


async def with_pages(act: Act, found: Found, seeking: Seeking) -> Found:
    """What was found, with its query kept where there are more pages, or cards that lead back."""
    if found.page.pages <= 1 and (seeking is not Seeking.CARD or not found.page.total):
        return found
    row = TypedLine(
        user_id=act.actor.id,
        text=found.query,
        name="",
        kind=TaskKind.CALL,
        moments=[],
        sure=False,
        candidates=[],
        looks_for=seeking,
        created_at=act.now,
    )
    act.session.add(row)
    await act.session.flush([row])
    return replace(found, line_id=row.id)


async def turned(act: Act, line_id: int, page: int) -> tuple[Seeking, Found]:
    """Another page of what the actor looked for, as it is now."""
    row = await typed_line(act.session, line_id)
    if row is None or row.user_id != act.actor.id or row.looks_for is None:
        raise NotFound("thing")
    if row.looks_for is Seeking.CARD:
        found = await search.find(act, row.text, page)
    else:
        found = await search.exactly(act, row.text, page, statuses=row.looks_for.statuses)
    return row.looks_for, replace(found, line_id=line_id)
