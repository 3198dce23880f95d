"""`postlint lsp`: the language server."""

from __future__ import annotations

import click

from postlint.cli.options import Sectioned, debug_option, option
from postlint.errors import MissingExtra

_HELP = """Runs the language server for editors, on standard input and output.

\b
  postlint lsp                   for an editor that starts it itself
  postlint lsp --tcp --port 2087 for one that connects

Needs packages that the plain installation leaves out, and says which.
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Run the language server.")
@option("Other", "--tcp", "transport", flag_value="tcp", help="Wait for a TCP connection.")
@option("Other", "--ws", "transport", flag_value="ws", help="Wait for a WebSocket.")
@option(
    "Other",
    "--stdio",
    "transport",
    flag_value="stdio",
    default="stdio",
    help="Use standard input and output; the default.",
)
@option("Other", "--host", default="127.0.0.1", help="Where to wait. The default is this machine.")
@option("Other", "--port", default=2087, type=click.IntRange(0, 65535), help="The default is 2087.")
@option("Other", "--docs", default="", metavar="URL", help="Where the pages of the rules stand.")
@debug_option
def lsp(transport: str, host: str, port: int, *, docs: str) -> int:
    """Serve until the editor leaves."""
    try:
        from postlint.lsp.server import serve  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtra("Editors", "lsp") from error
    serve(transport, host, port, docs)
    return 0
