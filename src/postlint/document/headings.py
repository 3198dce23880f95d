"""What a heading says its section is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from postlint.document.addressed import addressed_kind
from postlint.document.bodies import body_scores
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.labels import label_key
from postlint.document.openings import asks_for, is_duty_verb, is_trait, list_kind, opening_kind
from postlint.document.vocabulary import comparable, cues_of, first_word, stems, vocabulary
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple


class HeadingMatch(NamedTuple):
    """What a heading's words say, and how much of the heading says it.

    `share` is the part of the heading's telling words that known phrases cover,
    between 0 and 1; `weight` is the weight of the phrase that decides. `addressed` says
    that no phrase does, but who does what in the heading.
    """

    kind: SectionKind
    weight: int
    share: float
    addressed: bool = False


_LEAST_SHARE = 0.2
# "Join us if" is not of the house it names, but of who would.
_NO_DEMANDS = frozenset({"organization", "how-to-apply", "benefits", "other"})
_MODALS, _HOLDER = frozenset({"will", "would", "shall"}), 6
# Words too common to count when asking how much of a heading a phrase covers.
_SLIGHT = frozenset(
    """
    and any are as at be by can for following from i ii iii iv if in include including is it
    must of on or other our should that their to typically we who will with you
    """.split()
)


# What an overview is of: "The opening at a glance".
_POSTS = frozenset({"job", "role", "position", "post", "opening", "opportunity", "vacancy"})


def is_heading(words: str, *, share: float, weight: int = 0) -> bool:
    """Say whether known phrases cover so much of some words, one of that weight among them."""
    match = heading_match(words)
    return match is not None and match.share >= share and match.weight >= weight


# What a bracket says of the duties that a heading names, and what no heading is about.
_ASIDE = pattern(r"(?i)\((?:not all|[^)]*\baccommodation)")


def _words_of(heading: str) -> Sequence[str]:
    """Return the words of a heading that tell what stands under it."""
    note = heading.find("(")
    if note > 0 and _ASIDE.match(heading, note):
        heading = heading[:note]  # "Duties (not all-inclusive)" is not about inclusion
    if "erform" in heading or "ERFORM" in heading:
        # "Standards required to perform essential functions" is about the standards.
        named, to, _ = heading.lower().partition(" to perform ")
        heading = named if to and " " in named else heading
    words = stems(comparable(heading[:200]))
    if heading[:1] in _FIGURES and _NUMBER.match(heading):
        return words[1:]  # "IV. The person" says no more than "The person"
    if heading[:4] in PARTS and (part := part_length(heading)):
        return stems(comparable(heading[part:200]))
    return words


@lru_cache(maxsize=4096)
def heading_match(heading: str) -> HeadingMatch | None:
    """Return what a heading's words say, or `None` where they say nothing known."""
    words = _words_of(heading)
    count = len(words)
    if count > 1 and words[-1] in _MODALS and words[-2] in vocabulary().titles:
        # "The school's map librarian would", over what that is.
        return HeadingMatch(SectionKind.DUTIES, _HOLDER, 1.0)
    decides, most, known = _cued(words)
    if not decides:
        return _addressed(words)
    if words[-1] == "if" and decides in _NO_DEMANDS:
        return _addressed(words) or HeadingMatch(SectionKind(decides), most, 1.0)
    best = SectionKind(decides)
    if best is SectionKind.HOW_TO_APPLY and ("must", "have") in pairwise(words):
        best = SectionKind.QUALIFICATIONS  # "… must have, when the application form is sent"
    telling = covered = 0
    for index, word in enumerate(words):
        if word not in _SLIGHT:
            telling += 1
            covered += index in known or (word in _POSTS and best is SectionKind.OVERVIEW)
    # "About ..." heads a section whoever is named.
    if not telling or (words[0] == "about" and len(words) < 8):
        return HeadingMatch(best, most, 1.0)
    if "of" in words[1:5] and not _TASKS.isdisjoint(words[: words.index("of")]):
        # Whose they are does not make them other than duties.
        return HeadingMatch(SectionKind.DUTIES, max(most, 4), 1.0)
    applying = best is SectionKind.HOW_TO_APPLY
    if "for" in words[1:5] and not applying and _heads(words[: words.index("for")], known):
        # "Education for ..." is about education, whatever the post or the people.
        return HeadingMatch(best, most, 1.0)
    # "What comes with the job" is no heading of the job, which is one of its words.
    general = 2 * covered <= telling and most <= _GENERAL_WEIGHT
    clause = _addressed(words) if general or words[0] == "as" else None
    return clause or HeadingMatch(best, most, covered / telling)


