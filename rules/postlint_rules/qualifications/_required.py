"""Whether something is asked of applicants, or stands in a form they fill in."""

import postlint.rules as kit

_NONE_FOUND = kit.CannotTell("what is asked of applicants: no section about it was found")
# How far above an answer its question may stand.
_ANSWERS = 900
_SHORT = 130
# Nobody is asked for more: such years are those of a house.
_MOST_YEARS = 30
_INSTEAD = kit.pattern(r"(?i)\bsubstitut|\bin lieu\b|\bin place of\b")
# "$90,000 for somebody with a year of experience, $120,000 with 20": what years are paid.
_SCALE = kit.pattern(r"[$£€] ?\d[^;\n$£€]*\byears?\b[^;\n$£€]*[$£€] ?\d[^;\n$£€]*\byears?\b")
_WANTED = kit.pattern(r"(?i)\bmust\b|\brequire|\bminimum\b|\bat least\b")


def has_requirements(case: kit.Case) -> kit.CannotTell | None:
    """Let a rule about qualifications speak where they were found."""
    return None if kit.requirement_sections(case) else _NONE_FOUND


def is_answer(case: kit.Case, span: kit.Span) -> bool:
    """Say whether a place is an answer of a form: "How many years?" over "Less than two years"."""
    if span.start >= case[kit.facts.form_start].value:
        return True
    lines = case.text[max(0, span.start - _ANSWERS) : span.start].splitlines()
    for line in reversed(lines[:-1]):
        if len(line.strip()) > _SHORT:
            return line.rstrip().endswith("?")
        if "?" in line:
            return True
    return False


def demanded(case: kit.Case) -> list[kit.facts.DegreeMention]:
    """Return the degrees that are required, and not answers of a form."""
    degrees = case[kit.facts.degrees].value
    return [one for one in degrees if one.required and not is_answer(case, one.span)]


def is_wanted(case: kit.Case, one: kit.facts.ExperienceMention) -> bool:
    """Say whether years of experience are the applicant's own, and wanted of them."""
    span, sentence = one.span, kit.sentence_at(case.posting, one.span)
    if one.low > (one.high or _MOST_YEARS) or one.low > _MOST_YEARS or is_answer(case, span):
        return False
    if _INSTEAD.search(case.text, sentence.start, sentence.end):
        return False
    if kit.in_requirements_at(case.posting, span.start):
        return True
    wanted = _WANTED.search(case.text, sentence.start, sentence.end) is not None
    return wanted and _SCALE.search(case.text, sentence.start, sentence.end) is None


_OR_ENGLISH = kit.pattern(r"(?i)[^.;\n]{0,30}\b(?:and/)?or English\b|[ -]English\b(?! ?/| and)")

# "Knowledge of French drains": behind the name of a language stands a thing.
_OF_A_THING = kit.pattern(
    r" (?!(?:and|or|is|are|was|in|at|to|for|with|as|on|of|a|an|by|so|well|both|who|that|if|when"
    r"|language|languages|fluency|proficiency|skills?|required|needed|preferred|spoken|written|level"
    r"|speak\w+|must|may|will|would|can|experience|programming|code|coding|scripting|\w+ly)\b)[a-z]"
)


def is_language(case: kit.Case, hit: kit.Span) -> bool:
    """Say whether a language is asked for, and neither English as well nor a thing named so."""
    return not (_OR_ENGLISH.match(case.text, hit.end) or _OF_A_THING.match(case.text, hit.end))
