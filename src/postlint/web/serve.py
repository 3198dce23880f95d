"""Serving the page on this machine, until Ctrl-C."""

from __future__ import annotations

import secrets
import socket
import webbrowser
from collections.abc import Callable

import uvicorn

from postlint.errors import PostlintError
from postlint.web.app import make_app
from postlint.web.desk import Desk

# The one address that only this machine can reach.
HOST = "127.0.0.1"
_SECONDS_TO_END = 2


class PortTaken(PostlintError):  # noqa: N818  # says what it is
    """The port that was asked for belongs to another program."""

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__(f"Port {port} is taken. Leave --port out, and a free one is found.")


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    ready: Callable[[], object]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self.ready()


def serve(
    desk: Desk,
    *,
    port: int = 0,
    browser: bool = True,
    say: Callable[[str], object],
    token: str | None = None,
) -> None:
    """Serve the page until the person ends it. Raises `PortTaken`.

    `port` 0 is a free one. `say` gets the address.
    """
    token = secrets.token_urlsafe(24) if token is None else token
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise PortTaken(port) from error
    address = f"http://{HOST}:{listening.getsockname()[1]}/{token}/"

    def ready() -> None:
        say(address)
        if browser:
            webbrowser.open(address)

    settings = uvicorn.Config(
        make_app(desk, token),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    server = _Server(settings)
    server.ready = ready
    with listening:
        server.run(sockets=[listening])
