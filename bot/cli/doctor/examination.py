"""The whole of it in its order, said a line each."""

import json
from collections.abc import AsyncIterator

from bot.cli.doctor.database import database
from bot.cli.doctor.finding import Finding, Health, notice, well
from bot.cli.doctor.machine import is_running, machine
from bot.cli.doctor.mailbox import mailbox
from bot.cli.doctor.telegram import TelegramLook
from bot.cli.doctor.web import listening, own_page
from bot.cli.sentences import DONE, FAILED, tell
from bot.config import Settings
from bot.from_settings import transactions_of
from bot.views.words import Words

_MARKS = {
    Health.WELL: "\N{WHITE HEAVY CHECK MARK}",
    Health.NOTICE: "\N{WARNING SIGN}\ufe0f",
    Health.WRONG: "\N{CROSS MARK}",
}


async def run_doctor(settings: Settings, words: Words, as_json: bool) -> int:
    """Print what was found; 0 where nothing is wrong, else 1. A notice is not wrong."""
    found: list[Finding] = []
    async for finding in _findings(settings):
        tell(f"{_MARKS[finding.health]} {words.plain(finding.key, **finding.facts)}")
        found.append(finding)
    is_well = all(finding.health is not Health.WRONG for finding in found)
    if as_json:
        tell(json.dumps({"well": is_well, "findings": [_plain(each, words) for each in found]}))
    return DONE if is_well else FAILED


async def _findings(settings: Settings) -> AsyncIterator[Finding]:
    yield well("settings")
    if settings.clock_file is not None:
        yield notice("clock-file")
    transactions = transactions_of(settings)
    try:
        for finding in machine(transactions.database):
            yield finding
        async for finding in database(transactions):
            yield finding
    finally:
        await transactions.database.close()
    own = await own_page(settings)
    is_bot_running = True if own.is_ours else is_running(transactions.database)
    if is_bot_running is False:
        yield notice("stopped")
    look = TelegramLook(
        settings.telegram_api_url,
        settings.require_token(),
        transactions.clock,
        settings.webhook_url,
        is_bot_running,
    )
    async for finding in look.findings():
        yield finding
    async for finding in listening(settings, own):
        yield finding
    if settings.mailbox is not None:
        yield await mailbox(settings.mailbox)


def _plain(finding: Finding, words: Words) -> dict[str, str]:
    said = words.plain(finding.key, **finding.facts)
    return {"code": finding.code, "health": finding.health.value, "text": said}
