"""The mark that a pack's hooks carry."""

from __future__ import annotations

from typing import Final

import pluggy

PROJECT: Final = "postlint"

hookimpl = pluggy.HookimplMarker(PROJECT)
