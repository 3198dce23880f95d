"""The server: pygls's requests, answered by the feature modules.

Messages are heard on the event loop and answers are worked out on one worker
thread, so that an edit is heard while a check runs. An answer about a text
that has been edited meanwhile is never given: its places would be wrong. A
fault in one answer is reported to the client and never ends the server.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar, cast

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcContentModified
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from postlint import __version__
from postlint.errors import ConfigError, PostlintError, UnknownName
from postlint.lsp.actions import FIX_ALL, code_actions, fix_all
from postlint.lsp.completion import complete
from postlint.lsp.diagnostics import SOURCE, to_protocol
from postlint.lsp.documents import Document
from postlint.lsp.explain import COMMAND as EXPLAIN, find_page, page_text
from postlint.lsp.formatting import format_document
from postlint.lsp.framing import Answering, Messages, log_in_lines
from postlint.lsp.hover import hover
from postlint.lsp.scorecard import METHOD, scorecard
from postlint.lsp.structure import TOKEN_TYPES, folds, hints, links, symbols, tokens
from postlint.lsp.workspace import (
    COMMAND as CHECK_WORKSPACE,
    CheckedPosting,
    check,
    postings,
    tally,
)
from postlint.run.session import Session

T = TypeVar("T")
log = logging.getLogger(__name__)

# Configurations, what they extend, and house rules; baselines are JSON.
_WATCHED = "**/*.{toml,json}"
# A check makes some ten thousand values, and nearly all of them go by themselves.
_GARBAGE = 20_000


class HasUri(Protocol):
    """What names a document in the protocol."""

    uri: str


class PostlintServer(LanguageServer):
    """The server's state: a session for configurations, and the open documents.

    The loop's thread alone changes `documents`, the worker's alone uses the
    session and asks documents for their reports.
    """

    def __init__(self, docs: str = "") -> None:
        super().__init__("postlint", __version__, protocol_cls=Answering)
        self.docs = docs
        self.session = Session()
        self.documents: dict[str, Document] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="postlint")
        self._tasks: set[asyncio.Task[None]] = set()
        self._elsewhere: set[str] = set()
        self.shows_pages = False  # whether the client shows a rule's page itself

    def warm_up(self) -> None:
        """Load what every check needs while the writer still looks for the file.

        What is loaded then stays, so the collector of garbage need not look
        through it at every keystroke: that was an eighth of a check.
        """
        for place in self.places(None) or [Path("posting")]:
            try:
                self.session.assigned(place).linter.check("# A posting\n", path=str(place))
            except PostlintError:  # a document's diagnostics will say so
                continue
        gc.collect()
        gc.freeze()
        gc.set_threshold(_GARBAGE)

    @property
    def encoding(self) -> lsp.PositionEncodingKind | str:
        """The units of columns that client and server agreed on."""
        return self.server_capabilities.position_encoding or lsp.PositionEncodingKind.Utf16

    def places(self, uri: str | None) -> list[Path]:
        """Return where a rule may be in force: at a URI, else anywhere in the workspace."""
        uris = [uri] if uri else list(self.documents)
        files = [path for path in map(to_fs_path, uris) if path]
        folders = [path for path in map(to_fs_path, self._folders()) if path]
        return [*map(Path, files), *(Path(folder, "posting") for folder in folders)]

    def document(self, identifier: HasUri) -> Document | None:
        """Return an open document."""
        return self.documents.get(identifier.uri)

    def is_open(self, document: Document) -> bool:
        """Say whether a document is still the text that the editor shows."""
        return self.documents.get(document.uri) is document

    def pulls(self) -> bool:
        """Say whether the client asks for diagnostics itself."""
        text = self.client_capabilities.text_document
        return bool(text and text.diagnostic)

    def resolves(self) -> bool:
        """Say whether the client asks for an action's edit when the action is chosen."""
        text = self.client_capabilities.text_document
        able = text.code_action.resolve_support if text and text.code_action else None
        return able is not None and "edit" in able.properties

    async def work(self, job: Callable[[], T]) -> T:
        """Return what a job gives that is done on the worker's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, job)

    async def answer(self, identifier: HasUri, job: Callable[[Document], T], otherwise: T) -> T:
        """Return what a job finds in an open document.

        Gives `otherwise` for a document that is not open and where the
        configuration is wrong, which its diagnostics say. Raises
        `JsonRpcContentModified` when the text was edited before the answer.
        """
        document = self.document(identifier)
        if document is None:
            return otherwise

        def current() -> T:
            try:
                return job(document) if self.is_open(document) else otherwise
            except PostlintError:
                return otherwise

        found = await self.work(current)
        if not self.is_open(document):
            raise JsonRpcContentModified("The text was edited before the answer was ready.")
        return found

    def problems(self, document: Document) -> list[lsp.Diagnostic]:
        """Return a document's diagnostics; a configuration that is wrong is one of them."""
        try:
            if self.session.excluded(document.path):
                return []
            return document.of_each(self.session, partial(to_protocol, docs=self.docs))
        except PostlintError as error:
            return [_at_the_top(document, "config", str(error))]
        except Exception as error:  # an editor must not go on showing an older text's findings
            log.exception("%s could not be checked", document.uri)
            words = f"This could not be checked: {type(error).__name__}: {error}"
            return [_at_the_top(document, "internal", words)]

    def show(self, document: Document) -> None:
        """Have a document checked and shown to a client that does not pull."""
        if not self.pulls():
            self.soon(self._push(document))

    def soon(self, task: Coroutine[Any, Any, None]) -> None:
        """Have something done after the message that is being heard."""
        made = asyncio.get_running_loop().create_task(task)
        self._tasks.add(made)  # the loop itself keeps no hold of it
        made.add_done_callback(self._tasks.discard)

    async def _push(self, document: Document) -> None:
        found = await self.work(lambda: self.problems(document) if self.is_open(document) else [])
        if self.is_open(document):
            self.publish(document.uri, found, document.version)

    def publish(self, uri: str, found: list[lsp.Diagnostic], version: int | None = None) -> None:
        """Send the diagnostics of a document."""
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=found)
        )

    async def pull(self, identifier: HasUri) -> list[lsp.Diagnostic]:
        """Return the diagnostics of a document as it is when they are ready."""
        while (document := self.document(identifier)) is not None:
            found = await self.work(partial(self.problems, document))
            if self.is_open(document):
                return found
        return []

    async def heed(self, uris: Sequence[str]) -> None:
        """Start over when files have changed on which a check rests."""
        if any(not uri.endswith(".json") for uri in uris):
            await self.start_over()
            return
        changed = {os.path.realpath(path) for path in map(to_fs_path, uris) if path}
        if changed & await self.work(self._baselines):
            await self.start_over()

    def _baselines(self) -> set[str]:
        """Return the files of accepted findings that open documents have."""
        found: set[str] = set()
        for document in list(self.documents.values()):
            try:
                file = document.assigned(self.session).baseline
            except PostlintError:  # once corrected, it will be a TOML file that changes
                continue
            if file is not None:
                found.add(os.path.realpath(file))
        return found

    async def start_over(self) -> None:
        """Read configurations anew, and show every document again."""
        await self.work(self.session.forget)
        for document in list(self.documents.values()):
            fresh = self.documents[document.uri] = document.anew()
            self.show(fresh)
        workspace = self.client_capabilities.workspace
        if self.pulls() and workspace and workspace.diagnostics:
            self.workspace_diagnostic_refresh(None)

    async def check_workspace(self) -> dict[str, Any]:
        """Check every posting of the workspace's folders, show those not open, and count."""
        folders = [Path(path) for path in map(to_fs_path, self._folders()) if path]
        found: list[CheckedPosting] = []
        for path in await self.work(partial(postings, folders, self.session)):
            one = await self.work(partial(self._check_file, path))
            found.append(one)
            if not self._has_open(path):
                self._elsewhere.add(one.uri)
                self.publish(one.uri, one.diagnostics)
        gone = self._elsewhere - {one.uri for one in found} - self.documents.keys()
        for uri in gone:
            self._elsewhere.discard(uri)
            self.publish(uri, [])
        return tally(found)

    def _has_open(self, path: Path) -> bool:
        """Say whether a file is open; an editor may write its URI in another way."""
        real = os.path.realpath(path)
        return any(os.path.realpath(one.path) == real for one in self.documents.values())

    def _folders(self) -> list[str]:
        workspace = self.workspace
        uris = [folder.uri for folder in workspace.folders.values()]
        return uris or [uri for uri in (workspace.root_uri,) if uri]

    def _check_file(self, path: Path) -> CheckedPosting:
        try:
            return check(path, self.session, self.encoding, self.docs)
        except (PostlintError, OSError) as error:
            place = Document(uri=path.as_uri(), text="", version=0)
            return CheckedPosting(place.uri, [_at_the_top(place, "config", str(error))])

    def take_over(self, uri: str) -> None:
        """Take back what was shown of a file before it was opened."""
        if uri in self._elsewhere:
            self._elsewhere.discard(uri)
            if self.pulls():
                self.publish(uri, [])


