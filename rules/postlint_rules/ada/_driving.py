"""Where a posting says that somebody drives."""

from collections.abc import Iterable, Iterator

import postlint.rules as kit

# "... is required to operate county vehicles": what the license is for stands beside it.
_TO_DRIVE = kit.pattern(
    r"(?i)\b(?:driv(?:e|es|ing)\b(?! (?:licen[cs]e|record))|operat(?:e|es|ing|ion of)\b)[^.;]{0,60}"
    r"\b(?:vehicles?|trucks?|bus(?:es)?|vans?|cars?|automobiles?|equipment)\b"
    r"|\bdriv(?:es|ing)\s+(?:between|among|to)\b|\b(?:will|is to|must) drive\b"
    r"|\btak(?:e|es|ing)\s+(?:the|a|an|our|your)\s+(?:\w+\s+)?(?:vehicle|truck|bus|van|car)s?\s+(?:to|out|from)\b"
)
# "Drives the delivery van", "operates the mail truck": a duty of which a vehicle is the object.
_STEERED = frozenset("drive drives driving operate operates operating take takes taking".split())
_DRIVES = kit.pattern(
    r"(?i)\b(?:driv(?:e|es|ing)(?:\s+[\w'’-]+){0,7}?|operat(?:e|es|ing)(?:\s+[\w'’-]+){0,4}?)\s+(?:vehicle|truck|bus|buse|van|car"
    r"|automobile|ambulance|bookmobile|minibus|shuttle|tram|forklift|tractor"
    r"|(?:snow ?)?plow|loader|backhoe|grader|sweeper|mower)s?\b"
    # Not "the bus information system": the vehicle is the whole object.
    r"(?=\W*\Z|[,.;:()]|\s+(?:to|for|from|in|on|and|or|when|while|between|with|as|across|around"
    r"|over|through|at|by|daily|weekly|safely|every|each|if|that|which|of|along|up|down|such|including|owned|without|within)\b)"
    # "Drives the flats to our three shops", "takes the truck to market".
    r"|\bdriv(?:e|es|ing)\s+(?:(?!conversations?|traffic|sales|business|growth|change|demand|leads"
    r"|attention|revenue|innovation|engagement|adoption)[\w'’-]+\s+){1,5}(?:to|between|among)\s+(?:[\w'’-]+\s+){0,3}"
    r"(?:shop|store|home|house|site|school|farm|customer|office|hospital|clinic|airport|market"
    r"|warehouse|station|town|branche)s?\b"
    r"|\btak(?:e|es|ing)\s+(?:the|a|an|our|your)\s+(?:\w+\s+)?(?:vehicle|truck|bus|van|car)s?\s+"
    r"(?:to|out|from)\b"
)
# What is done with a vehicle that nobody names.
_PLOWS = kit.pattern(
    r"(?i)\b(?:plow|plough|sweep|sand|grade|salt)(?:s|ing)?\s+(?:[\w-]+\s+){0,2}"
    r"(?:streets?|roads?|snow|highways?|(?:parking )?lots?)\b"
)
_PLOWED = frozenset(
    {"snow", "street", "streets", "road", "roads", "highway", "highways", "lot", "lots"}
)
_DRIVER = kit.pattern(
    r"(?i)\b(?:drivers?(?!['’]?s? licen)|chauffeur|courier|police officer|deputy sheriff|paramedic"
    r"|state trooper|(?:bus|diesel|truck|fleet) mechanic"
    r"|(?:(?<!computer )(?<!office )(?<!print )equipment|grader|snow ?plow|sweeper|loader"
    r"|backhoe|excavator|paver|truck|bus|mower|tractor) operators?)\b"
)
# What these say of driving is said of the work; an employer's fleet is another matter.
_OF_THE_WORK = frozenset({kit.SectionKind.OVERVIEW, kit.SectionKind.WORKING_CONDITIONS})
_SMALL = 150
# "Operates the bus information system": phrases find the bus.
_OF_A_THING = kit.pattern(
    r"(?i)\s+(?:information|data|dispatch\w*|tracking|schedul\w+|reservation|routing|registration)\b"
)


def whole(case: kit.Case, found: Iterable[kit.Span]) -> list[kit.Span]:
    """Return the finds whose vehicle is no part of the name of a thing."""
    return [one for one in found if not _OF_A_THING.match(case.text, one.end)]


