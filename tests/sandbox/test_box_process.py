"""The child process: readiness, rest, a soft stop, a hard one, output."""

import json
import os
import socket
import sys
from datetime import UTC, datetime, timedelta

import pytest

from sandbox import BotProcess

pytestmark = pytest.mark.asyncio

TICKED = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
PROGRAM = """
import http.server, json, os, signal, sys
if os.environ.get("DEAF"):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
else:
    signal.signal(signal.SIGTERM, lambda *a: (print("bye", flush=True), os._exit(0)))
asked = 0
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        global asked
        asked += 1
        pages = json.loads(os.environ["PAGES"])
        page = pages[min(asked, len(pages)) - 1]
        body = json.dumps(page or {}).encode()
        self.send_response(200 if page else 503)
        self.end_headers_as_json(body)
    def end_headers_as_json(self, body):
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *args):
        pass
print("здравствуйте", flush=True)
print("oops", file=sys.stderr, flush=True)
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Page).serve_forever()
"""


def page(inbox=0, outbox=0, ticked=TICKED):
    return {"inbox": inbox, "outbox": outbox, "ticked_at": ticked and ticked.isoformat()}


def child(*pages, program=PROGRAM, **env):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "PAGES": json.dumps(pages), "PYTHONIOENCODING": "utf-8", **env}
    command = [sys.executable, "-c", program, str(port)]
    return BotProcess(command, environment, f"http://127.0.0.1:{port}/ready")


async def test_ready_then_at_rest_then_stopped():
    late = TICKED + timedelta(hours=1)
    pages = [
        None,
        page(),
        page(inbox=1),
        page(outbox=2),
        page(ticked=None),
        page(),
        page(0, 0, late),
    ]
    process = child(*pages)
    assert await process.start() == page()
    assert await process.settled(after_clock=late) == page(0, 0, late)
    assert process.returncode is None
    assert await process.stop() == 0
    assert process.output == "здравствуйте\noops\nbye\n"


async def test_a_tick_more_is_waited_for():
    ticks = [page() | {"ticks": number} for number in (1, 1, 2, 3)]
    async with child(*ticks) as process:
        assert await process.settled(after_ticks=3) == ticks[-1]


async def test_it_starts_again_after_a_kill_with_the_output_kept():
    process = child(page())
    await process.start()
    first = process.pid
    assert await process.kill() == -9
    await process.start()
    assert process.pid != first
    await process.stop()
    assert process.output.count("здравствуйте") == 2


async def test_a_deaf_one_is_killed():
    async with child(page(), DEAF="1") as process:
        assert await process.stop(timeout=0.1) == -9


async def test_a_child_that_ends_is_told_with_its_words():
    process = child(program="import sys; print('no token'); sys.exit(2)")
    with pytest.raises(AssertionError, match="ended with 2") as failure:
        await process.start()
    assert "no token" in str(failure.value)
    assert process.returncode == 2


async def test_one_that_never_rests_is_told_with_its_page():
    async with child(page(inbox=3)) as process:
        with pytest.raises(AssertionError, match="did not come to rest") as failure:
            await process.settled(timeout=0.3)
        assert "'inbox': 3" in str(failure.value)
    with pytest.raises(RuntimeError, match="not started"):
        await child().stop()
