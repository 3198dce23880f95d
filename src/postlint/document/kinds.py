"""What the sections of a posting are about, told by their headings and openings.

The words that tell are data, in `headings.toml` beside this file. Comparison
is by word: lower-case, without punctuation, plural endings and possessives.
"""

# No postponed annotations: a named tuple compiles each that is a text, at every start.

import pkgutil
import re
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from postlint.cache import remember
from postlint.text.patterns import pattern


class SectionKind(Enum):
    """What a section of a posting is about."""

    OVERVIEW = "overview"
    ORGANIZATION = "organization"
    DUTIES = "duties"
    QUALIFICATIONS = "qualifications"
    KNOWLEDGE_SKILLS = "knowledge-skills"
    EDUCATION_EXPERIENCE = "education-experience"
    PREFERRED = "preferred"
    WORKING_CONDITIONS = "working-conditions"
    PHYSICAL = "physical"
    EQUAL_OPPORTUNITY = "equal-opportunity"
    ACCOMMODATION = "accommodation"
    COMPENSATION = "compensation"
    BENEFITS = "benefits"
    HOW_TO_APPLY = "how-to-apply"
    LICENCES = "licences"
    SUPERVISION = "supervision"
    OTHER = "other"

    # There is one of each, so that each can be its own hash: `Enum` takes the name's anew.
    __hash__ = object.__hash__


class HeadingMatch(NamedTuple):
    """What a heading's words say, and how much of the heading says it.

    `share` is the part of the heading's telling words that known phrases cover,
    between 0 and 1; `weight` is the weight of the phrase that decides.
    """

    kind: SectionKind
    weight: int
    share: float


# A phrase of headings: its words, its kind, its weight, and whether it must be what a
# heading begins with or ends with.
_Cue: TypeAlias = tuple[tuple[str, ...], str, int, bool, bool]


class _Tables(NamedTuple):
    """What the headings' file says, in plain data that the cache can keep."""

    # By first word, then by second, "" for phrases of one word: most phrases that
    # begin alike part at their second word.
    cues: Mapping[str, Mapping[str, Sequence[_Cue]]]
    fields: frozenset[str]
    navigation: frozenset[str]
    leads: frozenset[str]
    titles: frozenset[str]
    verbs: frozenset[str]
    ambiguous: frozenset[str]
    openings: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


_LEAST_SHARE = 0.2
# Words too common to count when asking how much of a heading a phrase covers.
_SLIGHT = frozenset(
    """
    and any are as at be by can for following from i ii iii iv if in include including is it
    must of on or other our should that their to typically we who will with you
    """.split()
)
_WORD = pattern(r"[^\W_]+")
# A blank for each character of ASCII that is in no word.
_CUT = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
# Words left out on both sides: "Purpose of the Position" is "purpose of position".
_ARTICLES = frozenset(("the", "a", "an", "this"))
_POSSESSIVE = pattern(r"['’´`]s\b")
# Ligatures a PDF has lost: "Quali4cations", "QualiGcations", "quali cations".
_LOST_LIGATURE = pattern(r"\bquali\W?\w?cation")


@cache
def _tables() -> _Tables:
    """Return the tables, worked out once for each state of the file."""
    data = pkgutil.get_data("postlint.document", "headings.toml")
    if data is None:
        raise FileNotFoundError("the headings are not installed")
    key = f"{zlib.crc32(data):08x}-{len(data)}-1"
    return _Tables(*remember("headings", key, lambda: tuple(_work_out(data.decode("utf-8")))))


