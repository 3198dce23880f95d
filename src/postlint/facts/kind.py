"""Whether a text is a posting at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from postlint.document.headings import heading_kind
from postlint.document.job_title import title_field
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.titles import ends_in_doer, is_job_title, names_job
from postlint.facts._data import phrases, table, vocabulary
from postlint.facts.base import Case, Fact, fact
from postlint.facts.languages import ENGLISH, language
from postlint.facts.openings import MOST_LINES, lists_jobs
from postlint.facts.papers import ABOUT_POSTS, DATELINE, PERSONAL, SHEETS, Paper, other_paper
from postlint.facts.title import lead, title, wanted_title
from postlint.text.decisions import Way, first_answer
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span
from postlint.text.tables import alternatives

# A page that says it is gone says little else.
_SHORT = 300
_OPENING = 400
_LIFE = 4000
# '2018 - present', and no school year: '2025-26'. A pattern that begins with letters or
# digits of its own is found faster than one that begins with a choice.
_YEARS = [
    pattern(century + r"(?<!\w..)\d\d ?[-–—] ?(?:[Pp]resent\b|(?:19|20)\d\d\b)")
    for century in ("19", "20")
]
# 'By Ann Lee' on a line of its own.
_BYLINE = pattern(r"\n[Bb]y [A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+(?:-[A-Z][a-z]+)?[ \t]*(?:\n|\Z)")


# What stands between the parts of a row: 'Nurse - Hull - Full time'.
_PARTED = pattern(r" [-–—|·•] |\t+| {3,}")
_LEAST_OPENINGS = 3


class _Signs(NamedTuple):
    """How much of each thing a posting has stands in a text."""

    duties: int
    demands: int
    work: int
    demanded: int
    terms: int
    apply: int
    gone: int
    article: int
    other: int


class Kind(NamedTuple):
    """What a text is: a posting, something else, or nobody knows; and why.

    `sure` is false where nothing shows that the text is a posting and nothing
    shows that it is something else.
    """

    posting: bool
    why: str = ""
    sure: bool = True


@fact("reads_as")
def reads_as(case: Case) -> Fact[Kind]:
    """Return what the text is."""
    spans = tuple(_evidence(case))
    written_in = case[language].value
    if written_in != ENGLISH:
        return Fact(Kind(False, f"it is written in {written_in}"), spans)
    if case.posting.declared and case.words.words:  # a source that names its type is believed
        return Fact(Kind(True), spans)
    candidate = Candidate(case, signs_of(case))
    found = first_answer(STEPS, candidate)
    if found is not None:
        return Fact(found, spans)
    why = NEITHER
    if candidate.signs.duties and case.posting.duties:
        why = NOTHING_MORE
    elif candidate.signs.demands and not candidate.particular:
        why = NO_ONE_POST
    return Fact(Kind(False, why, sure=False), spans)


@fact("is_posting", phrases=phrases("kind"))
def is_posting(case: Case) -> Fact[bool]:
    """Say whether the text is a job posting; `missing` says why not, where it is none."""
    found = case[reads_as]
    return Fact(found.value.posting, found.spans, found.value.why or None)


NOTHING_MORE = "a list of duties was found in it, and no title, terms or qualifications"
NO_ONE_POST = "it has no title, and speaks of no one post"
NEITHER = "neither duties nor qualifications were found in it"


def signs_of(case: Case) -> _Signs:
    """Count what a text has of a posting and of other papers."""
    sections = case.posting.sections
    return _Signs(
        duties=sum(s.kind is SectionKind.DUTIES and bool(s.heading) for s in sections),
        demands=sum(s.kind in REQUIREMENTS and bool(s.heading) for s in sections),
        work=_many(case, "work"),
        demanded=_many(case, "demand"),
        terms=_many(case, "terms"),
        apply=_many(case, "apply"),
        gone=_many(case, "gone"),
        article=_many(case, "article"),
        other=_many(case, "other") + _reported(case) + _lived(case),
    )


def _many(case: Case, name: str) -> int:
    return len(case.hits.places(f"kind.{name}"))


def _reported(case: Case) -> int:
    """Return how much the first lines are those of a report in a newspaper."""
    # A newline before the first line too: both look for that, which is what search does best.
    opening = f"\n{case.text[:_OPENING]}"
    dated = DATELINE.search(opening)
    # "LINE COOK – Elm Grill": a job and its house.
    placed = dated is not None and not _names(dated[0].partition(",")[0].strip(" \n—–-"))
    return 2 * bool(_BYLINE.search(opening)) + 2 * placed


def _lived(case: Case) -> int:
    """Return how often years at a place stand there, as they do in a life told in posts held."""
    held = sum([len(years.findall(case.text, 0, _LIFE)) for years in _YEARS])
    return held if held > 1 else 0


def _evidence(case: Case) -> Iterator[Span]:
    for section in case.posting.sections:
        if section.heading and (section.kind is SectionKind.DUTIES or section.kind in REQUIREMENTS):
            yield section.heading.span


class Candidate:
    """What the tests ask about a text."""

    def __init__(self, case: Case, signs: _Signs) -> None:
        self.case = case
        self.signs = signs
        self.headed = bool(signs.duties or signs.demands)
        self.own = signs.terms + signs.apply

    @cached_property
    def named(self) -> bool:
        """Whether a title names a job."""
        found = self.case[title]
        if found.value is None or not found.known or self.page:
            return False
        labelled = title_field(self.case.text, found.spans[0].start)
        return _names(found.value) or labelled == "sure"

    @cached_property
    def page(self) -> bool:
        """Whether what stands in a title's place names a page of jobs: "Careers in the trades"."""
        return _PAGE.search(self.case[title].value or "") is not None

    @cached_property
    def particular(self) -> bool:
        """Whether one post is spoken of: it has a title, or the text says "this position".

        Pages on how a county hires speak of "a position", "each vacancy" and "jobs".
        """
        if self.named or _THIS_POST.search(self.case.lowered):
            return True
        if _YEARS_OF.search(self.case.text):
            return True
        return wanted_title(self.case) is not None or lead(self.case) is not None

    @cached_property
    def described(self) -> bool:
        """Whether a text calls itself the description of a post, or of a class of posts."""
        headings = (section.heading for section in self.case.posting.sections)
        return bool(self.case.hits["context.class_spec"]) or any(
            heading is not None and _DESCRIPTION.match(heading.text) for heading in headings
        )


