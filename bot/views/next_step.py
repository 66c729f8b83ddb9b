"""The next step that is not optional: presets, another date, or a way out (R3, R4)."""

from collections.abc import Callable
from datetime import date

from bot.method.calendar_grid import Cell, MonthGrid
from bot.method.cards import NextStep, NoAnswerChoice, Planned, TaskCard
from bot.method.deal_cards import DealDraft
from bot.method.steps import Preset
from bot.method.terms import DealStatus, Outcome
from bot.views.deal_taps import AskDraft, DraftField
from bot.views.kinds import kind_row
from bot.views.nav import (
    AskNext,
    AskRelease,
    KindCode,
    Nothing,
    OpenClient,
    OpenDay,
    OpenTask,
    StartRound,
    WantsToBuy,
)
from bot.views.screen import Button, Row, Screen
from bot.views.setup_taps import WalkPlan
from bot.views.taps import Tap
from bot.views.task_taps import (
    AskClose,
    BuyOn,
    CloseDeal,
    Finish,
    Locked,
    MoveTo,
    OpenMonth,
    PlanOn,
    Purpose,
    TryAgain,
)
from bot.views.words import Markup, Words


def ask_screen(words: Words, ask: NextStep) -> Screen:
    """When is the next contact?"""
    parts = _heading(words, ask)
    if len(ask.deals) > 1 and ask.deal_id is None:
        parts.append(words("next-which-deal"))
        return Screen(Markup("\n".join(parts)), _deals(words, ask))
    parts.append(words("next-question"))
    code = KindCode.of(ask.kind)
    kinds = kind_row(
        words, ask.kind, lambda kind: AskNext(ask.client_id, ask.deal_id, KindCode.of(kind))
    )
    plan = preset_rows(words, ask, lambda on: PlanOn(ask.client_id, ask.deal_id, on, kind=code))
    other = OpenMonth(
        Purpose.PLAN, ask.client_id, ask.deal_id, ask.today.year, ask.today.month, code
    )
    rows = (kinds, *plan, _other(words, other), *_exits(words, ask))
    return Screen(Markup("\n".join(parts)), rows)


def buy_screen(words: Words, ask: NextStep, task_id: int | None, draft: DealDraft) -> Screen:
    """R11: the dates for the first task of the new deal, its name and sum beside them."""
    client_id = ask.client_id
    parts = [words("buy-title", client=ask.client_name), words("buy-question")]
    parts.append(words("next-deal", title=draft.title or ask.client_name))
    if draft.amount and draft.currency:
        parts.append(words("deal-sum", sum=words.money(draft.amount, draft.currency)))
    rows = preset_rows(words, ask, lambda on: BuyOn(client_id, task_id, on))
    other = OpenMonth(Purpose.BUY, client_id, task_id, ask.today.year, ask.today.month)
    typed = (
        Button(words.plain("deal-name"), AskDraft(client_id, task_id, DraftField.TITLE)),
        Button(words.plain("deal-set-sum"), AskDraft(client_id, task_id, DraftField.SUM)),
    )
    back = OpenTask(task_id) if task_id is not None else OpenClient(client_id)
    foot = (Button(words.plain("back"), back),)
    return Screen(Markup("\n".join(parts)), (*rows, _other(words, other), typed, foot))


def draft_form(words: Words, asked: AskDraft) -> Screen:
    """Asks for the name or the sum of the deal that is about to be opened."""
    key = "deal-name-ask" if asked.field is DraftField.TITLE else "deal-sum-ask"
    back = Button(words.plain("back"), WantsToBuy(asked.client_id, asked.task_id))
    return Screen(words(key), ((back,),))


def move_screen(words: Words, ask: NextStep, card: TaskCard) -> Screen:
    """Which date to move the task to."""
    line = card.line
    parts = [words("move-title", client=line.client_name)]
    if card.moves:
        parts.append(words("move-count", count=card.moves))
    rows = preset_rows(words, ask, lambda on: MoveTo(line.task_id, on))
    other = OpenMonth(Purpose.MOVE, line.client_id, line.task_id, ask.today.year, ask.today.month)
    back = (Button(words.plain("back"), OpenTask(line.task_id)),)
    return Screen(Markup("\n".join(parts)), (*rows, _other(words, other), back))


