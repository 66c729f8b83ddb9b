"""A console to take part by hand: people speak and tap, the clock moves."""

import asyncio
import re
import sys
import threading
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

from sandbox.box import Sandbox
from sandbox.markup import pick
from sandbox.person import Person
from sandbox.posts import Post

HELP = """\
анна: /today     Анна пишет боту (любой текст или команда)
анна: тап 2      нажимает вторую кнопку самого нового сообщения с кнопками
анна: тап ✅     нажимает кнопку, где есть этот текст
анна: экран      показывает её последнее сообщение ещё раз
часы +30м        часы вперёд: м минуты, ч часы, д дни
часы 09:00       часы на ближайшие 09:00 (или «часы пн 09:00», «часы 2026-11-24 09:00»)
люди             кто здесь есть
помощь, выход"""
_STEP = re.compile(r"\+\s*(\d{1,4})\s*(м|ч|д|m|h|d)\w*", re.IGNORECASE)
_UNITS = {"м": "minutes", "m": "minutes", "ч": "hours", "h": "hours", "д": "days", "d": "days"}


class Console:
    """Understands one line at a time; what it has to say goes to `write`."""

    def __init__(self, box: Sandbox, write: Callable[[str], None] = print) -> None:
        self._box = box
        self._write = write

    async def run(self, lines: AsyncIterator[str]) -> bool:
        """Read lines until «выход» or the end of input; whether it was told to leave."""
        async for line in lines:
            if not await self.line(line):
                return True
        return False

    async def line(self, line: str) -> bool:
        """Do what one line says; False when it says to leave."""
        words = line.strip()
        lowered = words.lower()
        if not words:
            return True
        if lowered in ("выход", "exit", "quit"):
            return False
        if lowered in ("помощь", "help", "?"):
            self._write(HELP)
        elif lowered == "люди":
            self._write(self._people())
        elif lowered == "часы" or lowered.startswith("часы "):
            self._move(words[len("часы") :].strip())
        else:
            await self._somebody(words)
        return True

    async def _somebody(self, words: str) -> None:
        name, colon, rest = words.partition(":")
        person = self._person(name.strip()) if colon else None
        if person is None:
            self._write(f"Не понял «{words}». Кто говорит? Например «{self._example()}: /today».")
            return
        try:
            await self._acts(person, rest.strip())
        except AssertionError:
            gone = person.chat.blocked or person.chat.deactivated
            why = "не пишет боту" if gone else "бот промолчал"
            self._write(f"{person.name}: {why}.")

    async def _acts(self, person: Person, words: str) -> None:
        if not words:
            self._write(f"Что делает {person.name}? Например «{person.name.lower()}: /today».")
        elif words.lower() == "экран":
            self._write(_shown(person))
        elif words.lower().startswith("тап"):
            await self._taps(person, words[len("тап") :].strip())
        else:
            await person.writes(words)

    async def _taps(self, person: Person, which: str) -> None:
        post = next((post for post in reversed(person.messages) if post.rows), None)
        if post is None:
            self._write(f"{person.name}: нет сообщения с кнопками.")
            return
        buttons = [button for row in post.rows for button in row]
        if which.isdigit():
            button = buttons[int(which) - 1] if 0 < int(which) <= len(buttons) else None
        else:
            button = pick(which, buttons) if which else None
        if button is None:
            self._write(f"Нет такой кнопки. Есть: {_numbered(post)}")
        elif button.data is None:
            self._write(f"[{button.label}] открывает {button.url or button.copy}")
        else:
            await person.taps_button(post, button)

    def _move(self, words: str) -> None:
        step = _STEP.fullmatch(words)
        if not words:
            self._write(f"Сейчас {self._box.clock.local():%d.%m.%Y %H:%M}")
        elif step:
            self._box.clock.move(timedelta(**{_UNITS[step[2].lower()]: int(step[1])}))
        else:
            try:
                self._box.clock.at(words)
            except ValueError:
                self._write("Не понял время. Например: часы +1ч, часы 09:00, часы пн 09:00")

    def _person(self, name: str) -> Person | None:
        wanted = name.lower()
        people = self._box.people
        exact = [person for person in people if person.name.lower() == wanted]
        near = [person for person in people if wanted and person.name.lower().startswith(wanted)]
        return next(iter(exact or near), None)

    def _people(self) -> str:
        return ", ".join(person.name for person in self._box.people) or "Пока никого"

    def _example(self) -> str:
        return self._box.people[0].name.lower() if self._box.people else "анна"


async def typed_lines(prompt: str = "") -> AsyncIterator[str]:
    """Lines from stdin until it ends, without holding the event loop."""
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(queue.put_nowait, line)
        loop.call_soon_threadsafe(queue.put_nowait, None)

    # A daemon thread: a read that waits for the keyboard must not hold the exit.
    threading.Thread(target=read, daemon=True).start()
    while True:
        if prompt:
            print(prompt, end="", flush=True)
        line = await queue.get()
        if line is None:
            return
        yield line


def _shown(person: Person) -> str:
    if not person.messages:
        return f"{person.name}: пока пусто."
    post = person.screen
    return "\n".join([post.text, _numbered(post)]).strip()


def _numbered(post: Post) -> str:
    return "  ".join(f"{number}. [{label}]" for number, label in enumerate(post.labels, start=1))
