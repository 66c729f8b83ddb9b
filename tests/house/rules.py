"""The house rules that imports do not show: what may be called where, and how long a file is."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LONGEST = 300

_TIMES = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
_ESCAPE = "# house:"


@dataclass(frozen=True)
class Breach:
    """What is wrong, and where."""

    path: str
    line: int
    rule: str


@dataclass(frozen=True)
class Rule:
    """A call that belongs into some rooms only; `rooms` are beginnings of paths."""

    name: str
    rooms: tuple[str, ...]


TIME = Rule("the time comes from the clock", ("bot/clock.py",))
BACKGROUND = Rule("background work has one owner", ("bot/telegram/background.py",))
TRANSACTIONS = Rule("transactions end where they begin", ("bot/db.py",))
QUERIES = Rule("queries stand beside their tables", ("bot/models/", "bot/migrate.py"))
AIOGRAM = Rule(
    "Telegram stays at the door",
    ("bot/telegram/", "bot/handlers/", "bot/at_work.py", "bot/bot_api.py", "bot/cli/"),
)
TAPS = Rule("every tap stands in one room", ("bot/views/taps/",))
FORMS = Rule(
    "a form is asked by `ctx.ask` and closed by the gateway", ("bot/services/", "bot/telegram/")
)
LENGTH = Rule(f"a file has {LONGEST} lines at most", ())


def breaches(path: str, source: str) -> Iterator[Breach]:
    """Everything in the source that the house does not allow at this path."""
    lines = source.splitlines()
    if len(lines) > LONGEST:
        yield Breach(path, LONGEST, LENGTH.name)
    for node in nodes(source):
        rule = _rule_of(node)
        if rule is None or path.startswith(rule.rooms):
            continue
        line = getattr(node, "lineno", 1)
        if _ESCAPE not in lines[line - 1]:
            yield Breach(path, line, rule.name)


def _rule_of(node: ast.AST) -> Rule | None:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return AIOGRAM if "aiogram" in _imported(node) else None
    if isinstance(node, ast.keyword):
        return TIME if node.arg == "server_default" else None
    if isinstance(node, ast.Constant):
        return TIME if node.value == "CURRENT_TIMESTAMP" else None
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        return FORMS if node.attr == "form" else None
    if isinstance(node, ast.ClassDef):
        return TAPS if any(_is_tap(mark) for mark in node.decorator_list) else None
    return _call_rule(node) if isinstance(node, ast.Call) else None


def _is_tap(mark: ast.expr) -> bool:
    return isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "tap"


def _call_rule(node: ast.Call) -> Rule | None:
    called = node.func
    if isinstance(called, ast.Name):
        return QUERIES if called.id in {"select", "update", "delete"} else None
    if not isinstance(called, ast.Attribute):
        return None
    owner = called.value.id if isinstance(called.value, ast.Name) else ""
    if (owner, called.attr) in _TIMES | {("time", "time"), ("func", "now")}:
        return TIME
    if (owner, called.attr) == ("asyncio", "create_task"):
        return BACKGROUND
    return TRANSACTIONS if called.attr in {"commit", "rollback"} else None


def _imported(node: ast.Import | ast.ImportFrom) -> set[str]:
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return {alias.name.partition(".")[0] for alias in node.names}


@cache
def nodes(source: str) -> tuple[ast.AST, ...]:
    """Everything in the source; kept, for most of the house is asked of the same files."""
    return tuple(ast.walk(ast.parse(source)))


def files() -> Iterator[Path]:
    """Every file of the bot."""
    return (ROOT / "bot").rglob("*.py")
