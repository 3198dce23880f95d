"""The command `postlint`, also as `python -m postlint`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

# Start-up makes some hundred thousand objects that stay and hardly any circles;
# looking for circles at Python's own pace was an eighth of a cold start.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; nothing is raised."""
    from postlint.cli.door import enter  # noqa: PLC0415  # an interrupt while importing is caught

    return enter(sys.argv[1:] if argv is None else list(argv))


def run() -> None:
    """Run the command and leave the interpreter with its exit code."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
    try:
        code = main()
    except KeyboardInterrupt:  # before or after the command itself
        code = 130
    # Python looks through everything once more at its end, which frees nothing anybody needs.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