def again_screen(words: Words, ask: NoAnswerChoice) -> Screen:
    """When to try again, or what else to try when there are no attempts left."""
    back = (Button(words.plain("back"), OpenTask(ask.task_id)),)
    if not ask.options:
        rows: tuple[Row, ...] = (
            (Button(words.plain("again-channel"), Finish(ask.task_id, Outcome.WROTE)),),
            (Button(words.plain("to-pool"), AskRelease(ask.client_id)),),
        )
        return Screen(words("again-spent", client=ask.client_name, total=ask.total), (*rows, back))
    made = []
    for code, local in ask.options:
        moment = words.moment(local, ask.today)
        label = words.plain("again-option", what=words.plain(f"again-{code}"), moment=moment)
        made.append((Button(label, TryAgain(ask.task_id, local.date(), local.time())),))
    text = words("again-title", client=ask.client_name, n=ask.attempt, total=ask.total)
    return Screen(text, (*made, back))


def month_screen(words: Words, grid: MonthGrid, opened: OpenMonth, horizon_days: int) -> Screen:
    """The month: days off dimmed, the load on each day, what is beyond the horizon locked."""
    title = words("month-title", month=words.plain(f"month-{grid.month}"), year=str(grid.year))
    heads = tuple(
        Button(words.weekday(date(2024, 1, 1 + number)), Nothing()) for number in range(7)
    )
    weeks = tuple(
        tuple(_day(words, cell, opened, horizon_days) for cell in week) for week in grid.weeks
    )
    legend = words("month-legend", days=horizon_days)
    return Screen(Markup(f"{title}\n{legend}"), (heads, *weeks, *_months(words, grid, opened)))


def day_off_screen(
    words: Words, on: date, today: date, sure: Tap, instead: Button | None
) -> Screen:
    """The chosen day is a day off: people are asked whether they mean it."""
    rows: tuple[Row, ...] = ()
    if instead is not None:
        rows = ((instead,),)
    rows += ((Button(words.plain("day-off-sure", date=words.short_date(on, today)), sure),),)
    return Screen(words("day-off", date=words.day(on, today)), rows)


def planned_screen(words: Words, planned: Planned, key: str = "planned") -> Screen:
    """What was written down, and the next task; in work mode that one is shown by itself."""
    when = words.day(planned.on, planned.today)
    if planned.at is not None:
        when = f"{when} {words.time_of_day(planned.at)}"
    where = words.plain("planned-deal" if planned.on_deal else "planned-client")
    what = words.plain(f"kind-{planned.kind}")
    parts = [words(key, client=planned.client_name, what=what, when=when, where=where)]
    for line in planned.cancelled:
        due = words.short_date(line.due_on, planned.today) if line.due_on else ""
        what = line.title or words.plain(f"kind-{line.kind}")
        parts.append(words("planned-cancelled", what=what, date=due))
    if planned.in_round:
        return Screen(Markup("\n".join(parts)))
    rows: tuple[Row, ...] = ()
    if planned.following is not None:
        label = words.plain("next-task", client=planned.following.client_name)
        rows = ((Button(label[:60], OpenTask(planned.following.task_id), style="primary"),),)
    parts.append(
        words("planned-left", count=planned.left) if planned.left else words("planned-clean")
    )
    client = Button(words.plain("to-client"), OpenClient(planned.client_id))
    return Screen(Markup("\n".join(parts)), (*rows, (client, _today(words))))


def locked_toast(words: Words, days: int) -> str:
    """Why a date beyond the horizon can not be chosen."""
    return words.plain("locked-why", days=days)


def _heading(words: Words, ask: NextStep) -> list[Markup]:
    parts = []
    if ask.outcome is not None:
        done = words.plain(f"outcome-{ask.outcome}")
        parts.append(words("next-done", client=ask.client_name, outcome=done))
    else:
        parts.append(words("next-client", client=ask.client_name))
    if ask.deal_id is not None:
        parts.append(words("next-deal", title=ask.deal_title or ask.client_name))
    if ask.covered_on is not None:
        parts.append(words("next-covered", date=words.day(ask.covered_on, ask.today)))
    elif ask.gap is not None and ask.gap.next_step and ask.gap.next_step_at:
        moment = words.moment(ask.gap.next_step_at, ask.today)
        parts.append(words(f"gap-next-{ask.gap.next_step}", moment=moment))
    return parts


