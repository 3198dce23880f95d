"""What the properties of a JobPosting become: a title, fields, sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from postlint.readers.blocks import Block
from postlint.readers.html.whole import read_page
from postlint.readers.jobposting.strings import has_tags, readable, unescaped, without_second_escape
from postlint.readers.jobposting.values import Array, Entry, Object, Scalar, Value, bare
from postlint.readers.pages.page import Page

# Properties that are facts of one line, and what a person calls them.
_FIELDS = {
    "identifier": "Job number",
    "hiringOrganization": "Organization",
    "employmentUnit": "Department",
    "jobLocation": "Location",
    "jobLocationType": "Location type",
    "applicantLocationRequirements": "Applicants must live in",
    "employmentType": "Employment type",
    "baseSalary": "Salary",
    "estimatedSalary": "Estimated salary",
    "salaryCurrency": "Salary currency",
    "workHours": "Work hours",
    "jobStartDate": "Start date",
    "datePosted": "Posted",
    "validThrough": "Closes",
    "totalJobOpenings": "Openings",
    "occupationalCategory": "Occupation",
    "industry": "Industry",
    "relevantOccupation": "Related occupation",
}
# Properties that are running text, and the heading each stands under.
_SECTIONS = {
    "description": "",
    "responsibilities": "Responsibilities",
    "qualifications": "Qualifications",
    "skills": "Skills",
    "educationRequirements": "Education requirements",
    "experienceRequirements": "Experience requirements",
    "physicalRequirement": "Physical requirements",
    "sensoryRequirement": "Sensory requirements",
    "securityClearanceRequirement": "Security clearance",
    "eligibilityToWorkRequirement": "Eligibility to work",
    "specialCommitments": "Special commitments",
    "jobBenefits": "Benefits",
    "benefits": "Benefits",
    "incentiveCompensation": "Incentive compensation",
    "incentives": "Incentives",
    "employerOverview": "About the employer",
}
_TITLES = ("title", "jobTitle", "name")
# "HOUR", "1 YEAR", "per-year-salary", "PA", "annually"
_TIME = re.compile(r"hour|\bday\b|daily|week|month|year|annu|\bp[adhw]\b|\bbw\b")
_TIMES = {
    "daily": "day", "annu": "year", "pa": "year", "ph": "hour", "pd": "day", "pw": "week",
    "bw": "two weeks",
}  # fmt: skip
_COUNTED = re.compile(r"([12]\d{9})(?:\d{3})?")
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
# Parts of an address in the order a person writes them; of each the first name that is there.
_ADDRESS = (
    ("name",),
    ("address",),
    ("postaladdress",),
    ("streetaddress",),
    ("addresslocality", "city"),
    ("addressregion", "region", "state", "province"),
    ("postalcode", "zip"),
)
_COUNTRY = ("addresscountry", "country", "countrycode")
_TOWNS = frozenset({"address", "addresslocality", "city", "postaladdress"})
_NAMES = (
    "name", "legalname", "value", "termcode", "credentialcategory", "competencyrequired", "label",
    "locationstr", "locationname", "display",
)  # fmt: skip
# Codes of countries that stand in exports, as a person reads them.
_COUNTRIES = {
    "GB": "United Kingdom", "CA": "Canada",
    "IE": "Ireland", "DE": "Germany", "FR": "France", "NL": "Netherlands", "AU": "Australia",
    "NZ": "New Zealand", "ES": "Spain", "PT": "Portugal", "IT": "Italy", "AT": "Austria",
    "CH": "Switzerland", "BE": "Belgium", "PL": "Poland", "SE": "Sweden", "NO": "Norway",
    "DK": "Denmark", "FI": "Finland", "IN": "India", "SG": "Singapore", "GR": "Greece",
}  # fmt: skip
_SHOUTED = re.compile(r"[A-Z]+(?:_[A-Z]+)*(?:[ ,;|]+[A-Z]+(?:_[A-Z]+)*)*\Z")
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,4})?\Z")
_LONG = 160
# What a cell of a sheet has among its words, and a line has not.
_SPLIT = re.compile(r'""|\n|\r')


def read_job(page: Page, job: Object) -> None:
    """Add a job posting to a page: its title, its fields, then its texts."""
    reader = _Job(page)
    reader.title(job)
    for name, label in _FIELDS.items():
        entry = job.entries.get(name)
        if entry is not None:
            reader.field(entry, label)
    for name, heading in _SECTIONS.items():
        entry = job.entries.get(name)
        if entry is not None:
            reader.section(entry, heading)


def read_record(page: Page, job: Object, texts: list[tuple[str, Entry]]) -> None:
    """Add a posting of an export: its title, its fields, and its texts with their headings."""
    reader = _Job(page)
    reader.title(job)
    for name, label in {**_FIELDS, "reportsTo": "Reports to"}.items():
        entry = job.entries.get(name)
        if entry is not None:
            reader.field(entry, label)
    for heading, entry in texts:
        reader.section(entry, heading)


def read_fields(page: Page, job: Object) -> None:
    """Add the facts of a job posting to a page that shows its texts itself."""
    reader = _Job(page)
    for name, label in _FIELDS.items():
        entry = job.entries.get(name)
        if entry is not None:
            reader.field(entry, label)


class _Job:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.flat = page.flat
        self.source = page.source

    # ------------------------------------------------------------ one line

    def title(self, job: Object) -> None:
        """Add the title as a heading."""
        for name in _TITLES:
            entry = job.entries.get(name)
            value = None if entry is None else bare(entry.value)
            if not isinstance(value, Scalar):
                continue
            at = self.flat.size
            self._line(value)
            if self.flat.size > at:
                self.flat.insert("\n")
                self.page.add("head", at, at, 1)
                return

    def field(self, entry: Entry, label: str) -> None:
        """Add a property as a field."""
        at = self.flat.size
        before = self.page.flat.mark()
        self.flat.put(f"{label}: ", entry.key.start, entry.key.end)
        words = self.flat.size
        if label in ("Salary", "Estimated salary"):
            self._pay(entry.value)
        elif label == "Location type" and entry.value is entry.key:
            # "remote": true
            hybrid = "hybrid" in self._raw(entry.key).lower()
            self.flat.put("Hybrid" if hybrid else "Remote", entry.key.start, entry.key.end)
        elif label == "Posted" and isinstance(entry.value, Scalar):
            self._day(entry.value)
        else:
            self._several(entry.value)
        if self.flat.size == words:
            self.flat.reset(before)
            return
        self.flat.insert("\n")
        self.page.add("field", at, words)

    def _several(self, value: Value) -> None:
        """Add a value, the members of an array with commas between them."""
        begun = False
        for part in value.values if isinstance(value, Array) else [value]:
            for scalar in [part] if isinstance(part, Scalar) else _names(part):
                if scalar.start == scalar.end or self._raw(scalar) == "null":
                    continue
                if begun:
                    self.flat.insert(", ")
                begun = True
                code = self._raw(scalar).upper()
                if code in _COUNTRIES and not isinstance(part, Scalar):
                    self.flat.put(_COUNTRIES[code], scalar.start, scalar.end)
                else:
                    self._line(scalar)

    def _line(self, scalar: Scalar) -> None:
        """Add a short value on one line, as a person would write it."""
        raw = self.source[scalar.start : scalar.end]
        if raw in ("null", "true", "false") and not scalar.is_string:
            return
        if _SHOUTED.match(raw) and ("_" in raw or (len(raw) > 4 and " " not in raw)):
            # FULL_TIME is the vocabulary's, 'Full time' is what it says.
            self.flat.put(raw.replace("_", " ").capitalize(), scalar.start, scalar.end)
            return
        if "\\" not in raw and "<" not in raw and "&" not in raw and not _SPLIT.search(raw):
            text = raw.strip()
            start = scalar.start + raw.index(text) if text else scalar.start
            self.flat.keep(start, start + len(text))
            return
        characters = unescaped(self.source, scalar)
        text = characters.text()
        if "<" in raw or "&" in raw or text != text.strip() or "\n" in text:
            self.flat.put(readable(text), scalar.start, scalar.end)
        else:
            self.flat.join(characters)

    def _day(self, scalar: Scalar) -> None:
        """Add a day, one counted in seconds or thousandths of them since 1970 as well."""
        counted = _COUNTED.fullmatch(self._raw(scalar))
        if counted is None:
            self._line(scalar)
            return
        day = datetime.fromtimestamp(int(counted[1]), tz=UTC).date()
        self.flat.put(day.isoformat(), scalar.start, scalar.end)

    # ------------------------------------------------------------ pay

    def _pay(self, value: Value) -> None:
        """Add an amount: `$70,000 - $90,000 per year`."""
        if isinstance(value, Array):
            value = value.values[0] if value.values else Object()
        if not isinstance(value, Object):
            self._several(value)
            return
        found = dict(_flatten(value))
        currency = found.get("currency") or found.get("salaryCurrency")
        code = self._raw(currency).upper()
        low, high = found.get("minValue"), found.get("maxValue")
        amounts = [scalar for scalar in (low, high) if scalar is not None]
        if not amounts and "value" in found:
            amounts = [found["value"]]
        if len(amounts) == 2 and self._raw(amounts[0]) == self._raw(amounts[1]):
            amounts = amounts[:1]
        for count, amount in enumerate(amounts):
            if count:
                self.flat.insert(" - ")
            self._amount(amount, _SIGNS.get(code, ""), 100 if value.hundredths else 1)
        if not amounts:
            return
        if currency is not None and code and code not in _SIGNS:
            self.flat.insert(" ")
            self.flat.keep(currency.start, currency.end)
        unit = found.get("unitText")
        if unit is not None and self._raw(unit):
            words = self._raw(unit)
            said = _TIME.search(words.lower())
            time = _TIMES.get(said[0], said[0]) if said else words.lower()
            self.flat.insert(" ")
            self.flat.put(f"per {time}", unit.start, unit.end)

    def _raw(self, scalar: Scalar | None) -> str:
        return "" if scalar is None else self.source[scalar.start : scalar.end].strip()

    def _amount(self, amount: Scalar, sign: str, parts: int) -> None:
        raw = self._raw(amount)
        if not _NUMBER.match(raw):
            self._line(amount)
            return
        number = float(raw) / parts
        text = f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"
        if sign + text == raw:
            self.flat.keep(amount.start, amount.end)
        else:
            self.flat.put(sign + text, amount.start, amount.end)

    # ------------------------------------------------------------ running text

    def section(self, entry: Entry, heading: str) -> None:
        """Add a property's text, under a heading where it has none of its own."""
        value = entry.value
        at = self.flat.size
        before = self.flat.mark()
        blocks = len(self.page.blocks)
        if entry.headed:
            self._line(entry.key)
            self.flat.insert("\n")
            self.page.add("head", at, at, 2)
        elif heading:
            self.flat.put(heading, entry.key.start, entry.key.end)
            self.flat.insert("\n")
            self.page.add("head", at, at, 2)
        words = self.flat.size
        self._text(value)
        if self.flat.size == words:
            self.flat.reset(before)
            del self.page.blocks[blocks:]

    def _text(self, value: Value) -> None:
        value = bare(value)
        if isinstance(value, Scalar):
            self._words(value)
        elif isinstance(value, Array):
            for part in value.values:
                self._item(part)
        else:
            self._requirement(value)

    def _item(self, value: Value) -> None:
        """Add a member of an array as an item, or as text where it is long."""
        scalars = [value] if isinstance(value, Scalar) else list(_names(value))
        for scalar in scalars:
            raw = self._raw(scalar)
            if len(raw) > 4 * _LONG or "<" in raw:
                self._words(scalar)
                continue
            at = self.flat.size
            self._line(scalar)
            if self.flat.size > at:
                self.flat.insert("\n")
                self.page.add("item", at, at, 1)

    def _requirement(self, value: Object) -> None:
        """Add an object such as an `OccupationalExperienceRequirements`."""
        months = value.entries.get("monthsOfExperience")
        if months is not None and isinstance(months.value, Scalar):
            at = self.flat.size
            raw = self._raw(months.value)
            # Digits of other scripts and thousands of them are no number of months.
            count = int(raw) if raw.isdecimal() and len(raw) < 5 else 0
            if count and count % 12 == 0:
                years = count // 12
                words = f"{years} year{'s' if years > 1 else ''} of experience"
            else:
                words = f"{raw} months of experience"
            self.flat.put(words, months.value.start, months.value.end)
            self.flat.insert("\n")
            self.page.add("text", at, at)
            return
        for scalar in _names(value):
            at = self.flat.size
            self._line(scalar)
            if self.flat.size > at:
                self.flat.insert("\n")
                self.page.add("text", at, at)

    def _words(self, scalar: Scalar) -> None:
        """Add a long text: as HTML where it is that, else as plain text."""
        if not scalar.is_string:
            return
        characters = without_second_escape(unescaped(self.source, scalar))
        text = characters.text()
        if not text.strip():
            return
        inner = Page(text)
        if has_tags(text) or "&" in text:
            read_page(inner)
        else:
            inner.flat.keep(0, len(text))
            inner.plain_text()
        inner.settle()
        through = characters.origin()
        shift = self.flat.size
        self.flat.graft(inner.flat, through)
        self.flat.insert("\n")
        self.page.gaps.extend(gap.moved(shift) for gap in inner.gaps)
        for block in inner.blocks:
            self.page.blocks.append(_moved(block, shift))


