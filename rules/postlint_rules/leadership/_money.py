"""Words for money that are verbs of something else."""

from collections.abc import Iterator, Sequence

import postlint.rules as kit

# "Grants teachers access": what a duty begins with is its verb, and gives no money.
_GIVES = kit.pattern(
    r"(?i)grants(?!\s*[,:;.&/-]|\s+(?:and|or|from|for|to|management|administration|writing"
    r"|coordination|reporting|compliance|programs?|applications?|funding)\b)"
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
        """Skip "grants" where a duty begins with it as its verb."""
        begins = {duty.span.start for duty in case.posting.duties}
        for span in super().places(case, key, read, but):
            if span.start not in begins or _GIVES.match(case.text, span.start) is None:
                yield span
