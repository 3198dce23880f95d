"""What comes near a statement of equal opportunity, and is none."""

import postlint.rules as kit

_QUESTION = kit.pattern(
    r"\W*(?:Describe|Explain|Tell us|Give an example|How|What|Have you|Do you)\b"
)
# "Knowledge of laws against discrimination" is asked of people.
_KNOWS = kit.pattern(
    r"(?i)\b(?:knowledge|understanding|experience|familiarity|ability|complaints?|investigat\w+)\b"
)
_QUESTIONS = kit.pattern(r"(?i)\bquestion(?:s|naire)\b")
# "Submit a statement on your contributions to diversity"
_TO_SEND = kit.pattern(
    r"(?i)\b(?:submit|include|attach|provide|send|upload|enclose|write)\b[^.;]{0,60}"
    r"\b(?:statement|essay)\b"
)
# "Our ideal candidates are", "Who we are looking for": what stands below is asked of people.
_OF_PEOPLE = kit.pattern(
    r"(?i)\bcandidates?\b|\bapplicants?\b|\bwho (?:we|you)\b[^\n]{0,20}\b(?:look|are|seek|want)"
    r"|\bwhat you\b|\byou (?:have|are|bring)\b"
)


# Not "We expect candidates to value inclusion".
_OF_US = kit.pattern(
    r"(?:We|Our (?:team|district|schools?|city|county|company|college)) "
    r"(?!expect|seek|look|want|need|ask|require|are (?:looking|seeking))"
)
# "Serves as the Affirmative Action Officer"
_AN_OFFICE = kit.pattern(r"(?i)\W+(?:officer|coordinator|office|plans?|goals?|reports?)\b")


class Near(kit.NamedTuple):
    """What comes nearest to a statement: the message that names it, its place and words."""

    message: str
    span: kit.Span
    words: str


def nearest(case: kit.Case, rule: str) -> Near | None:
    """Return what comes nearest to a statement, the most misleading first."""
    posting, hits = case.posting, case.hits
    for denial in hits[f"{rule}.denial"]:
        sentence = kit.sentence_at(posting, denial)
        about_work = hits.within(f"{rule}.work", sentence)
        if hits.within(f"{rule}.pupils", sentence) and not about_work:
            return Near("pupils-only", sentence, kit.quoted(posting, sentence))
    for words in hits[f"{rule}.affirmative_action"]:
        if _AN_OFFICE.match(case.text, words.end):
            continue
        return Near("affirmative-action-only", words, kit.quoted(posting, words))
    for words in kit.leads_on(case, f"{rule}.leads_on"):
        return Near("leads-on", words, kit.quoted(posting, words))
    commitment = case[kit.facts.equity_commitment]
    for words in commitment.spans[:1] if commitment.value else ():
        # A duty to be inclusive is the holder's, and comes near nothing the employer states.
        duty = posting.section_at(words.start).kind is kit.SectionKind.DUTIES
        if duty or of_applicants(case, words):
            break
        return Near("commitment-only", words, kit.quoted(posting, words))
    return None


# A sentence about work that names so many grounds may be a statement nobody foresaw.
_GROUNDS = 3
# Insurance knows sex, age and disability, too.
_AMONG = frozenset({"race", "races", "religion", "religions", "creed", "color", "faith", "origin"})
_APPLIES = kit.pattern(r"\bappl(?:y|ies)\b")


def may_state(case: kit.Case, rule: str) -> kit.CannotTell | None:
    """Return that nobody can tell, where a sentence about hiring names grounds or opportunity."""
    posting, hits = case.posting, case.hits
    grounds = hits["statements.class"]
    duties = kit.merged(duty.span for duty in posting.duties)
    # A sentence that says it often is looked at once.
    equal = dict.fromkeys(kit.sentence_at(posting, place) for place in hits["statements.equal"])
    many = grounds if len(grounds) >= _GROUNDS else ()
    named = dict.fromkeys(kit.sentence_at(posting, place) for place in many)
    for sentence in (*equal, *(one for one in named if _names_grounds(case, one))):
        other = _KNOWS.search(case.text, *sentence) or _is_question(case, sentence)
        hires = hits.within(f"{rule}.work", sentence) or _APPLIES.search(case.lowered, *sentence)
        if hires and not other and not kit.touches(duties, sentence):
            words = kit.quoted(posting, sentence)
            return kit.CannotTell(f"whether '{words}' promises equal opportunity", (sentence,))
    return None


def _names_grounds(case: kit.Case, sentence: kit.Span) -> bool:
    grounds = case.hits.within("statements.class", sentence)
    named = {case.lowered[slice(*one)] for one in grounds}
    return len(named) >= _GROUNDS and not _AMONG.isdisjoint(named)


def of_applicants(case: kit.Case, span: kit.Span) -> bool:
    """Say whether words are asked of applicants: "Describe a time when you ..."."""
    sentence = kit.sentence_at(case.posting, span)
    section = case.posting.section_at(span.start)
    if _TO_SEND.search(case.text, *sentence):
        return True
    if section.kind in kit.REQUIREMENTS:
        # What the house says of itself stands below a list that its heading does not reach.
        return _OF_US.match(case.text, sentence.start) is None
    listed = any(item.text.span.overlaps(sentence) for item in section.items())
    if listed and section.heading is not None and _OF_PEOPLE.search(section.heading.text):
        return True
    return _is_question(case, sentence)


def _is_question(case: kit.Case, sentence: kit.Span) -> bool:
    heading = case.posting.section_at(sentence.start).heading
    headed = heading is not None and _QUESTIONS.search(heading.text) is not None
    return headed or _QUESTION.match(case.text, sentence.start, sentence.end) is not None
