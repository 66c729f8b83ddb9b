"""Facts lie in a column as JSON and come back as they were."""

import json
from typing import get_args

import pytest

from bot.method.core.places import (
    ClientAt,
    DateAsked,
    DealAt,
    DealList,
    DecisionOn,
    FoundList,
    HandOutPreview,
    MyDay,
    PersonAt,
    Place,
    PoolList,
    SpreadPreview,
    TaskAt,
    TeamGapList,
    UnloadPreview,
    WalkAt,
)
from bot.method.core.terms import Outcome
from bot.method.deals.filters import DealFilter
from bot.services.core.plain_json import plain, typed

PLACES = [
    TaskAt(12),
    ClientAt(7),
    DealAt(5),
    DateAsked(7),
    DateAsked(7, 5, Outcome.TALKED),
    WalkAt(3),
    SpreadPreview(),
    UnloadPreview(),
    HandOutPreview(5),
    HandOutPreview(5, 2),
    PoolList(),
    FoundList(3, 2),
    DealList(1, DealFilter.STALE, 7),
    TeamGapList(2),
    DecisionOn(7, 1),
    MyDay(),
    PersonAt(7),
]


def test_every_place_is_tried() -> None:
    assert {type(place) for place in PLACES} == set(get_args(Place))


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_place_comes_back_as_it_was(place: Place) -> None:
    assert typed(type(place), json.loads(json.dumps(plain(place)))) == place


def test_what_is_none_of_the_class_is_refused() -> None:
    for stored in ({}, {"task_id": "12"}, {"task_id": None}):
        with pytest.raises((KeyError, TypeError, ValueError)):
            typed(TaskAt, stored)
