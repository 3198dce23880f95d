"""One posting of an export, under the names of schema.org.

A job system keeps a posting as a record: a title, texts, and facts of one line
under names of its own. Here they get the names that a JobPosting has, and are
read as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from postlint.document.headings import heading_match
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.exports import names
from postlint.readers.jobposting.values import Array, Entry, Object, Scalar, Value

_DEEPEST = 4
_LISTS = frozenset(
    "item items entry entries job jobs posting postings result results vacancy vacancies position"
    " positions searchresult searchresultitems channel record records".split()
)
# Objects whose parts have names of their own, and are read by those.
_TAKEN_APART = frozenset({"compensation", "salaryrange"})
# A list of more is a list of other things.
_MOST = 50_000


@frozen
class Record:
    """A posting: JobPosting properties, texts with the heading of each, and other fields."""

    job: Object
    texts: list[tuple[str, Entry]] = field(factory=list)
    fields: list[tuple[str, Entry]] = field(factory=list)


def records_in(source: str, value: Value | None, *, titled: bool = True) -> list[Record]:
    """Return the postings of an export, in order; none where it is something else.

    Only what is not `titled` may be a posting by its text alone.
    """
    found: list[Record] = []
    waiting: list[Value] = [] if value is None else [value]
    seen = 0
    while waiting and seen < _MOST:
        seen += 1
        item = waiting.pop()
        if isinstance(item, Array):
            waiting.extend(reversed(item.values))
        elif isinstance(item, Object):
            # A channel or a board has a title and a text too, and holds what is looked for.
            lists = [
                entry.value
                for key, entry in item.entries.items()
                if names.bare_name(key) in _LISTS and not isinstance(entry.value, Scalar)
            ]
            record = None if lists else _record(source, item, titled=titled)
            if record is not None:
                found.append(record)
            else:
                every = [entry.value for entry in item.entries.values()]
                waiting.extend(reversed(lists or every))
    return found


def _record(source: str, item: Object, *, titled: bool) -> Record | None:
    """Return what an object holds of a posting; `None` for one without a title and a text."""
    own = _by_bare_name(item)
    if not any(isinstance(entry.value, Scalar) for entry in own.values()):
        return None
    title = next(
        (own[name] for name in names.TITLES if name in own and _says(source, own[name].value)), None
    )
    if title is None and titled:
        return None
    if "closing" in own and _is_day(source, own["closing"]):
        own = {"closes" if name == "closing" else name: entry for name, entry in own.items()}
    parts = list(_parts(own, 0))
    texts = _texts(source, parts)
    texts += _named_texts(source, own, {heading for heading, _ in texts})
    if not texts:
        return None
    entries = {} if title is None else {names.TITLE: title}
    for name, entry in parts:
        prop = names.FIELDS.get(name)
        if name in names.AWAY and _raw(source, entry) == "true":
            entries.setdefault("jobLocationType", Entry(entry.key, entry.key))
            continue
        if _is_taken_apart(name, entry.value):
            continue
        if name == "state" and _raw(source, entry).lower() in names.STAGES:
            continue
        if prop is not None and entry is not title and _says(source, entry.value):
            before = entries.get(prop)
            # City and state stand apart in some.
            entries[prop] = entry if before is None else _joined(source, before, entry, prop)
    pay = _pay(source, parts)
    if pay is not None:
        entries["baseSalary"] = pay
    return Record(Object(entries), texts, list(_named_fields(source, own)))


def _is_day(source: str, entry: Entry) -> bool:
    """Say whether a value is no more than a day: "closing" names a last text as well."""
    return _has_digit(source, entry) and len(_raw(source, entry)) < _LONGEST_DAY


_LONGEST_DAY = 40


def _is_taken_apart(name: str, value: Value) -> bool:
    """Say whether a part is an object whose own parts have names: the two ends of a pay."""
    if not isinstance(value, Object):
        return False
    inside = {names.bare_name(key) for key in value.entries}
    ends = names.FIELDS.get(name) == "baseSalary" and not inside.isdisjoint(_ENDS)
    return name in _TAKEN_APART or ends


_ENDS = frozenset({*names.LOWEST, *names.HIGHEST} - {"minvalue", "maxvalue"})


def _parts(own: dict[str, Entry], depth: int) -> Iterator[tuple[str, Entry]]:
    """Yield the parts of a record by their plain names, those of objects in it too."""
    for name, entry in own.items():
        yield name, entry
        value = entry.value
        if name == "location" and isinstance(value, Object):
            # Where the work is done stands beside the place in some.
            yield from ((key, e) for key, e in _by_bare_name(value).items() if key in names.AWAY)
        known = name in names.FIELDS and not _is_taken_apart(name, value)
        if isinstance(value, Object) and not known and depth < _DEEPEST:
            yield from _parts(_by_bare_name(value), depth + 1)
        elif isinstance(value, Array) and name in _LISTS_OF_PAY:
            first = next((part for part in value.values if isinstance(part, Object)), None)
            if first is not None:
                yield from ((key, e) for key, e in _by_bare_name(first).items() if key in _OF_PAY)
        elif isinstance(value, Array) and name == "metadata":
            # Greenhouse keeps a range of pay among an employer's own fields.
            for part in value.values:
                inner = part.entries.get("value") if isinstance(part, Object) else None
                if inner is not None and isinstance(inner.value, Object):
                    yield from _by_bare_name(inner.value).items()


_OF_PAY = frozenset({*names.LOWEST, *names.HIGHEST, *names.CURRENCIES, *names.INTERVALS})
_LISTS_OF_PAY = frozenset(
    {"positionremuneration", "payinputranges", "summarycomponents", "payranges", "salaries"}
)


def _texts(source: str, parts: list[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
    """Return the texts of a record with the heading of each, none of them twice."""
    found = {
        name: entry
        for name, entry in parts
        if name in names.TEXTS
        and (name not in _OFTEN or isinstance(entry.value, Scalar))
        and _has_words(source, entry.value)
    }
    for group in names.DOUBLES:
        there = [name for name in group if name in found]
        for name in there[1:]:
            del found[name]
    texts = [(names.TEXTS[name], entry) for name, entry in found.items()]
    for name, entry in parts:
        if name in _HEADED and isinstance(entry.value, (Array, Object)):
            texts.extend(_headed(entry.value))
    return sorted(texts, key=_order)


def _order(text: tuple[str, Entry]) -> int:
    """Return where a text stands: one without a heading belongs to none above it."""
    heading, entry = text
    if not heading and not entry.headed:
        return 0
    return 2 if heading == "Additional information" else 1


def _named_texts(
    source: str, own: dict[str, Entry], headed: set[str]
) -> Iterator[tuple[str, Entry]]:
    """Yield texts under names that no system has and a heading would: `preferredSkills`."""
    for name, entry in own.items():
        value = entry.value
        if name in names.TEXTS or name in names.FIELDS or not _has_words(source, value):
            continue
        raw = _raw(source, entry)
        head = names.heading(_raw(source, Entry(entry.key, entry.key)))
        match = heading_match(head)
        brief = isinstance(value, Scalar) and raw.count(" ") < _FEW
        if brief or match is None or match.share < _HALF or head in headed:
            continue
        if match.kind is not SectionKind.OTHER and "question" not in name:
            headed.add(head)
            yield head, entry


def _named_fields(source: str, own: dict[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield facts of one line under names that no system has: `immediate_supervisor`."""
    for name, entry in own.items():
        known = name in names.TEXTS or name in names.FIELDS or name in names.TITLES
        raw = _raw(source, entry)
        if known or not 1 < len(raw) < _LONGEST or raw.lower() in names.STAGES:
            continue
        head = names.heading(_raw(source, Entry(entry.key, entry.key)))
        if is_field_name(head) and _says(source, entry.value) and any(map(str.isalpha, raw)):
            yield head, entry


