"""The desk over HTTP, and the page that asks it.

Everything stands below a secret first part of the path: who does not know the
address gets nothing. A request must also name this machine as its host and,
where a browser says so, come from the page itself, so that no other page the
person has open can ask. Nothing is written and nothing logged.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hmac import compare_digest
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from postlint.run.limits import TooSlow, time_limit
from postlint.web.desk import Desk
from postlint.web.openapi import document
from postlint.web.problems import Problem, problem

_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
# A file in base 64 is a third longer than the file, and stands in a little JSON.
_LONGER = 1.34
_ROOM = 65_536

_NO_PAGE = Problem("not-found", 404, "There is nothing here", "Use the address as it was printed.")
_NOT_YOURS = Problem(
    "elsewhere", 403, "Not from here", "Only the page itself and programs on this machine may ask."
)


def make_app(desk: Desk, token: str) -> Starlette:
    """Return the application; `token` is the first part of every path."""
    return _Site(desk, token).app()


class _Site:
    def __init__(self, desk: Desk, token: str) -> None:
        self._desk = desk
        self._token = token
        limits = desk.config.limits
        self._seconds = limits.seconds
        self._most = int(limits.megabytes * 1_000_000 * _LONGER) + _ROOM
        # One at a time: checks are work for a processor, and share the desk.
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="postlint")
        self._static = {
            entry.name: entry.read_bytes()
            for entry in files("postlint.web").joinpath("static").iterdir()
            if entry.is_file()
        }

    def app(self) -> Starlette:
        ask = {
            "check": self._desk.check,
            "look": self._desk.look,
            "facts": self._desk.facts,
            "fix": self._desk.fix,
            "explain": self._desk.explain,
            "law": self._desk.law,
            "convert": self._desk.convert,
            "report": self._desk.report,
            "annotated": self._desk.annotated,
        }
        routes = [
            Route(
                f"/{{token}}/api/{name}",
                self._guarded(partial(self._ask, operation)),
                methods=["POST"],
            )
            for name, operation in ask.items()
        ]
        routes.append(Route("/{token}/api/openapi.json", self._guarded(self._openapi)))
        routes.append(Route("/{token}/{name:path}", self._guarded(self._file)))
        return Starlette(
            routes=routes, exception_handlers={404: _missing, 405: _missing, Exception: _broken}
        )

    def _guarded(
        self, answer: Callable[[Request], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            token = str(request.path_params.get("token", ""))
            if not _is_here(request):
                return _response(_NOT_YOURS)
            if not compare_digest(token.encode(), self._token.encode()):
                return _response(_NO_PAGE)
            response = await answer(request)
            for name, value in _HEADERS.items():
                response.headers.setdefault(name, value)
            return response

        return guarded

    async def _ask(self, operation: Callable[[object], Any], request: Request) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            why = "Send JSON, and say so: Content-Type: application/json."
            return _response(Problem("media-type", 415, "Not JSON", why))
        try:
            body = await self._body(request)
        except ClientDisconnect:
            return Response(status_code=499)
        if body is None:
            most = self._desk.config.limits.megabytes
            why = f"A posting may have {most:g} MB; limits.megabytes would allow more."
            return _response(Problem("too-large", 413, "The posting is too large", why))
        try:
            table = json.loads(body)
        except (ValueError, RecursionError):
            return _response(Problem("not-json", 400, "Not JSON", "The body is not JSON in UTF-8."))
        loop = asyncio.get_running_loop()
        try:
            found = await loop.run_in_executor(self._worker, self._limited, operation, table)
        except TooSlow:
            why = f"It took more than {self._seconds:g} seconds; limits.seconds would allow more."
            return _response(Problem("too-slow", 503, "It took too long", why))
        except Exception as error:  # reported to whoever asks, which is all that can be done
            return _response(problem(error))
        if isinstance(found, bytes):
            word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            return Response(found, media_type=word)
        if isinstance(found, str):
            return Response(found, media_type="text/html; charset=utf-8")
        return JSONResponse(found)

    def _limited(self, operation: Callable[[object], Any], table: object) -> Any:
        with time_limit(self._seconds):
            return operation(table)

    async def _body(self, request: Request) -> bytes | None:
        """Return what was sent, or `None` for more than may be."""
        parts: list[bytes] = []
        size = 0
        async for part in request.stream():
            size += len(part)
            if size > self._most:
                return None
            parts.append(part)
        return b"".join(parts)

    async def _openapi(self, request: Request) -> Response:  # noqa: ARG002  # a route's signature
        return JSONResponse(document(f"/{self._token}/api"))

    async def _file(self, request: Request) -> Response:
        name = str(request.path_params["name"]) or "index.html"
        data = self._static.get(name)
        if data is None:
            return _response(_NO_PAGE)
        kind = _TYPES.get(name[name.rfind(".") :], "application/octet-stream")
        return Response(data, media_type=kind)


def _is_here(request: Request) -> bool:
    """Say whether a request names this machine and comes from the page or from no page."""
    host = request.headers.get("host", "")
    if urlsplit(f"//{host}").hostname not in _HOSTS:
        return False
    origin = request.headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        return False
    # Following a link to the page is no question; a question comes from the page itself.
    site = request.headers.get("sec-fetch-site", "none")
    return site in {"none", "same-origin"} or request.method == "GET"


def _response(found: Problem) -> Response:
    return Response(
        json.dumps(found.values),
        status_code=found.status,
        media_type="application/problem+json",
        headers=_HEADERS,
    )


async def _missing(request: Request, error: Exception) -> Response:  # noqa: ARG001  # its signature
    if getattr(error, "status_code", 404) == 405:
        why = "Questions are sent with POST; the page and its parts are fetched with GET."
        return _response(Problem("method", 405, "Not in this way", why))
    return _response(_NO_PAGE)


async def _broken(request: Request, error: Exception) -> Response:  # noqa: ARG001  # its signature
    return _response(problem(error))
