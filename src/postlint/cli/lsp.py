"""`postlint lsp`: the language server."""

from __future__ import annotations

import click

from postlint.cli.options import Option, Sectioned, debug_option
from postlint.errors import MissingExtra

_HELP = """Runs the language server for editors, on standard input and output.

\b
  postlint lsp                   for an editor that starts it itself
  postlint lsp --tcp --port 2087 for one that connects

Needs packages that the plain installation leaves out, and says which.
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Run the language server.")
@click.option("--tcp", "transport", cls=Option, flag_value="tcp", help="Wait for a TCP connection.")
@click.option("--ws", "transport", cls=Option, flag_value="ws", help="Wait for a WebSocket.")
@click.option(
    "--stdio",
    "transport",
    cls=Option,
    flag_value="stdio",
    default="stdio",
    help="Use standard input and output; the default.",
)
@click.option(
    "--host", cls=Option, default="127.0.0.1", help="Where to wait. The default is this machine."
)
@click.option(
    "--port", cls=Option, default=2087, type=click.IntRange(0, 65535), help="The default is 2087."
)
@click.option(
    "--docs", cls=Option, default="", metavar="URL", help="Where the pages of the rules stand."
)
@debug_option
def lsp(transport: str, host: str, port: int, *, docs: str, debug: bool) -> int:  # noqa: ARG001
    """Serve until the editor leaves."""
    try:
        from postlint.lsp.server import serve  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtra("Editors", "lsp") from error
    serve(transport, host, port, docs)
    return 0
