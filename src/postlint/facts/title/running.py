"""Titles that running text gives: "will serve as the …", "seeks a …"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from postlint.document.headings import heading_kind
from postlint.document.job_title import is_organisation
from postlint.document.parts import Passage
from postlint.document.titles import ends_in_doer
from postlint.facts._data import word_sets
from postlint.facts.base import Case
from postlint.facts.title.employers import names_a_job
from postlint.facts.title.lines import MOST_WORDS, NO_TITLE, NUMERALS, is_held
from postlint.text.patterns import pattern
from postlint.text.source import Span

_BREAK = pattern(r"[.;:!?()\[\]|\"“”•\t]|\n\s*\n|,\s|\s[–—-]\s")


def named_in_text(case: Case) -> Passage | None:
    """Return the title behind words such as "will serve as the", else "is seeking a"."""
    for key in ("title.as", "title.before"):
        for stop in _framed(case, key):
            passage = _title_from(case, stop)
            if passage is None or _SEVERAL.fullmatch(passage.text):
                continue
            if key != "title.as" or is_held(passage.text) or _is_named(case, passage):
                return passage
    return None


def _framed(case: Case, key: str) -> Iterator[int]:
    """Yield the words behind those that frame a title."""
    words, holders = case.words.words, word_sets("title")["holder"]
    for first, stop in case.hits.places(key):
        # "The head cook, who serves as the duty manager at weekends"
        if words[first] != "serves" or words[first - 1] in holders:
            yield stop


def _is_named(case: Case, title: Passage) -> bool:
    """Say whether small letters name a job: "the lead groundskeeper of", no "contact for"."""
    follows = case.text[title.span.end : title.span.end + 5].lower()
    words = title.text.split()
    if _OF_ROLES.search(title.text) or follows[:4] == " for":
        return False
    return len(words) > 1 and words[-1] not in word_sets("title")["rank"]


# "The organization's most senior advocate": what somebody is to others, and no title.
_OF_ROLES = pattern(r"['’]s\s|\b(?:most|primary|main|key|sole|public|external)\b")


# "As the Road Lead, you will …", "As our pastry cook, you will …"
_ADDRESSED = pattern(
    r"\bAs (?:the|an?|our) "
    r"(?P<next>new |next )?(?:(?P<title>[A-Z][\w&/-]*(?: (?:of |and )?[A-Z][\w&/-]*){1,5})"
    r"|(?!new |next )(?P<small>[a-z-]+(?: [a-z-]+){0,3}))"
    r"(?: (?:at|in|with|for) [A-Z][^,.\n]{2,80}?)?,? "
    r"you(?:['’]ll| will| are| (?!may\b|can\b|know\b|have\b|must\b)[a-z]+)\b"
)


def title_addressed(case: Case) -> Passage | None:
    """Return the title by which a sentence addresses who will hold it."""
    for match in _ADDRESSED.finditer(case.text):
        # "As our baker" may be said of anybody, "as our next baker" of who is sought.
        if (small := match["small"]) and not (match["next"] or " " in small):
            continue
        last = small.rpartition(" ")[2] if small else match["title"]
        if names_a_job(last) or ((small or match["next"]) and ends_in_doer(last)):
            return case.posting.passage(Span(*match.span("small" if small else "title")))
    return None


def sought_title(case: Case) -> Passage | None:
    """Return a name in capitals that is sought, though no job's noun ends it."""
    words, known = case.words.words, word_sets("title")
    for stop in (*_framed(case, "title.before"), *_framed(case, "title.as")):
        begin = end = _behind_framing(case, stop)
        while end < min(len(words), begin + MOST_WORDS):
            capital = case.text[case.words.starts[end]].isupper()
            if not capital or words[end] in known["not_title"] or case.words.gap(end) != " ":
                break
            end += 1
        follows = words[end : end + 1]
        clean = end < len(words) and case.words.gap(end) == " "
        named = end - begin > 1 and clean and follows and follows[0] in _SOUGHT_FOR
        doer = begin < end and ends_in_doer(case.text[slice(*case.words.span(begin, end))])
        if named or (doer and not _are_many(case, end - 1)):
            passage = case.posting.passage(case.words.span(begin, end))
            if not is_organisation(passage.text) and heading_kind(passage.text) is None:
                return passage
    return None


