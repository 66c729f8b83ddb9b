"""How long is too long, on this machine and now."""

import os

_MOST = 4.0


def patient(seconds: float) -> float:
    """The seconds of an idle machine, or as many more as this one has more to do than it can at
    once: what is waited for comes later there, and a wait still has its end."""
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    return seconds * min(max(busy, 1.0), _MOST)