_FEW, _HALF, _LONGEST = 3, 0.5, 120
# Names that hold lists of other things as well.
_OFTEN = frozenset({"content", "details", "body", "opening"})


_HEADED = frozenset({"lists", "sections", "jobdescriptions"})


def _headed(value: Array | Object) -> Iterator[tuple[str, Entry]]:
    """Yield texts that stand beside their headings: Lever's lists, SmartRecruiters' sections."""
    parts = value.values if isinstance(value, Array) else [e.value for e in value.entries.values()]
    for part in parts:
        if isinstance(part, Array):
            yield from _headed(part)
        if not isinstance(part, Object):
            continue
        own = part.entries
        texts = [own[name] for name in _BELOW if name in own]
        heads = [own[name] for name in _ABOVE if name in own and own[name] not in texts[:1]]
        if heads and texts and isinstance(heads[0].value, Scalar):
            yield "", Entry(heads[0].value, texts[0].value, headed=True)


# What a text and what its heading are called, the surest first.
_BELOW = ("content", "items", "value", "body", "text")
_ABOVE = ("title", "heading", "name", "label", "text")


def _pay(source: str, parts: list[tuple[str, Entry]]) -> Entry | None:
    """Return the pay where its ends stand under names of their own."""
    ranges = _listed_ranges(source, parts)
    if len(ranges) > 1:
        return Entry(ranges[0].key, Array([one.value for one in ranges]))
    return ranges[0] if ranges else _range(source, parts)


