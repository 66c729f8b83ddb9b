"""What the doctor says of the machine: its disk, the folder, who may read, who holds the file."""

import fcntl
import tempfile
from pathlib import Path

import pytest

from bot.cli.doctor.finding import Health
from bot.cli.doctor.machine import FULL, LOW, data_folder, is_running, machine, remote_kind
from bot.cli.lock import locked
from bot.db import Database
from tests.nobody import nobody


def on(folder: Path) -> Database:
    return Database(f"sqlite+aiosqlite:///{folder / 'bot.db'}")


def codes(folder: Path, free: int = LOW) -> dict[str, Health]:
    return {each.code: each.health for each in machine(on(folder), lambda _: free)}


@pytest.mark.parametrize(
    ("free", "found"),
    [
        (LOW, {"disk": Health.WELL}),
        (LOW - 1, {"disk-low": Health.NOTICE}),
        (FULL, {"disk-low": Health.NOTICE}),
        (FULL - 1, {"disk-full": Health.WRONG}),
    ],
)
def test_the_disk(tmp_path: Path, free: int, found: dict[str, Health]) -> None:
    assert codes(tmp_path, free) == found


def test_the_disk_is_that_of_the_folder_which_will_be_made(tmp_path: Path) -> None:
    assert data_folder(on(tmp_path / "not" / "yet")) == tmp_path
    assert next(iter(machine(on(tmp_path)))).facts["megabytes"] > 0


def test_a_folder_that_can_not_be_written() -> None:
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        folder = Path(name)
        folder.chmod(0o555)
        with nobody():
            assert codes(folder)["folder-not-writable"] is Health.WRONG
        folder.chmod(0o777)
        with nobody():
            assert "folder-not-writable" not in codes(folder)


def test_files_that_everybody_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        folder = Path(name)
        monkeypatch.chdir(folder)
        for file in (folder / ".env", folder / "bot.db"):
            file.touch()
            file.chmod(0o600)
        folder.chmod(0o755)
        assert "open-to-others" not in codes(folder)
        (folder / ".env").chmod(0o644)
        (folder / "bot.db").chmod(0o644)
        for more in ("bot.db-wal", "bot.db.before-1"):
            (folder / more).touch(0o644)
        found = [each.facts["path"] for each in machine(on(folder)) if "open" in each.code]
        names = (".env", "bot.db", "bot.db-wal", "bot.db.before-1")
        assert found == [str(folder / name) for name in names]
        folder.chmod(0o700)
        assert "open-to-others" not in codes(folder), "nobody gets as far as the file"
        monkeypatch.undo()


MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/export /srv/team nfs4 rw 0 0
/dev/vdb /srv/team/local xfs rw 0 0
//nas/share /mnt/my\\040share cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/opt/moidela/data", None),
        ("/srv/team/data", "nfs4"),
        ("/srv/teams", None),
        ("/srv/team/local/data", None),
        ("/mnt/my share", "cifs"),
    ],
)
def test_a_disk_of_the_network(folder: str, kind: str | None) -> None:
    assert remote_kind(Path(folder), MOUNTS) == kind


def test_a_network_disk_is_wrong_for_sqlite_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("server:/ / nfs rw 0 0\n")
    monkeypatch.setattr("bot.cli.doctor.machine._MOUNTS", mounts)
    assert codes(tmp_path)["network-disk"] is Health.WRONG
    server = Database("postgresql+asyncpg://a:b@c/d")
    assert [each.code for each in machine(server, lambda _: LOW)] == ["disk"]


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="the system does not tell its locks")
def test_whether_the_bot_runs_is_seen_without_taking_its_lock(tmp_path: Path) -> None:
    base = on(tmp_path)
    assert is_running(base) is False
    Path(str(base.url.database)).touch()
    with locked(base):
        assert is_running(base) is True
    assert is_running(base) is False
    with base.lock_path.open() as file:  # type: ignore[union-attr]
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    assert is_running(Database("postgresql+asyncpg://a:b@c/d")) is None
