"""What stands around a title on its line: employers, labels, places, tags."""

from __future__ import annotations

from typing import Final

from postlint.document.headings import heading_match
from postlint.document.job_title import is_label, is_organisation
from postlint.document.parts import Passage
from postlint.document.titles import ends_in_doer, is_page
from postlint.facts._data import vocabulary, word_sets
from postlint.facts.base import Case
from postlint.text.decisions import Way, first_answer
from postlint.text.patterns import pattern
from postlint.text.source import Span


def names_a_job(words: str) -> bool:
    """Say whether words have a noun that makes them the name of a job.

    >>> names_a_job("Head of Web Services"), names_a_job("Our plans")
    (True, False)
    """
    spelled = pattern(r"[a-z]+").findall(words.lower())
    nouns = word_sets("title")["nouns"]
    named = any(word in nouns or word.removesuffix("s") in nouns for word in spelled)
    return named or is_page(" ".join(spelled))


# "Alder University - Clerk"; "Clerk - Alder University", "Clerk at Alder", "Clerk (m/w/d)".
_DASH = pattern(r"\s+(?:[-–—|]|--)\s+|\s?[–—]\s?")
# "[herbaria] Job Posting - Clerk", "#10638 Clerk", "TWO ROOFERS": a tag, a paper's name, a number.
_TAG = pattern(
    r"\[[^\]\n]{2,20}\]\s*"
    # "Post Title Lab Curator" lost its colon; an examiner of titles did not.
    r"|(?i:job|position|post) (?i:title)\s+(?=[A-Z])(?!(?i:clerk|examiner|officer|agent)\b)"
    r"|#?\d{5,9}\s+(?:[-–—:]\s+)?(?=[A-Z])"
    r"|(?!19|20)\d{4}\s+(?=[A-Z])"
    r"|(?:\d|(?i:two|three|four|five|six|several))\s(?=[A-Z][A-Za-z ]{2,40}[sS]\Z)"
    r"|(?i:req(?:uisition)?|job|posting|vacancy|ref(?:erence)?)\.?\s?"
    r"(?:(?i:id|no\.?|number|#)\s?:?\s?)?[A-Z]{0,4}-?\d[\d-]{0,11}\s*[-–—|:]\s+(?=[A-Z])"
)
_LABEL = pattern(r"(?P<label>[A-Za-z ]{3,24})(?:\s?[-–—:]|\*\*)\s?(?=[A-Z])")
_AT = pattern(r"\s+(?:at|@)\s+(?=[A-Z])[^\n]*\Z")
NEEDED = pattern(
    r"\s(?:(?:needed|wanted|NEEDED|WANTED)\b|(?:Job|JOB) (?:Opening|OPENING)s?(?=\s*\Z)"
    r"|(?:[Pp]osting|POSTING)(?: 20\d\d)?(?=\s*\Z)"
    r"|(?<!\b[Jj]ob\s)(?<![Pp]osition\s)(?<!JOB\s)(?:[Vv]acancy|VACANCY)\b(?=\s*(?:[-–—|:]|\Z)))"
    r"[^\n]*\Z"
)
# "Truck Drivers!! Home every weekend!!"
# "Come work with us as a Baker".
_CALL = pattern(
    r"(?i)(?:(?:come )?(?:join|work (?:with|for)) (?:us|our team)|we(?:['’]re| are)?"
    r" (?:need|seek|hiring|recruiting|looking for|seeking))(?: as(?: an?| our| the)?| an?| our)"
    r" (?=[A-Z])"
    r"|\W{0,5}(?:we(?:['’]re| are) |now )?(?:hiring|recruiting)\s?[^\w\s]{1,3}\s(?:an? )?(?=[A-Z])"
    r"|(?:(?:job |new |current |immediate )?(?:opening|vacancy|recruitment|position|search)"
    r" (?:for|of)(?: the| an?| our)?(?: (?:position|post|role) of)?) (?=[A-Z])"
)
# "Dean of Students beginning July 2027", "Roofer - $32 an hour": when, how long, for what.
TERMS = pattern(
    r"(?i)(?:,?\s+series:? \d{4}\b|"
    r",?\s+(?:beginning|starting|effective|to start)\s(?=(?:in|on|at|from|as)\b|"
    r"(?-i:[A-Z\d]))"
    # "Cashier $15/hr", "Porter: £11.90".
    r"|:?\s+(?:[-–—|~]\s+)?(?:[$£€]\d|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\s20\d\d\Z)"
    r"|\s+[-–—|~]\s+(?:\d+ ?(?:hrs?|hours)\b|(?:half|part|full)[- ]time\b(?!\))"
    r"|start(?:s|ing)?\b|we\b|remote\b|hybrid\b|spring|summer|fall|autumn|winter|20\d\d season)\b"
    r"|\s+\((?:(?:full|part|half)[- ]time\b"
    r"|(?:per diem|prn|on[- ]call|temporary|casual|seasonal)\)"
    r"|\d+ (?:posts?|positions?|openings?|months?|hrs?|hours)\b|0?\.\d+ FTE\)"
    r"|x ?\d+\)|\d+ ?x\)))[^\n]*\Z"
)
_CRIED = pattern(r"!+(?:\s|\Z)|\s[★☆*~✦•]+\s*\Z")
# "Clerk | Careers at Alder", as a page names itself.
SITE = pattern(rf"(?i)(?:{vocabulary('title', 'sites')})\b")
# "Clerk - Job ID: 5", "Clerk (ref. KA-12)": a word for a number, and the number.
_NUMBER: Final = (
    r"(?i)\s*[-–—|,(]\s*(?:(?:ref(?:erence)?|req(?:uisition)?|job|posting|vacancy)\b\.?\s?){1,2}"
    r"(?:id|no|num(?:ber)?|code)?\b[.:#\s]*"
)
_NUMBERED = pattern(rf"{_NUMBER}(?:[A-Z]{{1,4}}-?)?\d+[A-Z]?\)?\Z")
# The word alone, where the number stands behind a colon as a field's value.
NAMES_NUMBER = pattern(rf"{_NUMBER}\Z")
# "✨ Clerk ✨": signs that adorn a line on either side; one alone is of the title as it stands.
_ADORNED = pattern(r"[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d\s]+(?=[A-Z])")
_ADORNS = pattern(r"\s*[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\s]*\Z")
_LETTERS = pattern(r"(?i)\s*\((?:[mwfdxh](?:\s?/\s?[mwfdxh*]){1,3}|all genders)\)")
# "Clerk (Req #12)"; "Clerk - #20099", "Clerk (JR-4411)", "Clerk (1234C) - REQ20311".
REFERENCE = pattern(
    r"(?i)\s*\((?:ref(?:erence)?|req(?:uisition)?|job|posting) ?(?:#|no\b|id\b|:)"
    r"|(?:\s*[-–—|,]\s*|\s+)\(?(?:#\s?|(?:req|jr|r|job|ref)[-_.# ]{0,2})\d{4,}\)?\Z"
    r"|,?\s+\(?(?:GS|GG|WG|WL|WS|NF)-\d{1,4}(?:-\d{1,2}(?:/\d{1,2})?)?\)?\Z"
    r"|\s+\(\d{4,9}[A-Z]?\)(?=\s*(?:[-–—|,]\s*\W?(?:#|req|jr|r\d)|\Z))"
)


