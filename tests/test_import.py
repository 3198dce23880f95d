"""`postlint import`: word rules of Vale, joblint and retext become house rules that run."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from postlint import Linter
from postlint.__main__ import main
from postlint.config.model import Config
from postlint.packs.house.load import load_house_rules
from postlint.packs.imported import Brought, bring
from postlint.packs.imported.phrases import NoWordsError, phrases_of
from postlint.packs.registry import Packs, load_packs


@pytest.fixture
def style(tmp_path: Path) -> Path:
    folder = tmp_path / "Harbor"
    folder.mkdir()
    return folder


def one(style: Path, text: str, name: str = "Words.yml") -> Brought:
    (style / name).write_text(text, encoding="utf-8")
    return bring(style, "HRB")


def rules(brought: Brought) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(brought.toml)["rule"]
    return found


def messages(brought: Brought, folder: Path, line: str) -> list[str]:
    """Return what the rules say of a line of a posting."""
    made = folder / "made.toml"
    made.write_text(brought.toml, encoding="utf-8")
    pack = load_house_rules(made)
    packs = Packs(packs=(*load_packs().packs, pack))
    linter = Linter(select=tuple(rule.meta.code for rule in pack.rules), packs=packs)
    report = linter.check(f"# Mate\n\n## Duties\n\n- {line}\n- Cooks.\n", kind="markup")
    return [found.message for found in report.diagnostics]


# -------------------------------------------------------------- expressions


@pytest.mark.parametrize(
    ("regex", "phrases"),
    [
        ("boats?", {"boat", "boats"}),
        ("sea(?:man|men)", {"seaman", "seamen"}),
        ("sea(?:m[ae]n)", {"seaman", "seamen"}),
        (r"\bdry\s+dock\b", {"dry dock"}),
        ("dry[- ]dock", {"dry dock"}),
        ("moor(ed|ing)?", {"moor", "moored", "mooring"}),
    ],
)
def test_an_expression_that_stands_for_words_is_those_words(regex: str, phrases: set[str]) -> None:
    assert set(phrases_of(regex).find) == phrases


def test_not_before_is_what_cancels_a_phrase() -> None:
    assert phrases_of(r"\b(?:mast(?! head|head)|keel(?! haul))\b") == (
        ("mast", "keel"),
        ("mast head", "keel haul"),
    )
    # A boundary that words do not have is none of the texts.
    assert phrases_of(r"\b(?:dry|wet)\b\s*\b(?:dock)\b").find == ("dry dock", "wet dock")


@pytest.mark.parametrize(
    ("regex", "why"),
    [
        (r"\w+ly", "without end"),
        ("(?<!house)boat", "around it"),
        ("boat(?! house)s", "around it"),
        (r"\sboat", "a blank beside it"),
        (";", "no words"),
        ("a.b", "without end"),
        ("(", "no regular expression"),
        ("(a|b|c|d|e|f|g|h){2}[0-5][0-5]", "more than"),
    ],
)
def test_an_expression_that_stands_for_no_words_says_why(regex: str, why: str) -> None:
    with pytest.raises(NoWordsError, match=why):
        phrases_of(regex)


# --------------------------------------------------------------------- Vale


def test_existence_is_words_not_to_be_used(style: Path) -> None:
    text = """
extends: existence
message: "Try to avoid '%s'."
link: https://example.org/guide
ignorecase: true
level: error
tokens:
  - landlubbers?
  - old salt
"""
    brought = one(style, text)
    (rule,) = rules(brought)
    assert rule["code"] == "HRB001"
    assert rule["name"] == "harbor-words"
    assert rule["message"] == "Try to avoid '{words}'."
    assert rule["severity"] == "error"
    assert rule["page"] == "https://example.org/guide"
    assert rule["words"] == [{"find": ["landlubber", "landlubbers", "old salt"]}]
    assert (brought.left, brought.changed) == ((), ())


def test_substitution_says_what_to_write(style: Path) -> None:
    text = """
extends: substitution
message: "Use '%s' instead of '%s'."
ignorecase: true
swap:
  boats?man: boat operator
  cabin boy: steward|attendant
"""
    (rule,) = rules(one(style, text))
    assert rule["message"] == "Use {use} instead of '{words}'."
    assert rule["severity"] == "note"
    assert rule["words"] == [
        {"find": ["boatman", "boatsman"], "use": ["boat operator"]},
        {"find": ["cabin boy"], "use": ["steward", "attendant"]},
    ]


def test_occurrence_of_words_is_a_count(style: Path) -> None:
    text = r"""
