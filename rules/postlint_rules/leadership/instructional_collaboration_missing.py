"""LEAD006: link the technology of a school with its teaching.

## What it checks
Whether a duty or the summary has to do with instruction: teaching, learning, curriculum,
classrooms, professional learning, student outcomes, or the people who lead them.
Teachers, principals and classrooms count beside what is planned or done with them: "printers for
classrooms" serve them as users. A duty done by hand, such as repairing projectors, does not count.

## Why
School technology is there for learning; a head who only keeps systems running is not asked whether
they serve it.

## When not to use it
Where a peer leads instructional technology, and the posting names the peer.

## Fix safety
The unsafe fix adds a duty with a blank to fill in.
"""

import postlint.rules as kit
from postlint_rules.leadership._profile import at_home, whole_function


class InstructionalCollaborationMissing(kit.NamedRule):
    meta = kit.RuleMeta(
        code="LEAD006",
        summary="No duty links technology with teaching.",
        severity=kit.Severity.WARNING,
        messages={
            "no-link": "No duty links technology with teaching or learning.",
        },
        advice="Say with whom the post plans what technology does for learning.",
        why="School technology is there for learning.",
        authority=kit.laws("cosn-outline", "us-ma-etac", "iste"),
        tags=frozenset({"duties", "instruction"}),
        profiles=frozenset({"k12"}),
    )
    applies = (at_home, kit.has_duties, whole_function)
    question = "whether a duty links technology with teaching"
    named = ("instruction", "people")
    beside = (("people", "working"),)
    passing = "The work has to do with '{words}'."
    not_by_hand = True
    idle_by_hand = "users"
    example = "Plan with the [chief academic officer] how technology serves teaching and learning."
