"""What the jobs are called; apart from them, so that `--help` need not wait for the whole bot."""

from enum import StrEnum


class JobName(StrEnum):
    """The jobs by the names that `job NAME` takes; nudges and escalations are steps of one."""

    DIGEST = "digest"
    EVENING = "evening"
    REMINDERS = "reminders"
    OFFERS = "offers"
    PRESENCE = "presence"
    GROUPS = "groups"
    NUDGES = "nudges"
    ESCALATIONS = "escalations"
    RECHECK = "recheck"
    REACTIVATION = "reactivation"
    RECONCILE = "reconcile"
    PRUNE = "prune"
    VACATIONS = "vacations"
    REPRIEVES = "reprieves"
    RULES = "rules"
    REPORT = "report"
