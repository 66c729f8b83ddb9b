"""The machine: its disk, the folder of the data, who may read it, who holds it."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from glob import escape
from pathlib import Path

from bot.cli.doctor.finding import Finding, notice, well, wrong
from bot.db import Database

MEGABYTE = 1024 * 1024
FULL = 100 * MEGABYTE
"""With less the database soon cannot be written."""
LOW = 1024 * MEGABYTE
_MOUNTS = Path("/proc/self/mounts")
_LOCKS = Path("/proc/locks")
_REMOTE = (
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "lustre"),
    *("fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone"),
)
"""File systems whose locks and shared memory SQLite cannot rely on."""


def machine(database: Database, free_of: Callable[[Path], int] | None = None) -> Iterator[Finding]:
    """All of it; `free_of` tells the bytes that are free where a folder lies."""
    folder = data_folder(database)
    free = (free_of or _free)(folder)
    megabytes = free // MEGABYTE
    if free < FULL:
        yield wrong("disk-full", megabytes=megabytes, path=str(folder))
    elif free < LOW:
        yield notice("disk-low", megabytes=megabytes, path=str(folder))
    else:
        yield well("disk", megabytes=megabytes)
    yield from _folder(database, folder)
    yield from _open_to_others(database)


def data_folder(database: Database) -> Path:
    """Where the SQLite file lies or will lie, or the nearest folder above that is there; for
    PostgreSQL the present folder."""
    path = database.lock_path
    folder = Path.cwd() if path is None else path.absolute().parent
    return next(each for each in (folder, *folder.parents) if each.is_dir())


def is_running(database: Database) -> bool | None:
    """Whether a process holds the SQLite file; None where nobody can tell."""
    path = database.lock_path
    if path is None or not _LOCKS.exists():
        return None
    if not path.exists():
        return False
    number = path.stat().st_ino
    held = (line.split() for line in _LOCKS.read_text().splitlines())
    # Only looked at: to try the lock would keep out a bot that starts at this moment.
    return any("FLOCK" in words and words[5].endswith(f":{number}") for words in held)


def remote_kind(folder: Path, mounts: str) -> str | None:
    """The network file system that the folder lies on, from a table like /proc/self/mounts; None
    for a disk of this machine."""
    best, kind = Path(), ""
    for line in mounts.splitlines():
        _, place, found, *_ = line.split(" ")
        point = Path(place.replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) >= len(best.parts):
            best, kind = point, found
    return kind if kind in _REMOTE else None


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def _folder(database: Database, folder: Path) -> Iterator[Finding]:
    if not database.is_sqlite:
        return
    if not os.access(folder, os.W_OK | os.X_OK, effective_ids=True):
        yield wrong("folder-not-writable", path=str(folder))
    kind = remote_kind(folder, _MOUNTS.read_text()) if _MOUNTS.exists() else None
    if kind is not None:
        yield wrong("network-disk", path=str(folder), kind=kind)


def _open_to_others(database: Database) -> Iterator[Finding]:
    files = [Path.cwd() / ".env"]
    if database.is_sqlite and database.url.database:
        files += _parts(Path(database.url.database).absolute())
    for file in files:
        if file.is_file() and _others_may_read(file):
            yield notice("open-to-others", path=str(file))


def _parts(file: Path) -> list[Path]:
    """The database, the log that holds its latest, and what restores have kept of it."""
    kept = sorted(file.parent.glob(f"{escape(file.name)}.before-*"))
    return [file, file.with_name(f"{file.name}-wal"), *kept]


def _others_may_read(file: Path) -> bool:
    """Whether any account of the machine gets to the file and into it."""
    if not file.stat().st_mode & stat.S_IROTH:
        return False
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in file.parents)