# "Fen School District seeks Director of Maps".
_SEEKS = pattern(
    r"(?P<who>[^\n]{3,60}?)\s(?:(?:is|are)\s(?:now\s)?(?:seeking|hiring|recruiting)|seeks|Seeks|Seeking|SEEKING|wants|needs"
    r"|(?:invites|accepting|seeks)\s(?:applications|candidates)\sfor)"
    r"\s(?:(?:the|an?|our|its)\s)?(?=[A-Z])"
)
_PAPER = vocabulary("title", "papers")
_BEFORE_PAPER = pattern(
    r"(?P<title>[A-Z][^\n.;!?]{3,80}?)(?:\s*[-–—|,:]\s*|['’]s?\s+|\s+)"
    rf"(?i:{_PAPER})(?:\s*:|\s\([^()\n]{{3,30}}\)|\s20\d\d)?\Z"
)
_BEHIND_PAPER = pattern(
    rf"(?i:{_PAPER})(?:\s*[-–—|:]\s*|\s+(?i:for|of)\s+)(?:(?i:the|an?|our)\s+)?"
    r"(?:(?i:position|post|role|job)\s+(?i:of)\s+)?(?P<title>[A-Z][^\n.;!?]{3,80})\Z"
)


def title_in_paper(line: str) -> Span | None:
    """Return where the title stands in a line that names a paper about one job.

    >>> title_in_paper("Job Description for the Lab Curator"), title_in_paper("Staff Duties")
    (Span(start=24, end=35), None)
    """
    match = _BEFORE_PAPER.match(line) or _BEHIND_PAPER.match(line)
    if match is None:
        return None
    title = match["title"]
    if not _SAYS.isdisjoint(title.lower().split()):
        return None  # "The Assistant Chief has the following responsibilities"
    if title.lower() in word_sets("title")["rank"] or not (
        names_a_job(title) or ends_in_doer(title)
    ):
        return None
    heading = heading_match(line) if " " not in title else None
    if heading is not None and heading.share == 1:
        return None  # "Principal Duties" is of no principal
    return Span(*match.span("title"))


