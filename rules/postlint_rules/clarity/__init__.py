"""Clarity: what keeps a posting from being read, in counts and shares."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

import postlint.rules as kit

# Rules about words, one TOML file each.
_WORDS = ("jargon_title",)


@kit.hookimpl
def postlint_rules() -> list[type[kit.Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.clarity.acronym_unexpanded import AcronymUnexpanded
    from postlint_rules.clarity.all_caps_block import AllCapsBlock
    from postlint_rules.clarity.catch_all_duty import CatchAllDuty
    from postlint_rules.clarity.core_section_missing import CoreSectionMissing
    from postlint_rules.clarity.duty_compound import DutyCompound
    from postlint_rules.clarity.duty_count import DutyCount
    from postlint_rules.clarity.duty_duplicate import DutyDuplicate
    from postlint_rules.clarity.duty_not_action_led import DutyNotActionLed
    from postlint_rules.clarity.duty_passive import DutyPassive
    from postlint_rules.clarity.long_sentence import LongSentence
    from postlint_rules.clarity.posting_length import PostingLength
    from postlint_rules.clarity.readability_grade import ReadabilityGrade
    from postlint_rules.clarity.stale_description import StaleDescription
    from postlint_rules.clarity.words_run_together import WordsRunTogether

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
        WordsRunTogether,
        CoreSectionMissing,
        StaleDescription,
        AllCapsBlock,
        AcronymUnexpanded,
        *kit.word_rules(__package__, *_WORDS),
    ]
