"""What an owner asks about a client that is to leave, and what a head decides (R5, R7)."""

from bot.method.core.places import ClientAt
from bot.method.core.texts import clean
from bot.method.gaps.cards import NOTHING_DECIDED, DecidedBefore
from bot.method.pool.leave import LeaveKind, LeaveLine, LeavePage, LeaveReason, LeaveState
from bot.views.parts.decided import with_decided
from bot.views.parts.rows import about_client, back_button, home_row, pager, team_row
from bot.views.screen import Brief, Button, Row, Screen
from bot.views.taps.nav import AskNext, OpenClient, OpenPool
from bot.views.taps.pool import (
    AskRefuseWhy,
    GrantLeave,
    OpenLeave,
    OpenLeaves,
    ProposeLost,
    RefuseLeave,
    WithdrawLeave,
)
from bot.views.words import Markup, Words

_LONGEST = 60
_LONGEST_WHY = 300
_LONGEST_LISTED = 150


def propose_screen(words: Words, client: str, client_id: int) -> Screen:
    """Why the client would be lost for good; a reason of one's own may be typed."""
    rows = tuple(
        (Button(words.plain(f"leave-why-{reason}"), ProposeLost(client_id, reason)),)
        for reason in LeaveReason.of(LeaveKind.LOST)
    )
    back = (back_button(words, ClientAt(client_id)),)
    return Screen(words("propose-ask", client=client), (*rows, back))


def leave_sent_screen(words: Words, kind: LeaveKind, client: str) -> Screen:
    """The heads are asked; until they answer the client stays."""
    return Screen(words(f"leave-sent-{kind}", client=client), (home_row(words),))


def leave_asked_screen(
    words: Words, line: LeaveLine, before: DecidedBefore = NOTHING_DECIDED
) -> Screen:
    """What a head is asked, below what another has decided of the client."""
    if line.state is not LeaveState.ASKED:
        return _leave_settled_screen(words, line)
    text = _asked(words, line)
    yes = Button(
        words.plain(f"leave-yes-{line.kind}"),
        GrantLeave(line.request_id, before.last is not None),
        style="danger" if line.kind is LeaveKind.LOST else "success",
    )
    no = Button(words.plain("keep"), RefuseLeave(line.request_id))
    rows = (
        (yes, no),
        (
            Button(words.plain("leave-no-why"), AskRefuseWhy(line.request_id)),
            Button(words.plain("to-client"), OpenClient(line.client_id)),
        ),
    )
    short = (
        _named(line, beside=True),
        Button(words.plain("keep"), RefuseLeave(line.request_id, beside=True)),
    )
    return with_decided(words, before, Screen(text, rows, brief=Brief(text, (short,))))


def _leave_settled_screen(words: Words, line: LeaveLine) -> Screen:
    """The question stands with what has become of it."""
    text = Markup(f"{_asked(words, line)}\n{_decided(words, line)}")
    card = (Button(words.plain("to-client"), OpenClient(line.client_id)),)
    return Screen(text, (card,), brief=Brief(text))


def refuse_why_screen(words: Words, line: LeaveLine) -> Screen:
    """Asks what the owner is to read."""
    back = (back_button(words, OpenLeave(line.request_id)),)
    text = words("leave-no-why-ask", client=_client(line), name=clean(line.whose, _LONGEST))
    return Screen(text, (back,))


def leave_done_screen(words: Words, line: LeaveLine) -> Screen:
    """What the head has just decided."""
    key = "leave-kept" if line.state is LeaveState.REFUSED else f"leave-gone-{line.kind}"
    text = words(key, client=_client(line), name=clean(line.whose, _LONGEST))
    card = (Button(words.plain("to-client"), OpenClient(line.client_id)),)
    return Screen(text, (card, team_row(words)))


def leave_answer_screen(words: Words, line: LeaveLine) -> Screen:
    """The owner hears what the head has said; where the client stays it needs a task."""
    name, client = clean(line.by or "", _LONGEST), _client(line)
    if line.state is LeaveState.GRANTED:
        text = words(f"told-leave-{line.kind}", name=name, client=client)
        return Screen(text, (home_row(words),), brief=Brief(text))
    parts = [words("told-leave-kept", name=name, client=client)]
    if line.answer:
        parts.append(words("leave-answer", answer=clean(line.answer, _LONGEST_WHY)))
    parts.append(words("leave-plan"))
    text = Markup(" ".join(parts))
    plan = Button(words.plain("do-plan"), AskNext(line.client_id), style="primary")
    label = about_client("\N{CALENDAR}", line.client_name)
    return Screen(text, ((plan,),), brief=Brief(text, ((Button(label, plan.tap),),)))


def leaves_screen(words: Words, page: LeavePage) -> Screen:
    """What waits for the head's word, the oldest first; a name opens the question."""
    pool = (Button(words.plain("more-pool"), OpenPool()), *home_row(words))
    if not page.total:
        return Screen(words("leaves-none"), (pool,))
    parts = [words("leaves-title", count=page.total)]
    parts += [_asked(words, line, _LONGEST_LISTED) for line in page.lines]
    rows: tuple[Row, ...] = tuple((_named(line),) for line in page.lines)
    rows += pager(words, page.page, page.pages, OpenLeaves)
    return Screen(Markup("\n".join(parts)), (*rows, pool))


def leave_text(words: Words, line: LeaveLine) -> Markup:
    """A request as the card of its client says it."""
    return words(f"leave-now-{line.kind}", why=_why(words, line))


def leave_rows(words: Words, line: LeaveLine, *, leader: bool, own: bool) -> tuple[Row, ...]:
    """What may be done about it on the card of its client."""
    if leader:
        return ((Button(words.plain(f"leave-open-{line.kind}"), OpenLeave(line.request_id)),),)
    if not own:
        return ()
    return ((Button(words.plain("leave-take-back"), WithdrawLeave(line.request_id)),),)


def _asked(words: Words, line: LeaveLine, longest: int = _LONGEST_WHY) -> Markup:
    name = clean(line.whose, _LONGEST)
    key = f"leave-asked-{line.kind}"
    parts = [words(key, name=name, client=_client(line), why=clean(_why(words, line), longest))]
    if line.state is LeaveState.ASKED and line.deals:
        parts.append(words("leave-deals", count=line.deals))
    if line.state is LeaveState.ASKED and line.attempts:
        parts.append(words("leave-attempts", count=line.attempts))
    return Markup(" ".join(parts))


def _decided(words: Words, line: LeaveLine) -> Markup:
    if line.state is LeaveState.OVER or line.by is None:
        return words("leave-over")
    what = line.state if line.state is LeaveState.REFUSED else line.kind
    return words(f"leave-decided-{what}", name=clean(line.by, _LONGEST))


def _why(words: Words, line: LeaveLine) -> str:
    return clean(line.comment or words.plain(f"leave-why-{line.reason}"), _LONGEST_WHY)


def _named(line: LeaveLine, *, beside: bool = False) -> Button:
    mark = "\N{SKULL AND CROSSBONES}\ufe0f" if line.kind is LeaveKind.LOST else "\N{INBOX TRAY}"
    return Button(about_client(mark, line.client_name), OpenLeave(line.request_id, beside))


def _client(line: LeaveLine) -> str:
    return clean(line.client_name, _LONGEST)
