"""The process that draws one picture: what to draw in by stdin as JSON, the PNG out by stdout.

matplotlib stays in here, with the seconds of its import and the memory that it never gives back.
"""

import sys

from pydantic import TypeAdapter

from bot.isolated.limits import limit
from bot.views.imports.audit_chart import AuditChart, audit_png
from bot.views.planning.load_chart import LoadChart, load_png
from bot.views.report.heat_chart import HeatChart, heat_png
from bot.views.words import Words


def main() -> None:
    """Arguments: memory in bytes, processor time in seconds, which chart."""
    limit(int(sys.argv[1]), int(sys.argv[2]))
    draw = _CHARTS[sys.argv[3]]
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read()))


def _load(asked: bytes) -> bytes:
    chart = TypeAdapter(LoadChart).validate_json(asked)
    return load_png(Words(chart.locale), chart.load)


def _heat(asked: bytes) -> bytes:
    chart = TypeAdapter(HeatChart).validate_json(asked)
    return heat_png(Words(chart.locale), chart.heat)


def _audit(asked: bytes) -> bytes:
    chart = TypeAdapter(AuditChart).validate_json(asked)
    return audit_png(Words(chart.locale), chart.bars)


_CHARTS = {LoadChart.__name__: _load, HeatChart.__name__: _heat, AuditChart.__name__: _audit}


if __name__ == "__main__":
    main()
