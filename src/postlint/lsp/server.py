"""The server: pygls's doors, opened onto the feature modules.

Every answer is worked out from the text as it is now, so that a place shown
is never that of an older text. A fault in one answer is told to the client's
log and never ends the server.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from postlint import __version__
from postlint.errors import ConfigError, PostlintError
from postlint.lsp.actions import EXPLAIN, FIX_ALL, code_actions
from postlint.lsp.completion import complete
from postlint.lsp.diagnostics import SOURCE, to_protocol
from postlint.lsp.documents import Document
from postlint.lsp.hover import authorities, hover
from postlint.lsp.scorecard import METHOD, scorecard
from postlint.lsp.structure import TOKEN_TYPES, folds, hints, links, symbols, tokens
from postlint.session import Session

log = logging.getLogger(__name__)

_CONFIGS = "**/{postlint.toml,.postlint.toml,pyproject.toml}"
# What the server reads: its own markup always, other texts where an editor says so.
LANGUAGES = ("posting", "markdown", "plaintext", "html")


class HasUri(Protocol):
    """What names a document in the protocol."""

    uri: str


class PostlintServer(LanguageServer):
    """The server's state: a session for configurations, and the open documents."""

    def __init__(self, docs: str = "") -> None:
        super().__init__("postlint", __version__)
        self.docs = docs
        self.session = Session()
        self.documents: dict[str, Document] = {}

    @property
    def encoding(self) -> lsp.PositionEncodingKind | str:
        """The units of columns that client and server agreed on."""
        return self.server_capabilities.position_encoding or lsp.PositionEncodingKind.Utf16

    def document(self, identifier: HasUri) -> Document | None:
        """Return an open document."""
        return self.documents.get(identifier.uri)

    def pulls(self) -> bool:
        """Say whether the client asks for diagnostics itself."""
        text = self.client_capabilities.text_document
        return bool(text and text.diagnostic)

    def problems(self, document: Document) -> list[lsp.Diagnostic]:
        """Return a document's diagnostics; a configuration that is wrong is one of them."""
        try:
            return to_protocol(document, document.report(self.session), self.docs)
        except PostlintError as error:
            return [_at_the_top(document, str(error))]

    def show(self, document: Document) -> None:
        """Push a document's diagnostics to a client that does not pull them."""
        if not self.pulls():
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(
                    uri=document.uri,
                    version=document.version,
                    diagnostics=self.problems(document),
                )
            )

    def start_over(self) -> None:
        """Read configurations anew, and show every document again."""
        self.session.forget()
        for document in self.documents.values():
            document.forget()
            self.show(document)
        workspace = self.client_capabilities.workspace
        if self.pulls() and workspace and workspace.diagnostics:
            self.workspace_diagnostic_refresh(None)


def _at_the_top(document: Document, message: str) -> lsp.Diagnostic:
    end = lsp.Position(0, len(document.lines.line_text(0)))
    return lsp.Diagnostic(
        range=lsp.Range(lsp.Position(0, 0), end),
        message=message,
        severity=lsp.DiagnosticSeverity.Error,
        source=SOURCE,
        code="config",
    )


def make_server(docs: str = "") -> PostlintServer:
    """Return a server with every feature; `docs` is where the rules' pages stand."""
    server = PostlintServer(docs)
    _open_and_close(server)
    _diagnostics(server)
    _answers(server)
    _commands(server)
    return server


def _open_and_close(server: PostlintServer) -> None:
    @server.feature(lsp.INITIALIZED)
    def initialized(_: lsp.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            watchers = [lsp.FileSystemWatcher(glob_pattern=_CONFIGS)]
            registration = lsp.Registration(
                id="postlint-configs",
                method=lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                register_options=lsp.DidChangeWatchedFilesRegistrationOptions(watchers=watchers),
            )
            server.client_register_capability(lsp.RegistrationParams([registration]))

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
        server.show(document)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        document = server.document(params.text_document)
        if document is not None:
            document.change(params.content_changes, params.text_document.version)
            server.show(document)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: lsp.DidSaveTextDocumentParams) -> None:
        if Path(params.text_document.uri).name.endswith((".toml",)):
            server.start_over()

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        document = server.documents.pop(params.text_document.uri, None)
        if document is not None and not server.pulls():
            server.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(uri=document.uri, diagnostics=[])
            )

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(_: lsp.DidChangeWatchedFilesParams) -> None:
        server.start_over()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change_configuration(_: lsp.DidChangeConfigurationParams) -> None:
        server.start_over()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(_: lsp.DidChangeWorkspaceFoldersParams) -> None:
        server.start_over()


