"""What an isolated process does first: hold itself to its memory and its processor time."""

import atexit
import gc
import os
import sys


def limit(memory: int, seconds: int) -> None:
    """So many bytes and seconds, and behind everybody else in line for the processor."""
    # At the end all goes with the process: that it is no garbage need not be found out before,
    # which would be a sixth of the time of a picture.
    atexit.register(gc.freeze)
    if sys.platform == "win32":
        return
    import resource

    os.nice(10)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    # Where the kernel knows no such limit, the time is one.
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
