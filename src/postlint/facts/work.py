"""What can be said of the terms of the work, as reports have it."""

from __future__ import annotations

from typing import Literal

Remote = Literal["remote", "hybrid", "on-site"]
EmploymentType = Literal[
    "full-time",
    "part-time",
    "contract",
    "temporary",
    "seasonal",
    "internship",
    "volunteer",
    "per-diem",
    "permanent",
]