_THIS_POST = pattern(
    rf"\b(?:{alternatives(table('kind')['forms']['this_post'])})\b".replace(" ", r"[\s-]+")
)
# "Two or more years of programming experience" is asked for one post.
_YEARS_OF = pattern(
    r"\b(?:\d{1,2}(?: ?[-–] ?\d{1,2})?\+?|"
    r"[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Tt]en)"
    r"(?: \(\d+\))?(?: or more)? ?\+? years?\b[^.\n]{0,80}\bexperience"
)
# "Careers in the trades" ends in what it is of; "Cover Letter for a Clerk" begins with what it is.
_PAGE = pattern(
    rf"(?i)\b(?:{vocabulary('kind', 'pages')})\Z|"
    rf"\b(?:{vocabulary('kind', 'about_jobs')}) (?:for|to|of|with) |\b(?:how|process) to "
)
_DESCRIPTION = pattern(rf"(?i)(?:{vocabulary('kind', 'descriptions')})\b")


def _names(words: str) -> bool:
    """Say whether a title names a job, of one or of many: "Truck Drivers"."""
    return (
        names_job(words)
        or ends_in_doer(words)
        or any(word.endswith("s") and names_job(word[:-1]) for word in words.lower().split())
    )


def _gone(candidate: Candidate) -> Kind | None:
    signs = candidate.signs
    says_little = not candidate.headed and signs.demanded < 3 and signs.work < 3
    if signs.gone and says_little and len(candidate.case.words) < _SHORT:
        return Kind(False, "it says that the page or the posting is gone")
    return None


def _one_of(papers: Iterable[Paper]) -> Callable[[Candidate], Kind | None]:
    """Return what refuses some papers; a posting may have the form to apply with below it."""

    def refuse(candidate: Candidate) -> Kind | None:
        return _as(other_paper(candidate.case, papers))

    return refuse


