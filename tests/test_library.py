"""What a program meets: the public names, plain data, JSON pointers, threads and processes."""

from __future__ import annotations

import asyncio
import json
import pickle
import re
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from html import unescape
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Literal, assert_type, get_args, get_origin, get_type_hints, is_typeddict

import jsonschema  # type: ignore[import-untyped]
import pytest

import postlint
from postlint import (
    Employer,
    EmployerKind,
    Fact,
    Facts,
    FactValues,
    Linter,
    PostRole,
    Report,
    SourceError,
    UnknownName,
    Verdict,
)
from postlint.engine.typed_facts import FactValue
from postlint.facts import CATALOGUE
from postlint.packs.house.load import load_house_rules
from postlint.packs.registry import load_packs, merge_packs
from postlint.readers.jobposting.pointers import json_place
from postlint.rules.rule import Stability
from postlint.schema import report_schema

ROOT = Path(__file__).parents[1]
COOK = (
    "# Cook\n\nSalary: $40,000 a year\n\n## Duties\n\n- Cooks lunch. (E)\n- Must be able-bodied.\n"
)
TEXTS = [f"{COOK}- Peels {number} carrots.\n" for number in range(8)]


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(employer=Employer(as_of=date(2026, 5, 1)))


def fits(value: object, kind: Any) -> bool:
    """Say whether a value read from JSON is of a type: of words, numbers, lists, typed dicts."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return value in parts
    if origin is list:
        return isinstance(value, list) and all(fits(one, parts[0]) for one in value)
    if parts:
        return any(fits(value, part) for part in parts)
    if is_typeddict(kind):
        keys = get_type_hints(kind)
        return (
            isinstance(value, dict)
            and set(value) == set(keys)
            and all(fits(value[key], part) for key, part in keys.items())
        )
    # A bool is an int to Python, and an int is a float to type checkers.
    return type(value) in ({int, float} if kind is float else {kind})


def codes(report: Report) -> list[str]:
    return [found.code for found in report.diagnostics]


# ------------------------------------------------------------------ public names


def test_every_public_name_is_there_and_the_page_lists_them_and_no_more() -> None:
    page = Path(__file__).parent.parent / "docs" / "reference" / "api.md"
    words = page.read_text(encoding="utf-8")
    for name in postlint.__all__:
        assert getattr(postlint, name) is not None
        assert f"`{name}`" in words, name
    described = re.findall(r"^\.\. auto\w+:: postlint\.(\w+)$", words, re.MULTILINE)
    assert sorted(described) == sorted(postlint.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        postlint.Nothing  # noqa: B018


def test_nothing_is_deprecated_and_the_page_on_what_may_change_says_so() -> None:
    """Whoever deprecates a rule, or gives one an alias, writes it down there."""
    page = Path(__file__).parent.parent / "docs" / "reference" / "stability.md"
    metas = [rule.meta for rule in load_packs().rules]
    old = [m.name for m in metas if m.aliases or m.stability is Stability.DEPRECATED]
    assert ("Nothing is deprecated today." in page.read_text(encoding="utf-8")) is not bool(old)


# -------------------------------------------------------------------- plain data


def test_a_report_is_what_the_schema_describes(linter: Linter) -> None:
    schema = report_schema()
    line = {**schema, "$ref": "#/$defs/line"}
    for key in ("required", "properties", "type", "additionalProperties"):
        line.pop(key, None)
    stated = json.loads(json.dumps(linter.check(COOK).to_dict()))
    jsonschema.validate(stated, line)
    assert [found["code"] for found in stated["diagnostics"]]


def test_facts_come_without_rules(linter: Linter) -> None:
    facts = linter.facts(COOK)
    assert list(facts)[: len(CATALOGUE)] == [source.name for source in CATALOGUE]
    assert facts["title"].value == "Cook"
    assert facts["title"] == linter.check(COOK).facts["title"]


def test_facts_have_the_types_of_their_functions() -> None:
    """Each documented name is an attribute, a key of the JSON, and of the type the fact has."""
    attributes, keys = get_type_hints(Facts), get_type_hints(FactValues)
    for source in CATALOGUE:
        assert attributes[source.name] == get_type_hints(source.compute)["return"], source.name
    assert list(attributes) == list(keys) == [source.name for source in CATALOGUE]


def test_a_type_checker_sees_the_names_of_facts(linter: Linter) -> None:
    facts = linter.facts(COOK)
    assert_type(facts.closing_date, Fact[date | None])
    assert_type(facts.employer_kind.value, EmployerKind | None)
    assert_type(facts.to_dict()["closing_date"]["value"], str | None)
    assert_type(facts.to_dict()["pay_statements"]["value"][0]["low"], float | None)
    with pytest.raises(AttributeError, match="no_fact"):
        facts.no_fact  # type: ignore[attr-defined]  # noqa: B018  # what the test is about


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*.posting")), ids=lambda p: p.name
)
def test_facts_are_written_as_json(linter: Linter, path: Path) -> None:
    """Every value is of the type that `FactValues` gives: dates, kinds and amounts among them."""
    said = json.loads(json.dumps(linter.facts(path.read_text("utf-8")).to_dict()))
    for name, kind in get_type_hints(FactValues).items():
        assert set(said[name]) == set(get_type_hints(FactValue))
        assert fits(said[name]["value"], get_args(kind)[0]), (name, said[name])
    assert said == json.loads(json.dumps(linter.check_file(path).to_dict()["facts"]))


def test_dates_kinds_and_amounts_are_plain(linter: Linter) -> None:
    said = linter.facts(
        "# Cook\n\nOrganization: Millbrook School District\nSalary: $40,000 - $50,500 a year\n"
        "Closes: May 3, 2027\n"
    ).to_dict()
    assert said["closing_date"]["value"] == "2027-05-03"
    assert said["employer_kind"]["value"] == "school"
    paid = said["pay_statements"]["value"][0]
    assert (paid["low"], paid["high"], paid["unit"]) == (40000, 50500, "year")


@pytest.mark.parametrize("given", [Path("cook.posting"), b"# Cook\n", None])
def test_what_is_no_text_says_what_to_do(linter: Linter, given: Any) -> None:
    with pytest.raises(TypeError, match=r"check_file for a path and check_bytes for bytes"):
        linter.check(given)


# ------------------------------------------------------------------ JSON pointers

JOB: dict[str, Any] = {
    "@type": "JobPosting",
    "title": "Line Cook",
    "description": '<p>Cooks &amp; plates "lunch" 🍲.</p>\n<p>Must be able-bodied.</p>',
    "a/b": {"~": "x"},
    "jobLocation": [{"address": {"addressLocality": "Riverbend"}}],
}


def test_a_finding_stands_under_a_pointer_with_offsets_in_the_string(linter: Linter) -> None:
    report = linter.check_jobposting(JOB)
    found = next(
        each
        for each in report.diagnostics
        if each.message_id
        and "ADA" in each.code
        and "able-bodied" in report.source.slice(each.span)
    )
    place = report.json_place(found.span)
    assert place is not None
    assert place.pointer == "/description"
    assert JOB["description"][place.start : place.end] == report.source.slice(found.span)


def test_every_word_of_a_title_and_a_place_is_found_again(linter: Linter) -> None:
    report = linter.check_jobposting(JOB)
    assert report.posting.title is not None
    place = report.json_place(report.posting.title.span)
    assert place == ("/title", 0, len("Line Cook"))
    start = report.source.text.index("Riverbend")
    span = postlint.Span(start, start + len("Riverbend"))
    assert report.json_place(span) == ("/jobLocation/0/address/addressLocality", 0, 9)


def test_escapes_count_as_the_characters_they_mean(linter: Linter) -> None:
    words = 'Serves "hot" soup\tand bread'
    job = {"title": "Cook", "description": words + ".\n\nMust be able-bodied."}
    text = json.dumps(job)
    report = linter.check(text, kind="jobposting")
    found = next(
        each for each in report.diagnostics if "able-bodied" in report.source.slice(each.span)
    )
    place = report.json_place(found.span)
    assert place is not None
    assert job["description"][place.start : place.end] == report.source.slice(found.span)


def test_keys_are_escaped_as_pointers_have_them() -> None:
    source = postlint.SourceText('{"a/b": {"~": "words"}}')
    start = source.text.index("words")
    assert json_place(source, postlint.Span(start, start + 5)) == ("/a~1b/~0", 0, 5)


def test_a_text_has_no_pointers(linter: Linter) -> None:
    report = linter.check(COOK)
    assert all(report.json_place(found.span) is None for found in report.diagnostics)


def test_an_object_that_is_no_posting_says_so(linter: Linter) -> None:
    with pytest.raises(SourceError, match="without a job posting"):
        linter.check_jobposting({"name": "x"})


def test_offsets_in_html_are_those_of_its_text(linter: Linter) -> None:
    page = "<h1>Cook</h1><h2>Duties</h2><ul><li>Cooks.<li>Must be able&#45;bodied.</ul>"
    report = linter.check(page, kind="html")
    found = next(
        each for each in report.diagnostics if "able-bodied" in report.source.slice(each.span)
    )
    assert report.source.origin is not None
    given = report.source.origin.span(found.span)
    assert unescape(page[given.start : given.end]) == report.source.slice(found.span)


# ------------------------------------------------- threads, processes and asyncio


def test_a_linter_and_a_report_travel(linter: Linter) -> None:
    linter.check(COOK)
    again = pickle.loads(pickle.dumps(linter))  # noqa: S301  # our own
    assert again.employer == linter.employer
    report = linter.check(COOK)
    assert codes(again.check(COOK)) == codes(report)
    sent = pickle.loads(pickle.dumps(report))  # noqa: S301  # as above
    assert codes(sent) == codes(report)


def test_threads(linter: Linter) -> None:
    wanted = [codes(linter.check(text)) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        assert [codes(report) for report in pool.map(Linter().check, TEXTS)] == [
            codes(Linter().check(text)) for text in TEXTS
        ]
        assert [codes(report) for report in pool.map(linter.check, TEXTS)] == wanted


def test_processes(linter: Linter) -> None:
    wanted = [codes(linter.check(text)) for text in TEXTS]
    with ProcessPoolExecutor(2) as pool:
        assert [codes(report) for report in pool.map(linter.check, TEXTS)] == wanted


def test_asyncio(linter: Linter) -> None:
    async def check_all() -> list[Report]:
        return await asyncio.gather(*(asyncio.to_thread(linter.check, text) for text in TEXTS))

    wanted = [codes(linter.check(text)) for text in TEXTS]
    assert [codes(report) for report in asyncio.run(check_all())] == wanted


# ------------------------------------------------------------------------ limits


def test_whoever_wants_limits_sets_them(linter: Linter) -> None:
    class Allowed:
        seconds = 0.05
        memory = 0.0

    def work() -> None:
        with postlint.limited("slow", Allowed()):
            while True:
                linter.check(COOK)

    with pytest.raises(SourceError, match=r"more than 0\.05 seconds"):
        work()


# ------------------------------------------------------------------- declarations


def test_a_declared_role_is_the_posts_whatever_its_title_says() -> None:
    text = "# Coordinator II\n\n## Duties\n\n- Supervises the help desk.\n"
    said = Linter().facts(text)["role"].value
    assert said != "tech-leader"
    for role in PostRole:
        linter = Linter(employer=Employer(role=role))
        assert linter.facts(text)["role"].value == role.value
    leader = Linter(employer=Employer(role=PostRole.TECH_LEADER, kind=EmployerKind.SCHOOL))
    asked = [record.verdict for record in leader.check(text).outcomes if record.code == "LEAD001"]
    assert Verdict.NOT_APPLICABLE not in asked


def test_a_linter_with_house_rules_goes_to_another_process(tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text(
        '[[rule]]\ncode = "ALD001"\nname = "house-word"\nmessage = "No {words}."\n'
        'words = [{ find = "synergy" }]\n'
        '[[rule]]\ncode = "ALD002"\nname = "house-count"\nmessage = "{number} duties."\n'
        'count = { of = "duties", most = 1 }\n',
        encoding="utf-8",
    )
    packs = merge_packs(load_packs(), [load_house_rules(file)])
    linter = Linter(packs=packs, select=("ALD",))
    text = "# Clerk\n\n## Duties\n\n- Brings synergy.\n- Files letters.\n"
    here = linter.check(text)
    assert [found.code for found in here.diagnostics] == ["ALD002", "ALD001"]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        there = pool.submit(linter.check, text).result()
    assert there.diagnostics == here.diagnostics
    again = pickle.loads(pickle.dumps(linter))  # noqa: S301  # our own
    assert again.check(text).diagnostics == here.diagnostics


@pytest.mark.parametrize(
    ("misuse", "told"),
    [
        (lambda: Linter(select="LEAD"), r"a list of names, such as \['LEAD'\]"),
        (lambda: Linter(ignore="LEAD001"), r"a list of names"),
        (lambda: Linter(employer="school"), "employer is an Employer or None, not str"),  # type: ignore[arg-type]
        (lambda: Linter().facts(3), "Linter.facts takes a text, not int"),  # type: ignore[arg-type]
        (lambda: Linter().check_bytes("x"), "bytes are wanted here, not str"),  # type: ignore[arg-type]
        (lambda: Linter().check_all(4), "bytes are wanted here, not int"),  # type: ignore[arg-type]
        (lambda: Linter().check_jobposting("{}"), "takes the object itself"),  # type: ignore[arg-type]
        (lambda: Linter().check({"title": "Cook"}), "use check_jobposting for an object"),  # type: ignore[arg-type]
        (lambda: Linter().check_jobposting(None), "takes the object itself"),  # type: ignore[arg-type]
    ],
)
def test_what_a_method_does_not_take_is_told_in_words(
    misuse: Callable[[], object], told: str
) -> None:
    with pytest.raises(TypeError, match=told):
        misuse()


def test_places_are_taken_by_their_names_too() -> None:
    declared = Employer(jurisdictions=("Oregon", "us-wa", "US-NY-NYC"), seat="the United Kingdom")
    assert declared.jurisdictions == ("US-OR", "US-WA", "US-NY-NYC")
    assert declared.seat == "GB"
    with pytest.raises(UnknownName, match=r"There is no place 'Orgon'\. Did you mean 'US-OR'"):
        Employer(jurisdictions=("Orgon",))