def _at_the_top(document: Document, code: str, message: str) -> lsp.Diagnostic:
    end = lsp.Position(0, len(document.lines.line_text(0)))
    return lsp.Diagnostic(
        range=lsp.Range(lsp.Position(0, 0), end),
        message=message,
        severity=lsp.DiagnosticSeverity.Error,
        source=SOURCE,
        code=code,
    )


def make_server(docs: str = "") -> PostlintServer:
    """Return a server with every feature; `docs` is where the rules' pages stand."""
    server = PostlintServer(docs)
    _session(server)
    _documents(server)
    _settings(server)
    _diagnostics(server)
    _answers(server)
    _commands(server)
    return server


def _session(server: PostlintServer) -> None:
    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        options: Any = params.initialization_options
        pages = (
            options.get("pages") if isinstance(options, dict) else getattr(options, "pages", None)
        )
        server.shows_pages = pages is True

    @server.feature(lsp.INITIALIZED)
    def initialized(_: lsp.InitializedParams) -> None:
        server.soon(server.work(server.warm_up))
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            watchers = [lsp.FileSystemWatcher(glob_pattern=_WATCHED)]
            registration = lsp.Registration(
                id="postlint-configs",
                method=lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                register_options=lsp.DidChangeWatchedFilesRegistrationOptions(watchers=watchers),
            )
            server.client_register_capability(lsp.RegistrationParams([registration]))


