"""What comes near a statement of equal opportunity, and is none."""

import postlint.rules as kit

_QUESTION = kit.pattern(
    r"\W*(?:Describe|Explain|Tell us|Give an example|How|What|Have you|Do you)\b"
)
_QUESTIONS = kit.pattern(r"(?i)\bquestion(?:s|naire)\b")


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
        return Near("affirmative-action-only", words, kit.quoted(posting, words))
    for words in kit.leads_on(case, f"{rule}.leads_on"):
        return Near("leads-on", words, kit.quoted(posting, words))
    commitment = case[kit.facts.equity_commitment]
    for words in commitment.spans[:1] if commitment.value else ():
        # A duty to be inclusive is the holder's, and comes near nothing the employer states.
        if (
            is_question(case, words)
            or posting.section_at(words.start).kind is kit.SectionKind.DUTIES
        ):
            break
        return Near("commitment-only", words, kit.quoted(posting, words))
    return None


def is_question(case: kit.Case, span: kit.Span) -> bool:
    """Say whether words are a question to applicants: "Describe a time when you ..."."""
    sentence = kit.sentence_at(case.posting, span)
    heading = case.posting.section_at(span.start).heading
    if heading is not None and _QUESTIONS.search(heading.text):
        return True
    return _QUESTION.match(case.text, sentence.start, sentence.end) is not None
