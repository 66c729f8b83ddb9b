"""Memory that a long life has needed once goes back to the system."""

import platform
import subprocess
import sys

import pytest

_BLOCKS = """
import ctypes
import sys
from pathlib import Path

from bot.cli.heap import give_back_memory

if sys.argv[1] == "ours":
    give_back_memory()
del_first = bytearray(8_000_000)
del del_first


def on_the_heap():
    lines = Path("/proc/self/maps").read_text().splitlines()
    begins, ends = next(line for line in lines if line.endswith("[heap]")).split()[0].split("-")
    return int(ends, 16) - int(begins, 16)


before = on_the_heap()
block = bytearray(4_000_000)
print(on_the_heap() - before)
"""


def _heap_grows_by(whose: str) -> int:
    command = [sys.executable, "-c", _BLOCKS, whose]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has such a heap")
def test_a_large_block_is_no_part_of_the_heap_that_never_shrinks() -> None:
    assert _heap_grows_by("ours") == 0
    assert _heap_grows_by("glibc alone") > 1_000_000
