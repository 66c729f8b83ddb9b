"""The screens of merging, as long and as nasty as people make them."""

from datetime import date

from bot.method.clients.cards import ClientLine, ClientPage
from bot.method.clients.merging import MergePreview, MergeSide, taken_of
from bot.method.core.terms import ClientKind, ClientStatus
from bot.views.clients import merging as view
from tests.unit.views.facts import HUGE, LONG
from tests.unit.views.shown import can_be_sent

KEPT = MergeSide(HUGE, LONG, LONG, ClientKind.CUSTOMER, "A", "раз", 21, 2, 5)
GONE = MergeSide(HUGE - 1, LONG[::-1], "Б", ClientKind.SUPPLIER, "B", None, 1, 0, 1)
LINE = ClientLine(HUGE, LONG, ClientStatus.ACTIVE, ClientKind.CUSTOMER)
TODAY = date(2026, 11, 24)

SAMPLES = {
    "ask": lambda w: view.ask_double_screen(w, LONG, HUGE),
    "choose": lambda w: view.doubles_screen(w, LONG, HUGE, ClientPage((LINE,) * 8, 8, 0, 1, TODAY)),
    "nobody": lambda w: view.doubles_screen(w, LONG, HUGE, ClientPage((), 0, 0, 1, TODAY)),
    "preview": lambda w: view.merge_screen(w, MergePreview(KEPT, GONE, taken_of(15))),
    "equal": lambda w: view.merge_screen(w, MergePreview(KEPT, KEPT, taken_of(0))),
}


test_a_sample_can_be_sent = can_be_sent(SAMPLES)
