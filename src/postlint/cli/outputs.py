"""The outputs of a run: each format with where it goes, fed with one result after another."""

from __future__ import annotations

import os

from postlint.cli.run import fault
from postlint.cli.sinks import FileSink, Sink, StdoutSink
from postlint.cli.terminal import DEFAULT_WIDTH, say, screen_width, wants_color
from postlint.errors import OutputError, SourceError, WrongUse
from postlint.packs.registry import Packs
from postlint.render import FORMATS, Context, Renderer, Result, make_renderer
from postlint.run.made_by import addresses
from postlint.run.search import STDIN, Target, repository
from postlint.text.records import NamedTuple

# How much of a file is read to tell whether it is a report of ours.
_LOOK = 8192


class _Channel(NamedTuple):
    """One format and where it goes."""

    name: str
    renderer: Renderer
    sink: Sink
    to_stdout: bool
    file: str = ""


class Outputs:
    """All formats of a run. One that fails does not cost the others.

    Each one's sink is added to `sinks` as it is opened.
    """

    def __init__(
        self,
        wanted: list[tuple[str, str | None]],
        shared: Context,
        packs: Packs,
        sinks: list[Sink],
        *,
        color: bool | None,
        debug: bool,
    ) -> None:
        self._debug = debug
        self.broken = False
        self._sinks = sinks
        self._channels: list[_Channel] = []
        for name, file in wanted:
            channel = _open(name, file, color, shared, packs)
            self._channels.append(channel)
            sinks.append(channel.sink)

    @property
    def on_screen(self) -> bool:
        """Whether one of them goes to standard output."""
        return any(channel.to_stdout for channel in self._channels)

    @property
    def sums_up(self) -> bool:
        """Whether what is on standard output says the counts, or must stand alone."""
        return any(channel.to_stdout and channel.name != "concise" for channel in self._channels)

    def begin(self) -> None:
        """Write what stands before the results."""
        for channel in self._channels:
            channel.sink.write(channel.renderer.begin())

    def add(self, result: Result) -> None:
        """Write one result."""
        for channel in self._channels:
            try:
                text = channel.renderer.add(result)
            except Exception as error:  # a fact or renderer at fault must not cost the others
                self.broken = True
                name = result.path or STDIN
                detail = fault(error, debug=self._debug)
                say(f"{name}: the {channel.name} output failed: {detail}")
            else:
                channel.sink.write(text)

    def end(self) -> None:
        """Write what stands after the results."""
        for channel in self._channels:
            channel.sink.write(channel.renderer.end())
            if channel.renderer.folder:
                self._write_beside(channel)

    def _write_beside(self, channel: _Channel) -> None:
        """Write the further files of a format, to which the first one leads."""
        from pathlib import Path  # noqa: PLC0415  # few formats write files

        from postlint.cli.folder_sink import FolderSink  # noqa: PLC0415  # as above

        sink = FolderSink(Path(channel.file).parent / channel.renderer.folder)
        self._sinks.append(sink)
        for name, data in channel.renderer.beside():
            sink.add(name, data)


def placed(
    formats: tuple[tuple[str, str | None], ...], output: str | None
) -> list[tuple[str, str | None]]:
    """Return each format with its file; at most one may have none, and no file two."""
    wanted = list(formats) or [("rich", None)]
    loose = [name for name, file in wanted if file is None]
    if len(loose) > 1:
        raise WrongUse(
            f"The formats {' and '.join(loose)} cannot share one output. "
            f"Give one a file: --format {loose[-1]}=FILE"
        )
    if output is not None:
        if not loose:
            raise WrongUse("--output has no format left: every --format names a file.")
        wanted = [(name, output if file is None else file) for name, file in wanted]
    files = [os.path.realpath(file) for _, file in wanted if file not in {None, os.devnull}]
    for file in files:
        if files.count(file) > 1:
            raise WrongUse(f"Two formats cannot be written to one file: {file}")
    return wanted


def spare_sources(
    wanted: list[tuple[str, str | None]], targets: list[Target], paths: tuple[str, ...]
) -> list[Target]:
    """Refuse to write a report over a posting; leave out a report of an earlier run.

    A report that lies in the folder to check is no posting, and the next run
    may replace it.
    """
    named = {os.path.realpath(path) for path in paths}
    sources = {os.path.realpath(target) for target in targets if isinstance(target, str)}
    ours: set[str] = set()
    for _, file in wanted:
        place = os.path.realpath(file) if file is not None else ""
        if place not in sources:
            continue
        if place in named or not _is_report(place):
            raise OutputError(file or "", "it is one of the postings to check")
        ours.add(place)
    return [
        target
        for target in targets
        if isinstance(target, SourceError) or os.path.realpath(target) not in ours
    ]


def _is_report(path: str) -> bool:
    """Say whether a file is a report that postlint wrote."""
    with open(path, "rb") as file:  # noqa: PTH123  # named by os.path, as above
        return b"postlint" in file.read(_LOOK)


def _open(
    name: str, file: str | None, color: bool | None, shared: Context, packs: Packs
) -> _Channel:
    """Open where a format goes, and make its renderer for that."""
    format_ = FORMATS[name]
    for_people = format_.for_people
    sink: Sink = StdoutSink(for_people=for_people) if file is None else FileSink(file)
    colored, width = bool(color), DEFAULT_WIDTH
    if file is None and for_people:
        colored, width = wants_color(color), screen_width()
    root = ""
    if not for_people:
        from pathlib import Path  # noqa: PLC0415  # as above

        root = repository(Path.cwd())
    context = shared._replace(width=width, color=colored, encoding=sink.encoding, root=root)
    if file is not None:
        context = context._replace(height=None)
    # What is no file, such as a device, has nothing beside it.
    if file is not None and (not os.path.exists(file) or os.path.isfile(file)):  # noqa: PTH110, PTH113
        context = context._replace(file=os.path.basename(file))  # noqa: PTH119
    if format_.with_pages:
        from postlint.render.page_list import all_pages  # noqa: PLC0415  # few formats want them

        pages = {page.code: page for page in all_pages(packs)}
        home, docs = addresses()
        context = context._replace(
            pages=pages, producer=context.producer._replace(home=home, docs=docs)
        )
    return _Channel(
        name=name,
        renderer=make_renderer(name, context),
        sink=sink,
        to_stdout=file is None,
        file=file or "",
    )
