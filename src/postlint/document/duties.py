"""Which statements of a posting are duties.

As a careful reader divides them: the items of the lists of duties, under their
heading or after a heading that was lost; where there is no such list, the
sentences that say what the holder of the job does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from postlint.document.asides import is_aside
from postlint.document.clauses import behind_dash, follows_dash, split_clauses
from postlint.document.headings import heading_kind
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.openings import asks_for, is_duty_verb, is_plain_verb, opening_kind, runs
from postlint.document.parts import Duty, Item, Paragraph, Section, passage, walk
from postlint.document.placeholders import is_left_to_fill_in
from postlint.document.sentences import split_sentences
from postlint.document.titles import names_job
from postlint.document.vocabulary import any_of, word_set
from postlint.text.patterns import pattern

# Where running text may say what the job holder does, besides a section of duties.
_TELLING = frozenset(
    {None, SectionKind.OVERVIEW, SectionKind.ORGANIZATION, SectionKind.OTHER, SectionKind.DUTIES}
)
# An item of so few words over a list of its own names the list.
_NAME = 4


def find_duties(text: str, sections: Sequence[Section]) -> tuple[Duty, ...]:
    """Return the duties of a posting's sections, in the order of the text."""
    listed = tuple(_from_lists(text, sections))
    if listed:
        few = tuple(_from_few(sections))
        return tuple(sorted((*listed, *few), key=lambda duty: duty.text.span)) if few else listed
    return (
        tuple(_from_lists(text, sections, rows=True))
        or tuple(_from_text(text, sections))
        or tuple(_from_text(text, sections, elsewhere=_OFFERING))
        or tuple(_from_text(text, sections, states=states_work_of_many))
    )


# Where a list of clauses may say what is done, where nothing else does: "Full package." heads
# no more than itself, and the paragraphs below it are of the post.
_OFFERING = frozenset({SectionKind.BENEFITS, SectionKind.COMPENSATION})


def _from_lists(text: str, sections: Sequence[Section], *, rows: bool = False) -> Iterator[Duty]:
    """Yield what a list states; of `rows`, what paragraphs state that are one without bullets."""
    for index, section in enumerate(sections):
        # Items stand among a section's blocks or in other items, so most sections have none.
        if section.kind not in _OF_POST if rows else Item not in map(type, section.blocks):
            continue
        statements = _statements(section)
        texts = [statement.text.text for statement in statements]
        if rows and not _are_rows(texts):
            continue
        wanted = which_are_duties(section.kind, texts)
        led = _led(text, statements)
        # Where no item has a bullet, what is said of who holds the job is one of them.
        alike = section.kind is SectionKind.DUTIES and _worded_alike(statements)
        for place, (statement, is_duty) in enumerate(zip(statements, wanted, strict=True)):
            listed = (
                not _names_a_list(statement)
                if isinstance(statement, Item)
                else rows
                or _among(statements, place, led[place])
                or (alike and states_duty(statement.text.text))
            )
            if is_duty and listed:
                yield Duty(
                    text=statement.text,
                    section=index,
                    label=statement.label,
                    markers=statement.markers,
                    misplaced=isinstance(statement, Item) and statement.misplaced,
                )


def _from_few(sections: Sequence[Section]) -> Iterator[Duty]:
    """Yield what rows too few for a list state beside one, under a heading of their own."""
    for index, section in enumerate(sections):
        headed = section.kind is SectionKind.DUTIES and section.heading is not None
        if headed and set(map(type, section.blocks)) == {Paragraph}:
            rows = _statements(section)
            if _state_work([row.text.text for row in rows]):
                for row in rows:
                    yield Duty(text=row.text, section=index, label=row.label, markers=row.markers)


def _state_work(rows: Sequence[str]) -> bool:
    """Say whether fewer rows than make a list are a sentence each, and one opens as a duty does."""
    if not 0 < len(rows) < _LEAST_ROWS or any(row.startswith(_NO_WORK) for row in rows):
        return False
    sentences = all(row[-1] in ".;" and _NEXT_SENTENCE.search(row) is None for row in rows)
    return sentences and _DUTIES in set(map(opening_kind, rows)) <= {_DUTIES, None}


