"""EQTY012: say that veterans are preferred, where the law of public employment does.

## What it checks
Whether a public employer's posting in Oregon speaks of veterans' preference.
Other states have such laws that were not opened for this work, and of them nothing is said.

## Why
Veterans have to claim the preference, and only those who know of it do.

## When not to use it
Where the form for applications says it.
"""

import postlint.rules as kit


class VeteransPreferenceMissing(kit.StatedRule):
    meta = kit.RuleMeta(
        code="EQTY012",
        summary="A public posting does not speak of veterans' preference.",
        messages={"missing": "Veterans' preference is not spoken of{law}."},
        authority=kit.laws(on="veterans-preference"),
        advice="Say that veterans' preference applies and how to claim it.",
        why="Veterans must know of the preference to claim it.",
        tags=frozenset({"equal-opportunity"}),
    )
    applies = (kit.united_states, kit.public_bodies)
    passing = "Veterans' preference is spoken of."
    unreached = "No law of veterans' preference that was read is of the place."
    places = (kit.SectionKind.HOW_TO_APPLY, kit.SectionKind.EQUAL_OPPORTUNITY)

    def law(self, found: tuple[kit.Reach, ...]) -> str:
        """Return whose law grants the preference: it asks no posting to say so."""
        return f"; {kit.facts.place_name(found[0].law.jurisdiction)} grants it"
