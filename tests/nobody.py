"""Somebody whom the rights of files and ports concern: root they do not."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

_NOBODY = 65534


@contextmanager
def nobody() -> Iterator[None]:
    """Without rights inside the block; whoever has none anyway stays as he is.

    What others have left behind is cleared before: the garbage collector may come at any moment,
    and a folder that is root's can not be removed by nobody.
    """
    if os.geteuid():
        yield
        return
    gc.collect()
    gc.disable()
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        gc.enable()