def preset_rows(words: Words, ask: NextStep, pick: Callable[[date], Tap]) -> tuple[Row, ...]:
    """The date buttons with their load; locked ones say why."""
    return tuple((_preset(words, one, ask, pick),) for one in ask.presets)


def _preset(words: Words, one: Preset, ask: NextStep, pick: Callable[[date], Tap]) -> Button:
    shown = {"what": words.plain(f"preset-{one.code}"), "date": words.short_date(one.on, ask.today)}
    if one.locked:
        label = words.plain("preset-locked", **shown)
        return Button(label, Locked(ask.client_id, ask.horizon_days))
    key = "preset-full" if one.full else "preset-free"
    return Button(words.plain(key, load=one.load, capacity=one.capacity, **shown), pick(one.on))


def _other(words: Words, opened: OpenMonth) -> Row:
    return (Button(words.plain("next-date"), opened),)


def _exits(words: Words, ask: NextStep) -> tuple[Row, ...]:
    if ask.deal_id is not None:
        won = CloseDeal(ask.deal_id, DealStatus.WON)
        first: Row = (
            Button(words.plain("do-won"), won),
            Button(words.plain("do-refused"), AskClose(ask.deal_id)),
        )
    else:
        first = (Button(words.plain("next-create-deal"), WantsToBuy(ask.client_id)),)
    rows: tuple[Row, ...] = (first,)
    if ask.can_release:
        rows += ((Button(words.plain("to-pool"), AskRelease(ask.client_id)),),)
    if ask.in_round and ask.covered_on is not None:
        # There is a plan: the question may be passed over.
        rows += ((Button(words.plain("round-on"), StartRound()),),)
    return (*rows, (Button(words.plain("to-client"), OpenClient(ask.client_id)), _today(words)))


def _deals(words: Words, ask: NextStep) -> tuple[Row, ...]:
    rows = []
    for deal in ask.deals:
        label = words.plain(
            "next-deal-choice",
            title=deal.title or ask.client_name,
            open="yes" if deal.uncovered else "no",
        )
        rows.append((Button(label[:60], AskNext(ask.client_id, deal.deal_id)),))
    return (*rows, (_today(words),))


def _day(words: Words, cell: Cell | None, opened: OpenMonth, horizon_days: int) -> Button:
    if cell is None:
        return Button("\N{MIDDLE DOT}", Nothing())
    number = str(cell.on.day)
    if cell.past:
        return Button("\N{MIDDLE DOT}", Nothing())
    if cell.beyond:
        return Button(f"\N{LOCK}{number}", Locked(opened.client_id, horizon_days))
    label = f"({number})" if cell.off else number
    if cell.load:
        label = f"{label}\N{MIDDLE DOT}{cell.load}"
    return Button(label, pick_of(opened, cell.on))


def pick_of(opened: OpenMonth, on: date, *, sure: bool = False) -> Tap:
    """The tap that takes this date for what the calendar was opened for."""
    if opened.purpose is Purpose.PLAN:
        return PlanOn(opened.client_id, opened.other_id, on, sure, opened.kind)
    if opened.purpose is Purpose.BUY:
        return BuyOn(opened.client_id, opened.other_id, on, sure)
    if opened.purpose is Purpose.WALK:
        return WalkPlan(opened.other_id or 0, on, sure)
    return MoveTo(opened.other_id or 0, on, sure)


def _months(words: Words, grid: MonthGrid, opened: OpenMonth) -> tuple[Row, ...]:
    def turn(step: int) -> OpenMonth:
        number = grid.year * 12 + grid.month - 1 + step
        return OpenMonth(
            opened.purpose,
            opened.client_id,
            opened.other_id,
            number // 12,
            number % 12 + 1,
            opened.kind,
        )

    row: Row = ()
    if grid.earlier:
        row += (Button(words.plain("page-before"), turn(-1)),)
    if grid.later:
        row += (Button(words.plain("page-after"), turn(1)),)
    back = OpenClient(opened.client_id)
    return (*((row,) if row else ()), (Button(words.plain("to-client"), back), _today(words)))


def _today(words: Words) -> Button:
    return Button(words.plain("menu-today"), OpenDay())
