"""The shapes of what postlint writes, as JSON schemas that come with the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, cast


def report_schema() -> dict[str, Any]:
    """Return the schema of `--format json`; `$defs/line` is that of a line of `jsonl`."""
    text = files("postlint.schema").joinpath("report-1.json").read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text))
