"""An audit as one page: which gaps, where, since when, and whether it gets better.

The page asks nothing of a network, prints, and has every number of its charts
in a table beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow as pa

from postlint.bulk import charts
from postlint.bulk.changes import SAME
from postlint.bulk.run import Audit
from postlint.render.base import DISCLAIMER, count

_TOP = 12
_LINES = 5
# A share of fewer postings than this says little, and is left to the table.
_LEAST = 5

Row = Mapping[str, Any]


def page(
    found: Audit,
    about: Mapping[str, Any],
    tables: Mapping[str, pa.Table],
    changes: pa.Table | None = None,
    against: Path | None = None,
) -> str:
    """Return the page of an audit, with what changed since another where that was compared."""
    style = files("postlint.bulk").joinpath("page.css").read_text(encoding="utf-8")
    rules = tables["by_rule"].to_pylist()
    months = tables["by_month"].to_pylist()
    body = [
        _head(found, about, rules),
        _gaps(rules),
        _places(tables["by_place"].to_pylist(), rules, "place"),
        _places(tables["by_employer"].to_pylist(), rules, "employer"),
        _trend(months, rules),
        "" if changes is None or against is None else _changes(changes.to_pylist(), against),
        _unread(tables["unread"].to_pylist(), found),
        f"<footer><p>{escape(DISCLAIMER)}</p></footer>",
    ]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="generator" content="postlint">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'; img-src data:\">"
        f"<title>Audit of {escape(str(about['source']))}</title><style>{style}</style></head>\n"
        f"<body><main>{''.join(body)}</main></body></html>\n"
    )


def _head(found: Audit, about: Mapping[str, Any], rules: Sequence[Row]) -> str:
    sample = about.get("sample")
    drawn = (
        f"A sample of {found.rows:,} of {sample['of']:,} rows, drawn with seed {sample['seed']}; "
        "bars carry the bounds within which the whole lies 19 times in 20."
        if sample
        else f"All {found.rows:,} rows."
    )
    worst = [row for row in _worst(rules) if row["share"]][:3]
    first = "".join(
        f"<li><strong>{_percent(row['share'])}</strong> of {_judged(row):,} postings: "
        f"{escape(row['name'])} ({escape(row['code'])})</li>"
        for row in worst
    )
    return (
        f"<h1>Audit of {escape(str(about['source']))}</h1><p>{escape(drawn)} "
        f"{count(found.postings, 'posting')} found in them; "
        f"{count(found.errors, 'row')} could not be read. postlint {escape(about['postlint'])}.</p>"
        + (f"<h2>The widest gaps</h2><ol>{first}</ol>" if first else "<p>No rule failed.</p>")
    )


def _gaps(rules: Sequence[Row]) -> str:
    shown = [row for row in _worst(rules) if row["share"]][:_TOP]
    if not shown:
        return ""
    bounded = all(row["share_low"] is not None for row in shown)
    chart = charts.bars(
        [f"{row['code']} {row['name']}" for row in shown],
        [row["share"] for row in shown],
        "Share of postings in which each rule found a gap",
        [(row["share_low"], row["share_high"]) for row in shown] if bounded else None,
    )
    head = ("Rule", "Share", "Failed", "Passed", "Cannot tell", "Not applicable")
    rows = (
        (
            f"{row['code']} {row['name']}",
            _shown(row),
            row["failed"],
            row["passed"],
            row["cannot_tell"],
            row["not_applicable"],
        )
        for row in _worst(rules)
    )
    return (
        "<section><h2>Which gaps</h2><p>Of the postings a rule spoke of and could tell, how many "
        f"it failed.</p><figure>{chart}</figure>"
        + _table("Every rule, by its share", head, rows)
        + "</section>"
    )


def _places(groups: Sequence[Row], rules: Sequence[Row], name: str) -> str:
    """Show where: the rules that fail most, a column each, a row for a place or an employer."""
    top = [row["code"] for row in _worst(rules) if row["share"]][:_LINES]
    by: dict[str, dict[str, Row]] = {}
    for row in groups:
        by.setdefault(str(row[name]), {})[row["code"]] = row
    heavy = sorted(by, key=lambda key: -sum(_judged(row) for row in by[key].values()))[:40]
    if len(by) < 2 or not top:
        return ""
    failed = {
        key: (
            sum(row["failed"] for row in by[key].values()),
            sum(_judged(row) for row in by[key].values()),
        )
        for key in heavy
    }
    shares = [(key, failed[key][0] / failed[key][1]) for key in heavy if failed[key][1] >= _LEAST]
    shares = sorted(shares, key=lambda pair: -pair[1])[:_TOP]
    chart = ""
    if shares:
        drawn = charts.bars(
            [key for key, _ in shares],
            [share for _, share in shares],
            f"Share of failed checks by {name}",
        )
        chart = f"<figure>{drawn}</figure>"
    head = (name.capitalize(), *top)
    rows = ((key, *(_shown(by[key].get(code)) for code in top)) for key in heavy)
    caption = f"The five widest gaps by {name}, those with most postings first"
    return (
        f"<section><h2>Where: by {name}</h2><p>The share of all checks that failed, and the widest "
        f"gaps.</p>{chart}" + _table(caption, head, rows) + "</section>"
    )


def _trend(months: Sequence[Row], rules: Sequence[Row]) -> str:
    names = sorted({row["month"] for row in months})
    top = [row for row in _worst(rules) if row["share"]][:_LINES]
    if len(names) < 2 or not top:
        return ""
    by = {(row["month"], row["code"]): row for row in months}
    chart = charts.lines(
        names,
        {
            row["code"]: [by.get((month, row["code"]), {}).get("share") for month in names]
            for row in top
        },
        "Share of postings with each gap, by month",
    )
    head = ("Month", *(f"{row['code']} {row['name']}" for row in top))
    rows = ((month, *(_shown(by.get((month, row["code"]))) for row in top)) for month in names)
    return (
        "<section><h2>Since when, and is it getting better?</h2><p>The five widest gaps, by the "
        f"month of the posting.</p><figure>{chart}</figure>"
        + _table("Share by month", head, rows)
        + "</section>"
    )


def _changes(changes: Sequence[Row], against: Path) -> str:
    clear = [row for row in changes if row["change"] != SAME]
    summary = count(len(clear), "rule") + " changed more than chance explains."
    rows = (
        (
            f"{row['code']} {row['name']}",
            _percent(row["before"]),
            _percent(row["after"]),
            "" if row["difference"] is None else f"{100 * row['difference']:+.0f} points",
            row["change"],
        )
        for row in sorted(changes, key=lambda row: row["difference"] or 0)
    )
    head = ("Rule", "Before", "Now", "Difference", "Change")
    return (
        f"<section><h2>What changed since {escape(against.name)}</h2><p>{escape(summary)}</p>"
        + _table("Every rule, the most improved first", head, rows)
        + "</section>"
    )


def _unread(reasons: Sequence[Row], found: Audit) -> str:
    if not reasons:
        return ""
    rows = ((row["reason"], row["rows"], row["first_row"]) for row in reasons[:50])
    return (
        f"<section><h2>Rows that were not read</h2><p>{count(found.errors, 'row')}: nothing is "
        "claimed of them.</p>"
        + _table("Reasons, the most frequent first", ("Reason", "Rows", "First row"), rows)
        + "</section>"
    )


def _worst(rules: Iterable[Row]) -> list[Row]:
    """Return the rules that spoke of enough postings, the widest gap first."""
    judged = [row for row in rules if row["share"] is not None and _judged(row) >= _LEAST]
    return sorted(judged, key=lambda row: (-row["share"], -_judged(row), row["code"]))


def _judged(row: Row) -> int:
    return int(row["failed"] + row["passed"])


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f}%"


def _shown(row: Row | None) -> str:
    if row is None or row["share"] is None:
        return ""
    bounds = ""
    if row["share_low"] is not None:
        bounds = f" ({100 * row['share_low']:.0f} to {100 * row['share_high']:.0f})"
    return f"{_percent(row['share'])}{bounds} of {_judged(row):,}"


def _table(caption: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row">{escape(str(row[0]))}</th>'
        + "".join(f"<td>{_cell(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody>"
        "</table></div>"
    )


def _cell(cell: Any) -> str:
    return f"{cell:,}" if isinstance(cell, int) else escape(str(cell))
