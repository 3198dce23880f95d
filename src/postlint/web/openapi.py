"""The HTTP interface described with OpenAPI 3.1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from postlint import __version__
from postlint.facts.declared import EmployerKind, Profile

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_NULLABLE: Json = {"type": ["string", "null"]}
_FLAG: Json = {"type": "boolean"}
_OBJECTS: Json = {"type": "array", "items": {"type": "object"}}
_NAME: Json = {**_TEXT, "description": "The file; of several postings, which: jobs.json[2]."}


def document(base: str) -> Json:
    """Return the description; `base` is the address below which it answers."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "postlint",
            "version": __version__,
            "license": {"name": "MIT", "identifier": "MIT"},
            "description": "Checks job postings against rules that each name their authority. "
            "It answers on this machine only, keeps nothing, and is not legal advice.",
        },
        "servers": [{"url": base}],
        "paths": {
            "/check": _path(
                "check", "Check a posting", "Posting", _json("The whole report.", "Report")
            ),
            "/facts": _path(
                "facts", "Say what a posting says", "Posting", _json("What was read.", "Facts")
            ),
            "/fix": _path(
                "fix", "Make the fixes of a posting", "Posting", _json("A text.", "Fixed")
            ),
            "/explain": _path(
                "explain",
                "Explain a rule",
                "RuleName",
                _json("Its page.", "RulePage"),
                missing=True,
            ),
            "/law": _path(
                "law",
                "List what the rules rest on",
                "Places",
                _json("The texts.", "Law"),
                missing=True,
            ),
            "/convert": _path(
                "convert", "Write a posting as markup", "Posting", _json("A text.", "Markup")
            ),
            "/look": _path(
                "look",
                "Check a posting, for a page that shows it",
                "Posting",
                _json("Its words with places in UTF-16 units.", "Look"),
            ),
            "/report": _path(
                "report",
                "Make the report to print",
                "Posting",
                _file("One page of HTML.", "text/html"),
            ),
            "/annotated": _path(
                "annotated",
                "Write the findings into a copy of a Word file",
                "Posting",
                _file(
                    "The copy, with comments.",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                ),
            ),
        },
        "components": {"schemas": _schemas()},
    }


def _path(name: str, summary: str, asks: str, answer: Json, *, missing: bool = False) -> Json:
    faults = {400: "Not JSON", 403: "Not from here", 413: "Too large", 415: "Not JSON"}
    faults |= {422: "It cannot be read or understood", 500: "A fault of postlint's own"}
    faults |= {501: "A part of postlint is not installed", 503: "It took too long"}
    faults[404] = "There is no such name, or no such address" if missing else "No such address"
    problem = {"application/problem+json": {"schema": _ref("Problem")}}
    return {
        "post": {
            "operationId": name,
            "summary": summary,
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": _ref(asks)}},
            },
            "responses": {
                "200": answer,
                **{
                    str(status): {"description": words, "content": problem}
                    for status, words in sorted(faults.items())
                },
            },
        }
    }


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(words: str, name: str) -> Json:
    return {"description": words, "content": {"application/json": {"schema": _ref(name)}}}


def _file(words: str, kind: str) -> Json:
    return {"description": words, "content": {kind: {"schema": {"type": "string"}}}}


def _object(required: list[str], **properties: Json) -> Json:
    return {"type": "object", "required": required, "properties": properties}


