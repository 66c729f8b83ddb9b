"""`/docs`: the OpenAPI document as a page for people, whole in itself: it loads nothing."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from aiohttp import web

from bot.web.openapi import openapi

Part = Mapping[str, Any]

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:.5rem 0 1.5rem}"
    "td,th{border:1px solid #8886;padding:.25rem .6rem;text-align:left;vertical-align:top}"
    ":root{color-scheme:light dark}"
)
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
}


def add_api_page(app: web.Application) -> None:
    """The route; the page says nothing that is secret."""
    page = api_page(openapi())

    async def get(request: web.Request) -> web.Response:
        return web.Response(text=page, content_type="text/html", headers=_HEADERS)

    app.router.add_get("/docs", get)


def api_page(document: Part) -> str:
    """The document's ways with their answers, and what is sent in them."""
    title = escape(document["info"]["title"])
    body = "".join((*_ways(document["paths"]), *_schemas(document["components"]["schemas"])))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f'<body><h1>{title}</h1><p>The same for programs: <a href="openapi.json">openapi.json</a>.'
        f"</p>{body}</body></html>"
    )


def _ways(paths: Part) -> Iterator[str]:
    for path, ways in paths.items():
        for method, way in ways.items():
            yield f"<h2><code>{method.upper()} {escape(path)}</code></h2>"
            yield f"<p>{escape(way['summary'])}.</p>"
            for name, values in _choices(way):
                yield f"<p><code>{escape(name)}</code>: {escape(', '.join(values))}</p>"
            answers = way["responses"].items()
            rows = ((status, answer["description"]) for status, answer in answers)
            yield _table(("answer", "when"), rows)


def _choices(way: Part) -> Iterator[tuple[str, list[str]]]:
    for parameter in way.get("parameters", ()):
        values = parameter["schema"].get("enum")
        if values:
            yield parameter["name"], values


def _schemas(schemas: Part) -> Iterator[str]:
    for name, schema in schemas.items():
        yield f"<h2>{escape(name)}</h2>"
        yield _table(("field", "type", "needed", "more"), _fields(schema))


def _fields(schema: Part, before: str = "") -> Iterator[tuple[str, str, str, str]]:
    needed = schema.get("required", ())
    for name, field in schema["properties"].items():
        called = before + name
        yield called, _type(field), "yes" if name in needed else "", _more(field)
        inner = field.get("items", field)
        if "properties" in inner:
            yield from _fields(inner, f"{called}.")


def _type(field: Part) -> str:
    kind = field["type"]
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


def _more(field: Part) -> str:
    said = [field.get("description", ""), field.get("format", "")]
    said += [", ".join(field.get("enum", ()))]
    if "maxLength" in field:
        said.append(f"up to {field['maxLength']} characters")
    return "; ".join(filter(None, said))


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    top = "".join(f"<th>{head}</th>" for head in heads)
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table><tr>{top}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
