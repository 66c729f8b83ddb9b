"""What is typed about a deal before its date is chosen, kept in the person's form (R11)."""

from collections.abc import Mapping

from bot.lookup.money import money_of
from bot.method.deal_cards import DealDraft
from bot.services.deal_cards import title_typed
from bot.services.work import Act

FORM = "buy"


def draft_of(act: Act, client_id: int) -> DealDraft:
    """What has been typed for this client so far; of another one's nothing is taken."""
    form = act.actor.form or {}
    if form.get("client") != client_id or not _is_draft(form):
        return DealDraft()
    return DealDraft(form.get("title"), form.get("amount"), form.get("currency"))


def ask_draft(act: Act, field: str, client_id: int, task_id: int | None) -> None:
    """From now on a plain message is the `field` ("title" or "sum") of this draft."""
    _keep(act, client_id, task_id, draft_of(act, client_id), f"{FORM}-{field}")


def keep_title(act: Act, client_id: int, task_id: int | None, typed: str) -> None:
    """Invalid("deal-title") where nothing is left of the name."""
    known = draft_of(act, client_id)
    draft = DealDraft(title_typed(typed), known.amount, known.currency)
    _keep(act, client_id, task_id, draft, FORM)


def keep_sum(act: Act, client_id: int, task_id: int | None, typed: str) -> None:
    """Invalid("sum") where the sum can not be understood."""
    amount, currency = money_of(typed, act.company.country)
    title = draft_of(act, client_id).title
    _keep(act, client_id, task_id, DealDraft(title, amount, currency), FORM)


def drop_draft(act: Act) -> None:
    """The deal is there, or is not wanted any more."""
    if _is_draft(act.actor.form or {}):
        act.actor.form = None


def _is_draft(form: Mapping[str, object]) -> bool:
    return str(form.get("name")).partition("-")[0] == FORM


def _keep(act: Act, client_id: int, task_id: int | None, draft: DealDraft, name: str) -> None:
    act.actor.form = {
        "name": name,
        "client": client_id,
        "task": task_id,
        "title": draft.title,
        "amount": draft.amount,
        "currency": draft.currency,
    }
