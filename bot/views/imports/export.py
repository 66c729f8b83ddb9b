"""Taking one's base along as a file."""

from dataclasses import dataclass

from bot.method.imports.export_cards import ExportedFile, ExportForm
from bot.views.parts.nav import home_row
from bot.views.screen import Attachment, Button, Screen
from bot.views.taps.base import Tap, tap
from bot.views.words import Words


@tap("expq")
@dataclass(frozen=True)
class AskExport(Tap):
    """As what to take the base along."""


@tap("exp")
@dataclass(frozen=True)
class ExportAs(Tap):
    """Make the files of this form."""

    form: ExportForm


def export_screen(words: Words) -> Screen:
    """As what to take the base along."""
    row = tuple(Button(words.plain(f"export-{form}"), ExportAs(form)) for form in ExportForm)
    return Screen(words("export-ask"), (row, home_row(words)))


def begun_screen(words: Words) -> Screen:
    """The files are being made; they come by themselves."""
    return Screen(words("export-begun"), (home_row(words),))


def ready_screen(words: Words, files: tuple[ExportedFile, ...]) -> Screen:
    """The files themselves."""
    documents = tuple(Attachment("document", file.name, file.content) for file in files)
    return Screen(words("export-ready", count=files[0].rows), attachments=documents)
