"""What a posting says of pay and application, and what the law of its places asks it to say."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from postlint.rules import Rule, hookimpl


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.pay.pay_contradiction import PayContradiction
    from postlint_rules.pay.pay_grade_unresolved import PayGradeUnresolved
    from postlint_rules.pay.pay_range_malformed import PayRangeMalformed
    from postlint_rules.pay.pay_range_missing import PayRangeMissing
    from postlint_rules.pay.pay_range_open_ended import PayRangeOpenEnded
    from postlint_rules.pay.pay_range_too_wide import PayRangeTooWide

    return [
        PayRangeMissing,
        PayRangeOpenEnded,
        PayRangeTooWide,
        PayGradeUnresolved,
        PayRangeMalformed,
        PayContradiction,
    ]
