"""A stand-in for the container where no engine is: the files that the image would have, all of the
machine read-only but the data, and a user who may do nothing but that."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from demo.stage import ROOT

RECIPE = ROOT / "deploy" / "Containerfile"
_NOBODY = 65534
_HOME = Path("/root")


@cache
def can_be_had() -> bool:
    """Whether this machine lets us make one."""
    if any(Path(sys.executable).is_relative_to(place) for place in (_HOME, "/tmp")):
        # These two are covered inside.
        return False
    if os.geteuid() or not (shutil.which("unshare") and shutil.which("setpriv")):
        return False
    return subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0


@dataclass(frozen=True)
class Jail:
    """`folder` holds what the image would have; only its `data` can be written."""

    folder: Path

    def command(self, *words: str) -> list[str]:
        """The command as it is run inside."""
        data, python = self.folder / "data", Path(sys.base_prefix)
        steps = [f"mount --bind {data} {data}", f"mount --bind {self.folder} {self.folder}"]
        if python.is_relative_to(_HOME):
            # Nobody gets into the home of root: the interpreter is all that is left of it.
            steps = [
                f"mkdir -p /mnt/python && mount --bind {python} /mnt/python",
                f"mount -t tmpfs -o mode=0755 tmpfs {_HOME} && mkdir -p {python}",
                f"mount --move /mnt/python {python}",
                *steps,
            ]
        steps += [
            f"mount --bind {data} {data}",
            "mount -t tmpfs -o mode=1777 tmpfs /tmp",
            "mount -o remount,bind,ro /",
            f"mount -o remount,bind,ro {self.folder}",
            f"cd {self.folder}",
            f"exec setpriv --reuid {_NOBODY} --regid {_NOBODY} --clear-groups --no-new-privs"
            f" --bounding-set=-all {shlex.join(words)}",
        ]
        return ["unshare", "-m", "sh", "-ec", "\n".join(steps)]

    def environment(self, **settings: str) -> Mapping[str, str]:
        """What the recipe sets, and the settings."""
        told = RECIPE.read_text(encoding="utf-8").replace("\\\n", " ")
        (line,) = re.findall(r"^ENV (.+)$", told, re.M)
        pairs = dict(word.split("=", 1) for word in line.split())
        return {"PATH": os.environ["PATH"], **pairs, **settings}


@contextmanager
def jail() -> Iterator[Jail]:
    """The folder that the recipe would make of the project."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        folder = Path(name)
        for source, target in re.findall(r"^COPY (\w+) (\w+)$", RECIPE.read_text(), re.M):
            shutil.copytree(ROOT / source, folder / target)
        data = folder / "data"
        data.mkdir(mode=0o700)
        os.chown(data, _NOBODY, _NOBODY)
        folder.chmod(0o755)
        yield Jail(folder)
