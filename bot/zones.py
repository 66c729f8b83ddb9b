"""The time zones that people and the settings may name."""

from functools import cache
from zoneinfo import available_timezones

_NO_PLACES = frozenset({"factory", "localtime", "posixrules"})
"""Files that lie beside the zones: what they hold is the machine's business."""


def known_zone(name: str) -> str | None:
    """The IANA name of a zone that is written in any case, blanks for underscores; None for what
    is no zone of a place."""
    return _zones().get("_".join(name.split()).casefold())


def has_zones() -> bool:
    """Whether this machine knows time zones at all: neither its system nor tzdata may."""
    return bool(_zones())


@cache
def _zones() -> dict[str, str]:
    known = {zone.casefold(): zone for zone in available_timezones()}
    return {name: zone for name, zone in known.items() if name not in _NO_PLACES}
