"""Where a posting says how to apply: an address near words about applying."""

from collections.abc import Iterable

import postlint.rules as kit

# A page or a mail address, which most postings have. Each begins with a sign that a search leaps
# to, and with letters of either size, which a flag would hide from it.
_ADDRESS = kit.pattern(
    r"[Hh](?i:ttps?)://\S|[Ww](?<=\b[Ww])(?i:ww)\.\S|\]\([^)\s]|@(?<=[\w.+-]@)[\w-]+\.\w"
    r"|\.(?i:(?:com|org|gov|edu|net)\b|(?<=[a-z]\.)[a-z]{2,8}/[a-z]"
    r"|(?<=[a-z\d]\.)(?:us|ca|uk|au|nz|ie|eu|io|co|info|jobs|mil)\b)"
    # "jobs (at) example dot org", so that no machine reads it.
    r"|[Aa](?:(?<=\w[ (\[][Aa])|(?<=\w[ (\[]{2}[Aa]))"
    r"(?i:t[ )\]]{1,2}[\w-]+[ (\[]{1,2}dot[ )\]]{1,2}\w)"
    # What a page leaves of an address that it hides from machines.
    r"|\[email[ \xa0]protected\]|\bThis email address is being protected",
)
# A telephone number, a street, a box, an office, a board: where somebody can be met.
_ELSE = kit.pattern(
    r"(?i)\d{3}(?<![\d-]\d{3})\)?[ .-]\d{3}(?:[ .-]\d{4})?\b(?<=\d{4})|"
    # "01632 960 112", "(03) 5550 1234", "+353 1 555 0134".
    r"0(?<![\d.-]0)(?:\d{3,4}\)? \d{3} ?\d{3,4}|\d{1,2}\)? \d{3,4} \d{3,4})\b|\+\d[\d ()-]{7,}\d|"
    # All others begin with a word, and are tried at no other letter.
    r"\b(?:[AF]?P\.?O\.? Box\b|Box \d|(?<=apply )(?:in (?:the )?(?:store|shop|branch)|within)\b|"
    # "The Principal, St Ann's, Mill Road, Cork".
    r"(?<=\w )(?-i:Road|Street|Square|Terrace|Quay),|(?:Human Resources|Personnel|HR) (?:Office|"
    r"Department)\b|appl(?:y|ications?) (?:on-?line )?(?:through|on|via|using) "
    r"(?!The\b|Mail|Email|Fax|Phone|\w+day\b)(?-i:[A-Z]\w+)|"
    r"apply (?:on-?line |internally )?(?:on|through|via|in|using) (?:the|our) (?:\w+ ){0,3}"
    r"(?:pages?|portal|site|intranet|system|app|board)\b|"
    r"(?:stop|drop|come|walk|swing) (?:by|in)\b[^.\n]{0,60}\bask for (?-i:[A-Z])\w+|"
    r"(?:at|to) (?:the|our|her|his|any|either|each) (?:\w+ ){0,2}(?:office|branch|counter|"
    r"desk|hall|location|store)\b|"
    r"\d{1,5}(?: [-–])? \w+(?: \w+){0,3} (?:St|Street|Ave|Avenue|Road|Rd|Blvd|"
    r"Boulevard|Drive|Dr|Lane|Way|Plaza|Suite)\b|(?:NEOGOV|Workday|USAJOBS|Handshake|Interfolio|PeopleAdmin|"
    r"Civil Service Jobs|Frontline|AppliTrack|EDJOIN|SchoolSpring)\b)"
)
# "Contact email: …", "Apply: …", and the page that a job board keeps in a field of its own.
_FIELDS = kit.pattern(r"(?i)contact|e-?mail|apply|\burl\b|website")
# An address behind such words, in one sentence, is no way to apply; nor is such a page.
_OF_ELSE = kit.pattern(
    r"(?i)(?:info(?:rmation)? sessions?|webinar)\b[^.]*$|"
    r"\b(?:information|questions?|inquir\w+) (?:regarding|about|concerning|on) (?:this|the) "
    r"(?:recruitment|position|job|post|role)\b(?:(?!appl)[^.])*$|"
    r"\b(?:ordinance|polic(?:y|ies)|benefits?|accommodations?|E-Verify|privacy|fair chance|"
    r"security report)\b(?:(?!appl)[^.])*$|"
    # "If you need adjustments to apply, ring …": whom to ask for help, and for what else.
    r"\b(?:accommodations?|adjustments?)\b(?:(?!\b(?:apply (?:at|by|via|through|on)|send|submit)\b)"
    r"[^.])*(?:\.\s+(?:please )?(?:call|contact|ring|phone|e-?mail)\b[^.]{0,40})?$|"
    # "Work location: 4 Elm Road": where one works.
    r"\b(?:work|job|post) (?:location|site)\s*:[^:]{0,80}$|"
    r"\b(?:coordinators?|compliance officer|civil rights|discriminat\w+)\b(?:(?!appl|send)[^.])*$"
)
_PAGE_OF_ELSE = kit.pattern(r"(?i)\S*(?:tobacco|benefit|ordinance|polic|privacy|clery|youtu)")
# "Write to jobs@example.org for any questions": behind the address stands what it is for.
_FOR_QUESTIONS = kit.pattern(
    r"(?i)[^\s]{0,80}\s{1,5}(?:for|with|if you have) (?:any |further |more )?(?:application |"
    r"other )?"
    r"(?:inquir|question|information)"
)
# "Apply by mail", "send a letter to Dana": a means or a name, and nobody can tell where to.
_MEANS = kit.pattern(
    r"(?i)\b(?:apply|applications?|submit|send|mail)\b[^.\r\n]{0,80}?"
    r"\b(?:(?:by|via|through) (?:e-?mail|mail|post|letter|fax|phone|telephone)|in person|on-?line)"
    r"\b|"
    r"\b(?:submit|send|give|bring|hand|forward)\b[^.\r\n]{3,120}? to "
    r"(?:us\b|me\b|(?:the )?(?-i:(?:(?:Dr|Mrs?|Ms)\. )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4}))"
)
# The stop of a title ends no sentence.
_TITLE = kit.pattern(r"\b(?:Sr|Jr|Dr|Mrs?|Ms)\.")
_LINE = 120
_AROUND_ADDRESS = frozenset(' \t\r\n\xa0()<>[],;"')
_AROUND, _BEFORE = 220, 100
_SMALL = 150
# What applicants do in the sentence that names a room.
_GOES = kit.pattern(
    r"(?i)\b(?:appl(?:y|ications?|icants?)|r[eé]sum[eé]s?|letters?|forms?|send|submit|drop|stop|come|"
    r"bring|inquire|see|walk)\b[^.!?\n]*\Z"
)
# "The library stands at 14 Mill Street": where something is, and nobody is asked to come.
_IS_THERE = kit.pattern(
    r"(?i)\b(?:is|are|stands?|lies|located|situated|based|housed|works?|working)\b"
    r"[^.;:!?\n]{0,60}\Z"
)
_COMES = kit.pattern(
    r"(?i)\b(?:(?:our|the|resources|personnel|clerk['’]s) office|in person|visit|drop|stop|walk in"
    r"|come|bring|pick up|deliver)\b"
)
_INITIAL = kit.pattern(r"\b[A-Z]\.")
_STREET = kit.pattern(r"\d{1,5}(?: [-–])? (?:\d+(?:st|nd|rd|th) )?[^\W\d]")
_ROOM = kit.pattern(r"(?i)\b(?:office|branch|counter|desk|hall|location|store|department)\b")


