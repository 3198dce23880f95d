"""Papers of old writing programs, turned into Word files by LibreOffice where it is installed."""

from __future__ import annotations

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
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired) as error:
            raise SourceError(path, f"LibreOffice could not convert it: {error}") from error
        made = into / f"{Path(path).stem}.docx"
        if done.returncode or not made.is_file():
            words = done.stderr.decode(errors="replace").strip().split("\n")[-1]
            raise SourceError(
                path, f"LibreOffice could not convert it: {words or 'no reason given'}"
            )
        return made.read_bytes()
