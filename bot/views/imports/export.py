"""Taking one's base along as a file."""

from bot.method.imports.export_cards import ExportedFile, ExportForm
from bot.views.parts.rows import home_row
from bot.views.screen import Attachment, Button, Screen
from bot.views.taps.imports import ExportAs
from bot.views.words import Words


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