def _work_out(text: str) -> _Tables:
    import tomllib  # noqa: PLC0415  # rarely needed

    data: dict[str, dict[str, str]] = tomllib.loads(text)
    openings_data = data.pop("openings")
    fields = frozenset(data.pop("fields")["names"].split("\n")) - {""}
    navigation = frozenset(data.pop("navigation")["lines"].split("\n")) - {""}
    titles = frozenset(data.pop("titles")["nouns"].split())
    cues: dict[str, dict[str, list[_Cue]]] = {}
    for kind, groups in data.items():
        for weight, phrases in groups.items():
            for phrase in phrases.split("\n"):
                if phrase:
                    first, last = phrase[0] == "^", phrase[-1] == "$"
                    words = tuple(phrase.strip("^$").split())
                    second = words[1] if len(words) > 1 else ""
                    cue = (words, SectionKind(kind).value, int(weight), first, last)
                    cues.setdefault(words[0], {}).setdefault(second, []).append(cue)
    openings: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("duties", "knowledge-skills", "education-experience", "licences"):
        for phrase in openings_data[kind].split("\n"):
            if phrase:
                words = tuple(phrase.split())
                openings.setdefault(words[0], []).append((words, kind))
    return _Tables(
        cues=cues,
        fields=fields,
        navigation=navigation,
        leads=frozenset(name.split(" ", 1)[0] for name in (*fields, *navigation)),
        titles=titles,
        verbs=frozenset(openings_data["verbs"].split()),
        ambiguous=frozenset(openings_data["ambiguous"].split()),
        openings=openings,
    )


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    if "'s" in text or "`s" in text or not text.isascii():
        text = _POSSESSIVE.sub("", text)
    if "quali" in text:
        text = _LOST_LIGATURE.sub("qualification", text)
    return text


def _words(text: str) -> list[str]:
    """Return the runs of letters and digits; in ASCII they need no pattern."""
    return text.translate(_CUT).split() if text.isascii() else _WORD.findall(text)


def _stems(text: str) -> tuple[str, ...]:
    return tuple([_stem(word) for word in _words(text) if word not in _ARTICLES])


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Return a word without its plural's ending; "status" and "analysis" have none."""
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        return word[:-3] + "y" if word[-3:] == "ies" and len(word) > 4 else word[:-1]
    if word[-3:] == "ies" and len(word) > 4:
        return word[:-3] + "y"
    return "criterion" if word == "criteria" else word


@lru_cache(maxsize=4096)
def heading_match(heading: str) -> HeadingMatch | None:
    """Return what a heading's words say, or `None` where they say nothing known."""
    words = _stems(_plain(heading[:200]))
    count = len(words)
    cues = _tables().cues
    decides, most, longest = "", 0, 0
    said: set[int] = set()
    for index, word in enumerate(words):
        if word not in cues:
            continue
        begun = cues[word]
        found = begun.get("", ())
        if index + 1 < count and words[index + 1] in begun:
            found = (*found, *begun[words[index + 1]])
        for cue in found:
            phrase, kind, weight, first, last = cue
            length = len(phrase)
            if (
                (length < 3 or words[index : index + length] == phrase)
                and (not first or index == 0)
                and (not last or index + length == count)
            ):
                said.update(range(index, index + length))
                if (weight, length) > (most, longest):
                    decides, most, longest = kind, weight, length
    if not decides:
        return None
    best = SectionKind(decides)
    telling = covered = 0
    for index, word in enumerate(words):
        if word not in _SLIGHT:
            telling += 1
            covered += index in said
    # "About ..." heads a section whoever is named.
    if not telling or (words[0] == "about" and len(words) < 8):
        return HeadingMatch(best, most, 1.0)
    applying = best is SectionKind.HOW_TO_APPLY
    if "for" in words[1:5] and not applying and _heads(words[: words.index("for")], said):
        # "Education for ..." is about education, whatever the post or the people.
        return HeadingMatch(best, most, 1.0)
    return HeadingMatch(best, most, covered / telling)


def _heads(words: Sequence[str], said: set[int]) -> bool:
    """Say whether every telling word of a heading's first words is a known phrase's."""
    telling = [index for index, word in enumerate(words) if word not in _SLIGHT]
    return bool(telling) and all(index in said for index in telling)


def heading_kind(heading: str) -> SectionKind | None:
    """Return the kind of section a heading announces, or `None` for unknown words.

    `None` is not `OTHER`: a heading nobody knows may belong to the section it
    is nested in. `section_kind` decides that.
    """
    match = heading_match(heading)
    # One telling word among many is chance: "Support employee wellbeing and ...".
    return None if match is None or match.share < _LEAST_SHARE else match.kind


