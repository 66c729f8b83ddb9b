"""Merging two cards of one client: which one, what is kept, and the last question."""

from bot.method.clients.cards import ClientPage
from bot.method.clients.merging import Mergeable, MergePreview, MergeSide, merged_value
from bot.method.core.terms import ClientKind
from bot.views.clients.clients import client_rows
from bot.views.screen import Button, Row, Screen
from bot.views.taps.clients import AskMerge, Merge, PreviewMerge
from bot.views.taps.nav import OpenClient
from bot.views.words import Markup, Words


def ask_double_screen(words: Words, name: str, client_id: int) -> Screen:
    """Asks whom the client is the same as."""
    back = (Button(words.plain("to-client"), OpenClient(client_id)),)
    return Screen(words("merge-ask", name=name), (back,))


def doubles_screen(words: Words, name: str, client_id: int, page: ClientPage) -> Screen:
    """The clients that may be the double."""
    rows = client_rows(words, page, lambda line: PreviewMerge(client_id, line.client_id))
    key = "merge-choose" if page.total else "merge-nobody"
    foot: Row = (
        Button(words.plain("menu-find"), AskMerge(client_id)),
        Button(words.plain("to-client"), OpenClient(client_id)),
    )
    return Screen(words(key, name=name), (*rows, foot))


def merge_screen(words: Words, preview: MergePreview) -> Screen:
    """What the one card will be; where both say something, a tap takes the other."""
    kept, gone = preview.kept, preview.gone
    parts = [words("merge-title"), _side(words, kept), _side(words, gone), Markup("")]
    parts.append(words("merge-result"))
    for field in Mergeable:
        value = merged_value(field, kept, gone, preview.taken)
        if value:
            parts.append(
                words("merge-field", field=_name(words, field), value=_shown(words, value))
            )
    parts.append(words("merge-warning"))
    rows: tuple[Row, ...] = tuple(
        (_toggle(words, preview, question),) for question in preview.questions
    )
    go = Merge(kept.client_id, gone.client_id, preview.mask)
    foot: tuple[Row, ...] = (
        (Button(words.plain("merge-swap"), PreviewMerge(gone.client_id, kept.client_id)),),
        (
            Button(words.plain("merge-go"), go, style="danger"),
            Button(words.plain("confirm-no"), OpenClient(kept.client_id)),
        ),
    )
    return Screen(Markup("\n".join(parts)), (*rows, *foot))


def _side(words: Words, card: MergeSide) -> Markup:
    return words(
        "merge-side",
        name=card.name,
        contacts=card.contacts,
        deals=card.deals,
        tasks=card.tasks,
    )


def _toggle(words: Words, preview: MergePreview, field: Mergeable) -> Button:
    """A tap takes the field from the other card."""
    other = preview.kept if field in preview.taken else preview.gone
    changed = MergePreview(preview.kept, preview.gone, preview.taken ^ {field})
    value = _shown(words, getattr(other, field))
    label = words.plain("merge-take", field=_name(words, field), value=value)
    way = PreviewMerge(preview.kept.client_id, preview.gone.client_id, changed.mask)
    return Button(label[:60], way)


def _name(words: Words, field: Mergeable) -> str:
    name = words.plain("changed-class" if field is Mergeable.CLASS else f"changed-{field}")
    return name[:1].upper() + name[1:]


def _shown(words: Words, value: object) -> str:
    if isinstance(value, ClientKind):
        return words.plain(f"client-kind-{value}")
    return str(value)[:100]
