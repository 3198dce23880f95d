"""Places where a text lets something be inserted later, which a reader cannot see."""

from __future__ import annotations

from functools import lru_cache

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.vocabulary import word_set
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

_WORD = pattern(r"[^\W_]+")
# The names of files that templates insert; of a variable, the last word says what it holds.
_FILE = pattern(
    r"\.(?:html?|md|markdown|txt|liquid|njk|erb|ejs|hbs|mustache|j2|jinja2?|tmpl|php)\Z"
)
_AMOUNT = frozenset({"amount", "min", "max", "range", "total", "count", "index"})
_HUMP = pattern(r"(?<=[a-z])(?=[A-Z])")


class Gap(NamedTuple):
    """A place where a template or a page's program puts text in.

    `name` is what the source calls it, such as `job/salary_range.html`; it is
    empty where the source does not say. A rule that misses a statement in a
    posting with a gap cannot tell that the statement is missing.
    """

    name: str
    span: Span

    def moved(self, by: int) -> Gap:
        """Return the gap, that many characters further on."""
        return Gap(self.name, Span(self.span.start + by, self.span.end + by))

    @property
    def words(self) -> str:
        """The name as words: `salary range` of `job/salary_range.html` and `job.salaryRange`."""
        return _words(self.name)

    @property
    def kind(self) -> SectionKind | None:
        """The kind of section the name speaks of, or `None` where it says nothing known."""
        return heading_kind(self.words)

    def may_hold(self, *kinds: SectionKind) -> bool:
        """Say whether a statement that belongs in a section of these kinds may stand here.

        A name that speaks of another kind or of a small thing, such as a date
        or a button, says that it does not; one that says nothing known may
        hold anything.
        """
        if not self.name:
            return True
        held = _held(self.name)
        return held if isinstance(held, bool) else held in kinds


# Every rule asks it of the same few names.
@lru_cache(maxsize=512)
def _held(name: str) -> SectionKind | bool:
    """Return the kind of section a name speaks of, else whether it may hold any."""
    words = _words(name)
    parts = words.lower().split()
    if not word_set("small_gaps").isdisjoint(parts):
        return False
    kind = heading_kind(words)
    return _AMOUNT.isdisjoint(parts) if kind is None else kind


def _words(name: str) -> str:
    name = name.rpartition("/")[2]
    file = _FILE.search(name)
    stem = name[: file.start()] if file else name.rpartition(".")[2] or name
    return " ".join(_WORD.findall(_HUMP.sub(" ", stem)))