# What a post requires, and to whom it reports, is no work.
_NO_WORK = ("Requires ", "Report ", "Reports ")


def _worded_alike(statements: Sequence[Item | Paragraph]) -> bool:
    """Say whether no item has a bullet, and some rows say alike what the holder does.

    "The Clerk files maps." and "The Clerk lends maps." stand among "Mends maps." and its like.
    """
    if Paragraph not in map(type, statements):
        return False  # each is an item of the list as it is
    if any(isinstance(one, Item) and one.span.start != one.text.span.start for one in statements):
        return False
    begun: dict[str, list[str]] = {}
    for one in statements:
        opening = " ".join(one.text.text.split(None, 3)[:3])
        begun.setdefault(opening, []).append(one.text.text)
    return any(sum(map(states_duty, rows)) > 1 for rows in begun.values() if len(rows) > 1)


def _statements(section: Section) -> list[Item | Paragraph]:
    return [
        block
        for block in walk(section.blocks)
        if isinstance(block, (Item, Paragraph)) and block.text.text
    ]


def _is_note(section: Section) -> bool:
    heading = section.heading
    return heading is not None and heading.text.lower().rstrip("s") == "note"


def _led(text: str, statements: Sequence[Item | Paragraph]) -> list[int]:
    """Return for each statement the last item before it with rows alone between them, or -1.

    Of rows that no item leads it is the first.
    """
    led = [0]
    for place in range(1, len(statements)):
        if isinstance(statements[place], Item):
            led.append(place)
            continue
        between = text[statements[place - 1].text.span.end : statements[place].text.span.start]
        led.append(-1 if between.count("\n") > 1 else led[-1])
    return led


def _among(statements: Sequence[Item | Paragraph], place: int, last: int) -> bool:
    """Say whether a paragraph is an item that lost its bullet, or had none: "*Cooks", "Waters".

    It stands between two others, or right before the first or behind the last and is built as
    that is: where a page ends, the first rows of a list are as often without their signs.
    """
    lead = statements[place].text.text
    if lead[-1:] == ":":
        return False
    if (
        0 < place < len(statements) - 1
        and isinstance(statements[place - 1], Item)
        and isinstance(statements[place + 1], Item)
    ):
        return opening_kind(lead) is SectionKind.DUTIES
    if last == place == 0 and len(statements) > 1 and isinstance(statements[1], Item):
        rows = [one.text.text for one in statements[1:_FIRST_ROWS]]
        return _NEXT_SENTENCE.search(lead) is None and any(_built_alike(row, lead) for row in rows)
    return 0 <= last < place and _built_alike(statements[last].text.text, lead)


_FIRST_ROWS = 8


def _built_alike(one: str, other: str) -> bool:
    """Say whether two rows are sentences that begin with a verb in -s: "Plans", "Waters"."""
    first, second = one.split(" ", 1)[0], other.split(" ", 1)[0]
    verbs = is_duty_verb(first) and first[-1:] == second[-1:] == "s"
    return verbs and one[-1:] == other[-1:] == "." and second[:1].isupper()


def _names_a_list(item: Item) -> bool:
    below = any(isinstance(block, Item) for block in item.blocks)
    words = item.text.text  # "Gives first aid." is a sentence, whatever stands below it
    if not below or words[-1:] in ".;":
        return False
    return len(words.split()) <= _NAME or (item.label is not None and _is_topic(words))


