"""What stands in for a degree, which degrees are above the work, and whom law licenses by one."""

import postlint.rules as kit
from postlint_rules.qualifications._required import demanded

_LICENSED = kit.pattern(
    r"(?i)\b(?:teacher|superintendent|principal|librarian|counselor|psychologist|therapist|nurse"
    r"|physician|doctor|dentist|pharmacist|veterinarian|attorney|counsel|lawyer|solicitor|judge"
    r"|architect|surveyor|professor|faculty|lecturer|instructor|social worker"
    r"|speech[- ]language|audiologist"
    r"|dietitian|civil engineer|professional engineer|certified public accountant|scientist"
    r"|curator|postdoc\w*|fellows?|fellowship|research associate|researcher)\b"
)


# Nobody practises law or treats people without it.
_OF_LAW = kit.pattern(
    r"(?i)juris\s+doctor|j\.?d\b|law\s+degree|doctor\s+of\s+(?:medicine|pharmacy|dental)"
)


def licensed(case: kit.Case, degree: kit.Span | None = None) -> bool:
    """Say whether the title, or the degree, is of a post that law or a body licenses by degree."""
    if degree is not None and _OF_LAW.match(case.text, degree.start):
        return True
    title = case[kit.facts.title].value
    return title is not None and _LICENSED.search(title) is not None


# "Or equivalent" with no word for what: of the degree, not of its field.
_STANDS_IN = kit.pattern(
    r"(?i)\bor equivalent\b(?!\s+(?:field|discipline|degree|major|subject))"
    r"|\bor/and\s+(?:[a-z]+\s+)?(?:training|experience)\b"
    r"|\b(?:and/)?or\s+(?:at least\s+|a minimum of\s+)?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\+?"
    r"\s+(?:\(\d+\)\s+)?(?:further\s+|more\s+|additional\s+)?years\b"
    r"|\bor (?:\d+|[a-z]+) (?:college |semester )?(?:credits|units)\b"
    r"|\bor (?:be )?(?:on (?:your|the|their) way|working to(?:ward)?s?|close) to\b"
    # "Or a bookkeeping certificate", "or the experience that makes up for it".
    r"|\bor\s+(?:(?:an?|the|some|similar|like)\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:certificate|certification|diploma|apprenticeship|experience)\b(?! (?:in|with) )"
    r"|\bor (?:completion of |graduation from |from )(?:an? |the )?[\w -]{0,40}"
    r"\b(?:school|apprenticeship|program|programme|academy|course)\b"
    r"|\bor (?:an? )?(?:military|vocational|technical|trade|union|journeym[ae]n) "
    r"(?:training|school|card|service|licen[cs]e)\b"
)


# "One of the following: 48 credits, a degree in welding or a card of the trade": none of these
# ways is required, wherever among them the degree stands.
_ONE_OF_WAYS = kit.pattern(
    r"(?i)\b(?:one|any|either)(?: one)? of (?:the following|these)"
    r"(?! (?:\w+ )?(?:degree|field|major|discipline|subject|area))\b[^:\n]{0,40}:|"
    r"\b(?:one|any|either)(?: one)? of ?:"
)
_WAYS_REACH = 400
_ENDS_WAY = kit.pattern(r"[;,\n]|\bor\b")
_OTHER_WAY = kit.pattern(
    r"(?i)\b(?:scores?|assessment|test|exam\w*|certificat\w+|licen[cs]e|credits?|hours|units|years?|"
    r"experience|training|card|service|diploma|apprentice\w*|program|course\w*|GED)\b"
)
_DEGREE = kit.pattern(r"(?i)\b(?:degree|associate|bachelor|master|doctor|[BM]\.?[AS]|ph\.?d)\b")


def _way(case: kit.Case, degree: kit.Span) -> kit.Span | None:
    """Return the words that offer a degree as one of several ways, one of them no degree."""
    section = case.posting.section_at(degree.start).span
    start = max(section.start, degree.start - _WAYS_REACH)
    *_, found = None, *_ONE_OF_WAYS.finditer(case.text, start, degree.start)
    if found is None:
        return None
    listed = case.text[found.end() : min(section.end, degree.end + _WAYS_REACH)]
    ways = _ENDS_WAY.split(listed.partition("\n\n")[0] or listed)
    other = any(_OTHER_WAY.search(one) and not _DEGREE.search(one) for one in ways)
    return kit.Span(*found.span()) if other else None