def _cued(words: Sequence[str]) -> tuple[str, int, set[int]]:
    """Return the kind that the weightiest known phrase says, its weight, and the known words."""
    count = len(words)
    decides, most, longest = "", 0, 0
    known: set[int] = set()
    for index, word in enumerate(words):
        begun = cues_of(word)
        if begun is None:
            continue
        found = begun.get("", ())
        if index + 1 < count and words[index + 1] in begun:
            found = (*found, *begun[words[index + 1]])
        for phrase, kind, weight, first, last in found:
            length = len(phrase)
            if (
                (length < 3 or words[index : index + length] == phrase)
                and (not first or index == 0)
                and (not last or index + length == count)
            ):
                known.update(range(index, index + length))
                if (weight, length) > (most, longest):
                    decides, most, longest = kind, weight, length
    return decides, most, known


# "ARTICLE 2. DUTIES", "Part B: Duties": which part of a paper it is, and what that is about.
PARTS = frozenset({"ARTI", "Arti", "SECT", "Sect", "PART", "Part"})
_PART = pattern(
    r"(?i)(?:article|section|part)\s(?:\d{1,2}|[ivx]{1,5}|[a-h])(?:\s?[.:)]|\s[-–—])\s{0,3}(?=\w)"
)


def part_length(heading: str) -> int:
    """Return how long the number of a part is that a heading begins with, 0 for none."""
    part = _PART.match(heading)
    return 0 if part is None else part.end()


_FIGURES = frozenset("IVXivx")
_NUMBER = pattern(r"(?i)[ivx]{1,5}[.)]\s")
_GENERAL_WEIGHT = 4


def _addressed(words: Sequence[str]) -> HeadingMatch | None:
    """Return what a heading says that speaks to its reader, by who does what in it."""
    kind = addressed_kind(words)
    return None if kind is None else HeadingMatch(kind, 4, 1.0, addressed=True)


_TASKS = frozenset({"duty", "responsibility", "task"})


def _heads(words: Sequence[str], known: set[int]) -> bool:
    """Say whether every telling word of a heading's first words is a known phrase's."""
    telling = [index for index, word in enumerate(words) if word not in _SLIGHT]
    return bool(telling) and all(index in known for index in telling)


def heading_kind(heading: str) -> SectionKind | None:
    """Return the kind of section a heading announces, or `None` for unknown words.

    `None` is not `OTHER`: a heading nobody knows may belong to the section it
    is nested in. `section_kind` decides that.
    """
    match = heading_match(heading)
    # One telling word among many is chance: "Support employee wellbeing and ...".
    return None if match is None or match.share < _LEAST_SHARE else match.kind


# Fewer statements are no list.
_LEAST_LISTED = 2
# Statements of fewer characters are rows of a list and no paragraphs of a summary.
_LONGEST_TASK = 60
# Headings that weigh no more than this may head anything: "The role", "Position".
_VAGUE = 2
# Kinds whose headings are so general that the list under them says more.
_GENERAL = frozenset({SectionKind.OVERVIEW})
TOPICS = frozenset({SectionKind.ORGANIZATION, SectionKind.SUPERVISION})


def section_kind(
    heading: str,
    parent_kind: SectionKind | None,
    first_words_of_items: Sequence[str],
    *,
    early: bool = False,
) -> SectionKind:
    """Return the kind of a section from its heading, its parent's kind and its statements.

    `first_words_of_items` are the openings of the section's own paragraphs and
    items, in order; some words of each are enough. A known heading decides,
    save that a general one ("The role") over a list of duties is duties. An
    unknown heading takes its parent's kind, else the kind its list has.
    """
    kind = heading_kind(heading)
    match = heading_match(heading)
    demands = kind in REQUIREMENTS and match is not None and match.weight > _VAGUE * 2
    if parent_kind is SectionKind.DUTIES and not demands and _is_statement(heading):
        return parent_kind
    statements = first_words_of_items[:6]
    if kind is None or match is None:
        return _unknown_kind(heading, parent_kind, first_words_of_items, early=early)
    if kind in _LED and _leads_in(heading):
        return _led(statements) or kind
    doubt = _doubt(heading, match)
    if doubt is not None and statements:
        kind = _weighed(first_words_of_items, kind, doubt, match=match, early=early)
        if kind is not match.kind:
            return kind
    if kind in _GENERAL:
        return _general_kind(heading, match, statements)
    # "Our people" and "Supervision" over things to do, in a list of duties, are topics of it;
    # so are "Benefits" and "Training" over several.
    if parent_kind is not SectionKind.DUTIES or kind not in _TOPICS_TOO:
        return kind
    least = 1 if kind in TOPICS else 2
    work = list_kind(statements, least=least) is SectionKind.DUTIES
    return SectionKind.DUTIES if work else kind