_SAYS: Final = frozenset({"has", "have", "is", "are", "will", "following"})
_SHORTEST: Final = 3


def without_employer(case: Case, words: Passage) -> Passage:
    """Return a title without the employer before or behind it, and without (m/w/d)."""
    start, end = words.span
    title = first_answer(CUTS, case.text[start:end]) or _before_subject(case.text, start, end)
    title = title or _adorned_before(case.text, start, end)
    if title is None:
        return case.posting.passage(words.span)
    cut = Span(start + title.start, start + title.end)
    return without_employer(case, case.posting.passage(cut))


def _adorned_before(text: str, start: int, end: int) -> Span | None:
    """Return a title without the sign behind it, where a reader left out the one before it."""
    adorns = _ADORNS.search(text, start, end)
    adorned = adorns and _ADORNED.match(text, text.rfind("\n", 0, start) + 1)
    return (
        Span(0, adorns.start() - start) if adorns and adorned and adorned.end() == start else None
    )


def _before_subject(text: str, start: int, end: int) -> Span | None:
    """Return the title before what the text goes on to speak of: "Clerk — Fen Forever"."""
    for first, _, rest in _parts(text[start:end]):
        if names_a_job(first) and not names_a_job(rest) and len(rest) > _SHORTEST:
            at = text.find(rest, end)
            if at >= 0 and _SPOKEN_OF.match(text, at + len(rest)):
                return Span(0, len(first))
    return None


_SPOKEN_OF = pattern(
    r",? (?:an? |is (?:an?|committed|looking|proud) |seeks |has |wants |runs |hires )"
)


def _behind_call(line: str) -> Span | None:
    adorned, adorns = _ADORNED.match(line), _ADORNS.search(line)
    if adorned is not None and adorns is not None:
        return Span(adorned.end(), adorns.start())
    seeks = _SEEKS.match(line)
    call = seeks if seeks is not None and not names_a_job(seeks["who"]) else _CALL.match(line)
    return _from(line, call.end() if call is not None else label_end(line))


def _from(line: str, begin: int) -> Span | None:
    return Span(begin, len(line)) if begin else None


def _until(end: int) -> Span | None:
    return Span(0, end) if end > 0 else None


def _before_bracket(line: str) -> Span | None:
    bracket = line.rfind(" (") if line.endswith(")") else -1
    inside = line[bracket + 2 : -1]
    # "Accountant (remote, anywhere but in Ohio)": where the work is done is no part of the job.
    placed = inside.partition(" ")[0].lower().strip(",") in {"remote", "hybrid"}
    return _until(bracket) if is_organisation(inside) or (placed and bracket > 0) else None


def _before_terms(line: str) -> Span | None:
    cuts = (sign.search(line) for sign in (_LETTERS, _CRIED, REFERENCE, _NUMBERED, TERMS, NEEDED))
    return next((_until(cut.start()) for cut in cuts if cut and cut.start() > _SHORTEST), None)