def _documents(server: PostlintServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        document = Document(
            uri=item.uri,
            text=item.text,
            version=item.version,
            language=str(item.language_id),
            encoding=server.encoding,
        )
        server.documents[item.uri] = document
        server.take_over(item.uri)
        server.show(document)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        document = server.document(params.text_document)
        if document is not None:
            changed = document.changed(params.content_changes, params.text_document.version)
            server.documents[document.uri] = changed
            server.show(changed)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        document = server.documents.pop(params.text_document.uri, None)
        if document is not None and not server.pulls():
            server.publish(document.uri, [])


def _settings(server: PostlintServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: lsp.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.endswith(".toml"):
            server.soon(server.start_over())

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(params: lsp.DidChangeWatchedFilesParams) -> None:
        server.soon(server.heed([change.uri for change in params.changes]))

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change_configuration(_: lsp.DidChangeConfigurationParams) -> None:
        server.soon(server.start_over())

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(_: lsp.DidChangeWorkspaceFoldersParams) -> None:
        server.soon(server.start_over())


def _diagnostics(server: PostlintServer) -> None:
    options = lsp.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=False, identifier=SOURCE
    )

    @server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def pull(params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
        return lsp.RelatedFullDocumentDiagnosticReport(
            items=await server.pull(params.text_document)
        )


def _answers(server: PostlintServer) -> None:
    _answers_about_words(server)
    _answers_about_shape(server)


def _answers_about_words(server: PostlintServer) -> None:
    session = server.session
    kinds = [lsp.CodeActionKind.QuickFix, FIX_ALL]

    offered = lsp.CodeActionOptions(code_action_kinds=kinds, resolve_provider=True)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, offered)
    async def actions(params: lsp.CodeActionParams) -> Sequence[lsp.CodeAction]:
        only = params.context.only
        names = None if only is None else [str(getattr(kind, "value", kind)) for kind in only]
        return await server.answer(
            params.text_document,
            lambda document: code_actions(
                document, session, params.range, names, server.docs, later=server.resolves()
            ),
            [],
        )

    @server.feature(lsp.CODE_ACTION_RESOLVE)
    async def resolve(action: lsp.CodeAction) -> lsp.CodeAction:
        data: Any = action.data
        uri = data.get("uri") if isinstance(data, dict) else getattr(data, "uri", None)
        if isinstance(uri, str):
            action.edit = await server.answer(
                lsp.TextDocumentIdentifier(uri), lambda document: fix_all(document, session), None
            )
        return action

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def on_hover(params: lsp.HoverParams) -> lsp.Hover | None:
        return await server.answer(
            params.text_document,
            lambda document: hover(document, session, params.position),
            None,
        )

    triggers = lsp.CompletionOptions(trigger_characters=[":", "#", " ", ","])

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, triggers)
    async def completion(params: lsp.CompletionParams) -> Sequence[lsp.CompletionItem]:
        return await server.answer(
            params.text_document,
            lambda document: complete(document, session, params.position),
            [],
        )

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    async def on_hints(params: lsp.InlayHintParams) -> Sequence[lsp.InlayHint]:
        def find(document: Document) -> list[lsp.InlayHint]:
            wanted = document.lines.span(params.range)
            return document.of_each(session, partial(hints, wanted=wanted))

        return await server.answer(params.text_document, find, [])

    @server.feature(METHOD)
    async def on_scorecard(params: Any) -> dict[str, Any] | None:
        identifier = params if hasattr(params, "uri") else params.textDocument
        return await server.answer(
            identifier, lambda document: scorecard(document.report(session)), None
        )


