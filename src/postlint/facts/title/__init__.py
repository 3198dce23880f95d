"""The title of the job, wherever a posting gives it."""

from __future__ import annotations

from postlint.facts.title.found import LOOKS, Look, title
from postlint.facts.title.lines import lead, wanted_title

__all__ = ["LOOKS", "Look", "lead", "title", "wanted_title"]