def _parts(line: str) -> list[tuple[str, str, str]]:
    """Return a line parted at each dash outside brackets: what is before it, it, what is behind."""
    parts = [(line[: dash.start()], dash[0], line[dash.end() :]) for dash in _DASH.finditer(line)]
    return [part for part in parts if part[0].count("(") == part[0].count(")")]


# "Director of Maps          Exempt - Administrator": a gap parts two columns.
_GAP = pattern(r"[ \t\xa0]{4,}(?=\S)")


def _before_column(line: str) -> Span | None:
    gap = _GAP.search(line)
    before = line[: gap.start()] if gap else ""
    # A title set in spaced letters has such gaps between its words.
    return _until(len(before)) if names_a_job(before) and " " in before.strip() else None


def _behind_employer(line: str) -> Span | None:
    for first, dash, rest in _parts(line):
        if names_a_job(rest) and _is_employer(first):
            return _from(line, len(first) + len(dash))
    return None


def _before_dash(line: str) -> Span | None:
    for first, _, rest in reversed(_parts(line)):
        if names_a_job(first) and (is_label(rest) or SITE.match(rest)):
            return _until(len(first))
        plausible = names_a_job(first) or not (is_organisation(first) or is_label(first))
        house = is_organisation(rest) or is_placed_house(rest)
        if plausible and house and not _is_part_of_house(rest):
            return _until(len(first))
    return None


def is_placed_house(words: str) -> bool:
    """Say whether words are a house's name and where it is: "The Larch Hotel, Galway"."""
    name, comma, _ = words.partition(", ")
    return bool(comma) and PLACE.fullmatch(words) is None and is_organisation(name)


def _is_part_of_house(words: str) -> bool:
    """Say whether words name a part that many houses have, and no house.

    >>> _is_part_of_house("Emergency Department"), _is_part_of_house("Alder Police Department")
    (True, False)
    """
    *kind, last = pattern(r"[a-z]+").findall(words.lower()) or [""]
    known = word_sets("title")
    # What has one word before it is called after what is done there: "Fish Division".
    return last in known["parts"] and (len(kind) == 1 or known["of_a_part"].issuperset(kind))


def _is_employer(words: str) -> bool:
    return is_organisation(words) or (not names_a_job(words) and _ends_with_employer(words))


def _before_site(line: str) -> Span | None:
    """Return the job before whose page it stands on, or before where the work is."""
    parts = _parts(line)
    for first, dash, rest in parts:
        # "Sous Chef | The Mill Inn": a bar parts a page's name from whose page it is.
        named = names_a_job(first) or ends_in_doer(first)
        if named and "|" in dash and not names_a_job(rest):
            return _until(len(first))
    for first, _, rest in reversed(parts):
        if names_a_job(first) and PLACE.fullmatch(rest.rstrip(" |")):
            return _until(len(first))
    return None


# "Collection Clerk, Birds | Elm City, OH": where the work is, and no part of its name.
PLACE = pattern(
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}, (?:[A-Z]{2}|D\.C\.)(?: \d{5}| [Aa]rea)?|"
    r"Greater [A-Z]\w+ [Aa]rea"
)


def label_end(raw: str) -> int:
    """Return where a title begins behind a list's tag, the name of a paper, or a number."""
    tag = _TAG.match(raw)
    if tag is not None and tag.end() < len(raw):
        return tag.end()
    label = _LABEL.match(raw)
    if label is None:
        return 0
    name = label["label"].lower()
    named = name in _NAMES and raw[label.end("label")] in ":*"
    return label.end() if named or name in _AGAIN or is_label(name) else 0


# "Job: Clerk", in a heading of one line.
_NAMES: Final = frozenset(
    {"job", "position", "role", "post", "title", "job title", "position title", "opening", "wanted"}
)


# "UPDATED- Clerk": what happened to the notice.
_AGAIN: Final = frozenset({"updated", "revised", "repost", "reposted", "amended", "extended"})