def _from_text(
    text: str,
    sections: Sequence[Section],
    *,
    elsewhere: frozenset[SectionKind] = frozenset(),
    states: Callable[[str], bool] | None = None,
) -> Iterator[Duty]:
    says = states or states_duty
    listed = any(_is_row_by_row(section) or _in_clauses(text, section) for section in sections)
    kinds = elsewhere or _TELLING
    for index, section in enumerate(sections):
        whole = section.kind is SectionKind.DUTIES
        if section.kind not in kinds or _is_note(section) or (listed and not whole):
            continue
        for statement in _statements(section):
            # A statement of too few words for one sentence is not taken apart.
            if not whole and not may_state_duty(statement.text.text):
                continue
            for sentence in split_sentences(text, statement.text.span):
                clauses = split_clauses(text, sentence)
                if elsewhere and len(clauses) < _LEAST_ROWS:
                    continue
                first = clauses[0] if clauses else behind_dash(text, sentence)
                introduced = bool(clauses) and follows_dash(text, first)
                words = text[slice(*first)]
                if first.start > sentence.start or _runs_in(text, sentence.start):
                    # "Clerk, Elk County — successful candidate will …" begins behind its dash,
                    # and "The role: you will lead" behind its colon.
                    words = words[:1].upper() + words[1:]
                # "The functions of this job include: filing …": said before its colon.
                led = text[max(sentence.start, first.start - 3) : first.start].rstrip()
                stated = text[slice(*sentence)] if led.endswith(":") else words
                if not whole and not introduced and not says(stated):
                    continue
                if is_aside(words) or asks_for(words) or is_left_to_fill_in(words):
                    continue
                for place in clauses or (first,):
                    yield Duty(
                        text=passage(text, place),
                        section=index,
                        label=statement.label,
                        markers=statement.markers,
                        from_list=False,
                    )


def _runs_in(text: str, start: int) -> bool:
    """Say whether a label with a colon stands before a place on its line."""
    return text[max(0, start - 3) : start].rstrip(" *_").endswith(":")


def _is_row_by_row(section: Section) -> bool:
    """Say whether paragraphs under a heading of duties are a list whose bullets are lost.

    Beside a list, what a summary says of the post is no duty of its own.
    """
    if section.kind is not SectionKind.DUTIES or len(section.blocks) < _LEAST_ROWS:
        return False
    return _are_rows([statement.text.text for statement in _statements(section)])


def _in_clauses(text: str, section: Section) -> bool:
    """Say whether a section of duties is a list whose semicolons part what is done."""
    if section.kind is not SectionKind.DUTIES:
        return False
    return any(
        len(split_clauses(text, sentence)) >= _LEAST_ROWS
        for statement in _statements(section)
        if statement.text.text.count(";") >= _LEAST_ROWS - 1
        for sentence in split_sentences(text, statement.text.span)
    )


def _are_rows(rows: Sequence[str]) -> bool:
    """Say whether paragraphs are a list of duties: of one sentence each, most with a verb."""
    kinds = [opening_kind(_past_topic(row)) for row in rows]
    _settle_alike(rows, kinds)
    opened = kinds.count(_DUTIES)
    brief = all(_NEXT_SENTENCE.search(row) is None for row in rows)
    return brief and opened >= _LEAST_ROWS and 3 * opened >= 2 * len(rows)


_LEAST_ROWS = 3
# Kinds that a list of duties may follow when its heading was lost.
_GENERAL_OR_DUTIES = frozenset(
    {None, SectionKind.DUTIES, SectionKind.OVERVIEW, SectionKind.ORGANIZATION, SectionKind.OTHER}
)


# Where rows that lost their bullets and their heading may stand.
_OF_POST = frozenset({None, SectionKind.OVERVIEW})
_LONG_LIST = 8


