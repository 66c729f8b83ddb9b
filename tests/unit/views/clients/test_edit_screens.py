"""The screens that change a client, as long and as nasty as people make them."""

from dataclasses import replace

from bot.method.clients.edit import (
    ChatLink,
    ClientEdit,
    ClientText,
    InsideLine,
    PersonEdit,
    PersonsEdit,
    PersonText,
    PointLine,
    PointsEdit,
)
from bot.method.clients.erasing import ErasureFacts
from bot.method.clients.inside import PersonRole
from bot.method.core.terms import ClientKind, ContactKind
from bot.views.clients import edit as view
from bot.views.clients.erasing import erase_ask_screen, erased_screen
from tests.unit.views.facts import HUGE, LONG, TEXT
from tests.unit.views.shown import can_be_sent

POINTS = (
    PointLine(HUGE, ContactKind.PHONE, "+79161234567", "12"),
    PointLine(HUGE, ContactKind.EMAIL, "a" * 190 + "@b.ru"),
    PointLine(HUGE, ContactKind.HANDLE, "romashka"),
)
EDIT = ClientEdit(HUGE, LONG, LONG, ClientKind.SUPPLIER, "A", TEXT, 30, 20)
BARE = ClientEdit(1, "Ромашка", None, ClientKind.CUSTOMER, None, None, 0, 0)
LINK = ChatLink(HUGE, LONG, LONG, False)
PERSON = InsideLine(HUGE, LONG, PersonRole.DECIDES, LONG, POINTS)
INSIDE = PersonEdit(HUGE, LONG, PERSON)

SAMPLES = {
    "edit": lambda w: view.edit_screen(w, EDIT),
    "edit of an admin": lambda w: view.edit_screen(w, replace(EDIT, can_erase=True)),
    "erase?": lambda w: erase_ask_screen(
        w, ErasureFacts(HUGE, LONG, HUGE, HUGE, HUGE, HUGE, HUGE, HUGE)
    ),
    "erased": lambda w: erased_screen(w, HUGE),
    "edit bare": lambda w: view.edit_screen(w, BARE),
    **{f"ask {one}": lambda w, one=one: view.text_form(w, EDIT, one) for one in ClientText},
    "points": lambda w: view.points_screen(w, PointsEdit(HUGE, LONG, POINTS * 9)),
    "no points": lambda w: view.points_screen(w, PointsEdit(1, "Ромашка", ())),
    "ask point": lambda w: view.point_form(w, HUGE, LONG, HUGE),
    "choose chat": lambda w: view.chat_form(w, HUGE, LONG),
    "chat linked": lambda w: view.chat_screen(w, LINK),
    "chat taken": lambda w: view.chat_screen(w, replace(LINK, taken=True)),
    "chat taken, by one's own": lambda w: view.chat_screen(
        w, replace(LINK, taken=True, other_id=HUGE, other_name=LONG)
    ),
    "persons": lambda w: view.persons_screen(w, PersonsEdit(HUGE, LONG, (PERSON,) * 5)),
    "nobody": lambda w: view.persons_screen(w, PersonsEdit(1, "Ромашка", ())),
    "ask person": lambda w: view.person_form(w, HUGE, LONG),
    "inside": lambda w: view.inside_screen(w, INSIDE),
    "remove person": lambda w: view.remove_person_screen(w, INSIDE),
    **{
        f"ask person {one}": lambda w, one=one: view.person_text_form(w, INSIDE, one)
        for one in PersonText
    },
}


test_a_sample_can_be_sent = can_be_sent(SAMPLES)
