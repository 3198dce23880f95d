"""The tables of our packs and of the kit: every entry reads, and claims no more than it may."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pytest

import postlint.rules
from postlint import Linter
from postlint.cache import read_toml
from postlint.facts.declared import Employer, EmployerKind
from postlint.facts.place_names import place_name
from postlint.lexicon.phrase import expand, steps
from postlint.packs.registry import load_packs
from postlint.rules import Rule, Severity, Term, Verdict, WordRule, law, laws_on, table
from postlint.rules.law import FILES, SUBJECTS
from postlint.testing.corpus import load_corpus
from postlint.text.authority import Authority, Basis, Confidence
from postlint.text.tables import lines
from postlint_rules.equity._classes import laws_of, omissions

RULES = load_packs().rules
WORD_RULES = [rule for rule in RULES if issubclass(rule, WordRule)]
TERMS = [(rule, term) for rule in WORD_RULES for term in rule.terms]
ENTRIES = {
    key: entry
    for name in (*FILES, *SUBJECTS)
    for key, entry in read_toml("postlint.rules", f"laws/{name}.toml").items()
    if key != "all"
}
KEYS = list(ENTRIES)
BY_PLACE = [(subject, one) for subject in SUBJECTS for one in laws_on(subject)]
KNOWN = {
    "citation", "read", "edition", "jurisdiction", "confidence", "basis", "volatile", "link",
    "effective", "until", "expires", "whom", "exempt", "exemptions", "least", "any-size",
    "contested", "figures", "subject", "note", "doubtful", "local", "remote", "terms", "unlinked",
}  # fmt: skip
REMOTE = {
    "",
    "in-place",
    "partly-in",
    "open-there",
    "open-to-all",
    "reports-in",
    "office-there",
    "employer-there",
}
WHOM = {kind.value for kind in EmployerKind} | {"public", "contractor", "recipient"}


# ------------------------------------------------------------------------- laws


def test_every_file_of_laws_is_read() -> None:
    folder = Path(postlint.rules.__file__).parent / "laws"
    assert {path.stem for path in folder.glob("*.toml")} == {*FILES, *SUBJECTS}
    read = [read_toml("postlint.rules", f"laws/{name}.toml") for name in (*FILES, *SUBJECTS)]
    assert len(KEYS) == sum(len(found.keys() - {"all"}) for found in read)


EXAMPLES = [(rule, passes, text) for rule in WORD_RULES for passes, text in rule.examples]


@pytest.mark.parametrize(
    ("rule", "passes", "text"), EXAMPLES, ids=[f"{rule.meta.code}-{ok}" for rule, ok, _ in EXAMPLES]
)
def test_a_rule_in_toml_answers_its_own_examples(rule: type[Rule], passes: bool, text: str) -> None:
    outcome = Linter(select=(rule.meta.code,)).check(text, kind="markup").outcomes[0]
    assert outcome.verdict is (Verdict.PASS if passes else Verdict.FAIL), outcome.reason


def test_every_rule_in_toml_has_an_example_that_passes_and_one_that_fails() -> None:
    assert len(WORD_RULES) > 30
    assert all({passes for passes, _ in rule.examples} == {True, False} for rule in WORD_RULES)


@pytest.mark.parametrize("key", KEYS)
def test_an_entry_of_the_table_can_be_used(key: str) -> None:
    """Its keys are known, its days are days, and it says when it was read or that it was not."""
    raw = ENTRIES[key]
    assert raw.keys() <= KNOWN
    assert ("link" in raw) is not ("unlinked" in raw), "a link, or why there is none"
    entry = law(key)
    assert entry.citation
    assert entry.date
    assert entry.whom <= WHOM
    assert entry.exempt <= WHOM
    assert entry.doubtful <= WHOM
    assert entry.remote in REMOTE
    assert not entry.jurisdiction or place_name(entry.jurisdiction)
    assert not entry.link or entry.link.startswith("https://")
    assert re.fullmatch(r"|\d{4}(-\d\d(-\d\d)?)?", raw.get("read", ""))
    if entry.until and entry.effective:
        assert entry.effective < entry.until


@pytest.mark.parametrize(
    ("subject", "one"), BY_PLACE, ids=[f"{one.jurisdiction} {subject}" for subject, one in BY_PLACE]
)
def test_a_law_of_a_place_is_told_whole(subject: str, one: Authority) -> None:
    """It is named by place and subject, has a link, and a day after which nobody looked."""
    assert one.key == f"{one.jurisdiction.lower()}-{subject}"
    assert one.subject == subject
    assert place_name(one.jurisdiction)
    assert one.link.startswith("https://")
    assert one.expires is not None
    assert one.terms or one.figures or one.whom
    assert not (one.whom and one.exempt & one.whom)
    last = one.until or one.expires
    assert one.effective is None or one.effective < last


def test_a_subject_is_read_when_somebody_asks_for_it() -> None:
    """A start of the command reads none of the files of one subject."""
    program = (
        "from postlint.linter import Linter; from postlint.rules.law import _about; Linter(); "
        "print(_about.cache_info().currsize)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "0"


def test_an_authority_is_written_once() -> None:
    citations = [law(key).citation for key in KEYS]
    assert len(citations) == len(set(citations))


def test_an_authority_is_used() -> None:
    """A key that no rule names, and no subject that a rule asks for, is left over."""
    used = {entry.key for rule in RULES for entry in rule.meta.authority}
    used.add("advice-beyond-law")  # the engine's, where no law of a rule reaches
    assert {key for key in KEYS if key not in used} == set()


def test_limits_on_requests_bind_no_harder_than_they_are_known() -> None:
    """Only a limit of high confidence with a day is an error, and a contested one never is."""
    limits = laws_on("statement-request")
    assert {limit.jurisdiction for limit in limits} >= {"US-TX", "US-UT", "US-NH", "US-FL"}
    for limit in limits:
        assert limit.whom
        if limit.figures.get("severity") == "error":
            assert limit.confidence is Confidence.HIGH
            assert limit.effective is not None
            assert not limit.contested


# ------------------------------------------------------------------------ rules


def _may_carry_an_error(authority: Authority) -> bool:
    return authority.basis is not Basis.GENERAL and authority.confidence is not Confidence.LOW


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_an_error_stands_on_an_authority_that_was_read(rule: type[Rule]) -> None:
    """A rule that may report an error has one authority that is neither general nor low."""
    if rule.meta.highest is Severity.ERROR:
        assert any(map(_may_carry_an_error, rule.meta.authority))
    assert all(authority.date for authority in rule.meta.authority)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_a_message_is_one_sentence(rule: type[Rule]) -> None:
    """A message ends in one full stop and has no other."""
    for wording in rule.meta.messages.values():
        assert wording.endswith(".")
        assert ". " not in wording


# ------------------------------------------------------------------------ words


@pytest.mark.parametrize(("rule", "term"), TERMS, ids=lambda one: getattr(one, "key", "")[:40])
def test_a_term_can_be_found_and_has_its_authority(rule: type[WordRule], term: Term) -> None:
    """Every phrase reads, and a term that is an error rests on a law that was read."""
    for _, phrases in term.searched:
        assert phrases
        for phrase in phrases:
            assert all(steps(plain) for plain in expand(phrase))
    assert term.why
    assert not term.why.endswith(".")
    if term.law:
        assert term.law in [entry.key for entry in rule.meta.authority]
    if term.severity is Severity.ERROR:
        assert _may_carry_an_error(law(term.law))


@pytest.mark.parametrize("rule", WORD_RULES, ids=lambda rule: rule.meta.code)
def test_a_rule_about_words_says_what_it_looked_for(rule: type[WordRule]) -> None:
    assert rule.about
    assert rule.about in rule().looked_for
    assert bool(rule.evidence) is bool(rule.nothing)


# ---------------------------------------------------------------------- classes


def _classes() -> dict[str, str]:
    found: dict[str, str] = dict(table("postlint_rules.equity", "classes"))
    return found


def test_every_class_of_every_law_has_a_name() -> None:
    """What a law lists can be named in a message; what is within another class is known."""
    known = {line.split("|")[0].strip() for line in lines(_classes()["classes"])}
    for text in laws_on("protected-classes"):
        (law, *around) = laws_of([text.jurisdiction])
        assert law.classes <= known
        assert not around or around[-1].code == text.jurisdiction.partition("-")[0]


def test_nobody_is_asked_for_what_a_law_only_limits() -> None:
    """Arrest records and credit history are never asked for."""
    asked = {
        one.id
        for text in laws_on("protected-classes")
        for one in omissions(frozenset(), laws_of([text.jurisdiction]))
    }
    assert not asked & {"arrest", "credit", "conviction"}


RULE = """
from postlint.rules import NamedRule, RuleMeta


