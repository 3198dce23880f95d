"""What a posting says beyond its structure; each fact with its evidence.

`CATALOGUE` lists the facts that reports show, under the names they have there.
"""

from __future__ import annotations

from typing import Any

from postlint.facts.base import FactSource
from postlint.facts.kind import is_posting
from postlint.facts.title import title

__all__ = ["CATALOGUE"]

CATALOGUE: tuple[FactSource[Any], ...] = (is_posting, title)
