"""`/openapi.json`: what other programs may ask of the bot over HTTP, for their tools to read."""

from typing import Any

from aiohttp import web

from bot.method.inbound.intake.event import LONGEST_ID, LONGEST_NAME, IntakeChannel
from bot.method.inbound.intake.reading import LONGEST_CONTACT, LONGEST_EMAIL
from bot.method.inbound.intake.vendors.table import VENDORS

Json = dict[str, Any]

ANSWERS = {
    200: "it was here before, with the same content",
    202: "kept",
    400: "the body breaks off, or can not be unpacked",
    401: "no token or signature, or a wrong one",
    408: "the body does not come",
    409: "the same event is being stored at this moment",
    413: "the body is too large",
    422: "fields at fault, or another content under a known external_id",
    429: "too many requests at once, or too many wrong secrets",
    503: "it can not be stored now: send it again",
}


def add_openapi(app: web.Application) -> None:
    """The route; the document says nothing that is secret."""
    document = openapi()

    async def get(request: web.Request) -> web.Response:
        return web.json_response(document)

    app.router.add_get("/openapi.json", get)


def openapi() -> Json:
    """The document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Inbound intake", "version": "1"},
        "paths": {
            "/intake": {"post": _intake()},
            "/intake/{vendor}/{secret}": {"post": _vendor()},
            "/health": {"get": _page("the process lives")},
            "/ready": {"get": _page("the process keeps up", not_yet=True)},
        },
        "components": {
            "schemas": {"Event": _event(), "Kept": _kept(), "Problem": _problem()},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "signature": {"type": "apiKey", "in": "header", "name": "webhook-signature"},
            },
        },
    }


def _intake() -> Json:
    event = {"$ref": "#/components/schemas/Event"}
    return {
        "summary": "Report an event of a client",
        "security": [{"token": []}, {"signature": []}],
        "requestBody": {"required": True, "content": {"application/json": {"schema": event}}},
        "responses": {str(status): _answer(status) for status in ANSWERS},
    }


def _answer(status: int) -> Json:
    name = "Kept" if status < 300 else "Problem"
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"description": ANSWERS[status], "content": {"application/json": {"schema": schema}}}


def _vendor() -> Json:
    return {
        "summary": "Report an event in the vendor's own shape",
        "parameters": [
            {
                "name": "vendor",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "enum": list(VENDORS)},
            },
            {"name": "secret", "in": "path", "required": True, "schema": {"type": "string"}},
        ],
        "responses": {
            "200": {"description": "taken, or nothing to be taken"},
            **{str(status): _answer(status) for status in (400, 401, 408, 409, 413, 429, 503)},
        },
    }


def _page(said: str, *, not_yet: bool = False) -> Json:
    later = {"503": {"description": "not yet"}} if not_yet else {}
    return {"summary": said, "responses": {"200": {"description": said}, **later}}


_SEEN = r"!-~\u00a1-\u00ac\u0400-\u04ff\u2116"
"""Signs that anybody can see and type: of Latin, Cyrillic, and the sign of a number."""
_LINE = rf"^[{_SEEN}]([ {_SEEN}]*[{_SEEN}])?$"
_MOMENT = (
    r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
)
_EMAIL = r"^[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,2}$"
_HANDLE = r"^@?[A-Za-z][A-Za-z0-9_]{3,31}$"
_PHONE = r"^\+?[0-9]([ ()-]{0,2}[0-9]){4,14}$"
_NAME = r"^[A-Za-z\u0410-\u044f\u0401\u0451]{2}"


def _event() -> Json:
    """What the reader takes; it takes some more of it than tools need to know."""
    return {
        "type": "object",
        "required": ["external_id", "channel", "occurred_at", "from"],
        "properties": {
            "external_id": {
                "type": "string",
                "minLength": 1,
                "maxLength": LONGEST_ID,
                "pattern": _LINE,
                "description": "may be left out where the header webhook-id stands in",
            },
            "channel": {"type": "string", "enum": list(IntakeChannel)},
            "occurred_at": {
                "type": "string",
                "format": "date-time",
                "pattern": _MOMENT,
                "description": "a day ahead and a year back at most",
            },
            "from": {
                "type": "object",
                "description": "one at least, by which somebody can be called or written to",
                "anyOf": [{"required": [name]} for name in ("name", "phone", "email", "telegram")],
                "properties": {
                    "name": {
                        "type": "string",
                        "pattern": _NAME,
                        "description": f"{LONGEST_NAME} are kept",
                    },
                    "phone": {
                        "type": "string",
                        "maxLength": LONGEST_CONTACT,
                        "pattern": _PHONE,
                    },
                    "email": {"type": "string", "maxLength": LONGEST_EMAIL, "pattern": _EMAIL},
                    "telegram": {
                        "type": ["string", "integer"],
                        "pattern": _HANDLE,
                        "minimum": 1,
                        "maximum": 10**18 - 1,
                    },
                },
            },
            "text": {"type": "string"},
            "manager": {
                "type": ["string", "integer"],
                "maxLength": LONGEST_EMAIL,
                "pattern": _LINE,
                "minimum": 1,
                "maximum": 2**63 - 1,
            },
        },
    }


def _kept() -> Json:
    return {
        "type": "object",
        "required": ["id", "task"],
        "properties": {
            "id": {"type": "integer"},
            "task": {"type": ["integer", "null"]},
            "warnings": {"type": "array", "items": {"type": "string"}},
        },
    }


def _problem() -> Json:
    fault = {"field": {"type": "string"}, "reason": {"type": "string"}}
    return {
        "type": "object",
        "required": ["error"],
        "properties": {
            "error": {"type": "string"},
            "fields": {"type": "array", "items": {"type": "object", "properties": fault}},
        },
    }
