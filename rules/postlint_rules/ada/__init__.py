"""Essential functions and accommodation: what a posting says about the ADA's two questions."""

from __future__ import annotations

from postlint.hookspecs import hookimpl
from postlint.rule import Rule


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.ada.accommodation_statement_missing import (  # noqa: PLC0415
        AccommodationStatementMissing,
    )
    from postlint_rules.ada.all_duties_essential import AllDutiesEssential  # noqa: PLC0415
    from postlint_rules.ada.essential_functions_unmarked import (  # noqa: PLC0415
        EssentialFunctionsUnmarked,
    )
    from postlint_rules.ada.essential_marker_inconsistent import (  # noqa: PLC0415
        EssentialMarkerInconsistent,
    )
    from postlint_rules.ada.essential_marker_legend import EssentialMarkerLegend  # noqa: PLC0415

    return [
        EssentialFunctionsUnmarked,
        EssentialMarkerLegend,
        EssentialMarkerInconsistent,
        AllDutiesEssential,
        AccommodationStatementMissing,
    ]
