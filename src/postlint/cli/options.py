"""Kinds of option values, and help that groups options under headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from postlint.errors import UnknownName
from postlint.facts.declared import EmployerKind, PostRole
from postlint.facts.place_names import known_places, place_code, place_name
from postlint.packs.registry import nearest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])


class NameType(click.Choice):  # type: ignore[type-arg]  # generic in later clicks only
    """One of some names; for another word, the nearest is suggested."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name, or say which was meant."""
        names = [str(name) for name in self.choices]
        if value not in names:
            close = nearest(str(value), names)
            hint = f" Did you mean '{close}'?" if close else ""
            self.fail(f"'{value}' is not one of {', '.join(names)}.{hint}", param, ctx)
        return value


class DayType(click.ParamType):  # type: ignore[type-arg]
    """A day, as `2027-01-15`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is not a day; write it as 2027-01-15.", param, ctx)


class PlaceType(click.ParamType):  # type: ignore[type-arg]
    """A jurisdiction, by its code or its name: `US-OR`, `Oregon`, `US-NY-NYC`."""

    name = "place"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code of the place."""
        try:
            return place_code(str(value))
        except UnknownName as error:
            self.fail(str(error), param, ctx)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Return the places whose code or name begins like this; a shell wants names whole."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  # only a shell asks

        begun = incomplete.casefold()
        named = [(code, place_name(code)) for code in known_places()]
        return [
            *(CompletionItem(c, help=n) for c, n in named if c.casefold().startswith(begun)),
            *(
                CompletionItem(name, help=code)
                for code, name in named
                if begun and " " not in name and name.casefold().startswith(begun)
            ),
        ]


_LAST = "Other"


class Option(click.Option):
    """An option that knows under which heading help shows it."""

    def __init__(self, *args: Any, section: str = _LAST, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section


def option(section: str, *names: str, **given: Any) -> Callable[[F], F]:
    """Return a decorator that adds an option, which help shows under a heading."""
    return click.option(*names, cls=Option, section=section, **given)


def options(section: str, rows: dict[str, str], **given: Any) -> Callable[[F], F]:
    """Return a decorator that adds options, each by how it is written, with what help says of it.

    "--restart" is a flag, "--table NAME" takes a value; what is neither an option's
    name nor in capitals is the name of its parameter.
    """

    def decorate(command: F) -> F:
        for row, words in reversed(rows.items()):
            names = [name for name in row.split() if name[0] == "-" or name.islower()]
            value = row.split()[-1]
            kind: dict[str, Any] = {"is_flag": True} if value in names else {"metavar": value}
            command = option(section, *names, help=words, **{**kind, **given})(command)
        return command

    return decorate


def format_option(formats: Sequence[str], words: str, *also: str) -> Callable[[F], F]:
    """Return a decorator that adds the option of a command's formats, the usual one first."""
    kind, usual = NameType(list(formats)), formats[0]
    names = ("--format", *also, "format_")
    return option("Output", *names, type=kind, default=usual, metavar="FORMAT", help=words)


class Sectioned(click.Command):
    """A command whose help has a heading for each group of options."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, group by group."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                section = getattr(parameter, "section", _LAST)
                if not isinstance(parameter, click.Argument):
                    groups.setdefault(section, []).append(record)
        groups[_LAST] = groups.pop(_LAST, [])
        for section, records in groups.items():
            with formatter.section(section):
                formatter.write_dl(records)


def complete_rules(
    ctx: click.Context,  # noqa: ARG001  # click's signature
    param: click.Parameter,
    incomplete: str,
) -> list[str]:
    """Return the rules' names that begin like this; options take families and tags as well."""
    from postlint.packs.registry import load_packs  # noqa: PLC0415
    from postlint.render.page_list import all_pages  # noqa: PLC0415  # only a shell asks

    pages = all_pages(load_packs())
    names = [name for page in pages for name in page.names]
    if isinstance(param, click.Option):
        names.extend(sorted({word for page in pages for word in (page.family, *page.tags)}))
    return [name for name in names if name.lower().startswith(incomplete.lower())]


scope_options = options(
    "Configuration",
    {
        "--config FILE": "Use this file instead of the one nearest above each posting.",
        "--isolated": "Use no configuration file.",
    },
)


# What the employer says yes or no to.
_SETTLED = {
    "recipient": "The employer receives federal education funds, or does not.",
    "federal-contractor": "It holds a federal contract above the rules' floor, or does not.",
    "equal-opportunity-notice": "Its statement stands elsewhere, such as on the letterhead.",
    "equity-commitment-expected": "Its policy asks for a commitment in every posting.",
    "automated-screening": "Software screens, ranks or selects its applicants, or does not.",
}


def employer_options(command: F) -> F:
    """Add the options for what only the employer can tell."""
    section = "Employer (what no posting can tell)"
    all_options = (
        option(
            section,
            "--employer-kind",
            type=NameType([kind.value for kind in EmployerKind]),
            metavar="KIND",
            help=f"One of {', '.join(kind.value for kind in EmployerKind)}.",
        ),
        option(
            section,
            "--employees",
            type=click.IntRange(min=0),
            metavar="NUMBER",
            help="How many people work for the employer.",
        ),
        option(
            section,
            "--role",
            type=NameType([role.value for role in PostRole]),
            metavar="ROLE",
            help=f"What the posts are: {', '.join(role.value for role in PostRole)}.",
        ),
        option(
            section,
            "--jurisdiction",
            "jurisdictions",
            type=PlaceType(),
            multiple=True,
            metavar="PLACE",
            help="Whose law applies, such as US-OR. May be repeated.",
        ),
        *(
            option(section, f"--{name}/--no-{name}", default=None, help=words)
            for name, words in _SETTLED.items()
        ),
        option(
            section,
            "--seat",
            type=PlaceType(),
            metavar="PLACE",
            help="Where the employer is, such as US-DE, which laws on remote work may ask.",
        ),
        option(
            section,
            "--as-of",
            type=DayType(),
            metavar="DATE",
            help="The day whose law applies, such as 2027-01-15.",
        ),
    )
    for add in reversed(all_options):
        command = add(command)
    return command


color_option = option(
    "Output",
    "--color/--no-color",
    default=None,
    help="With or without color; else as NO_COLOR, FORCE_COLOR and the terminal say.",
)
quiet_option = option("Output", "--quiet", "-q", is_flag=True, help="Leave out the summary line.")
force_exclude_option = options(
    "Files",
    {"--force-exclude": "Pass over what is excluded also where it is named, as pre-commit does."},
)
rules_options = options(
    "Rules",
    {
        "--select RULE": "Ask these rules only, whatever the configuration says: codes, names, "
        "families, tags, or ALL. With commas, or repeated.",
        "--extend-select RULE": "Ask these rules besides, such as those that are off unless they "
        "are chosen.",
        "--ignore RULE": "Leave these rules out.",
    },
    multiple=True,
    shell_complete=complete_rules,
)


_debug = partial(
    option, _LAST, "--debug", is_flag=True, help="Show where in the code an error came from."
)
# The entry point reads it; commands that go on after an error are given it too.
debug_option, debug_value = _debug(expose_value=False), _debug()
