"""The process that draws one picture: what to draw in by stdin as JSON, the PNG out by stdout.

matplotlib stays in here, with the seconds of its import and the memory that it never gives back.
"""

import sys

from pydantic import TypeAdapter

from bot.isolated.limits import limit
from bot.views.planning.load_chart import LoadChart, load_png
from bot.views.words import Words


def main() -> None:
    """Arguments: memory in bytes, processor time in seconds."""
    limit(int(sys.argv[1]), int(sys.argv[2]))
    chart = TypeAdapter(LoadChart).validate_json(sys.stdin.buffer.read())
    sys.stdout.buffer.write(load_png(Words(chart.locale), chart.load))


if __name__ == "__main__":
    main()
