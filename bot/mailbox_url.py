"""Where a mailbox is, and who may look into it, as one URL says it."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

_PORTS = {"imaps": 993, "imap": 143}
INBOX = "INBOX"


@dataclass(frozen=True)
class MailboxAddress:
    """The server, the login and the folder."""

    host: str
    port: int
    is_encrypted: bool
    user: str = field(repr=False)
    password: str = field(repr=False)
    folder: str = INBOX


def read_mailbox_url(url: str) -> MailboxAddress:
    """`imaps://user:password@host:port/folder`, each part percent-encoded where it has to be.

    Without TLS (`imap://`) only on this very machine. ValueError for anything else.
    """
    if not url.isprintable() or any(char.isspace() for char in url):
        raise ValueError("characters that can not be seen")
    parts = urlsplit(url)
    port = parts.port or _PORTS.get(parts.scheme, 0)
    if not port or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("not of this form")
    is_encrypted = parts.scheme == "imaps"
    if not is_encrypted and not _is_here(parts.hostname):
        raise ValueError("a password in the clear")
    user, password = _part(parts.username), _part(parts.password)
    if not user or not password:
        raise ValueError("no login")
    return MailboxAddress(parts.hostname, port, is_encrypted, user, password, _folder(parts))


def _part(text: str | None) -> str:
    plain = unquote(text or "", errors="strict")
    if not plain.isprintable():
        raise ValueError("characters that can not be seen")
    return plain


def _folder(parts: SplitResult) -> str:
    return _part(parts.path.strip("/")) or INBOX


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
