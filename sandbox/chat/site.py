"""HTTP for the page: what it asks for, what it does, and what it hears as it happens."""

import json
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from sandbox.box import Sandbox
from sandbox.chat import shown
from sandbox.chat.hearing import Hearing
from sandbox.chat.letters import Enclosure, Letter, Letters
from sandbox.chat.tour import Tour
from sandbox.person import Person
from sandbox.posts import MediaKind

Json = dict[str, Any]
_PAGE = Path(__file__).parent / "page"
_FILES = {"/": "index.html"} | {
    f"/{name}": name for name in ("chat.css", "chat.js", "draw.js", "tour.js")
}
_BODY_LIMIT = 25 * 1024 * 1024
_LONGEST = 4096
"""Characters of one message, as Telegram has it."""
_STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
_MORNING = "09:00"
_SAFE = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class ChatSite:
    """The page on 127.0.0.1. `outside` are the ids of those who are clients, not colleagues:
    what they write goes to a manager, who may forward it to the bot. The `tour`, if there is one,
    leads whoever opens the page for the first time."""

    def __init__(
        self,
        box: Sandbox,
        outside: Collection[int] = (),
        tour: Tour | None = None,
        port: int = 0,
    ) -> None:
        self._box = box
        self._tour = tour
        self._outside = frozenset(outside)
        self._port = port
        self._letters = Letters()
        self._hearing = Hearing()
        app = web.Application(client_max_size=_BODY_LIMIT, middlewares=[_guard])
        for path in _FILES:
            app.router.add_get(path, self._page)
        app.router.add_get("/favicon.ico", _no_icon)
        app.router.add_get("/api/people", self._people)
        app.router.add_get("/api/chat/{person}", self._chat)
        app.router.add_get("/api/file/{file}", self._file)
        app.router.add_get("/api/events", self._events)
        app.router.add_post("/api/chat/{person}/file", self._send_file)
        app.router.add_post("/api/chat/{person}/{act}", self._act)
        app.router.add_post("/api/clock", self._clock)
        app.router.add_post("/api/tour", self._end_tour)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)

    async def start(self) -> str:
        """Listen; returns the address of the page."""
        self._box.on_entry.append(self._hearing.entry)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}/"

    async def stop(self) -> None:
        """Let everybody go who listens, and end."""
        self._box.on_entry.remove(self._hearing.entry)
        self._hearing.close()
        await self._runner.cleanup()

    # What it shows

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(_PAGE / _FILES[request.path])

    async def _people(self, request: web.Request) -> web.Response:
        body = shown.people(self._box.state, self._box.people, self._outside)
        body["tour"] = self._tour.looked_at() if self._tour else None
        return web.json_response(body)

    async def _chat(self, request: web.Request) -> web.Response:
        person = self._person(request)
        body = shown.chat(self._box.state, person)
        body["letters"] = [shown.letter(self._box.state, item) for item in self._letters.of(person)]
        return web.json_response(body)

    async def _file(self, request: web.Request) -> web.Response:
        file = self._box.state.files.get(request.match_info["file"])
        if file is None:
            raise web.HTTPNotFound
        headers = {}
        if file.kind == "document":
            # The name goes to the page in the chat's JSON: a header can not hold every name.
            headers["Content-Disposition"] = "attachment"
        kinds = {"photo": "image/png", "voice": "audio/ogg"}
        kind = kinds.get(file.kind, "application/octet-stream")
        return web.Response(body=file.content, content_type=kind, headers=headers)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"} | _SAFE)
        await response.prepare(request)
        # A page that is closed or loaded anew while it is written to has nothing to be told.
        with suppress(ConnectionResetError):
            async for event in self._hearing.listen():
                await response.write(b"data: " + json.dumps(event).encode() + b"\n\n")
        return response

    # What it does

    async def _act(self, request: web.Request) -> web.Response:
        acts: dict[str, Callable[[Person, Json], Awaitable[None]]] = {
            "text": self._write,
            "tap": self._tap,
            "contact": self._contact,
            "forward": self._forward,
            "block": self._block,
        }
        act = acts.get(request.match_info["act"])
        if act is None:
            raise web.HTTPNotFound
        await act(self._person(request), await _body(request))
        return web.json_response({})

    async def _write(self, person: Person, body: Json) -> None:
        text = str(body["text"]).strip()
        if not 0 < len(text) <= _LONGEST:
            raise web.HTTPUnprocessableEntity
        if person.id in self._outside:
            self._keep(person, text, None)
        else:
            await person.writes(text, wait=False)

    async def _tap(self, person: Person, body: Json) -> None:
        post = person.chat.posts.get(int(body["post"]))
        row, column = int(body["row"]), int(body["column"])
        if post is None or not (0 <= row < len(post.rows) and 0 <= column < len(post.rows[row])):
            # The message was edited while the finger came down: the page shows the new one.
            raise web.HTTPConflict
        button = post.rows[row][column]
        if button.data is None or button.label != body["label"]:
            raise web.HTTPConflict
        await person.taps_button(post, button, wait=False)

    async def _contact(self, person: Person, body: Json) -> None:
        client = self._by_id(int(body["client"]))
        phone = client.chat.phone or ""
        chat = client.chat
        await person.shares_contact(phone, chat.first_name, chat.last_name, chat.id, wait=False)

    async def _forward(self, person: Person, body: Json) -> None:
        letters = self._letters.chosen([int(number) for number in body["letters"]])
        album = f"album-{letters[0].number}" if _is_album(letters) else None
        for letter in letters:
            await _forwards(person, letter, album)

    async def _block(self, person: Person, body: Json) -> None:
        if body["blocked"] and not person.chat.blocked:
            person.blocks()
        elif not body["blocked"] and person.chat.blocked:
            person.unblocks()

    async def _send_file(self, request: web.Request) -> web.Response:
        person = self._person(request)
        form = await request.post()
        upload, caption = form.get("file"), str(form.get("caption", ""))[:1024]
        if not isinstance(upload, web.FileField):
            raise web.HTTPUnprocessableEntity
        enclosure = Enclosure(_kind(form.get("kind")), upload.filename, upload.file.read())
        if person.id in self._outside:
            self._keep(person, caption, enclosure)
        else:
            await _sends(person, enclosure, caption)
        return web.json_response({})

    async def _clock(self, request: web.Request) -> web.Response:
        to = (await _body(request)).get("to")
        if to in _STEPS:
            self._box.clock.move(_STEPS[to])
        elif to == "morning":
            self._box.clock.at(_MORNING)
        else:
            raise web.HTTPUnprocessableEntity
        return web.json_response({})

    async def _end_tour(self, request: web.Request) -> web.Response:
        if self._tour is not None:
            self._tour.ended = bool((await _body(request))["ended"])
            self._hearing.tell({"what": "tour", "who": "", "text": ""})
        return web.json_response({})

    def _keep(self, client: Person, text: str, enclosure: Enclosure | None) -> None:
        self._letters.add(client, self._box.clock.now(), text, enclosure)
        self._hearing.tell({"what": "letter", "who": client.name, "text": ""})

    def _person(self, request: web.Request) -> Person:
        return self._by_id(int(request.match_info["person"]))

    def _by_id(self, number: int) -> Person:
        found = next((person for person in self._box.people if person.id == number), None)
        if found is None:
            raise web.HTTPNotFound
        return found


