"""Names of folders as IMAP spells them: UTF-7 of its own kind (RFC 3501, 5.1.3)."""

import re
from base64 import b64encode

_OTHERS = re.compile(r"[^\x20-\x7e]+")


def folder_name(name: str) -> str:
    """The name in letters that every server takes, quoted."""
    plain = _OTHERS.sub(_shifted, name.replace("&", "&-"))
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _shifted(found: re.Match[str]) -> str:
    encoded = b64encode(found[0].encode("utf-16-be")).decode("ascii")
    return f"&{encoded.rstrip('=').replace('/', ',')}-"
