"""The command and its subcommands; each is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

import click

from postlint import __version__
from postlint.packs.registry import nearest

_COMMANDS = {
    "check": "postlint.cli.check:check",
    "rules": "postlint.cli.rules:rules",
    "explain": "postlint.cli.explain:explain",
    "law": "postlint.cli.law:law",
    "convert": "postlint.cli.convert:convert",
    "fmt": "postlint.cli.fmt:fmt",
    "config": "postlint.cli.config:config",
    "init": "postlint.cli.init:init",
    "baseline": "postlint.cli.baseline:baseline",
    "clean": "postlint.cli.clean:clean",
    "test-rules": "postlint.cli.try_rules:try_rules",
    "import": "postlint.cli.import_rules:import_rules",
    "new-pack": "postlint.cli.new_pack:new_pack",
    "audit": "postlint.cli.audit:audit",
    "lsp": "postlint.cli.lsp:lsp",
    "serve": "postlint.cli.serve:serve",
    "mcp": "postlint.cli.mcp:mcp",
}


class LazyGroup(click.Group):
    """A group whose commands are imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the names in the order in which people need them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        place = _COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        return cast("click.Command", getattr(import_module(module), attribute))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for a word that is none, name the one that was meant."""
        name = args[0]
        if name in _COMMANDS:
            return super().resolve_command(ctx, args)
        if name.startswith("-"):
            return super().resolve_command(ctx, args)
        if name == "help" and args[1:2] and args[1] in _COMMANDS:
            return super().resolve_command(ctx, [args[1], "--help"])
        if name == "help":
            click.echo(ctx.get_help())
            ctx.exit()
        import os.path  # noqa: PLC0415  # only for the hint

        close = nearest(name, _COMMANDS)
        if os.path.exists(name):  # noqa: PTH110
            hint = f" Did you mean 'postlint check {name}'?"
        elif close:
            hint = f" Did you mean '{close}'?"
        elif name == "version":
            hint = " 'postlint --version' shows it."
        else:
            hint = f" There are: {', '.join(_COMMANDS)}."
        raise click.UsageError(f"There is no command '{name}'.{hint}", ctx=ctx)


_HELP = """Checks job postings against rules that each name their authority.

\b
  postlint check posting.txt            check one posting
  postlint check postings/ --verdicts   check a folder, show every rule's verdict
  postlint rules                        list the rules
  postlint explain ADA001               say what a rule checks, and why
  postlint law Colorado                 show what is known of the law of a place
  postlint convert posting.docx         write a posting as markup
  postlint fmt postings/                format postings in markup

Nothing is sent anywhere. Only fmt, and check with --fix, change a posting.
postlint is not legal advice.
"""

_EPILOG = """\b
Exit codes:
  0  nothing found at or above the limit (--fail-on)
  1  something found
  2  wrong use, a source that cannot be read, or a pack that does not load

\b
Shell completion:
  bash  eval "$(_POSTLINT_COMPLETE=bash_source postlint)"
  zsh   eval "$(_POSTLINT_COMPLETE=zsh_source postlint)"
  fish  _POSTLINT_COMPLETE=fish_source postlint | source
"""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(
    cls=LazyGroup,
    help=_HELP,
    epilog=_EPILOG,
    context_settings=SETTINGS,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
)
@click.version_option(__version__, "-V", "--version", message="postlint %(version)s")
@click.pass_context
def app(ctx: click.Context) -> int:
    """Run a subcommand; without one, show what there is."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return 2
    return 0
