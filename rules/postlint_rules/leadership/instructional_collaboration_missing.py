"""LEAD006: link the technology of a school with its teaching.

## What it checks
Whether a duty or the summary has to do with instruction: teaching, learning, curriculum,
classrooms,
professional learning, student outcomes, or the people who lead them.
Training end users is support and not instruction; alone it brings information.
"Written instructions" and "machine learning" are other things.

## Why
School technology is there for learning; a head who only keeps systems running is not asked whether
they serve it.

## When not to use it
Where a peer leads instructional technology, and the posting names the peer.

## Fix safety
No fix: only the district knows how technology and teaching work together.
"""

from __future__ import annotations

from postlint.rules import (
    NamedRule,
    RuleMeta,
    Severity,
    has_duties,
    laws,
    phrases,
)

_RULE = "instructional-collaboration-missing"


class InstructionalCollaborationMissing(NamedRule):
    """Link the technology of a school with its teaching."""

    meta = RuleMeta(
        code="LEAD006",
        name=_RULE,
        summary="No duty links technology with teaching.",
        severity=Severity.WARNING,
        messages={
            "no-link": "No duty links technology with teaching and learning.",
            "training-only": (
                "'{words}' is support for users, and no duty links technology with teaching and "
                "learning."
            ),
        },
        authority=laws("cosn-outline", "us-ma-etac", "iste"),
        advice="Add a duty that links technology with teaching and learning.",
        why="Technology in schools serves teaching, and someone must lead that.",
        since="0.1",
        tags=frozenset({"duties", "instruction"}),
        profiles=frozenset({"k12"}),
    )
    applies = (has_duties,)
    phrases = phrases(__package__, "duties", _RULE)
    named = ("instruction",)
    weak = (("training-only", "training"),)
    said = "The work has to do with '{words}'."
    missing = "no-link"