def _as(paper: str | None) -> Kind | None:
    return None if paper is None else Kind(False, f"it reads as {paper}")


def _titled(candidate: Candidate) -> Kind | None:
    """Take a title with duties or qualifications: no phrase of other papers outweighs them."""
    return Kind(True) if candidate.headed and candidate.named else None


# What a website says of itself, and a posting once or twice at its end; in small letters.
_OF_A_SITE = (
    *("personal data", "personal information", "privacy policy", "privacy notice"),
    *("terms of use", "terms of service", "cookie"),
)
_FIRST_OF_A_SITE = frozenset({"personal", "privacy", "terms"})
_TERMS = 8


def count_of_a_site(case: Case, start: int, end: int) -> int:
    """Return how often a stretch of a text has words of a website's own."""
    lowered = case.lowered
    if _FIRST_OF_A_SITE.isdisjoint(case.words.distinct) and "cookie" not in lowered:
        return 0  # as in most, which is sooner seen than counted
    return sum(lowered.count(words, start, end) for words in _OF_A_SITE)


def _site(candidate: Candidate) -> Kind | None:
    """Refuse the terms of a website, kept in place of the posting that was there."""
    case = candidate.case
    if candidate.named or count_of_a_site(case, 0, len(case.lowered)) < _TERMS:
        return None
    return Kind(False, "it reads as the terms of a website")


def _article(candidate: Candidate) -> Kind | None:
    article = candidate.signs.article
    if article >= 3 and article > candidate.own and not candidate.headed:
        return Kind(
            False,
            "it has a by-line, quotations or comments, no list of duties and no qualifications",
        )
    return None


def _other(candidate: Candidate) -> Kind | None:
    signs = candidate.signs
    if signs.other >= 2 and signs.other + signs.article > candidate.own:
        return Kind(
            False, "it reads as another kind of paper, such as a letter, a contract or an article"
        )
    return None


def _openings(candidate: Candidate) -> Kind | None:
    """Refuse a page that names jobs one below another, each with its place or terms beside it."""
    if candidate.page and not candidate.signs.duties:
        return Kind(False, _SEVERAL)
    if candidate.headed:
        return None
    lines = [line for line in candidate.case.text.split("\n") if line.strip()]
    if len(lines) <= MOST_LINES and lists_jobs(candidate.case.text, lines):
        return Kind(False, _SEVERAL)
    rows = [parts for line in lines if len(parts := _PARTED.split(line.strip())) > 2]
    jobs = sum(names_job(parts[0]) for parts in rows)
    plain = [_PARTED.split(line.strip(), maxsplit=1) for line in lines]
    jobs = max(jobs, sum(len(parts) > 1 and is_job_title(parts[0]) for parts in plain))
    if jobs >= _LEAST_OPENINGS and 2 * jobs > len(lines) - 2:
        return Kind(False, _SEVERAL)
    return None


_SEVERAL = "it lists several openings and describes none of them"


def _of_many(candidate: Candidate) -> Kind | None:
    """Refuse what tells of a part of a house, and answers that are given to whoever asks."""
    lines = [line.strip() for line in candidate.case.text.split("\n") if line.strip()]
    if any(map(_PART.match, lines[:2])):
        return Kind(False, "it tells what a part of a house does, and offers no post")
    if not candidate.signs.apply and len(_PARTS_DO.findall(candidate.case.text)) >= _FEW:
        return Kind(False, "it tells what the parts of a house do, and offers no post")
    if not (candidate.headed or candidate.signs.apply):
        doing = {match[0] for match in _PART_DOES.finditer(candidate.case.text)}
        if len(doing) > _FEW:
            return Kind(False, "it tells what the parts of a house do, and offers no post")
    distinct = candidate.case.words.distinct
    if distinct >= _OF_A_FAIR and any(map(_FAIR.search, lines[:2])):
        return Kind(False, "it announces a fair of several employers")
    if sum(1 for line in lines if _LINKED.search(line)) > _FEW:
        return Kind(False, _SEVERAL)
    queries = [line for line in lines if line.endswith("?")]
    by_readers = sum(1 for line in queries if _I.search(line))
    works = candidate.signs.duties and len(candidate.case.posting.duties) >= _FEW
    if len(queries) >= _LEAST_QUERIES and by_readers and not works:
        return Kind(False, "it answers questions about posts, and offers none")
    return None


