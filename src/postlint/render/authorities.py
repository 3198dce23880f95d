"""What a finding or a rule rests on, in words and as plain values."""

from __future__ import annotations

from typing import Any

from postlint.text.authority import Authority, Basis

_BASIS = {
    Basis.PRIMARY: "read in its own text",
    Basis.SECONDARY: "read in a summary by others",
    Basis.GENERAL: "general knowledge, not opened for this rule",
}


def authority_sentence(text: Authority) -> str:
    """Return an authority with its date, its reach and how far it may be trusted."""
    parts = [
        text.date,
        text.jurisdiction,
        f"confidence {text.confidence.value}",
        _BASIS[text.basis],
    ]
    if text.volatile:
        parts.append("may change: check it again")
    return f"{text.citation} ({'; '.join(part for part in parts if part)})"


def authority_values(text: Authority) -> dict[str, Any]:
    """Return an authority as plain values."""
    return {
        "citation": text.citation,
        "jurisdiction": text.jurisdiction or None,
        "date": text.date,
        "confidence": text.confidence.value,
        "basis": text.basis.value,
        "volatile": text.volatile,
        "link": text.link or None,
    }
