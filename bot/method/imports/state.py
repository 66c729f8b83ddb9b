"""How far an import has come, as it is stored."""

from enum import StrEnum


class ImportState(StrEnum):
    """How far an import has come; the busy ones go on by themselves."""

    READING = "reading"
    ASKING = "asking"
    """The person decides."""
    CHECKING = "checking"
    """The dry run."""
    AUDITING = "auditing"
    RUNNING = "running"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    REFUSED = "refused"
    """The file can not be read."""
    DROPPED = "dropped"
    """The person has thought better of it."""

    @classmethod
    def busy(cls) -> frozenset["ImportState"]:
        """Those in which the bot has something to do."""
        return frozenset({cls.READING, cls.CHECKING, cls.AUDITING, cls.RUNNING, cls.UNDOING})

    @classmethod
    def over(cls) -> frozenset["ImportState"]:
        """Those in which nobody has anything to do but, for a while, to take it back."""
        return frozenset({cls.DONE, cls.UNDONE, cls.REFUSED, cls.DROPPED})
