"""What a setting is called in TOML."""

from __future__ import annotations


def toml_name(field: str) -> str:
    """Return the key of a field: `fail_on` is `fail-on`, `as_` is `as`."""
    return field.rstrip("_").replace("_", "-")
