"""The word count that a check is compared with. It knows nothing of postlint.

    python benchmarks/words.py ROUNDS < PATHS

Reads so many times what every line of the input names.
"""

import re
import sys
from collections import Counter
from pathlib import Path

WORD = re.compile(r"\w+")


def count_words(path: Path) -> int:
    """Return how many words a file has: the bare pass everything is compared with."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    return Counter(WORD.findall(text.lower())).total()


if __name__ == "__main__":
    postings = [Path(line) for line in sys.stdin.read().splitlines()]
    for posting in postings * int(sys.argv[1]):
        count_words(posting)
