"""What the method says of a base in a file, as lines; `say` is for a screen or as plain text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.method.core.policy import Policy
from bot.method.core.terms import GapReason
from bot.method.core.texts import clean
from bot.method.imports.audit_cards import Audit, AuditedFile, AuditGap, AuditShare, Sums, Verdicts
from bot.views.imports.faults import cell_said, row_said
from bot.views.words import Words

Said = TypeVar("Said", bound=str)
_LONGEST = 40
_MOST_SHEETS = 3


@dataclass(frozen=True)
class AuditLines:
    """How the lines are said, and how many people, deals, columns and rows are named, and
    currencies of a sum; None for all of them."""

    words: Words
    people: int
    dearest: int
    titles: int = 10
    rows: int = 5
    sums: int | None = None


def audit_lines(
    say: Callable[..., Said], form: AuditLines, found: Audit, file: AuditedFile, policy: Policy
) -> list[Said | str]:
    """The whole result; blocks are parted by empty lines."""
    lines = audit_summary(say, form, found, file, policy)
    people = [share for share in found.people if share.responsible or len(found.people) > 1]
    if people:
        lines += ["", say("audit-people")]
        lines += [_person(say, form, found, share) for share in people[: form.people]]
        lines += _rest(say, len(people) - form.people)
    heading = _dearest_heading(found)
    if heading:
        lines += ["", say(heading)]
        lines += [
            _dear(say, form.words, place, dear)
            for place, dear in enumerate(found.dearest[: form.dearest], 1)
        ]
    told = _told(say, form, found, file)
    return [*lines, "", *told] if told else lines


def audit_summary(
    say: Callable[..., Said], form: AuditLines, found: Audit, file: AuditedFile, policy: Policy
) -> list[Said | str]:
    """The figures of everybody together."""
    total, words = found.total, form.words
    profile = words.plain(f"import-profile-{file.profile}")
    lines: list[Said | str] = [say("import-what", profile=profile, rows=file.rows)]
    if not total.clients:
        return [*lines, say("audit-nothing")]
    lines.append(say("audit-count", clients=total.clients, deals=total.deals.all))
    if not found.has_tasks:
        lines += ["", say("audit-no-tasks")]
    lines += ["", *_verdicts(say, words, found, policy), *_money(say, form, found)]
    if total.planned_by is not None:
        day = words.short_date(total.planned_by, found.today)
        key = "audit-planned-by" if found.has_tasks else "audit-planned-by-if"
        lines.append(say(key, date=day, capacity=found.capacity))
    return lines


def _dearest_heading(found: Audit) -> str | None:
    """Nothing is dear where there are no sums; who then comes first in the file is worth a word
    only if he is known to have no task."""
    if any(dear.amount for dear in found.dearest):
        return "audit-dearest" if found.has_tasks else "audit-dearest-unknown"
    return "audit-first" if found.has_tasks and found.dearest else None


def _sums_text(words: Words, sums: Sums, most: int | None = None) -> str:
    """Sums in their currencies, which are never added up, the largest of more than `most`; zero
    where there are none."""
    codes = list(sums)
    if most is not None and len(codes) > most:
        codes.sort(key=lambda code: -sums[code])
    return _some([words.money(sums[code], code) for code in codes], most) or "0"


def reason_text(words: Words, reason: GapReason | None) -> str:
    """Why nothing covers."""
    return words.plain(f"reason-{reason}") if reason else words.plain("audit-unknown")


def responsible_text(words: Words, name: str) -> str:
    """The responsible as the file calls him."""
    return clean(name, _LONGEST) or words.plain("audit-nobody")


def _verdicts(
    say: Callable[..., Said], words: Words, found: Audit, policy: Policy
) -> list[Said | str]:
    if not found.has_tasks:
        return []
    lines: list[Said | str] = [
        say(
            "audit-rules",
            deal=policy.deal_horizon_days,
            client=policy.client_horizon_days,
            grace=policy.overdue_grace_days,
        )
    ]
    for key, verdicts in (("deals", found.total.deals), ("alone", found.total.alone)):
        if verdicts.all:
            parts = _parts(words, verdicts)
            lines.append(say(f"audit-{key}", count=verdicts.all, parts=parts))
    return lines


def _parts(words: Words, verdicts: Verdicts) -> str:
    share = words.percent(verdicts.covered / verdicts.all)
    parts = [words.plain("audit-covered", count=verdicts.covered, share=share)]
    for reason, count in verdicts.reasons.items():
        parts.append(words.plain("audit-reason", reason=words.plain(f"reason-{reason}"), n=count))
    return " · ".join(parts)


def _money(say: Callable[..., Said], form: AuditLines, found: Audit) -> list[Said]:
    total = found.total
    if not total.open_sums:
        return []
    lines = [say("audit-open-sums", sums=_sums_text(form.words, total.open_sums, form.sums))]
    if found.has_tasks:
        lines.append(say("audit-at-risk", sums=_sums_text(form.words, total.at_risk, form.sums)))
    return lines


def _person(say: Callable[..., Said], form: AuditLines, found: Audit, share: AuditShare) -> Said:
    words = form.words
    facts = {"name": responsible_text(words, share.responsible), "clients": share.clients}
    told = share.at_risk if found.has_tasks else share.open_sums
    sums = _sums_text(words, told, form.sums) if told else "no"
    if not found.has_tasks:
        return say("audit-person-unknown", **facts, deals=share.deals.all, sums=sums)
    by = words.short_date(share.planned_by, found.today) if share.planned_by else ""
    return say("audit-person", **facts, uncovered=share.to_plan, sums=sums, by=by or "no")


def _dear(say: Callable[..., Said], words: Words, place: int, dear: AuditGap) -> Said:
    parts = [clean(dear.client, _LONGEST)]
    if dear.deal and dear.deal != dear.client:
        parts.append(clean(dear.deal, _LONGEST))
    if dear.amount:
        parts.append(words.money(dear.amount, dear.currency))
    if dear.responsible:
        parts.append(clean(dear.responsible, _LONGEST))
    if dear.reason:
        parts.append(reason_text(words, dear.reason))
    return say("audit-dear", place=place, what=" · ".join(parts))


def _told(
    say: Callable[..., Said], form: AuditLines, found: Audit, file: AuditedFile
) -> list[Said]:
    """What the file does not tell, and what of it was not understood."""
    words = form.words
    missing = [what for what in file.missing if what != "tasks" and found.total.clients]
    lines = [say(f"audit-missing-{what}") for what in missing]
    if file.tasks_lost:
        lines.append(say("audit-tasks-lost", count=file.tasks_lost))
    if file.sums_assumed:
        currency = words.currency(file.currency)
        lines.append(say("audit-sums-assumed", count=file.sums_assumed, currency=currency))
    if file.sheets_left:
        lines.append(say("audit-sheets", names=_some(_cut(file.sheets_left), _MOST_SHEETS)))
    if file.unknown:
        lines.append(say("audit-columns", titles=_some(_cut(file.unknown), form.titles)))
    if file.rejected_count:
        lines.append(say("audit-rejected", count=file.rejected_count))
        lines += [row_said(say, words, *row) for row in file.rejected[: form.rows]]
        lines += _rest(say, file.rejected_count - form.rows)
    if file.problem_count:
        lines.append(say("audit-cells", count=file.problem_count))
        lines += [cell_said(say, words, *cell) for cell in file.problems[: form.rows]]
        lines += _rest(say, file.problem_count - form.rows)
    return lines


def _cut(names: Sequence[str]) -> list[str]:
    return [clean(name, _LONGEST) for name in names]


def _some(texts: Sequence[str], most: int | None) -> str:
    left = len(texts[most:]) if most is not None else 0
    return ", ".join(texts[:most]) + (f" … +{left}" if left else "")


def _rest(say: Callable[..., Said], more: int) -> list[Said]:
    return [say("import-columns-rest", count=more)] if more > 0 else []
