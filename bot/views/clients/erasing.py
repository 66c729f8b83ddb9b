"""A person's data go on his demand: what would be gone, and that it is."""

from bot.method.clients.erasing import ErasureFacts
from bot.views.parts.rows import home_row
from bot.views.screen import Button, Screen
from bot.views.taps.clients import EraseClient, OpenEdit
from bot.views.words import Words


def erase_ask_screen(words: Words, facts: ErasureFacts) -> Screen:
    """Asks once more, in numbers: there is no way back."""
    text = words(
        "erase-ask",
        client=facts.name,
        contacts=facts.contacts,
        persons=facts.persons,
        messages=facts.messages,
        tasks=facts.tasks,
        deals=facts.deals,
        entries=facts.entries,
        number=str(facts.client_id),
    )
    yes = Button(words.plain("erase-yes"), EraseClient(facts.client_id), style="danger")
    no = Button(words.plain("confirm-no"), OpenEdit(facts.client_id))
    return Screen(text, ((no,), (yes,)))


def erased_screen(words: Words, client_id: int) -> Screen:
    """Nothing is left but the number."""
    return Screen(words("erased", number=str(client_id)), (home_row(words),))