def _diagnostics(server: PostlintServer) -> None:
    options = lsp.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=False, identifier=SOURCE
    )

    @server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC, options)
    def pull(params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
        document = server.document(params.text_document)
        items = [] if document is None else server.problems(document)
        return lsp.RelatedFullDocumentDiagnosticReport(items=items)


def _answers(server: PostlintServer) -> None:
    kinds = [lsp.CodeActionKind.QuickFix, FIX_ALL]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=kinds))
    def actions(params: lsp.CodeActionParams) -> Sequence[lsp.CodeAction]:
        document = server.document(params.text_document)
        if document is None:
            return []
        only = params.context.only
        names = None if only is None else [str(getattr(kind, "value", kind)) for kind in only]
        return code_actions(document, server.session, params.range, names, server.docs)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def on_hover(params: lsp.HoverParams) -> lsp.Hover | None:
        document = server.document(params.text_document)
        return None if document is None else hover(document, server.session, params.position)

    triggers = lsp.CompletionOptions(trigger_characters=[":", "#", " ", ","])

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, triggers)
    def completion(params: lsp.CompletionParams) -> Sequence[lsp.CompletionItem]:
        document = server.document(params.text_document)
        return [] if document is None else complete(document, server.session, params.position)

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> Sequence[lsp.DocumentSymbol]:
        document = server.document(params.text_document)
        return [] if document is None else symbols(document, document.report(server.session))

    @server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def folding(params: lsp.FoldingRangeParams) -> Sequence[lsp.FoldingRange]:
        document = server.document(params.text_document)
        return [] if document is None else folds(document, document.report(server.session))

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_LINK)
    def on_links(params: lsp.DocumentLinkParams) -> Sequence[lsp.DocumentLink]:
        document = server.document(params.text_document)
        return [] if document is None else links(document)

    legend = lsp.SemanticTokensLegend(token_types=TOKEN_TYPES, token_modifiers=[])

    @server.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, legend)
    def on_tokens(params: lsp.SemanticTokensParams) -> lsp.SemanticTokens:
        document = server.document(params.text_document)
        markup = document is not None and document.report(server.session).kind == "markup"
        return lsp.SemanticTokens(data=tokens(document) if document and markup else [])

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    def on_hints(params: lsp.InlayHintParams) -> Sequence[lsp.InlayHint]:
        document = server.document(params.text_document)
        if document is None:
            return []
        wanted = document.lines.span(params.range)
        return hints(document, document.report(server.session), wanted)

    @server.feature(METHOD)
    def on_scorecard(params: Any) -> dict[str, Any] | None:
        uri = params.uri if hasattr(params, "uri") else params.textDocument.uri
        document = server.documents.get(uri)
        return None if document is None else scorecard(document.report(server.session))


def _commands(server: PostlintServer) -> None:
    @server.command(EXPLAIN)
    def explain(name: str) -> str:
        """Return a rule's page and show its summary."""
        try:
            rule = server.session.packs
            found = next(one for one in rule.rules if name in (one.meta.code, one.meta.name))
        except StopIteration:
            return f"There is no rule '{name}'."
        meta = found.meta
        server.window_show_message(
            lsp.ShowMessageParams(lsp.MessageType.Info, f"{meta.code} {meta.name}: {meta.summary}")
        )
        return f"{found.__doc__ or meta.summary}\n\n{authorities(meta)}"


def serve(transport: str, host: str, port: int, docs: str = "") -> None:
    """Run a server until its client leaves. Raises `ConfigError` for a transport there is not."""
    server = make_server(docs)
    if transport == "stdio":
        server.start_io()
    elif transport == "tcp":
        server.start_tcp(host, port)
    elif transport == "ws":
        server.start_ws(host, port)
    else:
        raise ConfigError("lsp", [(None, f"there is no transport '{transport}'")])