def which_are_duties(kind: SectionKind | None, statements: Sequence[str]) -> list[bool]:
    """Say of each statement of a section whether it is a duty.

    `statements` are the section's paragraphs and items, whole and in order.
    Headings get lost on the way: the duties of many postings follow the summary
    with nothing between, and the qualifications follow the duties. So a run of
    statements that open with a verb is duties in any section but those about
    requirements, and a run that opens like qualifications is not, even under a
    heading of duties. Three make a run; five where the section is about
    something else, such as how to apply.
    """
    if kind in REQUIREMENTS:
        return [False] * len(statements)
    least = 3 if kind in _GENERAL_OR_DUTIES else 5
    if kind is SectionKind.BENEFITS:
        least = _LONG_LIST  # "Join a team", "Influence its direction": what is offered
    duties = [kind is SectionKind.DUTIES] * len(statements)
    if len(statements) < 3:  # too few for a run of either
        return _without_asides(duties, statements)
    # What ends in a colon leads a list in, and says what the list is about.
    leads = [at for at, text in enumerate(statements) if text[-1:] == ":"]
    doing = False
    for low, high in zip([-1, *leads], [*leads, len(statements)], strict=True):
        elsewhere = low >= 0 and heading_kind(statements[low]) in REQUIREMENTS
        if low >= 0 and _TOOLS.search(statements[low]) is not None:
            duties[low + 1 : high] = [False] * (high - low - 1)
        kinds = [_opens_as(text) for text in statements[low + 1 : high]]
        if doing and _DUTIES not in kinds and heading_kind(statements[low]) is not _DUTIES:
            # Below a list of what one does, one that has no verb at all is of something else.
            duties[low + 1 : high] = [False] * (high - low - 1)
        doing = doing or 2 * kinds.count(_DUTIES) >= len(kinds) > 1
        _settle_alike(statements[low + 1 : high], kinds)
        for begin, end in runs(kinds):
            verbs = kinds[begin] is SectionKind.DUTIES
            if end - begin < (least if verbs else 3):
                continue
            # "You must show the ability to:" leads in skills, unless the list is long
            # enough to be what the job is.
            other = elsewhere and begin < 2 and end - begin < _LONG_LIST
            if verbs and other and kind is not SectionKind.DUTIES:
                continue
            first = low + 1 + begin
            duties[first : low + 1 + end] = [verbs] * (end - begin)
            if kind is not SectionKind.DUTIES and _sums_up(statements[first : low + 1 + end]):
                duties[first] = False
    return _without_asides(duties, statements)


def _opens_as(statement: str) -> SectionKind | None:
    """Return what kind of list a statement opens like, behind a topic of its own.

    "Is the public face of the house" is neither work nor a trait that is asked for.
    """
    kind = opening_kind(_past_topic(statement))
    plain = kind in REQUIREMENTS and statement.startswith(_IS_OR_HAS)
    return None if plain and not asks_for(statement) else kind


_IS_OR_HAS = ("Is the ", "Is a ", "Has ")


def _settle_alike(statements: Sequence[str], kinds: list[SectionKind | None]) -> None:
    """Take words in -s for verbs in a list most of whose rows begin so, a third of them known."""
    known = kinds.count(_DUTIES)
    if None in kinds and 9 * known >= 2 * len(kinds):
        alike = [_IN_S.match(statement) is not None for statement in statements]
        if sum(alike) <= 3 * known and 3 * sum(alike) >= 2 * len(alike):
            for at, kind in enumerate(kinds):
                if kind is None and alike[at]:
                    kinds[at] = _DUTIES


_IN_S = pattern(r"[A-Z][a-z]+[a-rt-z]s [a-z0-9]")


def _past_topic(statement: str) -> str:
    """Return what a statement opens with, behind a topic of its own: "Money. Keeps the books"."""
    topic, stop, rest = statement[:60].partition(". ")
    named = stop and topic.count(" ") < _NAME and rest[:1].isupper() and opening_kind(topic) is None
    return statement[len(topic) + 2 :][:60] if named else statement[:60]


# "The languages and tools we work with include:" leads in things, and no work.
_TOOLS = pattern(
    r"(?i)\b(?:technolog(?:y|ies)|tools|software|languages|stack|platforms|frameworks)\b"
    r"(?:[^:]{0,60}\b(?:include|are|is)|[^:]{0,20}\b(?:we|you(?:['’]ll)?)\b[^:]{0,40})\s*:\Z"
)


_DUTIES = SectionKind.DUTIES


def _without_asides(duties: list[bool], statements: Sequence[str]) -> list[bool]:
    sentences = sum([text[-1:] == "." for text in statements])
    topics = sentences >= _LEAST_SENTENCES and 2 * sentences > len(statements)
    return [
        duty and not _is_no_work(text) and not (topics and _is_topic(text))
        for duty, text in zip(duties, statements, strict=True)
    ]


