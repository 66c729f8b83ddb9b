"""The next step that is not optional: presets, another date, or a way out (R3, R4)."""

from datetime import date, datetime, timedelta

from bot.method.core.cards import DealFacts
from bot.method.core.places import TaskAt, task_or_client
from bot.method.core.terms import DealStatus, Outcome, TaskKind
from bot.method.deals.cards import DealDraft
from bot.method.tasks.cards import MoveChoice, NextStep, NoAnswerChoice, Planned, TaskCard
from bot.method.tasks.date_question import BuyDate, DateQuestion, MoveDate, RetryDate
from bot.method.tasks.phrases.moment import Moment
from bot.method.tasks.steps import RetryTime
from bot.views.parts.clocks import clock_lines
from bot.views.parts.kinds import kind_row
from bot.views.parts.rows import back_button, team_row
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.deals import AskDraft, DraftField
from bot.views.taps.gaps import AskReprieve
from bot.views.taps.nav import (
    AskNext,
    AskRelease,
    KindCode,
    OpenClient,
    OpenDay,
    OpenTask,
    StartRound,
    WantsToBuy,
)
from bot.views.taps.tasks import (
    AnswerOn,
    AskAnswer,
    AskClose,
    BuyOn,
    ChangeChannel,
    CloseDeal,
    Finish,
    MoveTo,
    OpenDeal,
    PlanOn,
    TryAgain,
)
from bot.views.tasks.card import contact_lines
from bot.views.tasks.dates import moment_text, month_of
from bot.views.tasks.instead import result_button
from bot.views.tasks.presets import horizon_lines, preset_rows
from bot.views.words import Markup, Words


def ask_screen(words: Words, ask: NextStep, said: Markup | None = None) -> Screen:
    """When is the next contact? `said` is what has just been done, where an outcome says less."""
    parts = _heading(words, ask, said)
    parts += _words_said(words, ask.words)
    if len(ask.deals) > 1 and ask.deal_id is None:
        parts.append(words("next-which-deal"))
        return Screen(Markup("\n".join(parts)), _deals(words, ask))
    parts += [words("next-question"), *horizon_lines(words, ask)]
    kinds = kind_row(words, ask.kind, lambda kind: _again(ask, ask.deal_id, kind))
    plan = preset_rows(words, ask, lambda on: _plan(ask, on))
    other = (*_other(words, ask, ask.question), result_button(words, ask.question))
    return Screen(Markup("\n".join(parts)), (kinds, *plan, other, *_exits(words, ask)))


def buy_screen(words: Words, ask: NextStep, task_id: int | None, draft: DealDraft) -> Screen:
    """R11: the dates for the first task of the new deal, its name and sum beside them."""
    client_id = ask.client_id
    parts = [words("buy-title", client=ask.client_name), *_words_said(words, ask.words)]
    parts += [words("buy-question"), *horizon_lines(words, ask)]
    parts.append(words("next-deal", title=draft.title or ask.client_name))
    if draft.amount and draft.currency:
        parts.append(words("deal-sum", sum=words.money(draft.amount, draft.currency)))
    rows = preset_rows(words, ask, lambda on: BuyOn(client_id, task_id, on))
    other = _other(words, ask, BuyDate(client_id, task_id))
    typed = (
        Button(words.plain("deal-name"), AskDraft(client_id, task_id, DraftField.TITLE)),
        Button(words.plain("deal-set-sum"), AskDraft(client_id, task_id, DraftField.SUM)),
    )
    foot = (back_button(words, task_or_client(task_id, client_id)),)
    return Screen(Markup("\n".join(parts)), (*rows, other, typed, foot))


def draft_form(words: Words, asked: AskDraft) -> Screen:
    """Asks for the name or the sum of the deal that is about to be opened."""
    key = "deal-name-ask" if asked.field is DraftField.TITLE else "deal-sum-ask"
    back = back_button(words, WantsToBuy(asked.client_id, asked.task_id))
    return Screen(words(key), ((back,),))


def move_screen(words: Words, choice: MoveChoice) -> Screen:
    """Which date to move the task to."""
    ask, task_id = choice.ask, choice.task_id
    parts = [words("move-title", client=ask.client_name)]
    if choice.moves:
        parts.append(words("move-count", count=choice.moves))
    parts += [*_words_said(words, ask.words), *horizon_lines(words, ask)]
    rows = preset_rows(words, ask, lambda on: MoveTo(task_id, on))
    other = _other(words, ask, MoveDate(ask.client_id, task_id))
    back = (back_button(words, TaskAt(task_id)),)
    return Screen(Markup("\n".join(parts)), (*rows, other, back))


