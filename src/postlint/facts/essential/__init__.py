"""Essential functions: how a posting marks them, and which duties are."""

from __future__ import annotations

from postlint.facts.essential.devices import essential_device, essential_legend
from postlint.facts.essential.duties import duty_essential, essential
from postlint.facts.essential.model import EssentialDevices, InlineMarks, Legend

__all__ = [
    "EssentialDevices",
    "InlineMarks",
    "Legend",
    "duty_essential",
    "essential",
    "essential_device",
    "essential_legend",
]
