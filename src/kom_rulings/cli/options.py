"""The options that every command takes, before or behind its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from kom_rulings.cli.edge import Edge
from kom_rulings.cli.speaking import SpeakingOption
from kom_rulings.wording import LANGUAGES, N_

#: As in ``standing``, which is not loaded for help.
AUDIENCES = ("public", "partner", "internal")

_Function = TypeVar("_Function", bound=Callable[..., Any])
_Callback = Callable[[click.Context, click.Parameter, Any], None]


def _sets(name: str) -> _Callback:
    """A callback that puts an option's value into the edge, where one was given."""

    def callback(context: click.Context, _: click.Parameter, value: Any) -> None:
        if value is not None:
            context.obj = replace(context.ensure_object(Edge), **{name: value})

    return callback


def common_options(command: _Function) -> _Function:
    """Language, root and debug."""
    lang = click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        cls=SpeakingOption,
        expose_value=False,
        is_eager=True,
        callback=_sets("spoken"),
        help=N_("Language of what is printed."),
    )
    return lang(place_options(command))


def place_options(command: _Function) -> _Function:
    """Root and debug, for commands whose own --lang means more than the language of what is printed."""
    root = click.option(
        "--root",
        type=click.Path(path_type=Path),
        cls=SpeakingOption,
        expose_value=False,
        is_eager=True,
        callback=_sets("root"),
        metavar="DIR",
        help=N_("The folder that holds “rulings”; otherwise the nearest one upward."),
    )
    debug = click.option(
        "--debug",
        is_flag=True,
        cls=SpeakingOption,
        expose_value=False,
        allow_from_autoenv=False,
        help=N_("Show the traceback of a failure."),
    )
    return root(debug(command))


json_option = click.option("--json", "as_json", is_flag=True, cls=SpeakingOption, help=N_("Print data for programs."))
pass_edge = click.make_pass_decorator(Edge, ensure=True)
audience_option = click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default="public",
    cls=SpeakingOption,
    help=N_("Who is to read it; the public sees no case that is not public."),
)
