"""Changing a client and the people inside it, on both databases."""

import re

import pytest

from bot.method.clients.edit import ClientText, PersonText
from bot.method.clients.inside import PersonRole
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import ClientKind
from bot.models.client import Client
from bot.models.policy import PolicyOverride
from bot.services.clients import editing, persons
from bot.services.clients.clients import client_card
from bot.services.clients.history import client_history
from bot.services.clients.search import find
from bot.views.clients.history import touch_text
from bot.views.words import Words
from tests.builders import Firm

ACCOUNTANT = "Ирина Белова, бухгалтер, +7 903 555-01-02 irina@example.com"


async def names(firm: Firm, person: int, typed: str) -> list[str]:
    async with firm.act(person) as act:
        return [line.name for line in (await find(act, typed)).page.lines]


async def test_every_field_and_the_timeline_that_remembers(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка")
    async with firm.act(anna) as act:
        await editing.set_text(act, client, ClientText.NAME, " Ромашка\u200b Плюс ")
        await editing.set_text(act, client, ClientText.COMPANY, "ООО «Ромашка»")
        await editing.set_text(act, client, ClientText.NOTE, "звонить после 15")
        await editing.set_kind(act, client, ClientKind.SUPPLIER)
        await editing.set_class(act, client, "A")
        await editing.add_points(act, client, "8 916 123-45-67 доб. 12, shop@example.com")
    async with firm.act(anna) as act:
        card = await client_card(act, client)
        changes = await client_history(act, client, 0)
    assert (card.name, card.company, card.note) == (
        "Ромашка Плюс",
        "ООО «Ромашка»",
        "звонить после 15",
    )
    assert (card.kind, card.client_class) == (ClientKind.SUPPLIER, "A")
    assert (card.contacts.phones[0].number, card.contacts.phones[0].extension) == (
        "+79161234567",
        "12",
    )
    assert [touch.data["field"] for touch in changes.touches[:6]] == [
        "contacts",
        "class",
        "kind",
        "note",
        "company",
        "name",
    ]
    assert await names(firm, anna, "плюс") == ["Ромашка Плюс"]


async def test_a_class_with_a_shorter_horizon_opens_the_gap(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка", due=firm.in_days(20))
    async with firm.work() as work:
        rule = PolicyOverride(name="class_a_horizon_days", value="14", changed_at=work.now)
        work.session.add(rule)
    async with firm.act(anna) as act:
        await editing.set_class(act, client, "A")
        assert (await act.session.get_one(Client, client)).gap_since == act.now
        await editing.set_class(act, client, None)
        assert (await act.session.get_one(Client, client)).gap_since is None


async def test_people_inside_are_found_and_their_contacts_are_theirs(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка", phone="+79161234567")
    async with firm.act(anna) as act:
        person = await persons.add_person(act, client, ACCOUNTANT)
        await persons.set_role(act, person, PersonRole.ACCOUNTANT)
    async with firm.act(anna) as act:
        card = await client_card(act, client)
        (line,) = card.persons
        assert (line.name, line.position, line.role) == (
            "Ирина Белова",
            "бухгалтер",
            PersonRole.ACCOUNTANT,
        )
        assert [phone.whose for phone in card.contacts.phones] == [None, "Ирина Белова"]
        assert len((await editing.points_edit(act, client)).points) == 1
    assert await names(firm, anna, "белова") == ["Ромашка"]
    assert await names(firm, anna, "555-01-02") == ["Ромашка"]
    async with firm.act(anna) as act:
        for _ in range(2):
            await persons.set_person_text(act, person, PersonText.NAME, "Ирина Котова")
        newest, before = (await client_history(act, client, 0)).touches[:2]
        assert (newest.data["before"], newest.data["after"]) == ("Ирина Белова", "Ирина Котова")
        assert before.data["field"] != "persons", "the same name again is no change"
    assert await names(firm, anna, "белова") == []
    async with firm.act(anna) as act:
        await persons.remove_person(act, person)
        assert len((await editing.points_edit(act, client)).points) == 3
    assert await names(firm, anna, "котова") == []
    async with firm.act(anna) as act:
        with pytest.raises(Stale):
            await persons.remove_person(act, person)


async def test_what_somebody_is_to_us_is_remembered_with_the_name_and_once(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Ромашка")
    async with firm.act(anna) as act:
        person = await persons.add_person(act, client, "Ирина Белова")
        for role in (PersonRole.DECIDES, PersonRole.ACCOUNTANT, PersonRole.ACCOUNTANT, None):
            await persons.set_role(act, person, role)
        touches = (await client_history(act, client, 0)).touches
        lines = [re.sub(r"<[^>]*>", "", touch_text(Words("ru"), one, act.today)) for one in touches]
    assert [one.split("изменено: ")[1] for one in lines if "роль" in one] == [
        "роль (Ирина Белова), убрано: бухгалтер (Анна)",
        "роль (Ирина Белова) — бухгалтер (Анна)",
        "роль (Ирина Белова) — принимает решения (Анна)",
    ]


async def test_what_is_refused_changes_nothing(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, "Ромашка")
    await firm.client(boris, "Тайный", phone="+79035550102")
    async with firm.act(anna) as act:
        with pytest.raises(Invalid):
            await editing.set_text(act, client, ClientText.NAME, "\u200b ")
        with pytest.raises(Invalid):
            await editing.add_points(act, client, "просто слова")
        with pytest.raises(NotNow) as taken:
            await editing.add_points(act, client, "+7 903 555-01-02")
        with pytest.raises(NotNow):
            await persons.add_person(act, client, ACCOUNTANT)
        with pytest.raises(Stale):
            await editing.remove_point(act, client, 999)
    assert "Тайный" not in str(taken.value.facts)
    async with firm.act(boris) as act:
        for refused in (
            editing.set_class(act, client, "A"),
            editing.add_points(act, client, "+7 903 555-01-03"),
            persons.add_person(act, client, "Кто-то"),
        ):
            with pytest.raises(NotFound):
                await refused
    async with firm.act(anna) as act:
        card = await client_card(act, client)
    assert (card.name, card.client_class, card.persons, card.contacts.phones) == (
        "Ромашка",
        None,
        (),
        (),
    )
