"""Where the library is entered: a `Linter` for many texts, and `check` for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, cast

from postlint.config import Config
from postlint.document.posting import Posting
from postlint.engine.examine import Plan, examine, make_book
from postlint.engine.report import Report
from postlint.errors import SourceError, UnknownName, Unreadable
from postlint.facts import CATALOGUE, SUPPORTING
from postlint.facts.base import FactSource
from postlint.facts.declared import Employer
from postlint.packs.registry import Pack, Packs, RuleSet, load_packs, nearest
from postlint.readers.base import BytesReader, Reader
from postlint.readers.builtin import BUILTIN, BUILTIN_BYTES
from postlint.readers.decoded_again import decode_again
from postlint.readers.sniff import MARKUP, TEXT, Guess, bytes_kind, guess, kind_by_suffix
from postlint.rules.tool_findings import TOOL_NAMES
from postlint.syntax import all_in_file, all_in_markup, all_in_text
from postlint.syntax.notices import as_requested, first_of, join_given
from postlint.text.decode import decode
from postlint.text.files import file_bytes, measured
from postlint.text.values import Factory, field, frozen

if TYPE_CHECKING:
    from postlint.engine.typed_facts import Facts

# Kinds whose own text is what a person writes, and whose lines are what a reader sees.
WRITTEN = frozenset({MARKUP, TEXT, "markdown"})


def _names(words: Iterable[str]) -> tuple[str, ...]:
    if isinstance(words, str):
        # Its letters would be taken for names.
        raise TypeError(f"select and ignore take a list of names, such as ['{words}'], not a text")
    return tuple(words)


def _as_text(text: object, method: str, instead: str) -> None:
    """Raise `TypeError` for what is no text, and say who takes it."""
    if isinstance(text, Mapping):
        instead = f"use check_jobposting for an object; {instead}"
    if not isinstance(text, str):
        raise TypeError(f"Linter.{method} takes a text, not {type(text).__name__}: {instead}")


def _employer(given: Employer | None) -> Employer | None:
    if given is not None and not isinstance(given, Employer):
        raise TypeError(f"employer is an Employer or None, not {type(given).__name__}")
    return given


@frozen(kw_only=True, eq=False, slots=False)
class Linter:
    """Checks postings against a set of rules. Make one and use it for many texts.

    `select` and `ignore` take codes, names, families and tags; `employer` is
    what you know about the employer and no posting can tell. They stand in
    the place of what `config` says about the same; `config` is what a
    configuration file would say. `packs` are the installed ones unless given.

    Raises `UnknownName` when a selector names nothing, and `ConfigError` when
    a rule has no such option.
    """

    select: tuple[str, ...] = field(default=(), converter=_names)
    ignore: tuple[str, ...] = field(default=(), converter=_names)
    employer: Employer | None = field(default=None, converter=_employer)
    config: Config = Factory(Config)
    packs: Packs = field(factory=load_packs, repr=False)
    rules: RuleSet = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        config = self.config
        chosen = RuleSet.choose(
            self.packs,
            select=self.select or config.select,
            extend=config.extend_select,
            ignore=self.ignore or config.ignore,
            options=config.rules,
        )
        object.__setattr__(self, "rules", chosen)

    def __reduce__(self) -> tuple[Any, ...]:
        """Send a linter to another process, which loads the installed packs for itself.

        House rules go as the tables they are made of.
        """
        installed = {pack.name for pack in load_packs().packs}
        packs = [
            pack.name if pack.name in installed else _as_tables(pack) for pack in self.packs.packs
        ]
        return _again, (self.select, self.ignore, self.employer, self.config, packs)

    @cached_property
    def fact_sources(self) -> tuple[FactSource[Any], ...]:
        """The facts that reports show: postlint's own, then those of packs."""
        return (*CATALOGUE, *self.packs.facts)

    @cached_property
    def _plan(self) -> Plan:
        rules, config = self.rules, self.config
        employer = self.employer or config.employer
        return Plan(
            rules=rules.rules,
            facts=self.fact_sources,
            book=make_book(rules.rules, (*self.fact_sources, *SUPPORTING)),
            code_of=lambda name: rules.find(name).meta.code,
            packs={rule: pack.name for pack in self.packs.packs for rule in pack.rules},
            ours=self.packs.ours,
            employer=employer,
            severities={
                rule.code: severity
                for name, severity in config.severity.items()
                for rule in rules.matching(name)
            }
            | {
                code: severity
                for name, severity in config.severity.items()
                for code in TOOL_NAMES.get(name.lower(), ())
            },
            left_out=frozenset(
                code
                for name in (self.ignore or config.ignore)
                for code in TOOL_NAMES.get(name.lower(), ())
            ),
            require_reason=config.suppressions.require_reason,
            report_unused=config.suppressions.report_unused,
            today=employer.as_of or date.today(),
        )

    def for_employer(self, employer: Employer) -> Linter:
        """Return a linter that knows another employer, and shares everything else.

        For rows of many employers: rules are chosen and phrases filed once.
        """
        # Not by `copy`, which goes the way of a pickle and loads every pack anew.
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        plan = self._plan._replace(employer=employer, today=employer.as_of or date.today())
        made.__dict__.update(employer=employer, _plan=plan)
        return made

    @cached_property
    def readers(self) -> tuple[Reader | BytesReader, ...]:
        """The readers besides the markup's: postlint's own first, then those of packs."""
        return (*BUILTIN, *BUILTIN_BYTES, *self.packs.readers)

    def reader(self, kind: str) -> Reader | BytesReader:
        """Return the reader of a kind of source. Raises `UnknownName`."""
        for reader in self.readers:
            if reader.kind == kind:
                return reader
        kinds = [MARKUP, *(reader.kind for reader in self.readers)]
        raise UnknownName("kind of source", kind, nearest(kind, kinds))

    def read(self, text: str, *, kind: str | None = None, path: str | None = None) -> Posting:
        """Read a text; `kind` is recognised from the path's suffix and the text when not given.

        Of several postings it is the first, which says that there are others.
        Raises `SourceError` for a text that cannot be read, or has more than the
        configuration's limits.
        """
        return first_of(self.read_all(text, kind=kind, path=path))

    def read_all(
        self, text: str, *, kind: str | None = None, path: str | None = None
    ) -> tuple[Posting, ...]:
        """Read every posting of a text, as `read` does one."""
        if kind is not None and kind != MARKUP:
            self.reader(kind)
        found = guess(text, path, self.readers, kind)
        # A page has more than its words, and is measured when read.
        if found.kind in {MARKUP, TEXT}:
            self._measure(text, path)
        decoded = decode_again(text, lines=found.kind in WRITTEN)
        words, origin = (text, None) if decoded is None else (decoded.text, decoded.origin)
        if found.kind == MARKUP:
            postings = all_in_markup(words, path, origin)
        else:
            reader = self.reader(found.kind)
            columns = self.config.columns
            if found.kind == "csv" and (columns.text or columns.title):
                from postlint.readers.exports import ColumnsReader  # noqa: PLC0415  # few name any

                reader = ColumnsReader(text=columns.text, title=columns.title)
            try:
                # A guess about a text names no reader of bytes.
                postings = all_in_text(words, cast("Reader", reader), path, origin)
            except Unreadable as error:
                raise SourceError(path or "-", error.reason) from error
        if decoded is not None and decoded.finding is not None:
            postings = join_given(postings, decoded.finding)
        for posting in postings:
            self._measure(posting.text, path)
        return as_requested(postings, found)

    def _measure(self, text: str, path: str | None) -> None:
        """Raise `SourceError` for more text than a posting has."""
        most = self.config.limits.text_megabytes
        if len(text) > most * 1_000_000:
            reason = f"it has more than {most:g} MB of text; limits.text-megabytes would allow more"
            raise SourceError(path or "-", reason)

    def read_bytes(
        self, data: bytes, *, kind: str | None = None, path: str | None = None
    ) -> Posting:
        """Read the bytes of a file, as `read` does a text."""
        return first_of(self.read_all_bytes(data, kind=kind, path=path))

    def read_all_bytes(
        self, data: bytes, *, kind: str | None = None, path: str | None = None
    ) -> tuple[Posting, ...]:
        """Read every posting of a file. Raises `SourceError` when its bytes cannot be read."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"bytes are wanted here, not {type(data).__name__}")
        name = path or "-"
        measured(data, name, self.config.limits.megabytes)
        if kind is not None and kind != MARKUP:
            self.reader(kind)
        try:
            found = bytes_kind(data)
            if found is None:
                text, notices = decode(data, name)
                return join_given(self.read_all(text, kind=kind, path=path), *notices)
            reader = self.reader(found)
            # Only kinds that are no text are recognised from their bytes.
            postings = all_in_file(data, cast("BytesReader", reader), path)
            for posting in postings:
                self._measure(posting.text, path)
        except Unreadable as error:
            raise SourceError(name, error.reason) from error
        named = kind or kind_by_suffix(path, self.readers)
        return as_requested(postings, Guess(found, None if named in (None, found) else named))

    def check(self, text: str, *, kind: str | None = None, path: str | None = None) -> Report:
        """Check one text. `path` only names it; nothing is read from there.

        A file is checked by `check_file`, its bytes by `check_bytes`.
        Of several postings the first is checked, and the report says that there
        are others: `check_all` checks each. Raises what `read` raises.
        """
        _as_text(text, "check", "use check_file for a path and check_bytes for bytes")
        posting = self.read(text, kind=kind, path=path)
        return examine(posting, self._plan, partial(_digest, text))

    def check_all(
        self,
        source: str | bytes | PathLike[str],
        *,
        kind: str | None = None,
        path: str | None = None,
    ) -> tuple[Report, ...]:
        """Check every posting of a text, of the bytes of a file, or of a file by its path.

        An export, a bulletin or a list has several; each report's `name` tells
        which it is of, and its spans lead into the whole source. Raises
        `SourceError` when the source cannot be read.
        """
        if isinstance(source, PathLike):
            path = fspath(source)
            source = self.file_bytes(path)
        if isinstance(source, str):
            postings = self.read_all(source, kind=kind, path=path)
        else:
            postings = self.read_all_bytes(source, kind=kind, path=path)
        plan, digest = self._plan, partial(_digest, source)
        return tuple(examine(posting, plan, digest) for posting in postings)

    def check_jobposting(self, data: Mapping[str, Any]) -> Report:
        """Check a schema.org JobPosting, or an object with its keys, as a program holds it.

        `report.json_place(span)` says where a span stands in it. Raises
        `SourceError` where nothing in it is a posting, and `TypeError` or
        `ValueError` for what JSON cannot hold.
        """
        import json  # noqa: PLC0415  # few checks need it

        if data is None or isinstance(data, (str, bytes)):
            raise TypeError("check_jobposting takes the object itself: use check for its JSON")
        text = json.dumps(data, ensure_ascii=False, allow_nan=False)
        return self.check(text, kind="jobposting")

    def facts(self, text: str, *, kind: str | None = None, path: str | None = None) -> Facts:
        """Return what a text says, by the fact's name, without asking any rule.

        The names are those of the facts page, and those of packs: `facts.title`, or
        `facts["title"]`; `facts.to_dict()` is for JSON. Raises what `read` raises.
        """
        _as_text(text, "facts", "read a file's bytes with read_bytes, and ask facts_of")
        return self.facts_of(self.read(text, kind=kind, path=path))

    def facts_of(self, posting: Posting) -> Facts:
        """Return what a posting says that is already read, without asking any rule."""
        return examine(posting, self._plan._replace(rules=())).facts

    def check_posting(self, posting: Posting) -> Report:
        """Check a posting that is already read."""
        return examine(posting, self._plan)

    def check_bytes(
        self, data: bytes, *, kind: str | None = None, path: str | None = None
    ) -> Report:
        """Check the bytes of a file. Raises `SourceError` when they cannot be read."""
        posting = self.read_bytes(data, kind=kind, path=path)
        return examine(posting, self._plan, partial(_digest, data))

    def check_file(self, path: str | PathLike[str], *, kind: str | None = None) -> Report:
        """Check a file. Raises `SourceError` when it cannot be read or is not text."""
        name = fspath(path)
        return self.check_bytes(self.file_bytes(name), kind=kind, path=name)

    def file_bytes(self, name: str) -> bytes:
        """Return what a file holds. Raises `SourceError` when it cannot be read."""
        return file_bytes(name, self.config.limits.megabytes)

    def check_files(self, paths: Iterable[str | PathLike[str]]) -> Iterator[Report | SourceError]:
        """Check files one after another; one that cannot be read yields its error."""
        for path in paths:
            try:
                yield self.check_file(path)
            except SourceError as error:
                yield error


def check(
    source: str | PathLike[str],
    *,
    kind: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    employer: Employer | None = None,
) -> Report:
    r"""Check one posting: a text, or the path of a file.

    A `str` is the text itself; a path is a `pathlib.Path` or another
    `os.PathLike`, so that neither is ever taken for the other.

        >>> report = check("# Network Engineer\n\n## Duties\n\n- Installs switches.\n")
        >>> report.is_posting
        True

    For many texts make a `Linter` once. Raises `UnknownName` when a selector
    or kind names nothing, and `SourceError` when a file cannot be read.
    """
    linter = Linter(select=tuple(select), ignore=tuple(ignore), employer=employer)
    if isinstance(source, str):
        return linter.check(source, kind=kind)
    return linter.check_file(source, kind=kind)


def _again(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    employer: Employer | None,
    config: Config,
    packs: Sequence[str | Pack | tuple[Pack, tuple[Any, ...]]],
) -> Linter:
    """Return the linter that `Linter.__reduce__` named."""
    installed = load_packs()
    by_name = {pack.name: pack for pack in installed.packs}
    found: list[Pack] = []
    for pack in packs:
        if isinstance(pack, str):
            if pack in by_name:  # one that is not installed there is reported as any that fails
                found.append(by_name[pack])
        elif isinstance(pack, Pack):
            found.append(pack)
        else:
            from postlint.packs.house.load import make_rule  # noqa: PLC0415  # few have house rules

            bare, tables = pack
            rules = tuple(make_rule(table, bare.distribution) for table in tables)
            found.append(bare._replace(rules=rules))
    made = installed._replace(packs=tuple(found))
    return Linter(select=select, ignore=ignore, employer=employer, config=config, packs=made)


def _as_tables(pack: Pack) -> Pack | tuple[Pack, tuple[Any, ...]]:
    """Return a pack of house rules without its classes, and the tables they are made of."""
    tables = tuple(getattr(rule, "table", None) for rule in pack.rules)
    if None in tables or not tables:
        return pack
    return pack._replace(rules=()), tables


def _digest(given: str | bytes) -> str:
    """Return the SHA-256 of what was given; of a text, that of its UTF-8."""
    from hashlib import sha256  # noqa: PLC0415  # few reports are asked for it

    data = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    return sha256(data).hexdigest()
