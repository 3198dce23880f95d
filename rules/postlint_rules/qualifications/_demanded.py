"""Which words of a posting demand a license."""

import postlint.rules as kit

# A sentence of more characters has more in it than the demand.
_BRIEF = 60
_NOUN = kit.pattern(r"(?i)\b(?:licen[cs]e|certificat(?:e|ion)|registration)s?\b")
_WORDS = kit.pattern(r"\S")


def named_licence(case: kit.Case, span: kit.Span) -> kit.Span:
    """Return a demand, and of a long sentence the clause up to the license."""
    named = _NOUN.search(case.text, *span)
    if named is None or span.end - span.start <= _BRIEF:
        return span
    begins = max(case.text.rfind(mark, span.start, named.start()) + 1 for mark in ",;:")
    words = _WORDS.search(case.text, max(span.start, begins))
    return span if words is None else kit.Span(words.start(), named.end())


def demand_at(case: kit.Case, hit: kit.Span) -> kit.Span:
    """Return the sentence that demands; behind a label, "License required:", the next one."""
    sentence = kit.sentence_at(case.posting, hit)
    if case.text[sentence.end : sentence.end + 1] != ":":
        return sentence
    begins = _WORDS.search(case.text, sentence.end + 1)
    place = begins and kit.Span(*begins.span())
    return sentence if place is None else kit.sentence_at(case.posting, place)