extends: occurrence
message: "Long."
scope: text
max: 900
token: '\b(\w+)\b'
"""
    (rule,) = rules(one(style, text))
    assert rule["count"] == {"of": "words", "most": 900}


def test_conditional_is_words_that_others_settle(style: Path) -> None:
    text = """
extends: conditional
message: "'%s' needs its coordinator."
first: tide tables?
second: harbor master
ignorecase: true
"""
    (rule,) = rules(one(style, text))
    assert rule["words"] == [{"find": ["tide table", "tide tables"], "absent": ["harbor master"]}]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("extends: capitalization\nmatch: $title\n", "capitals"),
        ("extends: spelling\n", "dictionary"),
        ("extends: script\nscript: x\n", "nothing is run"),
        ("extends: existence\nscope: heading\ntokens: [boat]\n", "only at heading"),
        ("extends: occurrence\nscope: sentence\nmax: 9\ntoken: '\\w+'\n", "long-sentence"),
        ("extends: conditional\nfirst: '([A-Z]+)'\nsecond: x\n", "without end"),
        ("extends: existence\nnonword: true\ntokens: ['(?=x)']\n", "no safe pattern"),
        ("extends: sails\n", "not known"),
        ("tokens: [a]\n", "no rule"),
        ("a: [\n", "no YAML"),
    ],
)
def test_what_is_not_carried_over_is_said_with_the_reason(style: Path, text: str, why: str) -> None:
    brought = one(style, text)
    assert brought.rules == 0
    (left,) = brought.left
    assert left.source == "Harbor/Words.yml"
    assert why in left.why


def test_what_is_no_word_becomes_a_pattern_that_is_safe(style: Path) -> None:
    text = """
extends: existence
message: "Not '%s'."
ignorecase: true
tokens: ['\\w+ishly', boat, 'e\\.g\\.']
"""
    words, pattern = rules(one(style, text))
    assert words["words"] == [{"find": ["boat"]}]
    assert pattern["pattern"] == r"(?im)\b(?:\w+ishly)\b|\b(?:e\.g\.)\b"


def test_what_is_raw_stands_before_each_token(style: Path) -> None:
    text = r"""
extends: existence
message: "'%s' hides who did it."
ignorecase: true
raw: ['\b(?:is|was)\b\s*']
tokens: [moored, '[\w]+ed']
"""
    words, pattern = rules(one(style, text))
    assert words["words"] == [{"find": ["is moored", "was moored"]}]
    assert pattern["pattern"] == r"(?im)\b(?:is|was)\b\s*\b(?:[\w]+ed)\b"
    (alone,) = rules(one(style, "extends: existence\nraw: ['[;-] so']\n"))
    assert alone["pattern"] == "(?m)[;-] so"


def test_capitals_count_where_the_style_says_so(style: Path, tmp_path: Path) -> None:
    text = """
extends: substitution
message: "Use '%s', not '%s'."
swap: {us: our crew, NOAA: the weather service, seamark: SeaMark}
"""
    brought = one(style, text)
    found = messages(brought, tmp_path, "Call us, or US mail to NOAA, noaa, seamark and SeaMark.")
    assert found == [
        "Use 'our crew', not 'us'.",
        "Use 'the weather service', not 'NOAA'.",
        "Use 'SeaMark', not 'seamark'.",
    ]


def test_an_exception_is_a_find_that_is_in_order(style: Path) -> None:
    text = "extends: existence\ntokens: ['sea(?:m[ae]n|farer)']\nexceptions: [seafarer]\n"
    (rule,) = rules(one(style, text))
    assert rule["words"][0]["find"] == ["seaman", "seamen"]


@pytest.mark.parametrize(
    "text",
    [
        "extends: existence\nmessage: [a, {b: c}]\ntokens: {a: b}\nscope: {a: b}\n",
        "extends: existence\ntokens: [null, [a], {b: c}]\n",
        "extends: substitution\nswap: [a, b]\n",
        "extends: occurrence\ntoken: '\\w+'\nmax: true\n",
        "extends: conditional\nfirst: [a]\nsecond: {b: c}\n",
        "extends: !!python/object/apply:os.system ['true']\n",
        "extends: existence\ntokens: " + "[" * 3000 + "]" * 3000,
        # Each list holds the one before ten times: nobody writes out the last.
        "a0: &a0 [x, x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
        + "extends: existence\nmessage: *a11\ntokens: *a11\nexceptions: *a11\n",
        "a: 1\n--- \nb: 2\n",
        "\x00\x01",
    ],
)
def test_a_file_that_is_no_rule_is_told_and_does_no_harm(style: Path, text: str) -> None:
    brought = one(style, text)
    assert brought.rules == 0
    assert len(brought.left) == 1


# ---------------------------------------------------------- joblint, retext


def test_a_list_of_joblint_is_read_as_data(tmp_path: Path) -> None:
    text = r"""
