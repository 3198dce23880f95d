"""What judging a posting depends on: its kind, employer, profile and place.

What the user declared about the employer always wins over what the text suggests.
"""

from __future__ import annotations

from postlint.facts.context.country import abroad, country
from postlint.facts.context.employer import document_kind, employer_kind, profile
from postlint.facts.context.gazetteer import cities_shared, state_code, states_named
from postlint.facts.context.jurisdiction import jurisdiction, stated_place
from postlint.facts.context.residents import of_states, open_to, shut_out
from postlint.facts.context.signs import seat

__all__ = [
    "abroad",
    "cities_shared",
    "country",
    "document_kind",
    "employer_kind",
    "jurisdiction",
    "of_states",
    "open_to",
    "profile",
    "seat",
    "shut_out",
    "state_code",
    "stated_place",
    "states_named",
]
