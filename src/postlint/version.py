"""The version of postlint, for every room."""

from __future__ import annotations

__version__ = "0.1.0"