def _moved(block: Block, shift: int) -> Block:
    moved = Block(
        block.kind, block.start + shift, block.words + shift, block.stop + shift, block.level
    )
    if moved.kind == "head":
        moved.level = min(6, max(2, block.level))
    moved.bold = block.bold + shift if block.bold else 0
    moved.mark = block.mark + shift if block.mark else 0
    moved.label = block.label + shift if block.label else 0
    moved.settled = block.settled
    moved.close = block.close
    return moved


def _names(value: Value) -> Iterator[Scalar]:
    """Yield the values of an object that say what it is: its name, or its address."""
    value = bare(value)
    if isinstance(value, Scalar):
        yield value
        return
    if isinstance(value, Array):
        for part in value.values:
            yield from _names(part)
        return
    own = {key.lower().replace("_", ""): entry for key, entry in value.entries.items()}
    if not _TOWNS.isdisjoint(own):
        yield from _address(own)
        return
    named = next((own[key] for key in _NAMES if key in own), None)
    if named is not None and isinstance(named.value, Scalar):
        yield named.value
        return
    country = _first(own, _COUNTRY)
    if country is not None:
        yield from _names(country.value)
        return
    for entry in value.entries.values():
        if isinstance(entry.value, Object):
            yield from _names(entry.value)
            return


def _first(own: dict[str, Entry], names: tuple[str, ...]) -> Entry | None:
    return next((own[name] for name in names if name in own), None)


def _address(own: dict[str, Entry]) -> Iterator[Scalar]:
    """Yield the parts of an address, from the street to the country."""
    whole = own.get("locationstr")
    if whole is not None and isinstance(whole.value, Scalar):
        yield whole.value
        return
    for names in (*_ADDRESS, _COUNTRY):
        entry = _first(own, names)
        if entry is None:
            continue
        if isinstance(entry.value, Scalar):
            yield entry.value
        elif names[0] in ("address", "postaladdress", "addresscountry"):
            yield from _names(entry.value)


def _flatten(value: Object) -> Iterator[tuple[str, Scalar]]:
    """Yield the plain values of an object and of the objects in it, by their keys."""
    waiting = [value]
    while waiting:
        for key, entry in waiting.pop().entries.items():
            if isinstance(entry.value, Scalar):
                yield key, entry.value
            elif isinstance(entry.value, Object):
                waiting.append(entry.value)
