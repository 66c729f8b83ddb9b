"""What a use case works with: one transaction, one moment, the company's rules."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.method.core.policy import Policy
from bot.method.core.workdays import WorkCalendar, WorkTime
from bot.method.people.clocks import OtherClock, ahead_of
from bot.models.user import User


@dataclass(frozen=True)
class Company:
    """What the settings say: country (two letters), zone and language of new people, who
    is an admin from the first `/start` (Telegram ids), and whose reports have to be signed (words
    of vendors)."""

    country: str
    zone: str
    locale: str
    admin_ids: frozenset[int] = frozenset()
    signing_vendors: frozenset[str] = frozenset()

    def local(self, instant: datetime) -> datetime:
        """The company's local time at this instant."""
        return instant.astimezone(ZoneInfo(self.zone))


@dataclass(frozen=True)
class Work:
    """One transaction at one moment (`now`, aware UTC), done by nobody in particular (a job)."""

    session: AsyncSession
    now: datetime
    policy: Policy
    calendar: WorkCalendar
    company: Company

    @property
    def actor_id(self) -> int | None:
        """Who is written into the timeline; None is the bot itself."""
        return None

    def today_of(self, person: User) -> date:
        """The person's local date."""
        return self.now.astimezone(ZoneInfo(person.zone)).date()

    def clock_of(self, person: User, reader: User) -> OtherClock | None:
        """How the person's clock differs from the reader's; None where both show the same hour."""
        ahead = ahead_of(ZoneInfo(person.zone), ZoneInfo(reader.zone), self.now)
        return OtherClock(person.name, ahead) if ahead else None

    def calendar_of(self, person: User) -> WorkCalendar:
        """The company's working days without the person's vacation."""
        away = person.days_away
        return self.calendar.without(away) if away else self.calendar

    def time_of(self, person: User) -> WorkTime:
        """The person's working time."""
        return WorkTime(self.calendar_of(person), ZoneInfo(person.zone))

    def company_time_of(self, person: User) -> WorkTime:
        """The company's working time where the person lives, vacation or not."""
        return WorkTime(self.calendar, ZoneInfo(person.zone))

    def ladder_time_of(self, owner: User) -> WorkTime:
        """The working time in which the owner's clients are looked after (R5).

        A vacation stops the ladder, the grace and the deadlines only where nobody stands in:
        with a substitute its days count, and a message waits for the substitute's own time.
        """
        alone = owner.substitute_id is None
        return self.time_of(owner) if alone else self.company_time_of(owner)

    def planning_calendar_of(self, owner: User) -> WorkCalendar:
        """The days on which the owner's next tasks are offered.

        They skip the vacation, until it has begun and somebody stands in: then these days are
        the substitute's to work.
        """
        away = owner.away_on(self.today_of(owner))
        return self.ladder_time_of(owner).calendar if away else self.calendar_of(owner)


@dataclass(frozen=True)
class Act(Work):
    """The same, done by a person: every service that checks rights asks for this one."""

    actor: User

    @property
    def actor_id(self) -> int | None:
        return self.actor.id

    @classmethod
    def by(cls, actor: User, work: Work) -> "Act":
        """The same transaction and moment, in the name of a person."""
        return cls(work.session, work.now, work.policy, work.calendar, work.company, actor)

    @property
    def today(self) -> date:
        """The actor's local date."""
        return self.today_of(self.actor)

    @property
    def zone(self) -> ZoneInfo:
        """Where the actor lives."""
        return ZoneInfo(self.actor.zone)

    @property
    def local_now(self) -> datetime:
        """The actor's local time."""
        return self.now.astimezone(self.zone)

    @property
    def in_round(self) -> bool:
        """Whether the actor is in work mode today; yesterday's has ended by itself (R10)."""
        kept = self.actor.round
        return kept is not None and kept["on"] == self.today.isoformat()
