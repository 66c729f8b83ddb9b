"""`/health` and `/ready`: whether the process lives, and whether it keeps up."""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web

log = structlog.get_logger(__name__)

Status = Callable[[], Awaitable[dict[str, Any] | None]]


def status_app(status: Status) -> web.Application:
    """The HTTP application; `status` says how things stand, None that the bot has not begun,
    an exception that the database is away."""

    async def health(request: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def ready(request: web.Request) -> web.Response:
        try:
            page = await status()
        except Exception as error:
            log.error("not ready", exc_info=error)
            return web.json_response({"database": False}, status=503)
        if page is None:
            return web.json_response({"started": False}, status=503)
        return web.json_response(page)

    app = web.Application()
    app.router.add_get("/health", health)
    app.router.add_get("/ready", ready)
    return app
