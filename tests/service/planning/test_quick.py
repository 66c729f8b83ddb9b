"""Quick add on either database: whose line it is, a colleague's client, saved once."""

import pytest

from bot.method.clients.cards import ColleaguesClient
from bot.method.core.refusals import Invalid, NotFound, NotNow, Stale
from bot.method.core.terms import TaskKind
from bot.method.planning.quick import Lacking
from bot.method.tasks.date_question import Taken
from bot.models.contact_point import points_of_client
from bot.services.deals.deals import wants_to_buy
from bot.services.planning import quick
from bot.services.tasks.tasks import When
from tests.builders import Firm


async def test_a_known_client_once_and_only_for_who_typed_it(firm: Firm) -> None:
    anna, boris = await firm.person("Анна"), await firm.person("Борис")
    client = await firm.client(anna, "Иванов Пётр")
    async with firm.act(anna) as act:
        read = await quick.begin(act, "Иванов завтра 15:00 позвонить по КП")
        assert read is not None
        assert (read.client_id, read.title) == (client, "позвонить по КП")
        assert await quick.begin(act, "Иванов позвонить по КП") is None
    with pytest.raises(NotFound):
        async with firm.act(boris) as act:
            await quick.save(act, read.line_id)
    async with firm.act(anna) as act:
        made = await quick.save(act, read.line_id)
        assert isinstance(made, tuple)
        assert made[1].due_at is not None
    with pytest.raises(Stale):
        async with firm.act(anna) as act:
            await quick.save(act, read.line_id)


@pytest.mark.parametrize(
    ("line", "name", "title", "kind"),
    [
        ("позвонить Иванову завтра", "Иванов Пётр", "позвонить", TaskKind.CALL),
        ("завтра написать Ромашке про счёт", "ООО «Ромашка»", "написать про счёт", TaskKind.LETTER),
        ("встретиться с Петровым Олегом в пт", "Петров Олег", "встретиться", TaskKind.MEETING),
        ("отправить КП Лебедевой завтра", "Лебедева", "отправить КП", TaskKind.OFFER),
        ("напомнить завтра Иванову Петру договор", "Иванов Пётр", "договор", TaskKind.CALL),
        ("call Smith tomorrow about the offer", "Smith", "call about the offer", TaskKind.CALL),
        ("Сергею завтра счёт", "Сергей", "счёт", TaskKind.CALL),
    ],
)
async def test_a_verb_is_no_client_and_a_name_is_found_in_any_case(
    firm: Firm, line: str, name: str, title: str, kind: TaskKind
) -> None:
    anna = await firm.person("Анна")
    for known in ("Иванов Пётр", "ООО «Ромашка»", "Петров Олег", "Лебедева", "Smith", "Сергей"):
        await firm.client(anna, known)
    async with firm.act(anna) as act:
        read = await quick.begin(act, line)
        assert read is not None
        assert (read.client_id is not None, read.client_name, read.title) == (True, name, title)
        assert read.candidates == ()
    async with firm.act(anna) as act:
        made = await quick.save(act, read.line_id)
        assert isinstance(made, tuple)
        assert made[1].kind is kind


async def test_of_two_that_differ_in_the_case_only_people_choose(firm: Firm) -> None:
    anna = await firm.person("Анна")
    for known in ("Белов", "Белова", "Беляев"):
        await firm.client(anna, known)
    async with firm.act(anna) as act:
        read = await quick.begin(act, "позвонить Белову завтра")
        assert read is not None
        assert {one.name for one in read.candidates} == {"Белов", "Белова"}
        assert await quick.begin(act, "позвонить завтра") is None
        new = await quick.begin(act, "позвонить Кузнецову завтра")
        assert new is not None
        assert (new.client_id, new.client_name, new.title) == (None, "Кузнецову", "позвонить")


@pytest.mark.parametrize(
    ("line", "code"),
    [("в 25:00", "time-impossible"), ("Иванов 31.02 позвонить", "date-impossible")],
)
async def test_a_date_that_can_not_be_is_said_as_one(firm: Firm, line: str, code: str) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        with pytest.raises(Invalid) as refused:
            quick.lacking(act, line)
        assert refused.value.code == code
        assert quick.lacking(act, "вчера") is Lacking.DATE


async def test_who_is_said_to_be_new_is_asked_about_where_a_namesake_is_known(firm: Firm) -> None:
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Орлов")
    async with firm.act(anna) as act:
        read = await quick.begin(act, "Новый клиент Орлов хочет кухню, позвонить завтра в 10")
        assert read is not None
        assert (read.client_id, read.title) == (None, "хочет кухню, позвонить")
        assert [one.client_id for one in read.candidates] == [client]