@lru_cache(maxsize=8192)
def is_duty_verb(word: str) -> bool:
    """Say whether a word is a verb that opens duties, as it stands or in -s or -ing."""
    word = word.lower()
    verbs = _tables().verbs
    if word in verbs:
        return True
    if word.endswith("s"):
        return (
            word[:-1] in verbs
            or (word.endswith("es") and word[:-2] in verbs)
            or (word.endswith("ies") and word[:-3] + "y" in verbs)
        )
    if word.endswith("ing"):
        stem = word[:-3]
        return (
            stem in verbs
            or stem + "e" in verbs
            or (len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in verbs)
        )
    return False


def is_plain_verb(word: str) -> bool:
    """Say whether a word is a duty's verb and, as it stands, hardly anything else."""
    return is_duty_verb(word) and word.lower() not in _tables().ambiguous


def opening_kind(text: str) -> SectionKind | None:
    """Return what kind of list a statement's first words belong in.

    A verb belongs among duties, "Ability to" among skills, "Bachelor's degree"
    among education; anything else says nothing.
    """
    text = text[:_OPENING]
    # Most statements are decided by their first word, without looking further.
    decided, kind = _first_word_says(_first_word(text))
    return kind if decided else _opening(text)


# How much of a statement is looked at.
_OPENING = 60


def _first_word(text: str) -> str:
    end = text.find(" ")
    return text[:end] if end > 0 else text


@lru_cache(maxsize=8192)
def _first_word_says(first: str) -> tuple[bool, SectionKind | None]:
    """Say whether a first word decides what a statement belongs in, and what that is."""
    if not first.isalpha():
        return False, None
    word = first.lower()
    if word in _tables().openings:
        return False, None
    if is_duty_verb(word):
        return True, SectionKind.DUTIES
    return word[-2:] != "ly", None


@lru_cache(maxsize=4096)  # one statement is asked about by all who meet it
def _opening(text: str) -> SectionKind | None:
    words = _words(_plain(text))
    if not words:
        return None
    for phrase, kind in _tables().openings.get(words[0], ()):
        if tuple(words[: len(phrase)]) == phrase:
            return SectionKind(kind)
    for word in words[:2]:
        if is_duty_verb(word):
            return SectionKind.DUTIES
        # "Effectively manages", "Directly supervise": one adverb may stand before the verb.
        if not word.endswith("ly"):
            break
    if words[0].isdigit() and len(words) > 1 and words[1] in {"year", "years", "yrs", "or", "plus"}:
        return SectionKind.EDUCATION_EXPERIENCE
    return None


def list_kind(openings: Sequence[str], *, least: int = 3) -> SectionKind | None:
    """Return the kind that most of a list's openings agree on, or `None`.

    Give it the text of each statement, or its first few words. Three fifths
    must agree; a list of fewer than `least` statements says nothing.
    """
    if len(openings) < least:
        return None
    counts: dict[SectionKind, int] = {}
    for opening in openings:
        kind = opening_kind(opening[:60])
        if kind is not None:
            counts[kind] = counts.get(kind, 0) + 1
    if not counts:
        return None
    kind, count = max(counts.items(), key=lambda pair: pair[1])
    return kind if count * 5 >= len(openings) * 3 else None


# Headings that weigh no more than this may head anything: "The role", "Position".
_VAGUE = 2
# Kinds whose headings are so general that the list under them says more.
_GENERAL = frozenset({SectionKind.OVERVIEW})


