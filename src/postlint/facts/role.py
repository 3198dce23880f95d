"""The role of the post, from its title and its duties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Final, Literal

from postlint.document.kinds import OF_THE_WORK
from postlint.facts._data import phrases, word_sets
from postlint.facts.base import Case, Fact, fact
from postlint.facts.declared import PostRole
from postlint.facts.duty_classes import duty_classes
from postlint.facts.reporting.cabinet import cabinet
from postlint.facts.title import title
from postlint.text.decisions import Way, first_answer
from postlint.text.patterns import pattern
from postlint.text.source import Span

Role = Literal["tech-leader", "tech-staff", "other"]
_BY_DECLARED: Final[Mapping[PostRole, Role]] = {
    PostRole.TECH_LEADER: "tech-leader",
    PostRole.TECH_STAFF: "tech-staff",
    PostRole.OTHER: "other",
}
# From this share of technical duties on, a post without a telling title is technical.
_TECHNICAL: Final = 0.4
_LEAST_DUTIES: Final = 4
_LEAST_TO_CLASS: Final = 3
# Three technology words in a hundred and two in five duties; without a title that could have
# spoken of technology, fewer of the one where there are more of the other.
_DENSE: Final = 0.03
_PER_DUTY: Final = 0.4
_DENSE_UNNAMED: Final = 0.02
_PER_DUTY_UNNAMED: Final = 0.3
_TOGETHER_UNNAMED: Final = 0.009
_DENSE_ALONE: Final = 0.04
_LEAST_WORDS: Final = 120
# From here on it is technology that the post leads, whatever its duties are.
_FULL: Final = 0.05


@cache
def _phrases() -> Mapping[str, Iterable[str]]:
    return phrases("role")


@fact("role", phrases=_phrases())
def role(case: Case) -> Fact[Role]:
    """Return whether the post runs technology, works in it, or neither.

    Title and duties decide together: a title alone only where it can mean
    nothing else. Where neither says enough, `missing` names what would. A declared
    role is the post's, whatever they say.
    """
    named = case[title]
    if case.employer.role is not None:
        return Fact(_BY_DECLARED[case.employer.role], named.spans[:1])
    if named.value is not None:
        post = Post(case, named.spans[0])
        decided = first_answer(STEPS, post)
        if decided is not None:
            return Fact(decided, (post.span,))
    by_work = _by_work(case)
    if by_work.value == "other":
        return by_work._replace(missing=_unread(case, named))
    return by_work


def _unread(case: Case, named: Fact[str | None]) -> str | None:
    """Return what is missing to say that a post has nothing to do with technology."""
    duties = len(case.posting.duties)
    if named.value is None:
        return None if duties >= _LEAST_DUTIES else _NO_TITLE
    if duties == 0 and not _says_what(case, named.spans[0]):
        return _NO_DUTIES
    return named.missing if duties == 0 else None


_NO_TITLE: Final = "what the post does: no title and no list of duties were found"
_NO_DUTIES: Final = "what the post does: its title says only a rank, and no duties were found"


def _says_what(case: Case, span: Span) -> bool:
    """Say whether a title has a word besides ranks: "Director" alone has none."""
    inside = case.words.between(span)
    words = case.words.words[inside.start : inside.stop]
    return any(word not in word_sets("role")["rank"] for word in words)


def _unit(case: Case) -> Span | None:
    """Return what the field about the unit says: "Director", and "Division: Technology" below."""
    called = word_sets("role")["unit_fields"]
    units = (field.value.span for field in case.posting.fields if field.key.text.lower() in called)
    return next(units, None)


# "Head of Admissions, Institute of Computing": what the house teaches is not what the post does.
_HOUSE = pattern(
    r",[ ](?:[A-Z][\w'’-]*[ ]){0,4}(?:Institute|College|School|University|Academy|Faculty|Museum)\b"
    r"[^\n]*\Z"
)


class Post:
    """What the steps ask about a post with a title."""

    def __init__(self, case: Case, span: Span) -> None:
        self.case = case
        house = _HOUSE.search(case.text, *span)
        span = Span(span.start, house.start()) if house else span
        self.span = span
        self.text = case.text[span.start : span.end]
        # Where what the post is about is named: its unit, where the title says only a rank.
        self.about = span if _says_what(case, span) else _unit(case) or span
        self.technical = case.hits.within("role.technology", self.about)

    def has(self, key: str) -> bool:
        """Say whether a phrase of a key stands in the title."""
        return bool(self.case.hits.within(f"role.{key}", self.span))

    @cached_property
    def core(self) -> bool:
        """Whether a word of the title can mean nothing but technology."""
        weak = self.case.hits.within("role.weak", self.about)
        return any(not any(one.contains(place) for one in weak) for place in self.technical)

    @cached_property
    def leads(self) -> bool:
        """Whether a noun of rank stands in the title, in no staff noun."""
        staff = self.case.hits.within("role.staff_noun", self.span)
        nouns = self.case.hits.within("role.lead_noun", self.span)
        return any(not any(other.contains(place) for other in staff) for place in nouns)

    @cached_property
    def staff(self) -> bool:
        """Whether a staff noun stands in the title; its last word may be glued to the next."""
        if self.has("staff_noun"):
            return True
        last = pattern(r"[a-z]+").findall(self.text.lower())[-1:]
        return bool(last) and last[0] in _phrases()["role.staff_noun"]

    @cached_property
    def runs(self) -> bool:
        """Whether the work is that of who runs a department: people, money, policy, plans."""
        case = self.case
        sections = [s.span for s in case.posting.sections if s.kind in OF_THE_WORK]
        groups = {
            key
            for key in _RUNNING
            if any(case.hits.within(f"role.{key}", span) for span in sections)
        }
        classes = case[duty_classes].value
        leading = sum(
            1.0 if c.label == "leadership" else 0.5 * (c.label == "mixed") for c in classes
        )
        share = leading / len(classes) if len(classes) >= _LEAST_DUTIES else None
        whole = self.has("whole_title")
        if whole and share is None:
            return True  # nothing says that a manager of all of it does not run it
        many = _FEW_GROUPS if whole else _MANY_GROUPS
        return len(groups) >= many and (share is None or share >= _MOSTLY)

    @cached_property
    def backed(self) -> bool:
        """Whether the work is about technology too, as far as it is known."""
        case = self.case
        words = len(case.hits.places("role.technology")) - len(case.hits.places("role.fashion"))
        if words >= _BACKED * len(case.words):
            return True
        share = self.hands_on
        return self.core if share is None else share >= _TECHNICAL

    @cached_property
    def elsewhere(self) -> bool:
        """Whether the text speaks of technology outside the title; a text of nothing else may."""
        case = self.case
        inside = case.hits.within("role.technology", self.about)
        return not case.posting.duties or len(case.hits.places("role.technology")) > len(inside)

    @cached_property
    def hands_on(self) -> float | None:
        """The share of the duties that is hands-on work, where enough of them were found."""
        classes = self.case[duty_classes].value
        if len(classes) < _LEAST_DUTIES:
            return None
        hands = sum(1.0 if c.label == "technical" else 0.5 * (c.label == "mixed") for c in classes)
        return hands / len(classes)


_RUNNING: Final = ("runs_people", "runs_money", "runs_policy", "runs_plans", "runs_whole")
_MANY_GROUPS: Final = 3
_FEW_GROUPS: Final = 1
_MOSTLY: Final = 0.5
_BACKED: Final = 0.02


def _chief(post: Post) -> Role | None:
    if not post.has("leader_title"):
        return None
    deputy = pattern(r"(?i)\W*(?:deputy|assistant|associate)\b").match(post.text)
    return "tech-leader" if not deputy or _second(post.case, post.span) else "tech-staff"


def _other_field(post: Post) -> Role | None:
    """Tell a title whose noun belongs to another field: "Policy Manager, Media and Technology"."""
    if post.has("other_trade"):
        return "other"
    if not post.technical or not post.has("other_field"):
        return None
    share = post.hands_on
    ours = post.core and post.backed and post.elsewhere if share is None else share >= _TECHNICAL
    return None if ours else "other"


def _head(post: Post) -> Role | None:
    return "tech-leader" if post.leads and (post.core or (post.backed and post.technical)) else None


def _running(post: Post) -> Role | None:
    if not post.core or not post.has("middle_noun") or post.has("one_thing"):
        return None  # most posts, whose duties need not be judged for it
    # Who has a seat among those who lead the house heads what the title names.
    seated = not post.staff and post.case[cabinet].value is not None
    return "tech-leader" if post.case.hits["role.heads"] or post.runs or seated else None


def _hands(post: Post) -> Role | None:
    return "tech-staff" if post.has("staff_title") else None


def _projects(post: Post) -> Role | None:
    """Tell a manager of projects by what the projects are of."""
    if not post.has("one_thing") or post.has("other_field"):
        return None
    return "tech-staff" if len(post.case.hits.places("role.our_projects")) > 1 else None


def _staff(post: Post) -> Role | None:
    if not post.technical or not post.staff:
        return None
    return "tech-staff" if post.core or post.backed else None


# How a title decides, each with a posting that it is the first to decide.
STEPS: Final[tuple[Way[Post, Role, str], ...]] = (
    Way("a chief's title", _chief, "# Chief Technology Officer\n"),
    Way(
        "a noun of another field",
        _other_field,
        "# Policy Manager, Media and Technology\n\n## Duties\n\n- Writes policy papers.\n"
        "- Meets legislators.\n- Builds coalitions.\n- Plans hearings.\n",
    ),
    Way("a head of technology", _head, "# Director of Technology\n"),
    Way(
        "who runs the department, whatever it is called",
        _running,
        "# IT Coordinator\n\n## Duties\n\n- Supervises the department's staff.\n"
        "- Manages the department's budget.\n- Develops policies for the county.\n"
        "- Leads strategic planning with department heads.\n",
    ),
    Way("a title of hands-on work", _hands, "# Senior System Administrator\n"),
    Way("a staff title about technology", _staff, "# IT Specialist\n"),
    Way(
        "a manager of projects of technology",
        _projects,
        "# Project Manager\n\nRuns IT projects, from application development to use.\n",
    ),
)


def _second(case: Case, span: Span) -> bool:
    """Say whether a deputy's title is a chief's deputy: that post runs a large part."""
    return bool(
        pattern(r"(?i)\b(?:cio|cto|chief|superintendent)\b").search(
            case.text[span.start : span.end]
        )
    )


def _by_work(case: Case) -> Fact[Role]:
    """Return what the duties say of the post."""
    series = case.hits["role.staff_series"]
    if series:
        return Fact("tech-staff", series[:1])
    words = case.hits["role.technology"]
    density = len(words) / max(1, len(case.words))
    named = case[title]
    if named.value is not None and any(
        case.hits.within(f"role.{key}", named.spans[0]) for key in ("other_field", "other_trade")
    ):
        return Fact("other")
    if len(case.posting.duties) < _LEAST_TO_CLASS:
        # Where hardly a duty was found, a text full of technology is about it all the same.
        full = density >= _DENSE_ALONE and len(case.words) >= _LEAST_WORDS
        return Fact("tech-staff", words[:3]) if named.value and full else Fact("other")
    # Words are counted before duties are classed, which costs far more.
    if not _speaks_of_technology(case):
        return Fact("other")
    classes = case[duty_classes].value
    technical = sum(
        1.0 if each.label == "technical" else 0.5 if each.label == "mixed" else 0.0
        for each in classes
    )
    full = len(case.hits["role.technology"]) >= _FULL * len(case.words)
    if technical / len(classes) < _TECHNICAL and not full:
        return Fact("other")
    spans = tuple(
        duty.span
        for duty, each in zip(case.posting.duties, classes, strict=True)
        if full or each.label == "technical"
    )
    return Fact("tech-staff", spans)


def _speaks_of_technology(case: Case) -> bool:
    """Say whether text and duties are full of technology: doing by hand alone is not."""
    words = case.hits["role.technology"]
    duties = case.posting.duties
    inside = sum(len(case.hits.within("role.technology", duty.span)) for duty in duties)
    dense, share = len(words) / max(1, len(case.words)), inside / len(duties)
    named = case[title]
    # "Technical Team Leader" says what kind of work it is, and not of what.
    if named.value is not None and not case.hits.within("role.technical", named.spans[0]):
        return dense >= _DENSE and share >= _PER_DUTY
    enough = dense >= _DENSE_UNNAMED and share >= _PER_DUTY_UNNAMED
    return enough and dense * share >= _TOGETHER_UNNAMED
