"""The stages of the company's deals, for the admin who changes them."""

from collections.abc import Sequence

from bot.method.deals.cards import StageLine
from bot.views.parts.rows import back_button, confirm, home_row
from bot.views.screen import Button, Screen
from bot.views.taps.deals import (
    AskAddStage,
    AskRemoveStage,
    AskRenameStage,
    MoveStage,
    OpenStage,
    OpenStages,
    RemoveStage,
)
from bot.views.words import Words


def stages_screen(words: Words, stages: Sequence[StageLine]) -> Screen:
    """The list in the company's order."""
    rows = tuple(
        (Button(f"{number}. {words.stage(stage.name)[:50]}", OpenStage(stage.key)),)
        for number, stage in enumerate(stages, start=1)
    )
    add = Button(words.plain("stage-add"), AskAddStage())
    return Screen(words("stages-title"), (*rows, (add,), home_row(words)))


def stage_card_screen(words: Words, stage: StageLine) -> Screen:
    """One stage and what may be done with it."""
    key = stage.key
    return Screen(
        words("stage-card", stage=words.stage(stage.name), count=stage.deals),
        (
            (Button(words.plain("stage-rename"), AskRenameStage(key)),),
            (
                Button(words.plain("stage-up"), MoveStage(key, up=True)),
                Button(words.plain("stage-down"), MoveStage(key, up=False)),
            ),
            (Button(words.plain("stage-remove"), AskRemoveStage(key)),),
            (back_button(words, OpenStages()),),
        ),
    )


def remove_screen(words: Words, stage: StageLine) -> Screen:
    """Asks once more; deals at the stage keep its name."""
    text = words("stage-remove-sure", stage=words.stage(stage.name), count=stage.deals)
    rows = confirm(words, "stage-remove-yes", RemoveStage(stage.key), OpenStage(stage.key))
    return Screen(text, rows)


def form_screen(words: Words, key: str) -> Screen:
    """Asks for a name."""
    return Screen(words(key), ((back_button(words, OpenStages()),),))
