"""How an attempt to bring a client back ended: the row on every card of such a client (R6)."""

from bot.views.screen import Button, Row
from bot.views.taps.pool import Failed, Returned
from bot.views.words import Words


def verdict_row(words: Words, client_id: int) -> Row:
    """Came back, or did not work out."""
    return (
        Button(words.plain("attempt-yes"), Returned(client_id), style="success"),
        Button(words.plain("attempt-no"), Failed(client_id)),
    )
