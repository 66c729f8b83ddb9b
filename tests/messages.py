"""Messages of every kind as Telegram sends them, raw, with the words that stand in them."""

from typing import Any

Json = dict[str, Any]

FILE: Json = {"file_id": "F", "file_unique_id": "u", "file_size": 1200}
PICTURE = FILE | {"width": 90, "height": 90}
CELL = {"align": "left", "valign": "top"}
PHONE = "+7 916 123-45-67"

RICH: Json = {
    "blocks": [
        {"type": "heading", "size": 1, "text": "Заказ"},
        {"type": "paragraph", "text": ["Нужно ", {"type": "bold", "text": "пять"}, " столов"]},
        {
            "type": "paragraph",
            "text": [
                "Мой номер ",
                {"type": "phone_number", "text": PHONE, "phone_number": "+79161234567"},
            ],
        },
        {"type": "divider"},
        {
            "type": "list",
            "items": [
                {"label": "1.", "blocks": [{"type": "paragraph", "text": "белые"}]},
                {
                    "label": "",
                    "has_checkbox": True,
                    "is_checked": True,
                    "blocks": [{"type": "paragraph", "text": "с доставкой"}],
                },
            ],
        },
        {
            "type": "table",
            "cells": [
                [CELL | {"text": "Стол"}, CELL | {"text": "5"}],
                [CELL | {"text": {"type": "italic", "text": "Стул"}}, CELL],
            ],
        },
        {
            "type": "photo",
            "photo": [PICTURE],
            "caption": {"text": "как здесь", "credit": "каталог"},
        },
        {"type": "buttons", "buttons": [{"text": "Купить", "callback_data": "buy"}]},
    ]
}
RICH_WORDS = (
    f"Заказ\nНужно пять столов\nМой номер {PHONE}\n1. белые\n☑ с доставкой\n"
    "Стол | 5\nСтул\nкак здесь\nкаталог"
)


def rich(*blocks: Json) -> Json:
    return {"rich_message": {"blocks": list(blocks)}}


def paragraph(text: object) -> Json:
    return {"type": "paragraph", "text": text}


NEWER: dict[str, tuple[Json, str]] = {
    "an expandable quotation with blocks": (
        rich({"type": "expandable_blockquote", "blocks": [paragraph(f"Звоните {PHONE}")]}),
        f"Звоните {PHONE}",
    ),
    "a block of a kind that nobody knows": (
        rich({"type": "hologram", "text": "Нужны столы", "layers": [paragraph("белые")]}),
        "Нужны столы\nбелые",
    ),
    "a text of a kind that nobody knows": (
        rich(paragraph([{"type": "neon", "text": "Нужны"}, " столы"])),
        "Нужны столы",
    ),
    "blocks in what nobody knows": (
        rich({"type": "hologram", "sides": {"left": {"blocks": [paragraph("столы")]}}}),
        "столы",
    ),
}
"""What the library refuses: newer than it is."""

KINDS: dict[str, tuple[Json, str]] = {
    "text": ({"text": " Нужны столы "}, "Нужны столы"),
    "photo": ({"photo": [PICTURE]}, "📷"),
    "photo with words": ({"photo": [PICTURE], "caption": "вот такой"}, "вот такой"),
    "part of an album": ({"photo": [PICTURE], "media_group_id": "7"}, ""),
    "voice": ({"voice": FILE | {"duration": 65}}, "🎤 1:05"),
    "video note": ({"video_note": FILE | {"duration": 9, "length": 240}}, "📹 0:09"),
    "video": ({"video": PICTURE | {"duration": 30}}, "🎬 0:30"),
    "animation": (
        {"animation": PICTURE | {"duration": 2}, "document": FILE | {"file_name": "a.mp4"}},
        "📎 a.mp4",
    ),
    "document": (
        {"document": FILE | {"file_name": "Договор.pdf"}, "caption": "подпишите"},
        "подпишите\n📎 Договор.pdf",
    ),
    "document without a name": ({"document": FILE}, "📎"),
    "music": (
        {"audio": FILE | {"duration": 3, "performer": "Хор", "title": "Песня"}},
        "🎵 Хор - Песня",
    ),
    "audio": ({"audio": FILE | {"duration": 3}}, "🎵 0:03"),
    "sticker": ({"sticker": PICTURE | {"type": "regular", "emoji": "👍"}}, "👍"),
    "location": (
        {"location": {"latitude": 55.75583, "longitude": 37.61731}},
        "📍 https://maps.google.com/?q=55.75583,37.61731",
    ),
    "venue": (
        {
            "venue": {
                "title": "Склад",
                "address": "Ленина 5",
                "location": {"latitude": 55, "longitude": 37.5},
            },
            "location": {"latitude": 55, "longitude": 37.5},
        },
        "Склад\nЛенина 5\n📍 https://maps.google.com/?q=55.00000,37.50000",
    ),
    "checklist": (
        {
            "checklist": {
                "title": "К пятнице",
                "tasks": [
                    {"id": 1, "text": "замер", "completion_date": 1},
                    {"id": 2, "text": "договор"},
                ],
            }
        },
        "К пятнице\n☑ замер\n☐ договор",
    ),
    "poll": (
        {
            "poll": {
                "id": "1",
                "question": "Какой цвет?",
                "options": [
                    {"persistent_id": "a", "text": "белый", "voter_count": 0},
                    {"persistent_id": "b", "text": "дуб", "voter_count": 3},
                ],
            }
        },
        "Какой цвет?\n• белый\n• дуб",
    ),
    "rich message": ({"rich_message": RICH}, RICH_WORDS),
    "rich quotation": (
        rich({"type": "blockquote", "blocks": [paragraph("как в прошлый раз")], "credit": "Олег"}),
        "как в прошлый раз\nОлег",
    ),
    "details": (
        rich({"type": "details", "summary": "Размеры", "blocks": [paragraph("90 на 200")]}),
        "Размеры\n90 на 200",
    ),
    **NEWER,
}
