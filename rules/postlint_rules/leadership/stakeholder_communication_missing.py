"""LEAD013: let the head of technology face those it serves.

## What it checks
Whether a duty or the summary faces the board, the council, families, residents, partners or other
agencies: a word for them beside one for presenting, advising, working together or the like.
A duty done by hand does not count, nor do customer service, names such as "Community Schools",
"public sector" or "board policy".
The head of a part, such as security, is not asked.

## Why
Boards and communities pay for technology and live with it; they are told by the person who leads.

## When not to use it
Where a communications office speaks for all departments.

## Fix safety
The unsafe fix adds a duty with blanks to fill in.
"""

import postlint.rules as kit
from postlint_rules.leadership._profile import at_home, at_school, leadership_meta, whole_function


class StakeholderCommunicationMissing(kit.NamedRule):
    meta = leadership_meta(
        code="LEAD013",
        summary="No duty faces those the organisation answers to or serves.",
        messages={
            "no-stakeholders": "No duty faces {those}; none names anybody outside, or presenting."
        },
        advice="Say to whom the post presents, and with whom it plans.",
        why="Those who pay for technology want to be told.",
        authority=kit.laws("cosn-outline"),
        tags=frozenset({"duties"}),
    )
    applies = (at_home, kit.has_duties, whole_function)
    question = "whether a duty faces those who are served"
    named = ("stakeholders",)
    beside = (("stakeholders", "facing"),)
    passing = "The work has to do with '{words}'."
    not_by_hand = True
    example = "Present the state of technology to the [board] twice a year."

    def data(self, case: kit.Case) -> dict[str, object]:
        """Return whom the post would face."""
        school = "the board, families or the community"
        return {"those": school if at_school(case) else "a governing body, partners or the public"}
