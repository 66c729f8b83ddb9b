"""A person with Telegram in the hand: what she does, and what she sees."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from sandbox.entities import found_in_text
from sandbox.incoming import Json, Origin, contact, forward_origin, inaccessible, member
from sandbox.inline import message_of
from sandbox.markup import Button, pick
from sandbox.posts import Media, MediaKind, Post
from sandbox.state import Chat, Query, State, attachment

VOICE = b"OggS" + bytes(60)
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(60)


class Surroundings(Protocol):
    """What a person needs of the sandbox that she lives in."""

    state: State

    async def wait(
        self, condition: Callable[[], object], timeout: float | None = None, what: str = ...
    ) -> None:
        """Wait until the condition is true; AssertionError where it does not become so."""

    async def settle(self) -> None:
        """Wait until the bot is at rest."""

    def failure(self, text: str) -> AssertionError:
        """An AssertionError that shows what has happened."""


class Person:
    """Her private chat with the bot. Actions wait for the bot's answer unless `wait=False`;
    an answer that does not come in time is an AssertionError with the transcript's tail."""

    def __init__(self, box: Surroundings, chat: Chat) -> None:
        self._box = box
        self._state = box.state
        self.chat = chat

    def __repr__(self) -> str:
        return f"Person({self.name!r}, {self.id})"

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def name(self) -> str:
        return self.chat.first_name

    def user_json(self) -> Json:
        """Her Telegram account, so that others may forward what she wrote."""
        return self.chat.user_json()

    # What she sees

    @property
    def history(self) -> list[Post]:
        """All visible messages, her own too, oldest first."""
        return [post for _, post in sorted(self.chat.posts.items())]

    @property
    def messages(self) -> list[Post]:
        """The bot's visible messages, oldest first."""
        return [post for post in self.history if post.from_bot]

    @property
    def screen(self) -> Post:
        """The bot's newest message."""
        if not self.messages:
            raise AssertionError(f"{self.name} has no message from the bot")
        return self.messages[-1]

    @property
    def commands(self) -> list[str]:
        """Names in her menu: her chat's own, else the default ones."""
        return [name for name, _ in self.chat.commands or self._state.default_commands]

    @property
    def toast(self) -> str:
        """The words that flashed at her last tap, "" when none."""
        return self.chat.toast

    @property
    def alert(self) -> str:
        """The words in the window at her last tap, "" when none."""
        return self.chat.alert

    @property
    def keyboard(self) -> list[list[str]]:
        """Labels of the persistent reply keyboard, row by row."""
        return self.chat.keyboard

    def find(self, text: str) -> Post | None:
        """The newest message of the bot that contains the text."""
        return next((post for post in reversed(self.messages) if text in post.text), None)

    async def sees(self, text: str, timeout: float | None = None) -> Post:
        """Wait until some message of the bot contains the text; returns the newest such one."""
        await self._box.wait(
            lambda: self.find(text) is not None,
            timeout,
            f"{self.name} does not see {text!r}",
        )
        found = self.find(text)
        if found is None:
            raise AssertionError(f"{self.name} saw {text!r} only for a moment")
        return found

    def does_not_see(self, text: str) -> None:
        """No visible message of the bot contains the text, now."""
        if self.find(text) is not None:
            raise self._box.failure(f"{self.name} sees {text!r}")

    # What she does

    async def writes(self, text: str, *, reply_to: Post | None = None, wait: bool = True) -> None:
        """Send a text."""
        extra: Json = {}
        if reply_to is not None:
            extra["reply_to_message"] = self._state.message_json(self.chat, reply_to)
        await self._sends(text, None, extra, wait)

    async def presses(self, label: str, *, wait: bool = True) -> None:
        """Press a key of the persistent reply keyboard (exact, else startswith, else contains)."""
        keys = [Button(key) for row in self.keyboard for key in row]
        key = pick(label, keys)
        if key is None:
            raise self._box.failure(f"{self.name} has no key {label!r} among {self.keyboard}")
        await self.writes(key.label, wait=wait)

    async def chooses(self, label: str, other: "Person", *, wait: bool = True) -> None:
        """Press a key that asks for somebody, and choose this one."""
        number = self.chat.requests.get(label)
        if number is None:
            raise self._box.failure(f"{self.name} has no key {label!r} that asks for somebody")
        user = other.user_json()
        chosen = {"user_id": user["id"]} | {
            name: user[name] for name in ("first_name", "last_name", "username") if name in user
        }
        extra = {"users_shared": {"request_id": number, "users": [chosen]}}
        await self._sends("", None, extra, wait)

    async def taps(self, label: str, message: Post | None = None, *, wait: bool = True) -> str:
        """Tap the button with the label (exact, else startswith, else contains) on the newest
        message that has one, or on the given message as it looks now; returns the words shown."""
        posts = [self._now(message)] if message else list(reversed(self.messages))
        for post in posts:
            button = pick(label, [button for row in post.rows for button in row])
            if button is not None:
                return await self.taps_button(post, button, wait=wait)
        shown = [post.labels for post in posts[:3] if post.labels]
        raise self._box.failure(f"{self.name} has no button {label!r}; newest buttons: {shown}")

    async def taps_button(self, post: Post, button: Button, *, wait: bool = True) -> str:
        """Tap one button of a message, known from `post.rows`."""
        if button.data is None:
            raise self._box.failure(f"the button {button.label!r} calls nobody: {button}")
        self._state.record(self.chat, "tap", button.label)
        return await self._calls(button.data, post, wait)

    async def taps_data(self, data: str, message: Post | None = None, *, wait: bool = True) -> str:
        """Send any callback data, as a forger or an old screen would."""
        self._state.record(self.chat, "tap", data)
        return await self._calls(data, message or self.screen, wait)

    async def forwards(
        self,
        text: str = "",
        *,
        origin: Origin,
        date: datetime | None = None,
        album: str | None = None,
        photo: bytes | None = None,
        document: tuple[str, bytes] | None = None,
        voice: bytes | None = None,
        wait: bool = True,
    ) -> None:
        """Forward what an account, a hidden sender (a name) or a Community wrote at `date`."""
        sent = date or self._state.clock.now()
        extra: Json = {"forward_origin": forward_origin(origin, sent)}
        if album is not None:
            extra["media_group_id"] = album
        media = None
        if photo is not None:
            media = self._media("photo", "photo.png", "image/png", photo)
        elif document is not None:
            media = self._media("document", document[0], "application/octet-stream", document[1])
        elif voice is not None:
            media = self._media("voice", "voice.ogg", "audio/ogg", voice)
        await self._sends(text, media, extra, wait)

    async def shares_contact(
        self,
        phone: str,
        first_name: str,
        last_name: str | None = None,
        user_id: int | None = None,
        vcard: str | None = None,
        *,
        origin: Origin | None = None,
        wait: bool = True,
    ) -> None:
        """Send a contact; with `origin`, forward one."""
        extra: Json = {"contact": contact(phone, first_name, last_name, user_id, vcard)}
        if origin is not None:
            extra["forward_origin"] = forward_origin(origin, self._state.clock.now())
        await self._sends("", None, extra, wait)

    async def sends_file(
        self,
        name: str,
        content: bytes,
        caption: str = "",
        *,
        mime: str = "application/octet-stream",
        wait: bool = True,
    ) -> None:
        await self._sends(caption, self._media("document", name, mime, content), {}, wait)

    async def sends_photo(
        self, content: bytes = PICTURE, caption: str = "", *, wait: bool = True
    ) -> None:
        media = self._media("photo", "photo.png", "image/png", content)
        await self._sends(caption, media, {}, wait)

    async def sends_voice(
        self, content: bytes = VOICE, seconds: int = 3, *, wait: bool = True
    ) -> None:
        voice = self._state.store_file("voice", "voice.ogg", "audio/ogg", content, seconds)
        await self._sends("", Media("voice", voice), {}, wait)

    async def types_inline(self, text: str, offset: str = "", *, wait: bool = True) -> Query:
        """Type `@bot text` somewhere, or scroll on; the answer with its offset and button."""
        query = self._query()
        body = {"id": query.id, "from": self.user_json(), "query": text, "offset": offset}
        self._state.updates.add("inline_query", body)
        await self._answered(lambda: query.answered, f"inline {text!r}", wait)
        return query

    async def asks_inline(self, text: str) -> list[Json]:
        """Type `@bot text` somewhere; returns the results that the bot gave."""
        return (await self.types_inline(text)).results

    async def chooses_inline(self, result: Json, *, wait: bool = True) -> None:
        """Tap one of the results in the chat with the bot: its message is sent as hers."""
        await self._sends(message_of(result), None, {"via_bot": self._state.me}, wait)

    def blocks(self) -> None:
        """Block the bot: from now on it gets 403."""
        self._becomes_member("member", "kicked")
        self.chat.blocked = True

    def unblocks(self) -> None:
        self._becomes_member("kicked", "member")
        self.chat.blocked = False

    def refuses_voices(self) -> None:
        """Forbid everybody to send her voice messages, as Premium allows."""
        self.chat.refuses_voices = True

    def deactivates(self) -> None:
        """Delete the account."""
        self.chat.deactivated = True

    # How it reaches the bot

    def _media(self, kind: MediaKind, name: str, mime: str, content: bytes) -> Media:
        return Media(kind, self._state.store_file(kind, name, mime, content))

    async def _sends(self, text: str, media: Media | None, extra: Json, wait: bool) -> None:
        if self.chat.blocked or self.chat.deactivated:
            raise self._box.failure(
                f"{self.name} cannot write: the bot is blocked or the account gone"
            )
        self.chat.started = True
        post = Post(
            id=self._state.next_message_id(),
            chat_id=self.id,
            from_bot=False,
            date=self._state.clock.now(),
            text=text,
            entities=tuple(found_in_text(text)),
            media=media,
            extra=extra,
        )
        before = self.chat.changes
        self._state.keep(self.chat, post, "in")
        self._state.updates.add("message", self._state.message_json(self.chat, post))
        said = text or attachment(post)
        await self._answered(lambda: self.chat.changes > before, repr(said), wait)

    async def _calls(self, data: str, post: Post, wait: bool) -> str:
        query = self._query()
        self.chat.toast = self.chat.alert = ""
        shown = self.chat.posts.get(post.id)
        body = {
            "id": query.id,
            "from": self.user_json(),
            "chat_instance": str(self.id * 7919),
            "data": data,
            "message": self._state.message_json(self.chat, shown)
            if shown
            else inaccessible(self.chat.chat_json(), post.id),
        }
        self._state.updates.add("callback_query", body)
        await self._answered(lambda: query.answered, f"tap {data!r}", wait)
        return query.text

    def _query(self) -> Query:
        number = self._state.next_number()
        query = Query(str(4_000_000_000 + number), self.chat, self._state.clock.now())
        self._state.queries[query.id] = query
        return query

    async def _answered(self, done: Callable[[], bool], what: str, wait: bool) -> None:
        if not wait:
            return
        await self._box.wait(done, None, f"the bot did not answer {self.name}: {what}")
        await self._box.settle()

    def _now(self, message: Post) -> Post:
        return self.chat.posts.get(message.id, message)

    def _becomes_member(self, old: str, new: str) -> None:
        if not self.chat.started:
            return
        bot = self._state.me
        body = {
            "chat": self.chat.chat_json(),
            "from": self.user_json(),
            "date": int(self._state.clock.now().timestamp()),
            "old_chat_member": member(bot, old),
            "new_chat_member": member(bot, new),
        }
        self._state.updates.add("my_chat_member", body)
        self._state.record(
            self.chat, "note", "блокирует бота" if new == "kicked" else "снова с ботом"
        )