# "… and five years of public or municipal experience": two kinds of one demand.
_YEARS_OF = kit.pattern(r"(?i)\byears?['’]?\s+(?:of|in)\s+(?:(?!\bexperience\b)[^.,;])*\Z")

# "Two years of work, or a degree and an internship": the other way stands first.
_YEARS_OR = kit.pattern(
    r"(?i)(?P<years>\b[\w-]+(?: \(\d+\))? years?\b[^.;:\n]{0,60}?),? or "
    r"(?:(?!and\b)[\w'’-]+ ){0,3}\Z"
)


def stands_in(case: kit.Case, degree: kit.Span) -> tuple[kit.Span, ...]:
    """Return what is said to do in place of a degree."""
    equivalent, sentence = case[kit.facts.degree_equivalency], kit.sentence_at(case.posting, degree)
    if equivalent.value:
        return equivalent.spans
    if (way := _way(case, degree)) is not None:
        return (way,)
    before = case.text[sentence.start : degree.start]
    if (years := _YEARS_OR.search(before)) and not _DEGREE.search(before):
        return (kit.Span(sentence.start + years.start(), sentence.start + years.end("years")),)
    found = _STANDS_IN.search(case.text, *sentence)
    if found is None or _YEARS_OF.search(case.text[degree.end : found.start()]) is not None:
        return ()
    return (kit.Span(*found.span()),)


_SUPPORT = kit.pattern(
    r"(?i)\b(?:technician|help ?desk|service desk|assistant|aide|operator|receptionist"
    r"|custodian|janitor|cashier|laborer|cleaner)\b"
    r"(?!\s+(?:director|superintendent|manager|chief|professor|to the))"
)
_ASSISTS_A_HEAD = kit.pattern(
    r"(?i)\bassistant\s+(?:\w+\s+){0,3}(?:director|superintendent|manager|chief|professor|dean"
    r"|secretary|commissioner|administrator|curator|librarian|vice|head|attorney|auditor|research|registrar"
    r"|clerk|engineer|planner|treasurer|assessor)\b"
)
_CHIEF = kit.pattern(
    r"(?i)\b(?:chief|director|superintendent|head|dean|president|commissioner|executive|officer)\b"
)
_REPLACES = kit.pattern(
    r"(?i)\bsubstitut|\bin lieu\b|\blibrary (?:science|and information)|\bMLI?S\b"
)
_ONE_OF = kit.pattern(r"(?i)\b(?:one|any) of the following\b|\bcombination\b")
_WANTED = kit.pattern(r"(?i)\bmust\b|\brequire|\bminimum\b|\bhave an?\b|\bpossess")
_HIGH = frozenset({"master", "doctorate"})


def too_high(case: kit.Case) -> tuple[str, kit.Span] | None:
    """Return the words of a title, and the degree that is asked for above what the work needs.

    Of a bachelor's degree the words of the title that ask for less come first, else nothing.
    """
    required = conditions(case)
    if not required or licensed(case, required[0].span) or stands_in(case, required[0].span):
        return None
    title, levels = case[kit.facts.title].value or "", {one.level for one in required}
    if levels <= _HIGH:
        return None if _CHIEF.search(title) else ("", required[0].span)
    support = _support(title) if levels == {"bachelor"} else ""
    return (support, required[0].span) if support else None


def conditions(case: kit.Case) -> list[kit.facts.DegreeMention]:
    """Return the degrees that are required in place of nothing else."""
    return [one for one in demanded(case) if _is_condition(case, one.span)]


def _is_condition(case: kit.Case, span: kit.Span) -> bool:
    """Say whether a degree is asked of applicants, in place of nothing and not of librarians."""
    sentence = kit.sentence_at(case.posting, span)
    if _REPLACES.search(case.text, *sentence):
        return False
    if _ONE_OF.search(case.text, max(0, span.start - 60), span.start):
        return False
    inside = kit.in_requirements_at(case.posting, span.start)
    return inside or _WANTED.search(case.text, *sentence) is not None


def _support(title: str) -> str:
    found = _SUPPORT.search(title)
    return "" if found is None or _ASSISTS_A_HEAD.search(title) else found[0].lower()
