"""Somebody wants to buy: the deal as it was named, and the task (R11)."""

from bot.method.tasks.cards import Planned
from bot.method.tasks.date_question import BuyDate
from bot.models.dossier import Dossier
from bot.services.core.work import Act
from bot.services.day import day
from bot.services.deals.deals import wants_to_buy
from bot.services.tasks.deal_draft import draft_of, drop_draft
from bot.services.tasks.said_words import said_for
from bot.services.tasks.tasks import When


async def bought(act: Act, dossier: Dossier, question: BuyDate, when: When) -> Planned:
    """The deal with what was typed about it, and its task; the draft is gone."""
    draft = draft_of(act, question.client_id)
    made = await wants_to_buy(
        act,
        question.client_id,
        when,
        source_task_id=question.task_id,
        title=draft.title,
        amount=draft.amount,
        currency=draft.currency,
        said=said_for(act, question),
        dossier=dossier,
    )
    drop_draft(act)
    return await day.planned(act, dossier, made.task, made.cancelled, made.deal)
