"""The address of the database, as SQLAlchemy writes it: which ones the bot can work with.

Looked at before SQLAlchemy and the drivers are there, which take a wrong one for a defect of ours.
"""

import re
from urllib.parse import parse_qsl

_FILE = re.compile(r"sqlite\+aiosqlite:///(?!:memory:|file:)[^?]+(?:\?timeout=\d+(?:\.\d+)?)?")
_SERVER = re.compile(
    r"postgresql\+asyncpg://(?:[^:/?]*(?::[^@]*)?@)?(?:\[[^/?\]]+\]|[^/:?]+)?(?::(?P<port>\d{1,5}))?"
    r"(?:/[^?]*)?(?:\?(?P<options>.*))?",
    re.ASCII,
)
_LAST_PORT = 65535
_SSL = {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"}
_OPTIONS = {"host", "passfile", "prepared_statement_cache_size", "ssl", "target_session_attrs"}
"""What asyncpg takes as a text; libpq calls `ssl` `sslmode`."""


def known_database_url(url: str) -> str:
    """The address as it is; ValueError where no driver of ours can do anything with it."""
    server = _SERVER.fullmatch(url)
    if server is None:
        if not _FILE.fullmatch(url):
            raise ValueError("no such database")
        return url
    if int(server["port"] or 0) > _LAST_PORT:
        raise ValueError("no such port")
    for name, value in parse_qsl(server["options"] or "", keep_blank_values=True):
        if name not in _OPTIONS or (name == "ssl" and value not in _SSL):
            raise ValueError("no such option")
    return url