def _schemas() -> Json:
    """Return the schemas; those of the report are the report's own."""
    own: Json = json.loads(
        files("postlint.schema").joinpath("report-1.json").read_text(encoding="utf-8")
    )
    parts: Json = _moved(own.pop("$defs"))
    report = _moved({key: value for key, value in own.items() if not key.startswith("$")})
    employer = _object(
        [],
        kind={"enum": [kind.value for kind in EmployerKind]},
        employees={"type": "integer", "minimum": 0},
        jurisdictions={**_TEXTS, "examples": [["US-OR"]]},
        recipient=_FLAG,
        federal_contractor=_FLAG,
        equal_opportunity_notice=_FLAG,
        accommodation_notice=_FLAG,
        equity_commitment_expected=_FLAG,
        automated_screening=_FLAG,
        seat={**_TEXT, "examples": ["US-DE"]},
        profile={"enum": [profile.value for profile in Profile]},
        as_of={**_TEXT, "format": "date", "description": "The day whose law applies."},
        allow=_TEXTS,
    )
    posting = _object(
        [],
        text={**_TEXT, "description": "The posting as a text."},
        data={**_TEXT, "contentEncoding": "base64", "description": "The posting as a file."},
        name={**_TEXT, "description": "What the file is called; its suffix tells the kind."},
        kind={**_TEXT, "description": "Read as this kind of source, such as text or markup."},
        employer=_ref("Employer"),
        select={**_TEXTS, "description": "Ask these rules only: codes, names, families, tags."},
        ignore={**_TEXTS, "description": "Leave these rules out."},
        unsafe={**_FLAG, "description": "For /fix: put in words that a person must look at."},
        anyway={**_FLAG, "description": "For /convert: write what would not say the same, too."},
    )
    posting["oneOf"] = [{"required": ["text"]}, {"required": ["data"]}]
    posting["additionalProperties"] = employer["additionalProperties"] = False
    change = _object(["code", "title"], code=_TEXT, title=_TEXT)
    changes: Json = {"type": "array", "items": change}
    text = _object(
        ["citation", "jurisdiction", "date", "confidence", "basis", "volatile", "rules"],
        citation=_TEXT,
        jurisdiction=_NULLABLE,
        date=_TEXT,
        confidence={"enum": ["high", "medium", "low"]},
        basis={"enum": ["primary", "secondary", "general"]},
        volatile={**_FLAG, "description": "Whether it is likely to change soon."},
        contested={**_FLAG, "description": "Whether it is in court."},
        link={**_TEXT, "description": "Where it can be read; empty where nobody knows."},
        effective={**_NULLABLE, "format": "date", "description": "Its first day."},
        until={**_NULLABLE, "format": "date", "description": "The first day after it."},
        expires={**_NULLABLE, "format": "date", "description": "Read again from this day on."},
        exemptions={**_TEXT, "description": "What a person has to judge."},
        place={**_NULLABLE, "description": "What the place is called."},
        subject={**_TEXT, "description": "What it is about, where that differs by place."},
        standing={"enum": ["in force", "coming", "over", "not looked at since"]},
        least={"type": "integer", "description": "How many people an employer needs for it."},
        counted_there={**_FLAG, "description": "Whether people are counted at the place."},
        whom={**_TEXTS, "description": "Kinds of employer it is for; empty is all."},
        exempt={**_TEXTS, "description": "Kinds of employer it is not for."},
        doubtful={**_TEXTS, "description": "Kinds of employer it may not reach."},
        remote={**_TEXT, "description": "Which work from afar it reaches."},
        terms={**_TEXTS, "description": "What it asks and allows."},
        figures={"type": "object", "description": "Its numbers."},
        note={**_TEXT, "description": "The rest of it."},
        rules={**_TEXTS, "description": "The rules that rest on it."},
    )
    report_part = parts["report"]["properties"]
    facts = ("kind", "is_posting", "facts", "sections", "duties", "measures")
    return {
        **parts,
        "Report": report,
        "Employer": employer,
        "Posting": posting,
        "RuleName": _object(["rule"], rule={**_TEXT, "examples": ["ADA001"]}),
        "Places": _object(
            [],
            jurisdictions={**_TEXTS, "examples": [["US-OR"]]},
            as_of={
                **_TEXT,
                "format": "date",
                "description": "The day; else today.",
            },
        ),
        "Facts": _each_posting(
            ["name", *facts], name=_NAME, **{name: report_part[name] for name in facts}
        ),
        "Fixed": _object(
            ["text", "changed", "applied", "held", "refused"],
            text=_TEXT,
            changed=_FLAG,
            applied=changes,
            held={**changes, "description": "Not made: what is read would have changed."},
            refused={**_TEXT, "description": "Why nothing was changed; empty where it was."},
        ),
        "RulePage": _object(
            ["code", "name", "summary", "severity", "authority", "markdown"],
            code=_TEXT,
            name=_TEXT,
            summary=_TEXT,
            severity=_ref("severity"),
            authority={"type": "array", "items": {"type": "object"}},
            markdown={**_TEXT, "description": "The page of the rule, in Markdown."},
        ),
        "Law": _object(["law"], law={"type": "array", "items": text}),
        "Markup": _each_posting(
            ["name", "text", "changed"],
            name=_NAME,
            text={**_NULLABLE, "description": "Null where it would not say the same."},
            changed={**_TEXTS, "description": "What it would say otherwise, in sentences."},
        ),
        "Look": _each_posting(
            ["name", "title", "is_posting", "headline", "first", "consider", "outcomes"],
            ["text", "kind", "editable", "headline", "findings"],
            name=_NAME,
            title=_NULLABLE,
            is_posting=_FLAG,
            headline=_TEXT,
            first=_OBJECTS,
            consider=_OBJECTS,
            outcomes=_OBJECTS,
        ),
        "Problem": _object(
            ["type", "title", "status", "detail"],
            type=_TEXT,
            title=_TEXT,
            status={"type": "integer"},
            detail=_TEXT,
            errors={
                "type": "array",
                "items": _object(["field", "detail"], field=_TEXT, detail=_TEXT),
            },
        ),
    }


def _each_posting(required: list[str], whole: Sequence[str] = (), **properties: Json) -> Json:
    """Return the schema of an answer that has something of each posting, beside what is of all."""
    of_all: Json = {"text": _TEXT, "kind": _TEXT, "editable": _FLAG, "headline": _TEXT}
    of_all["findings"] = _OBJECTS
    return _object(
        [*whole, "postings"],
        **{name: of_all[name] for name in whole},
        postings={"type": "array", "minItems": 1, "items": _object(required, **properties)},
    )


def _moved(value: Any) -> Any:
    """Return schemas with their references where OpenAPI keeps schemas."""
    if isinstance(value, dict):
        return {
            key: part.replace("#/$defs/", "#/components/schemas/")
            if key == "$ref" and isinstance(part, str)
            else _moved(part)
            for key, part in value.items()
        }
    return [_moved(part) for part in value] if isinstance(value, list) else value
