"""What people inside a client are to us (R13)."""

from enum import StrEnum


class PersonRole(StrEnum):
    """What somebody inside a client is to us."""

    DECIDES = "decides"
    ACCOUNTANT = "accountant"
    USER = "user"
    OTHER = "other"
