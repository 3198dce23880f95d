"""What judging a posting depends on: its kind, employer, profile and place.

What the user declared about the employer always wins over what the text suggests.
"""

from __future__ import annotations

from postlint.facts.context.country import abroad as abroad, country as country
from postlint.facts.context.employer import (
    document_kind as document_kind,
    employer_kind as employer_kind,
    profile as profile,
)
from postlint.facts.context.gazetteer import (
    cities_shared as cities_shared,
    state_code as state_code,
    states_named as states_named,
)
from postlint.facts.context.jurisdiction import (
    jurisdiction as jurisdiction,
    stated_place as stated_place,
)
from postlint.facts.context.residents import (
    of_states as of_states,
    open_to as open_to,
    shut_out as shut_out,
)
from postlint.facts.context.signs import seat as seat