# What a posting says of itself, and what those do all day who work in personnel or training.
_WORK_ON = frozenset(
    {
        SectionKind.BENEFITS,
        SectionKind.COMPENSATION,
        SectionKind.EDUCATION_EXPERIENCE,
        SectionKind.EQUAL_OPPORTUNITY,
        SectionKind.LICENCES,
    }
)
_TOPICS_TOO = TOPICS | _WORK_ON


def _leads_in(heading: str) -> bool:
    """Say whether "The successful candidate will" leads in what is done as well as what is had."""
    if _END_OF_LEAD.isdisjoint(heading[-_LONGEST_END:]):
        return False
    bare = heading.rstrip(" :.…")
    return bare.count(" ") < _FEW_WORDS and bare.lower().endswith(_LEAD_IN)


# Each ends in one of these letters, which is sooner seen; a colon may follow.
_END_OF_LEAD, _LONGEST_END = frozenset("lL"), 4
_LEAD_IN, _FEW_WORDS = (" will", " would", " shall"), 5
_LED = REQUIREMENTS | {SectionKind.DUTIES}


def _led(statements: Sequence[str]) -> SectionKind | None:
    """Return what those who come will do, or what they are and have, by most of the verbs."""
    if len(statements) < _LEAST_LISTED:
        return None
    traits = sum(map(is_trait, statements))
    if 3 * traits > 2 * len(statements):
        return SectionKind.QUALIFICATIONS
    verbs = sum(is_duty_verb(first_word(statement)) for statement in statements)
    return SectionKind.DUTIES if 2 * (verbs - traits) >= len(statements) else None


def _doubt(heading: str, match: HeadingMatch) -> int | None:
    """Return how much more the words below must say to outweigh a heading; `None` if nothing does.

    A heading that a phrase covers decides; one of which a phrase says a part, or that
    speaks to its reader, is weighed.
    """
    if match.addressed:
        return _ADDRESSED
    lowered = heading.lower()
    if lowered.startswith(_BESIDES):
        return 0  # "Besides wages" is about anything else
    if "questionnaire" in lowered:
        return None  # which asks about degrees, and asks for none
    if match.kind is SectionKind.OTHER and match.weight <= _VAGUE + 1:
        return _NAMELESS
    if match.share == 1.0 or (match.share >= 0.5 and match.weight >= 6):
        return None
    return round(12 * match.weight * sqrt(match.share))


# What the words below must say at least, where the heading says nothing; and how much more
# for another kind than for that of the section it stands in.
_FAINT, _STRONG = 20, 30
_LOUDER, _LOUDER_EARLY = 4, 20
# What the first words about a post mention on the way.
_MENTIONED = frozenset(
    {SectionKind.WORKING_CONDITIONS, SectionKind.COMPENSATION, SectionKind.SUPERVISION}
)
# "Bay Family Dentistry, Elm City, Michigan"
_LETTERHEAD = pattern(
    r"(?:[A-Z][\w.'’&-]* ){1,6}[A-Z][\w.'’-]*(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?){1,2}"
)
# What a heading that speaks to its reader is worth.
_ADDRESSED, _AKIN = 25, 15
# What "Notice" and "Details" are worth, which may head anything.
_NAMELESS = 45
_BESIDES = (
    "besides ",
    "more than ",
    "beyond ",
    "aside from ",
    "apart from ",
    "in addition to ",
    "on top of ",
)


def _weighed(
    statements: Sequence[str],
    kind: SectionKind,
    doubt: int,
    *,
    early: bool,
    match: HeadingMatch | None = None,
) -> SectionKind:
    """Return the kind that the words of a section speak for, in doubt the one given.

    `match` is what the heading says, `None` where it says nothing known.
    """
    scores = body_scores(statements)
    # One word, such as an amount, may be of an inventory as well as of pay.
    lone = len(statements) == 1 and " " not in statements[0].strip()
    if lone or not scores or max(scores, key=scores.__getitem__) is kind:
        return kind
    # What comes last may be of a section whose heading is lost: what comes first says it too.
    first = body_scores(statements[:2]) if len(statements) > 2 else scores
    scores = {one: (score + first.get(one, 0)) / 2 for one, score in scores.items()}
    best = max(scores, key=scores.__getitem__)
    # What speaks for something else no louder than for the post in general is about that.
    general = scores.get(SectionKind.OVERVIEW)
    louder = _LOUDER_EARLY if early and best in _MENTIONED else _LOUDER
    if general is not None and scores[best] - general < louder:
        best = SectionKind.OVERVIEW
    if match is not None and kind in REQUIREMENTS and best in REQUIREMENTS:
        # "What you bring" may be of degrees, and "Skills" are skills.
        doubt = _AKIN if kind is SectionKind.QUALIFICATIONS and match.addressed else 100
    if best is kind or first.get(best, 0) < first.get(kind, 0):
        return kind
    least = 0 if kind is SectionKind.OTHER else scores.get(kind, 0)
    alone = match is None and kind is SectionKind.OTHER
    if alone and scores[best] < _STRONG and _is_rivalled(scores, best):
        return kind
    return best if scores[best] > least + doubt else kind