_NEXT_SENTENCE = pattern(r"[a-z)][.] +[A-Z]")


def _sums_up(statements: Sequence[str]) -> bool:
    """Say whether the first of a list's statements tells of the whole post, in sentences."""
    first, *others = statements
    return len(_NEXT_SENTENCE.findall(first)) >= 2 and not any(map(_NEXT_SENTENCE.search, others))


_LEAST_SENTENCES, _LONGEST_TOPIC = 3, 50


def _is_topic(statement: str) -> bool:
    """Say whether a row among sentences is none: "Reader Services & Loans", over what that is."""
    words = statement.split()
    return (
        len(statement) <= _LONGEST_TOPIC
        and (len(words) > 1 or (statement.isalpha() and statement[-3:] != "ing"))
        and statement[-1].isalpha()
        and all(word[0].isupper() or not word[0].isalpha() or len(word) < _SHORT for word in words)
    )


_SHORT = 4


# "* Essential function", under a list, says what a star in it means.
_FOOTNOTE = pattern(
    r"(?i)\W{0,3}(?:(?:denotes|indicates|designates|signifies|identifies|marks)\s+)?(?:an?\s+)?"
    r"(?:essential|marginal|non-?essential)\s+(?:\w+\s+)?(?:function|dut|task|responsibilit)\w*\W*\Z"
)

_LONGEST_FOOTNOTE = 60


_CLASS_APART = pattern(
    r"This (?:class|level|position) "
    r"(?:(?:is|can be) (?:distinguished|differentiated)|differs) from\b"
)


def _is_no_work(statement: str) -> bool:
    return (
        is_aside(statement)
        or asks_for(statement)
        or _CLASS_APART.match(statement) is not None
        or is_left_to_fill_in(statement)
        or statement.strip(" .)").isdigit()
        or (len(statement) < _LONGEST_FOOTNOTE and _FOOTNOTE.match(statement) is not None)
        # "4. Liaison role:" is what the items below it are about, and "To greet guests, the Clerk:"
        # is what they are for.
        or (
            statement[-1:] == ":"
            and (statement.count(" ") < _TOPIC or _SUBJECT_OF_A_LIST.search(statement) is not None)
        )
    )


_SUBJECT_OF_A_LIST = pattern(r", the (?:[A-Z][\w'’-]*[ ]?){1,5}(?:will|shall|must)?\s?:\Z")


_TOPIC = 8


# Who holds the job, as a sentence of a summary names it, and what it says of them.
_HOLDER = pattern(
    rf"""(?xi)
    (?: as \ (?:an?|the|our) \ [^,.;:]{{3,60}}? \ (?=you\ will\b) )?
    (?: (?:additionally|finally|furthermore|in\ addition|also) ,? \ )?
    (?: (?:under|as|in|with|within|reporting|working) \b [^,.;:]{{0,80}}? (?: , \ | \ (?=you\b) ) )?
    (?: (?:the|this|our|an?|successful|selected) \ (?:[^\s.;:]+ \ ){{0,7}}? )?
    (?: {any_of("holders")}
      | (?:individuals|positions|staff|those) \ in \ th(?:is|ese)
        \ (?:position|role|job|level|class(?:ification)?)s?
      | (?-i:[A-Z]{{2,5}}) (?=\ (?:and\ [A-Z]{{2,5}}\ )? will\b)
      | (?:(?:{any_of("of_duties")})\ )? (?:duties|responsibilities|functions|tasks) )
    \b [^.;:]{{0,80}}? \b
    (?: will \b (?! \ (?: {any_of("comes_to_holders")} | work\ (?:out|from|in) )\b)
      | will \ be \ (?:responsible|accountable|focused|working|[a-z]+ing) \b
      | (?:is|are|will \ be) \ (?:charged|tasked|entrusted) \ with \b
      | (?:is|are) \ (?:responsible|accountable) | responsible \ for
      | (?<!must\ ) (?<!must\ also\ ) (?:includes?|involves?) \b
      | has \ (?:the\ )? (?:(?:primary|sole|overall|full|direct|general|main)\ )?
        responsibility \ (?:for|to) \b
      | (?<=you)['\u2019](?:ll|d) \ (?! (?:{any_of("comes_to_you")}) \b )
      | serves \b (?! \ (?:under|at) \b) | {any_of("holders_do")} )
    """
)


