"""What a house rule may say, as its TOML table has it. Names have hyphens there."""

from __future__ import annotations

from enum import Enum

from attrs import Factory, frozen

from postlint.document.kinds import SectionKind
from postlint.text.authority import Confidence
from postlint.text.diagnostics import Severity


class Where(Enum):
    """Where words count: outside legal notices, inside them, or in both."""

    TEXT = "text"
    NOTICE = "notice"
    ANYWHERE = "anywhere"


class Sense(Enum):
    """In which sense words may stand that are not said of the work or of applicants.

    Denied ("need not be"), quoted, part of a name, said of somebody else than the
    future holder, or in a questionnaire.
    """

    DENIED = "denied"
    QUOTED = "quoted"
    NAMED = "named"
    OTHERS = "others"
    QUESTIONS = "questions"


@frozen(kw_only=True)
class WordList:
    """Words not to use, and words to use instead.

    `unless` cancels them beside it, a few words away, `settled` in the sentence
    they stand in, `absent` anywhere in the text, and `need` asks for one of its
    phrases in the same sentence. `not-when` names senses in which they do not
    count; those of the rule, unless given.
    `where` is `text` for what stands outside legal notices, `notice` inside
    them, `anywhere` for both; `in_` and `not_in` are kinds of sections.
    `severity` is that of these words alone, `why` and `instead` fill the
    message, and `law` is a key of the table of laws: an error stays one only
    where that law surely reaches the posting.
    """

    find: tuple[str, ...]
    use: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    not_when: tuple[Sense, ...] | None = None
    where: Where | None = None
    in_: tuple[SectionKind, ...] = ()
    not_in: tuple[SectionKind, ...] = ()
    severity: Severity | None = None
    why: str = ""
    instead: str = ""
    law: str = ""


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
    such as `united-states`.
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
    applies: tuple[str, ...] = ()
    in_: tuple[SectionKind, ...] = ()
    in_legal_text: bool = False
    not_when: tuple[Sense, ...] = ()
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