def _is_rivalled(scores: Mapping[SectionKind, float], best: SectionKind) -> bool:
    """Say whether faint words speak as loudly for another kind, or nearly so."""
    others = [one for one in scores if one is not best]
    if best in REQUIREMENTS:
        others = [one for one in others if one not in REQUIREMENTS]
    return any(scores[best] - scores[one] < _RIVAL for one in others)


_RIVAL = 3


def _general_kind(heading: str, match: HeadingMatch, statements: Sequence[str]) -> SectionKind:
    """Return the kind of a section whose heading may stand over more than one kind."""
    bare = heading.lower().removeprefix("what").removeprefix("'s ").removeprefix(" is ")
    bare = bare.removeprefix("the ").strip(" .:?")
    if match.weight <= _VAGUE or bare in {"job", "opportunity"}:
        # Under such a heading the list must come at once: an introduction says
        # that the heading means what it says.
        if len(statements) == 1:
            statements = statements[0].split(". ")  # "THE WORK. Greases rails. Tests brakes."
        duties = list_kind(statements[:4]) is SectionKind.DUTIES
        return SectionKind.DUTIES if duties else match.kind
    # "Position summary" is one, whatever it sums up; "Overview of duties" may head the list.
    rest = heading_match(heading.lower().partition(" of ")[2])
    named = rest.kind if rest is not None and rest.weight > _VAGUE else None
    if named is None or named is match.kind or len(statements) < _LEAST_LISTED:
        return match.kind
    listed = list_kind(statements, least=1)
    short = max(map(len, statements)) < _LONGEST_TASK
    return named if listed is named or (listed is None and short) else match.kind


def _unknown_kind(
    heading: str, parent_kind: SectionKind | None, statements: Sequence[str], *, early: bool
) -> SectionKind:
    """Return the kind of a section from what it stands in, else from what stands in it."""
    in_list = parent_kind is SectionKind.DUTIES or parent_kind in REQUIREMENTS
    label = label_key(heading[:12])
    if label in _NOTES:
        # A note under a list of duties or demands is about the list, not of it; notes at
        # a bulletin's end are about all of it.
        closing = parent_kind is SectionKind.HOW_TO_APPLY and label == "notes"
        if parent_kind is None or parent_kind not in _HEIRS or in_list or closing:
            return SectionKind.OTHER
        return parent_kind
    nested = parent_kind is SectionKind.DUTIES and len(statements) >= _LEAST_LISTED
    if nested and all(map(asks_for, statements)):
        return SectionKind.QUALIFICATIONS  # below duties by how it is set alone
    if parent_kind is None or parent_kind not in _HEIRS:
        other = SectionKind.OTHER
        kind = _weighed(statements, other, _FAINT, early=early)
        if kind in _MENTIONED and early and _LETTERHEAD.fullmatch(heading):
            return SectionKind.OVERVIEW  # a house and its town head what the post is
        if kind is not other:
            return kind
        least = 1 if heading.lower().startswith(_WHEN) else 2
        return list_kind(statements, least=least) or other
    # What comes later in the section may have lost its own heading.
    kind = _weighed(statements, parent_kind, _STRONG, early=early)
    duties = parent_kind in REQUIREMENTS and kind is SectionKind.DUTIES
    return parent_kind if duties or (in_list and kind in _ANYWHERE) else kind


def _is_statement(heading: str) -> bool:
    """Say whether a heading is a duty put over others: "You will apply what you know to …"."""
    if heading.count(" ") < 4:
        return False
    you = heading[:10].lower().startswith(("you will ", "you’ll ", "you'll "))
    return you or opening_kind(heading) is SectionKind.DUTIES


# "In the winter months", "Every spring": work is done then, be it one task.
_WHEN = ("in ", "on ", "at ", "during ", "when ", "each ", "every ", "before ", "after ")
_NOTES = frozenset({"note", "notes", "notice"})
# What a topic among duties or demands may speak of without leaving them.
_ANYWHERE = frozenset({SectionKind.OVERVIEW, SectionKind.ORGANIZATION, SectionKind.OTHER})
# Kinds that an unknown heading nested under them may be trusted to share.
_HEIRS = frozenset(SectionKind) - _ANYWHERE
