"""Each message of the outbox says one thing, in words of its own: what waits is put into them."""

import json
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_WAITING = "SELECT id, kind, key, payload FROM outbox WHERE status IN ('pending', 'claimed')"
_TOLD = {
    "day-given": "day_given",
    "set": "task_set",
    "taken": "client_taken",
    "lost": "client_lost",
    "blocked": "blocked",
    "vacation-alone": "alone",
    "substitute-gone": "alone",
}
_RENAMED = {
    "digest": {"date": "on"},
    "evening": {"date": "on"},
    "stand_in": {"date": "on", "person": "absent"},
    "inbound": {"from": "bringer"},
    "returning": {"from": "bringer"},
    "import": {"import": "batch"},
    "handed_over_all": {"from": "giver"},
}
_IN_THE_KEY: dict[str, tuple[str, Callable[[str], Any]]] = {
    "reminder": ("step", str),
    "exhausted": ("entry", int),
    "escalation": ("on", str),
    "day_given": ("on", str),
}
"""What only the end of the key said until now."""


def upgrade() -> None:
    """One step forward."""
    _rewrite(_forward)


def downgrade() -> None:
    """One step back."""
    _rewrite(_back)


def _rewrite(change: Callable[[str, str, dict[str, Any]], tuple[str, dict[str, Any]]]) -> None:
    bind = op.get_bind()
    for row_id, kind, key, payload in bind.execute(sa.text(_WAITING)).all():
        before = json.loads(payload) if isinstance(payload, str) else payload
        after_kind, after = change(kind, key, before)
        bind.execute(
            sa.text("UPDATE outbox SET kind = :kind, payload = :payload WHERE id = :id").bindparams(
                sa.bindparam("payload", type_=sa.JSON())
            ),
            {"kind": after_kind, "payload": after, "id": row_id},
        )


def _forward(kind: str, key: str, payload: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    if kind == "told":
        code = payload.pop("code")
        kind = _TOLD[code]
        if kind == "alone":
            payload["code"] = code
    elif kind == "handed_over" and "count" in payload:
        kind = "handed_over_all"
    names = _RENAMED.get(kind, {})
    after = {names.get(name, name): value for name, value in payload.items()}
    if kind in _IN_THE_KEY:
        name, read = _IN_THE_KEY[kind]
        after[name] = read(key.rpartition(":")[2])
    return kind, after


def _back(kind: str, key: str, payload: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    names = {new: old for old, new in _RENAMED.get(kind, {}).items()}
    after = {names.get(name, name): value for name, value in payload.items()}
    if kind in _IN_THE_KEY:
        del after[_IN_THE_KEY[kind][0]]
    if kind == "alone":
        return "told", after
    for code, named in _TOLD.items():
        if kind == named:
            return "told", after | {"code": code}
    return ("handed_over" if kind == "handed_over_all" else kind), after
