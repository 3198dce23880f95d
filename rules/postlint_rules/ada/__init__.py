"""Essential functions and accommodation: what a posting says about the ADA's two questions."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from postlint.rules import Rule, hookimpl, word_rules

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
    from postlint_rules.ada.accommodation_statement_missing import AccommodationStatementMissing
    from postlint_rules.ada.all_duties_essential import AllDutiesEssential
    from postlint_rules.ada.application_accommodation_contact import ApplicationAccommodationContact
    from postlint_rules.ada.drivers_licence_unjustified import DriversLicenceUnjustified
    from postlint_rules.ada.essential_functions_unmarked import EssentialFunctionsUnmarked
    from postlint_rules.ada.essential_marker_inconsistent import EssentialMarkerInconsistent
    from postlint_rules.ada.essential_marker_legend import EssentialMarkerLegend
    from postlint_rules.ada.physical_demand_unlinked import PhysicalDemandUnlinked

    return [
        EssentialFunctionsUnmarked,
        EssentialMarkerLegend,
        EssentialMarkerInconsistent,
        AllDutiesEssential,
        AccommodationStatementMissing,
        ApplicationAccommodationContact,
        PhysicalDemandUnlinked,
        DriversLicenceUnjustified,
        *word_rules(__package__, *_WORDS),
    ]
