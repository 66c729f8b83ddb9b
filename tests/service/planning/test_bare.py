"""A line without a date, typed with nothing open: a search, a new client, words about one."""

import pytest

from bot.method.clients.cards import Arrived, ColleaguesClient, Created, Found
from bot.method.core.refusals import NotFound, Stale
from bot.method.core.terms import Direction, Event, TaskKind
from bot.method.planning.bare import Bare, NamedClient, Nobody, SaidOf
from bot.method.tasks.date_question import PlanDate
from bot.method.tasks.phrases.moment import Moment
from bot.models.contact_point import points_of_client
from bot.models.dossier import dossier_of_client
from bot.models.timeline import timeline_page
from bot.services.planning import bare, dates
from bot.services.tasks import questions
from bot.services.tasks.said_words import Said, said_for
from tests.builders import Firm

PHONE = "+79161234567"


async def read(firm: Firm, person: int, text: str) -> Bare | None:
    async with firm.act(person) as act:
        return await bare.begin(act, text, act.now)


async def comments(firm: Firm, client: int) -> list[str]:
    async with firm.work() as work:
        page = await timeline_page(work.session, client, 0, 9, frozenset({Event.COMMENT}))
        return [entry.data["text"] for entry, _ in page]


@pytest.mark.parametrize(
    "typed",
    ["+7 916 123-45-67", "89161234567", "Иванов", "иванов пётр", "Иванову", "№1", "1", "4567"],
)
async def test_one_hit_is_its_card_and_a_colleague_learns_nothing(firm: Firm, typed: str) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, "Иванов Пётр", phone=PHONE)
    assert await read(firm, anna, typed) == NamedClient(client)
    other = await read(firm, boris, typed)
    assert other is None or (isinstance(other, Nobody) and not other.alike.lines)


async def test_several_are_listed_and_what_is_alike_beside_a_new_one(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for name in ("Иванов Пётр", "Иванов Олег"):
        await firm.client(anna, name)
    found = await read(firm, anna, "иванов")
    assert isinstance(found, Found) and found.page.total == 2
    alike = await read(firm, anna, "Ивонов Олег")
    assert isinstance(alike, Nobody)
    assert "Иванов Олег" in [line.name for line in alike.alike.lines]


@pytest.mark.parametrize("typed", ["Орлов +7 903 123-45-67", "+7 903 123-45-67 Орлов"])
async def test_a_name_and_phone_of_nobody_is_added_with_both_once(firm: Firm, typed: str) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    nobody = await read(firm, anna, typed)
    assert isinstance(nobody, Nobody)
    phones = [phone.number for phone in nobody.contacts.phones]
    assert (nobody.name, phones) == ("Орлов", ["+79031234567"])
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await bare.add_new(act, nobody.line_id)
    async with firm.act(anna) as act:
        made = await bare.add_new(act, nobody.line_id)
        assert isinstance(made, Created)
        points = await points_of_client(act.session, made.client_id)
        assert [point.value for point in points] == ["+79031234567"]
    with pytest.raises(Stale, match="line-taken"):
        async with firm.act(anna) as act:
            await bare.add_new(act, nobody.line_id)
    theirs = await read(firm, boris, typed)
    assert isinstance(theirs, Nobody), "a typed phone is no way to a colleague's client"
    async with firm.act(boris) as act:
        assert await bare.add_new(act, theirs.line_id) == ColleaguesClient("Анна")


async def test_the_words_behind_a_new_client_are_its_comment(firm: Firm) -> None:
    anna = await firm.person("Анна")
    nobody = await read(firm, anna, "Орлов +7 903 123-45-67 хочет кухню")
    assert isinstance(nobody, Nobody) and nobody.name == "Орлов"
    async with firm.act(anna) as act:
        made = await bare.add_new(act, nobody.line_id)
        assert isinstance(made, Created)
    assert await comments(firm, made.client_id) == ["хочет кухню"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Иванов просит скидку", "просит скидку"),
        ("иванов: просит\nскидку", "просит\nскидку"),
        ("позвонить Иванову", "позвонить Иванову"),
        ("Иванов Пётр — думает", "думает"),
        ("+7 916 123-45-67 просит скидку", "+7 916 123-45-67 просит скидку"),
    ],
)
async def test_a_known_name_with_words_is_a_comment_once(
    firm: Firm, typed: str, words: str
) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, "Иванов Пётр", phone=PHONE)
    said = await read(firm, anna, typed)
    assert isinstance(said, SaidOf)
    assert (said.client_id, said.client_name) == (client, "Иванов Пётр")
    assert not isinstance(await read(firm, boris, typed), SaidOf)
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await bare.note(act, said.line_id, client)
    async with firm.act(anna) as act:
        await bare.note(act, said.line_id, client)
    with pytest.raises(Stale, match="line-taken"):
        async with firm.act(anna) as act:
            await bare.note(act, said.line_id, client)
    assert await comments(firm, client) == [words]


