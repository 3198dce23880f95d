"""Clarity: what keeps a posting from being read, in counts and shares."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from postlint.rules import Rule, hookimpl


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.clarity.catch_all_duty import CatchAllDuty
    from postlint_rules.clarity.duty_compound import DutyCompound
    from postlint_rules.clarity.duty_count import DutyCount
    from postlint_rules.clarity.duty_duplicate import DutyDuplicate
    from postlint_rules.clarity.duty_not_action_led import DutyNotActionLed
    from postlint_rules.clarity.duty_passive import DutyPassive
    from postlint_rules.clarity.long_sentence import LongSentence
    from postlint_rules.clarity.posting_length import PostingLength
    from postlint_rules.clarity.readability_grade import ReadabilityGrade

    return [
        CatchAllDuty,
        ReadabilityGrade,
        LongSentence,
        PostingLength,
        DutyNotActionLed,
        DutyCompound,
        DutyPassive,
        DutyDuplicate,
        DutyCount,
    ]
