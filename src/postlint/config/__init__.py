"""What the user set: TOML files, presets, the command line.

`find` and `load` are imported where a file is looked for and read: a library
user who has none should not pay for them.
"""

from __future__ import annotations

from postlint.config.model import Columns, Config, Limits, PerFile, SuppressionConfig

__all__ = ["Columns", "Config", "Limits", "PerFile", "SuppressionConfig"]
