"""Where in a JSON value the job postings are."""

from __future__ import annotations

from postlint.readers.jobposting.values import Array, Object, Scalar, Value

_KNOWN = frozenset(
    "title description hiringOrganization jobLocation baseSalary employmentType validThrough"
    " datePosted responsibilities qualifications skills educationRequirements jobTitle"
    " experienceRequirements jobBenefits estimatedSalary applicantLocationRequirements".split()
)
_MOST = 10_000


def jobs_in(source: str, value: Value | None) -> tuple[list[Object], list[Object]]:
    """Return the objects that say they are job postings, and those that look like one."""
    postings: list[Object] = []
    alike: list[Object] = []
    waiting: list[Value] = [] if value is None else [value]
    seen = 0
    while waiting and seen < _MOST:
        seen += 1
        item = waiting.pop()
        if isinstance(item, Array):
            waiting.extend(reversed(item.values))
        elif isinstance(item, Object):
            if _is_job(source, item):
                postings.append(item)
                continue
            known = _KNOWN.intersection(item.entries)
            if len(known) > 1 and known & {"title", "jobTitle", "description"}:
                alike.append(item)
                continue
            waiting.extend(entry.value for entry in reversed(item.entries.values()))
    return postings, alike


def _is_job(source: str, item: Object) -> bool:
    entry = item.entries.get("@type") or item.entries.get("type")
    if entry is None:
        return False
    values = entry.value.values if isinstance(entry.value, Array) else [entry.value]
    return any(
        isinstance(value, Scalar)
        and source[value.start : value.end].rpartition("/")[2] == "JobPosting"
        for value in values
    )