async def test_the_words_are_an_inbound_or_a_task_with_them(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Иванов Пётр")
    said = await read(firm, anna, "Иванов просит скидку")
    assert isinstance(said, SaidOf)
    async with firm.act(anna) as act:
        assert isinstance(await bare.take_inbound(act, said.line_id, client), Arrived)
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await bare.take_inbound(act, said.line_id, client)
    said = await read(firm, anna, "Иванову отправить счёт")
    assert isinstance(said, SaidOf)
    async with firm.act(anna) as act:
        ask = await bare.ask_plan(act, said.line_id, client)
        assert ask.words == "отправить счёт"
        questions.open_question(act, ask.question, ask.newest, Said(ask.words))
    for days in (1, 2):  # the second tap corrects the first
        async with firm.act(anna) as act:
            moment = Moment(firm.in_days(days))
            await dates.answer(act, PlanDate(client), moment, preset=True)
    async with firm.act(anna) as act:
        kept = said_for(act, PlanDate(client), newest=99)
        assert kept.words is None, "they are a task by now"
        dossier = await dossier_of_client(act.session, client)
        assert dossier is not None
        planned = [task for task in dossier.tasks if task.direction is Direction.OUTBOUND]
        assert [(t.title, t.due_on) for t in planned] == [("отправить счёт", firm.in_days(2))]
        inbound = [task for task in dossier.tasks if task.direction is Direction.INBOUND]
        assert [task.kind for task in inbound] == [TaskKind.CALL]


async def test_of_namesakes_one_is_chosen(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    ids = [await firm.client(anna, f"Иванов {name}") for name in ("Олег", "Пётр")]
    foreign = await firm.client(boris, "Иванов Сергей")
    said = await read(firm, anna, "иванов просит скидку")
    assert isinstance(said, SaidOf) and said.client_id is None
    assert [line.client_id for line in said.candidates] == ids
    async with firm.act(anna) as act:
        assert (await bare.choose(act, said.line_id, ids[1])).client_id == ids[1]
    with pytest.raises(NotFound):
        async with firm.act(anna) as act:
            await bare.choose(act, said.line_id, foreign)


@pytest.mark.parametrize(
    "typed",
    [
        "спасибо, понял",
        "да, понял, сделаю всё как вы сказали",
        "не забыл",
        "\U0001f600\U0001f600",
        "\u202e\u200b",
        "?!",
        "'\"--",
        "\x00",
        "x " * 2048,
    ],
)
async def test_what_is_about_nobody_is_taken_for_nothing(firm: Firm, typed: str) -> None:
    anna = await firm.person("Анна")
    for name in ("Дарья", "Нестеров", "Спиридонов"):
        await firm.client(anna, name)
    made = await read(firm, anna, typed)
    assert made is None or isinstance(made, Nobody)


async def test_html_and_length_in_what_is_said(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Иванов Пётр")
    said = await read(firm, anna, "Иванов <b>&" + "я" * 4096)
    assert isinstance(said, SaidOf) and said.client_id == client
    assert len(said.words) <= 500
    async with firm.act(anna) as act:
        ask = await bare.ask_plan(act, said.line_id, client)
        assert ask.words is not None and len(ask.words) <= 200