@web.middleware
async def _guard(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Another site open in the same browser can neither read nor act here: the address must be
    this machine's, and what acts carries a header that no foreign form can set."""
    if request.host.rpartition(":")[0] not in ("127.0.0.1", "localhost"):
        raise web.HTTPForbidden
    if request.method == "POST" and request.headers.get("X-Sandbox") != "1":
        raise web.HTTPForbidden
    try:
        response = await handler(request)
    except (KeyError, TypeError, ValueError, AssertionError) as error:
        raise web.HTTPUnprocessableEntity from error
    if not response.prepared:
        response.headers.update(_SAFE)
    return response


async def _no_icon(request: web.Request) -> web.Response:
    return web.Response(status=204)


async def _body(request: web.Request) -> Json:
    body = await request.json()
    if not isinstance(body, dict):
        raise web.HTTPUnprocessableEntity
    return body


def _is_album(letters: list[Letter]) -> bool:
    return len(letters) > 1 and all(
        letter.enclosure is not None and letter.enclosure.kind == "photo" for letter in letters
    )


def _kind(asked: object) -> MediaKind:
    if asked == "photo":
        return "photo"
    return "voice" if asked == "voice" else "document"


async def _forwards(person: Person, letter: Letter, album: str | None) -> None:
    enclosure = letter.enclosure
    photo = document = voice = None
    if enclosure is not None and enclosure.kind == "photo":
        photo = enclosure.content
    elif enclosure is not None and enclosure.kind == "document":
        document = (enclosure.name, enclosure.content)
    elif enclosure is not None:
        voice = enclosure.content
    await person.forwards(
        letter.text,
        origin=letter.client,
        date=letter.at,
        album=album,
        photo=photo,
        document=document,
        voice=voice,
        wait=False,
    )


async def _sends(person: Person, enclosure: Enclosure, caption: str) -> None:
    if enclosure.kind == "photo":
        await person.sends_photo(enclosure.content, caption, wait=False)
    elif enclosure.kind == "voice":
        await person.sends_voice(enclosure.content, wait=False)
    else:
        await person.sends_file(enclosure.name, enclosure.content, caption, wait=False)