# "Research is open to all fields", "Work is done on site": a noun that could be a verb.
# "The purpose of this post is to", "We seek a clerk to", "a clerk who will": a verb comes next.
_SOUGHT = pattern(
    r"""(?xi)
    (?: (?:the|our|its) \ (?:\w+\ )?
        (?:purpose|function|role|aim|mission) \ of \ (?:the|this) \ (?:[\w-]+\ ){0,4}? is \ to
      | [^.;:]{0,120}? \b (?: seeks? | wants | needs | seeking | looking \ for | hiring | recruiting
        | to \ (?:appoint|hire|recruit) ) \ (?: (?:an?|the|our|one|its) \b | (?-i:[A-Z]) )
        [^.;:]{0,140}?
        (?<!commitment) (?<!committed) (?<!dedicated) (?<!able) (?<!ability) (?<!passion)
        (?<!willing) (?<!desire) (?<!opportunity) (?<!eager) (?<!ready)
        \ (?: to
          | who (?: \ will (?:\ not\ (?:just|only))? | \ can | (?=\ is\ responsible\ for\b) ) )
    ) \ (?P<verb>(?!public\b|provide\b(?=\ us\b))[a-z]+) \b
    """
)
# "Under general supervision, the Lab Aide washes glassware": who holds a job, and a verb.
_DONE = pattern(
    r"(?:(?:Under|As|In|With|Within|Reporting|Working)\b[^.;:]{0,120}?, "
    r"|In (?:this|the) (?:role|position|post|job) )?"
    r"(?:(?:[Tt]he|[Tt]his|[Oo]ur|[Aa]n?) (?:[\w/&-]+ ){0,4}?|(?:[A-Z][\w/&-]+ ){1,4}?)"
    r"(?P<holder>[A-Za-z]{2,})(?: [IV]{1,3}\b)?"
    r"(?: of(?: (?:[A-Z][\w&]*|and|the|&)){1,6}?)? (?:also |regularly )?"
    r"(?:(?P<verb>[a-z]{2,}s)(?: |, )|is (?:[a-z]+ly )?(?P<charged>responsible) for )"
)
# "The Community Organizer will design and lead a campaign": whoever holds the job.
_WILL_DO = pattern(
    r"(?:[Tt]he|[Tt]his|[Oo]ur|[Aa]n?) (?:[\w/&'’-]+ ){0,5}?(?P<holder>[A-Za-z]{3,})"
    r"(?: [IV]{1,3}\b)?(?: \([A-Z]{2,5}\))? will (?:also )?(?P<verb>[a-z]+) "
)
# "You feed six seals and clean their pools": what the reader would do, and not what they are.
_READER = pattern(r"You (?:also )?(?P<verb>[a-z]{3,}) (?!will\b)")
_NO_DOING = word_set("no_doing")
_NO_COMING = word_set("no_coming")
# "Employees in this class file …", "This includes mending …", "Under direction, mends …".
_DOES = pattern(
    r"""(?x)
    (?: (?:Employees|Incumbents|These \ (?:positions|employees|roles))
        \ (?:in \ th[a-z]+ \ [a-z]+ \ )?
        (?P<many>(?:(?:also|typically|actively|may|generally) \ ){0,2} [a-z]+) \b
      | (?:This|Work|The\ work|This\ work) \ (?:may\ )?(?:also\ )?
        (?:involves?|includes?|entails?) \ (?P<doing>[a-z]+ing) \b
      | (?:Under|Working\ under) \ [^.;:]{0,80}? \b (?:direction|supervision|guidance|leadership)
        \b [^.;:]{0,80}? , \ (?P<under>[a-z]+s) \b
      | As \ (?:an?|the) \ [^.;:]{3,80}? , \ (?P<as>[a-z]+) \b
      | As \ (?:an?|the) \ [^.;:,]{3,60}? ,? \ you(?:['’]ll|\ will) \ (?P<you>[a-z]+) \b
      | (?:Also\ |Is\ )? (?:(?:directly|primarily|solely)\ )? (?P<charged>[Rr]esponsible) \ for \b
      | Has \ (?:\w+\ )? (?P<has>responsibility) \ for \b
    )
    """
)
# What sets one class of posts apart, and who would do well in the post.
_OF_CLASS = pattern(
    r"\b(?:distinguished|differentiated|differs?) from\b"
    r"|^This (?:class|level|position) is (?:an?|the) (?:[\w-]+ ){1,4}(?:level|class)\b"
    r"|^(?:The|Our|An) (?:ideal|perfect|strongest|best) (?:candidate|applicant)\b"
    r"(?! will (?:be responsible|lead|manage|oversee)\b)"
)
# "Working in schools, we are a house of …": what the employer does.
_OF_EMPLOYER = pattern(r"[A-Z]\w+ing\b[^.;:]{0,120}?,\s(?:we|our|it|they)\b")
_CHARGED = frozenset({"responsible", "responsibility"})
_DOERS = frozenset(
    "Employees Incumbents These This Under Working Work The As Also Is Has Responsible".split()
)
_SUBJECT = pattern(r"\w+(?: [\w'’-]+){0,4} (?:is|are|was|were|will|must|may|can|has|have)\b")


