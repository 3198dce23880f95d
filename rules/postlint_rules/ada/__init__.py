"""Essential functions and accommodation: what a posting says about the ADA's two questions."""

from __future__ import annotations

from postlint.rules import Rule, hookimpl, rules_of, word_rules

# Rules, each in a module named after it.
_RULES = (
    "essential_functions_unmarked",
    "essential_marker_legend",
    "essential_marker_inconsistent",
    "all_duties_essential",
    "accommodation_statement_missing",
    "application_accommodation_contact",
    "physical_demand_unlinked",
    "drivers_licence_unjustified",
)
# Rules about words, one TOML file each.
_WORDS = (
    "able_bodied_language",
    "disability_inquiry",
    "physical_demand_manner",
    "pre_offer_medical",
    "psychological_trait_demand",
)


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    return [*rules_of(__package__, *_RULES), *word_rules(__package__, *_WORDS)]
