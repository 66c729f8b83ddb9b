"""The rich form of a screen in Telegram's HTML for rich messages."""

from collections.abc import Iterable
from html import escape

from bot.views.screen import Grid


def rich_html(parts: Iterable[str | Grid]) -> str:
    """Paragraphs and tables; an empty line begins another paragraph."""
    return "".join(_table(part) if isinstance(part, Grid) else _words(part) for part in parts)


def _words(text: str) -> str:
    paragraphs = (piece.strip("\n") for piece in text.split("\n\n"))
    return "".join(f"<p>{_lines(piece)}</p>" for piece in paragraphs if piece)


def _lines(text: str) -> str:
    return text.replace("\n", "<br>")


def _table(grid: Grid) -> str:
    rows = [_row("th", grid.head), *(_row("td", row) for row in grid.rows)]
    return f"<table bordered striped compact>{''.join(rows)}</table>"


def _row(tag: str, cells: Iterable[str]) -> str:
    made = (
        f'<{tag} align="{"right" if number else "left"}">{escape(cell, quote=False)}</{tag}>'
        for number, cell in enumerate(cells)
    )
    return f"<tr>{''.join(made)}</tr>"
