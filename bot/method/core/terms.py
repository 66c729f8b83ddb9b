"""The words of the method. Their values are stored, exported and put into callback data."""

from enum import StrEnum


class Role(StrEnum):
    """What a person may do; a head or an admin may own clients too."""

    MANAGER = "manager"
    HEAD = "head"
    ADMIN = "admin"

    @classmethod
    def leaders(cls) -> frozenset["Role"]:
        """Those who may call a client lost for good and work with the pool (R7)."""
        return frozenset({cls.HEAD, cls.ADMIN})


class ClientKind(StrEnum):
    """Customers and suppliers alike (R13)."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"


class ClientStatus(StrEnum):
    """Active has an owner, pool has none, lost is closed for reactivation; of one who is erased
    nothing is known but numbers."""

    ACTIVE = "active"
    POOL = "pool"
    LOST = "lost"
    ERASED = "erased"


class ContactKind(StrEnum):
    """The ways to reach a client."""

    PHONE = "phone"
    EMAIL = "email"
    TELEGRAM = "telegram"
    HANDLE = "handle"
    ALIAS = "alias"


class DealStatus(StrEnum):
    """An active deal is an open one."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class Direction(StrEnum):
    """Outbound: the manager planned it. Inbound: the client caused it (R9)."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"


class TaskStatus(StrEnum):
    """A rescheduled task stays the same open task."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class TaskKind(StrEnum):
    """What the manager is going to do; a call unless said otherwise."""

    CALL = "call"
    MEETING = "meeting"
    LETTER = "letter"
    OFFER = "offer"


class Outcome(StrEnum):
    """How a task ended."""

    TALKED = "talked"
    WROTE = "wrote"
    NO_ANSWER = "no_answer"
    MET = "met"
    NOT_HELD = "not_held"
    SENT = "sent"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    HANDLED = "handled"
    PLANNED = "planned"
    """Of an inbound: the next task was set as the answer to it."""
    WANTS_TO_BUY = "wants_to_buy"
    WON = "won"
    REFUSED = "refused"
    RETURNED = "returned"
    FAILED = "failed"


class CancelReason(StrEnum):
    """Why an open task was cancelled."""

    OBSOLETE = "obsolete"
    CLIENT_LEFT = "client_left"
    ANOTHER_CLIENT = "another_client"
    JOINED = "joined"


class GapReason(StrEnum):
    """Why a client or a deal is not covered (R3, R4)."""

    NO_TASK = "no_task"
    NO_DATE = "no_date"
    OVERDUE = "overdue"
    BEYOND_HORIZON = "beyond_horizon"
    TASK_ON_CONTACT = "task_on_contact"


class GapClose(StrEnum):
    """Every gap closes with why."""

    PLANNED = "planned"
    DEAL_CLOSED = "deal_closed"
    PAUSED = "paused"
    POOLED = "pooled"
    LOST = "lost"
    REASSIGNED = "reassigned"
    MERGED = "merged"
    ERASED = "erased"


class GapStep(StrEnum):
    """How far a gap has been pushed (R5)."""

    OPENED = "opened"
    NUDGED = "nudged"
    ESCALATED = "escalated"


class PoolReason(StrEnum):
    """Why a client came to the pool."""

    NO_PLAN = "no_plan"
    NOT_ACTIVE = "not_active"
    NO_ANSWER = "no_answer"
    HEAD_DECIDED = "head_decided"
    REACTIVATION_FAILED = "reactivation_failed"
    REACTIVATION_EXPIRED = "reactivation_expired"
    OWNER_LEFT = "owner_left"
    RESTORED = "restored"

    @classmethod
    def of_owner(cls) -> tuple["PoolReason", ...]:
        """Why an owner may let a client go; the others are decided by somebody else."""
        return (cls.NOT_ACTIVE, cls.NO_ANSWER)


class LossReason(StrEnum):
    """Why a deal was lost."""

    EXPENSIVE = "expensive"
    NO_NEED = "no_need"
    COMPETITOR = "competitor"
    UNREACHABLE = "unreachable"
    TIMING = "timing"
    OTHER = "other"
    POOL = "pool"


