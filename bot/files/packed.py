"""Many lines in little room: packed together, opened a portion at a time."""

from zlib import compress, decompress

_TOGETHER = 100
"""Lines that are packed together."""


class PackedLines:
    """Lines of bytes without line ends, a tenth of their length; to be asked for in their order,
    since each place elsewhere opens another portion."""

    def __init__(self) -> None:
        self._portions: list[bytes] = []
        self._loose: list[bytes] = []
        self._open: tuple[int, list[bytes]] = (-1, [])

    def add(self, line: bytes) -> None:
        """One more line."""
        self._loose.append(line)
        if len(self._loose) == _TOGETHER:
            self._portions.append(compress(b"\n".join(self._loose), 1))
            self._loose = []

    def __len__(self) -> int:
        return len(self._portions) * _TOGETHER + len(self._loose)

    def __getitem__(self, index: int) -> bytes:
        number, place = divmod(range(len(self))[index], _TOGETHER)
        if number == len(self._portions):
            return self._loose[place]
        if self._open[0] != number:
            self._open = number, decompress(self._portions[number]).split(b"\n")
        return self._open[1][place]
