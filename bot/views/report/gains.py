"""What the method brought: won deals and returned clients, each with its chain (R12)."""

from bot.method.core.texts import clean
from bot.method.report.gain_cards import GainLine, GainPage, GainTotals
from bot.method.report.gains import GainKind, GainPeriod
from bot.views.parts.rows import about_client, back_button, home_row, pager
from bot.views.screen import Button, Row, Screen
from bot.views.taps.base import Tap
from bot.views.taps.report import OpenGainClient, OpenGains, OpenPersonReport, OpenReport
from bot.views.words import Markup, Words

_LONGEST = 40
_MARKS = {GainKind.WON: "🏆", GainKind.RETURNED: "♻️"}


def gains_screen(words: Words, found: GainPage) -> Screen:
    """The totals of the period, then one result after the other; each leads to its client."""
    since = words.short_date(found.span.since, found.today)
    until = words.short_date(found.span.until, found.today)
    days = words.plain("report-days", since=since, until=until)
    parts = [words("gains-title" if found.leads else "gains-title-own", days=days)]
    if found.totals.is_empty:
        parts.append(words("gains-empty"))
    else:
        parts += [words("gains-total", brought=totals_text(words, found.totals)), Markup("")]
        parts += [_line(words, line, found) for line in found.lines]
        parts += [Markup(""), words("gains-what")]
    clients = {line.client_id: line for line in found.lines}
    rows = _period_rows(words, found)
    rows += tuple(
        (
            Button(
                about_client(_MARKS[line.kind], line.client_name),
                OpenGainClient(client_id, found.period, found.page),
            ),
        )
        for client_id, line in clients.items()
    )

    def turn(page: int) -> Tap:
        return OpenGains(found.period, page)

    rows += pager(words, found.page, found.pages, turn)
    back = back_button(words, OpenReport() if found.leads else OpenPersonReport())
    return Screen(Markup("\n".join(parts)), (*rows, (back, *home_row(words))))


def totals_text(words: Words, totals: GainTotals) -> str:
    """What was brought, in one line; sums are never added up over currencies."""
    parts = []
    if totals.won:
        parts.append(words.plain("gains-won", count=totals.won))
    if totals.sums:
        sums = (words.money(total, code) for code, total in totals.sums.items())
        parts[-1] += words.plain("gains-sum", sum=" + ".join(sums))
    if totals.returned:
        parts.append(words.plain("gains-returned", count=totals.returned))
    return ", ".join(parts)


def _line(words: Words, line: GainLine, found: GainPage) -> Markup:
    """The client, whose it is, and the chain."""
    money = ""
    if line.amount and line.currency:
        money = words.plain("gain-money", sum=words.money(line.amount, line.currency))
    whose = words.plain("gain-whose", name=clean(line.person, _LONGEST)) if line.person else ""
    title = words.plain("gain-deal", title=clean(line.title, _LONGEST)) if line.title else ""
    return words(
        f"gain-{line.kind}",
        client=clean(line.client_name, _LONGEST),
        title=title,
        money=money,
        whose=whose,
        cause=words.plain(f"gain-by-{line.cause}"),
        caused=words.short_date(line.caused_on, found.today),
        step=words.short_date(line.step_on, found.today),
        on=words.short_date(line.on, found.today),
    )


def _period_rows(words: Words, found: GainPage) -> tuple[Row, ...]:
    def button(period: GainPeriod) -> Button:
        mark = "• " if period is found.period else ""
        return Button(mark + words.plain(f"gains-{period.name.lower()}"), OpenGains(period))

    periods = tuple(GainPeriod)
    return (tuple(map(button, periods[:2])), tuple(map(button, periods[2:])))
