"""What a Telegram knows at one moment, so that another one can begin from there."""

from copy import deepcopy
from dataclasses import dataclass

from sandbox.posts import StoredFile
from sandbox.state import Chat, State


@dataclass(frozen=True)
class Memory:
    """Chats with all that is in them, files, and how far the numbers have come."""

    chats: dict[int, Chat]
    files: dict[str, StoredFile]
    last_message: int
    last_number: int
    next_update: int


def remember(state: State) -> Memory:
    """A copy of what the state holds now; later changes do not reach it."""
    return Memory(
        chats=deepcopy(state.chats),
        files=dict(state.files),
        last_message=state.last_message,
        last_number=state.last_number,
        next_update=state.updates.next_id,
    )


def recall(state: State, memory: Memory) -> None:
    """Go on from there in a fresh state: no number comes a second time."""
    state.chats.update(deepcopy(memory.chats))
    state.files.update(memory.files)
    state.last_message, state.last_number = memory.last_message, memory.last_number
    state.updates.next_id = memory.next_update
