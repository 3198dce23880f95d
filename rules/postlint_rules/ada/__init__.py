"""Essential functions and accommodation: what a posting says about the ADA's two questions."""

# ruff: noqa: PLC0415  # rules are imported when asked for, so that listing packs stays cheap

from __future__ import annotations

from postlint.packs.hookspecs import hookimpl
from postlint.rules.rule import Rule


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.ada.able_bodied_language import AbleBodiedLanguage
    from postlint_rules.ada.accommodation_statement_missing import AccommodationStatementMissing
    from postlint_rules.ada.all_duties_essential import AllDutiesEssential
    from postlint_rules.ada.application_accommodation_contact import ApplicationAccommodationContact
    from postlint_rules.ada.disability_inquiry import DisabilityInquiry
    from postlint_rules.ada.drivers_licence_unjustified import DriversLicenceUnjustified
    from postlint_rules.ada.essential_functions_unmarked import EssentialFunctionsUnmarked
    from postlint_rules.ada.essential_marker_inconsistent import EssentialMarkerInconsistent
    from postlint_rules.ada.essential_marker_legend import EssentialMarkerLegend
    from postlint_rules.ada.physical_demand_manner import PhysicalDemandManner
    from postlint_rules.ada.physical_demand_unlinked import PhysicalDemandUnlinked
    from postlint_rules.ada.pre_offer_medical import PreOfferMedical
    from postlint_rules.ada.psychological_trait_demand import PsychologicalTraitDemand

    return [
        EssentialFunctionsUnmarked,
        EssentialMarkerLegend,
        EssentialMarkerInconsistent,
        AllDutiesEssential,
        AccommodationStatementMissing,
        ApplicationAccommodationContact,
        PhysicalDemandUnlinked,
        PhysicalDemandManner,
        AbleBodiedLanguage,
        DriversLicenceUnjustified,
        DisabilityInquiry,
        PreOfferMedical,
        PsychologicalTraitDemand,
    ]