def way(case: kit.Case, applying: Iterable[kit.Span]) -> kit.Span | None:
    """Return the way that stands in a field, in a section about applying, or near such a word."""
    for field in case.posting.fields:
        found = _FIELDS.search(field.key.text) and _ADDRESS.search(field.value.text)
        start = field.span.start
        if found and not _OF_ELSE.search(_TITLE.sub("", case.text[max(0, start - _LINE) : start])):
            return field.span
    # A small advertisement ends with an address, and no word about applying.
    whole_text = [kit.Span(0, len(case.text))] if len(case.words) <= _SMALL else []
    places = windows(case, applying) or whole_text
    for wanted in (_ADDRESS, _ELSE):
        for window in places:
            for found in wanted.finditer(case.text, window.start, window.end):
                before = case.text[max(window.start, found.start() - _LINE) : found.start()]
                before = _TITLE.sub("", before)
                if _FOR_QUESTIONS.match(case.text, found.end()):
                    continue
                # "Answer questions at the desk" is work, "apply at the desk" is a way to it.
                if wanted is _ELSE and _ROOM.search(found[0]) and not _GOES.search(before):
                    continue
                if _STREET.match(found[0]) and _is_where(case, window, found.start(), before):
                    continue
                # ".com" is found in what "www." began.
                whole = _whole(case.text, found.start(), found.end())
                if not _OF_ELSE.search(before) and not _PAGE_OF_ELSE.match(case.text, whole.start):
                    return whole
    return None