def _before_employer(line: str) -> Span | None:
    parts = line.rstrip(" –—-").split(", ")
    if len(parts) < LEAST_PARTS or not STATE.fullmatch(parts[-1]):
        return None
    named = parts[:-2]
    placed = " in " in parts[-2]  # "Vertebrates in Elm City" is where, not who
    if placed or not is_organisation(parts[-2]) or not names_a_job(named[0]):
        return None
    return _until(len(", ".join(named)))


# "Technology Director, Fen Public Schools": not the section of a house that a rank is the rank of.
_HOUSE = pattern(
    r"(?P<title>[^\n]{6,80}?),\s"
    r"(?P<house>(?=[A-Z])(?![^\n,]* (?:at|@) )[^\n,&]{0,50}\b"
    rf"(?i:(?:{vocabulary('title', 'employers')})"
    rf"|(?:{vocabulary('title', 'houses_of')}) (?:for|of) [^\n,()]{{3,40}}))"
    r"(?: \([A-Za-z][^()\n]*\))?(?:, [A-Z][A-Za-z .]{2,24},? [A-Z]{2})?"
)


def before_house(line: str) -> Span | None:
    """Return the title before a comma and an employer's name."""
    match = _HOUSE.fullmatch(line.removesuffix("."))
    named = match and (names_a_job(match["title"]) or ends_in_doer(match["title"]))
    if match is None or not named or not is_organisation(match["house"]):
        return None
    spelled = pattern(r"[a-z]+").findall(match["title"].lower())
    ranks = word_sets("title")["rank"].issuperset(spelled)
    return None if ranks else _until(match.end("title"))


def _before_at(line: str) -> Span | None:
    at = _AT.search(line)
    before = line[: at.start()] if at is not None else ""
    return _until(len(before)) if names_a_job(before) or ends_in_doer(before) else None


def _ends_with_employer(words: str) -> bool:
    """Say whether a part of a line names an office or a house somewhere: "Hub, Fen University"."""
    return any(is_organisation(part) for part in pattern(r",\s|\s\(").split(words.strip(" )")))


# "Alder College Director of Data": a house's name runs into the title's first noun.
_EMPLOYER = pattern(
    r"(?!Assistant|Associate|Deputy|Interim|Acting|Senior)(?:[A-Z][\w.'’&-]*\s+(?:of\s+|and\s+)?){1,5}?"
    f"(?:{vocabulary('title', 'employers')})"
    r"(?:\s+[A-Z][a-z]+)??\s+(?=(?:Associate\s+|Assistant\s+|Deputy\s+|Executive\s+|"
    r"Senior\s+)?(?:Director|Head|Chief|Dean|Manager|Vice)\b)"
)


def _behind_house(line: str) -> Span | None:
    match = _EMPLOYER.match(line)
    if match is None or " " not in _DASH.split(line[match.end() :])[0].strip():
        return None  # "Egg Museum Collection Manager": a rank alone is no title
    return _from(line, match.end()) if names_a_job(line[match.end() :]) else None


STATE = pattern(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{2}|D\.C\.")
LEAST_PARTS: Final = 3
# How a line that holds a title is cut down to it, each with a line that it is the first to cut.
CUTS: Final[tuple[Way[str, Span, str], ...]] = (
    Way("a call or a label before it", _behind_call, "Come work with us as a Lab Curator"),
    Way("the name of a paper around it", title_in_paper, "Job Description for the Lab Curator"),
    Way("a column beside it", _before_column, "Lab Curator        Exempt"),
    Way("an employer in brackets", _before_bracket, "Clerk (Town of Elm)"),
    Way("terms behind it", _before_terms, "Lab Curator (m/w/d)"),
    Way("an employer and a dash before it", _behind_employer, "Alder University - Lab Curator"),
    Way("a dash and an employer or a site", _before_dash, "Lab Curator - Alder University"),
    Way("a dash and a place", _before_site, "Lab Curator | Elm City, OH"),
    Way("an employer and a state", _before_employer, "Network Analyst, Elk County, Ohio"),
    Way("a house behind a comma", before_house, "Technology Director, Fen Public Schools"),
    Way("an employer it is at", _before_at, "Lab Curator at Alder"),
    Way("a house run into it", _behind_house, "Alder College Director of Data"),
)
