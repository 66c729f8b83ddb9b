"""A real IMAP server with a mailbox, in the process of the test."""

import asyncio
import imaplib
from argparse import Namespace
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer
from pysasl.hashing import Cleartext

from sandbox.patience import patient

USER, PASSWORD = "sales@firma.ru", "open sesame"
_ASKED_FOR = Namespace(
    debug=False,
    host="127.0.0.1",
    port=0,
    cert=None,
    key=None,
    tls=False,
    proxy_protocol=None,
    passlib_cfg=None,
    demo_data=True,
    demo_user=USER,
    demo_password=PASSWORD,
)


@dataclass(frozen=True)
class MailServer:
    """Where it listens; its inbox has some letters from long ago."""

    port: int

    @property
    def url(self) -> str:
        """As the settings name it."""
        return f"imap://{USER}:open%20sesame@127.0.0.1:{self.port}"

    async def gets(self, at: datetime, *letters: bytes) -> None:
        """These letters come at this moment, in their order."""
        await self._ask(lambda client: [client.append("INBOX", "", at, raw) for raw in letters])

    async def flags(self) -> list[str]:
        """What is noted on each letter of the inbox."""

        def ask(client: imaplib.IMAP4) -> list[str]:
            client.select("INBOX", readonly=True)
            return [str(line) for line in client.fetch("1:*", "(FLAGS)")[1]]

        return await self._ask(ask)

    async def forgets(self) -> None:
        """The inbox is there anew, as after a move of the server: its numbers begin again."""

        def ask(client: imaplib.IMAP4) -> None:
            client.select("INBOX", readonly=True)
            _, found = client.fetch("1:*", "(INTERNALDATE BODY.PEEK[])")
            client.close()
            client.rename("INBOX", "Old")
            for said, raw in [part for part in found if isinstance(part, tuple)]:
                when = f'"{said.decode().partition(chr(34))[2].partition(chr(34))[0]}"'
                client.append("INBOX", "", when, raw)

        await self._ask(ask)

    async def _ask(self, what):
        def ask():
            client = imaplib.IMAP4("127.0.0.1", self.port, timeout=patient(10))
            try:
                client.login(f'"{USER}"', PASSWORD)
                return what(client)
            finally:
                client.logout()

        return await asyncio.to_thread(ask)


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    """The server, until the end of the block."""
    backend, config = await DictBackend.init(_ASKED_FOR, hash_context=Cleartext())
    async with AsyncExitStack() as stack:
        await backend.start(stack)
        reader = ProxyProtocolReader(config.proxy_protocol)
        callback = reader.get_callback(IMAPServer(backend.login, config))
        server = await asyncio.start_server(callback, "127.0.0.1", 0)
        await stack.enter_async_context(server)
        yield MailServer(server.sockets[0].getsockname()[1])
