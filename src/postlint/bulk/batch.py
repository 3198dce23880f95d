"""A batch of postings checked: a row in, a row out, whatever the row holds."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from html import escape
from typing import Any

import pyarrow as pa

from postlint.bulk import columns as of
from postlint.bulk.columns import Columns, SheetRow, rows
from postlint.bulk.results import schema
from postlint.engine.fingerprint import fingerprint
from postlint.engine.report import Report
from postlint.engine.values import plain
from postlint.errors import PostlintError, SourceError
from postlint.facts.declared import Employer
from postlint.linter import Linter
from postlint.run.limits import limited
from postlint.text.authority import authority_values
from postlint.text.source import Span
from postlint.text.values import evolve

# Different employers in a batch, each with a linter of its own, that are remembered.
_EMPLOYERS = 256


def check_batch(
    batch: pa.RecordBatch,
    *,
    columns: Columns | None = None,
    linter: Linter | None = None,
    first_row: int = 0,
    **names: Any,
) -> pa.RecordBatch:
    """Return what a check of every row comes to, a row for a row and in their order.

    `columns` says which columns hold what; its fields may be given by name
    instead: `check_batch(batch, text="body", place="state")`. `linter` has the
    rules and the settings, limits of time and memory a row among them.
    `first_row` is the number of the first row in the result's column `row`.

    A row that cannot be read, or takes longer than `limits.seconds`, has its
    reason in `error` and nothing else. Offsets count code points of the row's
    text; a title from a column stands at 0.

    Raises `UnknownName` for a column that is not there.
    """
    columns = columns or Columns(**names)
    checker = _Checker(linter or _default_linter(), columns)
    made = [
        {"row": number, **checker.values(row, f"row {number}")}
        for number, row in enumerate(rows(batch, columns), start=first_row)
    ]
    carried = [batch.schema.field(name) for name in columns.carry]
    own = schema()
    results = pa.RecordBatch.from_pylist(made, schema=own)
    extra = [batch.column(name) for name in columns.carry]
    return pa.RecordBatch.from_arrays([*results.columns, *extra], schema=schema(carried))


@lru_cache(maxsize=1)
def _default_linter() -> Linter:
    return Linter()


class _Checker:
    """Checks rows under what each declares of its employer."""

    def __init__(self, linter: Linter, columns: Columns) -> None:
        self._linter = linter
        self._columns = columns
        self._made: OrderedDict[Employer, Linter] = OrderedDict()

    def values(self, row: SheetRow, name: str) -> dict[str, Any]:
        """Return the result's values of a row; an error is a value too."""
        if row.text is None:
            return {"error": "the text is missing"}
        try:
            linter = self._for(row)
            with limited(name, linter.config.limits):
                report, before = _check(linter, row)
                return _values(report, row, before)
        except SourceError as error:
            return {"error": error.reason}
        except PostlintError as error:
            return {"error": str(error)}
        except Exception as error:  # a fault of postlint's own costs its row alone
            return {"error": f"it could not be checked: {type(error).__name__}: {error}"}

    def _for(self, row: SheetRow) -> Linter:
        """Return the linter that knows what this row declares."""
        declared: dict[str, Any] = {
            "kind": of.employer_kind(row.employer_kind),
            "jurisdictions": of.places(row.place),
            "employees": of.people(row.employees),
            "as_of": of.day(row.day),
        }
        declared = {name: value for name, value in declared.items() if value}
        if not declared:
            return self._linter
        base = self._linter.employer or self._linter.config.employer
        employer = evolve(base, **declared)
        made = self._made.get(employer)
        if made is None:
            made = self._made[employer] = self._linter.for_employer(employer)
            if len(self._made) > _EMPLOYERS:
                self._made.popitem(last=False)
        return made


def _check(linter: Linter, row: SheetRow) -> tuple[Report, int]:
    """Return the report of a row, and how many characters of title stand before its text."""
    kind = row.kind.strip().lower() if row.kind else None
    if isinstance(row.text, bytes):
        return linter.check_bytes(row.text, kind=kind, path=None), 0
    text = row.text or ""
    head = _head(row.title, text, kind)
    return linter.check(head + text, kind=kind, path=None), len(head)