_SOUGHT_FOR: Final = frozenset({"for", "to", "who", "with", "at", "in"})


def glued_title(case: Case) -> Passage | None:
    """Return the title that begins a text without lines: "Senior Curator Founded in 2002 …"."""
    start = len(case.text) - len(case.text.lstrip())
    stop = case.text.find("\n", start)
    if (len(case.text) if stop < 0 else stop) - start < _FLATTENED:
        return None
    words, gap, nouns = case.words.words, case.words.gap, word_sets("title")["nouns"]
    for place in range(min(MOST_WORDS, len(words) - 2)):
        begin = case.words.starts[place]
        if not case.text[begin].isupper() or (place and gap(place) != " "):
            return None
        # "Road EngineerElm City, OHFULL TIME": the line ends were lost with their blanks.
        seam = _SEAM.match(case.text, begin)
        if place and seam is not None and seam[0].lower() in nouns:
            return case.posting.passage(Span(start, seam.end()))
        if words[place] in word_sets("title")["stop"] or words[place] in NO_TITLE:
            return None
        following = case.words.starts[place + 1]
        begins = case.text[following].isupper() and gap(place + 1) == " "
        if place and begins and words[place] in nouns and words[place + 1] not in nouns:
            end = place + 1 + (words[place + 1] in NUMERALS)
            # "Elk Curator Services is hiring" begins with an employer's name.
            if word_sets("title")["behind"].isdisjoint(words[end : end + 4]):
                return case.posting.passage(case.words.span(0, end))
            return None
    return None


_FLATTENED: Final = 200
_SEAM = pattern(r"[A-Z][a-z]{2,}(?=[A-Z][a-z])")
# "Looking for Teachers and Specialists": two kinds of jobs are no title of one.
_SEVERAL = pattern(r"[A-Za-z]+s and [A-Za-z]+s")


def _title_from(case: Case, start: int) -> Passage | None:
    """Return the title that begins at a word, up to the last noun of a job."""
    words, gap = case.words.words, case.words.gap
    begin = _behind_framing(case, start)
    if (marked := _emphasized(case, begin)) is not None:
        return marked
    if case.words.words[begin : begin + 1] in _OF_ANOTHER:
        return None  # "The skills a district is looking for in the principal it hires"
    end, place = _last_job(case, begin)
    if end is None:
        end = _last_doer(case, begin, place)
    if end is None:
        return None
    # "Director of Technology" goes on behind its noun, "Specialist VI" with its number.
    if end < len(words) and words[end] == "of" and not gap(end).strip():
        end = max(end, _of_which(case, end, place))
    elif end < len(words) and words[end] in NUMERALS and gap(end) == " ":
        either = words[end + 1 : end + 2] == ["or"] and words[end + 2 : end + 3]
        end += 3 if either and either[0] in NUMERALS else 1
        if end < len(words) and words[end] in NUMERALS and gap(end) == "/":
            end += 1  # "Maintenance Worker I/II"
    if end - begin == 1 and words[begin] in word_sets("title")["rank"]:
        end = _unit(case, end)
        if end - begin == 1:
            return None
    return case.posting.passage(case.words.span(begin, end))


def _of_which(case: Case, of: int, stop: int) -> int:
    """Return where what a job is of ends: "Head of Maps and Records", "keeper of"."""
    words, text = case.words.words, case.text
    if words[of + 1 : of + 2] and words[of + 1] in {"our", "your", "a", "an", "this", "its"}:
        return of
    if stop <= of + 1:
        return of + 2 if words[of + 1 : of + 2] == ["works"] else of  # "Clerk of Works"
    for place in range(of + 1, stop):
        if words[place] == "and" and not text[case.words.starts[place - 1]].isupper():
            return place  # in small letters the sentence goes on
    return stop


