"""Groups: several people and the bot, as far as Telegram tells a bot of them."""

from dataclasses import dataclass
from typing import Literal

from sandbox.entities import found_in_text
from sandbox.errors import ApiError, bad_request, forbidden
from sandbox.person import Person, Surroundings
from sandbox.posts import Json, Post, as_json
from sandbox.state import Chat

Membership = Literal["left", "member", "administrator", "restricted", "kicked"]
_RIGHTS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_POWERS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


@dataclass
class GroupState(Chat):
    """A group, its bot's membership, and the supergroup that it has become."""

    membership: Membership = "left"
    supergroup: bool = False
    became: int | None = None

    def chat_json(self) -> Json:
        kind = "supergroup" if self.supergroup else "group"
        return {"id": self.id, "type": kind, "title": self.first_name}

    def check_open(self) -> None:
        if self.became is not None:
            text = "group chat was upgraded to a supergroup chat"
            raise ApiError(400, f"Bad Request: {text}", migrate_to=self.became)
        if self.membership in ("left", "kicked"):
            kind = "supergroup" if self.supergroup else "group"
            raise forbidden(f"bot was kicked from the {kind} chat")
        if self.membership == "restricted":
            raise bad_request("not enough rights to send text messages to the chat")


class Group:
    """What people do with a group, and what stands in it of the bot."""

    def __init__(self, box: Surroundings, chat: GroupState) -> None:
        self._box = box
        self.chat = chat

    @property
    def messages(self) -> list[Post]:
        """The bot's messages, the oldest first."""
        return [post for post in self.chat.posts.values() if post.from_bot]

    async def adds_bot(self, by: Person, status: Membership = "member") -> None:
        """Somebody brings the bot in, or gives it another place."""
        await self._becomes(by, status)

    async def removes_bot(self, by: Person) -> None:
        await self._becomes(by, "kicked")

    async def silences_bot(self, by: Person) -> None:
        """It may stay, but not write."""
        await self._becomes(by, "restricted")

    async def writes(self, by: Person, text: str, *, topic: int | None = None) -> None:
        """Somebody writes to all; the bot is told of commands only, unless it is an administrator:
        its privacy mode is on, as it is from the beginning."""
        extra = {"message_thread_id": topic, "is_topic_message": True} if topic else {}
        body = self._message(by, text, extra)
        hears = text.startswith("/") or self.chat.membership == "administrator"
        if self.chat.membership not in ("left", "kicked") and hears:
            self._box.state.updates.add("message", body)
            await self._box.settle()

    async def upgrades(self, by: Person, *, tells: bool = True) -> None:
        """The group becomes a supergroup with a number of its own; where it is not told yet, the
        bot finds out by writing."""
        state, old = self._box.state, self.chat
        new = GroupState(-1_000_000_000_000 + old.id, old.first_name)
        new.membership, new.supergroup, old.became = old.membership, True, new.id
        state.chats[new.id] = self.chat = new
        if tells:
            moved = {"migrate_to_chat_id": new.id}
            state.updates.add("message", self._message(by, "", moved, old))
            state.updates.add("message", self._message(by, "", {"migrate_from_chat_id": old.id}))
            await self._box.settle()

    def _message(self, by: Person, text: str, extra: Json, chat: GroupState | None = None) -> Json:
        state, there = self._box.state, chat or self.chat
        entities = tuple(found_in_text(text))
        number, now = state.next_message_id(), state.clock.now()
        post = Post(number, there.id, False, now, text, entities=entities, extra=extra)
        state.keep(there, post, "in")
        return as_json(post, by.user_json(), there.chat_json())

    async def _becomes(self, by: Person, status: Membership) -> None:
        state, before = self._box.state, self.chat.membership
        self.chat.membership = status
        body = {
            "chat": self.chat.chat_json(),
            "from": by.user_json(),
            "date": int(state.clock.now().timestamp()),
            "old_chat_member": _member(state.me, before),
            "new_chat_member": _member(state.me, status),
        }
        state.updates.add("my_chat_member", body)
        state.record(self.chat, "note", f"бот: {status}")
        await self._box.settle()


def _member(user: Json, status: Membership) -> Json:
    """ChatMember of the Bot API."""
    result: Json = {"user": user, "status": status}
    if status in ("restricted", "kicked"):
        result["until_date"] = 0
    if status == "restricted":
        result |= {"is_member": True} | dict.fromkeys(_RIGHTS, False)
    if status == "administrator":
        result |= dict.fromkeys(_POWERS, False)
    return result
