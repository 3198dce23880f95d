"""The form of a posting's text: marks, bullets, headings, debris. Off unless they are chosen."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from postlint.rules import Rule, hookimpl


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.form.bullet_form import BulletForm
    from postlint_rules.form.heading_name import HeadingName
    from postlint_rules.form.mark_form import MarkForm
    from postlint_rules.form.page_debris import PageDebris

    return [MarkForm, BulletForm, HeadingName, PageDebris]
