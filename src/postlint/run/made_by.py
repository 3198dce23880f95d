"""What made a report: this version, and the packs that were loaded."""

from __future__ import annotations

from postlint.packs.registry import Packs
from postlint.render.base import Producer
from postlint.version import __version__


def addresses() -> tuple[str, str]:
    """Return where the project and its pages stand, as far as the distribution says.

    They are known once the project is published; until then they are empty.
    """
    from importlib.metadata import PackageNotFoundError, metadata  # noqa: PLC0415  # costly

    try:
        lines = metadata("postlint").get_all("Project-URL") or []
    except PackageNotFoundError:
        return "", ""
    pairs = (line.partition(",") for line in lines)
    urls = {label.strip().lower(): url.strip() for label, _, url in pairs}
    return urls.get("homepage", ""), urls.get("documentation", "")


def producer(packs: Packs) -> Producer:
    """Return what made the results."""
    return Producer(
        version=__version__,
        packs=tuple((pack.name, pack.distribution, pack.version) for pack in packs.packs),
        errors=tuple(str(error) for error in packs.errors),
    )