class Event(StrEnum):
    """What the timeline of a client remembers."""

    CLIENT_CREATED = "client_created"
    CLIENT_CHANGED = "client_changed"
    IMPORTED = "imported"
    MERGED = "merged"
    INBOUND = "inbound"
    MISPLACED = "misplaced"
    TASK_PLANNED = "task_planned"
    TASK_DONE = "task_done"
    TASK_MOVED = "task_moved"
    TASK_PUT = "task_put"
    """On a deal or back on the client, with its date."""
    TASK_REWORDED = "task_reworded"
    NO_ANSWER = "no_answer"
    TASK_CANCELLED = "task_cancelled"
    COMMENT = "comment"
    TALKED = "talked"
    """By phone, as a telephone exchange has told."""
    DEAL_OPENED = "deal_opened"
    DEAL_CLOSED = "deal_closed"
    STAGE_CHANGED = "stage_changed"
    NUDGED = "nudged"
    ESCALATED = "escalated"
    OWNER_CHANGED = "owner_changed"
    POOLED = "pooled"
    REACTIVATION = "reactivation"
    REACTIVATION_ENDED = "reactivation_ended"
    ANOTHER_ROUND = "another_round"
    LOST = "lost"
    RESTORED = "restored"
    ERASED = "erased"
    DAY_GIVEN = "day_given"
    REPRIEVE_ASKED = "reprieve_asked"
    REPRIEVE_GIVEN = "reprieve_given"
    REPRIEVE_REFUSED = "reprieve_refused"
    REPRIEVE_ENDED = "reprieve_ended"
    OWNER_ASKED = "owner_asked"
    OWNER_ANSWERED = "owner_answered"
    LEAVE_ASKED = "leave_asked"
    LEAVE_REFUSED = "leave_refused"
    TASK_BROUGHT_BACK = "task_brought_back"
    UNDONE = "undone"

    @classmethod
    def touches(cls) -> frozenset["Event"]:
        """What happened between people, without the bot's bookkeeping and what was undone."""
        kept = {cls.NUDGED, cls.ESCALATED, cls.TASK_CANCELLED, cls.TASK_PUT}
        kept |= {cls.TASK_REWORDED, cls.UNDONE}
        return frozenset(cls) - kept

    @classmethod
    def moving_a_deal(cls) -> frozenset["Event"]:
        """What moves a deal: somebody talked, wrote, noted something or took it a stage on."""
        return frozenset({cls.INBOUND, cls.TALKED, cls.TASK_DONE, cls.COMMENT, cls.STAGE_CHANGED})

    @classmethod
    def contacts(cls) -> frozenset["Event"]:
        """What was said or tried with the client."""
        return frozenset({cls.INBOUND, cls.TALKED, cls.TASK_DONE, cls.NO_ANSWER, cls.COMMENT})


class UndoableAction(StrEnum):
    """What a person may take back for a minute; `WALK` is a plan as well, made in the walk."""

    ADD_CLIENT = "add_client"
    OUTCOME = "outcome"
    PLAN = "plan"
    WALK = "walk"
    SPREAD = "spread"
    MOVE = "move"
    UNLOAD = "unload"
    POSTPONE = "postpone"
    NO_ANSWER = "no_answer"
    PUT_TASK = "put_task"
    REWORD = "reword"
    BRING_BACK = "bring_back"
    DROP_TASK = "drop_task"
    BUY = "buy"
    CLOSE_DEAL = "close_deal"
    RENAME_DEAL = "rename_deal"
    SET_SUM = "set_sum"
    SET_STAGE = "set_stage"
    HAND_OVER = "hand_over"
    HAND_OVER_ALL = "hand_over_all"
    CLOSE_ACCESS = "close_access"
    CHANGE_ROLE = "change_role"
    GIVE_DAY = "give_day"
    REPRIEVE = "reprieve"
    RELEASE = "release"
    ASK_TO_LEAVE = "ask_to_leave"
    LET_LEAVE = "let_leave"
    ASSIGN = "assign"
    HAND_OUT = "hand_out"
    ANOTHER_ROUND = "another_round"
    RETURNED = "returned"
    FAILED = "failed"
    LOSE = "lose"
    RESTORE = "restore"
