"""The demo is a test: it fails where a step of the story does not happen."""

from pathlib import Path

from demo.stage import stage
from demo.story import tell


async def test_the_whole_story(tmp_path: Path) -> None:
    async with stage(tmp_path) as set_up:
        await tell(set_up)
    assert set_up.bot.returncode == 0, set_up.bot.output
    assert "error" not in set_up.bot.output.lower()
