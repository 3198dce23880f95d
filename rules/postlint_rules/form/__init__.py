"""The form of a posting's text: marks, bullets, headings, debris. Off unless they are chosen."""

from __future__ import annotations

from postlint.rules import Rule, hookimpl, rules_of

# Rules, each in a module named after it.
_RULES = (
    "mark_form",
    "bullet_form",
    "heading_name",
    "page_debris",
)


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return rules_of(__package__, *_RULES)
