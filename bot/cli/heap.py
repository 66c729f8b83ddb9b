"""The memory of a process that lives for months."""

import ctypes
import sys

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
"""Names of `mallopt` in <malloc.h> of glibc."""
_LARGE = 128 * 1024
_ARENAS = 2


def give_back_memory() -> None:
    """Let every large block come from the system by itself and go back to it when it is free.

    By itself glibc takes ever larger ones from its heap once such a one was free, and those of each
    thread from another: after a month a tenth of the process was what lay between. Another C
    library is left as it is.
    """
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _LARGE)
        mallopt(_ARENA_MAX, _ARENAS)
