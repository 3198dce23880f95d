"""Papers of old writing programs, turned into Word files by LibreOffice where it is installed."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from postlint.errors import SourceError

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120


def libreoffice() -> str | None:
    """Return the program, where it is installed."""
    return next((found for name in _PROGRAMS if (found := which(name))), None)


def as_docx(path: str) -> bytes:
    """Return a paper as the bytes of a Word file. Raises `SourceError`.

    The file itself stays as it is. LibreOffice gets a profile of its own, so
    that one that is open is not disturbed.
    """
    program = libreoffice()
    if program is None:
        raise SourceError(path, "LibreOffice is not installed; save it as .docx or .pdf first")
    with TemporaryDirectory(prefix="postlint-") as folder:
        into = Path(folder)
        profile = (into / "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", "docx", "--outdir", str(into), str(Path(path).resolve())]
        try:
            status, words = _run(command)
        except OSError as error:
            raise SourceError(path, f"LibreOffice could not convert it: {error}") from error
        made = into / f"{Path(path).stem}.docx"
        if status or not made.is_file():
            raise SourceError(
                path, f"LibreOffice could not convert it: {words or 'no reason given'}"
            )
        return made.read_bytes()


def _run(command: list[str]) -> tuple[int, str]:
    """Return how a program ended and the last line of what it complained of.

    `soffice` starts the program that does the work, so all of its group end when the time is up.
    """
    with subprocess.Popen(  # noqa: S603  # what was found on the path
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        try:
            _, complaints = running.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            return 1, f"it took longer than {_SECONDS} seconds"
        finally:
            if running.poll() is None:
                if os.name == "posix":
                    os.killpg(running.pid, signal.SIGKILL)
                running.kill()
    return running.returncode, complaints.decode(errors="replace").strip().split("\n")[-1]