def _behind_framing(case: Case, start: int) -> int:
    """Return the first word behind those that frame a title: "an experienced", "a full-time"."""
    words, framing = case.words.words, word_sets("title")["framing"]
    place = start
    while place < len(words) and place - start < _MOST_FRAMING:
        if "(" in case.words.gap(place) and place > start:
            place = _behind_bracket(case, place)  # "a part-time (12 hours a week) clerk"
        elif words[place] in framing:
            place += 1
        else:
            break
    return place


def _last_job(case: Case, begin: int) -> tuple[int | None, int]:
    """Return the end of the last noun of a job, `None` for none, and where the search ended."""
    words, gap, known = case.words.words, case.words.gap, word_sets("title")
    end = None
    place = begin
    while place < min(len(words), begin + MOST_WORDS):
        if (
            place > begin
            and _BREAK.search(gap(place))
            and not _in_brackets(case, place)
            and not (gap(place) == ". " and words[place - 1] in _RANKS)
        ):
            break
        if words[place] in known["stop"] and place > begin and not _joins(case, place):
            break
        if words[place] in known["not_title"] and not (place == begin and _office(case, place)):
            return None, place
        if (_ends(case, place) or _are_many(case, place)) and "(" not in gap(place):
            end = place + 1
        place += 1
    return end, place


def _last_doer(case: Case, begin: int, stop: int) -> int | None:
    """Return where words end that name who does something, in a trade that no table has.

    "A night miller who …", "an experienced saddle maker in …".
    """
    words = case.words
    if not begin < stop < min(len(words), begin + MOST_WORDS):
        return None
    stop = next((at for at in range(begin + 1, stop) if words.words[at] == "and"), stop)
    ends = words.words[stop] in _BEHIND_DOER or _BREAK.search(words.gap(stop)) is not None
    if words.words[begin] in word_sets("title")["praised"]:
        return None
    if not ends or not ends_in_doer(case.text[slice(*words.span(begin, stop))]):
        return None
    made = _COMPOUND.search(words.words[begin]) is not None
    alone = (made or words.words[stop] in {"who", "to"}) and not words.words[begin].endswith("s")
    return stop if stop - begin > 1 or alone else None


# "Bookseller", "shopkeeper": whoever does it to what the first half names.
_COMPOUND = pattern(r"[a-z]{3,}(?:keeper|maker|seller|worker|wright|smith|sitter)\Z")
_BEHIND_DOER: Final = frozenset(
    {"who", "to", "for", "in", "with", "at", "on", "from", "we", "that", "and"}
)


def _emphasized(case: Case, begin: int) -> Passage | None:
    """Return the title that stands whole between two signs: "a *Dean, Maps* (part time)"."""
    if begin >= len(case.words.words) or not case.words.gap(begin).endswith("*"):
        return None
    found = _TO_SIGN.match(case.text, case.words.starts[begin])
    if found is None or not names_a_job(found[0]):
        return None
    return case.posting.passage(Span(*found.span()))


_OF_ANOTHER: Final = (["in"], ["from"], ["with"], ["when"], ["by"])
_TO_SIGN = pattern(r"[A-Z][^*\n]{3,80}(?=\*)")
_MOST_FRAMING: Final = 8
_IN_A_BRACKET: Final = 6


def _behind_bracket(case: Case, place: int) -> int:
    """Return the word behind a bracket that opens before a word, or the word after that one."""
    for after in range(place + 1, min(len(case.words.words), place + _IN_A_BRACKET)):
        if ")" in case.words.gap(after):
            return after
    return place + 1


def _unit(case: Case, end: int) -> int:
    """Return where "Chief, Voting Section" ends: behind what a bare rank is the rank of."""
    words, gap = case.words.words, case.words.gap
    place = end
    while place < min(len(words), end + 4) and case.text[case.words.starts[place]].isupper():
        if gap(place) != (", " if place == end else " "):
            break
        place += 1
    return place


