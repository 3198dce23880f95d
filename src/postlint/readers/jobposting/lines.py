"""Values written on one line, as a person would write them: words, days, amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from postlint.readers.flat import Flat
from postlint.readers.jobposting.names import names_of
from postlint.readers.jobposting.strings import readable, unescaped
from postlint.readers.jobposting.values import Array, Object, Scalar, Value

# "HOUR", "1 YEAR", "per-year-salary", "PA", "annually"
_TIME = re.compile(r"hour|\bday\b|daily|week|month|year|annu|\bp[adhw]\b|\bbw\b")
_TIMES = {
    "daily": "day", "annu": "year", "pa": "year", "ph": "hour", "pd": "day", "pw": "week",
    "bw": "two weeks",
}  # fmt: skip
_COUNTED = re.compile(r"([12]\d{9})(?:\d{3})?")
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
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
# What a cell of a sheet has among its words, and a line has not.
_SPLIT = re.compile(r'""|\n|\r')


class LineWriter:
    """Adds values to a flat text, each on the line it is at."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        self.source = flat.source

    def several(self, value: Value) -> None:
        """Add a value, the members of an array with commas between them."""
        begun = False
        for part in value.values if isinstance(value, Array) else [value]:
            for scalar in [part] if isinstance(part, Scalar) else names_of(part):
                if scalar.start == scalar.end or self.raw(scalar) == "null":
                    continue
                if begun:
                    self.flat.insert(", ")
                begun = True
                code = self.raw(scalar).upper()
                if code in _COUNTRIES and not isinstance(part, Scalar):
                    self.flat.replace(_COUNTRIES[code], scalar.start, scalar.end)
                else:
                    self.line(scalar)

    def line(self, scalar: Scalar) -> None:
        """Add a short value on one line, as a person would write it."""
        raw = self.source[scalar.start : scalar.end]
        if raw in ("null", "true", "false") and not scalar.is_string:
            return
        if _SHOUTED.match(raw) and ("_" in raw or (len(raw) > 4 and " " not in raw)):
            # FULL_TIME is the vocabulary's, 'Full time' is what it says.
            self.flat.replace(raw.replace("_", " ").capitalize(), scalar.start, scalar.end)
            return
        if "\\" not in raw and "<" not in raw and "&" not in raw and not _SPLIT.search(raw):
            text = raw.strip()
            start = scalar.start + raw.index(text) if text else scalar.start
            self.flat.copy(start, start + len(text))
            return
        characters = unescaped(self.source, scalar)
        text = characters.text()
        if "<" in raw or "&" in raw or text != text.strip() or "\n" in text:
            self.flat.replace(readable(text), scalar.start, scalar.end)
        else:
            self.flat.join(characters)

    def day(self, scalar: Scalar) -> None:
        """Add a day, one counted in seconds or thousandths of them since 1970 as well."""
        counted = _COUNTED.fullmatch(self.raw(scalar))
        if counted is None:
            self.line(scalar)
            return
        day = datetime.fromtimestamp(int(counted[1]), tz=UTC).date()
        self.flat.replace(day.isoformat(), scalar.start, scalar.end)

    def pay(self, value: Value) -> None:
        """Add an amount: `$70,000 - $90,000 per year`; of several, each behind its name."""
        ranges = [value] if isinstance(value, Object) else []
        if isinstance(value, Array):
            ranges = [one for one in value.values if isinstance(one, Object)]
        for count, one in enumerate(ranges):
            self.flat.insert("; " if count else "")
            self._pay(one, named=len(ranges) > 1)
        if not ranges:
            self.several(value)

    def _pay(self, value: Object, *, named: bool = False) -> None:
        found = dict(_flatten(value))
        name = found.get("name")
        by_name = _TIME.search(self.raw(name).lower())
        if named and name is not None and self.raw(name) and not by_name:
            self.line(name)
            self.flat.insert(": ")
        currency = found.get("currency") or found.get("salaryCurrency")
        code = self.raw(currency).upper()
        low, high = found.get("minValue"), found.get("maxValue")
        amounts = [scalar for scalar in (low, high) if scalar is not None]
        if not amounts and "value" in found:
            amounts = [found["value"]]
        if len(amounts) == 2 and self.raw(amounts[0]) == self.raw(amounts[1]):
            amounts = amounts[:1]
        for count, amount in enumerate(amounts):
            if count:
                self.flat.insert(" - ")
            self._amount(amount, _SIGNS.get(code, ""), 100 if value.hundredths else 1)
        if not amounts:
            return
        if currency is not None and code and code not in _SIGNS:
            self.flat.insert(" ")
            self.flat.copy(currency.start, currency.end)
        unit = found.get("unitText", name if by_name else None)  # "Hourly pay" says the time too
        if unit is not None and self.raw(unit):
            words = self.raw(unit)
            unit_word = _TIME.search(words.lower())
            time = _TIMES.get(unit_word[0], unit_word[0]) if unit_word else words.lower()
            self.flat.insert(" ")
            self.flat.replace(f"per {time}", unit.start, unit.end)

    def raw(self, scalar: Scalar | None) -> str:
        """Return a value as the source writes it."""
        return "" if scalar is None else self.source[scalar.start : scalar.end].strip()

    def _amount(self, amount: Scalar, sign: str, parts: int) -> None:
        raw = self.raw(amount)
        if not _NUMBER.match(raw):
            self.line(amount)
            return
        number = float(raw) / parts
        text = f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"
        if sign + text == raw:
            self.flat.copy(amount.start, amount.end)
        else:
            self.flat.replace(sign + text, amount.start, amount.end)


def _flatten(value: Object) -> Iterator[tuple[str, Scalar]]:
    """Yield the plain values of an object and of the objects in it, by their keys."""
    waiting = [value]
    while waiting:
        for key, entry in waiting.pop().entries.items():
            if isinstance(entry.value, Scalar):
                yield key, entry.value
            elif isinstance(entry.value, Object):
                waiting.append(entry.value)