def _is_where(case: kit.Case, window: kit.Span, start: int, before: str) -> bool:
    """Say whether a street is where something stands, and not where people apply."""
    before = _INITIAL.sub("", before)
    if _GOES.search(before):
        return False
    leading = case.text[window.start : start].rpartition("\n\n")[2]
    if _IS_THERE.search(before):
        return _COMES.search(leading) is None
    # Of a text without a word of applying, only who asks people to come names a way.
    return window.start == 0 and _COMES.search(leading) is None


def means(case: kit.Case, places: Iterable[kit.Span]) -> kit.Span | None:
    """Return the words that say by what means people apply, where some do."""
    for place in places:
        if found := _MEANS.search(case.text, place.start, place.end):
            return kit.Span(*found.span())
    return None


def _whole(text: str, start: int, end: int) -> kit.Span:
    """Return an address whole, of which a part was found."""
    while start and text[start - 1] not in _AROUND_ADDRESS:
        start -= 1
    while end < len(text) and text[end] not in _AROUND_ADDRESS:
        end += 1
    while end - 1 > start and text[end - 1] in ".,:":  # the sentence's, and not the address's
        end -= 1
    return kit.Span(start, end)


def windows(case: kit.Case, applying: Iterable[kit.Span]) -> list[kit.Span]:
    """Return the stretches around words about applying, in order and without their overlaps."""
    sections = [section.span for section in case.posting.of_kind(kit.SectionKind.HOW_TO_APPLY)]
    near = (kit.around(case, place, _BEFORE, _AROUND) for place in applying)
    merged: list[kit.Span] = []
    for one in sorted((*sections, *near)):
        if merged and one.start <= merged[-1].end:
            merged[-1] = kit.Span(merged[-1].start, max(one.end, merged[-1].end))
        else:
            merged.append(one)
    return merged


# "Job Number: 04570", "Requisition ID 22-118": the text was copied from a board.
_ON_A_BOARD = kit.pattern(
    r"(?i)\b(?:job|requisition|req|posting|recruitment|announcement|vacancy|opening|exam(?:ination)?)"
    r"(?: ?(?:number|no\b\.?|#|id\b|code)|(?=:))\W{0,4}(?=[\w-]*\d)[\w-]+"
)


def copied(case: kit.Case, lost: tuple[kit.Span, ...]) -> kit.CannotTell | None:
    """Return where the way to apply is, of a text that lost a link or was copied from a board."""
    for words in lost:
        named = kit.quoted(case.posting, words)
        return kit.CannotTell(f"where '{named}' leads: the text has no link", (words,))
    if board := _ON_A_BOARD.search(case.text):
        span = kit.Span(*board.span())
        named = kit.quoted(case.posting, span)
        return kit.CannotTell(f"how to apply on the board that has '{named}'", (span,))
    return None
