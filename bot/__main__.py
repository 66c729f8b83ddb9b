"""The command line."""

import argparse
import asyncio
import gc
import sys
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.private import private_files
from bot.cli.sentences import DONE, FAILED, WRONG_USE, say, unheard, unusable
from bot.config import DEFAULT_LOCALE, ConfigError, Settings, load_settings
from bot.jobs.names import JobName
from bot.logs import set_up_logs
from bot.lookup.calendars import is_known
from bot.views.words import Words

if TYPE_CHECKING:
    from bot.db import Database

Command = Callable[[Settings, argparse.Namespace, Words], Coroutine[None, None, int]]

_SELDOM = 10_000
"""New objects until the garbage collector looks. What is imported stays for good, and with the
700 of Python a sixth of the start of every command went to looking through it again and again."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 failed (one sentence on stderr), 2 wrong use or settings."""
    args = _parser().parse_args(argv)
    gc.set_threshold(_SELDOM)
    if args.command == "demo":
        return _demo(args)
    try:
        settings = load_settings()
        if not is_known(settings.country):
            raise ConfigError("country-unknown", settings.locale)
        if args.command in ("run", "doctor"):
            settings.require_token()
    except ConfigError as error:
        return say(Words(error.locale).plain(f"config-{error.code}", **error.facts), WRONG_USE)
    words = Words(settings.locale)
    set_up_logs(settings.log_format, settings.log_level, _secrets(settings))
    try:
        with private_files():
            code = asyncio.run(_COMMANDS[args.command](settings, args, words))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:
        return unheard()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bot", description="No client without a next task.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    parser.set_defaults(command="run")
    commands.add_parser("run", help="serve the bot (the default)")
    demo = commands.add_parser("demo", help="play the bot without a token")
    demo.add_argument("--once", action="store_true", help="one scripted day, then end")
    commands.add_parser("migrate", help="bring the database up to date")
    job = commands.add_parser("job", help="run one job once")
    job.add_argument("name", help=", ".join(JobName))
    job.add_argument("--now", type=_instant, help="an ISO instant with its offset")
    import_ = commands.add_parser("import", help="bring clients in from a file")
    import_.add_argument("file", type=Path, help="as /import takes it")
    import_.add_argument("--owner", type=int, required=True, help="the person's Telegram id")
    import_.add_argument(
        "--dry-run", action="store_true", help="say what would come; store nothing"
    )
    import_.add_argument("--json", action="store_true", help="the last line is one JSON object")
    audit = commands.add_parser("audit", help="judge the base in a file; nothing is stored")
    audit.add_argument("file", type=Path, help="as /import takes it")
    audit.add_argument("--json", action="store_true", help="the last line is one JSON object")
    audit.add_argument("--xlsx", type=Path, help="write a workbook as well")
    audit.add_argument("--png", type=Path, help="draw a picture as well")
    export = commands.add_parser("export", help="write the tables as CSV files")
    export.add_argument("folder", type=Path, help="made where it is not there")
    backup = commands.add_parser(
        "backup", help="copy the database into a file, beside a running bot"
    )
    backup.add_argument("file", type=Path, help="the copy to be made")
    restore = commands.add_parser("restore", help="put such a copy in the place of the database")
    restore.add_argument("file", type=Path, help="a copy that backup has made")
    doctor = commands.add_parser("doctor", help="say what is wrong and what to do about it")
    doctor.add_argument("--json", action="store_true", help="the last line is one JSON object")
    return parser


