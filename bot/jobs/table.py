"""Every job, in the order in which a tick takes them."""

from bot.jobs import clock, digest, ladder, prune, reactivation, reconcile, rules
from bot.jobs.job import Job, daily, for_each_due
from bot.jobs.names import JobName
from bot.models import idle
from bot.services.day.evening import decide_evening, people_for_evening
from bot.services.gaps.recheck import due_for_recheck, recheck
from bot.services.gaps.reprieve_endings import reprieves_to_turn, turn_reprieve
from bot.services.inbound.claims.asking import claims_due, move_on
from bot.services.people.presence import people_to_look_at, tell_silent
from bot.services.people.vacations import turn, vacations_to_turn
from bot.services.report.groups import decide_totals, groups_to_post
from bot.services.report.morning import decide_report, people_for_report
from bot.services.tasks.reminders import remind, tasks_to_remind

TABLE = (
    Job("clock", clock.run_once, is_due=clock.is_due),
    Job.named(JobName.RULES, rules.run_once, sign=idle.CHANGED_RULES),
    for_each_due(
        JobName.VACATIONS, vacations_to_turn, turn, "vacations", idle.VACATION, confirmed=True
    ),
    for_each_due(JobName.REPRIEVES, reprieves_to_turn, turn_reprieve, "reprieves", idle.REPRIEVE),
    for_each_due(JobName.RECHECK, due_for_recheck, recheck, "rechecked", idle.RECHECK),
    for_each_due(JobName.OFFERS, claims_due, move_on, "offers", idle.CLAIM),
    for_each_due(JobName.REMINDERS, tasks_to_remind, remind, "reminded", idle.TASK),
    Job.named(JobName.DIGEST, digest.run_once, sign=idle.DIGEST),
    for_each_due(JobName.REPORT, people_for_report, decide_report, "reports", idle.REPORT),
    for_each_due(JobName.EVENING, people_for_evening, decide_evening, "evenings", idle.EVENING),
    for_each_due(
        JobName.GROUPS, groups_to_post, decide_totals, "groups", idle.GROUP, confirmed=True
    ),
    Job(
        ladder.NAME,
        ladder.run_once,
        (JobName.NUDGES, JobName.ESCALATIONS),
        sign=idle.GAP_OR_TASK,
    ),
    Job.named(
        JobName.REACTIVATION,
        reactivation.run_once,
        sign=idle.ATTEMPT,
        is_due=reactivation.is_time,
    ),
    daily(JobName.PRESENCE, people_to_look_at, tell_silent, "silent", hour=9),
    Job.named(JobName.RECONCILE, reconcile.run_once, daily_from=3),
    Job.named(JobName.PRUNE, prune.run_once, daily_from=0),
)

JOBS: dict[str, Job] = {name: job for job in TABLE for name in job.asked_as}
"""What `job NAME` runs."""
