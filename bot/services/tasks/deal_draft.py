"""What is typed about a deal before its date is chosen, kept in the person's form (R11).

The draft lies beside whatever the form asks for, so that a question for the date may keep it.
"""

from bot.lookup.money import money_of
from bot.method.deals.cards import DealDraft
from bot.method.deals.titles import title_typed
from bot.models.base import JsonDict
from bot.services.core.rights import require_client
from bot.services.core.work import Act

FORM = "buy"
_DRAFT = "draft"


def draft_of(act: Act, client_id: int) -> DealDraft:
    """What has been typed for this client so far; of another one's nothing is taken."""
    kept = (act.actor.form or {}).get(_DRAFT)
    if kept is None or kept["client"] != client_id:
        return DealDraft()
    return DealDraft(kept["title"], kept["amount"], kept["currency"])


def kept_draft(act: Act, client_id: int) -> JsonDict:
    """What another form about the same client has to hold, so that the draft is not lost."""
    draft = draft_of(act, client_id)
    return {} if draft == DealDraft() else _kept(client_id, draft)


async def ask_draft(act: Act, field: str, client_id: int, task_id: int | None) -> None:
    """From now on a plain message is the `field` ("title" or "sum") of this draft."""
    await require_client(act, client_id)
    asked = {"name": f"{FORM}-{field}", "client": client_id, "task": task_id}
    act.actor.form = asked | _kept(client_id, draft_of(act, client_id))


def keep_title(act: Act, client_id: int, typed: str) -> None:
    """Invalid("deal-title") where nothing is left of the name."""
    known = draft_of(act, client_id)
    _keep(act, client_id, DealDraft(title_typed(typed), known.amount, known.currency))


def keep_sum(act: Act, client_id: int, typed: str) -> None:
    """Invalid("sum") where the sum can not be understood."""
    amount, currency = money_of(typed, act.company.country)
    _keep(act, client_id, DealDraft(draft_of(act, client_id).title, amount, currency))


def drop_draft(act: Act) -> None:
    """The deal is there."""
    if _DRAFT in (act.actor.form or {}):
        act.actor.form = None


def _keep(act: Act, client_id: int, draft: DealDraft) -> None:
    act.actor.form = {"name": FORM} | _kept(client_id, draft)


def _kept(client_id: int, draft: DealDraft) -> JsonDict:
    return {
        _DRAFT: {
            "client": client_id,
            "title": draft.title,
            "amount": draft.amount,
            "currency": draft.currency,
        }
    }