def _in_brackets(case: Case, place: int) -> bool:
    """Say whether a gap opens or closes a short form: "Quality Assurance (QA) Engineer"."""
    gap, words = case.words.gap, case.words
    if gap(place).strip() == "(":
        short = case.text[words.starts[place] : words.span(place, place + 1).end]
        return short.isupper() and len(short) < 7 and gap(place + 1) == ") "
    return place > 0 and gap(place).strip() == ")" and gap(place - 1).strip() == "("


def _joins(case: Case, place: int) -> bool:
    """Say whether "and" joins two names of one title, as in "Research and Collections"."""
    words, gap = case.words.words, case.words.gap
    if words[place] != "and" or place + 1 >= len(words) or gap(place + 1).strip():
        return False
    named = case.text[case.words.starts[place - 1]].isupper()
    return named and case.text[case.words.starts[place + 1]].isupper()


def _ends(case: Case, place: int) -> bool:
    """Say whether a word ends a title; "General" does behind another noun of a job's."""
    words, nouns = case.words.words, word_sets("title")["nouns"]
    if words[place] == "general":
        return place > 0 and words[place - 1] in nouns
    return words[place] in nouns


_RANKS: Final = frozenset({"sr", "jr", "asst", "assoc", "dir", "mgr", "exec", "dep"})


def _are_many(case: Case, place: int) -> bool:
    """Say whether a word is a job's noun for several: "Now hiring Truck Drivers"."""
    word = case.words.words[place]
    plain = place > 0 and case.words.words[place - 1] not in word_sets("title")["framing"]
    capital = case.text[case.words.starts[place]].isupper() or plain
    return capital and word.endswith("s") and word[:-1] in word_sets("title")["nouns"]


def _office(case: Case, place: int) -> bool:
    """Say whether a place's name is the first word of an office's: "City Clerk"."""
    words = case.words.words
    if words[place] not in {"city", "county", "department"} or place + 1 >= len(words):
        return False
    return words[place + 1] in word_sets("title")["nouns"] and not case.words.gap(place + 1).strip()


def title_as_subject(case: Case) -> Passage | None:
    """Return the title that is the subject of an early sentence."""
    words, text = case.words.words, case.text
    for sentence in islice(case.posting.running, 60):
        near = Span(sentence.start, min(sentence.end, sentence.start + 160))
        inside = case.words.between(near)
        if len(inside) < 4:
            continue
        begin = inside.start
        if words[begin] in _ARTICLES:
            begin += 1
        elif not text[case.words.starts[begin]].isupper():
            continue
        found = _subject_from(case, begin, inside.stop)
        if found is None:
            # "Under the direction of the Chief, the Network Analyst plans …".
            after = _after_comma(case, sentence)
            if after:
                found = _subject_from(case, after, min(after + 25, len(words)))
        if found is not None:
            return found
    return _glued_subject(case)


# A sentence glued to the one before it, or to its label: "Hours vary.The lab curator reports …",
# "Position Summary The lab curator …".
_GLUED = pattern(
    # The search leaps to a letter, and looks at what stands before it.
    r"T(?:(?<=[a-z)][.!?]T)|(?<=(?:Summary|Purpose) T)|(?<=Overview T)|(?<=Description T)|"
    r"(?<=Function T)|(?<=Duties T))(?:he|his) (?=[A-Za-z])"
)


def _glued_subject(case: Case) -> Passage | None:
    for match in islice(_GLUED.finditer(case.text), 20):
        inside = case.words.between(Span(match.end(), min(len(case.text), match.end() + 160)))
        found = _subject_from(case, inside.start, inside.stop)
        if found is not None:
            return found
    return None


def _after_comma(case: Case, sentence: Span) -> int:
    """Return the word behind the last ", the" of a sentence's opening, or 0."""
    near = Span(sentence.start, min(sentence.end, sentence.start + 240))
    inside = case.words.between(near)
    found = 0
    for place in range(inside.start + 2, inside.stop - 1):
        if case.words.words[place] == "the" and "," in case.words.gap(place):
            found = place + 1
    return found


