"""The page says what the OpenAPI document says, and asks for nothing from elsewhere."""

import re
from html.parser import HTMLParser

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.web.api_page import add_api_page, api_page
from bot.web.openapi import openapi


def fields(schema: dict, before: str = "") -> set[str]:
    found = set()
    for name, field in schema["properties"].items():
        found.add(before + name)
        inner = field.get("items", field)
        if "properties" in inner:
            found |= fields(inner, f"{before}{name}.")
    return found


class Balanced(HTMLParser):
    """Every tag that opens closes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_way_answer_and_field_is_there() -> None:
    document, page = openapi(), api_page(openapi())
    for path, ways in document["paths"].items():
        for method, way in ways.items():
            assert f"{method.upper()} {path}" in page
            assert all(f"<td>{status}</td>" in page for status in way["responses"])
    for schema in document["components"]["schemas"].values():
        assert all(f"<td>{name}</td>" in page for name in fields(schema))
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []


def test_nothing_comes_from_elsewhere_and_nothing_in_it_is_markup() -> None:
    page = api_page(openapi())
    assert re.findall(r'(?:href|src)="([^"]*)"', page) == ["openapi.json"]
    assert "http" not in page and "<script" not in page
    document = openapi()
    document["paths"]["/<b>"] = {"get": {"summary": "<i>", "responses": {}}}
    assert "<b>" not in api_page(document) and "<i>" not in api_page(document)


async def test_it_is_served() -> None:
    app = web.Application()
    add_api_page(app)
    async with TestClient(TestServer(app)) as client:
        answer = await client.get("/docs")
        assert (answer.status, answer.content_type) == (200, "text/html")
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