# Kinds whose text is words, or a fragment that may lack its title.
_HEADS = {
    None: "{}\n\n",
    "text": "{}\n\n",
    "markdown": "# {}\n\n",
    "markup": "# {}\n\n",
    "html": "<h1>{}</h1>\n",
}


def _head(title: str | None, text: str, kind: str | None) -> str:
    """Return the title as the first heading, for a text that does not begin with it."""
    words = " ".join((title or "").split())
    if not words or " ".join(text[: 4 * len(words) + 200].split()).lower().startswith(
        words.lower()
    ):
        return ""
    if kind is None and text.lstrip()[:1] == "<":
        kind = "html"
    if kind is None and text.lstrip()[:1] in {"{", "["}:
        return ""
    form = _HEADS.get(kind)
    if form is None:
        return ""
    return form.format(escape(words) if kind == "html" else words)


def _values(report: Report, row: SheetRow, before: int) -> dict[str, Any]:
    source = report.source

    def spans(found: Any) -> list[dict[str, int]]:
        return [_span(source.given_span(span), before) for span in found]

    def place(span: Span) -> list[int]:
        return list(_span(source.given_span(span), before).values())

    facts = report.facts
    return {
        "error": None,
        "is_posting": report.is_posting,
        "kind": report.kind,
        "sha256": report.sha256,
        "title": _words(facts, "title") or row.title,
        "employer": row.employer or _words(facts, "employer"),
        "place": ", ".join(of.places(row.place)) or _place(facts),
        "day": of.day(row.day) or _date(facts, "posting_date") or _date(facts, "closing"),
        "outcomes": [
            {
                "code": outcome.code,
                "name": outcome.name,
                "verdict": outcome.verdict.value,
                "severity": outcome.severity.value if outcome.severity else None,
                "reason": outcome.reason,
                "spans": spans(outcome.spans),
                "authority": [authority_values(text) for text in outcome.authority],
            }
            for outcome in report.outcomes
        ],
        "diagnostics": [
            {
                "code": found.code,
                "name": found.name,
                "severity": found.severity.value,
                "message": found.message,
                "message_id": found.message_id,
                **_span(source.given_span(found.span), before),
                "url": found.url,
                "fingerprint": fingerprint(report.posting, found),
                "authority": [authority_values(text) for text in found.authority],
            }
            for found in report.diagnostics
        ],
        "facts": [
            {
                "name": name,
                "value": json.dumps(plain(fact.value, place), ensure_ascii=False),
                "missing": fact.missing,
                "spans": spans(fact.spans),
            }
            for name, fact in facts.items()
        ],
        "measures": [
            {"name": name, "value": None if value is None else float(value)}
            for name, value in report.measures.items()
        ],
    }


def _span(span: tuple[int, int], before: int) -> dict[str, int]:
    return {"start": max(0, span[0] - before), "end": max(0, span[1] - before)}


def _value(facts: Mapping[str, Any], name: str) -> Any:
    return facts[name].value if name in facts else None


def _words(facts: Mapping[str, Any], name: str) -> str | None:
    value = _value(facts, name)
    return value if isinstance(value, str) else None


def _place(facts: Mapping[str, Any]) -> str | None:
    """Return the jurisdictions the text names, the way a row would declare them."""
    value = plain(_value(facts, "jurisdiction"))
    if isinstance(value, list):
        value = ", ".join(str(part) for part in value)
    return value if isinstance(value, str) and value else None


def _date(facts: Mapping[str, Any], name: str) -> date | None:
    """Return a fact that is a day, or has one."""
    for part in _parts(_value(facts, name)):
        if isinstance(part, date):
            return part
    return None


def _parts(value: Any) -> Iterator[Any]:
    yield value
    for name in ("date", "day"):
        yield getattr(value, name, None)
