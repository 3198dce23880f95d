"""The command `postlint`, also as `python -m postlint`."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; nothing is raised."""
    from postlint.cli.door import enter  # noqa: PLC0415  # an interrupt while importing is caught

    return enter(sys.argv[1:] if argv is None else list(argv))


def run() -> None:
    """Run the command and leave the interpreter with its exit code."""
    try:
        code = main()
    except KeyboardInterrupt:  # before or after the command itself
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    run()
