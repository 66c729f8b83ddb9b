"""What the doctor says of a mailbox, on a real server."""

import asyncio
import ssl
import subprocess
from pathlib import Path
from shutil import which

import pytest

from bot.cli.doctor.mailbox import mailbox
from bot.mailbox_url import read_mailbox_url
from tests.mailbox import mail_server


async def test_it_is_opened_as_the_bot_would() -> None:
    async with mail_server() as server:
        for url, code in (
            (server.url, "mail"),
            (server.url.replace("open", "shut"), "mail-login"),
            (f"{server.url}/Nowhere", "mail-folder"),
            ("imap://a:b@127.0.0.1:9", "mail-away"),
        ):
            assert (await mailbox(read_mailbox_url(url))).code == code


@pytest.mark.skipif(which("openssl") is None, reason="there is no openssl to make a certificate")
async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path: Path) -> None:
    made, key = str(tmp_path / "made.pem"), str(tmp_path / "key.pem")
    asked = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=nobody")
    command = ["openssl", *asked, "-keyout", key, "-out", made]
    await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    listening = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0, ssl=context)
    async with listening:
        port = listening.sockets[0].getsockname()[1]
        found = await mailbox(read_mailbox_url(f"imaps://a:b@127.0.0.1:{port}"))
    assert found.code == "mail-certificate"
