"""What is done by tapping while a file is imported."""

from dataclasses import dataclass

from bot.method.core.terms import ClientKind
from bot.method.imports.export_cards import ExportForm
from bot.method.imports.plan import Duplicates
from bot.method.imports.rows import Field
from bot.views.taps.base import Page, Tap, tap


@tap("impq")
@dataclass(frozen=True)
class AskImport(Tap):
    """How to send a file with clients."""


@tap("im")
@dataclass(frozen=True)
class OpenImport(Tap):
    """How an import stands."""

    import_id: int


@tap("imr")
@dataclass(frozen=True)
class OpenRead(Tap):
    """What the file was taken for, the dry run before that or not."""

    import_id: int


@tap("imcs")
@dataclass(frozen=True)
class OpenColumns(Tap):
    """What each column was taken for."""

    import_id: int
    page: Page = 0


@tap("imc")
@dataclass(frozen=True)
class OpenColumn(Tap):
    """What one column can be."""

    import_id: int
    index: int


@tap("imf")
@dataclass(frozen=True)
class MapColumn(Tap):
    """The column is this."""

    import_id: int
    index: int
    field: Field


@tap("imra")
@dataclass(frozen=True)
class ReadAgain(Tap):
    """The columns are settled: read the file by them."""

    import_id: int


@tap("imk")
@dataclass(frozen=True)
class SetImportKind(Tap):
    """Customers, suppliers, or as the file says."""

    import_id: int
    kind: ClientKind | None = None


@tap("imau")
@dataclass(frozen=True)
class AuditImport(Tap):
    """What the method says of the base in the file, without importing it."""

    import_id: int


@tap("imn")
@dataclass(frozen=True)
class CheckImport(Tap):
    """On: to the next unknown name, and to the dry run once there is none."""

    import_id: int
    page: Page = 0


@tap("img")
@dataclass(frozen=True)
class GiveName(Tap):
    """The clients of this name of the file are this person's; one's own where nobody is named."""

    import_id: int
    index: int
    person_id: int | None = None


@tap("imgr")
@dataclass(frozen=True)
class RestIsMine(Tap):
    """Whoever is still unknown: one's own."""

    import_id: int


@tap("imd")
@dataclass(frozen=True)
class SetDuplicates(Tap):
    """What becomes of rows whose client is there already."""

    import_id: int
    duplicates: Duplicates


@tap("imgo")
@dataclass(frozen=True)
class StartImport(Tap):
    """Import."""

    import_id: int


@tap("imx")
@dataclass(frozen=True)
class DropImport(Tap):
    """Never mind."""

    import_id: int


@tap("imu")
@dataclass(frozen=True)
class AskUndoImport(Tap):
    """Whether to take the import back."""

    import_id: int


@tap("imuy")
@dataclass(frozen=True)
class UndoImport(Tap):
    """Take it back."""

    import_id: int


@tap("expq")
@dataclass(frozen=True)
class AskExport(Tap):
    """As what to take the base along."""


@tap("exp")
@dataclass(frozen=True)
class ExportAs(Tap):
    """Make the files of this form."""

    form: ExportForm
