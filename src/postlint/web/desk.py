"""The desk: questions in plain data, answers in plain data. It keeps no text.

Everything here runs wherever postlint does, a browser among them: no server,
no thread, no file is touched.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from typing import Any

from postlint.config import Config
from postlint.document.posting import Posting
from postlint.engine.report import Report
from postlint.engine.values import report_values
from postlint.facts.declared import Employer
from postlint.fix.converted import converted
from postlint.fix.settle import settle
from postlint.linter import WRITTEN, Linter
from postlint.packs.law_table import law_rows
from postlint.packs.registry import Packs, load_packs
from postlint.render import Context, make_renderer, render_all
from postlint.render.authorities import authority_sentence
from postlint.render.markdown_page import page_markdown
from postlint.render.page_list import all_pages, find_page, page_values
from postlint.run.made_by import producer
from postlint.text.decode import decode
from postlint.web.look import Json, look
from postlint.web.request import CheckRequest, InvalidRequest, request_of

# Linters are made of rules, which takes longer than a check with them.
_MOST_LINTERS = 16


class Desk:
    """Answers questions under one configuration; a question may declare more of its employer."""

    def __init__(self, config: Config | None = None, packs: Packs | None = None) -> None:
        self.config = Config() if config is None else config
        self.packs = load_packs() if packs is None else packs
        self._linters: OrderedDict[object, Linter] = OrderedDict()

    def check(self, table: object) -> Json:
        """Check what is given, every posting in it: all that `--format json` says."""
        return self._rendered("json", self._reports(self._request_of(table)))

    def look(self, table: object) -> Json:
        """Check what is given, for a page that shows its words with what was found in them."""
        question = self._request_of(table)
        return look(self._reports(question), from_file=question.data is not None)

    def facts(self, table: object) -> Json:
        """Return what each posting says, without what the rules think of it."""
        wanted = ("name", "kind", "is_posting", "facts", "sections", "duties", "measures")
        return {
            "postings": [
                {key: values[key] for key in wanted}
                for report in self._reports(self._request_of(table))
                for values in [{"name": report.name, **report_values(report)}]
            ]
        }

    def fix(self, table: object) -> Json:
        """Return the text with its fixes made; those that put words in, where asked."""
        question = self._request_of(table)
        text = self._text(question)
        linter = self._linter(question)
        settled = settle(
            text,
            lambda made: linter.check_all(made, kind=question.kind, path=question.name),
            unsafe=question.unsafe,
        )
        return {
            "text": settled.text if settled.settled else text,
            "changed": settled.settled and settled.text != text,
            "applied": [{"code": code, "title": fix.title} for code, fix in settled.applied],
            "held": [{"code": code, "title": fix.title} for code, fix in settled.held],
            "refused": settled.refused
            or ("" if settled.settled else "its fixes undo one another; nothing is changed"),
        }

    def explain(self, table: object) -> Json:
        """Return the page of a rule. Raises `UnknownName`."""
        name = table.get("rule") if isinstance(table, dict) else None
        if not isinstance(name, str):
            raise InvalidRequest([("rule", "must be a rule's code or name")])
        page = find_page(all_pages(self.packs), name)
        values = page_values(page)
        for shown, text in zip(values["authority"], page.authority, strict=True):
            shown["sentence"] = authority_sentence(text)
            shown["link"] = text.link
        return {**values, "markdown": page_markdown(page)}

    def law(self, table: object) -> Json:
        """Return the texts the rules rest on, of some places where any are named, on a day.

        What holds in the United States holds in each of them, and comes with
        what a place has of its own.
        """
        named = table.get("jurisdictions", []) if isinstance(table, dict) else None
        if not isinstance(named, list) or any(not isinstance(one, str) for one in named):
            raise InvalidRequest([("jurisdictions", "must be a list of texts such as US-OR")])
        return {"law": law_rows(self.packs, named, _day_of(table))}

    def convert(self, table: object) -> Json:
        """Return each posting as markup, which a person can go on writing.

        What would not say the same has no text, unless it is asked for with
        `anyway`; `changed` tells what it would say otherwise.
        """
        question = self._request_of(table)
        linter = self._linter(question)
        made = []
        for posting in self._postings(question, linter):
            text, changed = converted(linter, posting)
            made.append(
                {
                    "name": posting.source.name,
                    "text": text if question.anyway or not changed else None,
                    "changed": [str(change) for change in changed],
                }
            )
        return {"kind": "markup", "postings": made}

    def report(self, table: object) -> str:
        """Return the report as a page of HTML, to print and to keep."""
        return self._text_of("html", self._reports(self._request_of(table)))

    def annotated(self, table: object) -> bytes:
        """Return a copy of a Word file with the findings as comments. Raises `SourceError`."""
        from postlint.render.word_comments import annotate  # noqa: PLC0415  # an extra

        question = self._request_of(table)
        if question.data is None:
            raise InvalidRequest([("data", "must be a Word file")])
        reports = self._reports(question)
        if reports[0].kind != "word":
            raise InvalidRequest([("data", f"is no Word file: it was read as {reports[0].kind}")])
        return annotate(reports, question.bytes)

    # ------------------------------------------------------------ how it is done

    def _request_of(self, table: object) -> CheckRequest:
        return request_of(table, self.config.employer)

    def _linter(self, question: CheckRequest) -> Linter:
        key = (question.employer, question.select, question.ignore)
        linter = self._linters.get(key)
        if linter is None:
            linter = self._made(question.employer, question.select, question.ignore)
            self._linters[key] = linter
        self._linters.move_to_end(key)
        if len(self._linters) > _MOST_LINTERS:
            self._linters.popitem(last=False)
        return linter

    def _made(self, employer: Employer, select: tuple[str, ...], ignore: tuple[str, ...]) -> Linter:
        return Linter(
            select=select, ignore=ignore, employer=employer, config=self.config, packs=self.packs
        )

    def _reports(self, question: CheckRequest) -> tuple[Report, ...]:
        source = question.bytes if question.text is None else question.text
        return self._linter(question).check_all(source, kind=question.kind, path=question.name)

    def _postings(self, question: CheckRequest, linter: Linter) -> tuple[Posting, ...]:
        if question.text is None:
            return linter.read_all_bytes(question.bytes, kind=question.kind, path=question.name)
        return linter.read_all(question.text, kind=question.kind, path=question.name)

    def _text(self, question: CheckRequest) -> str:
        """Return the text that fixes are made in. Raises `InvalidRequest` for what is none."""
        if question.data is None:
            return question.text or ""
        report = self._reports(question)[0]
        if report.kind not in WRITTEN and report.source.places is not None:
            raise InvalidRequest([("data", "fixes are made in texts only; convert it first")])
        return decode(question.bytes, question.name or "-")[0]

    def _text_of(self, name: str, reports: Sequence[Report]) -> str:
        pages = {page.code: page for page in all_pages(self.packs)}
        context = Context(producer=producer(self.packs), verdicts=True, pages=pages)
        return render_all(make_renderer(name, context), tuple(reports))

    def _rendered(self, name: str, reports: Sequence[Report]) -> Json:
        values: Any = json.loads(self._text_of(name, reports))
        return dict(values)


def _day_of(table: object) -> date | None:
    """Return the day a question about the law names. Raises `InvalidRequest`."""
    day = table.get("as_of") if isinstance(table, dict) else None
    if day is None:
        return None
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise InvalidRequest([("as_of", "must be a day such as 2027-06-30")]) from error
