"""The parameters of one call, whichever way they came: JSON, urlencoded, multipart, query."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from sandbox.errors import bad_request

Json = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    name: str
    mime: str
    content: bytes


@dataclass
class Params:
    """Values by name; strings are read as numbers, booleans or JSON where a method asks so."""

    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'parameter "{name}" is not an integer') from None

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def object(self, name: str) -> Any:
        """A JSON object or array, None when absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def names(self, name: str) -> list[str] | None:
        """A list of strings, None when absent."""
        value = self.object(name)
        if value is None:
            return None
        if not isinstance(value, list):
            raise bad_request(f'parameter "{name}" is not a list')
        return [str(item) for item in value]

    def chat_id(self) -> int | None:
        """The chat the call is about; None when it names none or a @channel."""
        try:
            return int(self.values.get("chat_id", ""))
        except (TypeError, ValueError):
            return None


async def read_params(request: web.Request) -> Params:
    """Read query and body of a request; raises ApiError for broken JSON."""
    params = Params(values=dict(request.query))
    if request.content_type == "application/json":
        body = await request.read()
        try:
            parsed = json.loads(body) if body else {}
        except ValueError:
            raise bad_request("can't parse JSON request") from None
        if not isinstance(parsed, dict):
            raise bad_request("can't parse JSON request: object expected")
        params.values.update(parsed)
        return params
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            content = value.file.read()
            params.uploads[name] = Upload(value.filename, value.content_type, content)
        elif isinstance(value, bytes | bytearray):
            params.values[name] = bytes(value).decode("utf-8", "replace")
        else:
            params.values[name] = value
    return params
