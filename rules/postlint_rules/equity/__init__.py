"""Equal opportunity and equity: what the employer states, and what it asks applicants for."""

from __future__ import annotations

from postlint.hookspecs import hookimpl
from postlint.rule import Rule


@hookimpl
def postlint_rules() -> list[type[Rule]]:
    """Return the rules of this pack."""
    from postlint_rules.equity.eeo_statement_missing import EeoStatementMissing  # noqa: PLC0415
    from postlint_rules.equity.equity_commitment_missing import (  # noqa: PLC0415
        EquityCommitmentMissing,
    )
    from postlint_rules.equity.equity_statement_request import (  # noqa: PLC0415
        EquityStatementRequest,
    )

    return [EeoStatementMissing, EquityCommitmentMissing, EquityStatementRequest]