// jobs at sea
'use strict';
module.exports = [
    /* one */
    {
        name: 'Use of a sailor\'s word',
        reason: 'Nobody on land knows it.',
        solution: 'Say it plainly.',
        level: 'notice',
        increment: { culture: 1 },
        triggers: [ 'ahoy', 'shipmates?', '\\w+ish', ],
    },
];
"""
    path = tmp_path / "lists" / "rules.js"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    brought = bring(path, "SEA")
    (rule,) = rules(brought)
    assert rule["name"] == "lists-use-of-a-sailor-s-word"
    assert rule["severity"] == "note"
    assert rule["page"] == "Nobody on land knows it."
    assert rule["message"] == "'{words}': Say it plainly."
    assert rule["words"] == [{"find": ["ahoy", "shipmate", "shipmates"]}]
    assert [left.why for left in brought.left] == ["it stands for texts without end"]


def test_patterns_of_retext_are_a_rule_for_each_condition(tmp_path: Path) -> None:
    text = """
export const patterns = [
  {"id": "seaman", "type": "basic", "considerate": {"sailor": "a"},
   "inconsiderate": {"seaman": "a", "seamen": "a"}, "note": "Women sail."},
  {"id": "salt", "type": "basic", "inconsiderate": {"old salt": "a"}},
  {"id": "mate", "type": "or", "condition": "when referring to a person",
   "inconsiderate": {"mate": "a"}}
]
"""
    (tmp_path / "patterns.js").write_text(text, encoding="utf-8")
    brought = bring(tmp_path, "SEA")
    swap, bare, on = rules(brought)
    assert swap["words"] == [
        {"find": ["seaman", "seamen"], "use": ["sailor"], "why": "Women sail."}
    ]
    assert bare["words"] == [{"find": ["old salt"]}]
    assert on["message"] == "'{words}' may shut people out when referring to a person."
    assert on["words"] == [{"find": ["mate"]}]
    assert not brought.left


def test_a_program_is_never_run_and_no_list(tmp_path: Path) -> None:
    path = tmp_path / "rules.js"
    path.write_text("module.exports = [1].map(x => ({triggers: [x]}))\nx = [`${y}`]", "utf-8")
    brought = bring(path, "SEA")
    assert brought.rules == 0
    assert brought.left


# ------------------------------------------------------------------ the door


def test_the_rules_load_and_find_what_the_style_finds(
    style: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = """
extends: substitution
message: "Use '%s', not '%s'."
ignorecase: true
level: warning
swap:
  seam[ae]n: sailor
"""
    (style / "Sea.yml").write_text(text, encoding="utf-8")
    made = tmp_path / "harbor.toml"
    assert main(["import", str(style), "-o", str(made), "--code", "HRB"]) == 0
    assert "1 rule made" in capsys.readouterr().err
    pack = load_house_rules(made)
    packs = Packs(packs=(*load_packs().packs, pack))
    linter = Linter(select=("HRB",), packs=packs, config=Config())
    report = linter.check("# Mate\n\n## Duties\n\n- Hires a seaman.\n- Cooks.\n", kind="markup")
    (found,) = report.diagnostics
    assert found.message == "Use 'sailor', not 'seaman'."
    assert found.fixes[0].edits[0].content == "sailor"


def test_wrong_use_is_said(style: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(style / "nowhere")]) == 2
    assert "there is no such file" in capsys.readouterr().err
    assert main(["import", str(style), "--code", "ADA"]) == 2
    assert "ADA begins the codes of other rules" in capsys.readouterr().err
    assert main(["import", str(style), "--code", "x1"]) == 2
    assert main(["import", str(style)]) == 2
    assert "no style of Vale" in capsys.readouterr().err


def test_the_first_sign_of_a_substitution_is_what_to_write_quoted_or_not(style: Path) -> None:
    """Of two signs the first is the new words; quoted words to write come in without the quotes."""
    text = """
extends: substitution
message: Consider using %s instead of '%s'
ignorecase: true
level: warning
swap:
  accomplish: "'carry out' or 'do'"
"""
    (made,) = rules(one(style, text))
    assert made["message"] == "Consider using {use} instead of '{words}'"
    assert made["words"][0]["use"] == ["carry out", "do"]


def test_an_end_of_a_sentence_is_not_carried_over(style: Path) -> None:
    """A pattern looks at whole texts, where the sign for an end means another place."""
    text = """
extends: existence
message: Begin with a capital.
scope: sentence
level: error
tokens:
  - '^[a-z]'
"""
    brought = one(style, text)
    assert not brought.rules
    assert [left.why for left in brought.left] == ["it asks for an end of a sentence"]