def section_kind(
    heading: str, parent_kind: SectionKind | None, first_words_of_items: Sequence[str]
) -> SectionKind:
    """Return the kind of a section from its heading, its parent's kind and its statements.

    `first_words_of_items` are the openings of the section's own paragraphs and
    items, in order; some words of each are enough. A known heading decides,
    save that a general one ("The role") over a list of duties is duties. An
    unknown heading takes its parent's kind, else the kind its list has.
    """
    if parent_kind is SectionKind.DUTIES and _is_statement(heading):
        return parent_kind
    kind = heading_kind(heading)
    if kind is not None and kind not in _GENERAL:
        return kind
    match = heading_match(heading)
    if kind is not None and match is not None and match.weight > _VAGUE:
        return kind  # "Position summary" is one, whatever it sums up
    if kind is not None:
        # Under a general heading the list must come at once: an introduction says
        # that the heading means what it says.
        leads = first_words_of_items[:4]
        return SectionKind.DUTIES if list_kind(leads) is SectionKind.DUTIES else kind
    if parent_kind in _HEIRS and _field_key(heading[:12]) in _NOTES:
        # A note under a list of duties is about the list, not of it.
        duties = parent_kind is SectionKind.DUTIES
        return SectionKind.OTHER if duties or parent_kind is None else parent_kind
    # What comes later in the section may have lost its own heading.
    least = 3 if parent_kind in _HEIRS else 1
    listed = list_kind(first_words_of_items[:6], least=least)
    if (
        parent_kind is not None
        and parent_kind in _HEIRS
        and (
            parent_kind is SectionKind.DUTIES
            or parent_kind in _REQUIREMENTS
            or listed is not SectionKind.DUTIES
        )
    ):
        return parent_kind
    return listed or SectionKind.OTHER


def _is_statement(heading: str) -> bool:
    """Say whether a heading is a duty put over others: "You will apply what you know to …"."""
    if heading.count(" ") < 4:
        return False
    you = heading[:10].lower().startswith(("you will ", "you’ll ", "you'll "))
    return you or opening_kind(heading) is SectionKind.DUTIES


# Kinds that an unknown heading nested under them may be trusted to share.
_NOTES = frozenset({"note", "notes"})
_HEIRS = frozenset(SectionKind) - {
    SectionKind.OVERVIEW,
    SectionKind.OTHER,
    SectionKind.ORGANIZATION,
}


def is_field_name(words: str) -> bool:
    """Say whether the words name a one-line fact, such as `Reports to` or `FLSA`."""
    words = words[:60]
    return _may_begin_name(_first_word(words)) and _field_key(words) in _tables().fields


@lru_cache(maxsize=8192)
def _may_begin_name(first: str) -> bool:
    """Say whether a field's name or a line of navigation may begin with a word.

    Most lines are decided by it, without looking further.
    """
    if not (first.isalpha() and first.isascii()):
        return True
    word = first.lower()
    return word in _tables().leads or word.startswith("quali")


@lru_cache(maxsize=4096)
def _field_key(words: str) -> str:
    return " ".join(_words(_plain(words)))


def is_navigation(line: str) -> bool:
    """Say whether a line is what a web site says of itself, such as `Sign in`."""
    line = line[:60]
    return _may_begin_name(_first_word(line)) and _field_key(line) in _tables().navigation


@lru_cache(maxsize=4096)
def names_job(line: str) -> bool:
    """Say whether a line has a noun that makes it the name of a job."""
    titles = _tables().titles
    return any(word in titles for word in _words(line[:120].lower()))


@lru_cache(maxsize=4096)
def is_job_title(line: str) -> bool:
    """Say whether a line ends in a job's noun, so that its other words say what job it is.

    "Accessibility Specialist" heads no section on accessibility, "Benefits Manager" none on
    benefits. "Supervisor" alone, or "About the Manager", is the heading it looks like.
    """
    words = _words(line[:120].lower())
    if not words or words[-1] not in _tables().titles:
        return False
    match = heading_match(line)
    return match is None or match.share < _WHOLE


_WHOLE = 0.9


# Kinds whose lists are not duties, however their statements open; and those
# that a list of duties may follow when its heading was lost.
_REQUIREMENTS = frozenset(
    {
        SectionKind.QUALIFICATIONS,
        SectionKind.KNOWLEDGE_SKILLS,
        SectionKind.EDUCATION_EXPERIENCE,
        SectionKind.PREFERRED,
        SectionKind.LICENCES,
    }
)
_GENERAL_OR_DUTIES = frozenset(
    {None, SectionKind.DUTIES, SectionKind.OVERVIEW, SectionKind.ORGANIZATION, SectionKind.OTHER}
)