_LEAST_QUERIES = 3
# "Clerk, grade 4: job description, person specification": what links led to.
_LINKED = pattern(r"(?i)\bjob description,? (?:and )?person specification\W*\Z")
# "This section is overseen by the keeper", "The unit consists of".
_PARTS_DO = pattern(
    rf"\b(?:{vocabulary('kind', 'parts')}) (?:is (?:responsible|overseen|headed|led|managed|run)|"
    r"consists of|reports to)\b"
)
# "The Streets Division maintains"
_PART_DOES = pattern(
    r"\b[A-Z]\w+ (?:Department|Division|Unit|Office|Section|Bureau|Branch) [a-z]{3,}s\b"
)
_OF_A_FAIR = frozenset({"fair", "employers"})
_FAIR = pattern(r"(?i)\b(?:job|career|careers|hiring|recruitment) fair\b[^.]*\Z")
_I = pattern(r"\bI\b")
_PART = pattern(
    rf"(?i).{{0,40}}\b(?:{vocabulary('kind', 'parts')}) (?:responsibilities|functions|duties)"
    r"(?: (?:&|and) goals)?\Z"
)


def _listed(candidate: Candidate) -> Kind | None:
    posting = candidate.case.posting
    duties = candidate.signs.duties and posting.duties
    demanding = len(posting.duties) >= _FEW and candidate.signs.demands
    # "Steps" below the name of a dish heads what to do, and no duties of anybody.
    titled = posting.title and (
        candidate.named
        or any(
            s.heading and heading_kind(s.heading.text) is SectionKind.DUTIES
            for s in posting.sections
        )
    )
    spoken_of = candidate.signs.work >= _LEAST_LISTED and candidate.particular
    advertised = titled or spoken_of or demanding
    return Kind(True) if duties and advertised else None


def _doing(candidate: Candidate) -> Kind | None:
    """Take a long list of duties among words about the work: its title was lost on the way."""
    listed = sum(duty.from_list for duty in candidate.case.posting.duties)
    works = candidate.signs.work > 1 and not candidate.signs.gone
    return Kind(True) if listed >= _LONG_LIST and works else None


def _short_notice(candidate: Candidate) -> Kind | None:
    """Take a notice that says what is done, for how much, and where to send one's papers."""
    signs, case = candidate.signs, candidate.case
    paid = _SUM.search(case.text) is not None
    offers = case.posting.duties and signs.terms and signs.apply and paid and not signs.gone
    return Kind(True) if offers else None


def _applying(candidate: Candidate) -> Kind | None:
    """Refuse a page that says how to apply, from its first heading on, and for no job."""
    posting = candidate.case.posting
    first = next((section.kind for section in posting.sections if section.heading), None)
    if first is not SectionKind.HOW_TO_APPLY or candidate.headed or candidate.named:
        return None
    if lead(candidate.case) is not None:
        return None  # a newsletter's line, which ends in how to apply
    return None if posting.duties else Kind(False, "it says how to apply, and describes no job")


def _scored(candidate: Candidate) -> Kind | None:
    signs = candidate.signs
    score = (
        2 * bool(signs.duties)
        + 2 * bool(signs.demands)
        + bool(signs.work)
        + (signs.demanded >= 2)
        + (signs.demanded >= 5)
        + (signs.terms >= 1)
        + (signs.terms >= 3)
        + (signs.apply >= 3)
    )
    if not (signs.duties and signs.demands) and not candidate.particular:
        return None
    telling = candidate.headed or signs.work >= 2 or signs.demanded >= 3
    backed = signs.demanded or candidate.own
    return Kind(True) if score >= 3 and ((telling and backed) or score >= 5) else None


def _line(candidate: Candidate) -> Kind | None:
    signs, case = candidate.signs, candidate.case
    if signs.gone or not candidate.own or case.posting.title is not None or lead(case) is None:
        return None
    return Kind(True)


_FEW = 2
_LEAST_LISTED = 3
_LONG_LIST = 6
_SUM = pattern(r"[$£€] ?\.?\d")


