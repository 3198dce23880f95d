"""`postlint mcp`: tools for writing assistants."""

from __future__ import annotations

from pathlib import Path

import click

from postlint.cli.options import Sectioned, debug_option, scope_options
from postlint.cli.scope import make_session
from postlint.errors import MissingExtra

_HELP = """Serves writing assistants over the Model Context Protocol, on standard input and output.

The tools are check, explain, fix, facts and law. An assistant starts this
command itself; its settings name it.

Needs packages that the plain installation leaves out, and says which.
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Serve writing assistants.")
@scope_options
@debug_option
def mcp(*, config: str | None, isolated: bool) -> int:
    """Serve until the assistant leaves."""
    try:
        from postlint.web.assistants import make_assistants  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtra("Writing assistants", "mcp") from error
    from postlint.web.desk import Desk  # noqa: PLC0415  # only where it is served

    assigned = make_session(config=config, isolated=isolated).assigned(Path.cwd() / "posting")
    make_assistants(Desk(assigned.config, assigned.linter.packs)).run("stdio")
    return 0