_LONG_LIST = 8


def which_are_duties(kind: SectionKind | None, statements: Sequence[str]) -> list[bool]:
    """Say of each statement of a section whether it is a duty.

    `statements` are the section's paragraphs and items, whole and in order.
    Headings get lost on the way: the duties of many postings follow the summary
    with nothing between, and the qualifications follow the duties. So a run of
    statements that open with a verb is duties in any section but those about
    requirements, and a run that opens like qualifications is not, even under a
    heading of duties. Three make a run; five where the section is about
    something else, such as how to apply.
    """
    if kind in _REQUIREMENTS:
        return [False] * len(statements)
    least = 3 if kind in _GENERAL_OR_DUTIES else 5
    duties = [kind is SectionKind.DUTIES] * len(statements)
    if len(statements) < 3:  # too few for a run of either
        return duties
    # What ends in a colon leads a list in, and says what the list is about.
    leads = [at for at, said in enumerate(statements) if said[-1:] == ":"]
    for low, high in zip([-1, *leads], [*leads, len(statements)], strict=True):
        elsewhere = low >= 0 and heading_kind(statements[low]) in _REQUIREMENTS
        kinds = [opening_kind(said[:60]) for said in statements[low + 1 : high]]
        for begin, end in runs(kinds):
            verbs = kinds[begin] is SectionKind.DUTIES
            if end - begin < (least if verbs else 3):
                continue
            # "You must show the ability to:" leads in skills, unless the list is long
            # enough to be what the job is.
            other = elsewhere and begin < 2 and end - begin < _LONG_LIST
            if verbs and other and kind is not SectionKind.DUTIES:
                continue
            duties[low + 1 + begin : low + 1 + end] = [verbs] * (end - begin)
    return duties


def runs(kinds: Sequence[SectionKind | None]) -> list[tuple[int, int]]:
    """Return the stretches of statements that open alike: all with a verb, or all without.

    Two statements that say nothing may stand between two of a stretch.
    """
    found: list[tuple[int, int]] = []
    begin = 0
    while begin < len(kinds):
        if kinds[begin] is None:
            begin += 1
            continue
        verbs = kinds[begin] is SectionKind.DUTIES
        end = at = begin + 1
        while at < len(kinds) and at - end < 3:
            if kinds[at] is not None:
                if (kinds[at] is SectionKind.DUTIES) is not verbs:
                    break
                end = at + 1
            at += 1
        found.append((begin, end))
        begin = end
    return found


# Who holds the job, as a sentence of a summary names it, and what it says of them.
_HOLDER = pattern(
    r"""
    (?: (?:additionally|finally|furthermore|in\ addition|also) ,? \ )?
    (?: (?:the|this|our|an?) \ (?:[^\s.;:]+ \ ){0,7}? )?
    (?: position | role | incumbents? | job | person | employee | individual | candidate | director
      | manager | officer | specialist | administrator | coordinator | supervisor | analyst
      | architect | engineer | lead(?:er)? | chief | technician | you | they | he | she
      | he/she | (?:major\ )? (?:duties|responsibilities) )
    \b [^.;:]{0,80}? \b
    (?: will \b (?! \ (?:be|have|report|work\ (?:out|from|in)|receive|require|learn)\b)
      | will \ be \ (?:responsible|accountable|focused|working|[a-z]+ing) \b
      | (?:is|are) \ (?:responsible|accountable) | responsible \ for | includes? \b
      | leads | oversees | manages | directs | provides | serves | performs | supports
      | supervises | coordinates | administers | develops | answers | plans )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def may_state_duty(words: str) -> bool:
    """Say whether words with single blanks between them are enough to state a duty."""
    return words.count(" ") >= 5


def states_duty(sentence: str) -> bool:
    """Say whether a sentence of running text states what the holder of the job does.

    For postings that have no list of duties: "The manager oversees the help desk."
    """
    words = " ".join(sentence[:400].split())
    if not may_state_duty(words) or not words[0].isupper() or words[:12].isupper():
        return False
    return _HOLDER.match(words) is not None or is_duty_verb(words.split(" ", 1)[0])
