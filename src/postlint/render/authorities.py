"""What a finding or a rule rests on, in words."""

from __future__ import annotations

from collections.abc import Iterable

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


def authority_list(rests_on: Iterable[Authority]) -> str:
    """Return authorities as a list in Markdown, each with its link."""
    return "\n".join(
        f"- {authority_sentence(one)}" + (f" <{one.link}>" if one.link else "") for one in rests_on
    )
