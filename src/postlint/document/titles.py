"""Lines that name a job."""

from __future__ import annotations

from functools import lru_cache

from postlint.document.headings import heading_match
from postlint.document.vocabulary import vocabulary, words_of
from postlint.text.patterns import pattern
from postlint.text.tables import word_sets


@lru_cache(maxsize=4096)
def names_job(line: str) -> bool:
    """Say whether a line has a noun that makes it the name of a job."""
    titles = vocabulary().titles
    line = line[:120].lower()
    return any(word in titles for word in words_of(line)) or is_page(line)


def is_page(words: str) -> bool:
    """Say whether words in small letters name who shelves books, and no page to read."""
    return "page" in words and ("library page" in words or "shelving page" in words)


@lru_cache(maxsize=4096)
def is_job_title(line: str) -> bool:
    """Say whether a line ends in a job's noun, so that its other words say what job it is.

    "Accessibility Specialist" heads no section on accessibility, "Benefits Manager" none on
    benefits. "Supervisor" alone, or "About the Manager", is the heading it looks like.
    """
    line = line[:120]
    words = words_of(line.lower())
    if not words:
        return False
    if words[-1] not in vocabulary().titles and not is_page(" ".join(words[-2:])):
        # "Custodian, 2nd shift", "Nurse - Elm Ward": the job, and which of its kind.
        first = _WHICH.split(line, maxsplit=1)[0]
        return first != line and len(words) <= _LONGEST and is_job_title(first)
    match = heading_match(line)
    return match is None or match.share < _WHOLE


_RANKS = frozenset(
    "senior junior chief deputy assistant associate lead principal vice executive managing staff"
    " interim acting".split()
)


def goes_before(first: str, second: str) -> bool:
    """Say whether a line begins the title that the next one ends: "Senior Field" and "Engineer".

    >>> goes_before("Senior Field", "Engineer"), goes_before("Deputy Clerk", "Engineer")
    (True, False)

    "ELEVATOR AND" goes on, whatever it begins with; "DEPARTMENT OF ROADS AND" is a house.
    """
    lowered = first.lower()
    goes_on = lowered.endswith((" and", " &")) and " of " not in lowered
    begins = (goes_on or lowered.partition(" ")[0] in _RANKS) and not is_job_title(first)
    ends = is_job_title(second) or (goes_on and (names_job(first) or ends_in_doer(second)))
    return begins and ends


def repeats_title(heading: str, title: str) -> bool:
    """Say whether a heading is the title once more, with an employer's name before it or without.

    "Alder University - Head Clerk" and "Head Clerk" are one title.
    """
    heading, title = heading.casefold(), title.casefold()
    if heading == title:
        return True
    # Most headings share no last word with the title.
    if title[-_END:] not in heading and heading[-_END:] not in title:
        return False
    whole = words_of(heading), words_of(title)
    if whole[0] == whole[1]:
        return bool(whole[0])
    if words_of(heading.partition(", ")[0]) == whole[1] and is_job_title(title):
        return True
    return any(
        len(short) > 1 and words_of(_PART.split(other)[-1]) == short and names_job(full)
        for full, short, other in ((heading, whole[0], title), (title, whole[1], heading))
    )


_END = 3
_PART = pattern(r" [-–—|] |: ")
_WHICH = pattern(r", | [-–—] | \(")
_LONGEST = 10
_WHOLE = 0.9


_DOER = pattern(r"[a-z]{2,}(?:er|or|ist|ian|eer|eur|man|woman|smith|wright)s?")
_GRADE = pattern(r" (?:[ivx]{1,4}|\d)\Z")
_FEW = 3
_WATCHED = frozenset("bus lunch lunchroom cafeteria hall campus playground crossing recess".split())
_OF_PAPERS = frozenset(
    {"help", "helping", "user", "style", "study", "salary", "benefits", "interview", "quick"}
    | {"reference", "resource", "application", "hiring", "employee", "program", "start", "buying"}
)
_PARTS_OF_TITLE = pattern(r",\s|\s(?:of|for|in|at)\s|\s?[-–—/(|]\s?")


def ends_in_doer(line: str) -> bool:
    """Say whether a line's first part ends in a word for who does something.

    >>> ends_in_doer("Piano Tuner II, Evenings"), ends_in_doer("Fen Water")
    (True, False)
    """
    first = _PARTS_OF_TITLE.split(line.lower(), maxsplit=1)[0]
    last = _GRADE.sub("", first).split()[-1:]
    if not last:
        return False
    # "Farm Hand", "Harbor Master", "Park Guides", and no "Helping Hand", no "Style Guide".
    hand = is_page(first) or (
        last[0] in {"hand", "hands", "master", "guide", "guides"}
        and 0 < first.count(" ") < _FEW
        and _OF_PAPERS.isdisjoint(first.split())
    )
    # "Bus Monitor", and no "Computer Monitor".
    watches = last[0] in {"monitor", "monitors"} and not _WATCHED.isdisjoint(first.split())
    things = word_sets(__package__, "job_title", "doers")["things"]
    return hand or watches or (_DOER.fullmatch(last[0]) is not None and last[0] not in things)
