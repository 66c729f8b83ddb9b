"""Changing a client: its fields, its contacts, the people inside it."""

from bot.method.clients.edit import (
    CLASSES,
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
from bot.method.clients.inside import PersonRole
from bot.method.core.terms import ClientKind, ContactKind
from bot.views.parts.rows import back_button, confirm
from bot.views.screen import Button, ChatRequest, Row, Screen
from bot.views.taps.clients import (
    AskChat,
    AskErase,
    AskMerge,
    AskPerson,
    AskPersonText,
    AskPoint,
    AskText,
    ChooseClass,
    ChooseKind,
    ChooseRole,
    ClearText,
    OpenEdit,
    OpenInside,
    OpenPersons,
    OpenPoints,
    RemovePerson,
    RemovePoint,
)
from bot.views.taps.nav import OpenClient
from bot.views.words import Markup, Words

_MARKS = {
    ContactKind.PHONE: "\N{TELEPHONE RECEIVER}",
    ContactKind.EMAIL: "\N{ENVELOPE}\ufe0f",
    ContactKind.HANDLE: "\N{SPEECH BALLOON}",
}


def edit_screen(words: Words, edit: ClientEdit) -> Screen:
    """Every field of the client, each a tap away."""
    parts = [words("edit-title", name=edit.name)]
    if edit.company:
        parts.append(words("task-company", company=edit.company))
    parts.append(words("edit-kind", kind=words.plain(f"client-kind-{edit.kind}")))
    parts.append(words("edit-class", letter=edit.client_class or words.plain("edit-none")))
    if edit.note:
        parts.append(words("client-note", note=edit.note[:500]))
    client_id = edit.client_id
    other = ClientKind.CUSTOMER if edit.kind is ClientKind.SUPPLIER else ClientKind.SUPPLIER
    rows: tuple[Row, ...] = (
        tuple(
            Button(words.plain(f"edit-{field}"), AskText(client_id, field)) for field in ClientText
        ),
        (
            Button(words.plain("edit-points", count=edit.points), OpenPoints(client_id)),
            Button(words.plain("edit-persons", count=edit.persons), OpenPersons(client_id)),
        ),
        tuple(_class(words, edit, letter) for letter in (*CLASSES, None)),
        (
            Button(words.plain(f"edit-to-{other}"), ChooseKind(client_id, other)),
            Button(words.plain("merge"), AskMerge(client_id)),
        ),
        (Button(words.plain("to-client"), OpenClient(client_id)),),
    )
    if edit.can_erase:
        rows = (*rows, (Button(words.plain("erase"), AskErase(client_id)),))
    return Screen(Markup("\n".join(parts)), rows)


def text_form(words: Words, edit: ClientEdit, field: ClientText) -> Screen:
    """Asks for another name, company or note; what is not needed may be cleared."""
    row: Row = (back_button(words, OpenEdit(edit.client_id)),)
    if field is not ClientText.NAME and getattr(edit, field):
        row = (Button(words.plain("edit-clear"), ClearText(edit.client_id, field)), *row)
    return Screen(words(f"edit-ask-{field}", name=edit.name), (row,))


def points_screen(words: Words, edit: PointsEdit) -> Screen:
    """The client's contacts; a tap takes one off."""
    parts = [words("points-title", name=edit.name)]
    parts.append(words("points-hint" if edit.points else "points-empty"))
    rows: tuple[Row, ...] = tuple((_drop(words, edit.client_id, point),) for point in edit.points)
    foot = (
        Button(words.plain("point-add"), AskPoint(edit.client_id), style="primary"),
        back_button(words, OpenEdit(edit.client_id)),
    )
    chat = (Button(words.plain("chat-choose"), AskChat(edit.client_id)),)
    return Screen(Markup("\n".join(parts)), (*rows, chat, foot))


def chat_form(words: Words, client_id: int, name: str) -> Screen:
    """Asks to choose the client's chat, by a key below the chat with the bot."""
    request = ChatRequest(client_id, words.plain("chat-choose"), words.plain("chat-cancel"))
    return Screen(words("chat-ask", name=name), fresh=True, request=request)


def chat_screen(words: Words, link: ChatLink) -> Screen:
    """The chat is the client's, or another one's already; the key for choosing goes away."""
    to_client = Button(words.plain("to-client"), OpenClient(link.client_id))
    if not link.taken:
        text = words("chat-linked", client=link.client_name)
        return Screen(text, ((to_client,),), keys=words("chat-chosen", name=link.name))
    rows: tuple[Row, ...] = ((to_client,),)
    if link.other_id is not None:
        label = words.plain("chat-open-other", client=link.other_name or "")[:60]
        rows = ((Button(label, OpenClient(link.other_id), style="primary"),), *rows)
    return Screen(words("chat-taken"), rows, keys=words("chat-chosen", name=link.name))


def point_form(words: Words, client_id: int, name: str, person_id: int | None) -> Screen:
    """Asks for a contact."""
    back = OpenPoints(client_id) if person_id is None else OpenInside(person_id)
    return Screen(words("point-ask", name=name), ((back_button(words, back),),))


def persons_screen(words: Words, edit: PersonsEdit) -> Screen:
    """Everybody inside the client."""
    parts = [words("persons-title", name=edit.name)]
    parts += [person_text(words, person) for person in edit.persons]
    if not edit.persons:
        parts.append(words("persons-empty"))
    rows: tuple[Row, ...] = tuple(
        (Button(person.name[:60], OpenInside(person.person_id)),) for person in edit.persons
    )
    foot = (
        Button(words.plain("person-add"), AskPerson(edit.client_id), style="primary"),
        back_button(words, OpenEdit(edit.client_id)),
    )
    return Screen(Markup("\n".join(parts)), (*rows, foot))


def person_form(words: Words, client_id: int, name: str) -> Screen:
    """Asks for somebody new."""
    back = (back_button(words, OpenPersons(client_id)),)
    return Screen(words("person-ask", name=name), (back,))


def inside_screen(words: Words, edit: PersonEdit) -> Screen:
    """Somebody inside a client."""
    person, client_id = edit.person, edit.client_id
    text = Markup(f"{words('edit-title', name=edit.client_name)}\n{person_text(words, person)}")
    roles = [
        Button(
            words.plain(f"person-role-{role}"),
            ChooseRole(person.person_id, role),
            style="success" if role is person.role else None,
        )
        for role in PersonRole
    ]
    rows: tuple[Row, ...] = (
        tuple(roles[:2]),
        tuple(roles[2:]),
        *((_drop(words, client_id, point),) for point in person.points),
        (Button(words.plain("point-add"), AskPoint(client_id, person.person_id)),),
        tuple(
            Button(words.plain(f"person-edit-{field}"), AskPersonText(person.person_id, field))
            for field in PersonText
        ),
        (
            Button(words.plain("person-remove"), RemovePerson(person.person_id), style="danger"),
            back_button(words, OpenPersons(client_id)),
        ),
    )
    return Screen(text, rows)


def person_text_form(words: Words, edit: PersonEdit, field: PersonText) -> Screen:
    """Asks for another name or position."""
    back = (back_button(words, OpenInside(edit.person.person_id)),)
    return Screen(words(f"person-ask-{field}", name=edit.person.name), (back,))


def remove_person_screen(words: Words, edit: PersonEdit) -> Screen:
    """Asks once more; the contacts stay on the client."""
    person_id = edit.person.person_id
    yes, no = RemovePerson(person_id, sure=True), OpenInside(person_id)
    rows = confirm(words, "person-remove-yes", yes, no)
    return Screen(words("person-remove-sure", name=edit.person.name), rows)


def person_text(words: Words, person: InsideLine) -> Markup:
    """A person as a line: name, what he is to us, position, contacts."""
    told = [words.plain(f"person-role-{person.role}")] if person.role else []
    told += [person.position] if person.position else []
    told += [_shown(words, point) for point in person.points]
    return words(
        "person-line", name=person.name, told=", ".join(told), some="yes" if told else "no"
    )


def _class(words: Words, edit: ClientEdit, letter: str | None) -> Button:
    label = letter or words.plain("edit-no-class")
    chosen = edit.client_class == letter
    return Button(label, ChooseClass(edit.client_id, letter), style="success" if chosen else None)


def _drop(words: Words, client_id: int, point: PointLine) -> Button:
    label = f"\N{MULTIPLICATION X} {_MARKS[point.kind]} {_shown(words, point)}"
    return Button(label[:60], RemovePoint(client_id, point.point_id))


def _shown(words: Words, point: PointLine) -> str:
    if point.kind is ContactKind.HANDLE:
        return f"@{point.value}"
    if point.kind is not ContactKind.PHONE:
        return point.value
    number = words.phone(point.value)
    if point.extension:
        return words.plain("phone-extension", number=number, extension=point.extension)
    return number
