"""What the classifier says of a duty, and of all duties of a posting together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from postlint.text.records import NamedTuple
from postlint.text.source import Span

Label = Literal["leadership", "technical", "mixed", "other"]
Bucket = Literal["A", "B", "C", "D"]

# What the parts are called wherever they are shown: a report's bar, a finding, a hint.
BUCKET_NAMES: Final[Mapping[Bucket | None, str]] = {
    "A": "leadership and vision",
    "B": "education, people and community",
    "C": "managing technology",
    "D": "hands-on work",
    None: "other",
}
LABELS: Final[tuple[Label, ...]] = ("leadership", "technical", "mixed", "other")
BUCKETS: Final[tuple[Bucket, ...]] = ("A", "B", "C", "D")


class Scores(NamedTuple):
    """How likely each label is; the four add up to one."""

    leadership: float
    technical: float
    mixed: float
    other: float

    @property
    def label(self) -> Label:
        """The likeliest label; of equals the first."""
        return LABELS[self.index(max(self))]


class DutyEvidence(NamedTuple):
    """Words of a duty that spoke for a label, and how loudly.

    `group` is the class of `classes.toml` the words belong to. `weight` is
    what they add to the label's log-odds against the other labels' mean.
    """

    words: str
    span: Span
    group: str
    label: Label
    weight: float


class DutyClass(NamedTuple):
    """What one duty is, and why.

    `bucket` is `None` where the duty is not classified: it is neither leading
    nor technical work.
    """

    label: Label
    bucket: Bucket | None
    scores: Scores
    evidence: tuple[DutyEvidence, ...] = ()


class DutyProfile(NamedTuple):
    """How a posting's duties divide, as `leadership-duty-share` counts them."""

    a: int
    b: int
    c: int
    d: int
    unclassified: int

    @property
    def total(self) -> int:
        """All duties, classified or not."""
        return self.classified + self.unclassified

    @property
    def classified(self) -> int:
        """The duties that have a bucket: n."""
        return self.a + self.b + self.c + self.d

    @property
    def unclassified_share(self) -> float:
        """The share of all duties that have no bucket."""
        return self.unclassified / self.total if self.total else 0.0

    @property
    def hands_on_share(self) -> float:
        """D/n: the share that is done with one's own hands."""
        return self._share(self.d)

    @property
    def framework_share(self) -> float:
        """(A+B)/n: the share that lies outside technology management."""
        return self._share(self.a + self.b)

    @property
    def lead_count(self) -> int:
        """A+B: how many duties lead people, direction, or the community served."""
        return self.a + self.b

    def _share(self, count: int) -> float:
        return count / self.classified if self.classified else 0.0


def profile(classes: Sequence[DutyClass]) -> DutyProfile:
    """Return the counts of a posting's duties by bucket."""
    counts = Counter(each.bucket for each in classes)
    return DutyProfile(
        a=counts["A"], b=counts["B"], c=counts["C"], d=counts["D"], unclassified=counts[None]
    )
