"""What somebody has asked for and gets a little later: how an import stands, a file of the base."""

from dataclasses import dataclass

from bot.method.imports.export_cards import ExportForm
from bot.services.core.messages import BotMessage, Together, message


@message("import", quiet=False, seen=False, together=Together.ALONE)
@dataclass(frozen=True)
class ImportMessage(BotMessage):
    """An import has come to the end of something; `step` counts these ends."""

    batch: int
    step: int


@message("audit", quiet=False, seen=False, together=Together.ALONE)
@dataclass(frozen=True)
class AuditMessage(BotMessage):
    """The base in a file has been judged; `step` counts what its owner was told."""

    batch: int
    step: int


@message("export", quiet=False, each_time=True, together=Together.ALONE)
@dataclass(frozen=True)
class ExportMessage(BotMessage):
    """The files that the person has ordered."""

    form: ExportForm