def _instant(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("not an ISO instant") from None
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("an instant needs its offset from UTC")
    return moment


def _secrets(settings: Settings) -> list[str]:
    found = (
        settings.bot_token,
        settings.webhook_secret,
        settings.intake_token,
        settings.intake_secret,
        settings.intake_mango_key,
        settings.intake_zadarma_secret,
        settings.imap_url,
    )
    secrets = [item.get_secret_value() for item in found if item is not None]
    return secrets if settings.mailbox is None else [*secrets, settings.mailbox.password]


def _demo(args: argparse.Namespace) -> int:
    try:
        from demo.play import play
    except ModuleNotFoundError:
        return say(Words(DEFAULT_LOCALE).plain("cli-no-demo"))
    return play(once=args.once)


# Imported late, each by the command that needs it: `--help` should not wait for the whole bot.


async def _run(settings: Settings, args: argparse.Namespace, words: Words) -> int:
    from bot.app import App, CannotStart
    from bot.cli.heap import give_back_memory

    give_back_memory()
    app = App(settings)
    try:
        return await _guarded(app.database, app.run, words)
    except CannotStart as error:
        return say(words.plain(f"cli-{error.code}"), WRONG_USE)


async def _migrate(settings: Settings, args: argparse.Namespace, words: Words) -> int:
    from bot.db import Database
    from bot.migrate import migrate

    database = Database(settings.database_url)
    return await _guarded(database, lambda: migrate(database), words, close=True)


async def _job(settings: Settings, args: argparse.Namespace, words: Words) -> int:
    from bot.from_settings import transactions_of
    from bot.jobs.table import JOBS
    from bot.migrate import migrate

    if args.name not in JOBS:
        return say(words.plain("cli-no-job", names=", ".join(JobName)), WRONG_USE)
    transactions = transactions_of(settings)
    if args.now:
        transactions = transactions.at(args.now)
    database = transactions.database

    async def job() -> None:
        await migrate(database)
        counts = await JOBS[args.name].run(transactions)
        print(" ".join(f"{name}={count}" for name, count in counts.items()))

    return await _guarded(database, job, words, close=True)


async def _import(settings: Settings, args: argparse.Namespace, words: Words) -> int:
    from bot.cli.importing import run_import
    from bot.from_settings import transactions_of
    from bot.migrate import migrate

    transactions = transactions_of(settings)
    code = DONE

    async def bring_in() -> None:
        nonlocal code
        await migrate(transactions.database)
        code = await run_import(transactions, args.file, args.owner, args.dry_run, args.json)

    failed = await _guarded(transactions.database, bring_in, words, close=True)
    return failed or code


async def _audit(settings: Settings, args: argparse.Namespace, words: Words) -> int:
    from bot.cli.auditing import run_audit
    from bot.from_settings import clock_of, company_of

    company = company_of(settings)
    return await run_audit(
        clock_of(settings),
        company,
        args.file,
        as_json=args.json,
        xlsx=args.xlsx,
        png=args.png,
    )


async def _export(settings: Settings, args: argparse.Namespace, words: Words) -> int:
    from bot.cli.exporting import run_export
    from bot.from_settings import transactions_of

    transactions = transactions_of(settings)
    try:
        return await run_export(transactions, args.folder)
    finally:
        await transactions.database.close()


async def _backup(settings: Settings, args: argparse.Namespace, words: Words) -> int:
    from bot.cli.copies import run_backup
    from bot.db import Database

    return await run_backup(Database(settings.database_url), args.file, words)


async def _restore(settings: Settings, args: argparse.Namespace, words: Words) -> int:
    from bot.cli.copies import run_restore
    from bot.db import Database

    database = Database(settings.database_url)
    code = DONE

    async def put() -> None:
        nonlocal code
        code = await run_restore(database, args.file, words)

    return await _guarded(database, put, words, close=True) or code


async def _doctor(settings: Settings, args: argparse.Namespace, words: Words) -> int:
    from bot.cli.doctor.examination import run_doctor

    return await run_doctor(settings, words, args.json)


async def _guarded(
    database: "Database", do: Callable[[], Awaitable[None]], words: Words, *, close: bool = False
) -> int:
    """Run a writer under the lock of the database; what goes wrong is one sentence."""
    from bot.cli.lock import DatabaseHeld, locked
    from bot.db import is_database_error
    from bot.method.core.policy import rule_at_fault
    from bot.method.core.refusals import Invalid
    from bot.migrate import NewerSchema
    from bot.only_bot import AnotherBot

    try:
        with locked(database):
            await do()
    except DatabaseHeld:
        return say(words.plain("cli-held"))
    except AnotherBot:
        return say(words.plain("cli-another-bot"))
    except NewerSchema as error:
        return say(words.plain("cli-newer", version=error.version))
    except Invalid as error:
        if not error.code.startswith("rule-"):
            raise
        return say(words.plain("cli-rule", name=rule_at_fault(error)))
    except Exception as error:
        if not is_database_error(error):
            raise
        return unusable(error, words)
    finally:
        if close:
            await database.close()
    return DONE


_COMMANDS: dict[str, Command] = {
    "run": _run,
    "migrate": _migrate,
    "job": _job,
    "import": _import,
    "audit": _audit,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
    "doctor": _doctor,
}


if __name__ == "__main__":
    code = main()
    # Python looks through all that is loaded three times more before it ends, to free what goes
    # with the process anyway: a tenth of a short command.
    gc.freeze()
    sys.exit(code)