def _subject_from(case: Case, begin: int, stop: int) -> Passage | None:
    """Return the title that begins at a word, if it is what a verb of the job's follows."""
    words, gap = case.words.words, case.words.gap
    known = word_sets("title")
    if words[begin] in NO_TITLE:
        return None
    while begin < stop and words[begin] in {"incoming", "current", "next", "new", "full", "time"}:
        begin += 1
    end = None
    for place in range(begin, min(stop, begin + MOST_WORDS)):
        if place > begin and _hard(gap(place)):
            break
        if words[place] in known["not_title"] and not (place == begin and _office(case, place)):
            break
        if words[place] in known["stop"] or words[place] == "the":
            break
        if _ends(case, place) or (begin < place < stop - 1 and _does_it(case, place)):
            end = place + 1
    small = case.text[case.words.starts[begin]].islower()
    if end is None or end >= stop or (end - begin == 1 and small):
        return None  # "The analyst should …" names no title
    if words[end] in {"of", "for"} and not gap(end).strip():
        end = _goes_on(case, end, stop)
    if end < stop and words[end] in NUMERALS:
        end += 1
    alone = end - begin == 1 and words[begin] in known["rank"]
    if alone or not _is_subject(case, begin, end, stop):
        return None
    return case.posting.passage(case.words.span(begin, _of_what(case, end, stop)))


def _does_it(case: Case, place: int) -> bool:
    """Say whether a word names who does what the next one says: "the meter reader walks"."""
    doer, does = case.words.words[place : place + 2]
    if does[-1] != "s" or doer[-1] == "s":
        return False
    return _SINGULAR.fullmatch(does) is not None and ends_in_doer(doer)


def _of_what(case: Case, end: int, stop: int) -> int:
    """Return where "Director, Maps & Records" ends, whose verb follows at once; or the same."""
    words, gap = case.words.words, case.words.gap
    if gap(end).strip() != ",":
        return end
    for place in range(end, min(stop, end + 7)):
        if words[place] in word_sets("title")["behind"]:
            return place if place > end else end
        raw = case.text[case.words.starts[place]]
        if (place > end and _hard(gap(place))) or not (raw.isupper() or words[place] == "and"):
            break
    return end


def _goes_on(case: Case, end: int, stop: int) -> int:
    """Return where "Director of Technology" ends: before a verb, a mark, or a small word."""
    words, gap = case.words.words, case.words.gap
    place = end + 1
    while place < min(stop, end + 5):
        raw = case.text[case.words.starts[place]]
        if _hard(gap(place)) or not (raw.isupper() or words[place] == "and"):
            break
        place += 1
    return place if place > end + 1 else end


_HARD = pattern(r"[.;:!?,(]|\n\s*\n")


def _hard(gap: str) -> bool:
    return gap != " " and _HARD.search(gap) is not None


def _is_subject(case: Case, begin: int, end: int, stop: int) -> bool:
    """Say whether a verb of the job's follows, an abbreviation and a place left out."""
    words, known = case.words.words, word_sets("title")
    if end < stop and words[end] in _STYLES:
        return False  # "The college's president Dr. Ann Elm reports to its board"
    if words[end + 1 : end + 2] in (["you"], ["your"]):
        return False  # "The Site Manager is your boss"
    if end < stop and case.words.gap(end) == " " and _SINGULAR.fullmatch(words[end]):
        # "The boiler operator runs"; "the Registrar of Deeds keeps" is an office as well.
        named = case.words.words[begin - 1] in _ARTICLES and "of" not in words[begin:end]
        if named and words[end][:-1] not in known["nouns"] | known["stop"]:
            return True
    return any(words[place] in known["behind"] for place in range(end, min(stop, end + 7)))


_STYLES: Final = frozenset({"dr", "mr", "mrs", "ms", "prof"})
_ARTICLES: Final = frozenset({"the", "a", "an", "our", "this"})
_SINGULAR = pattern(r"[a-z]{2,}[^sui]s")
