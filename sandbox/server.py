"""HTTP in: one aiohttp server that answers as the Bot API does."""

import re

from aiohttp import web

from sandbox.api import BY_LOWER_NAME
from sandbox.errors import ApiError, sick
from sandbox.params import read_params
from sandbox.state import Call, State

_BODY_LIMIT = 60 * 1024 * 1024
_GATEWAY_PAGE = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n"
    "</body>\r\n</html>\r\n"
)


class Server:
    """The server on 127.0.0.1; port 0 lets the system choose one."""

    def __init__(self, state: State, port: int = 0) -> None:
        self._state = state
        self._port = port
        app = web.Application(client_max_size=_BODY_LIMIT)
        app.router.add_route("*", "/bot{token}/{method}", self._method)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)

    async def start(self) -> str:
        """Listen; returns the base address without a slash at its end."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        port = self._runner.addresses[0][1]
        return f"http://127.0.0.1:{port}"

    async def stop(self) -> None:
        self._state.updates.closing = True
        self._state.faults.clear()
        self._state.signal.notify()
        await self._runner.cleanup()

    async def _method(self, request: web.Request) -> web.StreamResponse:
        call = Call(request.match_info["method"], {})
        try:
            self._check_token(request.match_info["token"])
            response = await self._answer(request, call)
        except ApiError as refusal:
            response = _refused(refusal)
        call.status = response.status
        self._state.signal.notify()
        return response

    async def _answer(self, request: web.Request, call: Call) -> web.Response:
        name, method = BY_LOWER_NAME.get(call.method.lower(), (call.method, None))
        if method is None:
            raise ApiError(404, "Not Found: method not found")
        params = await read_params(request)
        call.method, call.values = name, params.values
        self._count(call)
        fault = self._state.faults.take(name, params.chat_id())
        if fault == "502_html":
            return _gateway_page()
        if fault == "drop_before" or (fault == "hang_before" and not await self._hangs(request)):
            return _dropped(request)
        result = await method(self._state, params)
        if fault == "500_after":
            raise sick()
        if fault == "502_after":
            return _gateway_page()
        if fault == "drop_after" or (fault == "hang" and not await self._hangs(request)):
            return _dropped(request)
        return web.json_response({"ok": True, "result": result})

    async def _hangs(self, request: web.Request) -> bool:
        """Wait as long as it hangs; whether somebody is still there to be answered."""
        self._state.signal.notify()
        return await self._state.faults.hang() and request.transport is not None

    def _count(self, call: Call) -> None:
        self._state.calls[call.method] += 1
        self._state.log.append(call)

    async def _download(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request.match_info["token"])
            path = request.match_info["path"]
            file = next((f for f in self._state.files.values() if f.path == path), None)
            self._count(Call("download", {"path": path}))
            fault = self._state.faults.take("download", None)
            if file is None:
                raise ApiError(404, "Not Found")
        except ApiError as refusal:
            return _refused(refusal)
        if fault in ("502_html", "502_after"):
            return _gateway_page()
        if fault is not None:
            return _dropped(request)
        return web.Response(body=file.content, content_type="application/octet-stream")

    def _check_token(self, token: str) -> None:
        if not re.fullmatch(r"\d+:[\w-]+", token):
            raise ApiError(404, "Not Found")
        if token != self._state.token:
            raise ApiError(401, "Unauthorized")


def _refused(refusal: ApiError) -> web.Response:
    body: dict[str, object] = {
        "ok": False,
        "error_code": refusal.status,
        "description": refusal.description,
    }
    headers = {}
    if refusal.migrate_to is not None:
        body["parameters"] = {"migrate_to_chat_id": refusal.migrate_to}
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
        headers["Retry-After"] = str(refusal.retry_after)
    return web.json_response(body, status=refusal.status, headers=headers)


def _gateway_page() -> web.Response:
    return web.Response(text=_GATEWAY_PAGE, status=502, content_type="text/html")


def _dropped(request: web.Request) -> web.Response:
    """Close the connection; the answer that is returned reaches nobody."""
    if request.transport is not None:
        request.transport.close()
    return web.Response(status=499)
