"""Several messages of one moment are one: as lines, and as many as Telegram takes."""

from bot.views.parts.together import together
from bot.views.screen import Brief, Button, Grid, Row, Screen
from bot.views.taps.nav import OpenDay, OpenPool, OpenTask

DAY: Row = (Button("📋", OpenDay()),)
POOL: Row = (Button("📥", OpenPool()),)


def notice(number: int, length: int = 0) -> tuple[str, Screen]:
    """A message with decisions on it, which among others has one button with its name."""
    brief = Brief(f"Пион-{number}", ((Button(f"Пион-{number}", OpenTask(number)),),))
    return "attempt", Screen(f"Пион-{number}\nвсё о нём" + "я" * length, (DAY,), brief=brief)


def test_one_stays_as_it_is() -> None:
    (_, alone) = notice(1)
    assert together([notice(1)]) == (alone, 1)


def test_those_of_one_kind_are_a_list_and_other_kinds_stand_apart() -> None:
    morning = Screen("Доброе утро", (DAY,))
    screen, count = together([("digest", morning), notice(1), notice(2), ("pooled", morning)])
    assert (screen.text, count) == ("Доброе утро\n\nПион-1\nПион-2\n\nДоброе утро", 4)
    assert [row[0].label for row in screen.rows] == ["Пион-1", "Пион-2", "📋"]


def test_a_table_stays_one_among_the_words_of_others() -> None:
    grid = Grid(("Кто", "План"), (("Анна", "95"),))
    report = Screen("Отчёт\nАнна: 95", (DAY,), rich=("Отчёт", grid))
    screen, _ = together([notice(1), ("report", report)])
    assert screen.text == "Пион-1\n\nОтчёт\nАнна: 95"
    assert screen.rich == ("Пион-1", "Отчёт", grid)
    assert together([notice(1), notice(2)])[0].rich == ()


def test_a_row_that_several_have_stands_once_and_last() -> None:
    left, right = Screen("а", (POOL, DAY)), Screen("б", (POOL,))
    screen, _ = together([("pooled", left), ("pooled", right)])
    assert screen.rows == (DAY, POOL)


def test_what_does_not_fit_is_left_for_the_next_message() -> None:
    long = Screen("я" * 1500, ())
    screen, count = together([("digest", long), ("pooled", long), ("pooled", long)])
    assert (len(screen.text), count) == (3002, 2)
    assert together([("digest", Screen("я" * 4000)), ("pooled", long)])[1] == 1
    many = [("digest", long), *(notice(number) for number in range(80))]
    screen, count = together(many)
    assert (len(screen.rows), count) == (60, 61)


def test_the_line_above_parts_of_one_kind_stands_once() -> None:
    first, second = Screen("🔔 <b>Пора</b>\nПион"), Screen("🔔 <b>Пора</b>\nЛютик")
    soon = Screen("🔔 <b>Через 15 мин</b>\nМак")
    told = [("remind", first), ("remind", second), ("remind", soon), ("other", soon)]
    assert together(told)[0].text == (
        "🔔 <b>Пора</b>\nПион\nЛютик\n🔔 <b>Через 15 мин</b>\nМак\n\n🔔 <b>Через 15 мин</b>\nМак"
    )


def test_a_quote_that_begins_above_stays_whole() -> None:
    quoted = Screen("<blockquote>Пион\nЛютик</blockquote>")
    assert together([("a", quoted), ("a", quoted)])[0].text == f"{quoted.text}\n{quoted.text}"