class DepotMissing(NamedRule):
    meta = RuleMeta(code="DEP001", summary="-", messages={"no-depot": "-"}, authority=())
"""


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "archive"])
def test_phrases_beside_a_rule_are_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, zipped: bool
) -> None:
    """Of any TOML file of its package, wherever that was installed."""
    name = "depot_rules_zipped" if zipped else "depot_rules"
    files = {
        f"{name}/__init__.py": "",
        f"{name}/depot_missing.py": RULE,
        f"{name}/words.toml": '[depot-missing.phrases]\nnamed = "a depot"\n[other]\na = 1\n',
    }
    home = tmp_path / "packs.zip" if zipped else tmp_path
    if zipped:
        with ZipFile(home, "w") as archive:
            for path, text in files.items():
                archive.writestr(path, text)
    else:
        (tmp_path / name).mkdir()
        for path, text in files.items():
            (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.syspath_prepend(str(home))
    rule = import_module(f"{name}.depot_missing").DepotMissing
    assert list(rule.phrases) == ["depot-missing.named"]


# ---------------------------------------------------------------- what decided it


@pytest.mark.parametrize(
    "employer",
    [
        Employer(),
        Employer(jurisdictions=("GB",)),
        Employer(jurisdictions=("US-OH",), kind=EmployerKind.PRIVATE, employees=3),
    ],
    ids=["undeclared", "abroad", "small"],
)
def test_every_finding_and_every_pass_carries_the_authority_that_decided_it(
    employer: Employer,
) -> None:
    """With every rule on, over all cases of all rules and the examples we ship."""
    packs = load_packs()
    every = Linter(select=tuple(rule.meta.code for rule in packs.rules), employer=employer)
    root = Path(__file__).parent.parent
    corpora = [load_corpus(root / f"tests/corpus/rules/{r.meta.code}.md", packs) for r in RULES]
    texts = {case.source.text: case.kind for corpus in corpora for case in corpus.cases}
    texts |= {path.read_text("utf-8"): "markup" for path in (root / "examples").glob("*.posting")}
    bare = set[str]()
    for text, kind in texts.items():
        report = every.check(text, kind=kind)
        answered = [one for one in report.outcomes if one.verdict in (Verdict.PASS, Verdict.FAIL)]
        stated = [one for one in report.diagnostics if not one.code.startswith("POST")]
        bare |= {one.code for one in answered if not one.authority}
        bare |= {one.code for one in stated if not one.authority}
    assert not bare


def test_nothing_passes_by_the_law_of_elsewhere() -> None:
    """A post in an office in Ohio does not pass by Colorado's words on remote work."""
    rule = Linter(select=("PAY015",))
    head = "# Clerk\n\nLocation: {}\n\n## Duties\n\n- Files papers.\n"
    (office,) = rule.check(head.format("Columbus, Ohio"), kind="markup").outcomes
    assert office.verdict is Verdict.NOT_APPLICABLE
    (afar,) = rule.check(head.format("Remote"), kind="markup").outcomes
    assert afar.verdict is Verdict.PASS
    assert [law.jurisdiction for law in afar.authority] == ["US-CO"]


def test_a_finding_that_no_law_reaches_rests_on_practice() -> None:
    """It is advice then, and is shown no law of elsewhere."""
    abroad = Linter(select=("EQTY020",), employer=Employer(jurisdictions=("GB",)))
    text = "# Clerk\n\n## Duties\n\n- Files papers.\n\n## Skills\n\n- Native English speaker.\n"
    (found,) = abroad.check(text, kind="markup").diagnostics
    assert [law.key for law in found.authority] == ["advice-beyond-law"]
    assert found.severity is not Severity.ERROR


def test_a_ground_named_as_missing_is_read_where_somebody_writes_it() -> None:
    """What EQTY004 asks for, in its own words, settles it."""
    start = "# Cook\n\n## Duties\n\n- Cooks.\n\nWe do not discriminate for race, color, "
    for line in read_toml("postlint_rules.equity", "classes.toml")["classes"].strip().splitlines():
        name = line.split(" | ")[1]
        read = Linter().check(f"{start}{name} or religion.\n").facts["protected_classes"].value
        assert name in {"race", "color", "religion"} or len(read) > 3, name
