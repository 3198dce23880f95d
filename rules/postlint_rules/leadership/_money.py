"""Words for money that are verbs of something else."""

from collections.abc import Iterator, Sequence

import postlint.rules as kit

# "Grants teachers access", "bids the class goodbye": what a duty begins with is its verb.
_GIVES = kit.pattern(
    r"(?i)grants(?!\s*[,:;.&/-]|\s+(?:and|or|from|for|to|management|administration|writing"
    r"|coordination|reporting|compliance|programs?|applications?|funding)\b)"
    r"|bids?\b[^.;]*\b(?:farewell|goodbye|adieu|welcome|good (?:day|morning|night|luck))\b"
)


class MoneyRule(kit.NamedRule):
    """Looks for money, and takes no verb for it."""

    def places(
        self,
        case: kit.Case,
        key: str,
        read: Sequence[kit.Section | kit.Duty],
        but: Sequence[kit.Span],
    ) -> Iterator[kit.Span]:
        """Skip "grants" and "bids" where a duty begins with them as verbs of something else."""
        begins = {duty.span.start for duty in case.posting.duties}
        for span in super().places(case, key, read, but):
            if span.start not in begins or _GIVES.match(case.text, span.start) is None:
                yield span