def may_state_duty(words: str) -> bool:
    """Say whether words with single blanks between them are enough to state a duty."""
    return words.count(" ") >= 5


def states_duty(sentence: str) -> bool:
    """Say whether a sentence of running text states what the holder of the job does.

    For postings that have no list of duties: "The manager oversees the help desk."
    """
    words = " ".join(sentence[:400].split())
    if not may_state_duty(words) or not words[0].isupper() or words[:12].isupper():
        return False
    if _OF_CLASS.search(words) is not None:
        return False
    if _HOLDER.match(words) is not None:
        return True
    reader = _READER.match(words)
    if reader is not None:
        return is_duty_verb(reader["verb"]) and reader["verb"] not in word_set("of_reader")
    done = _DONE.match(words)
    if done is not None and names_job(done["holder"]):
        verb = done["verb"]
        return verb is None or (is_duty_verb(verb) and verb not in _NO_DOING)
    will = _WILL_DO.match(words) if " will " in words else None
    if will is not None and names_job(will["holder"]):
        verb = will["verb"]
        return is_duty_verb(verb) and verb not in _NO_DOING and verb not in _NO_COMING
    sought = _SOUGHT.match(words)
    if sought is not None:
        verb = sought["verb"].lower()
        return verb == "is" or (verb not in word_set("no_work") and is_duty_verb(verb))
    first = words.split(" ", 1)[0].partition("/")[0]
    if first in _DOERS:
        does = _DOES.match(words)
        if does is not None:
            verb = str(does[does.lastgroup or 0]).rpartition(" ")[2]
            return verb.lower() in _CHARGED or (verb not in _NO_DOING and is_duty_verb(verb))
    if not is_duty_verb(first) or _OF_EMPLOYER.match(words) is not None:
        return False
    return is_plain_verb(first) or _SUBJECT.match(words) is None


# "Interns research motions", "Our drivers carry children": all who hold such a job.
_MANY = pattern(
    r"(?:(?:The|Our|All|These) )?(?:[\w/&-]+ ){0,3}?(?P<holder>[A-Za-z]{3,})s"
    r"(?: will)?(?: also)? (?P<verb>[a-z]{2,}) "
)


def states_work_of_many(sentence: str) -> bool:
    """Say whether a sentence states what all who hold a job do.

    Of an employer's people it may be said too, so it counts where nothing else states a duty.
    """
    words = " ".join(sentence[:400].split())
    many = _MANY.match(words) if may_state_duty(words) else None
    if many is None or not names_job(many["holder"]):
        return False
    return is_duty_verb(many["verb"]) and many["verb"] not in _NO_DOING