def again_screen(words: Words, ask: NoAnswerChoice, said: str | None = None) -> Screen:
    """When to try again, or what else to try when there are no attempts left; `said` is what is to
    be done then."""
    back = (back_button(words, TaskAt(ask.task_id)),)
    if not ask.options:
        rows: tuple[Row, ...] = (
            (Button(words.plain("again-channel"), ChangeChannel(ask.task_id)),),
            (Button(words.plain("to-pool"), AskRelease(ask.client_id)),),
        )
        return Screen(words("again-spent", client=ask.client_name, total=ask.total), (*rows, back))
    made = []
    for offer, local in ask.options:
        label = _again_label(words, offer, local, ask.today)
        made.append(
            (Button(label, TryAgain(ask.task_id, local.date(), local.time(), ask.attempt)),)
        )
    parts = [words("again-title", client=ask.client_name, n=ask.attempt, total=ask.total)]
    parts += _words_said(words, said)
    other = RetryDate(ask.client_id, ask.task_id)
    date_row = (Button(words.plain("next-date"), month_of(other, ask.today)),)
    return Screen(Markup("\n".join(parts)), (*made, date_row, back))


def channel_screen(words: Words, card: TaskCard) -> Screen:
    """No attempts left on this channel: the others, and what was done there."""
    task_id, client_id = card.line.task_id, card.line.client_id
    parts = [words("channel-title", client=card.line.client_name)]
    parts += contact_lines(words, card.contacts)
    wrote = Button(words.plain("do-call-wrote"), Finish(task_id, Outcome.WROTE), style="success")
    talked = Button(words.plain("do-call-talked"), Finish(task_id, Outcome.TALKED))
    pool = Button(words.plain("to-pool"), AskRelease(client_id))
    back = back_button(words, TaskAt(task_id))
    return Screen(Markup("\n".join(parts)), ((wrote, talked), (pool,), (back,)))


def planned_screen(words: Words, planned: Planned, key: str = "planned") -> Screen:
    """What was written down, and the next task; in work mode that one is shown by itself."""
    when = moment_text(words, Moment(planned.on, planned.at), planned.today)
    where = words.plain("planned-deal" if planned.on_deal else "planned-client")
    what = planned.title or words.plain(f"kind-{planned.kind}")
    parts = [words(key, client=planned.client_name, what=what, when=when, where=where)]
    parts += clock_lines(words, [planned.clock])
    if planned.unreminded:
        parts.append(words("planned-unreminded"))
    for line in planned.cancelled:
        due = words.short_date(line.due_on, planned.today) if line.due_on else ""
        what = line.title or words.plain(f"kind-{line.kind}")
        parts.append(words("planned-cancelled", what=what, date=due))
    if planned.in_round:
        return Screen(Markup("\n".join(parts)))
    rows: tuple[Row, ...] = ()
    if planned.opened_deal_id is not None:
        rows = ((Button(words.plain("to-deal"), OpenDeal(planned.opened_deal_id)),),)
    client = Button(words.plain("to-client"), OpenClient(planned.client_id))
    if planned.for_team:
        return Screen(Markup("\n".join(parts)), (*rows, (client,), team_row(words)))
    if planned.following is not None:
        label = words.plain("next-task", client=planned.following.client_name)
        following = Button(label[:60], OpenTask(planned.following.task_id), style="primary")
        rows = ((following,), *rows)
    parts.append(_rest_of_day(words, planned))
    return Screen(Markup("\n".join(parts)), (*rows, (client, _today(words))))


def _rest_of_day(words: Words, planned: Planned) -> Markup:
    if planned.left:
        return words("planned-left", count=planned.left)
    if planned.asked:
        return words("asked-left", count=planned.asked)
    return words("planned-clean")


def _again_label(words: Words, offer: RetryTime, local: datetime, today: date) -> str:
    """The day is said once: "tomorrow morning" names it, other days need their date."""
    tomorrow = local.date() == today + timedelta(days=1)
    later = offer in {RetryTime.MORNING, RetryTime.AFTERNOON} and not tomorrow
    near = local.date() == today or (tomorrow and offer is not RetryTime.START)
    moment = words.time_of_day(local.time()) if near else words.moment(local, today)
    key = f"again-{offer}-later" if later else f"again-{offer}"
    return words.plain("again-option", what=words.plain(key), moment=moment)


