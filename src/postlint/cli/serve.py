"""`postlint serve`: the page in a browser."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

import click

from postlint.cli.options import Sectioned, debug_value, option, scope_options
from postlint.cli.scope import make_session
from postlint.cli.terminal import say
from postlint.errors import MissingExtra

_HELP = """Opens a page in your browser in which postings are checked as you write.

The page is served to this machine only, at an address with a secret in it.
Nothing you put into it leaves the machine, and nothing is written anywhere but
where you save it. Ctrl-C ends it.

\b
  postlint serve                 open the page
  postlint serve --no-browser    print its address, for a program or another browser
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Open the page in a browser.")
@option(
    "Other",
    "--port",
    default=0,
    type=click.IntRange(0, 65535),
    help="Where to listen. The default is a free port.",
)
@option("Other", "--browser/--no-browser", default=True, help="Open the browser, or do not.")
@scope_options
@debug_value
def serve(port: int, *, browser: bool, config: str | None, isolated: bool, debug: bool) -> int:
    """Serve until the person ends it."""
    try:
        from postlint.web.serve import serve as run  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtra("The page", "starlette uvicorn") from error
    from postlint.web.desk import Desk  # noqa: PLC0415  # an extra

    if debug:
        logging.basicConfig(level=logging.INFO)
    assigned = make_session(config=config, isolated=isolated).assigned(Path.cwd() / "posting")
    desk = Desk(assigned.config, assigned.linter.packs)

    def report(address: str) -> None:
        say(f"The page is at {address} until you press Ctrl-C.")

    # Ctrl-C is how a person ends it, and no fault; the server may have ended by itself before.
    with suppress(KeyboardInterrupt):
        run(desk, port=port, browser=browser, say=report)
    say("Stopped.")
    return 0
