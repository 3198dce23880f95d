"""Essential functions: how a posting marks them, and which duties are."""

from __future__ import annotations

from postlint.facts.essential.devices import (
    essential_device as essential_device,
    essential_legend as essential_legend,
)
from postlint.facts.essential.duties import duty_essential as duty_essential, essential as essential
from postlint.facts.essential.model import (
    EssentialDevices as EssentialDevices,
    InlineMarks as InlineMarks,
    Legend as Legend,
)