def _heading(words: Words, ask: NextStep, said: Markup | None) -> list[Markup]:
    parts = []
    if said is not None:
        parts.append(said)
    elif ask.outcome is not None:
        done = words.plain(f"outcome-{ask.outcome}")
        parts.append(words("next-done", client=ask.client_name, outcome=done))
    else:
        parts.append(words("next-client", client=ask.client_name))
    if ask.deal_id is not None:
        parts.append(words("next-deal", title=ask.deal_title or ask.client_name))
    if ask.covered_on is not None:
        parts.append(words("next-covered", date=words.day(ask.covered_on, ask.today)))
    elif ask.paused_until is not None:
        until = words.day(ask.paused_until, ask.today)
        parts.append(words("next-paused", date=until))
    elif ask.gap is not None and ask.gap.next_step and ask.gap.next_step_at:
        moment = words.moment(ask.gap.next_step_at, ask.today)
        parts.append(words(f"gap-next-{ask.gap.next_step}", moment=moment))
    return parts


def _words_said(words: Words, said: str | None) -> list[Markup]:
    """What was typed already that is to be done then."""
    return [words("next-words", what=said)] if said else []


def _other(words: Words, ask: NextStep, question: DateQuestion) -> Row:
    return (Button(words.plain("next-date"), month_of(question, ask.today)),)


def _exits(words: Words, ask: NextStep) -> tuple[Row, ...]:
    if ask.deal_id is not None:
        won = CloseDeal(ask.deal_id, DealStatus.WON)
        first: Row = (
            Button(words.plain("do-won"), won),
            Button(words.plain("do-refused"), AskClose(ask.deal_id)),
        )
    else:
        first = (Button(words.plain("next-create-deal"), WantsToBuy(ask.client_id, ask.answers)),)
    rows: tuple[Row, ...] = (first,)
    pause = Button(words.plain("next-pause"), AskReprieve(ask.client_id))
    if ask.can_release:
        rows += ((Button(words.plain("to-pool"), AskRelease(ask.client_id)), pause),)
    else:
        rows += ((pause,),)
    rows += _pass_over(words, ask)
    return (*rows, (Button(words.plain("to-client"), OpenClient(ask.client_id)), _today(words)))


def _pass_over(words: Words, ask: NextStep) -> tuple[Row, ...]:
    """Where there is a plan, the question needs no answer: a deal has ended, or work goes on."""
    every_deal = len(ask.deals) > 1 and not any(deal.uncovered for deal in ask.deals)
    planned = every_deal if ask.deal_id is None and ask.deals else ask.covered_on is not None
    planned = planned or ask.paused_until is not None
    if planned and ask.outcome is Outcome.WON:
        way = StartRound() if ask.in_round else OpenDay()
        return ((Button(words.plain("next-leave"), way),),)
    if ask.in_round and (ask.covered_on or ask.overdue or ask.paused_until):
        return ((Button(words.plain("round-on"), StartRound()),),)
    return ()


def _deals(words: Words, ask: NextStep) -> tuple[Row, ...]:
    rows = tuple(
        (deal_button(words, deal, ask.client_name, _again(ask, deal.deal_id, ask.kind)),)
        for deal in ask.deals
    )
    return (*rows, *_pass_over(words, ask), (_today(words),))


def _again(ask: NextStep, deal_id: int | None, kind: TaskKind) -> Tap:
    """The same question with another kind, or about one of several deals."""
    if ask.answers is None:
        return AskNext(ask.client_id, deal_id, KindCode.of(kind), ask.outcome)
    # What the inbound is about it knows by itself, once that was chosen.
    return AskAnswer(ask.answers, None if ask.deal_id else deal_id, KindCode.of(kind))


def _plan(ask: NextStep, on: date) -> Tap:
    code = KindCode.of(ask.kind)
    if ask.answers is None:
        return PlanOn(ask.client_id, ask.deal_id, on, code)
    return AnswerOn(ask.answers, on, code)


def deal_button(words: Words, deal: DealFacts, client_name: str, way: Tap) -> Button:
    """One of a client's deals to choose; marked where it has no task."""
    shown = {"title": deal.title or client_name, "open": "yes" if deal.uncovered else "no"}
    return Button(words.plain("next-deal-choice", **shown)[:60], way)


def _today(words: Words) -> Button:
    return Button(words.plain("menu-today"), OpenDay())
