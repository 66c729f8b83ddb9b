"""One scripted working week of the sample company; fails where a step does not happen."""

from demo.company import hire
from demo.stage import Stage


async def tell(stage: Stage) -> None:
    """From setting up to a client brought back, as everybody sees it."""
    company = await hire(stage)
    anna = company.anna
    await anna.writes("/new ООО «Ромашка» +7 916 123-45-67")
    await anna.taps("Через 3 дня")
    await anna.presses("📋 Мои дела")
