"""The command ``kom-rulings``: its group, and how failures become one message and an exit code.

Exit codes: 0 fine, 1 findings (errors in the records), 2 wrong use, 3 failed.
"""

from __future__ import annotations

import gettext
import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper

import click

from kom_rulings.cli.edge import Edge, first_language
from kom_rulings.cli.options import common_options
from kom_rulings.cli.speaking import SpeakingGroup, SpeakingOption
from kom_rulings.errors import KomRulingsError
from kom_rulings.wording import DOMAIN, LOCALE_FOLDER, N_, Language, wording

#: The commands and the module each lives in, in the order of the work.
COMMANDS = {
    "init": "kom_rulings.cli.editing",
    "new": "kom_rulings.cli.editing",
    "import": "kom_rulings.cli.importing:import_pages",
    "edit": "kom_rulings.cli.editing",
    "fmt": "kom_rulings.cli.editing",
    "rename": "kom_rulings.cli.cases",
    "split": "kom_rulings.cli.cases",
    "merge": "kom_rulings.cli.cases",
    "check": "kom_rulings.cli.records",
    "accept": "kom_rulings.cli.privacy",
    "show": "kom_rulings.cli.records",
    "index": "kom_rulings.cli.searching",
    "search": "kom_rulings.cli.searching",
    "cites": "kom_rulings.cli.citing",
    "tally": "kom_rulings.cli.counting",
    "changes": "kom_rulings.cli.changes",
    "publish": "kom_rulings.cli.publishing",
    "export": "kom_rulings.cli.exporting",
    "verify": "kom_rulings.cli.publishing",
}
FAILED = 3
_INTERRUPTED = 130


@click.group(
    cls=SpeakingGroup,
    modules=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "KOM_RULINGS"},
    help=N_("Records, search and overview of rulings on human trafficking."),
)
@click.version_option(
    package_name="kom-rulings",
    message="kom-rulings %(version)s",
    cls=SpeakingOption,
    help=N_("Show the version and exit."),
)
@common_options
def main() -> None:
    """All commands; the help text is in the catalogue."""


def run() -> None:
    """The console script."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(execute(sys.argv[1:]))


def execute(arguments: Sequence[str]) -> int:
    """Carry out a command line and return its exit code; no exception leaves."""
    language = first_language(arguments)
    _teach_click(language)
    try:
        result = main.main(list(arguments), "kom-rulings", standalone_mode=False, obj=Edge(language))
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _INTERRUPTED
    except SystemExit:
        return 0  # So click leaves when the reader of a pipe has gone (“| head”): nothing more to say.
    except KomRulingsError as error:
        tell(error, language, debug="--debug" in arguments)
        return error.exit_code
    except Exception as error:
        return _unexpected(error, language, debug="--debug" in arguments)


def _teach_click(language: Language) -> None:
    """Let click's own words (usage, options, errors) come from our catalogue, in the reader's language."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, LOCALE_FOLDER)
    gettext.textdomain(DOMAIN)


def tell(error: KomRulingsError, language: Language, *, debug: bool = False) -> None:
    """Print what went wrong and how it is mended."""
    if debug:
        traceback.print_exception(error)
    say = wording(language)
    click.echo(say(N_("Error: ")) + say(error.message, **error.params), err=True)
    nearest = error.params.get("nearest")
    guess = say(N_("Did you mean {nearest}?"), nearest=nearest) + " " if nearest else ""
    click.echo(f"→ {guess}{say(error.hint, **error.params)}", err=True)


def _unexpected(error: Exception, language: Language, *, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    say = wording(language)
    message = N_("Something failed that should not: {reason}. Nothing in the records was changed.")
    click.echo(say(N_("Error: ")) + say(message, reason=f"{type(error).__name__}: {error}"), err=True)
    hint = N_("Run the command again with --debug and send what it prints to the developers.")
    click.echo(f"→ {say(hint)}", err=True)
    return FAILED