def _prose(candidate: Candidate) -> Kind | None:
    signs = candidate.signs
    enough = (
        signs.demanded >= 4
        or (signs.work and signs.demanded >= 2)
        or (signs.work >= 2 and (signs.demanded or signs.terms))
    )
    # "The porter is responsible for …. This role involves …": work, and nothing else.
    working = len(candidate.case.posting.duties) >= _LEAST_LISTED
    plain = (
        signs.work >= _LEAST_LISTED
        and signs.apply
        and not any(section.heading for section in candidate.case.posting.sections)
    )
    if working and (plain or candidate.described) and not signs.other:
        return Kind(True) if candidate.particular and not signs.gone else None
    # A list of what an office does asks nobody to do it.
    post = candidate.named or candidate.own or candidate.case.hits["kind.offer"]
    return Kind(True) if enough and post and candidate.particular and not signs.gone else None


def _job(candidate: Candidate) -> Kind | None:
    """Take a title that names a job, and words about the work, its terms or how to get it."""
    signs = candidate.signs
    terms = bool(signs.terms) or _SUM.search(candidate.case.text) is not None
    listed = sum(duty.from_list for duty in candidate.case.posting.duties) >= _LEAST_LISTED
    if candidate.named and listed and candidate.case.posting.title is not None and not signs.gone:
        return Kind(True)
    # A list may be the steps of anything; a sentence says who does the work.
    work = signs.work or not all(duty.from_list for duty in candidate.case.posting.duties)
    headed = candidate.named and candidate.case.posting.title is not None
    if headed and signs.terms >= _MANY_TERMS and not signs.gone:
        return Kind(True)
    # The page of an office says what its holder does, and one word as of hiring.
    says = signs.work or signs.demanded or terms or signs.apply > 1
    count = bool(work) + bool(signs.demanded) + terms + bool(signs.apply) + candidate.described
    count += wanted_title(candidate.case) is not None
    count += _RATE.search(candidate.case.text) is not None
    count += listed
    return Kind(True) if candidate.named and says and count >= 2 and not signs.gone else None


def _advertised(candidate: Candidate) -> Kind | None:
    """Take a few lines that name a job, and say what it pays, when it is and how to get it.

    A small advertisement has no section and no sentence on duties; it has these instead. So
    has one of somebody who looks for work, or who sells it, but for their own words.
    """
    case, signs = candidate.case, candidate.signs
    if len(case.words) > _SHORT or signs.gone or _SELLS.search(case.text) is not None:
        return None
    opening = case.text.strip()[:_OPENING]
    first = _FIRST.split(_SUBJECT.sub("", opening), maxsplit=1)[0]
    named = candidate.named or _names(first) or _CALLED.search(first) is not None
    offered = _OFFERED.search(opening) is not None
    words = case.words.distinct
    # A notice on how posts are filled speaks of salaries too.
    summed = _SUM.search(case.text) is not None
    paid = summed or ((named or offered) and not _PAID.isdisjoint(words))
    # The word that says that it is paid says nothing of when.
    timed = signs.terms > (not summed and "salary" in words) or _WHEN.search(case.text) is not None
    reachable = signs.apply > 0 or _REACH.search(case.text) is not None
    demanded = signs.demanded > 0 or not _MUST.isdisjoint(words)
    enough = 2 * named + offered + timed + reachable + demanded >= _ENOUGH
    if paid or not (offered or demanded) or signs.other or signs.article or not _names(first):
        return Kind(True) if paid and enough else None
    # What it pays may be left to be asked: "Line cook, nights. Must be reliable. Stop by."
    return Kind(True) if timed and offered + reachable + demanded else None


