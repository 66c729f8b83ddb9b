"""Tables, a file a noun, each with its queries beside it."""

from bot.models.arrival import Arrival, ArrivalState
from bot.models.base import Base
from bot.models.business import BusinessChat, BusinessConnection, ChatState
from bot.models.claim import Claim, ClaimOffer, ClaimState, Duty, OfferAnswer
from bot.models.client import Client
from bot.models.client_import import ClientImport, ClientImportRow
from bot.models.client_word import ClientWord
from bot.models.contact_point import ContactPoint
from bot.models.course import CourseProgress
from bot.models.day_record import DayRecord
from bot.models.deal import Deal
from bot.models.gap import Gap
from bot.models.group_chat import GroupChat
from bot.models.inbox import InboxUpdate
from bot.models.intake import Extension, IntakeAddress, IntakeRecord, IntakeState
from bot.models.job_run import JobRun
from bot.models.journal import JournalEntry
from bot.models.leave_request import LeaveRequest
from bot.models.mailbox import Mailbox
from bot.models.outbox import OutboxMessage, OutboxStatus
from bot.models.person import Person
from bot.models.policy import PolicyChange, PolicyOverride
from bot.models.pool import PoolEntry, Reactivation
from bot.models.pool_pick import PoolPick, PoolSearch
from bot.models.reprieve import Reprieve
from bot.models.signs import SignTalk
from bot.models.stage import Stage
from bot.models.task import Task
from bot.models.timeline import TimelineEntry
from bot.models.typed_line import TypedLine
from bot.models.undo import UndoStep
from bot.models.user import Invite, Stranger, Team, User

__all__ = [
    "Arrival",
    "ArrivalState",
    "Base",
    "BusinessChat",
    "BusinessConnection",
    "ChatState",
    "Claim",
    "ClaimOffer",
    "ClaimState",
    "Client",
    "ClientImport",
    "ClientImportRow",
    "ClientWord",
    "ContactPoint",
    "CourseProgress",
    "DayRecord",
    "Deal",
    "Duty",
    "Extension",
    "Gap",
    "GroupChat",
    "InboxUpdate",
    "IntakeAddress",
    "IntakeRecord",
    "IntakeState",
    "Invite",
    "JobRun",
    "JournalEntry",
    "LeaveRequest",
    "Mailbox",
    "OfferAnswer",
    "OutboxMessage",
    "OutboxStatus",
    "Person",
    "PolicyChange",
    "PolicyOverride",
    "PoolEntry",
    "PoolPick",
    "PoolSearch",
    "Reactivation",
    "Reprieve",
    "SignTalk",
    "Stage",
    "Stranger",
    "Task",
    "Team",
    "TimelineEntry",
    "TypedLine",
    "UndoStep",
    "User",
]
