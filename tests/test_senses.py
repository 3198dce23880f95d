"""In which sense words stand: denied, quoted, a name, code, said of somebody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import postlint
from postlint.lexicon.phrase import expand
from postlint.packs.house.load import load_house_rules
from postlint.packs.registry import load_packs
from postlint.rules import WordRule

FRAME = "# Clerk\n\n## Duties\n\n- {}\n\n## Qualifications\n\n- {}\n"
RULES = {rule.meta.code: rule for rule in load_packs().rules if issubclass(rule, WordRule)}
# The two ends of a title, singular and plural: whoever lists one lists the other.
ENDS = {"man": "woman", "men": "women"}


def found(code: str, duty: str = "Files.", asked: str = "A degree.") -> list[str]:
    """Return the words a rule reports of a duty and a thing asked."""
    text = FRAME.format(duty, asked)
    report = postlint.check(text, kind="markup", select=[code])
    return [text[one.span.start : one.span.end] for one in report.diagnostics if one.code == code]


def titles() -> Iterator[str]:
    for term in RULES["EQTY013"].terms:
        for phrase in term.phrases:
            yield from expand(phrase)


TITLES = list(titles())


def test_titles_stand_in_both_forms() -> None:
    """Where the list has a title in -man it has it in -woman, and the plural of both."""
    known = set(TITLES)
    whole = {"ombudsman", "manpower"}
    for title in known - whole:
        for end, other in ENDS.items():
            if title.endswith(end) and not title.endswith("wo" + end) and " friday" not in title:
                stem = title.removesuffix(end)
                if stem.strip() in {"bell", "guy"}:
                    continue
                assert stem + other in known, title
                assert stem + {"man": "men", "men": "man"}[end] in known, title


@pytest.mark.parametrize("form", [str.lower, str.capitalize, str.upper])
def test_a_title_is_found_in_every_form(form: Callable[[str], str]) -> None:
    words = [form(title) for title in TITLES if title.isalpha()]
    duties = "\n- ".join(f"Hires a {word} for the depot." for word in words)
    assert found("EQTY013", duties) == words


@pytest.mark.parametrize("pronoun", ["he", "she", "his", "her", "him", "himself", "herself"])
def test_a_pronoun_of_the_holder_is_found(pronoun: str) -> None:
    assert found("EQTY014", f"Plans what {pronoun} does with the staff.") == [pronoun]


@pytest.mark.parametrize("first", ["he", "she"])
@pytest.mark.parametrize("mark", ["/", " or "])
def test_a_pair_is_found_in_both_orders(first: str, mark: str) -> None:
    second = {"he": "she", "she": "he"}[first]
    assert found("EQTY014", f"Works where {first}{mark}{second} is sent.") == [
        f"{first}{mark}{second}"
    ]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("EQTY020", "You need not be a native speaker of English."),
        ("EQTY020", "Applicants do not have to be native speakers."),
        ("EQTY020", "A native speaker is not required."),
        ("EQTY020", "No native speaker is asked for."),
        ("EQTY020", "We look for skill rather than native fluency."),
        ("EQTY020", "Our policy prohibits asking for native speakers."),
        ("EQTY020", "It is unlawful to prefer native speakers."),
        ("EQTY020", 'Strikes the words "native speaker" from forms.'),
        ("EQTY017", "We never ask for a young team."),
        ("ADA009", "Candidates need not be able-bodied."),
        ("EQTY015", "This post is not for men only."),
        ("EQTY017", "State law forbids us to turn away workers over 50."),
        ("EQTY025", "Criminal history is not considered."),
        ("EQTY025", "Do not worry if you have a criminal record."),
    ],
)
def test_what_is_denied_or_quoted_is_not_reported(code: str, words: str) -> None:
    assert found(code, asked=words) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("EQTY020", "Must not be late, and must be a native speaker."),
        ("EQTY020", "Not only a native speaker of English but a writer."),
        ("EQTY020", "A native speaker who is not tied to one office."),
        ("EQTY017", "No older than 40, and lives within 30 miles."),
        ("EQTY017", "Recent college graduates who will run our program."),
        ("EQTY015", "Women only; the post is not full time."),
    ],
)
def test_a_word_elsewhere_in_the_sentence_cancels_nothing(code: str, words: str) -> None:
    assert len(found(code, asked=words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Keeps the keys of Alderman Hall.",
        "Writes letters for Chairman Ortiz.",
        "Answers to Mr. Foreman in the shop.",
        "Keeps foreman.yml and /etc/foreman current.",
        "Mails reports to foreman@depot.example.org daily.",
    ],
)
def test_names_and_code_are_no_titles(words: str) -> None:
    assert found("EQTY013", words) == []


@pytest.mark.parametrize(
    "words",
    ["Works as Shop Foreman on call.", "FOREMAN OF THE DEPOT", "Serves as Chairman of the board."],
)
def test_a_title_in_capitals_is_still_a_title(words: str) -> None:
    assert len(found("EQTY013", words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Helps the student with his homework.",
        "Works for Dr. Moreau and keeps his calendar.",
        "Keeps the papers of our founder and of her family.",
        "Keeps the letters of Jane Doe and her brother.",
    ],
)
def test_a_pronoun_for_somebody_else_is_not_the_holder(words: str) -> None:
    assert found("EQTY014", words) == []


def test_a_house_rule_says_in_which_sense_its_words_pass(tmp_path: Path) -> None:
    """What our rules know of sense, an office's know too."""
    file = tmp_path / "office.toml"
    file.write_text(
        """
        [[rule]]
        code = "RIV001"
        name = "no-typing-speed"
        message = "'{words}' is not asked for here."
        not-when = ["denied", "quoted"]
        words = [{ find = ["typing speed"] }]
        """,
        encoding="utf-8",
    )
    pack = load_house_rules(file)
    rule = pack.rules[0]
    assert issubclass(rule, WordRule)
    assert rule.terms[0].not_when == {"denied", "quoted"}


@pytest.mark.parametrize(
    ("heading", "words", "told"),
    [
        ("## Similar jobs", "- Salesman", []),
        ("## You may also be interested in", "### Foreman\n\n- He must be young.", []),
        ("## More openings", "- Salesman", []),
        ("## Similar duties of the post", "- Acts as salesman.", ["salesman"]),
    ],
)
def test_what_a_page_ends_with_is_said_of_other_jobs(
    heading: str, words: str, told: list[str]
) -> None:
    duties = "# Clerk\n\n## Duties\n\n- Sorts the post.\n- Keeps the files.\n"
    report = postlint.check(f"{duties}\n{heading}\n\n{words}\n")
    wanted = ("EQTY013", "EQTY014", "EQTY017")
    assert [
        report.posting.text[one.span.start : one.span.end].lower()
        for one in report.diagnostics
        if one.code in wanted
    ] == told


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("EQTY025", "Do not apply if you were convicted of a felony."),
        ("EQTY025", "A criminal record makes you unsuitable."),
        ("EQTY027", "No one without good credit will be hired."),
        ("ADA009", "Wheelchair users would find this post impossible."),
        ("EQTY010", "Members of the National Guard cannot be hired."),
        ("EQTY017", "Older people may struggle with the pace."),
        ("EQTY023", "Parents of small children are a risk."),
        ("EQTY011", "Which religious holidays do you observe?"),
        ("PAY014", "Employees are not allowed to tell a coworker their pay."),
    ],
)
def test_who_is_turned_away_or_asked_is_told_in_any_order(code: str, words: str) -> None:
    assert len(found(code, asked=words)) == 1