def _answers_about_shape(server: PostlintServer) -> None:
    session = server.session

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outline(params: lsp.DocumentSymbolParams) -> Sequence[lsp.DocumentSymbol]:
        return await server.answer(
            params.text_document, lambda document: document.of_each(session, symbols), []
        )

    @server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folding(params: lsp.FoldingRangeParams) -> Sequence[lsp.FoldingRange]:
        return await server.answer(
            params.text_document, lambda document: document.of_each(session, folds), []
        )

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_LINK)
    async def on_links(params: lsp.DocumentLinkParams) -> Sequence[lsp.DocumentLink]:
        return await server.answer(params.text_document, links, [])

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    async def formatting(params: lsp.DocumentFormattingParams) -> Sequence[lsp.TextEdit]:
        return await server.answer(
            params.text_document, lambda document: format_document(document, session), []
        )

    legend = lsp.SemanticTokensLegend(token_types=TOKEN_TYPES, token_modifiers=[])

    @server.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, legend)
    async def on_tokens(params: lsp.SemanticTokensParams) -> lsp.SemanticTokens:
        def colours(document: Document) -> list[int]:
            return tokens(document) if document.report(session).kind == "markup" else []

        return lsp.SemanticTokens(data=await server.answer(params.text_document, colours, []))


def _commands(server: PostlintServer) -> None:
    @server.command(CHECK_WORKSPACE)
    async def check_workspace() -> dict[str, Any]:
        """Check the postings of the workspace that are not open, and count all."""
        return await server.check_workspace()

    @server.command(EXPLAIN)
    async def explain(*given: Any) -> str:
        """Return the page of a rule, by its code or name; a URI says where it is in force.

        A client that shows no pages is sent what the rule says as a message.
        """
        name, *rest = [str(one) for one in given] or [""]
        try:
            page = await server.work(
                partial(find_page, name, server.session, server.places(rest[0] if rest else None))
            )
        except UnknownName as error:
            return str(error)
        if not server.shows_pages:
            words = f"{page.code} {page.name}: {page.summary}"
            server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, words))
        return page_text(page)


def _own_stdout() -> BinaryIO:
    """Return standard output for the protocol alone; what else is printed goes to the log.

    A rule that prints would otherwise break the conversation.
    """
    sys.stdout.flush()
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own


def serve(transport: str, host: str, port: int, docs: str = "") -> None:
    """Run a server until its client leaves. Raises `ConfigError` for a transport there is not."""
    server = make_server(docs)
    log_in_lines()
    if transport == "stdio":
        # pygls asks for no more of the stream than `Messages` gives.
        server.start_io(stdin=cast("BinaryIO", Messages(sys.stdin.buffer)), stdout=_own_stdout())
    elif transport == "tcp":
        server.start_tcp(host, port)
    elif transport == "ws":
        server.start_ws(host, port)
    else:
        raise ConfigError("lsp", [(None, f"there is no transport '{transport}'")])
