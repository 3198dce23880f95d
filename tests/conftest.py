"""What all tests share: the rule corpora are tests, through the kit pack authors use."""

from __future__ import annotations

pytest_plugins = ["postlint.testing.plugin", "pytester"]
