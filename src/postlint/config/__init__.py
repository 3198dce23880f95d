"""What the user set: TOML files, presets, the command line."""

from __future__ import annotations

from postlint.config.load import Found, find_file, load
from postlint.config.model import Config, EmployerConfig, PerFile, Profile

__all__ = ["Config", "EmployerConfig", "Found", "PerFile", "Profile", "find_file", "load"]
