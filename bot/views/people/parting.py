"""Where everything goes that somebody has: the question, the preview in numbers, and the end."""

from bot.method.core.texts import clean
from bot.method.people.cards import PeoplePage
from bot.method.people.parting import Holding, PartingKind, PartingWay
from bot.method.people.parting_cards import (
    Gone,
    LeftAlone,
    Owned,
    PartedNotice,
    PartingPlan,
    PortfolioShare,
)
from bot.method.pool.again import AgainReason
from bot.views.parts.person_choice import person_rows
from bot.views.parts.rows import back_button, confirm
from bot.views.people.people import name_list
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.people import (
    AskDeactivate,
    AskHeir,
    AskTransfer,
    Deactivate,
    OpenPerson,
    PartBecause,
    PartNow,
    PreviewParting,
    SetRole,
)
from bot.views.words import Markup, Words

_MOST_LINES = 12
_MOST_WARNINGS = 6
_LONGEST_NAME = 60


def owned_screen(words: Words, owned: Owned) -> Screen:
    """Where everything goes; of who has nothing, whether to go on."""
    person_id, kind = owned.person_id, owned.kind
    back = back_button(words, OpenPerson(person_id))
    alone = _alone(words, owned.alone)
    if not owned.holding.clients:
        key = "user-deactivate-sure" if kind is PartingKind.CLOSE else "parting-nothing"
        text = _together(words(key, name=owned.name), *alone)
        if kind is not PartingKind.CLOSE:
            return Screen(text, ((back,),))
        yes, no = Deactivate(person_id), OpenPerson(person_id)
        return Screen(text, confirm(words, "user-deactivate-yes", yes, no))
    spread = PreviewParting(person_id, kind, PartingWay.SPREAD)
    pool = PreviewParting(person_id, kind, PartingWay.POOL)
    rows: tuple[Row, ...] = (
        (Button(words.plain("parting-one"), AskHeir(person_id, kind)),),
        (Button(words.plain("parting-spread"), spread),),
        (Button(words.plain("parting-pool"), pool),),
    )
    if kind.role is not None:
        keep = SetRole(person_id, kind.role, keeps=True)
        rows = ((Button(words.plain("parting-keep"), keep),), *rows)
    text = _together(
        words(f"parting-{kind}", name=owned.name),
        words("parting-owns", holding=_holding(words, owned.holding)),
        *alone,
        words("parting-where"),
    )
    return Screen(text, (*rows, (back,)))


def heirs_screen(words: Words, owned: Owned, people: PeoplePage) -> Screen:
    """Who gets everything."""
    person_id, kind = owned.person_id, owned.kind
    rows = person_rows(
        words,
        people,
        lambda to_id: PreviewParting(person_id, kind, PartingWay.ONE, to_id),
        lambda page: AskHeir(person_id, kind, page),
    )
    key = "parting-to" if people.total else "parting-to-nobody"
    text = _together(
        words(f"parting-{kind}", name=owned.name),
        words("parting-owns", holding=_holding(words, owned.holding)),
        words(key),
    )
    return Screen(text, (*rows, (back_button(words, _question(person_id, kind)),)))


def plan_screen(words: Words, plan: PartingPlan) -> Screen:
    """Who would get how much, what that makes of the load, and what speaks against it."""
    parts = [words(f"parting-{plan.kind}", name=plan.name)]
    parts += [_share(words, plan, share) for share in plan.shares[:_MOST_LINES]]
    if len(plan.shares) > _MOST_LINES:
        parts.append(words("parting-more", count=len(plan.shares) - _MOST_LINES))
    if plan.pooled.clients:
        parts.append(_pooled(words, plan))
    if plan.left:
        parts.append(words("parting-stays", count=plan.left))
    warnings = [warning for share in plan.shares for warning in _warnings(words, plan, share)]
    parts += warnings[:_MOST_WARNINGS]
    now = PartNow(plan.person_id, plan.kind, plan.way, plan.to_id, plan.mark)
    yes = Button(words.plain(f"parting-yes-{plan.kind}"), now, style="danger")
    back = back_button(words, _question(plan.person_id, plan.kind))
    return Screen(_together(*parts), ((yes,), (back,)))