def driven(case: kit.Case, demand: kit.Span, hits: Iterable[kit.Span]) -> tuple[kit.Span, ...]:
    """Return where a demand, a duty, the title or words about the work tell of driving.

    Of the `hits` of phrases about it, these are counted.
    """
    hits, duties = whole(case, hits), [duty.span for duty in case.posting.duties]
    # A small advertisement tells its duties in a sentence or two, and no list was found.
    if not duties and len(case.words) <= _SMALL:
        duties = [kit.Span(0, len(case.text))]
    inside = [one for one in hits if any(place.contains(one) for place in (demand, *duties))]
    titled = [span for span in case[kit.facts.title].spans if _DRIVER.search(case.text, *span)]
    of_work = [one for one in hits if _says_of_work(case, one)]
    return tuple(
        inside or titled or of_work or _beside(case, demand, duties) or _in_running_text(case)
    )


def _in_running_text(case: kit.Case) -> list[kit.Span]:
    """Return where running text tells of the holder at the wheel."""
    if _STEERED.isdisjoint(case.words.distinct):
        return []
    return [one for one in _steered(case, kit.Span(0, len(case.text))) if _says_of_work(case, one)]


# What the verbs of `_DRIVES` begin with, which is sooner found than the pattern, and words of
# which one stands in a text where such a verb may count.
_STEMS = {
    "driv": frozenset({"drive", "drives", "driving"}),
    "operat": frozenset({"operate", "operates", "operating"}),
    "tak": frozenset("vehicle vehicles truck trucks bus buses van vans car cars".split()),
}


def _steered(case: kit.Case, place: kit.Span) -> Iterator[kit.Span]:
    """Yield what is driven, operated or taken in a place, a stem of these verbs at a time."""
    for stem, words in _STEMS.items():
        at = -1 if words.isdisjoint(case.words.distinct) else case.lowered.find(stem, *place)
        while at >= 0:
            if found := _DRIVES.match(case.text, at, place.end):
                yield kit.Span(*found.span())
            at = case.lowered.find(stem, at + 1, place.end)


# In running text of no known kind a sentence has to say who drives.
_HOLDER = kit.pattern(
    r"(?i)\b(?:you(?:['’]ll)?|the (?:incumbent|employee|position|job|work|role|post|holder)"
    r"|this (?:position|job|role|post))\b"
)
_WORDS = kit.pattern(r"[a-z]{3,}")


def _says_of_work(case: kit.Case, hit: kit.Span) -> bool:
    kind = case.posting.section_at(hit.start).kind
    if kind not in (None, kit.SectionKind.OTHER):
        return kind in _OF_THE_WORK
    sentence = kit.sentence_at(case.posting, hit)
    before = case.lowered[sentence.start : hit.start]
    title = _WORDS.findall((case[kit.facts.title].value or "").lower())
    return _HOLDER.search(before) is not None or any(f"the {word} " in before for word in title)


def _beside(case: kit.Case, demand: kit.Span, duties: list[kit.Span]) -> list[kit.Span]:
    found = [kit.Span(*one.span()) for one in _TO_DRIVE.finditer(case.text, *demand)]
    if not _STEERED.isdisjoint(case.words.distinct):
        found += [one for duty in duties for one in _steered(case, duty)]
    if not _PLOWED.isdisjoint(case.words.distinct):
        plowed = (_PLOWS.finditer(case.text, *duty) for duty in duties)
        found += [kit.Span(*one.span()) for each in plowed for one in each]
    return found


def own_part(case: kit.Case, sentence: kit.Span, place: kit.Span) -> kit.Span:
    """Return what of a sentence stands around a place, between two semicolons."""
    begin = case.text.rfind(";", sentence.start, place.start) + 1
    end = case.text.find(";", place.end, sentence.end)
    return kit.Span(max(begin, sentence.start), sentence.end if end < 0 else end)


# "He must live near by and have a Class A license": another demand of the sentence.
_AND_HAVE = kit.pattern(r"(?<!possess )(?<!obtain )\band (?=(?:have|has|holds?|possess|must)\b)")
_JOINT = kit.pattern(r"\A\s*(?:(?:and|or)\s+)?")
# A demand of so many characters has other things asked in it, parted by commas.
_A_ROW = 90


def clause(case: kit.Case, demand: kit.Span) -> kit.Span:
    """Return the clause that asks for the license: others of its row ask for other things."""
    for place in case.hits.within("drivers-licence-unjustified.license", demand):
        marks = ";," if demand.end - demand.start > _A_ROW else ";"
        begins = [case.text.rfind(mark, demand.start, place.start) + 1 for mark in marks]
        begins += [one.end() for one in _AND_HAVE.finditer(case.text, demand.start, place.start)]
        begin = _JOINT.sub("", case.text[max(demand.start, *begins) : place.start])
        ends = (case.text.find(mark, place.end, demand.end) for mark in marks)
        end = min((one for one in ends if one >= 0), default=demand.end)
        if case.text.count("(", place.end, end) > case.text.count(")", place.end, end):
            end = demand.end  # the mark stands in brackets
        return kit.Span(place.start - len(begin), end)
    return demand