async def test_a_colleagues_client_says_only_whose_it_is(firm: Firm) -> None:
    anna, boris = await firm.person("Анна Петрова"), await firm.person("Борис")
    await firm.client(anna, "Иванов Пётр", phone="+79161234567")
    async with firm.act(boris) as act:
        read = await quick.begin(act, "Иванов +7 916 123-45-67 завтра звонок")
        assert read is not None
        assert read.client_id is None
        assert await quick.save(act, read.line_id) == ColleaguesClient("Петрова")


async def test_of_several_deals_one_is_chosen(firm: Firm) -> None:
    """R2: the task stands on a deal, so the line has to say on which."""
    anna = await firm.person("Анна")
    client = await firm.client(anna, "Иванов Пётр")
    deals = []
    for title in ("Столы", "Стулья"):
        async with firm.act(anna) as act:
            made = await wants_to_buy(act, client, When(firm.in_days(2)), title=title)
            deals.append(made.deal.id)
        firm.moved(minutes=5)
    async with firm.act(anna) as act:
        read = await quick.begin(act, "Иванов завтра позвонить по КП")
        assert read is not None
        assert [deal.deal_id for deal in read.deals] == deals
    with pytest.raises(NotNow):
        async with firm.act(anna) as act:
            await quick.save(act, read.line_id)
    async with firm.act(anna) as act:
        chosen = await quick.choose_deal(act, read.line_id, deals[1])
        assert (chosen.deals, chosen.deal_title) == ((), "Стулья")
        saved = await quick.save(act, read.line_id)
        assert isinstance(saved, tuple)
        assert saved[1].deal_id == deals[1]


async def test_a_number_in_a_new_clients_name_is_not_taken_for_the_phones(firm: Firm) -> None:
    anna = await firm.person("Анна")
    async with firm.act(anna) as act:
        read = await quick.begin(act, "Альфа-2 8 916 123-45-67 завтра позвонить")
        assert read is not None and read.client_id is None
    async with firm.act(anna) as act:
        made = await quick.save(act, read.line_id)
        assert isinstance(made, tuple)
        assert made[0].client.name == "Альфа-2"
        points = await points_of_client(act.session, made[0].client.id)
        assert [point.value for point in points] == ["+79161234567"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Иванов 25-26 ноября встреча", "встреча (25-26 ноября)"),
        ("Иванов завтра с 10 до 12", "с 10 до 12"),
        ("Иванов завтра в 9-30 позвонить", "позвонить"),
    ],
)
async def test_the_end_of_a_span_stands_in_the_title(firm: Firm, line: str, title: str) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Иванов Пётр")
    async with firm.act(anna) as act:
        read = await quick.begin(act, line)
        assert read is not None
        assert (read.client_name, read.title) == ("Иванов Пётр", title)


@pytest.mark.parametrize(
    ("line", "name", "on", "title"),
    [
        ("надежда май 3 декабря", "Надежда Май", "12-03", None),
        ("надежда май 10 декабря обсудить", "Надежда Май", "12-10", "обсудить"),
        ("Надежда Май завтра и отправить КП", "Надежда Май", "11-25", "отправить КП"),
        ("Первый Май завтра", "Первый Май", "11-25", None),
        ("завод 1 мая завтра", "Завод 1 мая", "11-25", None),
        ("Иванов и Ко завтра", "Иванов и Ко", "11-25", None),
        ("Среда завтра по договору", "Среда", "11-25", "по договору"),
    ],
)
async def test_a_name_with_a_month_in_it_stays_whole(
    firm: Firm, line: str, name: str, on: str, title: str | None
) -> None:
    anna = await firm.person("Анна")
    for known in ("Надежда Май", "Надежда", "Первый Май", "Завод 1 мая", "Иванов и Ко", "Среда"):
        await firm.client(anna, known)
    async with firm.act(anna) as act:
        read = await quick.begin(act, line)
        assert read is not None
        assert (read.client_id is not None, read.client_name, read.title) == (True, name, title)
        assert isinstance(read.verdict, Taken)
        assert f"{read.verdict.moment.on:%m-%d}" == on


async def test_a_month_is_a_date_where_nothing_else_is_one(firm: Firm) -> None:
    anna = await firm.person("Анна")
    await firm.client(anna, "Среда")
    async with firm.act(anna) as act:
        read = await quick.begin(act, "среда в 10 позвонить Петрову")
        assert read is not None
        assert (read.client_id, read.client_name) == (None, "Петрову")
