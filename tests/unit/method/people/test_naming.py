"""Names find people: the whole, a part, an initial, in any case, by handle."""

import pytest

from bot.lookup.phrases import case_endings
from bot.method.people.naming import Named, people_meant

PEOPLE = (
    Named(1, "Борис Сидоров", 101),
    Named(2, "Анна Сидорова", 102, "Anna_S"),
    Named(3, "Ольга Смирнова", 103),
    Named(4, "Иван Иванов", 104),
    Named(5, "Алёна Петрова", 105, "petrova"),
    Named(6, "Иван", 106),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Сидоров", (1, 2)),
        ("сидоров борис", (1,)),
        ("Б. Сидоров", (1,)),
        ("Борису", (1,)),
        ("Борису Сидорову", (1,)),
        ("Сидоровой Анне", (2,)),
        ("@anna_s", (2,)),
        ("ANNA_S", (2,)),
        ("103", (3,)),
        ("Смирновой", (3,)),
        ("Ольге", (3,)),
        ("Иван", (6,)),
        ("Иванову", (4,)),
        ("Алена", (5,)),
        ("Алёне", (5,)),
        ("Петр", (5,)),
        ("Сидоров Сидоров", ()),
        ("@", ()),
        ("...", ()),
        ("Кузнецов", ()),
        ("ольга петрова", ()),
    ],
)
def test_who_is_meant(typed: str, found: tuple[int, ...]) -> None:
    assert people_meant(typed, PEOPLE, case_endings()) == found
