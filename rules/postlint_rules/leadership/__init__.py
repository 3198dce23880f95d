"""The leadership pack: postings for the person who runs technology at a school or public body."""

from __future__ import annotations

from postlint.hookspecs import hookimpl
from postlint.rule import Rule


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.leadership.cabinet_membership import CabinetMembership  # noqa: PLC0415
    from postlint_rules.leadership.cabinet_reporting_line import (  # noqa: PLC0415
        CabinetReportingLine,
    )
    from postlint_rules.leadership.competency_coverage import CompetencyCoverage  # noqa: PLC0415
    from postlint_rules.leadership.leadership_duty_share import (  # noqa: PLC0415
        LeadershipDutyShare,
    )

    return [CabinetMembership, CabinetReportingLine, CompetencyCoverage, LeadershipDutyShare]
