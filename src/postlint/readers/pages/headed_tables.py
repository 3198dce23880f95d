"""Tables whose head names what a posting says: a job in each row, a section in each column."""

from __future__ import annotations

from postlint.document.headings import heading_kind
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.labels import is_field_name, label_key
from postlint.document.titles import ends_in_doer, names_job
from postlint.readers.blocks import Block
from postlint.readers.lines.bullets import bullet_length
from postlint.readers.pages.columns import Cell, of_parts
from postlint.readers.pages.page import Page
from postlint.text.tables import line_set

_LONGEST_JOB = 80
_LONGEST_MARK = 13
_FEWEST = 2
OF_WORK = frozenset({SectionKind.DUTIES, *REQUIREMENTS})
# What stands beside duties as a part of its own, and not as what is said of each of them.
_BESIDE_DUTIES = OF_WORK | {SectionKind.BENEFITS, SectionKind.COMPENSATION}


def _over_jobs() -> frozenset[str]:
    """Return what stands over a column of jobs."""
    named, more = (line_set("postlint.document", "words", key) for key in _OVER_JOBS)
    return named | more


_OVER_JOBS = ("names_job", "heads_jobs")


def jobs_column(head: list[Cell], below: list[list[Cell]]) -> int | None:
    """Return which column names jobs, each with its work in its row; `None` for none."""
    if len(below) < _FEWEST:
        return None
    kinds = [heading_kind(cell.words) for cell in head]
    for place, cell in enumerate(head):
        if label_key(cell.words) not in _over_jobs() if cell.words else place:
            continue
        if OF_WORK.isdisjoint(kinds[:place] + kinds[place + 1 :]):
            return None  # an index of jobs, which says of none what it is
        jobs = [row[place].words if place < len(row) else "" for row in below]
        short = all(0 < len(job) <= _LONGEST_JOB and job[-1] not in ".;:" for job in jobs)
        named = short and any(names_job(job) or ends_in_doer(job) for job in jobs)
        return place if named and len(set(jobs)) == len(jobs) else None
    return None


def add_jobs(page: Page, head: list[Cell], below: list[list[Cell]], place: int) -> None:
    """Add each row as a posting: the job as its heading, the rest under the columns' names."""
    for row in below:
        add_head(page, row[place], 2)
        for column, (name, cell) in enumerate(zip(head, row, strict=False)):
            if column == place or not cell.words:
                continue
            if heading_kind(name.words) in OF_WORK:
                add_part(page, name, cell)
            elif name.words:
                at = page.flat.size
                name.write()
                page.flat.insert(": ")
                words = page.flat.size
                cell.write()
                page.flat.insert("\n")
                page.add("field", at, words)


def are_sections(head: list[Cell], below: list[list[Cell]], width: int) -> bool:
    """Say whether every column is a list of its own: duties beside what is asked for them."""
    if not _FEWEST <= len(head) == width or not below:
        return False
    kinds = {heading_kind(cell.words) for cell in head if not is_field_name(cell.words)}
    if len(kinds) < width or SectionKind.DUTIES not in kinds or not kinds <= _BESIDE_DUTIES:
        return False
    # A column of marks or shares says something of each duty.
    return all(
        any(len(row[column].words) > _LONGEST_MARK for row in below if column < len(row))
        for column in range(width)
    )


def are_beside(rows: list[list[Cell]], width: int) -> bool:
    """Say whether names stand beside what they head, duties or demands among them."""
    if width != _FEWEST or len(rows) < _FEWEST or any(len(row) != width for row in rows):
        return False
    names = [row[0].words.rstrip(":") for row in rows]
    kinds = [heading_kind(name) for name in names]
    lists = any(row[1].parts and kind in OF_WORK for row, kind in zip(rows, kinds, strict=True))
    return (
        lists
        and len(set(names)) == len(names)
        and all(
            kind is not None or is_field_name(name) for kind, name in zip(kinds, names, strict=True)
        )
    )


def add_sections(page: Page, head: list[Cell], below: list[list[Cell]]) -> None:
    """Add each column as a section, one after the other."""
    for column, name in enumerate(head):
        cells = [row[column] for row in below if column < len(row) and row[column].words]
        add_part(page, name, *cells)


def add_part(page: Page, name: Cell, *cells: Cell) -> None:
    """Add a section: its name, and what stands below or beside it, a list where it is several."""
    add_head(page, name, 3)
    parts = [part for cell in cells for part in cell.parts or (cell,)]
    for part in parts:
        kind = "item" if len(parts) > 1 else "text"
        at = page.flat.size
        bold = part.write()
        typed = bullet_length(page.flat.peek(at) or " ") if len(parts) > 1 else 0
        page.flat.insert("\n")
        page.add(kind, at, at + typed, 1 if kind == "item" else 0).bold = bold


def add_head(page: Page, cell: Cell, level: int) -> None:
    """Add the words of a cell as a heading."""
    at = page.flat.size
    cell.write()
    page.flat.insert("\n")
    page.blocks.append(Block("head", at, at, page.flat.size, level))


def gathered(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows of names beside what they head, where a name stands once beside several rows."""
    if not all(len(row) == _FEWEST for row in rows) or all(row[0].words for row in rows):
        return rows
    found: list[list[Cell]] = []
    for name, value in rows:
        above = found[-1] if found else None
        if name.words or above is None or heading_kind(above[0].words.rstrip(":")) not in OF_WORK:
            found.append([name, value])
            continue
        parts = (*(above[1].parts or (above[1],)), *(value.parts or (value,)))
        above[1] = of_parts(parts)
    return found