def _listed_ranges(source: str, parts: list[tuple[str, Entry]]) -> list[Entry]:
    """Return the ranges that stand in a list, each with the name that it has there."""
    lists = (entry.value for name, entry in parts if name in _LISTS_OF_PAY)
    listed = next((value.values for value in lists if isinstance(value, Array)), [])
    found = []
    for one in listed:
        own = _by_bare_name(one) if isinstance(one, Object) else {}
        if not own.keys().isdisjoint({*names.LOWEST, *names.HIGHEST}):
            # What is said once of all of them, such as the currency, may stand beside the list.
            found.append(_range(source, [*own.items(), *parts], own.get("title")))
    return [one for one in found if one is not None]


def _by_bare_name(value: Object) -> dict[str, Entry]:
    return {names.bare_name(key): entry for key, entry in value.entries.items()}


def _range(source: str, parts: list[tuple[str, Entry]], name: Entry | None = None) -> Entry | None:
    """Return a pay whose ends stand under names of their own."""
    own = dict(reversed(parts))

    def first(among: tuple[str, ...]) -> Entry | None:
        return next((own[n] for n in among if n in own and isinstance(own[n].value, Scalar)), None)

    low, high = (
        entry if entry is not None and _has_digit(source, entry) else None
        for entry in (first(names.LOWEST), first(names.HIGHEST))
    )
    if low is None and high is None:
        return None
    found = {
        "minValue": low,
        "maxValue": high,
        "currency": first(names.CURRENCIES),
        "unitText": first(names.INTERVALS),
        "name": name,
    }
    entries = {name: entry for name, entry in found.items() if entry is not None}
    key = next(iter(entries.values())).key
    in_cents = (low or high) is not None and any(n.endswith("cents") for n, e in parts if e is low)
    return Entry(key, Object(entries, hundredths=in_cents))


def _has_digit(source: str, entry: Entry) -> bool:
    value = entry.value
    return isinstance(value, Scalar) and any(
        char.isdecimal() for char in source[value.start : min(value.end, value.start + 40)]
    )


def _joined(source: str, before: Entry, entry: Entry, prop: str) -> Entry:
    values = before.value.values if isinstance(before.value, Array) else [before.value]
    if prop == "employmentType":
        more = entry.value.values if isinstance(entry.value, Array) else [entry.value]
        return Entry(before.key, Array([*values, *more]))
    if prop == "jobLocation" and isinstance(entry.value, Object):
        # An address that has the place's name says more of it: "Austin", "Austin, Texas".
        short = _raw(source, before)
        inside = [_raw(source, Entry(entry.key, one)) for one in _scalars(entry.value)]
        return entry if short and short in inside else before
    if prop != "jobLocation" or not isinstance(entry.value, Scalar):
        return before
    return Entry(before.key, Array([*values, entry.value]))


def _scalars(value: Value) -> Iterator[Scalar]:
    """Yield the plain values of an object and of the objects in it."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Object):
        for entry in value.entries.values():
            yield from _scalars(entry.value)


def _raw(source: str, entry: Entry) -> str:
    value = entry.value
    return source[value.start : value.end].strip() if isinstance(value, Scalar) else ""


def _says(source: str, value: Value) -> bool:
    if not isinstance(value, Scalar):
        return True
    raw = source[value.start : value.end].strip()
    return bool(raw) and (value.is_string or raw not in ("null", "true", "false"))


def _has_words(source: str, value: Value) -> bool:
    if isinstance(value, Scalar):
        return value.is_string and " " in source[value.start : value.end].strip()
    return isinstance(value, Array) and any(_has_words(source, part) for part in value.values)