_ENOUGH = 3
_FIRST = pattern(r"[.,:;(!?@\n]|\s[-–—|/]\s")
_SUBJECT = pattern(
    r"\A(?i:(?:subject|re|job|position|title)\s?:\s*|"
    r"(?:(?:help )?wanted|we need)\s?(?:[:!]\s*|\n\s*))"
)
_PAID = frozenset({"salary", "pay", "comp", "wages", "commission"})
_MUST = frozenset({"must", "experience", "own", "references", "reliable", "clean", "licence"})
_CALLED = pattern(rf"(?i)\b(?:{vocabulary('kind', 'called')})\b")
_OFFERED = pattern(rf"(?i)\b(?:{vocabulary('kind', 'sought')})\b")
_WHEN = pattern(rf"(?i)\b(?:{vocabulary('kind', 'times')})\b")
_REACH = pattern(
    rf"(?i)\b(?:{vocabulary('kind', 'ways')})\b|\S@\S+\.\w|"
    r"\w\.(?:org|com|net|co\.uk|ca)\b|\d{3}[-. ]\d{4}\b"
)
_SELLS = pattern(rf"(?i)\b(?:{vocabulary('kind', 'sold')})\b")
_MANY_TERMS = 3
# "$21 an hour", "£90 a shift": pay for a time, which prices of other things rarely are.
_RATE = pattern(
    r"[$£€] ?(?:\d[\d,.]*[kK]?)(?:\s?[-–—]\s?[$£€]?[\d,.]+[kK]?)?\+?\s?(?:/\s?|an |per |a )"
    r"(?:hour|hr|h|shift|week|day|year|yr)\b"
)


# What each step tells, with a text that it is the first to decide.
STEPS: tuple[Way[Candidate, Kind, str], ...] = (
    Way("a page that says it is gone", _gone, "This job is closed.\n"),
    Way("an applicant's own paper", _one_of(PERSONAL), PERSONAL[0].example),
    Way("what tells of posts and offers none", _one_of(ABOUT_POSTS), ABOUT_POSTS[0].example),
    Way(
        "a title with duties or qualifications",
        _titled,
        "# Archivist\n\n## Duties\n\n- Keeps minutes of the board.\n",
    ),
    Way(
        "the terms of a website",
        _site,
        "## Requirements\n\n" + "You agree to the terms of use and to our cookies.\n" * 4,
    ),
    Way("a form or a statement of pay", _one_of(SHEETS), SHEETS[0].example),
    Way(
        "an article",
        _article,
        "By Ann Lee\n\nThe mayor said so. The clerk said no. Leave a comment.\n",
    ),
    Way("another paper by its words", _other, "This agreement binds the parties.\n"),
    Way(
        "a page of openings",
        _openings,
        "Nurse - Hull - Apply\nCook - Hull - Apply\nClerk - Elk - Apply\n",
    ),
    Way(
        "what a part of a house does, or what people ask",
        _of_many,
        "Map unit responsibilities\n\n- Keeps maps.\n- Lends maps.\n",
    ),
    Way(
        "a list of duties",
        _listed,
        "# Night crew\n\n## Duties\n\n- Cleans the depot.\n- Locks the gates.\n",
    ),
    Way(
        "a page on how to apply",
        _applying,
        "# How to apply\n\nSend a letter on your skills, qualifications and degree.\n",
    ),
    Way(
        "a long list of duties without a title",
        _doing,
        "This position is for a keeper of maps, who performs these duties:\n\n- Files maps.\n"
        "- Mends maps.\n- Lends maps.\n- Answers readers.\n- Trains helpers.\n- Orders maps.\n",
    ),
    Way(
        "a notice of work, pay and where to apply",
        _short_notice,
        "Under direction of the Clerk, files maps of the whole county.\n\nSalary is $50,000. "
        "Send a resume to the Clerk.\n",
    ),
    Way(
        "signs enough of a posting",
        _scored,
        "Duties:\nCleaning.\n\nQualifications:\nA licence is required. Apply in person.\n",
    ),
    Way(
        "a newsletter's line",
        _line,
        "Network Analyst, Elk County, Ohio — the analyst keeps the network. Salary: $50,000.\n",
    ),
    Way(
        "paragraphs about the work and what it asks for",
        _prose,
        "We are looking for somebody with a degree and three years of experience in web design.\n",
    ),
    Way("a job's title and terms", _job, "# Pool Attendant\n\nHourly: $14. Apply at the pool.\n"),
    Way(
        "a small advertisement",
        _advertised,
        "Ranch hands, room and board. $2,000 a month. Call Ann in the evening.\n",
    ),
)
