"""What a house rule may say, as its TOML table has it. Names have hyphens there."""

from __future__ import annotations

from enum import Enum

from attrs import Factory, frozen

from postlint.document.kinds import SectionKind
from postlint.text.authority import Confidence
from postlint.text.diagnostics import Severity


class Where(Enum):
    """Where words count: outside legal notices, inside them, in the title alone, or anywhere."""

    TEXT = "text"
    TITLE = "title"
    NOTICE = "notice"
    ANYWHERE = "anywhere"


class Sense(Enum):
    """In which sense words may stand that are not said of the work or of applicants.

    Denied ("need not be"), what a law forbids, quoted, part of a name, said of somebody
    else than the future holder, in a questionnaire, or a degree on a scale to rate oneself on.
    """

    DENIED = "denied"
    OUTLAWED = "outlawed"
    QUOTED = "quoted"
    NAMED = "named"
    OTHERS = "others"
    QUESTIONS = "questions"
    RATED = "rated"


class DoneWith(Enum):
    """What is done with words in a sentence: somebody who is so is wanted, it is asked for, ..."""

    WANTED = "wanted"
    HELD = "held"
    BARRED = "barred"
    REQUESTED = "asked"
    ALONE = "alone"


class Once(Enum):
    """In what a thing is reported once."""

    SENTENCE = "sentence"
    WORDS = "words"
    TEXT = "text"


@frozen(kw_only=True)
class WordList:
    """Words not to use, and what is said of them: the keys of `postlint.rules.words.Term`.

    What is not given is as the rule's `each` has it; an empty list takes that back.
    """

    find: tuple[str, ...] | None = None
    name: str | None = None
    use: tuple[str, ...] | None = None
    pairs: str | None = None
    unless: tuple[str, ...] | None = None
    settled: tuple[str, ...] | None = None
    absent: tuple[str, ...] | None = None
    need: tuple[str, ...] | None = None
    then: tuple[str, ...] | None = None
    when: tuple[DoneWith, ...] | None = None
    not_when: tuple[Sense, ...] | None = None
    as_written: bool | None = None
    where: Where | None = None
    in_: tuple[SectionKind, ...] | None = None
    not_in: tuple[SectionKind, ...] | None = None
    in_evidence: bool | None = None
    severity: Severity | None = None
    why: str | None = None
    instead: str | None = None
    law: str | None = None
    there: bool | None = None
    asks: str | None = None
    at_schools: Severity | None = None


@frozen(kw_only=True)
class SectionOrField:
    """A section or a field, by its kind or any of its names."""

    names: tuple[str, ...] = ()
    kind: SectionKind | None = None


@frozen(kw_only=True)
class Count:
    """How many there should be of `duties`, `sections`, `words`, `sentences` or `items`.

    `items` are counted in the sections the rule looks in.
    """

    of: str
    least: int | None = None
    most: int | None = None


@frozen(kw_only=True)
class Share:
    """What part of the duties should be of a class, between 0 and 1.

    `of` is `leadership`, `technical`, `mixed` or `other`.
    """

    of: str
    least: float | None = None
    most: float | None = None


@frozen(kw_only=True)
class HouseRuleTable:
    """One `[[rule]]` table.

    What it checks is given by the one of these keys it has: `words` (not to be
    used), `phrases` (one of which must be there), `pattern` (not to be there),
    `require-section`, `forbid-section`, `require-field`, `forbid-field`,
    `order`, `count`, `share`. `in_` limits it to kinds of sections;
    `in-legal-text` lets it look into statements of law, which are exempt.
    `advice` and `why` say in a line what to do and for what reason.
    `not-when` names senses in which its words do not count, such as `denied`.
    `about` is what the words are about, for a pass, and `applies` names guards
    such as `united-states`. `each` says of all words what each may say of itself;
    `once`, `least`, `evidence`, `nothing`, `in-force` and `laws-on` are those of
    `postlint.rules.words.WordRule`.
    `pass` and `fail` are examples, run by `postlint test-rules`.
    """

    code: str
    name: str
    message: str
    summary: str = ""
    severity: Severity = Severity.WARNING
    authority: str = ""
    date: str = ""
    jurisdiction: str = ""
    confidence: Confidence = Confidence.HIGH
    page: str = ""
    advice: str = ""
    why: str = ""
    about: str = ""
    tags: tuple[str, ...] = ()
    default_on: bool = True
    applies: tuple[str, ...] = ()
    in_: tuple[SectionKind, ...] = ()
    in_legal_text: bool = False
    not_when: tuple[Sense, ...] = ()
    once: Once | None = None
    least: int = 1
    evidence: SectionKind | None = None
    nothing: str = ""
    in_force: str = ""
    laws_on: str = ""
    each: WordList | None = None
    words: tuple[WordList, ...] = ()
    phrases: tuple[str, ...] = ()
    pattern: str | None = None
    require_section: SectionOrField | None = None
    forbid_section: SectionOrField | None = None
    require_field: SectionOrField | None = None
    forbid_field: SectionOrField | None = None
    order: tuple[SectionKind, ...] = ()
    count: Count | None = None
    share: Share | None = None
    pass_: tuple[str, ...] = ()
    fail: tuple[str, ...] = ()


@frozen(kw_only=True)
class HouseFile:
    """A file of house rules."""

    rule: tuple[HouseRuleTable, ...] = Factory(tuple)