def let_go_screen(words: Words, plan: PartingPlan, days: int) -> Screen:
    """The heir has let some of them go within so many days: one reason for all, or they stay."""
    heir = plan.let_go
    if heir is None or plan.to_id is None:
        raise ValueError("nobody gets a client back")
    person_id, kind, to_id = plan.person_id, plan.kind, plan.to_id
    rows: list[Row] = [
        (
            Button(
                words.plain(_reason_key(reason)), PartBecause(person_id, kind, to_id, plan.mark, no)
            ),
        )
        for no, reason in enumerate(AgainReason)
    ]
    if kind is PartingKind.HAND_OVER and heir.let_go < plan.total.clients:
        rest = PreviewParting(person_id, kind, PartingWay.REST, to_id)
        rows.append((Button(words.plain("parting-rest"), rest),))
    preview = PreviewParting(person_id, kind, plan.way, to_id)
    rows.append((Button(words.plain("confirm-no"), preview),))
    name = clean(heir.name, _LONGEST_NAME)
    text = words("parting-again", name=name, count=heir.let_go, days=days)
    return Screen(text, tuple(rows))


def why_screen(words: Words, back: PreviewParting) -> Screen:
    """Asks for the reason in own words."""
    return Screen(words("parting-why"), ((Button(words.plain("confirm-no"), back),),))


def _reason_key(reason: AgainReason) -> str:
    return "again-write" if reason is AgainReason.OWN_WORDS else f"again-{reason}"


def progress_screen(words: Words, at: int, total: int) -> Screen:
    """So many clients have gone where they go."""
    return Screen(words("parting-progress", at=at, total=total))


def done_text(words: Words, gone: Gone) -> Markup:
    """What has become of everything, above the card."""
    return words("parting-done", handed=gone.handed, pooled=gone.pooled)


def parted_screen(words: Words, notice: PartedNotice) -> Screen:
    """A head reads that somebody of his has no access any more, or no clients."""
    parts = [words(f"told-parted-{notice.kind}", by=notice.by, name=notice.name)]
    if notice.handed or notice.pooled:
        parts.append(words("parting-done", handed=notice.handed, pooled=notice.pooled))
    return Screen(_together(*parts))


def _question(person_id: int, kind: PartingKind) -> Tap:
    if kind is PartingKind.CLOSE:
        return AskDeactivate(person_id)
    return AskTransfer(person_id) if kind.role is None else SetRole(person_id, kind.role)


def _share(words: Words, plan: PartingPlan, share: PortfolioShare) -> Markup:
    return words(
        "parting-share",
        name=clean(share.name, _LONGEST_NAME),
        holding=_holding(words, share.holding),
        clients=share.clients_after,
        ceiling=plan.ceiling,
        days=plan.days,
        tasks=share.soon_after,
        capacity=plan.capacity,
    )


def _pooled(words: Words, plan: PartingPlan) -> Markup:
    text = words("parting-pooled", holding=_holding(words, plan.pooled))
    if plan.pooled.deals or plan.pooled.tasks or plan.pooled.inbound:
        text = Markup(f"{text} {words('parting-pooled-ends')}")
    if plan.way is PartingWay.SPREAD:
        text = Markup(f"{text} {words('parting-no-room')}")
    return text


def _warnings(words: Words, plan: PartingPlan, share: PortfolioShare) -> list[Markup]:
    found, name = [], clean(share.name, _LONGEST_NAME)
    if share.clients_after > plan.ceiling:
        found.append(words("parting-full", name=name, ceiling=plan.ceiling))
    if share.let_go:
        found.append(words("parting-let-go", name=name, count=share.let_go))
    if share.away_until is not None:
        until = words.short_date(share.away_until, share.away_until)
        found.append(words("parting-away", name=name, until=until))
    if share.blocked:
        found.append(words("parting-blocked", name=name))
    return found


def _alone(words: Words, alone: LeftAlone) -> list[Markup]:
    found = []
    if alone.managers:
        found.append(words("parting-unled", count=alone.managers))
    if alone.substituted:
        found.append(words("parting-substituted", names=name_list(alone.substituted)))
    return found


def _holding(words: Words, holding: Holding) -> str:
    counts = (
        ("clients", holding.clients),
        ("deals", holding.deals),
        ("tasks", holding.tasks),
        ("inbound", holding.inbound),
        ("attempts", holding.attempts),
    )
    return " · ".join(words.plain(f"parting-n-{name}", count=n) for name, n in counts if n)


def _together(*parts: Markup) -> Markup:
    return Markup("\n".join(parts))
