"""Who it is, in the cells of a row: the client, the company, the people inside."""

from bot.files.cells.values import Meaning, is_organisation, means
from bot.files.cells.values_of_row import Cells
from bot.method.imports.rows import Field
from bot.method.imports.sameness import is_covered

_PARTS = (Field.GIVEN, Field.MIDDLE, Field.FAMILY)
_NAMES = (Field.NAME, Field.CONTACT, *_PARTS)


def called(cells: Cells) -> tuple[str, str, list[str]]:
    """Name, company, and the lines of the people inside.

    The parts of a name where there is a surname, else the whole one; a contact person beside
    whoever it is stands inside. A name that has no place is left.
    """
    wholes = [" ".join(text.split()) for _, text in cells.filled(Field.NAME)]
    whole, company = next(iter(wholes), ""), cells.first(Field.COMPANY)
    contact = cells.text(Field.CONTACT)
    together = " ".join(filter(None, map(cells.text, _PARTS)))
    inside = [contact]
    if _is_company(cells):
        name, company = "", whole or company or together
        inside.append(together)
    elif cells.text(Field.FAMILY) or not whole:
        name = together or contact
    else:
        name = whole
        inside.append(together)
    for other in wholes:
        if is_covered(other, f"{name} {company}"):
            continue
        if is_organisation(other) and not company:
            company = other
        elif is_organisation(name or company) and not is_organisation(other):
            inside.append(other)
    people = _people(
        cells, [person for person in inside if not is_covered(person, f"{name} {company}")]
    )
    known = " ".join((name, company, *people))
    for field in _NAMES:
        cells.placed(field, known)
    cells.placed(Field.COMPANY, f"{name} {company}")
    return name, company, people


def _is_company(cells: Cells) -> bool:
    is_company = False
    for column, text in cells.filled(Field.RECORD):
        if means(text) in (Meaning.COMPANY, Meaning.PERSON):
            cells.used(column)
            is_company = is_company or means(text) is Meaning.COMPANY
    return is_company


def _people(cells: Cells, names: list[str]) -> list[str]:
    """A line for each; of the only one the position is known."""
    unique = list(dict.fromkeys(name.replace("|", "/") for name in names))
    if len(unique) != 1:
        return unique
    position = cells.first(Field.POSITION).replace("|", "/")
    return [f"{unique[0]} |  | {position}" if position else unique[0]]
